import { type DirectoryObject, removeObject, updateObject } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs, type VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { schema } from "../schema.js";
import { databaseParameter, disconnectedMailboxFor } from "./connect-mailbox.js";
import { disconnectedIn } from "./disconnected-mailbox.js";

/** What administrators do to mailboxes without a user, beside connecting them. */

const removing = sentence({
  text: (mailbox: string) => `Removing the store mailbox "${mailbox}". Its content is lost.`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const updating = sentence({
  text: (mailbox: string) => `Updating the state of the store mailbox "${mailbox}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const cleaning = sentence({
  text: (database: string) => `Cleaning mailbox database "${database}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

function notice(task: Task, lost: DirectoryObject): void {
  const result = updateObject(schema, task.topology, lost.guid, { properties: { Noticed: true } });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
}

/** Clean-MailboxDatabase (2010): the store finds out which of its mailboxes have lost their users. */
export const cleanMailboxDatabase: VerbBehaviour = {
  taskClass: "SystemConfigurationTasks.CleanMailboxDatabase",
  emulated: ["Identity"],
  accepted: [],
  process: (task) => {
    const database = task.resolve("Identity", { classes: ["MailboxDatabase"] }, (identity) => task.notFound(identity));
    task.requireWrite(database);
    if (!task.shouldProcess(cleaning.text(database.name))) return;
    for (const lost of disconnectedIn(task.topology, database)) notice(task, lost);
  },
};

const storeType = ["Microsoft.Exchange.Data.Mapi.StoreMailbox"];
export const storeMailbox = defineNoun({ noun: "StoreMailbox", typeNames: storeType, properties: [], views: [] });
export const storeMailboxState = defineNoun({
  noun: "StoreMailboxState",
  typeNames: ["Microsoft.Exchange.Data.Mapi.StoreMailboxState"],
  properties: () => [],
  views: [],
});

export const storeMailboxVerbs: NounVerbs = {
  /** Removes a mailbox without a user for good. */
  Remove: {
    taskClass: "MapiTasks.RemoveStoreMailbox",
    emulated: ["Identity", "Database"],
    // Disabled or SoftDeleted: what is not connected is the one here; nothing is moved and left behind.
    accepted: ["MailboxState"],
    confirms: true,
    process: (task) => {
      const lost = disconnectedMailboxFor(task, databaseParameter(task));
      task.requireWrite(lost);
      if (!task.shouldProcess(removing.text(lost.name))) return;
      const result = removeObject(schema, task.topology, lost.guid);
      if (!result.ok) throw writeFailure(task, result.failure);
      task.commit(result.topology);
    },
  },
};

export const storeMailboxStateVerbs: NounVerbs = {
  /** Update-StoreMailboxState (2013): as Clean-MailboxDatabase, for one mailbox. */
  Update: {
    taskClass: "MapiTasks.UpdateStoreMailboxState",
    emulated: ["Identity", "Database"],
    accepted: [],
    process: (task) => {
      const lost = disconnectedMailboxFor(task, databaseParameter(task));
      task.requireWrite(lost);
      if (task.shouldProcess(updating.text(lost.name))) notice(task, lost);
    },
  },
};
