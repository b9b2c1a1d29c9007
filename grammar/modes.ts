import { isDigit } from "./lexer/characters.js";
import {
  atSignInCommand,
  dashAtStatement,
  dollarInCommand,
  dotInCommand,
  probed,
  standsAlone,
  starInCommand,
} from "./lexer/command-scanners.js";
import {
  atSign,
  bracket,
  closingBracket,
  colonInExpression,
  dashBeforeOperand,
  dashInExpression,
  dollarInExpression,
  dotInExpression,
  exclaim,
  numberInExpression,
  operator,
  plusBeforeOperand,
  plusInExpression,
  questionInExpression,
  signOrAssignment,
  startsNumber,
} from "./lexer/expression-scanners.js";
import { type LexicalMode, Mode, type Scanner } from "./lexer/mode.js";
import { signOperators } from "./lexer/operators.js";
import { typeNameToken } from "./lexer/type-name-scanner.js";
import {
  dashArgumentToken,
  genericWord,
  inputRedirectionToken,
  labelToken,
  numberArgumentToken,
  redirectionToken,
  simpleNameToken,
  statementWordToken,
  verbatimArgumentToken,
  withText,
  wordToken,
} from "./lexer/words.js";
import { AssignmentOperator, Generic, Unknown } from "./tokens.js";

export type { LexicalMode } from "./lexer/mode.js";

const values = { $: dollarInExpression, "@": atSign, "[": bracket, "]": closingBracket } as const;

const pipelineScanners = {
  ...values,
  "+": (lexer, start) => (lexer.unit(start + 1) === 61 ? genericWord(lexer, start) : plusBeforeOperand(lexer, start)),
  "-": dashAtStatement,
  "!": exclaim,
  ".": dotInCommand,
  "*": starInCommand,
  "<": inputRedirectionToken,
  ">": redirectionToken,
} as const satisfies Record<string, Scanner>;

/** The first token of a pipeline where no statement may stand: an expression's beginning, or a command's name. */
export const pipelineMode = new Mode("pipeline", pipelineScanners, wordToken, numberInExpression, genericWord);

/** The first token of a statement: as in a pipeline, or a keyword or a label. */
export const statementMode = new Mode(
  "statement",
  {
    ...pipelineScanners,
    $: probed(dollarInExpression),
    "[": probed(bracket),
    "!": probed(exclaim),
    "+": probed(pipelineScanners["+"]),
    ":": labelToken,
  },
  statementWordToken,
  probed(numberInExpression),
  genericWord,
);

/** Where a value must come: behind an operator, in a bracket. */
export const operandMode = new Mode(
  "operand",
  {
    ...values,
    "+": plusBeforeOperand,
    "-": dashBeforeOperand,
    "!": exclaim,
    ".": dotInExpression,
    "?": questionInExpression,
    ":": colonInExpression,
    "=": (lexer, start) => operator(lexer, AssignmentOperator, start, start + 1, signOperators.equals),
    "*": signOrAssignment(signOperators.multiply, signOperators.multiplyEquals),
    "/": signOrAssignment(signOperators.divide, signOperators.divideEquals),
    "%": signOrAssignment(signOperators.remainder, signOperators.remainderEquals),
    "<": inputRedirectionToken,
    ">": redirectionToken,
  },
  simpleNameToken,
  numberInExpression,
  genericWord,
);

/** Behind a value: a sign is an operator, not part of the number that follows it. */
export const operatorMode = new Mode(
  "operator",
  {
    ...values,
    "+": plusInExpression,
    "-": dashInExpression,
    "!": exclaim,
    ".": dotInExpression,
    "?": questionInExpression,
    ":": colonInExpression,
    "=": (lexer, start) => operator(lexer, AssignmentOperator, start, start + 1, signOperators.equals),
    "*": signOrAssignment(signOperators.multiply, signOperators.multiplyEquals),
    "/": signOrAssignment(signOperators.divide, signOperators.divideEquals),
    "%": signOrAssignment(signOperators.remainder, signOperators.remainderEquals),
    "<": inputRedirectionToken,
    ">": redirectionToken,
  },
  simpleNameToken,
  numberInExpression,
  genericWord,
);

/** The name of a command behind `&`, `.` or `|`, and its arguments. */
export const argumentMode = new Mode(
  "argument",
  {
    $: dollarInCommand,
    "@": atSignInCommand,
    "-": dashArgumentToken,
    ".": (lexer, start) => {
      if (isDigit(lexer.unit(start + 1))) return numberArgumentToken(lexer, start);
      return standsAlone(lexer, start) ? withText(lexer, Generic, start, start + 1) : genericWord(lexer, start);
    },
    "*": starInCommand,
    "<": inputRedirectionToken,
    ">": redirectionToken,
    "]": closingBracket,
  },
  wordToken,
  numberArgumentToken,
  genericWord,
);

/** The name behind `.` or `::`, or what computes it. */
export const memberMode = new Mode(
  "member",
  { ...values },
  simpleNameToken,
  (lexer, start) => (startsNumber(lexer, start) ? numberInExpression(lexer, start) : genericWord(lexer, start)),
  (lexer, start) => lexer.token(Unknown, start, start + 1),
);

/** A plain name: of a class and its members. */
export const simpleNameMode = new Mode("simple name", { ...values }, simpleNameToken, genericWord, (lexer, start) =>
  lexer.token(Unknown, start, start + 1),
);

/** A key of a hashtable. */
export const hashKeyMode = new Mode(
  "hash key",
  { ...values, "-": dashBeforeOperand, "+": plusBeforeOperand, "!": exclaim, ".": dotInExpression },
  simpleNameToken,
  numberInExpression,
  (lexer, start) => genericWord(lexer, start),
);

/** The name of a type: everything that can stand in one, or a bracket or a comma of a generic type. */
export const typeNameMode = new Mode(
  "type name",
  { "[": bracket, "]": closingBracket, "@": atSign },
  (lexer, start) => typeNameToken(lexer, start),
  (lexer, start) => typeNameToken(lexer, start),
  (lexer, start) => typeNameToken(lexer, start),
);

/** What follows `--%`: the rest of the line as it stands. */
export const verbatimMode: LexicalMode = {
  name: "verbatim",
  scan: (lexer, start) => verbatimArgumentToken(lexer, start) ?? argumentMode.scan(lexer, start),
};
