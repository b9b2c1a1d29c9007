import type { RegisteredNoun } from "../noun/noun.js";
import { migrationBatch } from "./migration-batch.js";
import { migrationBatchVerbs } from "./migration-batch-verbs.js";
import {
  migrationConfig,
  migrationConfigVerbs,
  migrationStatistics,
  migrationStatisticsVerbs,
} from "./migration-config.js";
import {
  migrationEndpoint,
  migrationEndpointVerbs,
  migrationServerAvailability,
  migrationServerAvailabilityVerbs,
} from "./migration-endpoint.js";
import {
  migrationUser,
  migrationUserStatistics,
  migrationUserStatisticsVerbs,
  migrationUserVerbs,
} from "./migration-user.js";

/** Migration, which came with Exchange 2013. */
export const migrationNouns: readonly RegisteredNoun[] = [
  { noun: migrationBatch, verbs: migrationBatchVerbs },
  { noun: migrationUser, verbs: migrationUserVerbs },
  { noun: migrationUserStatistics, verbs: migrationUserStatisticsVerbs },
  { noun: migrationEndpoint, verbs: migrationEndpointVerbs },
  { noun: migrationServerAvailability, verbs: migrationServerAvailabilityVerbs },
  { noun: migrationConfig, verbs: migrationConfigVerbs },
  { noun: migrationStatistics, verbs: migrationStatisticsVerbs },
];
