import {
  type DirectoryObject,
  followReference,
  getObject,
  getProperty,
  isReference,
  valuesOf,
} from "../../topology/index.js";
import { changeFolder } from "../mailboxes/mailbox-content.js";
import {
  messagesAsProperty,
  messagesAttribute,
  messagesOf,
  type StoredMessage,
} from "../mailboxes/mailbox-messages.js";
import { sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";

/**
 * The assistant that does what retention policies say: Start-ManagedFolderAssistant lets it run over a mailbox at once. Of
 * what a mailbox has it knows the messages that were delivered here; the others have no dates.
 */
export const managedFolderAssistant = defineNoun({
  noun: "ManagedFolderAssistant",
  tasks: "RecipientTasks",
  identity: mailbox.identity,
  typeNames: ["Microsoft.Exchange.Management.RecipientTasks.ManagedFolderAssistant"],
  properties: () => [],
  views: [],
});

const starting = sentence({
  text: (name: string) => `Starting the Managed Folder Assistant for mailbox "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const stopping = sentence({
  text: (name: string) => `Stopping the Managed Folder Assistant on server "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

function tagsOf(task: Task, user: DirectoryObject): readonly DirectoryObject[] {
  const follow = (object: DirectoryObject, name: string): readonly DirectoryObject[] =>
    valuesOf(getProperty(schema, object, name)).flatMap((link) => {
      const target = isReference(link) ? followReference(task.topology, link) : null;
      return target?.state === "live" ? [target.object] : [];
    });
  return follow(user, "RetentionPolicy").flatMap((policy) => follow(policy, "RetentionPolicyTagLinks"));
}

/** Where a tag puts what it finds; `null`: nowhere. An archive here has no content of its own to be shown. */
const destinations: Readonly<Record<string, string | null>> = {
  MoveToDeletedItems: "/Deleted Items",
  DeleteAndAllowRecovery: "/Deletions",
  PermanentlyDelete: null,
  MoveToArchive: null,
};

/** The tag for a folder: its own, else that of all folders (documented). */
function tagFor(tags: readonly DirectoryObject[], folder: string): DirectoryObject | undefined {
  const type = folder.slice(1).replaceAll(" ", "").replace("JunkE-Mail", "JunkEmail").toLowerCase();
  const of = (tag: DirectoryObject): string => String(getProperty(schema, tag, "Type")).toLowerCase();
  return tags.find((tag) => of(tag) === type) ?? tags.find((tag) => of(tag) === "all");
}

/** Where a message is to go, `undefined` while it may stay. */
function destinationOf(task: Task, tags: readonly DirectoryObject[], each: StoredMessage): string | null | undefined {
  const tag = tagFor(tags, each.folder);
  if (tag === undefined || getProperty(schema, tag, "RetentionEnabled") !== true) return undefined;
  const limit = getProperty(schema, tag, "AgeLimitForRetention");
  if (typeof limit !== "bigint" || each.received + limit > task.topology.clock) return undefined;
  const target = destinations[String(getProperty(schema, tag, "RetentionAction"))];
  return target === each.folder ? undefined : target;
}

function runOver(task: Task, user: DirectoryObject): void {
  // Who is on retention hold keeps everything (documented).
  if (getProperty(schema, user, "RetentionHoldEnabled") === true) return;
  const tags = tagsOf(task, user);
  const kept: StoredMessage[] = [];
  for (const each of messagesOf(user)) {
    const target = destinationOf(task, tags, each);
    if (target === undefined) {
      kept.push(each);
      continue;
    }
    const now = (): DirectoryObject => getObject(task.topology, user.guid) ?? user;
    task.commit(changeFolder(task.topology, now(), each.folder, -1, -each.size));
    if (target !== null) task.commit(changeFolder(task.topology, now(), target, 1, each.size));
    if (target === "/Deleted Items") kept.push({ ...each, folder: target });
  }
  const current = getObject(task.topology, user.guid) ?? user;
  change(task, current, { properties: { [messagesAttribute]: messagesAsProperty(kept) } });
}

export const managedFolderAssistantVerbs: NounVerbs = {
  Start: {
    taskClass: "RecipientTasks.StartManagedFolderAssistant",
    emulated: ["Identity"],
    // What the online service does beside it.
    accepted: ["HoldCleanup", "AggMailboxCleanup"],
    defaultParameterSet: "Identity",
    process: (task) => {
      const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
      task.requireWrite(user);
      if (task.shouldProcess(starting.text(user.name))) runOver(task, user);
    },
  },
  /** It is done in no time here: there is never anything to be stopped. */
  Stop: {
    taskClass: "RecipientTasks.StopManagedFolderAssistant",
    emulated: ["Identity"],
    accepted: [],
    process: (task) => {
      const name = task.has("Identity") ? resolveServer(task, "Identity", "Mailbox").name : task.session.serverName;
      task.shouldProcess(stopping.text(name));
    },
  },
};
