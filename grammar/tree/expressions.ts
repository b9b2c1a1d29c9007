import type { Extent } from "./extent.js";
import type { ScriptBlock, StatementBlock } from "./script-blocks.js";
import type { ChainableStatement, Statement } from "./statements.js";
import type { TypeName } from "./type-names.js";

/** Everything that has a value. */
export type Expression =
  | ArrayExpression
  | ArrayLiteral
  | AttributedExpression
  | BaseCtorInvokeMemberExpression
  | BinaryExpression
  | ConstantExpression
  | ConvertExpression
  | ErrorExpression
  | ExpandableStringExpression
  | Hashtable
  | IndexExpression
  | InvokeMemberExpression
  | MemberExpression
  | ParenExpression
  | ScriptBlockExpression
  | StringConstantExpression
  | SubExpression
  | TernaryExpression
  | TypeExpression
  | UnaryExpression
  | UsingExpression
  | VariableExpression;

/** `@( … )`: what the statements write, always as an array. */
export interface ArrayExpression extends Extent {
  readonly kind: "ArrayExpression";
  readonly subExpression: StatementBlock;
}

/** `1, 2, 3`, also the `,1` of the unary comma. */
export interface ArrayLiteral extends Extent {
  readonly kind: "ArrayLiteral";
  readonly elements: readonly Expression[];
}

/** `[ValidateRange(1, 2)]$x`; a type in brackets makes a ConvertExpression. */
export interface AttributedExpression extends Extent {
  readonly kind: "AttributedExpression";
  readonly attribute: Attribute;
  readonly child: Expression;
}

/** `[int]'5'`. */
export interface ConvertExpression extends Extent {
  readonly kind: "ConvertExpression";
  readonly type: TypeConstraint;
  readonly child: Expression;
}

/** Binary operators by their TokenKind: `-eq` is Ieq, `-ceq` Ceq, `%` Rem, `..` DotDot, `-f` Format. */
export type BinaryOperator =
  | "And"
  | "Or"
  | "Xor"
  | "Band"
  | "Bor"
  | "Bxor"
  | "Multiply"
  | "Divide"
  | "Rem"
  | "Plus"
  | "Minus"
  | "DotDot"
  | "Format"
  | "Join"
  | "Is"
  | "IsNot"
  | "As"
  | "Shl"
  | "Shr"
  | "QuestionQuestion"
  | ComparisonOperator;

/** The operators that have a form that minds case (`C…`) and one that does not (`I…`). */
export type ComparisonOperator =
  | `${"I" | "C"}${"eq" | "ne" | "gt" | "ge" | "lt" | "le" | "like" | "notlike" | "match" | "notmatch"}`
  | `${"I" | "C"}${"replace" | "contains" | "notcontains" | "in" | "notin" | "split"}`;

/** `$a -eq 5`. */
export interface BinaryExpression extends Extent {
  readonly kind: "BinaryExpression";
  readonly left: Expression;
  readonly operator: BinaryOperator;
  readonly right: Expression;
  /** The operator: where errors of the operation are shown. */
  readonly errorPosition: Extent;
}

/** Unary operators by their TokenKind: `!` is Exclaim, `-not` Not, `$x++` PostfixPlusPlus, `-split` Isplit. */
export type UnaryOperator =
  | "Not"
  | "Exclaim"
  | "Minus"
  | "Plus"
  | "Bnot"
  | "Join"
  | "Isplit"
  | "Csplit"
  | "PlusPlus"
  | "MinusMinus"
  | "PostfixPlusPlus"
  | "PostfixMinusMinus";

/** `-not $a`, `$i++`. */
export interface UnaryExpression extends Extent {
  readonly kind: "UnaryExpression";
  readonly tokenKind: UnaryOperator;
  readonly child: Expression;
}

/** `$a ? 1 : 2`. */
export interface TernaryExpression extends Extent {
  readonly kind: "TernaryExpression";
  readonly condition: Expression;
  readonly ifTrue: Expression;
  readonly ifFalse: Expression;
}

/**
 * What a number literal is, or the `true` of an attribute argument without a value.
 * A decimal is its digits with their scale (`1.50`), so that no digit is lost.
 */
export type ConstantValue =
  | {
      readonly numberKind: "Int32" | "Double" | "SByte" | "Byte" | "Int16" | "UInt16" | "UInt32";
      readonly value: number;
    }
  | { readonly numberKind: "Int64" | "UInt64" | "BigInteger"; readonly value: bigint }
  | { readonly numberKind: "Decimal"; readonly value: string }
  | { readonly numberKind: "Boolean"; readonly value: boolean };

/** .NET names of what a ConstantExpression can be. */
export type NumberKind = ConstantValue["numberKind"];

/** A number literal: `5`, `0x1F`, `1.5kb`. */
export type ConstantExpression = Extent & {
  readonly kind: "ConstantExpression";
  /** The literal as written: an argument keeps its text when the parameter takes a string (`-Name 0010`). */
  readonly text: string;
} & ConstantValue;

/** How a string was written. */
export type StringConstantType =
  | "BareWord"
  | "SingleQuoted"
  | "SingleQuotedHereString"
  | "DoubleQuoted"
  | "DoubleQuotedHereString";

/** A string without anything to expand; `value` has escapes and doubled quotes resolved. */
export interface StringConstantExpression extends Extent {
  readonly kind: "StringConstantExpression";
  readonly value: string;
  readonly stringConstantType: StringConstantType;
}

