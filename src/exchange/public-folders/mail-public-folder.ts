import {
  type DirectoryObject,
  getObject,
  getProperty,
  guidNamed,
  indexHas,
  listObjects,
  type NewObject,
  reference,
} from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { onServer } from "../noun/filters.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { usualSentence } from "../noun/sentences.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { add, change, remove } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { bool, choice, computed, guid, link, links, proxyAddress, text } from "../properties/property.js";
import { filterable } from "../recipients/filters/recipient-filter.js";
import { byAnr } from "../recipients/get-recipients.js";
import { leaveGroups } from "../recipients/groups/leave-groups.js";
import { mailEnabledProperties, toRecipients } from "../recipients/mail-enabled-properties.js";
import { anyRecipient, recipientClasses, recipientIdentityProperties } from "../recipients/recipient-types.js";
import { addressSetters, mailEnabled, recipientSetOptions } from "../recipients/recipient-writing.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import {
  contentMailboxOf,
  entryId,
  folderAt,
  folderGuidOf,
  folderOf,
  folderPath,
  mailFolderClass,
  mailObjectOf,
} from "./hierarchy.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.MailPublicFolder";
const folderType = enumeration("Microsoft.Exchange.Data.PublicFolderType", [
  "GeneralPurpose",
  "Mapi",
  "Nntp",
  "NotSpecified",
]);

