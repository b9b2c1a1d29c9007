import { type DirectoryObject, listObjects, type PropertyValue, type Topology } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { givenProperties } from "../noun/columns.js";
import { objectStateOf } from "../noun/common-properties.js";
import { sentence } from "../noun/exchange-errors.js";
import { ExchangeObject } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { columnsOf, defineNoun, type NounVerbs, settableColumns } from "../noun/noun.js";
import { once } from "../noun/once.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { bool, computed, fixed, text, texts } from "../properties/property.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { domainControllers } from "./domain-controller.js";

const fqdn = "Microsoft.Exchange.Data.Fqdn";
const fqdns = `Microsoft.Exchange.Data.MultiValuedProperty[${fqdn}]`;
const none = (): Value => multiValuedProperty([]);

const first = ({ topology }: Source): Value => domainControllers(topology)[0] ?? "";
/** Until someone says otherwise a session sees the domain of its server. */
const ownDomain = ({ topology }: Source): Value => domainName(topology);
const domainName = (topology: Topology): string => listObjects(topology, "Domain")[0]?.name ?? "";

/**
 * Which domain controllers the session asks, and how much of the forest it sees. They are settings of the session and
 * are kept with the organization, so that undo and snapshots have them. List: captured in 2013
 * (get-adserversettings.1); 2010's without what is marked is from memory.
 */
export const adServerSettings = defineNoun({
  noun: "ADServerSettings",
  called: "Active Directory server settings",
  class: "ExchangeOrganization",
  singleton: true,
  typeNames: ["Microsoft.Exchange.Data.Directory.Management.RunspaceServerSettingsPresentationObject"],
  certainty: "captured",
  properties: () => [
    computed("DefaultGlobalCatalog", fqdn, first),
    fixed("PreferredDomainControllerForDomain", "System.Object", none),
    computed("DefaultConfigurationDomainController", fqdn, first),
    computed("DefaultPreferredDomainControllers", fqdns, (source) =>
      multiValuedProperty(domainControllers(source.topology).slice(0, 1)),
    ),
    text("UserPreferredGlobalCatalog", { attribute: "SessionGlobalCatalog", parameter: "PreferredGlobalCatalog" }),
    text("UserPreferredConfigurationDomainController", {
      attribute: "SessionConfigurationDomainController",
      parameter: "ConfigurationDomainController",
    }),
    texts("UserPreferredDomainControllers", {
      attribute: "SessionDomainControllers",
      parameter: "SetPreferredDomainControllers",
    }),
    fixed("DefaultConfigurationDomainControllersForAllForests", "System.Object", none, { since: "2013" }),
    fixed("DefaultGlobalCatalogsForAllForests", "System.Object", none, { since: "2013" }),
    text("RecipientViewRoot", { attribute: "SessionRecipientViewRoot", absent: ownDomain }),
    bool("ViewEntireForest", { attribute: "SessionViewEntireForest", default: false }),
    fixed("WriteOriginatingChangeTimestamp", "bool", () => false, { since: "2013" }),
    fixed("WriteShadowProperties", "bool", () => false, { since: "2013" }),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New"), { since: "2013" }),
  ],
  views: [],
});

const setting = sentence({
  text: () => "Setting the Active Directory server settings of this session.",
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** One server for everything. */
function preferred(task: Task): Record<string, PropertyValue> {
  const server = task.text("PreferredServer");
  if (server === null) return {};
  return {
    SessionGlobalCatalog: server,
    SessionConfigurationDomainController: server,
    SessionDomainControllers: [server],
  };
}

/** The whole forest has no root below which recipients are; back in a domain, it is the session's own again. */
function viewRoot(task: Task): Record<string, PropertyValue> {
  if (task.has("RecipientViewRoot")) return { SessionViewEntireForest: false };
  if (!task.has("ViewEntireForest")) return {};
  return { SessionRecipientViewRoot: task.isOn("ViewEntireForest") ? "" : domainName(task.topology) };
}

const columns = once(() => settableColumns(adServerSettings));

function set(task: Task): void {
  const [organization] = listObjects(task.topology, "ExchangeOrganization");
  if (organization === undefined || !task.shouldProcess(setting.text())) return;
  write(task, organization);
}

/** -RunspaceServerSettings: those that Get-ADServerSettings gave before. */
function restored(instance: ExchangeObject): Record<string, PropertyValue> {
  const before = instance.source.object.properties;
  const kept = columnsOf(adServerSettings.properties);
  return Object.fromEntries(kept.map(({ attribute, default: usual }) => [attribute, before[attribute] ?? usual]));
}

function write(task: Task, organization: DirectoryObject): void {
  const saved = task.value("RunspaceServerSettings");
  if (saved instanceof ExchangeObject) {
    change(task, organization, { properties: restored(saved) });
    return;
  }
  const given = givenProperties(task, columns(), organization);
  change(task, organization, { properties: { ...viewRoot(task), ...given, ...preferred(task) } });
}

export const adServerSettingsVerbs: NounVerbs = {
  Get: getVerb(adServerSettings),
  Set: {
    taskClass: "SystemConfigurationTasks.SetADServerSettings",
    emulated: ["PreferredServer", "RunspaceServerSettings"],
    accepted: [],
    common: columns,
    defaultParameterSet: "FullParams",
    process: set,
  },
};
