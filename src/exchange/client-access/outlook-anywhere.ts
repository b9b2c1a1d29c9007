import { type DirectoryObject, listObjects, type PropertyValue, type Topology } from "../../topology/index.js";
import { displayText } from "../../values/text.js";
import { objectVersions } from "../noun/common-properties.js";
import { sentence } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { bool, choice, computed, type PropertyOptions, text, uri } from "../properties/property.js";
import { isSince2013 } from "../servers/roles.js";
import { serverAbove } from "../types/ad-object-id.js";
import {
  getVirtualDirectory,
  makeDirectory,
  serverAndName,
  serverOrLocal,
  type VirtualDirectoryPlace,
  virtualDirectoryClass,
  virtualDirectoryIdentity,
  virtualDirectorySetup,
  virtualDirectoryTypes,
} from "./virtual-directory.js";
import {
  authenticationMethod,
  configuration,
  directoryTail,
  extendedProtection,
  metabasePath,
  path,
  serverOf,
  serverRows,
  storedMethods,
} from "./virtual-directory-rows.js";

const typeName = `${configuration}.ADRpcHttpVirtualDirectory`;
const className = "RpcHttpVirtualDirectory";

const method = (name: string, options: PropertyOptions): ExchangeProperty =>
  choice(name, authenticationMethod, options);

/** Exchange 2013 gives every server one; before, there is one where Enable-OutlookAnywhere made it. */
const place: VirtualDirectoryPlace = {
  name: "Rpc",
  url: null,
  since2013: true,
  properties: (server) =>
    isSince2013(server)
      ? {
          SSLOffloading: true,
          InternalHostname: serverFqdn(server),
          ExternalClientAuthenticationMethod: "Negotiate",
          IISAuthenticationMethods: ["Basic", "Ntlm", "Negotiate"],
        }
      : {},
};

const serverFqdn = ({ properties }: DirectoryObject): PropertyValue =>
  typeof properties.Fqdn === "string" ? properties.Fqdn.toLowerCase() : null;

/** The format's version is that of the server that it was made on. */
const tail = (): readonly ExchangeProperty[] =>
  directoryTail(true).map((row) =>
    row.name === "ExchangeVersion"
      ? {
          ...row,
          read: (source) => {
            const server = serverOf(source);
            return server !== null && isSince2013(server) ? objectVersions.exchange2013 : objectVersions.exchange2010;
          },
        }
      : row,
  );

/**
 * Outlook Anywhere, RPC over HTTP. Order: a transcript of 2013; 2010 is it without what is newer, from memory. There is no
 * view: Get shows the list (facts/nouns.json).
 */
export const outlookAnywhere = defineNoun({
  noun: "OutlookAnywhere",
  called: "Outlook Anywhere",
  class: virtualDirectoryClass(className, "msExchRpcHttpVirtualDirectory", "ms-Exch-Rpc-Http-Virtual-Directory"),
  identity: virtualDirectoryIdentity(className),
  serverSetup: virtualDirectorySetup(className, place),
  typeNames: virtualDirectoryTypes(typeName),
  certainty: "derived",
  properties: () => [
    computed("ServerName", "string", (source) => serverOf(source)?.name ?? ""),
    bool("SSLOffloading", { default: false }),
    text("ExternalHostname"),
    text("InternalHostname", { since: "2013" }),
    method("ClientAuthenticationMethod", {
      attribute: "ExternalClientAuthenticationMethod",
      default: "Basic",
      until: "2010",
    }),
    method("ExternalClientAuthenticationMethod", { default: "Basic", since: "2013" }),
    method("InternalClientAuthenticationMethod", { default: "Ntlm", since: "2013" }),
    storedMethods("IISAuthenticationMethods", ["Basic"]),
    uri("XropUrl"),
    bool("ExternalClientsRequireSsl", { default: false, since: "2013" }),
    bool("InternalClientsRequireSsl", { default: false, since: "2013" }),
    metabasePath,
    path({ before: "C:\\Windows\\System32\\RpcProxy", since2013: "FrontEnd\\HttpProxy\\rpc" }),
    ...extendedProtection,
    ...serverRows,
    ...tail(),
  ],
  views: [],
  displayIdentity: serverAndName,
});

/** Whether Outlook Anywhere is on at a server. */
export function isOutlookAnywhereEnabled(topology: Topology, server: DirectoryObject): boolean {
  return listObjects(topology, className).some((directory) => serverAbove(topology, directory)?.guid === server.guid);
}

/** What a default for all ways to sign in means for each of them; with a method for clients alone, IIS takes just it. */
function methodsOf(task: Task, parameter: string): Readonly<Record<string, PropertyValue>> {
  const name = displayText(task.cmdlet.context, task.value(parameter));
  return parameter === "DefaultAuthenticationMethod"
    ? {
        ExternalClientAuthenticationMethod: name,
        InternalClientAuthenticationMethod: name,
        IISAuthenticationMethods: [name],
      }
    : { ExternalClientAuthenticationMethod: name, IISAuthenticationMethods: [name] };
}

const defaultMethod: Setter = (task) => ({ properties: methodsOf(task, "DefaultAuthenticationMethod") });

const soon = sentence({
  text: () =>
    "Outlook Anywhere will be enabled on your Client Access server after a configuration period of approximately 15 minutes. To verify that Outlook Anywhere has been enabled, check the application event log on the Client Access server.",
  certainty: "memory",
  evidence: "remembered from the console's wizard",
});
const enabling = sentence({
  text: (name: string) => `Enabling Outlook Anywhere "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const disabling = sentence({
  text: (name: string) => `Disabling Outlook Anywhere "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** The one that -Identity means, or that of -Server, or of the server of the session. */
function findToDisable(task: Task): DirectoryObject {
  if (task.has("Identity"))
    return task.resolve("Identity", outlookAnywhere.identity, (identity) => task.notFound(identity));
  const server = serverOrLocal(task);
  const [directory] = task.find(`${server.name}\\Rpc*`, outlookAnywhere.identity);
  if (directory === undefined) throw task.notFound(`${server.name}\\Rpc (Default Web Site)`);
  return directory;
}

export const outlookAnywhereVerbs: NounVerbs = {
  Get: getVirtualDirectory(outlookAnywhere),
  Enable: newVerb(outlookAnywhere, {
    taskClass: taskClassOf(outlookAnywhere, "Enable"),
    emulated: ["Server", "DefaultAuthenticationMethod", "ClientAuthenticationMethod"],
    make: (task, given) => {
      const made = makeDirectory(task, className, place);
      const used = task.has("DefaultAuthenticationMethod")
        ? "DefaultAuthenticationMethod"
        : "ClientAuthenticationMethod";
      return { ...made, properties: { ...made.properties, ...methodsOf(task, used), ...given } };
    },
    sentence: enabling,
    after: (task) => task.cmdlet.writeWarning(soon.text()),
  }),
  Disable: removeVerb(outlookAnywhere, {
    taskClass: taskClassOf(outlookAnywhere, "Disable"),
    emulated: ["Identity", "Server"],
    find: findToDisable,
    sentence: disabling,
    // Without parameters it means the server of the session.
    defaultParameterSet: "Server",
  }),
  Set: setVerb(outlookAnywhere, { setters: { DefaultAuthenticationMethod: defaultMethod } }),
};
