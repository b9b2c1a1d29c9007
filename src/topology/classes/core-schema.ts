import { Schema } from "../schema.js";
import { activeSyncDevice } from "./active-sync-device.js";
import { clientAccessArray } from "./client-access-array.js";
import { exchangeServer } from "./exchange-server.js";
import { configuration, container, domain, domainController, organizationalUnit, site } from "./forest.js";
import { databaseAvailabilityGroup, databaseCopy, mailboxDatabase } from "./mailbox-database.js";
import { networkClasses } from "./network.js";
import { administrativeGroup, exchangeOrganization } from "./organization.js";
import { user } from "./user.js";
import { windowsService } from "./windows-service.js";

/**
 * The classes that the starting points need, each with the properties that `buildTopology` sets. The nouns of
 * Exchange add the rest: `coreSchema.extend(…)` for properties of these, `coreSchema.with(…)` for classes of their own.
 */
export const coreSchema: Schema = new Schema([
  domain,
  configuration,
  container,
  organizationalUnit,
  site,
  domainController,
  exchangeOrganization,
  administrativeGroup,
  exchangeServer,
  databaseAvailabilityGroup,
  clientAccessArray,
  mailboxDatabase,
  databaseCopy,
  user,
  activeSyncDevice,
  windowsService,
  ...networkClasses,
]);
