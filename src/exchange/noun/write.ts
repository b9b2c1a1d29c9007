import {
  addObject,
  type DirectoryObject,
  type NewObject,
  type ObjectChange,
  removeObject,
  updateObject,
} from "../../topology/index.js";
import { schema } from "../schema.js";
import type { Task } from "./task.js";
import { writeFailure } from "./write-failure.js";

/** Writes for what verbs do to other objects than the one that they are about; a refusal is thrown as Exchange's error. */

/** Makes an object. */
export function add(task: Task, object: NewObject): DirectoryObject {
  const result = addObject(schema, task.topology, object);
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}

/** Changes an object, and gives it as it is now. */
export function change(task: Task, object: DirectoryObject, what: ObjectChange): DirectoryObject {
  const result = updateObject(schema, task.topology, object.guid, what);
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}

/** Takes an object and what is below it out of the directory. */
export function remove(task: Task, object: DirectoryObject): void {
  const result = removeObject(schema, task.topology, object.guid, { recursive: true });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
}
