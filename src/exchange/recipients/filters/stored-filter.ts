import {
  type DirectoryObject,
  getProperty,
  isList,
  isReference,
  type PropertyValue,
  pathOf,
  type Topology,
} from "../../../topology/index.js";
import type { ValueContext } from "../../../values/value-context.js";
import type { ExchangeProperty } from "../../noun/exchange-object.js";
import { filterGiven } from "../../noun/filter-failure.js";
import type { Source } from "../../noun/source.js";
import type { Task } from "../../noun/task.js";
import { type FilterNode, parseFilter } from "../../opath/filter.js";
import { filterText, joinedText, ldapText } from "../../opath/filter-text.js";
import { listKind } from "../../properties/list-kind.js";
import { choice, computed, link, text, texts } from "../../properties/property.js";
import { textKind } from "../../properties/scalar-kinds.js";
import { schema } from "../../schema.js";
import { enumeration } from "../../types/enumeration.js";
import { isMailEnabled, recipientClasses } from "../recipient-types.js";
import { recipientLdapNames } from "./ldap-names.js";
import { fitsFilter, isFilterable } from "./recipient-filter.js";

/**
 * Filters that objects keep: of dynamic groups, address lists and address policies. They are written by hand
 * (-RecipientFilter) or made of -IncludedRecipients and the -Conditional parameters; an object has one or the other.
 */

const namespace = "Microsoft.Exchange.Data.Directory.Recipient";
/** Numbers from memory. */
export const wellKnownRecipientType = enumeration(
  `${namespace}.WellKnownRecipientType`,
  ["None", "MailboxUsers", "Resources", "MailContacts", "MailGroups", "MailUsers", "AllRecipients"],
  { isFlags: true, numbers: [0n, 1n, 2n, 4n, 8n, 16n, -1n] },
);
const wellKnownFilterType = enumeration(`${namespace}.WellKnownRecipientFilterType`, [
  "Unknown",
  "Custom",
  "Legacy",
  "Precanned",
]);

/** Which parameter asks for which property. */
const conditions: ReadonlyMap<string, string> = new Map([
  ["ConditionalDepartment", "Department"],
  ["ConditionalCompany", "Company"],
  ["ConditionalStateOrProvince", "StateOrProvince"],
  ...Array.from({ length: 15 }, (_, index): [string, string] => [
    `ConditionalCustomAttribute${index + 1}`,
    `CustomAttribute${index + 1}`,
  ]),
]);

/** The parameters that a filter is made of. */
export const filterParameters: readonly string[] = ["RecipientFilter", "IncludedRecipients", ...conditions.keys()];

const textIn = (object: DirectoryObject, name: string): string => {
  const value = getProperty(schema, object, name);
  return typeof value === "string" ? value : "";
};

/** Rows of a table: the filter itself, what it was made of, and where its recipients may lie. */
export const recipientFilterRow: ExchangeProperty = text("RecipientFilter", { parameter: null });
export const ldapFilterRow: ExchangeProperty = computed("LdapRecipientFilter", "string", ({ object }) => {
  const filter = filterOf(object);
  return filter === null ? "" : ldapText(filter, recipientLdapNames);
});
export const precannedRows: readonly ExchangeProperty[] = [
  choice("IncludedRecipients", wellKnownRecipientType, {
    parameter: null,
    type: `System.Nullable[${wellKnownRecipientType.fullName}]`,
  }),
  ...[...conditions.keys()].map((name) => texts(name, { parameter: null })),
];
export const filterTypeRow: ExchangeProperty = computed(
  "RecipientFilterType",
  wellKnownFilterType.fullName,
  ({ object }) => wellKnownFilterType(textIn(object, "IncludedRecipients") === "" ? "Custom" : "Precanned"),
);
const places = { classes: ["OrganizationalUnit", "Container", "Domain"] };
export const recipientContainerRow: ExchangeProperty = link("RecipientContainer", places.classes, {
  prints: "canonical",
  query: places,
});

/** Where a list or a policy was last applied to the recipients: with which filter. */
export const appliedFilterRows: readonly ExchangeProperty[] = [
  text("LastUpdatedRecipientFilter", { parameter: null }),
  computed("RecipientFilterApplied", "bool", ({ object }: Source) => isApplied(object)),
];

/** Whether the recipients were gone through since the filter last changed. */
export function isApplied(object: DirectoryObject): boolean {
  return textIn(object, "LastUpdatedRecipientFilter") === textIn(object, "RecipientFilter");
}

