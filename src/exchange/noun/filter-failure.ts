import { type FilterNode, FilterSyntaxError, parseFilter } from "../opath/filter.js";
import { message } from "./exchange-errors.js";
import type { Task } from "./task.js";

/** The parameter reads its text itself: what it refuses is a failure of binding. */
const binding = {
  exception: "System.Management.Automation.ParameterBindingException",
  category: "WriteError",
  id: "ParameterBindingFailed",
} as const;

const cannotBind = (parameter: string, reason: string, filter: string, position: string): string =>
  `Cannot bind parameter '${parameter}' to the target. Exception setting "${parameter}": "${reason}\n"${filter}" at position ${position}."`;

const messages = {
  syntax: message({
    ...binding,
    text: (parameter: string, filter: string, position: string) =>
      cannotBind(
        parameter,
        "Invalid filter syntax. For a description of the filter parameter syntax see the command help.",
        filter,
        position,
      ),
    certainty: "captured",
    evidence: "facts/captures.jsonl, new-emailaddresspolicy.1; which place is counted is derived",
  }),
  unknownProperty: message({
    ...binding,
    text: (parameter: string, property: string, filter: string, position: string) =>
      cannotBind(
        parameter,
        `"${property}" is not a recognized filterable property. For a complete list of filterable properties see the command help.`,
        filter,
        position,
      ),
    certainty: "derived",
    evidence: "the first sentence: questions about the online service; the rest after the failure of syntax",
  }),
} as const;

/**
 * A filter that a parameter gives.
 * @param isKnown whether a property may be named; left out: all may
 */
export function filterGiven(
  task: Task,
  parameter: string,
  text = task.text(parameter) ?? "",
  isKnown?: (property: string) => boolean,
): FilterNode {
  try {
    return parseFilter(text, isKnown);
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    const place = String(error.position + 1);
    throw error.unknownProperty === null
      ? task.failure(messages.syntax, [parameter, text, place])
      : task.failure(messages.unknownProperty, [parameter, error.unknownProperty, text, place]);
  }
}
