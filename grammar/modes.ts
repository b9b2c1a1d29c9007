import {
  endsWord,
  isDash,
  isDigit,
  isDoubleQuote,
  isQuote,
  isSingleQuote,
  startsIdentifier,
} from "./lexer/characters.js";
import type { Lexer } from "./lexer/lexer.js";
import { scanNumber } from "./lexer/numbers.js";
import { type OperatorInfo, signOperators, wordOperators } from "./lexer/operators.js";
import { doubleQuotedToken, hereStringToken, singleQuotedToken } from "./lexer/strings.js";
import type { Token } from "./lexer/token.js";
import { scanVariable, variableToken } from "./lexer/variables.js";
import {
  dashArgumentToken,
  genericWord,
  inputRedirectionToken,
  labelToken,
  numberArgumentToken,
  parameterToken,
  redirectionToken,
  refusedNumber,
  simpleNameToken,
  statementWordToken,
  verbatimArgumentToken,
  wordToken,
} from "./lexer/words.js";
import {
  Ampersand,
  AndAnd,
  AssignmentOperator,
  AtCurly,
  AtParen,
  BinaryOperator,
  Colon,
  ColonColon,
  Comma,
  DollarParen,
  Dot,
  Generic,
  Identifier,
  IncrementOperator,
  LBracket,
  LCurly,
  LParen,
  NumberLiteral,
  OrOr,
  Parameter,
  Pipe,
  QuestionMark,
  RBracket,
  RCurly,
  RParen,
  Semi,
  UnaryOperator,
  UnaryOrBinaryOperator,
  Unknown,
} from "./tokens.js";

/** Makes the token whose first character stands at `start`. */
type Scanner = (lexer: Lexer, start: number) => Token;

/** What the lexer needs of a mode. */
export interface LexicalMode {
  readonly name: string;
  /** The token at `start`, where a character stands that is no blank. */
  scan(lexer: Lexer, start: number): Token;
}

/**
 * A lexical mode: what the next token can be. PowerShell has no tokens without context, so each grammar rule says in
 * which mode the token after the ones it consumed is read. A mode is a table from first character to scanner.
 */
export class Mode implements LexicalMode {
  private readonly scanners: readonly Scanner[];

  /**
   * `table` maps characters to their scanner; letters (with `_`), digits, and everything else have one each.
   * What the table leaves out falls to `separators`.
   */
  constructor(
    readonly name: string,
    table: Readonly<Record<string, Scanner>>,
    private readonly letters: Scanner,
    digits: Scanner,
    private readonly others: Scanner,
  ) {
    const bySign = new Map(Object.entries({ ...separators, ...table }).flatMap(spread));
    this.scanners = Array.from({ length: 128 }, (_, unit) => {
      if (isDigit(unit)) return digits;
      if (startsIdentifier(unit)) return letters;
      return bySign.get(String.fromCharCode(unit)) ?? others;
    });
  }

  /** The token at `start`, where a character stands that is no blank. */
  scan(lexer: Lexer, start: number): Token {
    const unit = lexer.unit(start);
    const scanner = unit < 128 ? this.scanners[unit] : this.scannerBeyondAscii(unit);
    return (scanner ?? this.others)(lexer, start);
  }

  private scannerBeyondAscii(unit: number): Scanner | undefined {
    if (isDash(unit)) return this.scanners[45];
    if (isSingleQuote(unit)) return this.scanners[39];
    if (isDoubleQuote(unit)) return this.scanners[34];
    return startsIdentifier(unit) ? this.letters : this.others;
  }
}

const spread = ([signs, scanner]: [string, Scanner]): [string, Scanner][] => [...signs].map((sign) => [sign, scanner]);

const single =
  (type: Token["tokenType"]): Scanner =>
  (lexer, start) =>
    lexer.token(type, start, start + 1);

const double = (type: Token["tokenType"], doubled: Token["tokenType"]): Scanner => {
  return (lexer, start) =>
    lexer.unit(start + 1) === lexer.unit(start)
      ? lexer.token(doubled, start, start + 2)
      : lexer.token(type, start, start + 1);
};

const newLine: Scanner = (lexer, start) => lexer.newLine(start);

