import type { ClassExtension } from "../../topology/index.js";

/** What the cmdlets of availability groups keep beside what the nouns' tables have. */
export const availabilityExtensions: readonly ClassExtension[] = [
  {
    name: "DatabaseAvailabilityGroup",
    properties: {
      /** Members that were stopped, in the order in which they were. */
      StoppedServers: { holds: "reference", many: true },
      /** Not set: the usual one. */
      ReplicationPort: { holds: "number" },
      /** Members whose Cluster service Stop-DatabaseAvailabilityGroup has stopped: they have a vote and do not give it. */
      ClusterStoppedServers: { holds: "reference", many: true },
      /** Members that Restore-DatabaseAvailabilityGroup has evicted from the cluster: they have no vote. */
      EvictedServers: { holds: "reference", many: true },
      /** Members that Datacenter Activation Coordination lets mount nothing yet. */
      MountsHeld: { holds: "reference", many: true },
      /** Whether the alternate witness is the one that has the vote. */
      UsesAlternateWitness: { holds: "boolean", default: false },
    },
  },
  {
    name: "DatabaseCopy",
    properties: {
      /** Replication is suspended. */
      Suspended: { holds: "boolean", default: false },
      /** When it was, in ticks: its logs end there. */
      SuspendedAt: { holds: "bigint" },
      SuspendComment: { holds: "string" },
      /** It isn't activated by itself. */
      ActivationSuspended: { holds: "boolean", default: false },
      /** Whether an administrator suspended it. */
      ActionInitiator: { holds: "string", default: "Unknown" },
      /** Whether Active Manager may choose it (2013 and later). */
      AutoActivationPolicy: { holds: "string", default: "Unrestricted" },
      /** Ticks; not set: a day. */
      ReplayLagMaxDelay: { holds: "bigint" },
      /** Its logs are played down in spite of its lag. */
      ReplayLagDisabled: { holds: "boolean", default: false },
      ReplayLagDisabledReason: { holds: "string" },
      /** Its files were never copied. */
      Unseeded: { holds: "boolean", default: false },
    },
  },
];
