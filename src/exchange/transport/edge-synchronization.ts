import { type DirectoryObject, getProperty, listObjects, reference } from "../../topology/index.js";
import { bytesOf, utf8Text } from "../../values/bytes.js";
import { localTime } from "../../values/local-time.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type Noun, type NounVerbs, type VerbBehaviour } from "../noun/noun.js";
import { live } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import type { Task } from "../noun/task.js";
import { add, remove } from "../noun/write.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { resolveServer, serverQuery } from "../servers/resolve-server.js";
import { hasRole } from "../servers/roles.js";
import { runs } from "../servers/running-services.js";

/**
 * Edge Transport servers: subscribed by the file that such a server has written, and synchronized with. No Edge server
 * belongs to the network here, so that nothing answers a synchronization.
 */

const messages = {
  onEdgeOnly: message({
    text: () => "The FileName parameter can be used on Edge Transport servers only. Specify FileData and Site.",
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (New-EdgeSubscription), the text is not known",
  }),
  badFile: message({
    text: () => "The Edge Subscription file isn't valid.",
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  present: message({
    text: (server: string) => `The Edge Transport server "${server}" is already subscribed.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const subscribing = sentence({
  text: (server: string, site: string) =>
    `Subscribing Edge Transport server "${server}" to Active Directory site "${site}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

const element = (text: string, name: string): string | null =>
  new RegExp(`<${name}>\\s*([^<]+?)\\s*</${name}>`).exec(text)?.[1] ?? null;

/** `EdgeSync - HeadOffice to Internet`, `EdgeSync - Inbound to HeadOffice` (documented). */
const internetConnector = (site: string): string => `EdgeSync - ${site} to Internet`;
const inboundConnector = (site: string): string => `EdgeSync - Inbound to ${site}`;

const isWanted = (task: Task, parameter: string): boolean => !task.has(parameter) || task.isOn(parameter);

function subscribe(task: Task, noun: Noun): void {
  if (task.has("FileName") || !task.has("FileData")) throw task.failure(messages.onEdgeOnly, []);
  const file = utf8Text(bytesOf(task.value("FileData")));
  const [name, fqdn] = [element(file, "EdgeServerName"), element(file, "EdgeServerFQDN")];
  if (name === null || fqdn === null || !file.includes("<EdgeSubscriptionData"))
    throw task.failure(messages.badFile, []);
  const site = task.resolve("Site", { classes: ["ADSite"] }, (identity) => task.parameterNotFound(identity));
  if (task.find(name, serverQuery).length > 0) throw task.failure(messages.present, [name]);
  if (!task.shouldProcess(subscribing.text(name, site.name))) return;
  const [local] = listObjects(task.topology, "ExchangeServer");
  const server = add(task, {
    class: "ExchangeServer",
    name,
    properties: {
      Fqdn: fqdn,
      Site: reference(site.guid),
      ServerRole: ["Edge"],
      Edition: "Standard",
      AdminDisplayVersion: local === undefined ? null : getProperty(schema, local, "AdminDisplayVersion"),
      ExchangeLegacyDN: `${String(local?.properties.ExchangeLegacyDN ?? "").replace(/\/cn=[^/]*$/, "")}/cn=${name}`,
    },
  });
  task.requireWrite(server);
  const common = { DNSRoutingEnabled: true, SourceTransportServers: [reference(server.guid)] };
  if (isWanted(task, "CreateInternetSendConnector"))
    add(task, {
      class: "SendConnector",
      name: internetConnector(site.name),
      properties: { ...common, AddressSpaces: ["smtp:*;100"], Fqdn: fqdn },
    });
  if (isWanted(task, "CreateInboundSendConnector"))
    add(task, {
      class: "SendConnector",
      name: inboundConnector(site.name),
      properties: {
        ...common,
        DNSRoutingEnabled: false,
        AddressSpaces: ["smtp:--;100"],
        Fqdn: fqdn,
      },
    });
  task.cmdlet.writeObject(noun.present(task.source(server)));
}

/** New- and Remove-EdgeSubscription. @param noun that of the subscriptions */
export const edgeSubscribing = (noun: Noun): Pick<NounVerbs, "New" | "Remove"> => ({
  New: {
    taskClass: "SystemConfigurationTasks.NewEdgeSubscription",
    emulated: ["FileData", "FileName", "Site", "CreateInternetSendConnector", "CreateInboundSendConnector"],
    // How long the first account is good for, a server learns that is not there.
    accepted: ["AccountExpiryDuration", "Force"],
    process: (task) => subscribe(task, noun),
  },
  Remove: removeVerb(noun, {
    accepted: ["Force"],
    after: (task, gone) => {
      for (const connector of listObjects(task.topology, "SendConnector")) {
        const { SourceTransportServers: sources = null } = connector.properties;
        const isItsOwn = Array.isArray(sources) && sources.length === 1 && sources[0]?.guid === gone.guid;
        if (isItsOwn && connector.name.startsWith("EdgeSync - ")) remove(task, connector);
      }
    },
  }),
});

const edges = (task: Task): readonly DirectoryObject[] =>
  listObjects(task.topology, "ExchangeServer").filter((server) => hasRole(server, "Edge"));

/** Those of -TargetServer, or all. */
function targets(task: Task): readonly DirectoryObject[] {
  const wanted = task.text("TargetServer")?.toLowerCase();
  return edges(task).filter(
    ({ name, properties }) =>
      wanted === undefined || [name.toLowerCase(), String(properties.Fqdn).toLowerCase()].includes(wanted),
  );
}

const startType = "Microsoft.Exchange.Management.EdgeSync.StatusResult";
export const edgeSynchronization = defineNoun({
  noun: "EdgeSynchronization",
  tasks: "SystemConfigurationTasks",
  identity: serverQuery,
  typeNames: [startType],
  // Documented of Start-EdgeSynchronization; order from memory.
  properties: () => [
    computed("Result", "string", live("Result")),
    computed("Type", "string", live("Type")),
    computed("Name", "string", live("Name")),
    computed("FailureDetails", "string", live("FailureDetails")),
    computed("StartUTC", "datetime", live("StartUTC")),
    computed("EndUTC", "datetime", live("EndUTC")),
    fixed("Added", "int", () => 0),
    fixed("Deleted", "int", () => 0),
    fixed("Updated", "int", () => 0),
    fixed("Scanned", "int", () => 0),
    fixed("TargetScanned", "int", () => 0),
  ],
  views: [],
});

const testType = "Microsoft.Exchange.Management.EdgeSync.EdgeSyncRecord";
const testResult = defineNoun({
  noun: "the results of Test-EdgeSynchronization",
  identity: serverQuery,
  typeNames: [testType],
  properties: () => [
    computed("SyncStatus", "string", live("SyncStatus")),
    ...["UtcNow", "Name", "FailureDetail"].map((name) => computed(name, "string", live(name))),
    ...[
      "LeaseHolder",
      "LeaseType",
      "LeaseExpiryUtc",
      "LastSynchronizedUtc",
      "TransportServerStatus",
      "TransportConfigStatus",
      "AcceptedDomainStatus",
      "RemoteDomainStatus",
      "SendConnectorStatus",
      "MessageClassificationStatus",
      "RecipientStatus",
    ].map((name) => computed(name, "string", live(name))),
  ],
  views: [],
});

const noAnswer = (server: DirectoryObject): string =>
  `The LDAP server ${String(server.properties.Fqdn)}:50636 is unavailable.`;

function start(task: Task): void {
  const server = task.has("Server") ? resolveServer(task, "Server", "HubTransport") : null;
  const hub = server ?? listObjects(task.topology, "ExchangeServer").find((each) => hasRole(each, "HubTransport"));
  const isRunning = hub !== undefined && runs(task.topology, hub, "MSExchangeEdgeSync");
  const now = localTime(task.cmdlet.context, task.topology.clock);
  for (const edge of targets(task))
    for (const type of ["Recipients", "Configuration"])
      writeRow(task, edgeSynchronization, edge, {
        Result: isRunning ? "CouldNotConnect" : "NotStarted",
        Type: type,
        Name: edge.name,
        FailureDetails: isRunning ? noAnswer(edge) : "The Microsoft Exchange EdgeSync service isn't running.",
        StartUTC: now,
        EndUTC: now,
      });
}

function test(task: Task): void {
  for (const edge of targets(task))
    writeRow(task, testResult, edge, {
      SyncStatus: "Failed",
      UtcNow: localTime(task.cmdlet.context, task.topology.clock),
      Name: edge.name,
      LeaseHolder: "",
      LeaseType: "None",
      FailureDetail: noAnswer(edge),
      LeaseExpiryUtc: "",
      LastSynchronizedUtc: "",
      ...Object.fromEntries(
        [
          "TransportServerStatus",
          "TransportConfigStatus",
          "AcceptedDomainStatus",
          "RemoteDomainStatus",
          "SendConnectorStatus",
          "MessageClassificationStatus",
          "RecipientStatus",
        ].map((name) => [name, "NotStarted"]),
      ),
    });
}

const testing: VerbBehaviour = {
  taskClass: "SystemConfigurationTasks.TestEdgeSynchronization",
  emulated: ["TargetServer"],
  // Nothing answers that could be compared with.
  accepted: ["VerifyRecipient", "ExcludeRecipientTest", "FullCompareMode", "MaxReportSize", "MonitoringContext"],
  defaultParameterSet: "Default",
  process: test,
};

export const edgeSynchronizationVerbs: NounVerbs = {
  Start: {
    taskClass: "SystemConfigurationTasks.StartEdgeSynchronization",
    emulated: ["Server", "TargetServer"],
    accepted: ["ForceFullSync", "ForceUpdateCookie"],
    process: start,
  },
  Test: testing,
};