/** These mean the same in every mode. */
const separators: Readonly<Record<string, Scanner>> = {
  "\r\n": newLine,
  ";": single(Semi),
  ",": single(Comma),
  "(": single(LParen),
  ")": single(RParen),
  "{": single(LCurly),
  "}": single(RCurly),
  "|": double(Pipe, OrOr),
  "&": double(Ampersand, AndAnd),
  "'": singleQuotedToken,
  '"': doubleQuotedToken,
};

// Values.

const dollarInExpression: Scanner = (lexer, start) => {
  if (lexer.unit(start + 1) === 40) return lexer.token(DollarParen, start, start + 2);
  const found = scanVariable(lexer, start, false);
  return found === undefined ? genericWord(lexer, start) : variableToken(lexer, start, found);
};

const atSign: Scanner = (lexer, start) => {
  const next = lexer.unit(start + 1);
  if (next === 40) return lexer.token(AtParen, start, start + 2);
  if (next === 123) return lexer.token(AtCurly, start, start + 2);
  if (isQuote(next)) return hereStringToken(lexer, start);
  const found = scanVariable(lexer, start, false);
  if (found !== undefined) return variableToken(lexer, start, found);
  lexer.report("UnrecognizedToken", start, start + 1);
  return lexer.token(Unknown, start, start + 1);
};

/** What may stand directly behind a number in an expression, beside what ends a word. */
const endsNumber = (lexer: Lexer, end: number): boolean => {
  const unit = lexer.unit(end);
  if (endsWord(unit)) return true;
  switch (unit) {
    case 33: // !
    case 35: // #
    case 37: // %
    case 42: // *
    case 43: // +
    case 46: // .
    case 47: // /
    case 60: // <
    case 61: // =
    case 62: // >
    case 93: // ]
      return true;
    case 58: // :
    case 63: // ?
      return lexer.ternaryDepth > 0;
    default:
      return isDash(unit);
  }
};

const numberInExpression: Scanner = (lexer, start) => {
  if (isMerging(lexer, start)) return redirectionToken(lexer, start);
  const number = scanNumber(lexer.text, start, lexer.edition);
  if (number === undefined || number.end > lexer.limit || !endsNumber(lexer, number.end)) {
    return genericWord(lexer, start);
  }
  const token = lexer.token(NumberLiteral, start, number.end);
  token.number = number.value ?? refusedNumber(lexer, start, number.end);
  return token;
};

/** `2>&1`: a redirection wherever it stands. */
const isMerging = (lexer: Lexer, start: number): boolean => {
  const stream = lexer.unit(start);
  if (lexer.unit(start + 1) !== 62 || lexer.unit(start + 2) !== 38 || stream < 49 || stream > 54) return false;
  const target = lexer.unit(start + 3);
  return target === 49 || target === 50;
};

/** Is a digit, or a point and a digit, at this offset? */
const startsNumber = (lexer: Lexer, offset: number): boolean => {
  const unit = lexer.unit(offset);
  return isDigit(unit) || (unit === 46 && isDigit(lexer.unit(offset + 1)));
};

// Operators.

const operator = (lexer: Lexer, type: Token["tokenType"], start: number, end: number, info: OperatorInfo): Token => {
  const token = lexer.token(type, start, end);
  token.operator = info;
  return token;
};

/** A sign that assigns when `=` follows it. */
const signOrAssignment = (sign: OperatorInfo, assigning: OperatorInfo): Scanner => {
  return (lexer, start) =>
    lexer.unit(start + 1) === 61
      ? operator(lexer, AssignmentOperator, start, start + 2, assigning)
      : operator(lexer, BinaryOperator, start, start + 1, sign);
};

const endOfLetters = (lexer: Lexer, start: number): number => {
  let end = start;
  for (;;) {
    const unit = lexer.unit(end) | 32;
    if (unit < 97 || unit > 122) return end;
    end++;
  }
};

/** `-eq`, `-not`; `undefined` when the letters behind the dash name no operator. */
const wordOperator = (lexer: Lexer, start: number): Token | undefined => {
  const end = endOfLetters(lexer, start + 1);
  if (end === start + 1) return undefined;
  const info = wordOperators.get(lexer.text.slice(start + 1, end).toLowerCase());
  if (info === undefined) return undefined;
  if (info.binary === undefined) return operator(lexer, UnaryOperator, start, end, info);
  return operator(lexer, info.unary === undefined ? BinaryOperator : UnaryOrBinaryOperator, start, end, info);
};

