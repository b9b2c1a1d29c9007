import {
  type DirectoryObject,
  eachObject,
  getProperty,
  listObjects,
  type Topology,
  updateObject,
} from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { bool, choice, fixed, smtpDomain } from "../properties/property.js";
import { schema } from "../schema.js";
import { enumeration } from "../types/enumeration.js";
import "./transport-settings.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.AcceptedDomain`;

const acceptedDomainType = enumeration(`${configuration}.AcceptedDomainType`, [
  "Authoritative",
  "ExternalRelay",
  "InternalRelay",
]);

const no = () => false;
const nothing = () => null;

/**
 * A domain for which the organization takes mail. Order of the list: 2016 and 2019 without what is newer (facts/nouns.json:
 * the subset of 2010 from memory). View: captured.
 */
export const acceptedDomain = defineNoun({
  noun: "AcceptedDomain",
  called: "accepted domain",
  class: {
    name: "AcceptedDomain",
    objectClass: ["top", "msExchAcceptedDomain"],
    objectCategory: "ms-Exch-Accepted-Domain",
    container: { below: "organization", path: ["CN=Transport Settings", "CN=Accepted Domains"] },
    indexes: { domainName: { property: "DomainName", unique: "class" } },
  },
  // A new organization takes mail for the domain of its forest.
  setup: (topology) =>
    listObjects(topology, "Domain")
      .slice(0, 1)
      .map(({ name }) => ({ class: "AcceptedDomain", name, properties: { DomainName: name, Default: true } })),
  typeNames: configurationTypes(typeName),
  properties: () => [
    smtpDomain("DomainName"),
    fixed("CatchAllRecipientID", "Microsoft.Exchange.Data.Directory.ADObjectId", nothing, { since: "2013" }),
    choice("DomainType", acceptedDomainType, { default: "Authoritative" }),
    bool("MatchSubDomains", { default: false, since: "2016" }),
    bool("AddressBookEnabled", { default: true }),
    bool("Default", { default: false, parameter: null }),
    fixed("EmailOnly", "bool", no, { since: "2013" }),
    fixed("ExternallyManaged", "bool", no, { since: "2013" }),
    fixed("AuthenticationType", "System.Nullable[Microsoft.Exchange.Data.Directory.AuthenticationType]", nothing),
    fixed("LiveIdInstanceType", "System.Nullable[Microsoft.Exchange.Data.Directory.LiveIdInstanceType]", nothing),
    bool("PendingRemoval", { default: false }),
    bool("PendingCompletion", { default: false, since: "2013" }),
    fixed("FederatedOrganizationLink", "Microsoft.Exchange.Data.Directory.ADObjectId", nothing),
    fixed("MailFlowPartner", "Microsoft.Exchange.Data.Directory.ADObjectId", nothing),
    fixed("OutboundOnly", "bool", no),
    fixed("PendingFederatedAccountNamespace", "bool", no),
    fixed("PendingFederatedDomain", "bool", no),
    fixed("IsCoexistenceDomain", "bool", no),
    fixed("PerimeterDuplicateDetected", "bool", no),
    fixed("IsDefaultFederatedDomain", "bool", no),
    fixed("EnableNego2Authentication", "bool", no, { since: "2013" }),
    fixed("InitialDomain", "bool", no, { since: "2013" }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/views.md, get-accepteddomain.1
      columns: [
        { property: "Name", width: 30 },
        { property: "DomainName", width: 30 },
        { property: "DomainType" },
        { property: "Default" },
      ],
    },
  ],
});

const messages = {
  defaultStays: message({
    text: (name: string) =>
      `The accepted domain "${name}" is the default accepted domain and can't be removed. Make another domain the default first.`,
    exception: "Microsoft.Exchange.Management.SystemConfigurationTasks.CannotRemoveDefaultAcceptedDomainException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

/** The organization's default domain, which new addresses get. */
export function defaultDomain(topology: Topology): string | null {
  for (const domain of eachObject(topology, "AcceptedDomain")) {
    const name = getProperty(schema, domain, "DomainName");
    if (getProperty(schema, domain, "Default") === true && typeof name === "string") return name;
  }
  return null;
}

/** There is one default: the domain that had been it gives it up. */
function keepOneDefault(task: Task, chosen: DirectoryObject): void {
  if (getProperty(schema, chosen, "Default") !== true) return;
  for (const other of listObjects(task.topology, "AcceptedDomain")) {
    if (other.guid === chosen.guid || getProperty(schema, other, "Default") !== true) continue;
    const result = updateObject(schema, task.topology, other.guid, { properties: { Default: false } });
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
  }
}

export const acceptedDomainVerbs: NounVerbs = {
  Get: getVerb(acceptedDomain),
  New: newVerb(acceptedDomain),
  Set: setVerb(acceptedDomain, {
    setters: {
      // Only another domain takes the default away, so that $false does nothing.
      MakeDefault: (_task, value) => (value === true ? { properties: { Default: true } } : {}),
    },
    after: keepOneDefault,
  }),
  Remove: removeVerb(acceptedDomain, {
    check: (task, domain) => {
      if (getProperty(schema, domain, "Default") === true) throw task.failure(messages.defaultStays, [domain.name]);
    },
  }),
};
