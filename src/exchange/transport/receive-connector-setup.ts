import { getProperty, type NewObject, type PropertyValue, type Topology } from "../../topology/index.js";
import { bytesOf, unlimited } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { isSince2013 } from "../servers/roles.js";
import { hubServers } from "./transport-servers.js";

type Properties = Readonly<Record<string, PropertyValue>>;

/** Every address, in the order in which Exchange lists them (facts/nouns.json). */
export const allAddresses = ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255"] as const;

const listens = (port: number): readonly string[] => [`[::]:${port}`, `0.0.0.0:${port}`];

const clients = "Tls, Integrated, BasicAuth, BasicAuthRequireTLS";
const everybody = `${clients}, ExchangeServer`;

/** What a new connector has by what it is for (documented; what Partner and Custom sign in with from memory). */
export const usages = {
  Client: { AuthMechanism: clients, PermissionGroups: "ExchangeUsers", Bindings: listens(587) },
  Custom: { AuthMechanism: "Tls", PermissionGroups: "None", Bindings: listens(25) },
  Internal: {
    AuthMechanism: "Tls, ExchangeServer",
    PermissionGroups: "ExchangeServers, ExchangeLegacyServers",
    Bindings: listens(25),
  },
  Internet: { AuthMechanism: "Tls", PermissionGroups: "AnonymousUsers", Bindings: listens(25) },
  Partner: { AuthMechanism: "Tls", PermissionGroups: "Partners", DomainSecureEnabled: true, Bindings: listens(25) },
} as const;

/** What the connector has that takes all mail inside: it does not limit servers (facts/nouns.json). */
const forServers: Properties = {
  AuthMechanism: everybody,
  PermissionGroups: "ExchangeUsers, ExchangeServers, ExchangeLegacyServers",
  MaxInboundConnectionPerSource: unlimited,
  MaxInboundConnectionPercentagePerSource: 100,
  MaxRecipientsPerMessage: 5000,
  SizeEnabled: "EnabledWithoutValue",
};

/** The connectors of Exchange 2010: one for servers, one for clients that send by themselves. */
const connectors2010: readonly (readonly [name: string, properties: Properties])[] = [
  ["Default", { ...forServers, Bindings: listens(25) }],
  [
    "Client",
    {
      ...usages.Client,
      MessageRateLimit: 5,
      MessageRateSource: "User",
    },
  ],
];

const later: Properties = { MaxMessageSize: bytesOf("36MB"), MaxHeaderSize: bytesOf("256KB"), MaxLocalHopCount: 5 };
const frontend = { ...later, TransportRole: "FrontendTransport" };

/** The five of Exchange 2013 and later; bindings and order in facts/nouns.json, who may use them from memory. */
const connectors2013: readonly (readonly [name: string, properties: Properties])[] = [
  ["Default", { ...later, ...forServers, Bindings: ["0.0.0.0:2525", "[::]:2525"] }],
  [
    "Client Proxy",
    { ...later, AuthMechanism: everybody, PermissionGroups: "ExchangeUsers, ExchangeServers", Bindings: listens(465) },
  ],
  [
    "Default Frontend",
    {
      ...frontend,
      AuthMechanism: everybody,
      PermissionGroups: "AnonymousUsers, ExchangeServers, ExchangeLegacyServers",
      Bindings: listens(25),
    },
  ],
  [
    "Outbound Proxy Frontend",
    { ...frontend, AuthMechanism: "Tls, ExchangeServer", PermissionGroups: "ExchangeServers", Bindings: listens(717) },
  ],
  ["Client Frontend", { ...frontend, ...usages.Client, Bindings: listens(587) }],
];

/** The connectors that setup makes on each server that moves mail. */
export function receiveConnectorSetup(topology: Topology): readonly NewObject[] {
  return hubServers(topology).flatMap((server) =>
    (isSince2013(server) ? connectors2013 : connectors2010).map(([name, properties]) => ({
      class: "ReceiveConnector",
      name: `${name} ${server.name}`,
      parent: server.guid,
      properties: { Fqdn: getProperty(schema, server, "Fqdn"), ...properties },
    })),
  );
}
