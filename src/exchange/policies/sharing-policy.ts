import { type DirectoryObject, getProperty, listObjects } from "../../topology/index.js";
import { toText } from "../../values/text.js";
import { defaultPolicy, keepOneDefault } from "../client-access/default-policy.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { exchangeMessages, message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import type { Kind } from "../properties/kind.js";
import { bool, list } from "../properties/property.js";
import { textual } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { isSince2013 } from "../servers/roles.js";
import { firstUserOf } from "./users-of.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.SharingPolicy";

/** What may be shared with a domain (documented). */
const actions = [
  "CalendarSharingFreeBusySimple",
  "CalendarSharingFreeBusyDetail",
  "CalendarSharingFreeBusyReviewer",
  "ContactsSharing",
];

/** `contoso.com: CalendarSharingFreeBusyDetail, ContactsSharing`: how the directory has it, or `null` for other texts. */
function sharingDomainOf(text: string): string | null {
  const colon = text.indexOf(":");
  const domain = text.slice(0, colon).trim();
  if (colon < 0 || !/^(\*|anonymous|[a-z0-9-]+(\.[a-z0-9-]+)+)$/i.test(domain)) return null;
  const wanted = text
    .slice(colon + 1)
    .split(",")
    .map((name) => name.trim().toLowerCase());
  const known = actions.filter((name) => wanted.includes(name.toLowerCase()));
  return known.length === new Set(wanted).size && known.length > 0 ? `${domain}:${known.join(", ")}` : null;
}

const sharingDomain: Kind = {
  ...textual("sharing domain", "string", (stored) => String(stored)),
  take: (given, { task }) => {
    const text = toText(task.cmdlet.context, given);
    const domain = sharingDomainOf(text);
    if (domain === null)
      throw task.failure(exchangeMessages.badValue, [
        `"${text}" isn't a sharing policy domain. Write it like "contoso.com: ${actions[0]}, ${actions[3]}".`,
      ]);
    return domain;
  },
};

const messages = {
  defaultStays: message({
    text: (name: string) =>
      `The sharing policy "${name}" is the default one and can't be removed. Make another one the default first.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-SharingPolicy), the text is not known",
  }),
  inUse: message({
    text: (name: string, mailbox: string) =>
      `The sharing policy "${name}" can't be removed: the mailbox "${mailbox}" has it.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-SharingPolicy), the text is not known",
  }),
} as const;

/** What people may show to whom outside of their calendars and contacts. List and view from memory. */
export const sharingPolicy = defineNoun({
  noun: "SharingPolicy",
  called: "sharing policy",
  class: {
    name: "SharingPolicy",
    objectClass: ["top", "msExchSharingPolicy"],
    objectCategory: "ms-Exch-Sharing-Policy",
    container: { below: "organization", path: ["CN=Federation"] },
  },
  setup: (topology) => [
    {
      class: "SharingPolicy",
      name: "Default Sharing Policy",
      properties: {
        IsDefault: true,
        Domains: listObjects(topology, "ExchangeServer").some(isSince2013)
          ? ["Anonymous:CalendarSharingFreeBusyReviewer", "*:CalendarSharingFreeBusySimple"]
          : ["*:CalendarSharingFreeBusySimple"],
      },
    },
  ],
  typeNames: configurationTypes(typeName, "Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxPolicy"),
  properties: () => [
    list("Domains", sharingDomain),
    bool("Enabled", { default: true }),
    bool("Default", { attribute: "IsDefault", default: false }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Domains" }, { property: "Enabled" }, { property: "Default" }],
    },
  ],
});

function refuseRemoval(task: Task, policy: DirectoryObject): void {
  const isDefault = getProperty(schema, policy, "IsDefault") === true;
  if (isDefault) throw task.failure(messages.defaultStays, [policy.name], task.id(policy));
  const user = firstUserOf(task.topology, "SharingPolicy", policy);
  if (user !== null) throw task.failure(messages.inUse, [policy.name, user.name], task.id(policy));
}

/** What a mailbox has that names none. */
export const defaultSharingPolicy = (source: { readonly topology: Task["topology"] }): DirectoryObject | null =>
  defaultPolicy(source.topology, "SharingPolicy");

export const sharingPolicyVerbs: NounVerbs = {
  Get: getVerb(sharingPolicy),
  New: newVerb(sharingPolicy, { after: keepOneDefault }),
  Set: setVerb(sharingPolicy, { after: keepOneDefault }),
  Remove: removeVerb(sharingPolicy, { check: refuseRemoval }),
};
