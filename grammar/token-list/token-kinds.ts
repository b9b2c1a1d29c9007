/** The values of TokenFlags, as the engine's own enumeration has them. */
export const TokenFlag = {
  Keyword: 16,
  ScriptBlockBlockName: 32,
  BinaryOperator: 256,
  UnaryOperator: 512,
  CaseSensitiveOperator: 1024,
  TernaryOperator: 2048,
  SpecialOperator: 4096,
  AssignmentOperator: 8192,
  ParseModeInvariant: 32768,
  TokenInError: 65536,
  DisallowedInRestrictedMode: 131072,
  PrefixOrPostfixOperator: 262144,
  CommandName: 524288,
  MemberName: 1048576,
  TypeName: 2097152,
  AttributeName: 4194304,
  CanConstantFold: 8388608,
  StatementDoesntSupportAttributes: 16777216,
} as const;

/** The low bits say how tight a binary operator binds. */
export const binaryPrecedence = {
  Logical: 1,
  Bitwise: 2,
  Comparison: 5,
  Coalesce: 7,
  Add: 9,
  Multiply: 10,
  Format: 12,
  Range: 13,
} as const;

const flag = TokenFlag;
const binaryOf = (precedence: keyof typeof binaryPrecedence): number =>
  binaryPrecedence[precedence] | flag.BinaryOperator;
const comparison = binaryOf("Comparison");
const restricted = flag.DisallowedInRestrictedMode;
const fold = flag.CanConstantFold;
const invariant = flag.ParseModeInvariant;
const increment = flag.UnaryOperator | restricted | flag.PrefixOrPostfixOperator;
const special = flag.SpecialOperator | restricted;
const statement = flag.Keyword | flag.StatementDoesntSupportAttributes;
const blockName = flag.Keyword | flag.ScriptBlockBlockName;

/** Kinds that follow one another in TokenKind and have the same flags: the first one's value, the flags, the names. */
const groups: readonly (readonly [first: number, flags: number, names: string])[] = [
  [0, 0, "Unknown Variable SplattedVariable Parameter Number Label Identifier Generic"],
  [8, invariant, "NewLine LineContinuation Comment EndOfInput StringLiteral StringExpandable"],
  [14, invariant, "HereStringLiteral HereStringExpandable LParen RParen LCurly RCurly"],
  [20, 0, "LBracket"],
  [21, invariant, "RBracket AtParen AtCurly DollarParen Semi AndAnd OrOr"],
  [28, flag.SpecialOperator | invariant, "Ampersand Pipe"],
  [30, flag.UnaryOperator | invariant, "Comma"],
  [31, increment, "MinusMinus PlusPlus"],
  [33, binaryOf("Range") | restricted, "DotDot"],
  [34, special, "ColonColon Dot"],
  [36, flag.UnaryOperator | fold, "Exclaim"],
  [37, binaryOf("Multiply") | fold, "Multiply Divide Rem"],
  [40, binaryOf("Add") | flag.UnaryOperator | fold, "Plus Minus"],
  [42, flag.AssignmentOperator, "Equals PlusEquals MinusEquals MultiplyEquals DivideEquals RemainderEquals"],
  [48, restricted, "Redirection"],
  [49, invariant | restricted, "RedirectInStd"],
  [50, binaryOf("Format") | restricted, "Format"],
  [51, flag.UnaryOperator | fold, "Not Bnot"],
  [53, binaryOf("Logical") | fold, "And Or Xor"],
  [56, binaryOf("Bitwise") | fold, "Band Bor Bxor"],
  [59, comparison | flag.UnaryOperator | restricted, "Join"],
  [60, comparison, "Ieq Ine Ige Igt Ilt Ile Ilike Inotlike"],
  [68, comparison | restricted, "Imatch Inotmatch Ireplace"],
  [71, comparison, "Icontains Inotcontains Iin Inotin"],
  [75, comparison | flag.UnaryOperator | restricted, "Isplit"],
  [76, comparison | flag.CaseSensitiveOperator, "Ceq Cne Cge Cgt Clt Cle Clike Cnotlike"],
  [84, comparison | flag.CaseSensitiveOperator | restricted, "Cmatch Cnotmatch Creplace"],
  [87, comparison | flag.CaseSensitiveOperator, "Ccontains Cnotcontains Cin Cnotin"],
  [91, comparison | flag.UnaryOperator | flag.CaseSensitiveOperator | restricted, "Csplit"],
  [92, comparison, "Is IsNot"],
  [94, comparison | restricted, "As"],
  [95, increment, "PostfixPlusPlus PostfixMinusMinus"],
  [97, comparison | fold, "Shl Shr"],
  [99, special, "Colon"],
  [100, flag.TernaryOperator | restricted, "QuestionMark"],
  [101, flag.AssignmentOperator, "QuestionQuestionEquals"],
  [102, binaryOf("Coalesce"), "QuestionQuestion"],
  [103, special, "QuestionDot"],
  [104, 0, "QuestionLBracket"],
  [119, blockName, "Begin"],
  [120, statement, "Break"],
  [121, flag.Keyword, "Catch Class"],
  [123, statement, "Continue Data Define Do"],
  [127, blockName, "Dynamicparam"],
  [128, flag.Keyword, "Else ElseIf"],
  [130, blockName, "End"],
  [131, statement, "Exit Filter"],
  [133, flag.Keyword, "Finally"],
  [134, statement, "For Foreach From Function If"],
  [139, flag.Keyword, "In Param"],
  [141, blockName, "Process"],
  [142, statement, "Return Switch Throw Trap Try"],
  [147, flag.Keyword, "Until"],
  [148, statement, "Using Var While Workflow Parallel Sequence InlineScript"],
  [155, flag.Keyword, "Configuration DynamicKeyword Public Private Static Interface Enum Namespace Module Type"],
  [165, flag.Keyword, "Assembly Command Hidden Base Default"],
  [170, blockName, "Clean"],
];

/** What a kind of token is worth: its number in TokenKind, and the flags that its tokens have everywhere. */
export interface TokenTraits {
  readonly value: number;
  readonly flags: number;
}

/** All kinds by their names, in the order of TokenKind. */
export const tokenKinds: ReadonlyMap<string, TokenTraits> = new Map(
  groups.flatMap(([first, flags, names]) =>
    names.split(" ").map((name, index): [string, TokenTraits] => [name, { value: first + index, flags }]),
  ),
);

/** The words that are a keyword somewhere, by their text in lower case; those of class bodies and `using` too. */
export const keywordKinds: ReadonlyMap<string, string> = new Map(
  [...tokenKinds]
    .filter(([name, { flags }]) => (flags & flag.Keyword) !== 0 && !/^(?:DynamicKeyword|InlineScript)$/.test(name))
    .map(([name]) => [name.toLowerCase(), name]),
);

/** Signs that are read as an operator, whatever they turn out to be. */
export const signKinds: ReadonlyMap<string, string> = new Map([
  ["%", "Rem"],
  ["*", "Multiply"],
  ["/", "Divide"],
  ["+", "Plus"],
  ["-", "Minus"],
  ["=", "Equals"],
  ["+=", "PlusEquals"],
  ["-=", "MinusEquals"],
  ["*=", "MultiplyEquals"],
  ["/=", "DivideEquals"],
  ["%=", "RemainderEquals"],
  ["..", "DotDot"],
  ["]", "RBracket"],
  ["[", "LBracket"],
  ["--", "MinusMinus"],
]);
