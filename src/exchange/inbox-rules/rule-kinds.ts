import { type DirectoryObject, findByIndex, getObject } from "../../topology/index.js";
import { toText } from "../../values/text.js";
import { meantPath, shownPath } from "../mailboxes/folder-names.js";
import { foldersOf } from "../mailboxes/mailbox-content.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import type { Kind } from "../properties/kind.js";
import { mailbox } from "../recipients/mailbox.js";
import { textOf } from "../recipients/recipient-types.js";
import { recipientKind } from "../transport/rule-kinds.js";
import { ruleOwner } from "./rule-owner.js";

/** A person in a rule: kept as an address, shown with name and legacy DN, or with the address outside. */
export const personKind: Kind = {
  ...recipientKind,
  name: "person",
  typeName: "string",
  show: (stored, { topology }) => {
    const address = String(stored);
    const classes = ["User", "Contact", "Group", "DynamicDistributionGroup", "MailPublicFolder"];
    for (const name of classes) {
      const [found] = findByIndex(topology, name, "address", `smtp:${address}`);
      if (found !== undefined)
        return `"${textOf(found, "DisplayName") || found.name}" [EX:${textOf(found, "LegacyExchangeDN")}]`;
    }
    return `"${address}" [SMTP:${address}]`;
  },
};

const noFolder = message({
  text: (folder: string) => `The mailbox folder "${folder}" couldn't be found.`,
  exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
  category: "NotSpecified",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

/**
 * The folder of a mailbox that an identity means: `alan.reid:\Inbox\Projects`, or `:\Projects` of the owner.
 * @returns its path in the mailbox: `/Inbox/Projects`
 */
export function folderMeant(task: Task, typed: string, owner: DirectoryObject): string {
  const colon = typed.indexOf(":");
  const named = colon > 0 ? task.find(typed.slice(0, colon), mailbox.identity)[0] : owner;
  const path = `/${typed
    .slice(colon + 1)
    .replace(/^\\+/, "")
    .replaceAll("\\", "/")}`;
  const wanted = meantPath(named ?? owner, path)?.toLowerCase();
  const found = foldersOf(named ?? owner).find((folder) => folder.path.toLowerCase() === wanted);
  if (named?.guid !== owner.guid || found === undefined) throw task.failure(noFolder, [typed]);
  return found.path;
}

/** A folder of the rule's mailbox, kept by its path and shown by its name. */
export const folderKind: Kind = {
  name: "mailbox folder",
  typeName: "Microsoft.Exchange.Data.Storage.Management.MailboxFolder",
  holds: "string",
  show: (stored, { topology, object }) => {
    if (typeof stored !== "string") return null;
    const owner = object.parent === null ? null : getObject(topology, object.parent);
    const path = owner === null ? stored : shownPath(owner, stored);
    return path.slice(path.lastIndexOf("/") + 1);
  },
  take: (given, { task, object }) => {
    if (given === null) return null;
    const typed = given instanceof IdParameter ? given.text : toText(task.cmdlet.context, given);
    const owner = object?.parent == null ? ruleOwner(task) : getObject(task.topology, object.parent);
    if (owner === null) throw task.failure(noFolder, [typed]);
    return folderMeant(task, typed, owner);
  },
};
