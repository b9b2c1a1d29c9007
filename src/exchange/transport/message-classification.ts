import type { DirectoryObject, NewObject } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
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
 * What a message says of its use: rules give it to messages and look for it. Those for a language of their own are not
 * emulated. List and view from memory.
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
    fixed("Locale", "string", () => ""),
    fixed("IsDefault", "bool", () => true),
    bool("PermissionMenuVisible", { default: true }),
    text("RecipientDescription"),
    bool("RetainClassificationEnabled", { default: true }),
    text("SenderDescription"),
    fixed("UserDisplayEnabled", "bool", () => true),
    fixed("Version", "int", () => 0),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }).map((row) =>
      row.name === "Identity"
        ? computed(row.name, row.type, ({ object }) => writtenId(`${folder}\\${object.name}`))
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

/** By name, alone or behind its folder. */
function meant(task: Task): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return [];
  if (identity.guid !== null) return task.matches(identity, messageClassification.identity);
  const prefix = `${folder}\\`;
  const isPlaced = identity.text.toLowerCase().startsWith(prefix.toLowerCase());
  return task.find(isPlaced ? identity.text.slice(prefix.length) : identity.text, messageClassification.identity);
}

const theOne = (task: Task): DirectoryObject =>
  task.single(meant(task), task.text("Identity") ?? "", (identity) => task.notFound(identity));

export const messageClassificationVerbs: NounVerbs = {
  // There are none for languages.
  Get: getVerb(messageClassification, { find: meant, accepted: ["IncludeLocales"] }),
  New: newVerb(messageClassification, { defaultParameterSet: "Identity" }),
  Set: setVerb(messageClassification, { find: theOne, emulated: ["Identity"] }),
  Remove: removeVerb(messageClassification, { find: theOne, emulated: ["Identity"] }),
};
