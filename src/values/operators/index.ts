import type { BinaryOperator, UnaryOperator } from "../../../grammar/syntax-tree.js";
import { isTrue } from "../conversion/truth.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { add, divide, multiply, remainder, subtract } from "./arithmetic.js";
import { bitwise, bitwiseNot, shift } from "./bitwise.js";
import { contains, equal, isIn, notEqual, ordering } from "./comparison-operators.js";
import { range } from "./range.js";
import { split, splitWords } from "./split.js";
import { format, formatItems, join, like, match, replace, replaceWith } from "./text-operators.js";
import { as, is } from "./type-operators.js";
import { minus, not, plus, step } from "./unary.js";

export { rangeLength } from "./range.js";
export { orInvalidPattern } from "./text-operators.js";

export type BinaryOperation = (context: ValueContext, left: Value, right: Value) => Value;
/** An operation whose right side is a list, with the elements of the list. */
export type OperationWithItems = (context: ValueContext, left: Value, items: readonly Value[]) => Value;
export type UnaryOperation = (context: ValueContext, operand: Value) => Value;

const less = (order: number) => order < 0;
const lessOrEqual = (order: number) => order <= 0;
const greater = (order: number) => order > 0;
const greaterOrEqual = (order: number) => order >= 0;

/**
 * What each binary operator does with two values. `-and`, `-or` and `??` are complete here (both operands given) but
 * the runtime stops early. `-match` hands `$Matches` to `context.setMatches`.
 */
export const binaryOperations: { readonly [op in BinaryOperator]: BinaryOperation } = {
  And: (_, l, r) => isTrue(l) && isTrue(r),
  Or: (_, l, r) => isTrue(l) || isTrue(r),
  Xor: (_, l, r) => isTrue(l) !== isTrue(r),
  QuestionQuestion: (_, l, r) => l ?? r,
  Plus: add,
  Minus: subtract,
  Multiply: multiply,
  Divide: divide,
  Rem: remainder,
  DotDot: range,
  Format: format,
  Join: join,
  Is: is,
  IsNot: (context, l, r) => !is(context, l, r),
  As: as,
  Band: (context, l, r) => bitwise(context, "-band", l, r),
  Bor: (context, l, r) => bitwise(context, "-bor", l, r),
  Bxor: (context, l, r) => bitwise(context, "-bxor", l, r),
  Shl: (context, l, r) => shift(context, "-shl", l, r),
  Shr: (context, l, r) => shift(context, "-shr", l, r),
  Ieq: equal(true),
  Ceq: equal(false),
  Ine: notEqual(true),
  Cne: notEqual(false),
  Ilt: ordering(true, less),
  Clt: ordering(false, less),
  Ile: ordering(true, lessOrEqual),
  Cle: ordering(false, lessOrEqual),
  Igt: ordering(true, greater),
  Cgt: ordering(false, greater),
  Ige: ordering(true, greaterOrEqual),
  Cge: ordering(false, greaterOrEqual),
  Ilike: like(true, true),
  Clike: like(false, true),
  Inotlike: like(true, false),
  Cnotlike: like(false, false),
  Imatch: match(true, true),
  Cmatch: match(false, true),
  Inotmatch: match(true, false),
  Cnotmatch: match(false, false),
  Ireplace: replace(true),
  Creplace: replace(false),
  Icontains: contains(true),
  Ccontains: contains(false),
  Inotcontains: (context, l, r) => !contains(true)(context, l, r),
  Cnotcontains: (context, l, r) => !contains(false)(context, l, r),
  Iin: isIn(true),
  Cin: isIn(false),
  Inotin: (context, l, r) => !isIn(true)(context, l, r),
  Cnotin: (context, l, r) => !isIn(false)(context, l, r),
  Isplit: split(true),
  Csplit: split(false),
};

/**
 * The same operators where the list at the right is written out (`-f $a, $b`): nobody else sees it, so that it needs no
 * array of PowerShell's.
 */
export const operationsWithItems: { readonly [op in BinaryOperator]?: OperationWithItems } = {
  Format: formatItems,
  Ireplace: replaceWith(true),
  Creplace: replaceWith(false),
};

/** What each unary operator makes of a value; `++` and `--` give the new value, storing it is the runtime's. */
export const unaryOperations: { readonly [op in UnaryOperator]: UnaryOperation } = {
  Not: not,
  Exclaim: not,
  Plus: plus,
  Minus: minus,
  Bnot: bitwiseNot,
  Join: (context, value) => join(context, value, ""),
  Isplit: splitWords,
  Csplit: splitWords,
  PlusPlus: step("++"),
  MinusMinus: step("--"),
  PostfixPlusPlus: step("++"),
  PostfixMinusMinus: step("--"),
};

export { setMatches } from "./text-operators.js";
