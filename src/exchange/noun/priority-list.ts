import { type DirectoryObject, getProperty, listObjects, updateObject } from "../../topology/index.js";
import { schema } from "../schema.js";
import { message } from "./exchange-errors.js";
import type { Task } from "./task.js";
import { writeFailure } from "./write-failure.js";

const badPriority = message({
  text: (priority: string, least: string, most: string) =>
    `The priority ${priority} isn't valid. It has to be between ${least} and ${most}.`,
  exception: "System.ArgumentException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "the range is documented, the text is not known",
});

/** Rules that run in the order of their priorities, which have no gaps. */
export interface PriorityList {
  /** In the order of their priorities. */
  sorted(rules: Iterable<DirectoryObject>): DirectoryObject[];
  /** All rules, in the order in which they run. */
  all(task: Task): DirectoryObject[];
  /**
   * What -Priority wants among so many rules, or else the last place.
   * @throws {PowerShellError} it is no place among them
   */
  wanted(task: Task, count: number): number;
  /** Puts a rule into the place that -Priority wants, else behind the others. */
  place(task: Task, rule: DirectoryObject): void;
  /** Closes the gap that a rule has left. */
  close(task: Task): void;
}

/** The rules of a class, whose first has this priority. */
export function priorityList(className: string, first: 0 | 1): PriorityList {
  const priorityOf = (rule: DirectoryObject): number => Number(getProperty(schema, rule, "Priority"));
  const sorted = (rules: Iterable<DirectoryObject>): DirectoryObject[] =>
    [...rules].sort((a, b) => priorityOf(a) - priorityOf(b));
  const all = (task: Task): DirectoryObject[] => sorted(listObjects(task.topology, className));
  const wanted = (task: Task, count: number): number => {
    const last = first + count - 1;
    const asked = task.has("Priority") ? Number(task.text("Priority")) : last;
    if (asked < first || asked > last) throw task.failure(badPriority, [String(asked), String(first), String(last)]);
    return asked;
  };
  const number = (task: Task, rules: readonly DirectoryObject[]): void => {
    for (const [index, rule] of rules.entries()) {
      const result = updateObject(schema, task.topology, rule.guid, { properties: { Priority: first + index } });
      if (!result.ok) throw writeFailure(task, result.failure);
      task.commit(result.topology);
    }
  };
  return {
    sorted,
    all,
    wanted,
    place: (task, rule) => {
      const others = all(task).filter(({ guid }) => guid !== rule.guid);
      others.splice(wanted(task, others.length + 1) - first, 0, rule);
      number(task, others);
    },
    close: (task) => number(task, all(task)),
  };
}
