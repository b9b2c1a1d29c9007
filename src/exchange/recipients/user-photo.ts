import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { bytesOf, fromBase64, toBase64 } from "../../values/bytes.js";
import { byteArray } from "../../values/types/convert.js";
import { canonicalIdentity, identityProperty } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { computed, fixed } from "../properties/property.js";
import { declareInDirectory, schema } from "../schema.js";
import { byAnr } from "./get-recipients.js";
import { mailbox } from "./mailbox.js";

/** Pictures of people, which their mailboxes keep since 2013; one can be looked at before it counts. */

declareInDirectory({
  noun: "photos of users",
  extension: { name: "User", properties: { Photo: { holds: "string" }, PhotoPreview: { holds: "string" } } },
});

const typeName = "Microsoft.Exchange.Management.RecipientTasks.UserPhoto";

const photoOf = (user: DirectoryObject, name: string): string | null => {
  const kept = getProperty(schema, user, name);
  return typeof kept === "string" ? kept : null;
};

/** Names documented; order and Thumbprint, which tells pictures apart, from memory. */
export const userPhoto = defineNoun({
  noun: "UserPhoto",
  called: "user photo",
  tasks: "RecipientTasks",
  identity: mailbox.identity,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("PictureData", "byte[]", ({ object, live }) => {
      const photo = photoOf(object, live?.get("Preview") === true ? "PhotoPreview" : "Photo");
      return photo === null ? null : byteArray(fromBase64(photo));
    }),
    computed("Thumbprint", "System.Nullable[int]", ({ object, live }) => {
      const photo = photoOf(object, live?.get("Preview") === true ? "PhotoPreview" : "Photo");
      return photo === null ? null : thumbprint(photo);
    }),
    identityProperty("canonical"),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [],
  displayIdentity: canonicalIdentity,
});

/** A number that is the same for the same picture. */
function thumbprint(text: string): number {
  let hash = 17;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

const messages = {
  none: message({
    text: () => "There is no photo stored here.",
    exception: "Microsoft.Exchange.Data.Storage.UserPhotoNotFoundException",
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered of Get-UserPhoto",
  }),
  noPreview: message({
    text: () => "There is no preview photo to save.",
    exception: "Microsoft.Exchange.Data.Storage.UserPhotoNotFoundException",
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  notPicture: message({
    text: () => "The picture is empty.",
    exception: "Microsoft.Exchange.Data.DataValidationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const setting = sentence({
  text: (name: string) => `The photo for mailbox ${name} will be changed. Do you want to proceed?`,
  certainty: "memory",
  evidence: "remembered of Set-UserPhoto",
});
const removing = sentence({
  text: (name: string) => `The photo for mailbox ${name} will be removed. Do you want to proceed?`,
  certainty: "memory",
  evidence: "after that of Set-UserPhoto",
});

const userMeant = (task: Task): DirectoryObject =>
  task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));

function set(task: Task): void {
  const user = userMeant(task);
  const preview = photoOf(user, "PhotoPreview");
  if (task.isOn("Save") && preview === null) throw task.failure(messages.noPreview, []);
  const bytes = bytesOf(task.value("PictureData"));
  if (task.has("PictureData") && bytes.length === 0) throw task.failure(messages.notPicture, []);
  task.requireWrite(user);
  if (!task.shouldProcess(setting.text(user.name))) return;
  const given = toBase64(bytes);
  const properties = task.isOn("Cancel")
    ? { PhotoPreview: null }
    : task.isOn("Save")
      ? { Photo: preview, PhotoPreview: null }
      : task.isOn("Preview")
        ? { PhotoPreview: given }
        : { Photo: given, PhotoPreview: null };
  change(task, user, { properties });
}

/** There are no mailboxes of groups outside the service, and one kind of picture. */
const accepted = ["GroupMailbox", "PhotoType"];

export const userPhotoVerbs: NounVerbs = {
  Get: getVerb(userPhoto, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: { Anr: byAnr("Anr") },
    accepted,
    live: { Preview: () => new Map([["Preview", true]]) },
    arrange: function* (task, users) {
      const name = task.isOn("Preview") ? "PhotoPreview" : "Photo";
      for (const user of users) {
        if (photoOf(user, name) !== null) yield user;
        else if (task.has("Identity")) throw task.failure(messages.none, []);
      }
    },
  }),
  Set: {
    taskClass: "RecipientTasks.SetUserPhoto",
    emulated: ["Identity", "PictureData", "Preview", "Save", "Cancel"],
    accepted,
    confirms: true,
    optionalIn: { PictureData: { sets: ["UploadPreview"] }, PictureStream: { sets: ["UploadPreview"] } },
    defaultParameterSet: "UploadPhotoData",
    process: set,
  },
  Remove: {
    taskClass: "RecipientTasks.RemoveUserPhoto",
    emulated: ["Identity", "ClearMailboxPhotoRecord"],
    accepted,
    confirms: true,
    // The reference does not tell the set without it.
    optional: ["ClearMailboxPhotoRecord"],
    defaultParameterSet: "Identity",
    process: (task) => {
      const user = userMeant(task);
      task.requireWrite(user);
      if (task.shouldProcess(removing.text(user.name)))
        change(task, user, { properties: { Photo: null, PhotoPreview: null } });
    },
  },
};
