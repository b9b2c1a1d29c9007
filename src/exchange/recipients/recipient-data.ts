import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { bytesOf, fromBase64, toBase64 } from "../../values/bytes.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Setter } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { computed } from "../properties/property.js";
import { declareInDirectory, schema } from "../schema.js";
import { binaryFileData } from "../types/binary-file-data.js";
import { recipientIdentityProperties } from "./recipient-types.js";

/** The picture and the spoken name of a recipient: files in Base64, kept with it. */

const kinds = {
  Picture: { attribute: "ThumbnailPhoto", called: "picture", most: 10_240, format: "a JPEG file" },
  SpokenName: { attribute: "SpokenName", called: "spoken name", most: 32_768, format: "a WMA file" },
} as const;
type Kind = keyof typeof kinds;

const kept = { ThumbnailPhoto: { holds: "string" }, SpokenName: { holds: "string" } } as const;
for (const name of ["User", "Contact"])
  declareInDirectory({ noun: `pictures and recordings: ${name}`, extension: { name, properties: kept } });

const isThere = (object: DirectoryObject, kind: Kind): boolean =>
  typeof getProperty(schema, object, kinds[kind].attribute) === "string";

/** HasPicture, also of one that Set-UserPhoto has given since 2013, and HasSpokenName. */
export const dataRows = (): readonly ExchangeProperty[] => [
  computed(
    "HasPicture",
    "bool",
    ({ object }) => isThere(object, "Picture") || typeof object.properties.Photo === "string",
  ),
  computed("HasSpokenName", "bool", ({ object }) => isThere(object, "SpokenName")),
];

const removal =
  (kind: Kind): Setter =>
  (_task, value) =>
    value === true ? { properties: { [kinds[kind].attribute]: null } } : {};
/** -RemovePicture and -RemoveSpokenName. */
export const dataSetters: Readonly<Record<string, Setter>> = {
  RemovePicture: removal("Picture"),
  RemoveSpokenName: removal("SpokenName"),
};

const messages = {
  tooLarge: message({
    text: (called: string, most: string) => `The ${called} is too large. The file can't be larger than ${most} KB.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.TaskInvalidOperationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "the limit is documented (Import-RecipientDataProperty), the text is not known",
  }),
  wrongFormat: message({
    text: (called: string, format: string) =>
      `The ${called} isn't in a format that is supported: it has to be ${format}.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.TaskInvalidOperationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "the rule is documented (Import-RecipientDataProperty), the text is not known",
  }),
  nothing: message({
    text: (recipient: string, called: string) => `The recipient "${recipient}" has no ${called}.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.TaskInvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const unknown = { certainty: "unknown", evidence: "our wording: no capture of the question is known" } as const;
const questions = {
  Import: sentence({
    text: (called: string, recipient: string) => `Importing the ${called} of recipient "${recipient}".`,
    ...unknown,
  }),
  Export: sentence({
    text: (called: string, recipient: string) => `Exporting the ${called} of recipient "${recipient}".`,
    ...unknown,
  }),
} as const;

/** Data of a recipient that is a file. */
export const recipientDataProperty = defineNoun({
  noun: "RecipientDataProperty",
  tasks: "RecipientTasks",
  identity: { classes: ["User", "Contact"], properties: recipientIdentityProperties },
  typeNames: ["Microsoft.Exchange.Management.RecipientTasks.RecipientDataProperty"],
  properties: () => [],
  views: [],
});

const kindMeant = (task: Task): Kind => (task.isOn("SpokenName") ? "SpokenName" : "Picture");
const recipientMeant = (task: Task): DirectoryObject =>
  task.resolve("Identity", recipientDataProperty.identity, (identity) => task.notFound(identity));

const jpeg = [0xff, 0xd8];
const kilobyte = 1024;

function checkFile(task: Task, kind: Kind, bytes: readonly number[]): void {
  const { called, most, format } = kinds[kind];
  if (bytes.length > most) throw task.failure(messages.tooLarge, [called, String(most / kilobyte)]);
  if (bytes.length === 0 || (kind === "Picture" && jpeg.some((byte, index) => bytes[index] !== byte)))
    throw task.failure(messages.wrongFormat, [called, format]);
}

function importData(task: Task): void {
  const kind = kindMeant(task);
  const recipient = recipientMeant(task);
  const bytes = bytesOf(task.value("FileData"));
  checkFile(task, kind, bytes);
  task.requireWrite(recipient);
  if (!task.shouldProcess(questions.Import.text(kinds[kind].called, recipient.name))) return;
  change(task, recipient, { properties: { [kinds[kind].attribute]: toBase64(bytes) } });
}

function exportData(task: Task): void {
  const { attribute, called } = kinds[kindMeant(task)];
  const recipient = recipientMeant(task);
  const data = getProperty(schema, recipient, attribute);
  if (typeof data !== "string") throw task.failure(messages.nothing, [recipient.name, called], task.id(recipient));
  if (!task.shouldProcess(questions.Export.text(called, recipient.name))) return;
  task.cmdlet.writeObject(binaryFileData(fromBase64(data)));
}

export const recipientDataPropertyVerbs: NounVerbs = {
  Import: {
    taskClass: "RecipientTasks.ImportRecipientDataProperty",
    emulated: ["Identity", "FileData", "Picture", "SpokenName"],
    accepted: [],
    defaultParameterSet: "ImportPicture",
    process: importData,
  },
  Export: {
    taskClass: "RecipientTasks.ExportRecipientDataProperty",
    emulated: ["Identity", "Picture", "SpokenName"],
    accepted: [],
    defaultParameterSet: "ExportPicture",
    process: exportData,
  },
};
