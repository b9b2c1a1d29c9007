import type { CompletionMatch } from "./result.js";

/** Words of the comparison operators: each exists plain, minding case (`c`) and ignoring it (`i`). */
const comparisons = [
  "contains",
  "eq",
  "ge",
  "gt",
  "in",
  "le",
  "like",
  "lt",
  "match",
  "ne",
  "notcontains",
  "notin",
  "notlike",
  "notmatch",
  "replace",
  "split",
];
const others = [
  "and",
  "as",
  "band",
  "bnot",
  "bor",
  "bxor",
  "f",
  "is",
  "isnot",
  "join",
  "not",
  "or",
  "shl",
  "shr",
  "xor",
];

/** Language versions that brought operators later than 2. */
const since: ReadonlyMap<string, number> = new Map([
  ["in", 3],
  ["notin", 3],
  ["shl", 3],
  ["shr", 3],
]);

/** Operators that begin with a typed `-l`; the type is the one that the engine gives them. */
export function operatorMatches(typed: string, languageVersion: number): CompletionMatch[] {
  const prefix = typed.slice(1).toLowerCase();
  const known = (word: string) => (since.get(word) ?? 2) <= languageVersion;
  const forms = comparisons.filter(known).flatMap((word) => [word, `c${word}`, `i${word}`]);
  return [...forms, ...others.filter(known)]
    .filter((word) => word.startsWith(prefix))
    .sort()
    .map((word) => ({ text: `-${word}`, list: word, type: "ParameterName" }));
}
