import { childrenOf, type DirectoryObject } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions, serverIdentity } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { bool, computed, int, text } from "../properties/property.js";
import { resolveServer } from "../servers/resolve-server.js";
import { hasRole } from "../servers/roles.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { configuration, serverOf } from "./virtual-directory-rows.js";

const typeName = `${configuration}.ExchangeRpcClientAccess`;
const className = "RpcClientAccess";
const objectName = "RpcClientAccess";

const responsibility = enumeration(
  `${configuration}.RpcClientAccessResponsibility`,
  ["None", "Mailboxes", "PublicFolders"],
  {
    isFlags: true,
  },
);

/** Client Access servers answer for mailboxes, Mailbox servers for public folders. */
function responsibilities(source: Source) {
  const server = serverOf(source);
  const parts = [
    ...(server !== null && hasRole(server, "ClientAccess") ? ["Mailboxes"] : []),
    ...(server !== null && hasRole(server, "Mailbox") ? ["PublicFolders"] : []),
  ];
  return responsibility(parts.join(",") || "None");
}

/**
 * The settings of the RPC Client Access service of a server. Defaults documented; order, view and place in the directory
 * from memory (facts/nouns.json).
 */
export const rpcClientAccess = defineNoun({
  noun: "RpcClientAccess",
  called: "RPC Client Access service",
  class: {
    name: className,
    objectClass: ["top", "protocolCfg", "msExchProtocolCfgExchangeRpcService"],
    objectCategory: "ms-Exch-Protocol-Cfg-Exchange-Rpc-Service",
    container: { belowClass: "ExchangeServer", path: [] },
  },
  identity: { classes: [className], owner: "ExchangeServer" },
  serverSetup: (server) =>
    hasRole(server, "ClientAccess") || hasRole(server, "Mailbox")
      ? [{ class: className, name: objectName, parent: server.guid }]
      : [],
  typeNames: configurationTypes(typeName),
  properties: () => [
    computed("Server", "Microsoft.Exchange.Data.Directory.ADObjectId", (source) => {
      const server = serverOf(source);
      return server === null ? null : new ADObjectId(source.topology, server, "name");
    }),
    int("MaximumConnections", { default: 65536, certainty: "documented" }),
    bool("EncryptionRequired", { default: true, certainty: "documented" }),
    text("BlockedClientVersions"),
    computed("Responsibility", responsibility.fullName, responsibilities),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "server" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Server" },
        { property: "Responsibility" },
        { property: "MaximumConnections" },
        { property: "EncryptionRequired" },
        { property: "BlockedClientVersions" },
      ],
    },
  ],
  displayIdentity: serverIdentity,
});

const messages = {
  exists: message({
    text: (server: string) => `The RPC Client Access service is already configured on the server "${server}".`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

function settingsOf(task: Task, server: DirectoryObject): DirectoryObject | undefined {
  return childrenOf(task.topology, server.guid).find(({ class: name }) => name === className);
}

/** The settings of the server that -Server means. */
function find(task: Task): DirectoryObject {
  const server = resolveServer(task, "Server");
  const settings = settingsOf(task, server);
  if (settings === undefined) throw task.notFound(`${server.name}\\${objectName}`);
  return settings;
}

export const rpcClientAccessVerbs: NounVerbs = {
  // -Server is all that says which.
  Get: { ...getVerb(rpcClientAccess), emulated: ["Server"] },
  New: newVerb(rpcClientAccess, {
    emulated: ["Server"],
    make: (task) => {
      const server = resolveServer(task, "Server");
      if (settingsOf(task, server) !== undefined) throw task.failure(messages.exists, [server.name]);
      return { class: className, name: objectName, parent: server.guid };
    },
  }),
  Set: setVerb(rpcClientAccess, { emulated: ["Server"], find }),
  Remove: removeVerb(rpcClientAccess, { emulated: ["Server"], find }),
};
