import type { DirectoryObject } from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { currentUser } from "../recipients/current-user.js";
import { mailbox } from "../recipients/mailbox.js";
import { hasMailbox } from "../recipients/recipient-types.js";
import { meantPath } from "./folder-names.js";
import { type Folder, foldersOf } from "./mailbox-content.js";

const noFolder = message({
  text: (identity: string) => `The operation couldn't be performed because '${identity}' couldn't be found.`,
  exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
  category: "NotSpecified",
  certainty: "memory",
  evidence: "remembered",
});

/** The folder that all others of a mailbox lie in. */
export const topFolder = "/Top of Information Store";

/** A folder with the mailbox that it is in. */
export interface NamedFolder {
  readonly user: DirectoryObject;
  readonly folder: Folder;
}

/**
 * `anna:\Calendar\Work`; without a folder, the top of the mailbox; without a mailbox, `\Calendar`, that of whoever runs
 * the shell.
 */
export function folderNamed(task: Task, text: string): NamedFolder {
  const colon = text.lastIndexOf(":\\");
  const isOwn = colon < 0 && (text === "" || text.startsWith("\\"));
  const name = colon < 0 ? text.replace(/:$/, "") : text.slice(0, colon);
  const user = isOwn ? ownMailbox(task) : mailboxNamed(task, name);
  const path = isOwn ? text.slice(1) : colon < 0 ? "" : text.slice(colon + 2);
  const wanted = path === "" ? topFolder : meantPath(user, `/${path.replaceAll("\\", "/")}`);
  const folder = foldersOf(user).find((each) => each.path.toLowerCase() === wanted?.toLowerCase());
  if (folder === undefined) throw task.failure(noFolder, [text]);
  return { user, folder };
}

const mailboxNamed = (task: Task, name: string): DirectoryObject =>
  task.single(task.find(name, { ...mailbox.identity, wildcards: false }), name, (identity) => task.notFound(identity));

function ownMailbox(task: Task): DirectoryObject {
  const user = currentUser(task);
  if (user === null || !hasMailbox(user)) throw task.notFound(task.cmdlet.context.userName ?? "Administrator");
  return user;
}
