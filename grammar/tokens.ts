import { createToken, type ITokenConfig, Lexer, type TokenType } from "chevrotain";

/**
 * The vocabulary. Chevrotain only needs the types: the scanners of `lexer/` make the tokens, in the mode that the
 * grammar rule asks for.
 */
const vocabulary: TokenType[] = [];

const token = (name: ITokenConfig["name"]): TokenType => {
  const type = createToken({ name, pattern: Lexer.NA });
  vocabulary.push(type);
  return type;
};

// Separators and brackets.
export const NewLine = token("NewLine");
export const Semi = token("Semi");
export const Comma = token("Comma");
export const Pipe = token("Pipe");
export const Ampersand = token("Ampersand");
export const AndAnd = token("AndAnd");
export const OrOr = token("OrOr");
export const LParen = token("LParen");
export const RParen = token("RParen");
export const LCurly = token("LCurly");
export const RCurly = token("RCurly");
export const LBracket = token("LBracket");
export const RBracket = token("RBracket");
export const AtParen = token("AtParen");
export const AtCurly = token("AtCurly");
export const DollarParen = token("DollarParen");
export const Dot = token("Dot");
export const ColonColon = token("ColonColon");
export const Colon = token("Colon");
export const QuestionMark = token("QuestionMark");
export const QuestionDot = token("QuestionDot");
export const QuestionLBracket = token("QuestionLBracket");

// Values.
export const Variable = token("Variable");
export const SplattedVariable = token("SplattedVariable");
export const NumberLiteral = token("Number");
export const StringLiteral = token("StringLiteral");
export const StringExpandable = token("StringExpandable");
export const HereStringLiteral = token("HereStringLiteral");
export const HereStringExpandable = token("HereStringExpandable");

// Words.
/** Letters, digits and `_`; a name. */
export const Identifier = token("Identifier");
/** Any other bare word. */
export const Generic = token("Generic");
export const Parameter = token("Parameter");
/** `--` before a blank: no parameters after it. */
export const EndOfParameters = token("EndOfParameters");
/** `--%`. */
export const VerbatimMark = token("VerbatimMark");
/** What follows `--%`. */
export const VerbatimArgument = token("VerbatimArgument");
export const Label = token("Label");
/** `>`, `2>>`, `2>&1`. */
export const Redirection = token("Redirection");
/** `<`, which no version knows. */
export const RedirectInStd = token("RedirectInStd");

// Operators; which one, says the token's `operator`.
/** `*`, `-eq`, … and nothing else. */
export const BinaryOperator = token("BinaryOperator");
/** `!`, `-not`, … and nothing else. */
export const UnaryOperator = token("UnaryOperator");
/** `+`, `-`, `-split`, `-join`: between and before operands. */
export const UnaryOrBinaryOperator = token("UnaryOrBinaryOperator");
/** `++`, `--`: before and behind operands. */
export const IncrementOperator = token("IncrementOperator");
export const AssignmentOperator = token("AssignmentOperator");

/** A character that begins nothing. */
export const Unknown = token("Unknown");
/** No operator is attached to the operand before. */
export const NotAdjacent = token("NotAdjacent");

// Keywords.
export const Begin = token("Begin");
export const Break = token("Break");
export const Catch = token("Catch");
export const Class = token("Class");
export const Clean = token("Clean");
export const Configuration = token("Configuration");
export const Continue = token("Continue");
export const Data = token("Data");
export const Define = token("Define");
export const Do = token("Do");
export const Dynamicparam = token("Dynamicparam");
export const Else = token("Else");
export const ElseIf = token("ElseIf");
export const End = token("End");
export const Enum = token("Enum");
export const Exit = token("Exit");
export const Filter = token("Filter");
export const Finally = token("Finally");
export const For = token("For");
export const Foreach = token("Foreach");
export const From = token("From");
export const FunctionKeyword = token("Function");
export const If = token("If");
export const In = token("In");
export const Param = token("Param");
export const Parallel = token("Parallel");
export const Process = token("Process");
export const Return = token("Return");
export const Sequence = token("Sequence");
export const Switch = token("Switch");
export const Throw = token("Throw");
export const Trap = token("Trap");
export const Try = token("Try");
export const Until = token("Until");
export const Using = token("Using");
export const Var = token("Var");
export const While = token("While");
export const Workflow = token("Workflow");

/** The keywords by their text in lower case. */
export const keywords: ReadonlyMap<string, TokenType> = new Map(
  vocabulary.slice(vocabulary.indexOf(Begin)).map((type) => [type.name.toLowerCase(), type]),
);

export const tokenVocabulary: readonly TokenType[] = vocabulary;
