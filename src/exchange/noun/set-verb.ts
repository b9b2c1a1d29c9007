import {
  type DirectoryObject,
  eachObject,
  getProperty,
  type ObjectChange,
  type PropertyValue,
  updateObject,
} from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { schema } from "../schema.js";
import { checkValues } from "./attribute-limit.js";
import { givenProperties } from "./columns.js";
import { type ExchangeSentence, sentence } from "./exchange-errors.js";
import { isOf, type Noun, settableColumns, taskClassOf, type VerbBehaviour } from "./noun.js";
import { once } from "./once.js";
import { usualSentence } from "./sentences.js";
import type { Task } from "./task.js";
import { writeFailure } from "./write-failure.js";

/** How one parameter of Set changes the object: the property of its own name, or whatever it gives. */
export type Setter = (task: Task, value: Value, object: DirectoryObject) => ObjectChange;

export interface SetOptions {
  readonly taskClass?: string;
  readonly accepted?: readonly string[];
  readonly defaultParameterSet?: string;
  /** Parameters that do something else than to store their value in a column of the noun's table. */
  readonly setters?: Readonly<Record<string, Setter>>;
  /** Parameters that `find` reads; -Identity is one of them only when it is named. */
  readonly emulated?: readonly string[];
  /** The object that is meant, where -Identity isn't what says it. */
  readonly find?: (task: Task) => DirectoryObject;
  /** The sentence of -WhatIf and -Confirm. */
  readonly sentence?: ExchangeSentence<[name: string]>;
  /** What a change brings with it: a new alias, a new address. */
  readonly complete?: (task: Task, object: DirectoryObject, change: ObjectChange) => ObjectChange;
  /** Refuses changes that do not go together, by throwing. */
  readonly check?: (task: Task, object: DirectoryObject, change: ObjectChange) => void;
  /** What is said or done once the change is written. */
  readonly after?: (task: Task, object: DirectoryObject) => void;
}

/** What a Set says that changes nothing. */
export const nothingModified = sentence({
  text: (identity: string) => `The command completed successfully but no settings of '${identity}' have been modified.`,
  certainty: "captured",
  evidence: "facts/messages.md, warnings",
});

/** A setter that stores the converted value in the property of the same name. */
export function store(property: string, convert: (task: Task, value: Value) => PropertyValue): Setter {
  return (task, value) => ({ properties: { [property]: convert(task, value) } });
}

/** What a property will be once a change is written. */
export function valueAfter(
  object: DirectoryObject,
  properties: Readonly<Record<string, PropertyValue>>,
  name: string,
): PropertyValue {
  return Object.hasOwn(properties, name) ? (properties[name] ?? null) : getProperty(schema, object, name);
}

/** A setter that renames the object. */
export const rename: Setter = (task) => ({ name: task.text("Name") ?? "" });

/** Set: what was given is written in one step; when that changes nothing, a warning says so. */
export function setVerb(noun: Noun, options: SetOptions = {}): VerbBehaviour {
  const setters = Object.entries({ Name: rename, ...options.setters });
  const columns = once(() => {
    const settable = new Map(settableColumns(noun));
    for (const [parameter] of setters) settable.delete(parameter);
    return settable;
  });
  const sentence = options.sentence ?? usualSentence(noun, "Set");
  return {
    taskClass: options.taskClass ?? taskClassOf(noun, "Set"),
    emulated: [
      ...(noun.singleton === true || options.find !== undefined ? [] : ["Identity"]),
      ...(options.emulated ?? []),
      ...Object.keys(options.setters ?? {}),
    ],
    accepted: options.accepted ?? [],
    common: once(() => new Map([["Name", null] as const, ...columns()])),
    ...(options.defaultParameterSet === undefined ? {} : { defaultParameterSet: options.defaultParameterSet }),
    process: (task) => {
      const object = options.find?.(task) ?? objectToChange(task, noun);
      task.concerns(object);
      const identity = noun.displayIdentity(task.source(object));
      const given = mergedChange(task, object, givenProperties(task, columns(), object), setters);
      const change = options.complete?.(task, object, given) ?? given;
      options.check?.(task, object, change);
      checkValues(task, change.properties ?? {});
      task.requireWrite(object);
      if (!task.shouldProcess(sentence.text(identity))) return;
      const result = updateObject(schema, task.topology, object.guid, change);
      if (!result.ok) throw writeFailure(task, result.failure);
      if (!result.changed) {
        task.cmdlet.writeWarning(nothingModified.text(identity));
        return;
      }
      task.requireWrite(result.object, result.topology);
      task.commit(result.topology);
      options.after?.(task, result.object);
    },
  };
}

/** The object that -Identity means; of a singleton, the one that there is. */
function objectToChange(task: Task, noun: Noun): DirectoryObject {
  if (noun.singleton === true && !task.has("Identity")) {
    for (const className of noun.identity.classes) {
      for (const object of eachObject(task.topology, className)) if (isOf(noun, object)) return object;
    }
    throw task.notFound(noun.noun);
  }
  return task.resolve("Identity", noun.identity, (identity) => task.notFound(identity));
}

function mergedChange(
  task: Task,
  object: DirectoryObject,
  properties: Readonly<Record<string, PropertyValue>>,
  setters: readonly (readonly [string, Setter])[],
): ObjectChange {
  let change: ObjectChange = { properties };
  for (const [parameter, setter] of setters) {
    if (!task.has(parameter)) continue;
    const part = setter(task, task.value(parameter), object);
    change = { ...change, ...part, properties: { ...change.properties, ...part.properties } };
  }
  return change;
}
