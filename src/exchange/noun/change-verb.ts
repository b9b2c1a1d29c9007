import { type DirectoryObject, type IdentityQuery, type ObjectChange, updateObject } from "../../topology/index.js";
import { schema } from "../schema.js";
import { givenProperties } from "./columns.js";
import type { ExchangeSentence } from "./exchange-errors.js";
import { type Noun, settableColumns, taskClassOf, type Verb, type VerbBehaviour } from "./noun.js";
import { once } from "./once.js";
import { usualSentence } from "./sentences.js";
import type { Task } from "./task.js";
import { writeFailure } from "./write-failure.js";

export interface ChangeOptions {
  readonly taskClass?: string;
  readonly emulated?: readonly string[];
  readonly accepted?: readonly string[];
  readonly defaultParameterSet?: string;
  /** Which objects -Identity may mean, where that aren't the noun's: Enable-Mailbox takes users without one. */
  readonly identity?: IdentityQuery;
  /** The object that is meant, where a query is not enough to say it. */
  readonly find?: (task: Task) => DirectoryObject;
  /** What becomes of the object; refuses by throwing. */
  readonly change: (task: Task, object: DirectoryObject) => ObjectChange;
  /** The sentence of -WhatIf and -Confirm. */
  readonly sentence?: ExchangeSentence<[name: string]>;
  /** Related objects, once the change is written. */
  readonly after?: (task: Task, object: DirectoryObject, before: DirectoryObject) => void;
}

/** Enable: changes an object so that it is one of the noun's, and gives it to the pipeline. */
export function enableVerb(noun: Noun, options: ChangeOptions): VerbBehaviour {
  return changeVerb(noun, "Enable", options, (task, object) =>
    task.cmdlet.writeObject(noun.present(task.source(object))),
  );
}

/** Disable: asks, then takes away what Enable gave; the object itself stays. */
export function disableVerb(noun: Noun, options: ChangeOptions): VerbBehaviour {
  return { ...changeVerb(noun, "Disable", options, () => {}), confirms: true };
}

/** A verb that changes the object which -Identity means. */
export function changeVerb(
  noun: Noun,
  verb: Verb,
  options: ChangeOptions,
  show: (task: Task, object: DirectoryObject) => void,
): VerbBehaviour {
  const sentence = options.sentence ?? usualSentence(noun, verb);
  const columns = once(() => settableColumns(noun));
  return {
    taskClass: options.taskClass ?? taskClassOf(noun, verb),
    emulated: ["Identity", ...(options.emulated ?? [])],
    accepted: options.accepted ?? [],
    common: columns,
    ...(options.defaultParameterSet === undefined ? {} : { defaultParameterSet: options.defaultParameterSet }),
    process: (task) => {
      const object =
        options.find?.(task) ??
        task.resolve("Identity", options.identity ?? noun.identity, (identity) => task.notFound(identity));
      const given = givenProperties(task, columns(), object);
      const change = options.change(task, object);
      task.requireWrite(object);
      if (!task.shouldProcess(sentence.text(noun.displayIdentity(task.source(object))))) return;
      const result = updateObject(schema, task.topology, object.guid, {
        ...change,
        properties: { ...given, ...change.properties },
      });
      if (!result.ok) throw writeFailure(task, result.failure);
      task.commit(result.topology);
      options.after?.(task, result.object, object);
      show(task, result.object);
    },
  };
}