/** `"a $b $(c)"`, also a word of a command: `C:\$b`. */
export interface ExpandableStringExpression extends Extent {
  readonly kind: "ExpandableStringExpression";
  /** The text with escapes resolved and `$…` as written: what the real parser calls `Value`. */
  readonly value: string;
  readonly stringConstantType: StringConstantType;
  readonly nestedExpressions: readonly Expression[];
  /** The string in order: literal pieces (escapes resolved) and what is to be computed; no empty pieces. */
  readonly parts: readonly (string | Expression)[];
}

/** Which part of the name stands before the colon, and what it means. */
export type VariableScope =
  /** `$x` */
  | "Unqualified"
  /** `$local:x`, `$private:x`, `$script:x`, `$global:x` */
  | "Local"
  | "Private"
  | "Script"
  | "Global"
  /** `$variable:x` */
  | "Variable"
  /** `$env:x`, `$function:f`, `$c:x`: the content of an item of a drive */
  | "Drive";

/** The name of a variable, taken apart. */
export interface VariablePath {
  /** As written, without `$`, `@` and braces. */
  readonly userPath: string;
  readonly scope: VariableScope;
  /** Only with scope Drive: the name before the colon. */
  readonly driveName: string | undefined;
  /** What follows the colon, or the whole name. Case as written. */
  readonly unqualifiedPath: string;
}

/** `$x`, `${any name}`, `$script:x`, `@x`. */
export interface VariableExpression extends Extent {
  readonly kind: "VariableExpression";
  readonly variablePath: VariablePath;
  /** `@x` instead of `$x`. */
  readonly splatted: boolean;
}

/** `$using:x`; `subExpression` is the variable without `using:`, or a member or element of it. */
export interface UsingExpression extends Extent {
  readonly kind: "UsingExpression";
  readonly subExpression: Expression;
}

/** `$a.b`, `[x]::b`, `$a?.b`. */
export interface MemberExpression extends Extent {
  readonly kind: "MemberExpression";
  readonly expression: Expression;
  /** A StringConstantExpression when the name is written out. */
  readonly member: Expression;
  readonly static: boolean;
  readonly nullConditional: boolean;
}

/** `$a.b(1)`, `[x]::b()`. */
export interface InvokeMemberExpression extends Extent {
  readonly kind: "InvokeMemberExpression";
  readonly expression: Expression;
  readonly member: Expression;
  /** `undefined` when nothing stands between the parentheses. */
  readonly arguments: readonly Expression[] | undefined;
  readonly genericTypeArguments: readonly TypeName[] | undefined;
  readonly static: boolean;
  readonly nullConditional: boolean;
}

/** `: base(1)` of a constructor. */
export interface BaseCtorInvokeMemberExpression extends Extent {
  readonly kind: "BaseCtorInvokeMemberExpression";
  readonly expression: Expression;
  readonly member: Expression;
  readonly arguments: readonly Expression[] | undefined;
  readonly static: boolean;
}

/** `$a[0]`, `$a?[0]`. */
export interface IndexExpression extends Extent {
  readonly kind: "IndexExpression";
  readonly target: Expression;
  readonly index: Expression;
  readonly nullConditional: boolean;
}

/** `( … )` around one pipeline. */
export interface ParenExpression extends Extent {
  readonly kind: "ParenExpression";
  readonly pipeline: ChainableStatement;
}

/** `$( … )`. */
export interface SubExpression extends Extent {
  readonly kind: "SubExpression";
  readonly subExpression: StatementBlock;
}

/** `{ … }` as a value. */
export interface ScriptBlockExpression extends Extent {
  readonly kind: "ScriptBlockExpression";
  readonly scriptBlock: ScriptBlock;
}

/** `@{ a = 1 }`: pairs of key and value, as written. */
export interface Hashtable extends Extent {
  readonly kind: "Hashtable";
  readonly keyValuePairs: readonly (readonly [key: Expression, value: Statement])[];
}

/** `[int]` as a value. */
export interface TypeExpression extends Extent {
  readonly kind: "TypeExpression";
  readonly typeName: TypeName;
}

/** What stands where an expression could not be parsed; only in trees with errors. */
export interface ErrorExpression extends Extent {
  readonly kind: "ErrorExpression";
  readonly nestedAst: readonly (Expression | Statement)[];
}

/** A type or attribute in brackets before a variable, a parameter, a param block or a class member. */
export type AttributeBase = Attribute | TypeConstraint;

/** `[Parameter(Mandatory = $true)]`. */
export interface Attribute extends Extent {
  readonly kind: "Attribute";
  readonly typeName: TypeName;
  readonly positionalArguments: readonly Expression[];
  readonly namedArguments: readonly NamedAttributeArgument[];
}

/** `Mandatory = $true`, or `Mandatory` alone. */
export interface NamedAttributeArgument extends Extent {
  readonly kind: "NamedAttributeArgument";
  readonly argumentName: string;
  readonly argument: Expression;
  /** Nothing was written: `argument` is the constant true. */
  readonly expressionOmitted: boolean;
}

/** `[int]` before a variable or a parameter. */
export interface TypeConstraint extends Extent {
  readonly kind: "TypeConstraint";
  readonly typeName: TypeName;
}
