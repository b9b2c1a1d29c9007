import type { ParameterMetadata } from "../../runtime/command-metadata.js";
import type { PartialBinding } from "./command-line.js";
import type { CompletionMatch } from "./result.js";

/**
 * Names of parameters that begin with a typed `-Na`: those that can still be given; when there are none, those that
 * were given already; when there are none, aliases.
 */
export function parameterMatches({ possible, bound }: PartialBinding, typed: string): CompletionMatch[] {
  const prefix = typed.slice(1).toLowerCase();
  const begins = (name: string) => name.toLowerCase().startsWith(prefix);
  const named = (parameters: readonly ParameterMetadata[]) => parameters.map(({ name }) => name).filter(begins);
  const open = possible.filter((parameter) => !bound.has(parameter));
  const tries = [
    () => named(open),
    () => named(possible.filter((parameter) => bound.has(parameter))),
    () => open.flatMap(({ aliases }) => aliases).filter(begins),
  ];
  for (const attempt of tries) {
    const names = attempt();
    if (names.length > 0) return names.map((name) => ({ text: `-${name}`, list: name, type: "ParameterName" }));
  }
  return [];
}
