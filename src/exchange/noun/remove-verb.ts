import { type DirectoryObject, removeObject } from "../../topology/index.js";
import { schema } from "../schema.js";
import type { ExchangeSentence } from "./exchange-errors.js";
import { type Noun, taskClassOf, type VerbBehaviour } from "./noun.js";
import { usualSentence } from "./sentences.js";
import type { Task } from "./task.js";
import { writeFailure } from "./write-failure.js";

export interface RemoveOptions {
  readonly taskClass?: string;
  readonly accepted?: readonly string[];
  readonly defaultParameterSet?: string;
  /** Parameters that `find` reads; -Identity is one of them only when it is named. */
  readonly emulated?: readonly string[];
  /** The object that is meant, where -Identity isn't what says it. */
  readonly find?: (task: Task) => DirectoryObject;
  /** The sentence of the confirmation. */
  readonly sentence?: ExchangeSentence<[name: string]>;
  /** Refuses by throwing: what stands in the way. */
  readonly check?: (task: Task, object: DirectoryObject) => void;
  /** What is said once the object is gone. */
  readonly after?: (task: Task, removed: DirectoryObject) => void;
}

/** Remove: asks, then takes the object and what is below it out of the directory. */
export function removeVerb(noun: Noun, options: RemoveOptions = {}): VerbBehaviour {
  const sentence = options.sentence ?? usualSentence(noun, "Remove");
  return {
    taskClass: options.taskClass ?? taskClassOf(noun, "Remove"),
    emulated: [...(options.find === undefined ? ["Identity"] : []), ...(options.emulated ?? [])],
    accepted: options.accepted ?? [],
    confirms: true,
    ...(options.defaultParameterSet === undefined ? {} : { defaultParameterSet: options.defaultParameterSet }),
    process: (task) => {
      const object = options.find?.(task) ?? task.resolve("Identity", noun.identity, (id) => task.notFound(id));
      options.check?.(task, object);
      task.requireWrite(object);
      if (!task.shouldProcess(sentence.text(noun.displayIdentity(task.source(object))))) return;
      const result = removeObject(schema, task.topology, object.guid, { recursive: true });
      if (!result.ok) throw writeFailure(task, result.failure);
      task.commit(result.topology);
      options.after?.(task, object);
    },
  };
}
