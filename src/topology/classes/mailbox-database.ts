import { defineClass } from "../define-class.js";

/** A mailbox database. Its copies are objects below it. */
export const mailboxDatabase = defineClass({
  name: "MailboxDatabase",
  objectClass: ["top", "msExchMDB", "msExchPrivateMDB"],
  objectCategory: "ms-Exch-Private-MDB",
  container: { below: "administrativeGroup", path: ["CN=Databases"] },
  properties: {
    /** The server on which the database is active. */
    Server: { holds: "reference" },
    /** The server, or the availability group that it belongs to. */
    MasterServerOrAvailabilityGroup: { holds: "reference" },
    Recovery: { holds: "boolean", default: false },
    /** The FQDN of an array or a server, as text: it does not follow when that is renamed or removed. */
    RpcClientAccessServer: { holds: "string" },
    EdbFilePath: { holds: "string" },
    LogFolderPath: { holds: "string" },
    /** E00, E01, …: by server, in the order in which the databases were made. */
    LogFilePrefix: { holds: "string" },
    Mounted: { holds: "boolean", default: false },
  },
  indexes: {
    server: { property: "Server" },
  },
});

/** A copy of a database on a server; also the active one. Its name is the server's. */
export const databaseCopy = defineClass({
  name: "DatabaseCopy",
  objectClass: ["top", "msExchMDBCopy"],
  objectCategory: "ms-Exch-MDB-Copy",
  container: { belowClass: "MailboxDatabase", path: [] },
  properties: {
    HostServer: { holds: "reference" },
    /** 1 for the copy that is to be active first. */
    ActivationPreference: { holds: "number" },
    /** Ticks. */
    ReplayLagTime: { holds: "bigint", default: 0n },
    /** Ticks. */
    TruncationLagTime: { holds: "bigint", default: 0n },
  },
  indexes: {
    server: { property: "HostServer" },
  },
});

/** A database availability group. Its members say so themselves, on the server object. */
export const databaseAvailabilityGroup = defineClass({
  name: "DatabaseAvailabilityGroup",
  objectClass: ["top", "msExchMDBAvailabilityGroup"],
  objectCategory: "ms-Exch-MDB-Availability-Group",
  container: { below: "administrativeGroup", path: ["CN=Database Availability Groups"] },
  properties: {
    WitnessServer: { holds: "string" },
    WitnessDirectory: { holds: "string" },
    /** The group's own addresses; none when it takes them from DHCP. */
    DatabaseAvailabilityGroupIpv4Addresses: { holds: "string", many: true },
    /** The member that holds the cluster's core group, when it was moved; else the first one that runs. */
    CoreGroupOwner: { holds: "reference" },
  },
});
