import { type DirectoryObject, eachObject, getProperty, type Topology, updateObject } from "../../topology/index.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { schema } from "../schema.js";

/** Of policies of a class, one is the default: what applies to mailboxes that name none. Its property is `IsDefault`. */

/** The default policy of a class; `null` when there is none. */
export function defaultPolicy(topology: Topology, className: string): DirectoryObject | null {
  for (const policy of eachObject(topology, className)) {
    if (getProperty(schema, policy, "IsDefault") === true) return policy;
  }
  return null;
}

/** A policy that has become the default takes that from the one that was it. */
export function keepOneDefault(task: Task, chosen: DirectoryObject): void {
  if (getProperty(schema, chosen, "IsDefault") !== true) return;
  for (const other of [...eachObject(task.topology, chosen.class)]) {
    if (other.guid === chosen.guid || getProperty(schema, other, "IsDefault") !== true) continue;
    const result = updateObject(schema, task.topology, other.guid, { properties: { IsDefault: false } });
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
  }
}
