import { type DirectoryObject, type ObjectChange, type PropertyValue, updateObject } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { schema } from "../schema.js";
import { type ExchangeSentence, sentence } from "./exchange-errors.js";
import type { Noun, VerbBehaviour } from "./noun.js";
import type { Task } from "./task.js";
import { writeFailure } from "./write-failure.js";

/** How one parameter of Set changes the object: the property of its own name, or whatever it gives. */
export type Setter = (task: Task, value: Value, object: DirectoryObject) => ObjectChange;

export interface SetOptions {
  readonly taskClass: string;
  readonly accepted?: readonly string[];
  readonly defaultParameterSet?: string;
  readonly setters: Readonly<Record<string, Setter>>;
  /** The sentence of -WhatIf and -Confirm. */
  readonly sentence: ExchangeSentence<[name: string]>;
  /** Refuses changes that do not go together, by throwing. */
  readonly check?: (task: Task, object: DirectoryObject, change: ObjectChange) => void;
}

const nothingModified = sentence({
  text: (identity: string) => `The command completed successfully but no settings of '${identity}' have been modified.`,
  certainty: "captured",
  evidence: "facts/messages.md, warnings",
});

/** A setter that stores the converted value in the property of the same name. */
export function store(property: string, convert: (task: Task, value: Value) => PropertyValue): Setter {
  return (task, value) => ({ properties: { [property]: convert(task, value) } });
}

/** A setter that renames the object. */
export const rename: Setter = (task) => ({ name: task.text("Name") ?? "" });

/** Set: what was given is written in one step; when that changes nothing, a warning says so. */
export function setVerb(noun: Noun, options: SetOptions): VerbBehaviour {
  const setters = Object.entries(options.setters);
  return {
    taskClass: options.taskClass,
    emulated: ["Identity", ...setters.map(([name]) => name)],
    accepted: ["DomainController", ...(options.accepted ?? [])],
    ...(options.defaultParameterSet === undefined ? {} : { defaultParameterSet: options.defaultParameterSet }),
    process: (task) => {
      const object = task.resolve("Identity", noun.identity, (identity) => task.notFound(identity));
      const identity = noun.displayIdentity(task.source(object));
      const change = mergedChange(task, object, setters);
      options.check?.(task, object, change);
      if (!task.shouldProcess(options.sentence.text(identity))) return;
      const result = updateObject(schema, task.topology, object.guid, change);
      if (!result.ok) throw writeFailure(task, result.failure);
      if (!result.changed) {
        task.cmdlet.writeWarning(nothingModified.text(identity));
        return;
      }
      task.commit(result.topology);
    },
  };
}

function mergedChange(
  task: Task,
  object: DirectoryObject,
  setters: readonly (readonly [string, Setter])[],
): ObjectChange {
  let change: ObjectChange = {};
  for (const [parameter, setter] of setters) {
    if (!task.has(parameter)) continue;
    const part = setter(task, task.value(parameter), object);
    change = { ...change, ...part, properties: { ...change.properties, ...part.properties } };
  }
  return change;
}
