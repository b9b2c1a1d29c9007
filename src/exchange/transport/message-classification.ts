import {
  childNamed,
  type DirectoryObject,
  getObject,
  type IdentityQuery,
  type NewObject,
} from "../../topology/index.js";
import { CultureInfo } from "../../values/types/culture-info.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { add, remove } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { bool, choice, computed, fixed, guid, text } from "../properties/property.js";
import { writtenId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import "./transport-settings.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.MessageClassification`;

const precedence = enumeration(`${configuration}.ClassificationDisplayPrecedenceLevel`, [
  "Highest",
  "Higher",
  "High",
  "MediumHigh",
  "Medium",
  "MediumLow",
  "Low",
  "Lower",
  "Lowest",
]);

/** Those that setup makes (documented). */
const builtIn: readonly (readonly [name: string, displayName: string])[] = [
  ["ExACPrivileged", "A/C Privileged"],
  ["ExAttachmentRemoved", "Attachment Removed"],
  ["ExCompanyConfidential", "Company Confidential"],
  ["ExCompanyInternal", "Company Internal"],
  ["ExOrarMail", "Originator Requested Alternate Recipient Mail"],
  ["ExPartnerMail", "Partner Mail"],
];

/** Classifications without a language of their own lie here, and are named with it: `Default\ExPartnerMail`. */
const folder = "Default";

/**
 * What a message says of its use: rules give it to messages and look for it. In a language of its own one has other texts,
 * and lies in a container that is called like it. List and view from memory.
 */
export const messageClassification = defineNoun({
  noun: "MessageClassification",
  called: "message classification",
  class: {
    name: "MessageClassification",
    objectClass: ["top", "msExchMessageClassification"],
    objectCategory: "ms-Exch-Message-Classification",
    container: {
      below: "organization",
      path: ["CN=Transport Settings", "CN=Message Classifications", `CN=${folder}`],
    },
    properties: { Locale: { holds: "string" } },
  },
  setup: (): readonly NewObject[] =>
    builtIn.map(([name, displayName]) => ({
      class: "MessageClassification",
      name,
      properties: { DisplayName: displayName },
    })),
  typeNames: configurationTypes(typeName),
  properties: () => [
    guid("ClassificationID"),
    text("DisplayName"),
    choice("DisplayPrecedence", precedence, { default: "Medium" }),
    computed("Locale", "string", ({ object }) => localeOf(object) ?? ""),
    computed("IsDefault", "bool", ({ object }) => localeOf(object) === null),
    bool("PermissionMenuVisible", { default: true }),
    text("RecipientDescription"),
    bool("RetainClassificationEnabled", { default: true }),
    text("SenderDescription"),
    fixed("UserDisplayEnabled", "bool", () => true),
    fixed("Version", "int", () => 0),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }).map((row) =>
      row.name === "Identity"
        ? computed(row.name, row.type, ({ object }) => writtenId(`${localeOf(object) ?? folder}\\${object.name}`))
        : row,
    ),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Identity" }, { property: "Locale", width: 10 }, { property: "DisplayName" }],
    },
  ],
});

/** The language that a classification is for; `null` for one that is for all. */
function localeOf({ properties }: DirectoryObject): string | null {
  return typeof properties.Locale === "string" ? properties.Locale : null;
}

/** What rules mean by a name: not the same texts in another language. */
export const anyClassification: IdentityQuery = {
  classes: ["MessageClassification"],
  where: (object) => localeOf(object) === null,
};

/** By name, alone or behind its folder or language. */
function meant(task: Task): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return [];
  if (identity.guid !== null) return task.matches(identity, messageClassification.identity);
  const backslash = identity.text.indexOf("\\");
  const place = (backslash < 0 ? folder : identity.text.slice(0, backslash)).toLowerCase();
  return task
    .find(identity.text.slice(backslash + 1), messageClassification.identity)
    .filter((each) => (localeOf(each) ?? folder).toLowerCase() === place);
}

const theOne = (task: Task): DirectoryObject =>
  task.single(meant(task), task.text("Identity") ?? "", (identity) => task.notFound(identity));

/** -Locale: the texts of a classification in a language, beside those of all. */
function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const made = { class: messageClassification.noun, name };
  const culture = task.value("Locale");
  if (!(culture instanceof CultureInfo)) return made;
  const [original] = task.find(name, messageClassification.identity).filter((each) => localeOf(each) === null);
  if (original === undefined) throw task.notFound(`${folder}\\${name}`);
  const { DisplayName: _, SenderDescription: __, RecipientDescription: ___, ...shared } = original.properties;
  return {
    ...made,
    parent: languageFolder(task, original, culture.name),
    properties: { ...shared, Locale: culture.name },
  };
}

/** The container of a language, beside that of all of them. */
function languageFolder(task: Task, original: DirectoryObject, language: string): string {
  const usual = original.parent === null ? null : getObject(task.topology, original.parent);
  const above = usual?.parent ?? "";
  const found = childNamed(task.topology, above, "CN", language);
  return found ?? add(task, { class: "Container", name: language, parent: above }).guid;
}

/** Without its original a classification has no other texts either. */
function removeTranslations(task: Task, removed: DirectoryObject): void {
  if (localeOf(removed) !== null) return;
  for (const each of task.find(removed.name, messageClassification.identity)) remove(task, each);
}

export const messageClassificationVerbs: NounVerbs = {
  Get: getVerb(messageClassification, {
    find: (task) => {
      const found = meant(task);
      const [first] = task.isOn("IncludeLocales") ? found : [];
      return first === undefined ? found : task.find(first.name, messageClassification.identity);
    },
    emulated: ["IncludeLocales"],
    arrange: (task, objects) =>
      task.isOn("IncludeLocales") || task.has("Identity")
        ? objects
        : [...objects].filter((each) => localeOf(each) === null),
  }),
  New: newVerb(messageClassification, { defaultParameterSet: "Identity", emulated: ["Locale"], make }),
  Set: setVerb(messageClassification, { find: theOne, emulated: ["Identity"] }),
  Remove: removeVerb(messageClassification, { find: theOne, emulated: ["Identity"], after: removeTranslations }),
};
