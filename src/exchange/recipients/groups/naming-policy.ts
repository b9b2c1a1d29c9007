import {
  type DirectoryObject,
  getProperty,
  isList,
  isReference,
  listObjects,
  type NewObject,
  type ObjectChange,
} from "../../../topology/index.js";
import { message } from "../../noun/exchange-errors.js";
import type { Task } from "../../noun/task.js";
import { schema } from "../../schema.js";
import { GroupNamingPolicy } from "../../types/group-naming-policy.js";
import { currentUser } from "../current-user.js";
import { textOf } from "../recipient-types.js";
import { unitFor } from "../recipient-writing.js";

/**
 * How groups may be called: the organization's naming policy and its blocked words. In the shell they hold for
 * administrators as well, but for -IgnoreNamingPolicy (documented).
 */

const messages = {
  blockedWord: message({
    text: (name: string, word: string) =>
      `The group name "${name}" contains the word "${word}", which isn't allowed in group names in your organization. Please choose another name.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Set-OrganizationConfig), the text is not known",
  }),
} as const;

function organization(task: Task): DirectoryObject | undefined {
  return listObjects(task.topology, "ExchangeOrganization")[0];
}

function checkWords(task: Task, config: DirectoryObject, name: string): void {
  const kept = getProperty(schema, config, "DistributionGroupNameBlockedWordsList");
  const blocked = isList(kept) ? kept.map(String) : [];
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const found = blocked.find((word) => words.includes(word.toLowerCase()));
  if (found !== undefined) throw task.failure(messages.blockedWord, [name, found]);
}

/**
 * A group's name as the organization wants it.
 * @throws {PowerShellError} when it has a word that is blocked
 */
function named(task: Task, name: string, isRename: boolean): string {
  const config = organization(task);
  if (config === undefined || task.isOn("IgnoreNamingPolicy")) return name;
  checkWords(task, config, name);
  const policy = getProperty(schema, config, "DistributionGroupNamingPolicy");
  if (typeof policy !== "string") return name;
  const user = currentUser(task);
  const read = (attribute: string): string => (user === null ? "" : textOf(user, attribute));
  const { prefix, suffix } = new GroupNamingPolicy(policy).around(read);
  // Who renames a group and keeps to the policy gets what he typed (from memory).
  if (isRename && name.startsWith(prefix) && name.endsWith(suffix)) return name;
  return `${prefix}${name}${suffix}`;
}

/** Where groups are made for which no unit is given: in CN=Users, or where the organization wants them. */
export function unitOfNewGroup(task: Task): Pick<NewObject, "parent"> {
  const config = organization(task);
  const unit = config === undefined ? null : getProperty(schema, config, "DistributionGroupDefaultOU");
  return task.value("OrganizationalUnit") === null && isReference(unit) ? { parent: unit.guid } : unitFor(task);
}

export const nameOfNewGroup = (task: Task, name: string): string => named(task, name, false);

/** What a change of the name or the display name becomes. */
export function withPolicy(task: Task, change: ObjectChange): ObjectChange {
  const { properties } = change;
  const display = task.has("DisplayName") ? task.text("DisplayName") : null;
  return {
    ...change,
    ...(task.has("Name") && change.name !== undefined ? { name: named(task, change.name, true) } : {}),
    ...(display === null ? {} : { properties: { ...properties, DisplayName: named(task, display, true) } }),
  };
}
