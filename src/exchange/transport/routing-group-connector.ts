import { isReference, valuesOf } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, int, links, quota } from "../properties/property.js";
import { unlimited } from "../properties/scalar-kinds.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.RoutingGroupConnector`;

const servers = (name: string) => links(name, "ExchangeServer");

/**
 * A way to another routing group, that is to servers of Exchange 2003: those of 2007 and 2010 are all in one group. There
 * are no others here, so that no connector can be made. List and view from memory.
 */
export const routingGroupConnector = defineNoun({
  noun: "RoutingGroupConnector",
  called: "routing group connector",
  class: {
    name: "RoutingGroupConnector",
    objectClass: ["top", "msExchConnector", "msExchRoutingGroupConnector"],
    objectCategory: "ms-Exch-Routing-Group-Connector",
    container: {
      below: "administrativeGroup",
      path: ["CN=Routing Groups", "CN=Exchange Routing Group (DWBGZMFD01QNBJR)", "CN=Connections"],
    },
  },
  typeNames: configurationTypes(typeName, `${configuration}.SendConnector`),
  properties: () => [
    servers("TargetTransportServers"),
    int("Cost", { default: 1 }),
    bool("PublicFolderReferralsEnabled", { default: true }),
    servers("SourceTransportServers"),
    quota("MaxMessageSize", { default: unlimited }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "SourceTransportServers" },
        { property: "TargetTransportServers" },
        { property: "Cost", width: 4, alignment: "left" },
      ],
    },
  ],
});

const sameGroup = message({
  text: (server: string) =>
    `The server "${server}" is in the routing group of the source servers. A routing group connector leads to servers of another routing group.`,
  exception: "Microsoft.Exchange.Management.SystemConfigurationTasks.TargetServersInSameRoutingGroupException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

export const routingGroupConnectorVerbs: NounVerbs = {
  Get: getVerb(routingGroupConnector),
  New: newVerb(routingGroupConnector, {
    emulated: ["BiDirectional"],
    make: (task, given) => {
      const [target = null] = valuesOf(given.TargetTransportServers ?? null);
      const [server] = isReference(target) ? task.find(target.guid, { classes: ["ExchangeServer"] }) : [];
      throw task.failure(sameGroup, [server?.name ?? ""]);
    },
  }),
  Set: setVerb(routingGroupConnector),
  Remove: removeVerb(routingGroupConnector),
};
