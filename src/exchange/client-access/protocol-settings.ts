import {
  type DirectoryObject,
  eachObject,
  getProperty,
  isList,
  isReference,
  listObjects,
  type PropertyValue,
} from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { linked } from "../databases/copies.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { computed } from "../properties/property.js";
import { schema } from "../schema.js";
import { activeServerOf } from "../transport/delivery.js";
import { parseIPBinding } from "../transport/types/ip-binding.js";
import { serverAbove } from "../types/ad-object-id.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import {
  ProtocolConnectionSettings,
  parseConnectionSettings,
  protocolConnectionSettingsName,
} from "../types/protocol-connection-settings.js";
import { imapSettings, popSettings, settingsOn } from "./mail-protocol-settings.js";

/** What `Get-CASMailbox -ProtocolSettings` tells of the names, ports and encryption that mail programs are to use. */

const where = ["External", "Internal"] as const;
const protocols = ["Imap", "Pop", "Smtp"] as const;

/** The rows, which are empty without the switch (documented; their place in the list is from memory). */
export const protocolSettingsRows = (): readonly ExchangeProperty[] =>
  protocols.flatMap((protocol) =>
    where.map((side) => {
      const name = `${side}${protocol}Settings`;
      return computed(
        name,
        `Microsoft.Exchange.Data.MultiValuedProperty[${protocolConnectionSettingsName}]`,
        live(name),
      );
    }),
  );

const texts = (value: PropertyValue): readonly string[] => (isList(value) ? value.map(String) : []);

/** The servers of the site in which a mailbox is now: mail programs are sent to these. */
function serversFor({ topology }: Task, user: DirectoryObject): readonly DirectoryObject[] {
  const database = linked(topology, getProperty(schema, user, "Database"));
  const home = database === null ? null : activeServerOf(topology, database);
  const site = home === null ? null : getProperty(schema, home, "Site");
  return listObjects(topology, "ExchangeServer").filter((server) => {
    const its = getProperty(schema, server, "Site");
    return isReference(site) ? isReference(its) && its.guid === site.guid : server.guid === home?.guid;
  });
}

/** What Receive connectors announce that are to (`-AdvertiseClientSettings`): their names and the ports they listen at. */
function smtpSettings({ topology }: Task, servers: readonly DirectoryObject[]): readonly ProtocolConnectionSettings[] {
  const known = new Set(servers.map(({ guid }) => guid));
  return [...eachObject(topology, "ReceiveConnector")].flatMap((connector) => {
    const server = serverAbove(topology, connector);
    const advertises = getProperty(schema, connector, "AdvertiseClientSettings") === true;
    if (server === null || !known.has(server.guid) || !advertises) return [];
    const host = getProperty(schema, connector, "ServiceDiscoveryFqdn") ?? getProperty(schema, connector, "Fqdn");
    const encrypts = String(getProperty(schema, connector, "AuthMechanism") ?? "").includes("Tls");
    const ports = new Set(
      texts(getProperty(schema, connector, "Bindings")).map((binding) => parseIPBinding(binding, true).port),
    );
    return [...ports].map((port) => new ProtocolConnectionSettings(String(host), port, encrypts ? "TLS" : null));
  });
}

/** The values of the rows for a mailbox. */
export function protocolSettingsOf(task: Task, user: DirectoryObject): ReadonlyMap<string, Value> {
  const servers = serversFor(task, user);
  const smtp = smtpSettings(task, servers);
  const told = (protocol: (typeof protocols)[number], side: string): readonly ProtocolConnectionSettings[] => {
    if (protocol === "Smtp") return smtp;
    const noun = protocol === "Pop" ? popSettings : imapSettings;
    return servers.flatMap((server) => {
      const settings = settingsOn(task.topology, noun, server);
      const kept = settings === null ? null : getProperty(schema, settings, `${side}ConnectionSettings`);
      return texts(kept).map(parseConnectionSettings);
    });
  };
  return new Map(
    protocols.flatMap((protocol) =>
      where.map((side) => [`${side}${protocol}Settings`, multiValuedProperty([...told(protocol, side)])] as const),
    ),
  );
}
