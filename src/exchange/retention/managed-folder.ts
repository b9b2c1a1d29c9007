import { listObjects, type NewObject, type Topology } from "../../topology/index.js";
import { netText } from "../../values/text.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { bool, choice, computed, quota, text, texts } from "../properties/property.js";
import { unlimited } from "../properties/scalar-kinds.js";
import { mailbox } from "../recipients/mailbox.js";
import { isSince2013 } from "../servers/roles.js";
import { elcFolderType } from "./folder-type.js";
import { managedFoldersOf } from "./folders-of-mailbox.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ELCFolder";

/** The default folders that setup of 2010 makes: name and type (documented). */
const setupFolders: readonly (readonly [name: string, type: string])[] = [
  ["Calendar", "Calendar"],
  ["Contacts", "Contacts"],
  ["Conversation History", "ConversationHistory"],
  ["Deleted Items", "DeletedItems"],
  ["Drafts", "Drafts"],
  ["Entire Mailbox", "All"],
  ["Inbox", "Inbox"],
  ["Journal", "Journal"],
  ["Junk E-mail", "JunkEmail"],
  ["Notes", "Notes"],
  ["Outbox", "Outbox"],
  ["RSS Feeds", "RssSubscriptions"],
  ["Sent Items", "SentItems"],
  ["Sync Issues", "SyncIssues"],
  ["Tasks", "Tasks"],
];

const setup = (topology: Topology): readonly NewObject[] =>
  listObjects(topology, "ExchangeServer").some(isSince2013)
    ? []
    : setupFolders.map(([name, type]) => ({ class: "ManagedFolder", name, properties: { FolderType: type } }));

/** Folders of mailboxes that rules are for: those that all have, and those that are made for people. Of 2010 only. */
export const managedFolder = defineNoun({
  noun: "ManagedFolder",
  called: "managed folder",
  class: {
    name: "ManagedFolder",
    objectClass: ["top", "msExchELCFolder"],
    objectCategory: "ms-Exch-ELC-Folder",
    container: { below: "organization", path: ["CN=ELC Folders Container"] },
  },
  setup,
  typeNames: configurationTypes(typeName),
  properties: () => [
    choice("FolderType", elcFolderType, { default: "ManagedCustomFolder", parameter: null }),
    computed("Description", "string", ({ object }) =>
      object.properties.FolderType === undefined ? "ManagedCustomFolder" : "ManagedDefaultFolder",
    ),
    text("FolderName", { absent: ({ object }) => object.name }),
    quota("StorageQuota", { default: unlimited }),
    texts("LocalizedFolderName"),
    text("Comment"),
    texts("LocalizedComment"),
    bool("MustDisplayCommentEnabled", { default: false }),
    bool("BaseFolderOnly", { default: false }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // From memory.
      columns: [{ property: "Name" }, { property: "FolderName" }, { property: "Description" }],
    },
  ],
});

/** The type of a default folder, as -DefaultFolderType says it; left out: a folder that is made for people. */
function typeGiven(task: Task): { readonly FolderType?: string } {
  if (!task.has("DefaultFolderType")) return {};
  return { FolderType: netText(task.cmdlet.context, task.value("DefaultFolderType")) };
}

export const managedFolderVerbs: NounVerbs = {
  Get: getVerb(managedFolder, {
    defaultParameterSet: "Identity",
    filters: {
      Mailbox: (task) => {
        const user = task.resolve("Mailbox", mailbox.identity, (id) => task.parameterNotFound(id));
        return { from: managedFoldersOf(task.topology, user) };
      },
    },
  }),
  New: newVerb(managedFolder, {
    defaultParameterSet: "ManagedCustomFolder",
    emulated: ["DefaultFolderType"],
    make: (task) => ({ class: "ManagedFolder", name: task.text("Name") ?? "", properties: typeGiven(task) }),
  }),
  Set: setVerb(managedFolder),
  Remove: removeVerb(managedFolder),
};
