import {
  type DirectoryObject,
  eachObject,
  findByIndex,
  getProperty,
  isList,
  listObjects,
} from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { connectionsOf } from "../connectivity/connections.js";
import { localServer, serversIn, siteOf } from "../connectivity/test-users.js";
import { linked } from "../databases/copies.js";
import { isUp } from "../databases/database-status.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { resolveServer, serverQuery } from "../servers/resolve-server.js";
import { hasRole } from "../servers/roles.js";
import { runs } from "../servers/running-services.js";
import { serverAbove } from "../types/ad-object-id.js";
import { EnhancedTimeSpan, enhancedTimeSpanName } from "../types/enhanced-time-span.js";

/** Test-Mailflow and Test-SmtpConnectivity: whether servers take mail and bring it to a mailbox. */

const monitoring = "Microsoft.Exchange.Monitoring";
const flowType = `${monitoring}.TestMailflowOutcome`;
const noTime = new EnhancedTimeSpan(0n);
/** A message of the test is under way about as long (from memory). */
const usualLatency = new EnhancedTimeSpan(42_187_500n);

/** What became of the test's message. List: 2019 (facts: test-mailflow.1); the view from memory. */
export const mailflow = defineNoun({
  noun: "Mailflow",
  identity: serverQuery,
  typeNames: [flowType, "Microsoft.Exchange.Data.ConfigurableObject"],
  certainty: "captured",
  properties: () => [
    computed("TestMailflowResult", "string", live("TestMailflowResult")),
    computed("MessageLatencyTime", enhancedTimeSpanName, live("MessageLatencyTime")),
    computed("IsRemoteTest", "bool", live("IsRemoteTest")),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New", { since: "2013" }),
  ],
  views: [
    {
      kind: "table",
      name: flowType,
      typeNames: [flowType],
      columns: [
        { property: "TestMailflowResult", width: 22 },
        { property: "MessageLatencyTime", width: 23 },
        { property: "IsRemoteTest" },
      ],
    },
  ],
});

/** Whether a Mailbox server gives its mail to a server that moves it, and that takes it. */
function sends(task: Task, server: DirectoryObject): boolean {
  const submits = task.info.release === "2010" ? "MSExchangeMailSubmission" : "MSExchangeSubmission";
  const movers = serversIn(task, siteOf(server), task.info.release === "2010" ? "HubTransport" : "Mailbox");
  return (
    (!hasRole(server, "Mailbox") || runs(task.topology, server, submits)) &&
    movers.some((each) => runs(task.topology, each, "MSExchangeTransport"))
  );
}

const databasesOn = (task: Task, server: DirectoryObject): readonly DirectoryObject[] =>
  findByIndex(task.topology, "MailboxDatabase", "server", server.guid).filter(
    (database) => getProperty(schema, database, "Recovery") !== true,
  );

/** Where the message goes: a database that is up, or the mailbox of an address; `null` for one outside. */
function targetsOf(task: Task, source: DirectoryObject): readonly (DirectoryObject | null)[] {
  if (task.has("TargetDatabase"))
    return [task.resolve("TargetDatabase", { classes: ["MailboxDatabase"] }, (id) => task.notFound(id))];
  if (task.has("TargetMailboxServer")) return databasesOn(task, resolveServer(task, "TargetMailboxServer", "Mailbox"));
  if (task.has("TargetEmailAddress")) {
    const [user] = task.find(task.text("TargetEmailAddress") ?? "", mailbox.identity);
    return [user === undefined ? null : linked(task.topology, getProperty(schema, user, "Database"))];
  }
  if (task.isOn("AutoDiscoverTargetMailboxServer"))
    return listObjects(task.topology, "ExchangeServer").flatMap((server) => databasesOn(task, server));
  return databasesOn(task, source);
}

function testFlow(task: Task): void {
  const source = task.has("Identity") ? resolveServer(task, "Identity", "Mailbox") : localServer(task);
  for (const target of targetsOf(task, source)) {
    const server = target === null ? null : linked(task.topology, getProperty(schema, target, "Server"));
    // Mail to addresses outside leaves, and nobody there answers.
    const arrives = target !== null && isUp(task.topology, target) && server !== null && sends(task, server);
    const isFine = sends(task, source) && arrives;
    writeRow(task, mailflow, source, {
      TestMailflowResult: isFine ? "Success" : "*FAILURE*",
      MessageLatencyTime: isFine ? usualLatency : noTime,
      IsRemoteTest: server?.guid !== source.guid,
    });
  }
}

/** Nothing is slow here, no monitoring listens, and one organization has no other premises. */
const timing = ["ActiveDirectoryTimeout", "ErrorLatency", "ExecutionTimeout", "MonitoringContext"];

export const mailflowVerbs: NounVerbs = {
  Test: {
    taskClass: `${monitoring}.TestMailflow`,
    emulated: [
      "Identity",
      "TargetDatabase",
      "TargetEmailAddress",
      "TargetMailboxServer",
      "AutoDiscoverTargetMailboxServer",
    ],
    accepted: [
      ...timing,
      "TargetEmailAddressDisplayName",
      "CrossPremises",
      "CrossPremisesExpirationTimeout",
      "CrossPremisesPendingErrorCount",
    ],
    defaultParameterSet: "SourceServer",
    process: testFlow,
  },
};

const smtpType = `${monitoring}.SmtpConnectivityStatus`;

/** How a binding of a Receive connector answers. View and list from memory. */
export const smtpConnectivity = defineNoun({
  noun: "SmtpConnectivity",
  identity: serverQuery,
  typeNames: [smtpType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    ...["Server", "ReceiveConnector", "Binding", "EndPoint", "StatusCode", "Details"].map((name) =>
      computed(name, "string", live(name)),
    ),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: smtpType,
      typeNames: [smtpType],
      columns: ["Server", "ReceiveConnector", "Binding", "EndPoint", "StatusCode", "Details"].map((property) => ({
        property,
      })),
    },
  ],
});

function testSmtp(task: Task): void {
  const server = task.has("Identity") ? resolveServer(task, "Identity") : localServer(task);
  const contact = connectionsOf(task.cmdlet.context).connect(localServer(task), fqdnOf(server), "RPC");
  const isFine = contact.ok && runs(task.topology, server, "MSExchangeTransport");
  for (const connector of eachObject(task.topology, "ReceiveConnector")) {
    if (serverAbove(task.topology, connector)?.guid !== server.guid) continue;
    const kept = getProperty(schema, connector, "Bindings");
    for (const binding of isList(kept) ? kept.map(String) : []) {
      const port = binding.slice(binding.lastIndexOf(":") + 1);
      const values: Readonly<Record<string, Value>> = {
        Server: server.name,
        ReceiveConnector: connector.name,
        Binding: binding.replace(/^\[(.*)\]/, "$1"),
        EndPoint: `${contact.address}:${port}`,
        StatusCode: isFine ? "Success" : "UnableToConnect",
        Details: isFine ? "" : "No connection could be made because the target machine actively refused it.",
      };
      writeRow(task, smtpConnectivity, server, values);
    }
  }
}

export const smtpConnectivityVerbs: NounVerbs = {
  Test: {
    taskClass: `${monitoring}.TestSmtpConnectivity`,
    emulated: ["Identity"],
    accepted: ["MonitoringContext"],
    process: testSmtp,
  },
};
