import { addObject, type DirectoryObject, type NewObject } from "../../topology/index.js";
import { schema } from "../schema.js";
import type { ExchangeSentence } from "./exchange-errors.js";
import type { Noun, VerbBehaviour } from "./noun.js";
import type { Task } from "./task.js";
import { writeFailure } from "./write-failure.js";

export interface NewOptions {
  readonly taskClass: string;
  readonly emulated: readonly string[];
  readonly accepted?: readonly string[];
  readonly defaultParameterSet?: string;
  /** What is made of the parameters; refuses by throwing. */
  readonly make: (task: Task) => NewObject;
  /** The sentence of -WhatIf and -Confirm. */
  readonly sentence: ExchangeSentence<[name: string]>;
  /** Related objects, once the new one is written. */
  readonly after?: (task: Task, object: DirectoryObject) => void;
}

/** New: makes one object and gives it to the pipeline. */
export function newVerb(noun: Noun, options: NewOptions): VerbBehaviour {
  return {
    taskClass: options.taskClass,
    emulated: options.emulated,
    accepted: ["DomainController", ...(options.accepted ?? [])],
    ...(options.defaultParameterSet === undefined ? {} : { defaultParameterSet: options.defaultParameterSet }),
    process: (task) => {
      const made = options.make(task);
      if (!task.shouldProcess(options.sentence.text(made.name))) return;
      const result = addObject(schema, task.topology, made);
      if (!result.ok) throw writeFailure(task, result.failure);
      task.commit(result.topology);
      options.after?.(task, result.object);
      task.cmdlet.writeObject(noun.present(task.source(result.object)));
    },
  };
}
