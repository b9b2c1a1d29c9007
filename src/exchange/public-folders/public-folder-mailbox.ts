import { sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { mailbox } from "../recipients/mailbox.js";
import { isPublicFolderMailbox } from "../recipients/mailbox-rows-2013.js";
import { folderOf } from "./hierarchy.js";

/**
 * Since 2013 each public folder mailbox has the hierarchy from the first one. All of them are up to date at any time
 * here: that one is told to catch up is checked and asked, and shows in nothing.
 */
export const publicFolderMailbox = defineNoun({
  noun: "PublicFolderMailbox",
  called: "public folder mailbox",
  tasks: "MapiTasks",
  identity: { ...mailbox.identity, where: isPublicFolderMailbox },
  typeNames: ["Microsoft.Exchange.Management.MapiTasks.PublicFolderMailbox"],
  properties: [],
  views: [],
});

const updating = sentence({
  text: (name: string) => `Updating the hierarchy of public folder mailbox "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

export const publicFolderMailboxVerbs: NounVerbs = {
  Update: {
    taskClass: "MapiTasks.UpdatePublicFolderMailbox",
    emulated: ["Identity", "FolderId"],
    accepted: [
      "InvokeSynchronizer",
      "CreateAssociatedDumpster",
      "ForceOnlineSync",
      "FullSync",
      "ReconcileFolders",
      "SuppressStatus",
    ],
    optional: ["InvokeSynchronizer"],
    defaultParameterSet: "InvokeSynchronizer",
    process: (task) => {
      const user = task.resolve("Identity", publicFolderMailbox.identity, (identity) => task.notFound(identity));
      if (task.has("FolderId")) folderOf(task, "FolderId");
      task.requireWrite(user);
      task.shouldProcess(updating.text(user.name));
    },
  },
};
