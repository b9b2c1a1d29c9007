import type { Token } from "../lexer/token.js";
import { variablePathOf } from "../lexer/variables.js";
import type { ParserEdition } from "../parser-edition.js";
import type {
  ErrorExpression,
  Expression,
  StringConstantExpression,
  StringConstantType,
  UsingExpression,
  VariableExpression,
} from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { ErrorStatement } from "../tree/statements.js";

/** What stands where an expression is missing. */
export const errorExpression = (extent: Extent, nestedAst: ErrorExpression["nestedAst"] = []): ErrorExpression => ({
  kind: "ErrorExpression",
  start: extent.start,
  end: extent.end,
  nestedAst,
});

/** What stands where a statement is broken. */
export const errorStatement = (
  start: number,
  end: number,
  nestedAst: readonly (ErrorStatement["nestedAst"][number] | undefined)[] = [],
): ErrorStatement => ({
  kind: "ErrorStatement",
  start,
  end,
  nestedAst: nestedAst.filter((node) => node !== undefined),
});

/** A string as written, without anything to expand. */
export const stringConstant = (
  extent: Extent,
  value: string,
  stringConstantType: StringConstantType,
): StringConstantExpression => ({
  kind: "StringConstantExpression",
  start: extent.start,
  end: extent.end,
  value,
  stringConstantType,
});

const noItems: readonly never[] = [];

/**
 * A list as it stays in the tree. A list that was pushed to keeps room for more than it holds: most of what a tree
 * would weigh.
 */
export const settled = <T>(list: readonly T[]): readonly T[] => {
  if (list.length === 0) return noItems;
  return list.length === 1 ? [list[0] as T] : list.slice();
};

/** Where the last of some nodes ends; `otherwise` when there are none. (To read before the beginning of a list is slow.) */
export const endOf = (nodes: readonly Extent[], otherwise: Extent): number =>
  nodes.length === 0 ? otherwise.end : (nodes[nodes.length - 1] as Extent).end;

/** `$x` or `@x`. */
export const variableExpression = (token: Token, splatted: boolean): VariableExpression => ({
  kind: "VariableExpression",
  start: token.start,
  end: token.end,
  variablePath: token.variable ?? noVariable,
  splatted,
});

/** `$using:x` is the variable `x` of the place where the code was written; `undefined` for every other variable. */
export const usedVariable = (
  variable: VariableExpression,
  { usingVariables }: ParserEdition,
): VariableExpression | undefined => {
  const { driveName, unqualifiedPath } = variable.variablePath;
  if (!usingVariables) return undefined;
  if (driveName === undefined || driveName.toLowerCase() !== "using" || unqualifiedPath === "") return undefined;
  return { ...variable, variablePath: variablePathOf(unqualifiedPath) };
};

/** What `$using:` applies to: the variable, and the members and elements that are read of it. */
export const usingExpression = (subExpression: Expression): UsingExpression => ({
  kind: "UsingExpression",
  start: subExpression.start,
  end: subExpression.end,
  subExpression,
});

const noVariable = { userPath: "", scope: "Unqualified", driveName: undefined, unqualifiedPath: "" } as const;

/** From the beginning of one node to the end of another. */
export const spanning = (first: Extent, last: Extent): Extent => ({ start: first.start, end: last.end });

/** Can this be assigned to, for sure? What else can be, and what cannot, is found when the tree is checked. */
export const isPlainTarget = (expression: Expression): boolean => {
  switch (expression.kind) {
    case "VariableExpression":
      return true;
    case "MemberExpression":
    case "IndexExpression":
      return !expression.nullConditional;
    case "ConvertExpression":
      return isPlainTarget(expression.child);
    case "ArrayLiteral":
      return expression.elements.every(isPlainTarget);
    default:
      return false;
  }
};

/** Is a name among these twice, whatever its case? */
export const hasDuplicates = (names: readonly string[]): boolean => {
  if (names.length < 2) return false;
  const lowered = names.map((name) => name.toLowerCase());
  // Few names are compared sooner than they are put into a set.
  if (names.length <= 8) return lowered.some((name, index) => lowered.indexOf(name) < index);
  return new Set(lowered).size < names.length;
};

/** The same tree with every offset put elsewhere. What it holds twice is one thing in the copy too. */
export const withOffsets = <T extends object>(tree: T, placeOf: (offset: number) => number): T => {
  const copies = new Map<object, object>();
  const unmoved: object[] = [];
  const copyOf = <U extends object>(source: U): U => {
    const known = copies.get(source);
    if (known !== undefined) return known as U;
    const copy = (Array.isArray(source) ? [...source] : { ...source }) as U;
    copies.set(source, copy);
    unmoved.push(copy);
    return copy;
  };
  const moved = (name: string, value: unknown): unknown => {
    if (typeof value === "object" && value !== null) return copyOf(value);
    return (name === "start" || name === "end") && typeof value === "number" ? placeOf(value) : value;
  };
  const copied = copyOf(tree);
  for (let copy = unmoved.pop(); copy !== undefined; copy = unmoved.pop()) {
    const parts = Object.entries(copy).map(([name, value]): [string, unknown] => [name, moved(name, value)]);
    Object.assign(copy, Object.fromEntries(parts));
  }
  return copied;
};