const read = new WeakMap<DirectoryObject, FilterNode | null>();

/** The filter that an object keeps; `null` where it keeps none. */
export function filterOf(object: DirectoryObject): FilterNode | null {
  let filter = read.get(object);
  if (filter === undefined) {
    const kept = textIn(object, "RecipientFilter");
    filter = kept === "" ? null : parseFilter(kept);
    read.set(object, filter);
  }
  return filter;
}

/** The test whether a recipient fits an object's filter and lies where it may. */
export function recipientTest(
  context: ValueContext,
  topology: Topology,
  owner: DirectoryObject,
): (recipient: DirectoryObject) => boolean {
  const filter = filterOf(owner);
  const container = getProperty(schema, owner, "RecipientContainer");
  const above = isReference(container) ? container.guid : null;
  return (recipient) => {
    if (filter === null || !recipientClasses.includes(recipient.class) || !isMailEnabled(recipient)) return false;
    if (above !== null && !pathOf(topology, recipient).some(({ guid }) => guid === above)) return false;
    return fitsFilter(context, filter, topology, recipient);
  };
}

/**
 * What the given parameters make of the filter; nothing where none of them is given.
 * @param before what the object has so far; `null` for one in the making
 * @param suffix what is added to each filter, such as "no system mailboxes"
 * @throws {PowerShellError} for text that is no filter
 */
export function filterFrom(
  task: Task,
  before: DirectoryObject | null,
  suffix: readonly string[] = [],
): Record<string, PropertyValue> {
  if (!filterParameters.some((name) => task.has(name))) return {};
  if (task.has("RecipientFilter")) {
    const custom = filterText(filterGiven(task, "RecipientFilter", undefined, isFilterable));
    const cleared = [...conditions.keys()].map((name) => [name, []] as const);
    return {
      RecipientFilter: withSuffix(custom, suffix),
      IncludedRecipients: null,
      ...Object.fromEntries(cleared),
    };
  }
  const included = task.has("IncludedRecipients")
    ? task.text("IncludedRecipients")
    : before === null
      ? null
      : textIn(before, "IncludedRecipients");
  const values = [...conditions].map(([name]) => [name, conditionValues(task, before, name)] as const);
  const parts = [kindsText(included ?? ""), ...values.map(([name, wanted]) => conditionText(name, wanted))];
  const precanned = joinedText(
    "and",
    parts.filter((part) => part !== ""),
  );
  return {
    RecipientFilter: withSuffix(precanned, suffix),
    IncludedRecipients: included,
    ...Object.fromEntries(values),
  };
}

const withSuffix = (filter: string, suffix: readonly string[]): string => joinedText("and", [filter, ...suffix]);

const takesTexts = listKind(textKind);

function conditionValues(task: Task, before: DirectoryObject | null, parameter: string): readonly string[] {
  const current = before === null ? [] : getProperty(schema, before, parameter);
  if (!task.has(parameter)) return isList(current) ? current.map(String) : [];
  const taken = takesTexts.take(task.value(parameter), { task, parameter, object: before, current });
  return isList(taken) ? taken.map(String) : [];
}

function conditionText(parameter: string, wanted: readonly string[]): string {
  const name = conditions.get(parameter) ?? "";
  return anyOf(wanted.map((value) => `${name} -eq '${value.replaceAll("'", "''")}'`));
}

const groups = [
  "MailUniversalDistributionGroup",
  "MailUniversalSecurityGroup",
  "MailNonUniversalGroup",
  "DynamicDistributionGroup",
];
/** The filters of the kinds (from memory), in the order in which they are written. */
const kinds: ReadonlyMap<string, string> = new Map([
  ["MailboxUsers", "RecipientType -eq 'UserMailbox'"],
  [
    "Resources",
    "((RecipientType -eq 'UserMailbox') -and (ResourceMetaData -like 'ResourceType:*') -and (ResourceSearchProperties -ne $null))",
  ],
  ["MailContacts", "RecipientType -eq 'MailContact'"],
  ["MailGroups", anyOf(groups.map((group) => `RecipientType -eq '${group}'`))],
  ["MailUsers", "RecipientType -eq 'MailUser'"],
]);

function kindsText(included: string): string {
  const names = included.split(",").map((name) => name.trim());
  if (names.includes("AllRecipients")) return "Alias -ne $null";
  return anyOf([...kinds].filter(([name]) => names.includes(name)).map(([, filter]) => filter));
}

function anyOf(parts: readonly string[]): string {
  return joinedText("or", parts);
}