/** A dash and letters that are no operator. */
const unknownOperator = (lexer: Lexer, start: number): Token => {
  const end = endOfLetters(lexer, start + 1);
  const token = lexer.token(Parameter, start, end);
  token.text = lexer.text.slice(start + 1, end);
  return token;
};

const dashInExpression: Scanner = (lexer, start) => {
  const next = lexer.unit(start + 1);
  if (isDash(next)) return operator(lexer, IncrementOperator, start, start + 2, signOperators.minusMinus);
  if (next === 61) return operator(lexer, AssignmentOperator, start, start + 2, signOperators.minusEquals);
  if (endOfLetters(lexer, start + 1) > start + 1) return wordOperator(lexer, start) ?? unknownOperator(lexer, start);
  return operator(lexer, UnaryOrBinaryOperator, start, start + 1, signOperators.minus);
};

/** Before an operand a sign belongs to the number behind it. */
const dashBeforeOperand: Scanner = (lexer, start) =>
  startsNumber(lexer, start + 1) ? numberInExpression(lexer, start) : dashInExpression(lexer, start);

const plusInExpression: Scanner = (lexer, start) => {
  const next = lexer.unit(start + 1);
  if (next === 43) return operator(lexer, IncrementOperator, start, start + 2, signOperators.plusPlus);
  if (next === 61) return operator(lexer, AssignmentOperator, start, start + 2, signOperators.plusEquals);
  return operator(lexer, UnaryOrBinaryOperator, start, start + 1, signOperators.plus);
};

const plusBeforeOperand: Scanner = (lexer, start) =>
  startsNumber(lexer, start + 1) ? numberInExpression(lexer, start) : plusInExpression(lexer, start);

const exclaim: Scanner = (lexer, start) =>
  startsIdentifier(lexer.unit(start + 1)) || startsDigitWord(lexer, start + 1)
    ? genericWord(lexer, start)
    : operator(lexer, UnaryOperator, start, start + 1, signOperators.exclaim);

/** A word that begins with digits but is no number: `5x`. */
const startsDigitWord = (lexer: Lexer, start: number): boolean => {
  if (!isDigit(lexer.unit(start))) return false;
  const number = scanNumber(lexer.text, start, lexer.edition);
  return number === undefined || !endsNumber(lexer, number.end);
};

const dotInExpression: Scanner = (lexer, start) => {
  if (lexer.unit(start + 1) === 46) return operator(lexer, BinaryOperator, start, start + 2, signOperators.range);
  return isDigit(lexer.unit(start + 1)) ? numberInExpression(lexer, start) : lexer.token(Dot, start, start + 1);
};

const questionInExpression: Scanner = (lexer, start) => {
  if (lexer.unit(start + 1) === 63 && lexer.edition.nullCoalescing) {
    return lexer.unit(start + 2) === 61
      ? operator(lexer, AssignmentOperator, start, start + 3, signOperators.coalesceEquals)
      : operator(lexer, BinaryOperator, start, start + 2, signOperators.coalesce);
  }
  return lexer.edition.ternary ? lexer.token(QuestionMark, start, start + 1) : genericWord(lexer, start);
};

const colonInExpression: Scanner = (lexer, start) =>
  lexer.unit(start + 1) === 58 ? lexer.token(ColonColon, start, start + 2) : lexer.token(Colon, start, start + 1);

// Words.

/** Is the point a word of its own? */
const standsAlone = (lexer: Lexer, start: number): boolean => {
  const next = lexer.unit(start + 1);
  return endsWord(next) || isQuote(next) || next === 36;
};

/** `.` before a blank, a string or a variable runs it in the current scope. */
const dotInCommand: Scanner = (lexer, start) => {
  if (isDigit(lexer.unit(start + 1))) return numberArgumentToken(lexer, start);
  return standsAlone(lexer, start) ? lexer.token(Dot, start, start + 1) : genericWord(lexer, start);
};

