import { type DirectoryObject, reference } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { bool, fixed, int, links, list, quota, text } from "../properties/property.js";
import { unlimited } from "../properties/scalar-kinds.js";
import { hasRole } from "../servers/roles.js";
import { writtenId } from "../types/ad-object-id.js";
import { addressSpaceKind } from "./transport-kinds.js";
import { hubServers, localHubServer } from "./transport-servers.js";

/** Connectors to what speaks no SMTP: by a drop directory, and by a delivery agent. Lists and views from memory. */

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const routingGroup = "Exchange Routing Group (DWBGZMFD01QNBJR)";

const connections = {
  below: "administrativeGroup",
  path: ["CN=Routing Groups", `CN=${routingGroup}`, "CN=Connections"],
} as const;

const messages = {
  noSource: message({
    text: (noun: string) =>
      `A ${noun} needs a source server that has the Hub Transport server role. Specify one with the SourceTransportServers parameter.`,
    exception: "Microsoft.Exchange.Management.SystemConfigurationTasks.SendConnectorSourceServersNotSpecifiedException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const bindsServers = {
  classes: ["ExchangeServer"],
  where: (server: DirectoryObject) => hasRole(server, "HubTransport"),
};

/** What both kinds have; the tail behind it. */
const shared = (): readonly ExchangeProperty[] => [
  list("AddressSpaces", addressSpaceKind),
  bool("IsScopedConnector", { default: false }),
  fixed("IsSmtpConnector", "bool", () => false),
  text("Comment"),
  fixed("SourceRoutingGroup", "Microsoft.Exchange.Data.Directory.ADObjectId", () => writtenId(routingGroup)),
  links("SourceTransportServers", "ExchangeServer", { query: bindsServers }),
  quota("MaxMessageSize", { default: unlimited }),
  ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
];

const typesOf = (name: string): readonly string[] =>
  configurationTypes(
    `${configuration}.${name}`,
    `${configuration}.MailGateway`,
    `${configuration}.SendConnector`,
    `${configuration}.ADLegacyVersionableObject`,
  );

const viewOf = (name: string) => ({
  kind: "table" as const,
  name: `${configuration}.${name}`,
  typeNames: [`${configuration}.${name}`],
  columns: [{ property: "Identity" }, { property: "AddressSpaces" }, { property: "Enabled" }],
});

export const foreignConnector = defineNoun({
  noun: "ForeignConnector",
  called: "foreign connector",
  class: {
    name: "ForeignConnector",
    objectClass: ["top", "msExchConnector", "mailGateway"],
    objectCategory: "Mail-Gateway",
    container: connections,
  },
  typeNames: typesOf("ForeignConnector"),
  properties: () => [
    text("DropDirectory"),
    quota("DropDirectoryQuota", { default: unlimited }),
    bool("RelayDsnRequired", { default: false }),
    bool("Enabled", { default: true }),
    ...shared(),
  ],
  views: [viewOf("ForeignConnector")],
});

export const deliveryAgentConnector = defineNoun({
  noun: "DeliveryAgentConnector",
  called: "delivery agent connector",
  class: {
    name: "DeliveryAgentConnector",
    objectClass: ["top", "msExchConnector", "mailGateway", "msExchDeliveryAgentConnector"],
    objectCategory: "ms-Exch-Delivery-Agent-Connector",
    container: connections,
  },
  setup: (topology) => [
    {
      class: "DeliveryAgentConnector",
      name: "Text Messaging Delivery Agent Connector",
      properties: {
        AddressSpaces: ["MOBILE:*;1"],
        DeliveryProtocol: "MOBILE",
        SourceTransportServers: hubServers(topology).map(({ guid }) => reference(guid)),
      },
    },
  ],
  typeNames: typesOf("DeliveryAgentConnector"),
  properties: () => [
    text("DeliveryProtocol"),
    int("MaxMessagesPerConnection", { default: 20 }),
    int("MaxConcurrentConnections", { default: 5 }),
    bool("Enabled", { default: true }),
    ...shared(),
  ],
  views: [viewOf("DeliveryAgentConnector")],
});

/** The server on which the command runs is the source, unless others are named. */
function sources(task: Task, what: string) {
  const server = localHubServer(task) ?? hubServers(task.topology)[0];
  if (server === undefined) throw task.failure(messages.noSource, [what]);
  return { SourceTransportServers: [reference(server.guid)] };
}

export const foreignConnectorVerbs: NounVerbs = {
  Get: getVerb(foreignConnector),
  New: newVerb(foreignConnector, {
    make: (task, given) => ({
      class: "ForeignConnector",
      name: task.text("Name") ?? "",
      // The drop directory is named like the connector (documented).
      properties: { DropDirectory: task.text("Name"), ...sources(task, "foreign connector"), ...given },
    }),
  }),
  Set: setVerb(foreignConnector, { accepted: ["Force"] }),
  Remove: removeVerb(foreignConnector),
};

export const deliveryAgentConnectorVerbs: NounVerbs = {
  Get: getVerb(deliveryAgentConnector),
  New: newVerb(deliveryAgentConnector, {
    make: (task, given) => ({
      class: "DeliveryAgentConnector",
      name: task.text("Name") ?? "",
      properties: { ...sources(task, "delivery agent connector"), ...given },
    }),
  }),
  Set: setVerb(deliveryAgentConnector, { accepted: ["Force"] }),
  Remove: removeVerb(deliveryAgentConnector),
};
