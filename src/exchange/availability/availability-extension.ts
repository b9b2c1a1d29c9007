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
      /** Its files were never copied. */
      Unseeded: { holds: "boolean", default: false },
    },
  },
];
