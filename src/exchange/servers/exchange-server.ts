import { type DirectoryObject, domainOf, getProperty, isReference, listObjects, pathOf } from "../../topology/index.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { nameIdentity, objectVersions, presentationTail } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { link, texts as listOf, localPath, plain, stored } from "../noun/read.js";
import { type Setter, setVerb, store } from "../noun/set-verb.js";
import { storeTexts } from "../noun/setters.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { localPathTypes } from "../parameters/local-path.js";
import { bool, computed, fixed, text, texts } from "../properties/property.js";
import { schema } from "../schema.js";
import { EnhancedTimeSpan } from "../types/enhanced-time-span.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { networkAddresses, networkAddressesName } from "../types/network-address.js";
import { serverVersionFrom } from "../types/versions.js";
import { dutiesOfServer, isSince2013, rolesOf } from "./roles.js";
import { serverEdition, serverRole } from "./server-enumerations.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ExchangeServer";
const stringList = "Microsoft.Exchange.Data.MultiValuedProperty[string]";

const hasRole =
  (role: string) =>
  ({ object }: Source): boolean =>
    dutiesOfServer(object).includes(role);
const edition = (source: Source): string => {
  const value = stored(source, "Edition");
  return typeof value === "string" ? value : "Unknown";
};
const isTrial = (source: Source): boolean => edition(source).endsWith("Evaluation");

/** The build of a server. */
export const serverVersionOf = (source: Source) => serverVersionFrom(stored(source, "AdminDisplayVersion"));

/** `ncacn_ip_tcp:host` and its kin, in the order of the directory. */
function addressesOf({ object, ...rest }: Source) {
  const fqdn = String(stored({ object, ...rest }, "Fqdn") ?? "");
  const short = ["ncacn_vns_spp", "netbios", "ncacn_np", "ncacn_spx"].map((protocol) => `${protocol}:${object.name}`);
  return networkAddresses([...short, `ncacn_ip_tcp:${fqdn}`, `ncalrpc:${object.name}`]);
}

const storedTexts = (property: string) => (source: Source) => {
  const value = stored(source, property);
  return multiValuedProperty(
    Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [],
  );
};

/** Evaluation editions run for 120 days. */
const trialDays = 120n;
const ticksPerDay = 864_000_000_000n;
function remainingTrial(source: Source): EnhancedTimeSpan {
  const left = source.object.whenCreated + trialDays * ticksPerDay - source.topology.clock;
  return new EnhancedTimeSpan(isTrial(source) && left > 0n ? left : 0n);
}

const recent = { since: "2013" } as const;
/** Connections of mail come in where Client Access is. */
const isFrontend = (server: DirectoryObject): boolean =>
  isSince2013(server) && dutiesOfServer(server).includes("ClientAccess");

/**
 * A server of the organization. Order of the list: a dump of 2016 (facts/nouns.json: evidence); what of it 2010 and 2013
 * have is derived.
 */
