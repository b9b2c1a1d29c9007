import { type DirectoryObject, getProperty, listObjects } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import { SmallInteger } from "../../values/numbers.js";
import type { Value } from "../../values/value.js";
import { databaseQuery } from "../databases/database.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { accountNameOf } from "../permissions/account-names.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { enumeration } from "../types/enumeration.js";
import { serverVersionFrom } from "../types/versions.js";
import { connectionsOf, type Logon } from "./connections.js";

const typeName = "Microsoft.Exchange.Data.Mapi.LogonStatistics";
/** From memory. */
const clientMode = enumeration("Microsoft.Exchange.Data.Mapi.ClientMode", [
  "Unknown",
  "ClassicOnline",
  "Cached",
  "ExchangeServer",
]);

const uint = "System.Nullable[uint32]";
const text = (name: string) => computed(name, "string", live(name));
const time = (name: string) => computed(name, "System.Nullable[datetime]", live(name));
/** What a store counts and nothing here does. */
const uncounted = (name: string) => fixed(name, uint, () => null);
const number = (value: number): Value => new SmallInteger("UInt32", value);

/** en-US, and its code page. */
const locale = 1033;
const codePage = 1252;

/**
 * Who is logged on to a store. Order of the list: facts/nouns.json, from memory, as is the view; that ClientName is the
 * Client Access server through which a client comes was seen with Exchange 2010.
 */
export const logonStatistics = defineNoun({
  noun: "LogonStatistics",
  tasks: "MapiTasks",
  identity: mailbox.identity,
  typeNames: [typeName, "Microsoft.Exchange.Data.Mapi.MapiObject", "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    uncounted("AdapterSpeed"),
    text("ClientIPAddress"),
    computed("ClientMode", clientMode.fullName, live("ClientMode")),
    text("ClientName"),
    text("ClientVersion"),
    fixed("CodePage", uint, () => number(codePage)),
    uncounted("CurrentOpenAttachments"),
    uncounted("CurrentOpenFolders"),
    uncounted("CurrentOpenMessages"),
    uncounted("FolderOperationCount"),
    text("FullMailboxDirectoryName"),
    text("FullUserDirectoryName"),
    text("HostAddress"),
    time("LastAccessTime"),
    uncounted("Latency"),
    fixed("LocaleID", uint, () => number(locale)),
    time("LogonTime"),
    fixed("MACAddress", "string", () => ""),
    uncounted("MessagingOperationCount"),
    uncounted("OtherOperationCount"),
    uncounted("ProgressOperationCount"),
    uncounted("RPCCallsSucceeded"),
    uncounted("StreamOperationCount"),
    uncounted("TableOperationCount"),
    uncounted("TotalOperationCount"),
    uncounted("TransferOperationCount"),
    text("UserName"),
    text("Windows2000Account"),
    text("ApplicationId"),
    text("ServerName"),
    text("DatabaseName"),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    text("OriginatingServer"),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "UserName", width: 25 },
        { property: "ClientName", width: 20 },
        { property: "LogonTime", width: 22 },
        { property: "LastAccessTime", width: 22 },
      ],
    },
  ],
});

const versionOf = (server: DirectoryObject) => serverVersionFrom(getProperty(schema, server, "AdminDisplayVersion"));

const servedByClientAccess = 14;

/**
 * The version as MAPI has it: since Exchange 2010 it is the Client Access server that logs on, with its own, packed into
 * four numbers (`3585.0.32903.9` is 14.1.135.9: facts/nouns.json); before, Outlook itself.
 */
function clientVersion({ servedBy, clientVersion: outlook }: Logon): string {
  const version = versionOf(servedBy);
  if (version === null || version.major < servedByClientAccess) return outlookVersions[outlook] ?? "";
  return `${version.major * 256 + version.minor}.0.${0x8000 + version.build}.${version.revision}`;
}

/** The first builds of Outlook's versions. */
const outlookVersions: Readonly<Record<string, string>> = {
  "2003": "11.0.5608.0",
  "2007": "12.0.4518.1014",
  "2010": "14.0.4760.1000",
  "2013": "15.0.4420.1017",
};

function valuesOf(task: Task, logon: Logon): Readonly<Record<string, Value>> {
  const { user, database, server, servedBy, machine, address, isCached } = logon;
  const isServed = (versionOf(servedBy)?.major ?? 0) >= servedByClientAccess;
  const legacyDN = String(getProperty(schema, user, "LegacyExchangeDN") ?? "");
  const { context } = task.cmdlet;
  return {
    ClientIPAddress: address,
    ClientMode: clientMode(isCached ? "Cached" : "ClassicOnline"),
    ClientName: isServed ? servedBy.name : machine,
    ClientVersion: clientVersion(logon),
    FullMailboxDirectoryName: legacyDN,
    FullUserDirectoryName: legacyDN,
    HostAddress: "",
    LastAccessTime: localTime(context, task.topology.clock),
    LogonTime: localTime(context, logon.since),
    UserName: String(getProperty(schema, user, "DisplayName") ?? user.name),
    Windows2000Account: accountNameOf(task.topology, user),
    ApplicationId: isServed ? "Client=MSExchangeRPC" : "",
    ServerName: server.name,
    DatabaseName: database.name,
    OriginatingServer: server.name,
  };
}

/** Which logons the parameters mean; without any, those of the local server (documented). */
function asked(task: Task): (logon: Logon) => boolean {
  if (task.has("Identity")) {
    const found = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
    return ({ user }) => user.guid === found.guid;
  }
  if (task.has("Database")) {
    const found = task.resolve("Database", databaseQuery, (identity) => task.notFound(identity));
    return ({ database }) => database.guid === found.guid;
  }
  const [local] = listObjects(task.topology, "ExchangeServer");
  const found = task.has("Server") ? resolveServer(task, "Server", "Mailbox") : local;
  return ({ server }) => server.guid === found?.guid;
}

export const logonStatisticsVerbs: NounVerbs = {
  Get: {
    taskClass: "MapiTasks.GetLogonStatistics",
    emulated: ["Identity", "Database", "Server"],
    accepted: [],
    optional: ["Server"],
    defaultParameterSet: "Server",
    process(task) {
      const isAsked = asked(task);
      // Since Exchange 2013 the cmdlet works no more (documented): there is nobody that it finds.
      if (task.info.release !== "2010") return;
      for (const logon of connectionsOf(task.cmdlet.context).logons()) {
        if (isAsked(logon)) writeRow(task, logonStatistics, logon.user, valuesOf(task, logon));
      }
    },
  },
};
