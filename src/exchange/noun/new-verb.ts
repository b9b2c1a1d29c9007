import { addObject, type DirectoryObject, type NewObject } from "../../topology/index.js";
import { schema } from "../schema.js";
import { checkValues } from "./attribute-limit.js";
import { givenProperties } from "./columns.js";
import type { ExchangeSentence } from "./exchange-errors.js";
import { type Noun, settableColumns, taskClassOf, type VerbBehaviour } from "./noun.js";
import { once } from "./once.js";
import { usualSentence } from "./sentences.js";
import type { Task } from "./task.js";
import { writeFailure } from "./write-failure.js";

export interface NewOptions {
  readonly taskClass?: string;
  /** Parameters that `make` reads, beside those of the noun's table. */
  readonly emulated?: readonly string[];
  readonly accepted?: readonly string[];
  readonly defaultParameterSet?: string;
  /**
   * What is made of the parameters; refuses by throwing. Left out: an object of the noun's class with the name that
   * -Name gives.
   * @param given what the table's columns store of the parameters; it is kept where what is made does not say otherwise
   */
  readonly make?: (task: Task, given: NonNullable<NewObject["properties"]>) => NewObject;
  /** Asks a question of its own, after that of -Confirm; `false`: nothing is made. */
  readonly goOn?: (task: Task, made: NewObject) => boolean;
  /** The sentence of -WhatIf and -Confirm. */
  readonly sentence?: ExchangeSentence<[name: string]>;
  /** Related objects, once the new one is written. */
  readonly after?: (task: Task, object: DirectoryObject) => void;
}

/** New: makes one object and gives it to the pipeline. */
export function newVerb(noun: Noun, options: NewOptions = {}): VerbBehaviour {
  const columns = once(() => settableColumns(noun));
  const sentence = options.sentence ?? usualSentence(noun, "New");
  const make = options.make ?? namedObject(noun);
  return {
    taskClass: options.taskClass ?? taskClassOf(noun, "New"),
    emulated: options.emulated ?? [],
    accepted: options.accepted ?? [],
    common: once(() => new Map([["Name", null] as const, ...columns()])),
    ...(options.defaultParameterSet === undefined ? {} : { defaultParameterSet: options.defaultParameterSet }),
    process: (task) => {
      const given = givenProperties(task, columns(), null);
      const made = make(task, given);
      const object = { ...made, properties: { ...given, ...made.properties } };
      checkValues(task, object.properties);
      if (!task.shouldProcess(sentence.text(object.name)) || options.goOn?.(task, object) === false) return;
      const result = addObject(schema, task.topology, object);
      if (!result.ok) throw writeFailure(task, result.failure);
      task.requireWrite(result.object, result.topology);
      task.commit(result.topology);
      options.after?.(task, result.object);
      task.cmdlet.writeObject(noun.present(task.source(result.object)));
    },
  };
}

/** An object of the noun's class, with the name that was given. */
function namedObject(noun: Noun): (task: Task) => NewObject {
  const [className = noun.noun] = noun.identity.classes;
  return (task) => ({ class: className, name: task.text("Name") ?? "" });
}