export const exchangeServer = defineNoun({
  noun: "ExchangeServer",
  class: "ExchangeServer",
  identity: { classes: ["ExchangeServer"], wildcards: true },
  typeNames: [
    typeName,
    "Microsoft.Exchange.Data.Directory.Management.ADPresentationObject",
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.Directory.ADRawEntry",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: () => [
    { name: "Name", type: "string", read: ({ object }) => object.name },
    computed("DataPath", localPathTypes.any, localPath("DataPath")),
    { name: "Domain", type: "string", read: ({ topology, object }) => domainOf(topology, object) },
    computed("Edition", serverEdition.fullName, (source) => serverEdition(edition(source))),
    { name: "ExchangeLegacyDN", type: "string", read: plain("ExchangeLegacyDN") },
    fixed("ExchangeLegacyServerRole", "int", () => 0, recent),
    { name: "Fqdn", type: "string", read: plain("Fqdn") },
    { name: "CustomerFeedbackEnabled", type: "bool", read: plain("CustomerFeedbackEnabled") },
    { name: "InternetWebProxy", type: "uri", read: plain("InternetWebProxy") },
    texts("InternetWebProxyBypassList", { since: "2016" }),
    { name: "IsHubTransportServer", type: "bool", read: hasRole("HubTransport") },
    { name: "IsClientAccessServer", type: "bool", read: hasRole("ClientAccess") },
    { name: "IsExchange2007OrLater", type: "bool", read: () => true },
    { name: "IsEdgeServer", type: "bool", read: hasRole("Edge") },
    { name: "IsMailboxServer", type: "bool", read: hasRole("Mailbox") },
    { name: "IsE14OrLater", type: "bool", read: (source) => (serverVersionOf(source)?.major ?? 0) >= 14 },
    computed("IsE15OrLater", "bool", ({ object }) => isSince2013(object), recent),
    { name: "IsProvisionedServer", type: "bool", read: () => false },
    { name: "IsUnifiedMessagingServer", type: "bool", read: hasRole("UnifiedMessaging") },
    computed("IsFrontendTransportServer", "bool", ({ object }) => isFrontend(object), recent),
    computed("NetworkAddress", networkAddressesName, addressesOf),
    {
      name: "OrganizationalUnit",
      type: "string",
      read: ({ topology, object }) => `${domainOf(topology, object)}/${object.name}`,
    },
    { name: "AdminDisplayVersion", type: "Microsoft.Exchange.Data.ServerVersion", read: serverVersionOf },
    { name: "Site", type: "Microsoft.Exchange.Data.Directory.ADObjectId", read: link("Site", "canonical") },
    computed("ServerRole", serverRole.fullName, ({ object }) => serverRole(rolesOf(object).join(", ") || "None")),
    { name: "ErrorReportingEnabled", type: "bool", read: plain("ErrorReportingEnabled") },
    bool("MitigationsEnabled", { default: true, since: "2016" }),
    { name: "StaticDomainControllers", type: stringList, read: storedTexts("StaticDomainControllers") },
    { name: "StaticGlobalCatalogs", type: stringList, read: storedTexts("StaticGlobalCatalogs") },
    { name: "StaticConfigDomainController", type: "string", read: plain("StaticConfigDomainController") },
    { name: "StaticExcludedDomainControllers", type: stringList, read: storedTexts("StaticExcludedDomainControllers") },
    text("MonitoringGroup", recent),
    {
      name: "CurrentDomainControllers",
      type: stringList,
      read: ({ live }) => live?.get("CurrentDomainControllers") ?? multiValuedProperty([]),
    },
    {
      name: "CurrentGlobalCatalogs",
      type: stringList,
      read: ({ live }) => live?.get("CurrentGlobalCatalogs") ?? multiValuedProperty([]),
    },
    {
      name: "CurrentConfigDomainController",
      type: "string",
      read: ({ live }) => live?.get("CurrentConfigDomainController") ?? "",
    },
    {
      name: "ProductID",
      type: "string",
      read: () => "",
    },
    { name: "IsExchangeTrialEdition", type: "bool", read: isTrial },
    {
      name: "IsExpiredExchangeTrialEdition",
      type: "bool",
      read: (source) => isTrial(source) && remainingTrial(source).ticks === 0n,
    },
    fixed("MailboxProvisioningAttributes", "Microsoft.Exchange.Data.MailboxProvisioningAttributes", () => null, recent),
    { name: "RemainingTrialPeriod", type: "Microsoft.Exchange.Data.EnhancedTimeSpan", read: remainingTrial },
    texts("MitigationsApplied", { since: "2016" }),
    texts("MitigationsBlocked", { since: "2016" }),
    bool("DataCollectionEnabled", { default: false, since: "2016" }),
    text("RingLevel", { default: "1", since: "2019", certainty: "memory" }),
    ...presentationTail(objectVersions.exchange2007, { name: false, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // Counted in a transcript of 2010 at 80 columns (facts/views.md, get-exchangeserver.5).
      columns: [
        { property: "Name", width: 19 },
        { property: "Site", width: 20 },
        { property: "ServerRole", width: 11 },
        { property: "Edition", width: 11 },
        { property: "AdminDisplayVersion" },
      ],
    },
  ],
  displayIdentity: nameIdentity,
});

const taskClass = (verb: Verb) => `SystemConfigurationTasks.${verb}ExchangeServer`;
const truth = (property: string) => store(property, (_task, value) => value === true);
const textOf = (property: string) =>
  store(property, (task, value) => (value === null ? null : toText(task.cmdlet.context, value)));

/** What -Status finds out: the domain controllers of the server's site. */
function status(task: Task, server: DirectoryObject): ReadonlyMap<string, Value> {
  const site = getProperty(schema, server, "Site");
  const controllers = listObjects(task.topology, "DomainController")
    .filter(
      (controller) => isReference(site) && pathOf(task.topology, controller).some(({ guid }) => guid === site.guid),
    )
    .map((controller) => getProperty(schema, controller, "DnsHostName"))
    .filter((name) => typeof name === "string");
  return new Map<string, Value>([
    ["CurrentDomainControllers", listOf(controllers)],
    ["CurrentGlobalCatalogs", listOf(controllers)],
    ["CurrentConfigDomainController", controllers[0] ?? ""],
  ]);
}

const keyTakesEffect = sentence({
  text: () =>
    "The product key has been validated and the product ID has been successfully created. Note: This change won't take effect until the Information Store service has been restarted.",
  certainty: "memory",
  evidence: "facts/nouns.json, Set-ExchangeServer -ProductKey",
});

const badKey = message({
  text: (key: string) => `The product key "${key}" isn't valid. It has five groups of five letters and digits.`,
  exception: "Microsoft.Exchange.Data.DataValidationException",
  category: "InvalidData",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

const mayReport = sentence({
  text: (server: string) =>
    `With error reporting, reports about errors of server "${server}" are sent to Microsoft. They can hold data of this server. Do you want to enable error reporting?`,
  certainty: "unknown",
  evidence: "facts/nouns.json, Set-ExchangeServer: that it asks is documented, the text is not known",
});

/** To switch reports on takes a yes of its own, which no switch gives; without it they stay off. */
const errorReporting: Setter = (task, value, server) => {
  const isOn = getProperty(schema, server, "ErrorReportingEnabled") === true;
  const mayBe = value !== true || isOn || task.shouldContinue(mayReport.text(server.name));
  return mayBe ? { properties: { ErrorReportingEnabled: value === true } } : {};
};

/** Makes the licensed edition of a trial; which edition a key is for only Microsoft can tell, so that it stays. */
const productKey: Setter = (task, _value, server) => {
  const key = task.text("ProductKey") ?? "";
  if (!/^[A-Z0-9]{5}(-[A-Z0-9]{5}){4}$/i.test(key)) throw task.failure(badKey, [key]);
  const current = getProperty(schema, server, "Edition");
  const licensed = typeof current === "string" ? current.replace(/Evaluation$/, "") : "Standard";
  return { properties: { Edition: licensed } };
};

export const exchangeServerVerbs: Readonly<Partial<Record<Verb, VerbBehaviour>>> = {
  Get: getVerb(exchangeServer, {
    taskClass: taskClass("Get"),
    defaultParameterSet: "Identity",
    filters: {
      Domain: (task) => {
        const wanted = (task.text("Domain") ?? "").toLowerCase();
        return { keep: (server) => domainOf(task.topology, server).toLowerCase() === wanted };
      },
    },
    live: { Status: status },
  }),
  Set: setVerb(exchangeServer, {
    taskClass: taskClass("Set"),
    setters: {
      CustomerFeedbackEnabled: truth("CustomerFeedbackEnabled"),
      ErrorReportingEnabled: errorReporting,
      InternetWebProxy: textOf("InternetWebProxy"),
      StaticConfigDomainController: textOf("StaticConfigDomainController"),
      StaticDomainControllers: storeTexts("StaticDomainControllers"),
      StaticGlobalCatalogs: storeTexts("StaticGlobalCatalogs"),
      StaticExcludedDomainControllers: storeTexts("StaticExcludedDomainControllers"),
      ProductKey: productKey,
    },
    after: (task) => {
      if (task.has("ProductKey")) task.cmdlet.writeWarning(keyTakesEffect.text());
    },
    sentence: sentence({
      text: (identity: string) => `Setting properties of Exchange server "${identity}".`,
      certainty: "unknown",
      evidence: "our wording: no capture of the question is known",
    }),
  }),
};
