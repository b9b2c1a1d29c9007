// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts speak of variables, and are no templates.
import type { ParseErrorId } from "./parse-error.js";

/**
 * What a version of the language knows, as data: rules and scanners ask for a feature, never for a version.
 */
export interface ParserEdition {
  /** `a && b`, `a || b` (7.0). */
  readonly pipelineChains: boolean;
  /** `??` and `??=` (7.0). */
  readonly nullCoalescing: boolean;
  /** `$a?.b`, `$a?[0]` (7.1). */
  readonly nullConditional: boolean;
  /** `$a ? b : c` (7.0). */
  readonly ternary: boolean;
  /** `` `e `` and `` `u{41} `` in strings (6.0). */
  readonly escapeSequences: boolean;
  /** `5u`, `5y`, `5n`, … (6.2); before it only `l` and `d`. */
  readonly numberSuffixes: boolean;
  /** `0b101` (7.0). */
  readonly binaryLiterals: boolean;
  /** `a &` (6.0). */
  readonly backgroundOperator: boolean;
  /** A line that begins with `|` goes on with the pipeline before it (7.0). */
  readonly leadingPipeContinuation: boolean;
  /** Operators (words behind a dash) that are none here: `-in`, `-notin`, `-shl`, `-shr` before 3.0. */
  readonly absentOperators: ReadonlySet<string>;
  /** A dash before a word that names no operator is told as unknown, or (2.0) is a minus that lacks its operand. */
  readonly unknownDash: "unexpected" | "minus";
  /** `3>`, `*>`, `4>&1` (3.0); before it the number or star is an argument. */
  readonly streamRedirections: boolean;
  /** `[Parameter(Mandatory)]` without a value (3.0). */
  readonly omittedAttributeValues: boolean;
  /** `$using:x` (3.0); before it a variable of a drive. */
  readonly usingVariables: boolean;
  /** Keywords (by the name of their token) that are plain words here. */
  readonly absentKeywords: ReadonlySet<string>;
  /** `workflow f { … }` (3.0 to 5.1). */
  readonly workflows: boolean;
  /** `$a.M[int](1)` (7.3). */
  readonly genericMethodArguments: boolean;
  /** An unclosed `@{` is told as a missing brace behind it, or (5.1) as an incomplete hash literal behind its last pair. */
  readonly incompleteHash: "MissingEndCurlyBrace" | "IncompleteHashLiteral";
  /** Behind a key without `=` the closing brace is passed over too, and missed afterwards (5.1). */
  readonly takesBraceAfterBadKey: boolean;
  /** Where a number that is too large is shown: the number itself, or the place behind it (5.1). */
  readonly badNumberPlace: "number" | "behind";
  /** Texts of errors that are others than the usual ones. */
  readonly errorTexts: Partial<Readonly<Record<ParseErrorId, string>>>;
}

/** PowerShell 7.6. */
const powerShell7: ParserEdition = {
  pipelineChains: true,
  nullCoalescing: true,
  nullConditional: true,
  ternary: true,
  escapeSequences: true,
  numberSuffixes: true,
  binaryLiterals: true,
  backgroundOperator: true,
  leadingPipeContinuation: true,
  absentOperators: new Set(),
  unknownDash: "unexpected",
  streamRedirections: true,
  omittedAttributeValues: true,
  usingVariables: true,
  absentKeywords: new Set(),
  workflows: false,
  genericMethodArguments: true,
  incompleteHash: "MissingEndCurlyBrace",
  takesBraceAfterBadKey: false,
  badNumberPlace: "number",
  errorTexts: {},
};

/** Windows PowerShell 5.1 and, as far as these features go, all before it. */
const windowsPowerShell: ParserEdition = {
  pipelineChains: false,
  nullCoalescing: false,
  nullConditional: false,
  ternary: false,
  escapeSequences: false,
  numberSuffixes: false,
  binaryLiterals: false,
  backgroundOperator: false,
  leadingPipeContinuation: false,
  absentOperators: new Set(),
  unknownDash: "unexpected",
  streamRedirections: true,
  omittedAttributeValues: true,
  usingVariables: true,
  absentKeywords: new Set(["Clean"]),
  workflows: true,
  genericMethodArguments: false,
  incompleteHash: "IncompleteHashLiteral",
  takesBraceAfterBadKey: true,
  badNumberPlace: "behind",
  // Later versions add a second line with the form of the statement.
  errorTexts: {
    MissingEndParenthesisAfterForeach: "Missing closing ')' after expression part of foreach loop.",
    MissingForeachExpression: "Missing expression in foreach loop.",
    MissingForeachStatement: "Missing statement body in foreach loop.",
    MissingInInForeach: "Missing 'in' after variable in foreach loop.",
    MissingVariableNameAfterForeach: "Missing variable name after foreach.",
  },
};

/**
 * PowerShell 2.0: no workflows (3.0), configurations (4.0) and classes (5.0) yet. Operators, attribute arguments and the
 * first texts are as consoles of 2.0 show them; the later texts are from memory (docs/powershell-2.md).
 */
const powerShell2: ParserEdition = {
  ...windowsPowerShell,
  absentKeywords: new Set(["Clean", "Class", "Enum", "Using", "Configuration", "Workflow", "Parallel", "Sequence"]),
  absentOperators: new Set(["in", "iin", "cin", "notin", "inotin", "cnotin", "shl", "shr"]),
  unknownDash: "minus",
  streamRedirections: false,
  omittedAttributeValues: false,
  usingVariables: false,
  errorTexts: {
    ...windowsPowerShell.errorTexts,
    ExpectedValueExpression: "You must provide a value expression on the right-hand side of the '{0}' operator.",
    AmpersandNotAllowed:
      'Ampersand not allowed. The & operator is reserved for future use; use "&" to pass ampersand as a string.',
    DuplicateKeyInHashLiteral: "Duplicate keys '{0}' are not permitted in hash literals.",
    EmptyPipeElement: "An empty pipe element is not permitted.",
    ExpressionsMustBeFirstInPipeline: "Expressions are only permitted as the first element of a pipeline.",
    InvalidLeftHandSide:
      "Invalid assignment expression. The left hand side of an assignment operator needs to be something that can be assigned to like a variable or a property.",
    InvalidVariableReference:
      "Invalid variable reference. '$' was not followed by a valid variable name character. Consider using ${} to delimit the name.",
    InvalidVariableReferenceWithDrive:
      "Invalid variable reference. ':' was not followed by a valid variable name character. Consider using ${} to delimit the name.",
    MissingEndCurlyBrace: "Missing closing '}' in statement block.",
    RedirectionNotSupported: "Redirection operator '{0}' is not supported yet.",
  },
};

/** The editions by name; the Exchange shells run on Windows PowerShell 2.0 to 5.1. */
export const parserEditions = {
  PowerShell7: powerShell7,
  PowerShell5: windowsPowerShell,
  Exchange2010: powerShell2,
  Exchange2013: windowsPowerShell,
  Exchange2016: windowsPowerShell,
  Exchange2019: windowsPowerShell,
} as const satisfies Record<string, ParserEdition>;

export type ParserEditionName = keyof typeof parserEditions;
