import { type DirectoryObject, removeObject } from "../../../topology/index.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { schema } from "../../schema.js";
import { linksOf } from "./membership-links.js";

/** Whoever is gone is a member of nothing. */
export function leaveGroups(task: Task, gone: DirectoryObject): void {
  for (const link of linksOf(task.topology, gone)) {
    const result = removeObject(schema, task.topology, link.guid);
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
  }
}
