import type { ValueFacts } from "../../values/index.js";

/** In which order Group-Object gives its groups: sorted by key since 6.0, before by first appearance. */
export function groupOrder(facts: ValueFacts): "sorted" | "appearance" {
  return facts.languageVersion >= 7 ? "sorted" : "appearance";
}
