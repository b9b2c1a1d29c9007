import {
  type DirectoryObject,
  distinguishedName,
  isList,
  isRecord,
  type PropertyValue,
  reference,
} from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";
import { parseUri } from "../../values/simple-value-parsing.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { nameIdentity, objectVersions, presentationTail } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { isIn } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type Noun, type NounVerbs, variantOf } from "../noun/noun.js";
import { link, plain, quota, size, span, stored, texts } from "../noun/read.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import { storeQuota, storeSize, storeSpan, storeText, storeTruth } from "../noun/setters.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { localPathOf, localPathTypes } from "../parameters/local-path.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { schema } from "../schema.js";
import { serverQuery } from "../servers/resolve-server.js";
import { hasRole, isSince2013 } from "../servers/roles.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { ByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { EnhancedTimeSpan } from "../types/enhanced-time-span.js";
import { enumeration } from "../types/enumeration.js";
import { alternateAccounts, removeAlternateAccounts, setAlternateAccounts } from "./alternate-service-account.js";
import { isOutlookAnywhereEnabled } from "./outlook-anywhere.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ClientAccessServer";
const sizeType = "Microsoft.Exchange.Data.ByteQuantifiedSize";
const quotaType = "Microsoft.Exchange.Data.Unlimited[Microsoft.Exchange.Data.ByteQuantifiedSize]";
const spanType = "Microsoft.Exchange.Data.EnhancedTimeSpan";
const pathType = localPathTypes.any;

/** The service's class and GUID in every service connection point of Autodiscover (confirmed in public scripts). */
const serviceClass = "ms-Exchange-AutoDiscover-Service";
const serviceGuid = new Guid("77378f46-2c66-4aa9-a6a6-3e7a48b19596");

const loggingLevel = "Microsoft.Exchange.Data.Directory.MigrationEventType";
const loggingLevelOf = enumeration(loggingLevel, [
  "None",
  "Error",
  "Warning",
  "Information",
  "Verbose",
  "Instrumentation",
]);

const megabyte = 1024n ** 2n;

const textOf = (source: Source, property: string): string => {
  const value = stored(source, property);
  return typeof value === "string" ? value : "";
};

/** Not set: the server's own address. Cleared: nothing. */
function internalUri(source: Source, context: ValueContext): Value {
  const value = stored(source, "AutoDiscoverServiceInternalUri");
  const text =
    typeof value === "string" ? value : `https://${textOf(source, "Fqdn").toLowerCase()}/Autodiscover/Autodiscover.xml`;
  return text === "" ? null : parseUri(context, text, "RelativeOrAbsolute");
}

/** Not set: the name of the server's site. */
function siteScope(source: Source): readonly string[] {
  const value = stored(source, "AutoDiscoverSiteScope");
  const sites = isRecord(value) ? value.sites : undefined;
  if (sites !== undefined && isList(sites)) return sites.map(String);
  const site = link("Site", "name")(source);
  return site instanceof ADObjectId ? [site.object.name] : [];
}

function irmLogPath(source: Source): Value {
  const value = stored(source, "IrmLogPath");
  if (typeof value === "string") return localPathOf(pathType, value);
  // The databases lie in `Mailbox` below the folder in which Exchange is installed.
  return localPathOf(pathType, `${textOf(source, "DataPath").replace(/\\Mailbox$/i, "")}\\Logging\\IRMLogs`);
}

const isClientAccessServer = (server: DirectoryObject): boolean => hasRole(server, "ClientAccess");

