import { type DirectoryObject, resolveIdentity, type Topology } from "../../topology/index.js";
import { ticksPerMinute } from "../../values/date-time.js";
import { configurationTail, configurationTypes, objectVersions, serverIdentity } from "../noun/common-properties.js";
import { sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type Noun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import type { Kind } from "../properties/kind.js";
import { bool, choice, computed, fixed, int, list, quota, span, text, uri } from "../properties/property.js";
import { textual } from "../properties/scalar-kinds.js";
import { installed } from "../servers/log-settings.js";
import { hasRole, isSince2013 } from "../servers/roles.js";
import { ipBindingKind } from "../transport/transport-kinds.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { parseConnectionSettings, protocolConnectionSettingsName } from "../types/protocol-connection-settings.js";
import { serverOrLocal } from "./virtual-directory.js";
import { configuration, serverOf } from "./virtual-directory-rows.js";

/** The services of POP3 and IMAP4 on a server: Get- and Set-PopSettings, Get- and Set-ImapSettings. */

const data = "Microsoft.Exchange.Data";
const loginOptions = enumeration(`${configuration}.LoginOptions`, [
  "PlainTextLogin",
  "PlainTextAuthentication",
  "SecureLogin",
]);
const calendarOptions = enumeration(`${data}.CalendarItemRetrievalOptions`, [
  "iCalendar",
  "intranetUrl",
  "InternetUrl",
  "Custom",
]);
const rollOver = enumeration(`${configuration}.LogFileRollOver`, ["Hourly", "Daily", "Weekly", "Monthly"]);
const sortOrder = enumeration(`${data}.SortOrder`, ["Ascending", "Descending"]);
const tokenChecking = enumeration(`${configuration}.ExtendedProtectionTokenCheckingMode`, ["None", "Allow", "Require"]);
export const mimeFormat = enumeration("Microsoft.Exchange.Data.Directory.MimeTextFormat", [
  "TextOnly",
  "HtmlOnly",
  "HtmlAndTextAlternative",
  "TextEnrichedOnly",
  "TextEnrichedAndTextAlternative",
  "BestBodyFormat",
  "Tnef",
]);

export const connectionSettingsKind: Kind = textual(
  "connection settings",
  protocolConnectionSettingsName,
  (stored) => parseConnectionSettings(String(stored)),
  protocolConnectionSettingsName,
);

/** What differs between the two. Ports, sizes and time limits are documented. */
interface MailProtocol {
  readonly noun: "PopSettings" | "ImapSettings";
  readonly name: "POP3" | "IMAP4";
  readonly port: number;
  readonly securePort: number;
  /** Where servers of 2013 and later hand connections on. */
  readonly backEndPort: number;
  readonly maxCommandSize: number;
  readonly type: string;
  readonly objectClass: string;
  readonly objectCategory: string;
  readonly logFolder: string;
}

const pop: MailProtocol = {
  noun: "PopSettings",
  name: "POP3",
  port: 110,
  securePort: 995,
  backEndPort: 1995,
  maxCommandSize: 512,
  type: "Pop3AdConfiguration",
  objectClass: "protocolCfgPOP",
  objectCategory: "ms-Exch-Protocol-Cfg-POP-Server",
  logFolder: "Logging\\Pop3",
};
const imap: MailProtocol = {
  noun: "ImapSettings",
  name: "IMAP4",
  port: 143,
  securePort: 993,
  backEndPort: 1993,
  maxCommandSize: 10240,
  type: "Imap4AdConfiguration",
  objectClass: "protocolCfgIMAP",
  objectCategory: "ms-Exch-Protocol-Cfg-IMAP-Server",
  logFolder: "Logging\\Imap4",
};

/** Each service has one set of settings. */
const objectName = "1";
const connections = { "2010": 2000, later: 2147483647 } as const;

/** What the setup of a server gives its service. */
function defaultsFor(protocol: MailProtocol, server: DirectoryObject) {
  const later = isSince2013(server);
  const most = later ? connections.later : connections["2010"];
  return {
    UnencryptedOrTLSBindings: ["::", "0.0.0.0"].map((address) => bindingText(address, protocol.port)),
    SSLBindings: ["::", "0.0.0.0"].map((address) => bindingText(address, protocol.securePort)),
    X509CertificateName: server.name,
    MaxConnections: most,
    MaxConnectionFromSingleIP: most,
    ProxyTargetPort: later ? protocol.backEndPort : protocol.port,
  };
}

const bindingText = (address: string, port: number): string =>
  `${address.includes(":") ? `[${address}]` : address}:${port}`;

/** The service's settings. Order and view from memory. */
function settingsOf(protocol: MailProtocol): Noun {
  const typeName = `${configuration}.${protocol.type}`;
  return defineNoun({
    noun: protocol.noun,
    called: `${protocol.name} settings`,
    class: {
      name: protocol.noun,
      objectClass: ["top", "protocolCfg", protocol.objectClass, `${protocol.objectClass}Server`],
      objectCategory: protocol.objectCategory,
      container: { belowClass: "ExchangeServer", path: ["CN=Protocols", `CN=${protocol.name}`] },
    },
    identity: { classes: [protocol.noun], owner: "ExchangeServer" },
    serverSetup: (server) =>
      hasRole(server, "ClientAccess")
        ? [{ class: protocol.noun, name: objectName, parent: server.guid, properties: defaultsFor(protocol, server) }]
        : [],
    typeNames: configurationTypes(
      typeName,
      `${configuration}.PopImapAdConfiguration`,
      `${configuration}.ADEmailTransport`,
    ),
    properties: () => [
      fixed("ProtocolName", "string", () => protocol.name),
      { name: "Name", type: "string", read: ({ object }) => object.name },
      int("MaxCommandSize", { default: protocol.maxCommandSize }),
      ...(protocol === pop
        ? [choice("MessageRetrievalSortOrder", sortOrder, { default: "Ascending" })]
        : [bool("ShowHiddenFoldersEnabled", { default: false })]),
      list("UnencryptedOrTLSBindings", ipBindingKind),
      list("SSLBindings", ipBindingKind),
      list("InternalConnectionSettings", connectionSettingsKind),
      list("ExternalConnectionSettings", connectionSettingsKind),
      text("X509CertificateName"),
      text("Banner", { default: `The Microsoft Exchange ${protocol.name} service is ready.` }),
      choice("LoginType", loginOptions, { default: "SecureLogin" }),
      span("AuthenticatedConnectionTimeout", { default: 30n * ticksPerMinute }),
      span("PreAuthenticatedConnectionTimeout", { default: ticksPerMinute }),
      int("MaxConnections"),
      int("MaxConnectionFromSingleIP"),
      int("MaxConnectionsPerUser", { default: 16 }),
      choice("MessageRetrievalMimeFormat", mimeFormat, { default: "BestBodyFormat" }),
      int("ProxyTargetPort"),
      choice("CalendarItemRetrievalOption", calendarOptions, { default: "iCalendar" }),
      uri("OwaServerUrl"),
      bool("EnableExactRFC822Size", { default: false }),
      fixed("LiveIdBasicAuthReplacement", "bool", () => false),
      bool("SuppressReadReceipt", { default: false }),
      bool("ProtocolLogEnabled", { default: false }),
      bool("EnforceCertificateErrors", { default: false }),
      text("LogFileLocation", {
        absent: (source) => {
          const server = serverOf(source);
          return server === null ? null : installed(protocol.logFolder)({ ...source, object: server });
        },
      }),
      choice("LogFileRollOverSettings", rollOver, { default: "Daily" }),
      quota("LogPerFileSizeQuota", { default: 0n }),
      choice("ExtendedProtectionPolicy", tokenChecking, { default: "None" }),
      bool("EnableGSSAPIAndNTLMAuth", { default: true }),
      computed("Server", "Microsoft.Exchange.Data.Directory.ADObjectId", (source) => {
        const server = serverOf(source);
        return server === null ? null : new ADObjectId(source.topology, server, "name");
      }),
      ...configurationTail(objectVersions.exchange2010, { name: false, identity: "server" }),
    ],
    views: [
      {
        kind: "table",
        name: typeName,
        typeNames: [typeName],
        columns: [
          { property: "UnencryptedOrTLSBindings" },
          { property: "SSLBindings" },
          { property: "LoginType" },
          { property: "X509CertificateName" },
        ],
      },
    ],
    displayIdentity: serverIdentity,
  });
}

export const popSettings: Noun = settingsOf(pop);
export const imapSettings: Noun = settingsOf(imap);

const needsRestart = sentence({
  text: (protocol: string, server: string) =>
    `Changes to ${protocol} settings will only take effect after all Microsoft Exchange ${protocol} services are restarted on server ${server}.`,
  certainty: "memory",
  evidence: "remembered",
});

/** The settings of a server, if it has the service. */
export function settingsOn(topology: Topology, noun: Noun, server: DirectoryObject): DirectoryObject | null {
  return resolveIdentity(topology, `${server.name}\\${objectName}`, noun.identity)[0] ?? null;
}

/** The settings of -Server, or of the server of the session. */
function meant(task: Task, noun: Noun): DirectoryObject {
  const server = serverOrLocal(task);
  const found = settingsOn(task.topology, noun, server);
  if (found === null) throw task.notFound(`${server.name}\\${objectName}`);
  return found;
}

function verbsOf(noun: Noun, { name }: MailProtocol): NounVerbs {
  return {
    Get: getVerb(noun, {
      unnamed: true,
      all: (task) => [meant(task, noun)],
      filters: { Server: () => ({ keep: () => true }) },
    }),
    Set: setVerb(noun, {
      emulated: ["Server"],
      find: (task) => meant(task, noun),
      after: (task) => task.cmdlet.writeWarning(needsRestart.text(name, serverOrLocal(task).name)),
    }),
  };
}

export const popSettingsVerbs: NounVerbs = verbsOf(popSettings, pop);
export const imapSettingsVerbs: NounVerbs = verbsOf(imapSettings, imap);
