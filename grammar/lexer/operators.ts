import type { BinaryOperator, UnaryOperator } from "../tree/expressions.js";
import type { AssignmentOperator } from "../tree/statements.js";

/** Precedence of binary operators: the higher binds tighter. */
export const Precedence = {
  Logical: 1,
  Bitwise: 2,
  Comparison: 3,
  Coalesce: 4,
  Add: 5,
  Multiply: 6,
  Format: 7,
  Range: 8,
} as const;

/** What an operator token can be, in the places where an operand or an operator is expected. */
export interface OperatorInfo {
  readonly binary: BinaryOperator | undefined;
  readonly precedence: number;
  readonly unary: UnaryOperator | undefined;
  readonly assignment: AssignmentOperator | undefined;
}

const binary = (kind: BinaryOperator, precedence: number, unary?: UnaryOperator): OperatorInfo => ({
  binary: kind,
  precedence,
  unary,
  assignment: undefined,
});
const unary = (kind: UnaryOperator): OperatorInfo => ({
  binary: undefined,
  precedence: 0,
  unary: kind,
  assignment: undefined,
});
const assignment = (kind: AssignmentOperator): OperatorInfo => ({
  binary: undefined,
  precedence: 0,
  unary: undefined,
  assignment: kind,
});

/** Operators written with signs. */
export const signOperators = {
  plus: binary("Plus", Precedence.Add, "Plus"),
  minus: binary("Minus", Precedence.Add, "Minus"),
  multiply: binary("Multiply", Precedence.Multiply),
  divide: binary("Divide", Precedence.Multiply),
  remainder: binary("Rem", Precedence.Multiply),
  range: binary("DotDot", Precedence.Range),
  coalesce: binary("QuestionQuestion", Precedence.Coalesce),
  exclaim: unary("Exclaim"),
  plusPlus: unary("PlusPlus"),
  minusMinus: unary("MinusMinus"),
  equals: assignment("Equals"),
  plusEquals: assignment("PlusEquals"),
  minusEquals: assignment("MinusEquals"),
  multiplyEquals: assignment("MultiplyEquals"),
  divideEquals: assignment("DivideEquals"),
  remainderEquals: assignment("RemainderEquals"),
  coalesceEquals: assignment("QuestionQuestionEquals"),
} as const satisfies Record<string, OperatorInfo>;

const caseAware = [
  "eq",
  "ne",
  "gt",
  "ge",
  "lt",
  "le",
  "like",
  "notlike",
  "match",
  "notmatch",
  "replace",
  "contains",
  "notcontains",
  "in",
  "notin",
  "split",
] as const;

/** Operators written as a dash and a word; keys are in lower case, without the dash. */
export const wordOperators: ReadonlyMap<string, OperatorInfo> = new Map<string, OperatorInfo>([
  ...caseAware.flatMap((name): [string, OperatorInfo][] => {
    const insensitive = binary(`I${name}`, Precedence.Comparison, name === "split" ? "Isplit" : undefined);
    const sensitive = binary(`C${name}`, Precedence.Comparison, name === "split" ? "Csplit" : undefined);
    return [
      [name, insensitive],
      [`i${name}`, insensitive],
      [`c${name}`, sensitive],
    ];
  }),
  ["join", binary("Join", Precedence.Comparison, "Join")],
  ["is", binary("Is", Precedence.Comparison)],
  ["isnot", binary("IsNot", Precedence.Comparison)],
  ["as", binary("As", Precedence.Comparison)],
  ["shl", binary("Shl", Precedence.Comparison)],
  ["shr", binary("Shr", Precedence.Comparison)],
  ["and", binary("And", Precedence.Logical)],
  ["or", binary("Or", Precedence.Logical)],
  ["xor", binary("Xor", Precedence.Logical)],
  ["band", binary("Band", Precedence.Bitwise)],
  ["bor", binary("Bor", Precedence.Bitwise)],
  ["bxor", binary("Bxor", Precedence.Bitwise)],
  ["f", binary("Format", Precedence.Format)],
  ["not", unary("Not")],
  ["bnot", unary("Bnot")],
]);