const dollarInCommand: Scanner = (lexer, start) => {
  if (lexer.unit(start + 1) === 40) return lexer.token(DollarParen, start, start + 2);
  const found = scanVariable(lexer, start, false);
  return found === undefined || !endsVariableArgument(lexer.unit(found.end))
    ? genericWord(lexer, start)
    : variableToken(lexer, start, found);
};

/** An argument that begins with a variable goes on as an expression here; before other characters it is a word. */
const endsVariableArgument = (unit: number): boolean =>
  endsWord(unit) || unit === 46 || unit === 91 || unit === 61 || unit === 58;

const atSignInCommand: Scanner = (lexer, start) => {
  const found = isQuote(lexer.unit(start + 1)) ? undefined : scanVariable(lexer, start, false);
  if (found !== undefined && !endsVariableArgument(lexer.unit(found.end))) return genericWord(lexer, start);
  const token = atSign(lexer, start);
  return token.tokenType === Unknown ? withText(lexer, Generic, start, start + 1) : token;
};

const withText = (lexer: Lexer, type: Token["tokenType"], start: number, end: number): Token => {
  const token = lexer.token(type, start, end);
  token.text = lexer.text.slice(start, end);
  return token;
};

const starInCommand: Scanner = (lexer, start) =>
  lexer.unit(start + 1) === 62 ? redirectionToken(lexer, start) : genericWord(lexer, start);

const bracket: Scanner = (lexer, start) => withText(lexer, LBracket, start, start + 1);
const closingBracket: Scanner = (lexer, start) => withText(lexer, RBracket, start, start + 1);

const values = { $: dollarInExpression, "@": atSign, "[": bracket, "]": closingBracket } as const;

/** Only operators that stand before an operand begin an expression; other words with a dash are names of commands. */
const dashAtStatement: Scanner = (lexer, start) => {
  const next = lexer.unit(start + 1);
  if (next === 61) return genericWord(lexer, start);
  if (startsIdentifier(next) || next === 63) {
    const token = wordOperator(lexer, start);
    return token?.operator?.unary === undefined ? parameterToken(lexer, start) : token;
  }
  return dashBeforeOperand(lexer, start);
};

/**
 * The real parser reads the first word of a statement as a command's name before it knows better, and reports the
 * strings that are not closed in it.
 */
const probed =
  (scanner: Scanner): Scanner =>
  (lexer, start) => {
    probeWord(lexer, start);
    return scanner(lexer, start);
  };

const probeWord = (lexer: Lexer, start: number): void => {
  let position = start + 1;
  if (lexer.unit(start) === 36) {
    const found = scanVariable(lexer, start, false);
    if (found === undefined || lexer.unit(position) === 40 || endsVariableArgument(lexer.unit(found.end))) return;
    position = found.end;
  }
  for (; !endsWord(lexer.unit(position)); position++) {
    const unit = lexer.unit(position);
    const opens = unit === 36 && (lexer.unit(position + 1) === 40 || lexer.unit(position + 1) === 123);
    if (opens || isQuote(unit)) {
      genericWord(lexer, start);
      return;
    }
  }
};

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
  (lexer, start) => (startsNumber(lexer, start) ? memberNumber(lexer, start) : genericWord(lexer, start)),
  (lexer, start) => lexer.token(Unknown, start, start + 1),
);

/** A member's name may be a number; a further point is the next member's. */
const memberNumber: Scanner = (lexer, start) => numberInExpression(lexer, start);

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

const typeNameToken: Scanner = (lexer, start) => {
  let end = start;
  if (startsIdentifier(lexer.unit(start))) while (continuesTypeName(lexer.unit(end))) end++;
  return end === start ? lexer.token(Unknown, start, start + 1) : withText(lexer, Identifier, start, end);
};

/** Letters, digits and the signs that .NET allows in a name. */
const continuesTypeName = (unit: number): boolean =>
  startsIdentifier(unit) ||
  isDigit(unit) ||
  unit === 46 || // .
  unit === 96 || // `
  unit === 35 || // #
  unit === 43 || // +
  unit === 92; // \

/** What follows `--%`: the rest of the line as it stands. */
export const verbatimMode: LexicalMode = {
  name: "verbatim",
  scan: (lexer, start) => verbatimArgumentToken(lexer, start) ?? argumentMode.scan(lexer, start),
};
