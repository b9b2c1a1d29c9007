import { type DirectoryObject, isList, listObjects, type PropertyValue, type Topology } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { givenProperties } from "../noun/columns.js";
import { objectStateOf } from "../noun/common-properties.js";
import { controllerNamed, domainControllers } from "../noun/domain-controllers.js";
import { exchangeMessages, sentence } from "../noun/exchange-errors.js";
import { ExchangeObject } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { columnsOf, defineNoun, type NounVerbs, settableColumns } from "../noun/noun.js";
import { once } from "../noun/once.js";
import { noSuchController } from "../noun/other-forest.js";
import { viewRootNamed } from "../noun/recipient-view.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { Fqdn } from "../parameters/fqdn.js";
import { bool, computed, fixed, text, texts } from "../properties/property.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";

const fqdn = "Microsoft.Exchange.Data.Fqdn";
const fqdns = `Microsoft.Exchange.Data.MultiValuedProperty[${fqdn}]`;
const none = (): Value => multiValuedProperty([]);

const first = ({ topology }: Source): Value => {
  const [name] = domainControllers(topology);
  return name === undefined ? null : new Fqdn(name);
};
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

/** What the session is to ask has to answer, and where it is to look has to be there. */
function check(task: Task, given: Readonly<Record<string, PropertyValue>>): void {
  const { SessionDomainControllers: list = null, SessionConfigurationDomainController: one = null } = given;
  for (const name of [...(isList(list) ? list : []), one].filter((each) => typeof each === "string"))
    if (controllerNamed(task.topology, name) === null) throw task.failure(noSuchController, [name]);
  const catalog = given.SessionGlobalCatalog ?? null;
  if (typeof catalog === "string" && controllerNamed(task.topology, catalog, "catalog") === null)
    throw task.failure(noSuchController, [catalog]);
  const root = task.text("RecipientViewRoot");
  if (root !== null && viewRootNamed(task.topology, root) === null)
    throw task.failure(exchangeMessages.unitNotFound, [root]);
}

function set(task: Task): void {
  const [organization] = listObjects(task.topology, "ExchangeOrganization");
  if (organization === undefined) return;
  const properties = newSettings(task, organization);
  if (task.shouldProcess(setting.text())) change(task, organization, { properties });
}

/** -RunspaceServerSettings: those that Get-ADServerSettings gave before. */
function restored(instance: ExchangeObject): Record<string, PropertyValue> {
  const before = instance.source.object.properties;
  const kept = columnsOf(adServerSettings.properties);
  return Object.fromEntries(kept.map(({ attribute, default: usual }) => [attribute, before[attribute] ?? usual]));
}

function newSettings(task: Task, organization: DirectoryObject): Record<string, PropertyValue> {
  const saved = task.value("RunspaceServerSettings");
  if (saved instanceof ExchangeObject) return restored(saved);
  const given = { ...givenProperties(task, columns(), organization), ...preferred(task) };
  check(task, given);
  return { ...viewRoot(task), ...given };
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