/** A public folder that mail can go to: what it has in the domain. Order and view from memory. */
export const mailPublicFolder = defineNoun({
  noun: "MailPublicFolder",
  called: "mail-enabled public folder",
  class: {
    name: mailFolderClass,
    objectClass: ["top", "publicFolder"],
    objectCategory: "publicFolder",
    container: { below: "domain", path: ["CN=Microsoft Exchange System Objects"] },
    properties: { Folder: { holds: "reference" } },
    indexes: {
      alias: { property: "Alias" },
      address: { property: "EmailAddresses", unique: "forest" },
    },
  },
  tasks: "MapiTasks",
  identity: { classes: [mailFolderClass], wildcards: "several", properties: recipientIdentityProperties },
  typeNames: presentationTypes(typeName, "Microsoft.Exchange.Data.Directory.Management.MailEnabledRecipient"),
  properties: () => [
    links("Contacts", recipientClasses, toRecipients),
    computed("ContentMailbox", "Microsoft.Exchange.Data.Directory.ADObjectId", contentMailbox, { since: "2013" }),
    bool("DeliverToMailboxAndForward", { default: false }),
    proxyAddress("ExternalEmailAddress", recent),
    computed("EntryId", "string", ({ topology, object }) => {
      const guid = folderGuidOf(object);
      const folder = guid === null ? null : getObject(topology, guid);
      return folder === null ? "" : entryId(folder);
    }),
    link("ForwardingAddress", recipientClasses, { ...toRecipients, query: anyRecipient }),
    bool("IgnoreMissingFolderLink", { default: false, since: "2016", certainty: "memory" }),
    guid("OnPremisesObjectId", { since: "2016", certainty: "memory" }),
    text("PhoneticDisplayName"),
    choice("PublicFolderType", folderType, { default: "Mapi", until: "2010" }),
    ...mailEnabledProperties(false),
    ...presentationTail(objectVersions.exchange2003, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Alias" }, { property: "PrimarySmtpAddress" }],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

/** The mailbox that holds the folder. */
function contentMailbox({ topology, object }: Source): Value {
  const guid = folderGuidOf(object);
  const folder = guid === null ? null : getObject(topology, guid);
  const mailbox = folder === null ? null : contentMailboxOf(topology, folder);
  return mailbox === null ? null : new ADObjectId(topology, mailbox, "canonical");
}

const messages = {
  enabled: message({
    text: (path: string) => `The public folder "${path}" is already mail-enabled.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  disabled: message({
    text: (path: string) => `The public folder "${path}" isn't mail-enabled.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

/** Another folder of the name may have it: then digits make the difference. */
function freeName(task: Task, folder: DirectoryObject): string {
  const taken = (name: string): boolean => indexHas(task.topology, mailFolderClass, "name", name);
  if (!taken(folder.name)) return folder.name;
  const digits = Number.parseInt(guidNamed(task.topology.ids.seed, `mail|${folder.guid}`).slice(0, 8), 16);
  return `${folder.name} ${digits}`;
}

const enabling = usualSentence(mailPublicFolder, "Enable");
const disabling = usualSentence(mailPublicFolder, "Disable");

function enable(task: Task): void {
  const folder = folderOf(task);
  const path = folderPath(task.topology, folder);
  if (mailObjectOf(task.topology, folder) !== null) throw task.failure(messages.enabled, [path]);
  task.requireWrite(folder);
  if (!task.shouldProcess(enabling.text(path))) return;
  const hidden = task.has("HiddenFromAddressListsEnabled")
    ? task.isOn("HiddenFromAddressListsEnabled")
    : getProperty(schema, folder, "HiddenFromAddressListsEnabled") === true;
  const object: NewObject = { class: mailFolderClass, name: freeName(task, folder) };
  const properties = {
    Folder: reference(folder.guid),
    DisplayName: folder.name,
    HiddenFromAddressListsEnabled: hidden,
  };
  add(task, { ...object, properties: mailEnabled(task, { object, properties }) });
  change(task, folder, { properties: { HiddenFromAddressListsEnabled: hidden, MailObject: null } });
}

function disable(task: Task): void {
  const folder = folderOf(task);
  const path = folderPath(task.topology, folder);
  const mail = mailObjectOf(task.topology, folder);
  if (mail === null) throw task.failure(messages.disabled, [path]);
  task.requireWrite(mail);
  if (!task.shouldProcess(disabling.text(path))) return;
  remove(task, mail);
  change(task, folder, { properties: { MailObject: null } });
  leaveGroups(task, mail);
}

/** By the names of the mail object, or by the path of the folder. */
function meant(task: Task): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return [];
  const guid = identity.guid;
  if (guid !== null) {
    const ofFolder = listObjects(task.topology, mailFolderClass).filter((mail) => folderGuidOf(mail) === guid);
    if (ofFolder.length > 0) return ofFolder;
  }
  const found = task.matches(identity, mailPublicFolder.identity);
  if (found.length > 0) return found;
  const folder = folderAt(task.topology, identity.text);
  const mail = folder === null ? null : mailObjectOf(task.topology, folder);
  return mail === null ? [] : [mail];
}

function theOne(task: Task): DirectoryObject {
  const identity = task.value("Identity");
  const typed = identity instanceof IdParameter ? identity.text : "";
  return task.single(meant(task), typed, (name) => task.notFound(name));
}

const recent = { since: "2013", certainty: "memory" } as const;

/** -EntryId: which folder the object is of, where a migration has lost it. */
const folderWithId: Setter = (task) => {
  const id = task.text("EntryId") ?? "";
  const folder = folderAt(task.topology, id);
  if (folder === null || entryId(folder) !== id.toUpperCase()) throw task.parameterNotFound(id);
  return { properties: { Folder: reference(folder.guid) } };
};

export const mailPublicFolderVerbs: NounVerbs = {
  Get: getVerb(mailPublicFolder, {
    defaultParameterSet: "Identity",
    limited: true,
    find: meant,
    filters: {
      Anr: byAnr("Anr"),
      // All public folder databases know the whole hierarchy, of a server that there is.
      Server: (task) => {
        onServer(task);
        return { keep: () => true };
      },
    },
  }),
  Set: setVerb(mailPublicFolder, {
    emulated: ["Identity"],
    find: theOne,
    setters: { ...addressSetters, EntryId: folderWithId },
    accepted: ["CreateDTMFMap", "Server"],
    ...recipientSetOptions,
    after: (task, mail) => {
      const guid = folderGuidOf(mail);
      const folder = guid === null ? null : getObject(task.topology, guid);
      const hidden = getProperty(schema, mail, "HiddenFromAddressListsEnabled");
      if (folder !== null && task.has("HiddenFromAddressListsEnabled"))
        change(task, folder, { properties: { HiddenFromAddressListsEnabled: hidden } });
    },
  }),
  Enable: {
    taskClass: taskClassOf(mailPublicFolder, "Enable"),
    emulated: ["Identity", "HiddenFromAddressListsEnabled", "Server"],
    accepted: [],
    process: enable,
  },
  Disable: {
    taskClass: taskClassOf(mailPublicFolder, "Disable"),
    emulated: ["Identity", "Server"],
    accepted: [],
    confirms: true,
    process: disable,
  },
};
