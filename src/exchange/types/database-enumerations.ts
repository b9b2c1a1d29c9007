import { enumeration } from "./enumeration.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

/** Where a copy of a database must be before a mailbox move counts as done (documented values). */
export const dataMoveReplicationConstraintName = `${configuration}.DataMoveReplicationConstraintParameter`;
export const dataMoveReplicationConstraint = enumeration(dataMoveReplicationConstraintName, [
  "None",
  "SecondCopy",
  "SecondDatacenter",
  "AllDatacenters",
  "AllCopies",
]);

/** Whether a database has copies on other servers. */
export const replicationTypeName = `${configuration}.ReplicationType`;
export const replicationType = enumeration(replicationTypeName, ["None", "Remote", "Unknown"]);

/** What stands in MasterServerOrAvailabilityGroup. */
export const masterTypeName = `${configuration}.MasterType`;
export const masterType = enumeration(masterTypeName, ["Server", "DatabaseAvailabilityGroup", "Unknown"]);
