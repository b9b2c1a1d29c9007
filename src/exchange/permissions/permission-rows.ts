import type { DirectoryObject } from "../../topology/index.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { Noun } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { IdParameter, idParameterType } from "../parameters/id-parameter.js";
import { principalText } from "./security-principal.js";

/** Writes one entry of an object's access list: an object of its own, whose values are its own too. */
export function writeRow(
  task: Task,
  noun: Noun,
  object: DirectoryObject,
  values: Readonly<Record<string, Value>>,
): void {
  task.cmdlet.writeObject(noun.present({ ...task.source(object), live: new Map(Object.entries(values)) }));
}

/** A principal as permissions show it: `CONTOSO\alan.reid`. */
export function shownPrincipal(task: Task, principal: string): Value {
  const type = typeNamed(idParameterType("SecurityPrincipalIdParameter"));
  return new IdParameter(type, principalText(task.topology, principal), null);
}