/** A server in its role as Client Access server. Order and defaults: facts/nouns.json, from memory. */
export const clientAccessServer = defineNoun({
  noun: "ClientAccessServer",
  identity: { ...serverQuery, wildcards: true, where: isClientAccessServer },
  typeNames: [
    typeName,
    "Microsoft.Exchange.Data.Directory.ADPresentationObject",
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.Directory.ADRawEntry",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  certainty: "memory",
  properties: () => [
    { name: "Name", type: "string", read: ({ object }) => object.name },
    { name: "Fqdn", type: "string", read: plain("Fqdn") },
    {
      name: "ClientAccessArray",
      type: "Microsoft.Exchange.Data.Directory.ADObjectId",
      read: link("ClientAccessArray", "name"),
      since: "2013",
    },
    {
      name: "OutlookAnywhereEnabled",
      type: "System.Nullable[bool]",
      read: ({ topology, object }) => isOutlookAnywhereEnabled(topology, object),
    },
    { name: "AutoDiscoverServiceCN", type: "string", read: ({ object }) => object.name },
    { name: "AutoDiscoverServiceClassName", type: "string", read: () => serviceClass },
    { name: "AutoDiscoverServiceInternalUri", type: "uri", read: internalUri },
    { name: "AutoDiscoverServiceGuid", type: "System.Nullable[guid]", read: () => serviceGuid },
    {
      name: "AutoDiscoverSiteScope",
      type: "Microsoft.Exchange.Data.MultiValuedProperty[string]",
      read: (source) => texts(siteScope(source)),
    },
    // Nothing asks for it here: a server that is out of service is one that is stopped (place in the list from memory).
    { name: "IsOutOfService", type: "bool", read: plain("IsOutOfService") },
    { name: "AlternateServiceAccountConfiguration", type: "System.Object", read: alternateAccounts },
    { name: "IrmLogEnabled", type: "bool", read: plain("IrmLogEnabled") },
    { name: "IrmLogMaxAge", type: spanType, read: span("IrmLogMaxAge") },
    { name: "IrmLogMaxDirectorySize", type: quotaType, read: quota("IrmLogMaxDirectorySize") },
    { name: "IrmLogMaxFileSize", type: sizeType, read: size("IrmLogMaxFileSize") },
    { name: "IrmLogPath", type: pathType, read: irmLogPath },
    { name: "MigrationLogLoggingLevel", type: loggingLevel, read: () => loggingLevelOf("Information") },
    { name: "MigrationLogFilePath", type: pathType, read: () => null },
    { name: "MigrationLogMaxAge", type: spanType, read: () => new EnhancedTimeSpan(180n * ticksPerDay) },
    {
      name: "MigrationLogMaxDirectorySize",
      type: sizeType,
      read: () => new ByteQuantifiedSize(10n * 1024n * megabyte),
    },
    { name: "MigrationLogMaxFileSize", type: sizeType, read: () => new ByteQuantifiedSize(100n * megabyte) },
    ...presentationTail(objectVersions.exchange2007, { name: false, identity: "name" }),
  ],
  views: [{ kind: "table", name: typeName, typeNames: [typeName], columns: [{ property: "Name" }] }],
  displayIdentity: nameIdentity,
});

const deprecated = sentence({
  text: (verb: string) =>
    `The ${verb}-ClientAccessServer cmdlet will be removed in a future version of Exchange. Use the ${verb}-ClientAccessService cmdlet instead. If you have any scripts that use the ${verb}-ClientAccessServer cmdlet, update them to use the ${verb}-ClientAccessService cmdlet.  For more information, see http://go.microsoft.com/fwlink/p/?LinkId=254711.`,
  certainty: "memory",
  evidence: "facts/nouns.json: the first sentence is documented",
});

/** Exchange 2016 and later have other cmdlets for it. */
function warnOfDeprecation(task: Task, verb: string): void {
  if (isIn({ since: "2016" }, task.info.release)) task.cmdlet.writeWarning(deprecated.text(verb));
}

/** `$null` clears the address, which is not the same as never set. */
const internalUriSetter: Setter = (task, value) => ({
  properties: { AutoDiscoverServiceInternalUri: value === null ? "" : task.text("AutoDiscoverServiceInternalUri") },
});

/** Arrays are objects of 2010: none can be made any more. */
const arraySetter: Setter = (task, value) => {
  if (value === null) return { properties: { ClientAccessArray: null } };
  const query = { classes: ["ClientAccessArray"] };
  const array = task.resolve("Array", query, (identity) => task.parameterNotFound(identity));
  return { properties: { ClientAccessArray: reference(array.guid) } };
};

const siteScopeSetter: Setter = (task, value, object) => {
  const sites = value instanceof MultiValuedChange ? value.applyTo(siteScope(task.source(object))) : [];
  const record: PropertyValue = { kind: "siteScope", sites: [...sites] };
  return { properties: { AutoDiscoverSiteScope: record } };
};

const olderServer = message({
  text: (name: string) =>
    `You can't make this change because '${name}' is read-only to the current version of Exchange.`,
  exception: "Microsoft.Exchange.Configuration.Tasks.CannotModifyCrossVersionObjectException",
  category: "InvalidOperation",
  hashes: {
    "Microsoft.Exchange.Management.SystemConfigurationTasks.SetClientAccessServer": "C84E4D3D",
    "Microsoft.Exchange.Management.SystemConfigurationTasks.SetClientAccessService": "C84E4D3D",
  },
  certainty: "captured",
  evidence:
    "facts/captures.jsonl, set-clientaccessserver.1, set-clientaccessservice.1; the exception's namespace from memory",
});

/** Refuses a server of 2010 to the session of a later server. */
function checkVersion(task: Task, server: DirectoryObject): void {
  const [local] = task.find(task.session.serverName, serverQuery);
  if (local === undefined || !isSince2013(local) || isSince2013(server)) return;
  throw task.failure(olderServer, [distinguishedName(schema, task.topology, server)]);
}

const settingServer = sentence({
  text: (name: string) => `Setting Client Access server "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** Whether it is in service, and logs of rights management, which Exchange 2010 alone sets here. */
const logSetters: Readonly<Record<string, Setter>> = {
  IsOutOfService: storeTruth("IsOutOfService"),
  IrmLogEnabled: storeTruth("IrmLogEnabled"),
  IrmLogMaxAge: storeSpan("IrmLogMaxAge"),
  IrmLogMaxDirectorySize: storeQuota("IrmLogMaxDirectorySize"),
  IrmLogMaxFileSize: storeSize("IrmLogMaxFileSize"),
  IrmLogPath: storeText("IrmLogPath"),
};

const withAccounts = () => new Map([["AlternateServiceAccounts", true]]);

/** The verbs under either name; only the older name is on its way out. */
function verbsOf(
  noun: Noun,
  warn: (task: Task, verb: string) => void,
  setters: Readonly<Record<string, Setter>>,
): NounVerbs {
  return {
    Get: getVerb(noun, {
      arrange: (task, servers) => {
        warn(task, "Get");
        return servers;
      },
      live: {
        IncludeAlternateServiceAccountCredentialPassword: withAccounts,
        IncludeAlternateServiceAccountCredentialStatus: withAccounts,
      },
    }),
    Set: setVerb(noun, {
      defaultParameterSet: "Identity",
      setters: {
        AutoDiscoverServiceInternalUri: internalUriSetter,
        AutoDiscoverSiteScope: siteScopeSetter,
        Array: arraySetter,
        AlternateServiceAccountCredential: setAlternateAccounts,
        RemoveAlternateServiceAccountCredentials: removeAlternateAccounts,
        ...setters,
      },
      // Passwords are not looked at, so that all credentials are valid.
      accepted: ["CleanUpInvalidAlternateServiceAccountCredentials"],
      check: (task, server) => {
        warn(task, "Set");
        checkVersion(task, server);
      },
      sentence: settingServer,
    }),
  };
}

export const clientAccessServerVerbs: NounVerbs = verbsOf(clientAccessServer, warnOfDeprecation, logSetters);

/** The same under its name since Exchange 2016. */
export const clientAccessService: Noun = variantOf(clientAccessServer, { noun: "ClientAccessService", views: [] });

export const clientAccessServiceVerbs: NounVerbs = verbsOf(clientAccessService, () => {}, {});
