import { childrenOf, getProperty, type PropertyValue, reference } from "../../topology/index.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";

/** What a tag takes over from the settings of a managed folder, beside its kind. */
const shared = ["RetentionEnabled", "RetentionAction", "AgeLimitForRetention", "MessageClass"];

/**
 * New-RetentionPolicyTag -ManagedFolderToUpgrade: a tag that does what the folder's settings did. A folder that was made
 * for people becomes a personal tag (documented).
 */
export function tagOfManagedFolder(task: Task): Record<string, PropertyValue> {
  const folder = task.resolve("ManagedFolderToUpgrade", { classes: ["ManagedFolder"] }, (identity) =>
    task.parameterNotFound(identity),
  );
  const type = getProperty(schema, folder, "FolderType");
  const [settings] = childrenOf(task.topology, folder.guid).filter((child) => child.class === "ManagedContentSettings");
  const taken =
    settings === undefined ? [] : shared.map((name) => [name, getProperty(schema, settings, name)] as const);
  return {
    Type: type === "ManagedCustomFolder" ? "Personal" : type,
    LegacyManagedFolder: reference(folder.guid),
    ...Object.fromEntries(taken),
  };
}
