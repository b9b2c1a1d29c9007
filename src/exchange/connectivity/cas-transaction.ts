import type { DirectoryObject } from "../../topology/index.js";
import { getProperty } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import { linked } from "../databases/copies.js";
import { isUp } from "../databases/database-status.js";
import { defineNoun } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { serverQuery } from "../servers/resolve-server.js";
import { EnhancedTimeSpan, enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import { enumeration } from "../types/enumeration.js";
import { type Contact, connectionsOf, type Protocol } from "./connections.js";
import { certificateFailure, connectionFailure, socketFailure, unavailable } from "./failures.js";
import { localServer, type TestUser } from "./test-users.js";

const monitoring = "Microsoft.Exchange.Monitoring";
const typeName = `${monitoring}.CasTransactionOutcome`;
const resultType = `${monitoring}.CasTransactionResult`;
/** How sure a row of a test went. */
export const transactionResult = enumeration(resultType, ["Undefined", "Success", "Failure", "Skipped"]);
const eventType = enumeration(`${monitoring}.EventTypeEnumeration`, ["Success", "Warning", "Error", "Information"]);
const urlType = enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.VirtualDirectoryUriScope", [
  "Unknown",
  "Internal",
  "External",
]);
const connectionType = enumeration(`${monitoring}.ProtocolConnectionType`, ["Plaintext", "Ssl", "Tls"]);

const text = (name: string) => computed(name, "string", live(name));

/**
 * What one step of a test against a Client Access server came to. The columns and the values of Result are documented
 * (Test-ActiveSyncConnectivity, Test-PopConnectivity, …); their widths and the order of the list are from memory.
 */
export const casTransaction = defineNoun({
  noun: "ActiveSyncConnectivity",
  identity: serverQuery,
  typeNames: [typeName, `${monitoring}.TransactionOutcomeBase`, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    text("LocalSite"),
    computed("SecureAccess", "bool", live("SecureAccess")),
    text("VirtualDirectoryName"),
    text("Url"),
    computed("UrlType", urlType.fullName, live("UrlType")),
    computed("Port", "int", live("Port")),
    computed("ConnectionType", connectionType.fullName, live("ConnectionType")),
    text("ClientAccessServerShortName"),
    text("LocalSiteShortName"),
    text("ClientAccessServer"),
    text("Scenario"),
    text("ScenarioDescription"),
    fixed("PerformanceCounterName", "string", () => ""),
    computed("Result", resultType, live("Result")),
    text("Error"),
    text("UserName"),
    computed("StartTime", "datetime", live("StartTime")),
    computed("Latency", enhancedTimeSpanName, live("Latency")),
    computed("EventType", eventType.fullName, live("EventType")),
    text("LatencyInMillisecondsString"),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "ClientAccessServerShortName", label: "CasServer", width: 10 },
        { property: "LocalSiteShortName", label: "LocalSite", width: 13 },
        { property: "Scenario", width: 15 },
        { property: "Result", width: 7 },
        { property: "LatencyInMillisecondsString", label: "Latency(MS)", width: 11, alignment: "right" },
        { property: "Error" },
      ],
    },
  ],
});

/** One step that a test takes once it is connected. */
export interface Scenario {
  readonly name: string;
  readonly description: string;
}

/** What is tested against a server. */
export interface Transaction {
  readonly server: DirectoryObject;
  readonly user: TestUser;
  readonly scenarios: readonly Scenario[];
  /** Where the test connects to, and how. */
  readonly host: string;
  readonly protocol: Protocol;
  readonly trustsAny: boolean;
  readonly url?: string;
  readonly urlType?: "Unknown" | "Internal" | "External";
  readonly port?: number;
  readonly connection?: "Plaintext" | "Ssl" | "Tls";
  readonly directory?: string;
  /** What keeps it from being tried at all. */
  readonly obstacle?: string;
}

/** Tries a connection and a logon, and writes a row for each scenario: the first one fails, those behind it are skipped. */
export function runTransaction(task: Task, transaction: Transaction): void {
  const failure = transaction.obstacle ?? failureOf(task, transaction);
  for (const [index, scenario] of transaction.scenarios.entries()) {
    const result = failure === null ? "Success" : index === 0 ? "Failure" : "Skipped";
    writeRow(task, casTransaction, transaction.server, rowOf(task, transaction, scenario, result, failure ?? ""));
  }
}

/** Why a user cannot be served; `null` when he can. */
function failureOf(task: Task, { host, protocol, trustsAny, user }: Transaction): string | null {
  const contact: Contact = connectionsOf(task.cmdlet.context).connect(localServer(task), host, protocol);
  if (!contact.ok) {
    const isWeb = protocol === "HTTP" || protocol === "HTTPS";
    const port = portOf(protocol);
    return isWeb ? connectionFailure(contact, host, port) : socketFailure(contact.failure, contact.address, port);
  }
  if (!trustsAny && contact.certificate !== "Valid") return certificateFailure;
  const database = linked(task.topology, getProperty(schema, user.user, "Database"));
  return database === null || !isUp(task.topology, database) ? unavailable : null;
}

const ports: Readonly<Record<Protocol, number>> = {
  HTTP: 80,
  HTTPS: 443,
  RPC: 135,
  POP3: 110,
  POP3S: 995,
  IMAP4: 143,
  IMAP4S: 993,
};
export const portOf = (protocol: Protocol): number => ports[protocol];

/** A step takes about as long here (from memory). */
export const stepTicks = 156_200n;
const ticksPerHundredth = 100n;

/** `15.62` */
export function millisecondsText(ticks: bigint): string {
  const hundredths = ticks / ticksPerHundredth;
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

function rowOf(
  task: Task,
  { server, user, url, urlType: scope, port, connection, directory, protocol }: Transaction,
  scenario: Scenario,
  result: "Success" | "Failure" | "Skipped",
  failure: string,
): Readonly<Record<string, Value>> {
  const site = linked(task.topology, getProperty(schema, server, "Site"))?.name ?? "";
  const isDone = result === "Success";
  return {
    LocalSite: site,
    SecureAccess: protocol !== "HTTP" && protocol !== "POP3" && protocol !== "IMAP4",
    VirtualDirectoryName: directory ?? "",
    Url: url ?? "",
    UrlType: urlType(scope ?? "Unknown"),
    Port: port ?? 0,
    ConnectionType: connectionType(connection ?? "Plaintext"),
    ClientAccessServerShortName: server.name.toLowerCase(),
    LocalSiteShortName: site,
    ClientAccessServer: fqdnOf(server),
    Scenario: scenario.name,
    ScenarioDescription: scenario.description,
    Result: transactionResult(result),
    Error: result === "Failure" ? failure : "",
    UserName: user.user.name,
    StartTime: localTime(task.cmdlet.context, task.topology.clock),
    Latency: new EnhancedTimeSpan(isDone ? stepTicks : 0n),
    EventType: eventType(result === "Failure" ? "Error" : "Success"),
    LatencyInMillisecondsString: isDone ? millisecondsText(stepTicks) : "",
  };
}
