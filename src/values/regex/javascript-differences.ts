import { type PatternNode, partsOf } from "./pattern-tree.js";

/** Whether JavaScript's engine may find something else than .NET's does. */
export function differsInJavaScript(tree: PatternNode): boolean {
  return (
    hasOwnConstructs(tree) ||
    hasReferences(tree) ||
    atomicBehind(tree) ||
    forgetsCaptures(tree) ||
    refusesEmptyRounds(tree)
  );
}

/** What JavaScript has no syntax for. */
function hasOwnConstructs(node: PatternNode): boolean {
  return ["origin", "condition", "balance"].includes(node.kind) || partsOf(node).some(hasOwnConstructs);
}

/** References to groups that took no part match nothing in JavaScript, and fail in .NET. */
function hasReferences(node: PatternNode): boolean {
  return node.kind === "reference" || partsOf(node).some(hasReferences);
}

/** As JavaScript has no atomic groups, they are written as what reads forwards only. */
function atomicBehind(node: PatternNode, isBehind = false): boolean {
  if (node.kind === "atomic" && isBehind) return true;
  return partsOf(node).some((part) => atomicBehind(part, node.kind === "look" ? node.behind : isBehind));
}

/** JavaScript forgets with each round of a loop what groups captured in the round before; .NET does not. */
function forgetsCaptures(node: PatternNode): boolean {
  if (node.kind === "repeat" && node.max > 1 && mayPassOver(node.body)) return true;
  return partsOf(node).some(forgetsCaptures);
}

/** Whether there is a group that a round may leave out. */
function mayPassOver(node: PatternNode): boolean {
  const isOptional = node.kind === "choice" || (node.kind === "repeat" && node.min === 0);
  return isOptional ? partsOf(node).some(captures) : partsOf(node).some(mayPassOver);
}

function captures(node: PatternNode): boolean {
  return (node.kind === "group" && node.index !== null) || partsOf(node).some(captures);
}

/** JavaScript takes a round that reads nothing for no round, and tries another way; in .NET it ends the loop. */
function refusesEmptyRounds(node: PatternNode): boolean {
  return (node.kind === "repeat" && canBeEmpty(node.body)) || partsOf(node).some(refusesEmptyRounds);
}

/** Whether a match may have no units. */
export function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "unit":
      return false;
    case "look":
    case "reference":
    case "origin":
      return true;
    case "repeat":
      return node.min === 0 || canBeEmpty(node.body);
    case "choice":
      return node.options.some(canBeEmpty);
    default:
      return partsOf(node).every(canBeEmpty);
  }
}
