import type {
  Attribute,
  BaseCtorInvokeMemberExpression,
  ExpandableStringExpression,
  Expression,
  Hashtable,
  StringConstantExpression,
  TypeConstraint,
  VariableExpression,
} from "./expressions.js";
import type { Extent } from "./extent.js";
import type { Parameter, ScriptBlock, StatementBlock } from "./script-blocks.js";

/** Everything that can stand between two line ends. */
export type Statement =
  | AssignmentStatement
  | BlockStatement
  | BreakStatement
  | CommandExpression
  | ContinueStatement
  | DataStatement
  | DoUntilStatement
  | DoWhileStatement
  | ErrorStatement
  | ExitStatement
  | ForEachStatement
  | ForStatement
  | FunctionDefinition
  | IfStatement
  | Pipeline
  | PipelineChain
  | ReturnStatement
  | SwitchStatement
  | ThrowStatement
  | TrapStatement
  | TryStatement
  | TypeDefinition
  | UsingStatement
  | WhileStatement;

/** What may stand in parentheses: a pipeline, a chain of them, or an assignment. */
export type ChainableStatement = Pipeline | PipelineChain | AssignmentStatement | ErrorStatement;

/** What `if`, `while`, `throw`, … take: the class PipelineBase. */
export type PipelineBase = ChainableStatement;

/** `a | b | c`, also a single command or expression. */
export interface Pipeline extends Extent {
  readonly kind: "Pipeline";
  readonly pipelineElements: readonly PipelineElement[];
  /** `&` at its end. */
  readonly background: boolean;
}

/** `a && b`. */
export interface PipelineChain extends Extent {
  readonly kind: "PipelineChain";
  readonly lhsPipelineChain: Pipeline | PipelineChain;
  readonly rhsPipeline: Pipeline;
  readonly operator: "AndAnd" | "OrOr";
  readonly background: boolean;
}

/** One stage of a pipeline: the class CommandBase. */
export type PipelineElement = Command | CommandExpression;

/** `Get-X -Y 5 > file`. */
export interface Command extends Extent {
  readonly kind: "Command";
  /** The first is the command's name (or what computes it); never empty. */
  readonly commandElements: readonly (CommandElement | Expression)[];
  /** Unknown when there is none, Ampersand for `&`, Dot for `.`. */
  readonly invocationOperator: "Unknown" | "Ampersand" | "Dot";
  readonly redirections: readonly Redirection[];
}

/** What a command has beside expressions. */
export type CommandElement = CommandParameter;

/** `-Name`, `-Name:value`. An argument after a blank is a command element of its own. */
export interface CommandParameter extends Extent {
  readonly kind: "CommandParameter";
  /** Without the dash and the colon. */
  readonly parameterName: string;
  /** Only what is attached with a colon. */
  readonly argument: Expression | undefined;
  /** The parameter alone, with dash and colon: where binding errors are shown. */
  readonly errorPosition: Extent;
}

/** An expression as a stage of a pipeline, or as the right side of an assignment. */
export interface CommandExpression extends Extent {
  readonly kind: "CommandExpression";
  readonly expression: Expression;
  readonly redirections: readonly Redirection[];
}

/** Streams of a redirection; All is `*`. */
export type RedirectionStream = "All" | "Output" | "Error" | "Warning" | "Verbose" | "Debug" | "Information";

/** `> file`, `2>&1`. */
export type Redirection = FileRedirection | MergingRedirection;

/** `2>> file`. */
export interface FileRedirection extends Extent {
  readonly kind: "FileRedirection";
  readonly fromStream: RedirectionStream;
  readonly append: boolean;
  readonly location: Expression;
}

/** `2>&1`. */
export interface MergingRedirection extends Extent {
  readonly kind: "MergingRedirection";
  readonly fromStream: RedirectionStream;
  readonly toStream: RedirectionStream;
}

/** Assignment operators by their TokenKind: `%=` is RemainderEquals. */
export type AssignmentOperator =
  | "Equals"
  | "PlusEquals"
  | "MinusEquals"
  | "MultiplyEquals"
  | "DivideEquals"
  | "RemainderEquals"
  | "QuestionQuestionEquals";

/** `$x = …`; the right side is a whole statement. */
export interface AssignmentStatement extends Extent {
  readonly kind: "AssignmentStatement";
  readonly left: Expression;
  readonly operator: AssignmentOperator;
  readonly right: Statement;
  /** The operator: where errors of the assignment are shown. */
  readonly errorPosition: Extent;
}

/** `if (…) { … } elseif … else …`. */
export interface IfStatement extends Extent {
  readonly kind: "IfStatement";
  readonly clauses: readonly (readonly [condition: PipelineBase, body: StatementBlock])[];
  readonly elseClause: StatementBlock | undefined;
}

/** The classes LabeledStatement and LoopStatement: the label without its colon. */
interface Labeled extends Extent {
  readonly label: string | undefined;
}

/** `while (…) { … }`. */
export interface WhileStatement extends Labeled {
  readonly kind: "WhileStatement";
  readonly condition: PipelineBase;
  readonly body: StatementBlock;
}

/** `do { … } while (…)`. */
export interface DoWhileStatement extends Labeled {
  readonly kind: "DoWhileStatement";
  readonly condition: PipelineBase;
  readonly body: StatementBlock;
}

/** `do { … } until (…)`. */
export interface DoUntilStatement extends Labeled {
  readonly kind: "DoUntilStatement";
  readonly condition: PipelineBase;
  readonly body: StatementBlock;
}

/** `for (…; …; …) { … }`. */
export interface ForStatement extends Labeled {
  readonly kind: "ForStatement";
  readonly initializer: PipelineBase | undefined;
  readonly condition: PipelineBase | undefined;
  readonly iterator: PipelineBase | undefined;
  readonly body: StatementBlock;
}

/** `foreach ($x in …) { … }`. */
export interface ForEachStatement extends Labeled {
  readonly kind: "ForEachStatement";
  readonly variable: VariableExpression;
  readonly condition: PipelineBase;
  readonly body: StatementBlock;
  /** `-parallel` (a workflow's, refused elsewhere). */
  readonly parallel: boolean;
  readonly throttleLimit: Expression | undefined;
}

/** How a switch compares. */
export interface SwitchFlags {
  /** Exact is the same as none, but printed by the real tree. */
  readonly comparison: "None" | "Exact" | "Wildcard" | "Regex";
  readonly caseSensitive: boolean;
  /** The condition names a file to read. */
  readonly file: boolean;
  readonly parallel: boolean;
}

/** `switch (…) { … }`. */
export interface SwitchStatement extends Labeled {
  readonly kind: "SwitchStatement";
  readonly condition: PipelineBase;
  readonly flags: SwitchFlags;
  readonly clauses: readonly (readonly [condition: Expression, body: StatementBlock])[];
  readonly default: StatementBlock | undefined;
}

/** `try { … } catch … finally …`. */
export interface TryStatement extends Extent {
  readonly kind: "TryStatement";
  readonly body: StatementBlock;
  readonly catchClauses: readonly CatchClause[];
  readonly finally: StatementBlock | undefined;
}

/** `catch [type], [type] { … }`. */
export interface CatchClause extends Extent {
  readonly kind: "CatchClause";
  readonly catchTypes: readonly TypeConstraint[];
  readonly body: StatementBlock;
}

/** `trap [type] { … }`. */
export interface TrapStatement extends Extent {
  readonly kind: "TrapStatement";
  readonly trapType: TypeConstraint | undefined;
  readonly body: StatementBlock;
}

/** `break`, with the label as an expression. */
export interface BreakStatement extends Extent {
  readonly kind: "BreakStatement";
  readonly label: Expression | undefined;
}

/** `continue`, with the label as an expression. */
export interface ContinueStatement extends Extent {
  readonly kind: "ContinueStatement";
  readonly label: Expression | undefined;
}

/** `return …`. */
export interface ReturnStatement extends Extent {
  readonly kind: "ReturnStatement";
  readonly pipeline: PipelineBase | undefined;
}

/** `exit …`. */
export interface ExitStatement extends Extent {
  readonly kind: "ExitStatement";
  readonly pipeline: PipelineBase | undefined;
}

/** `throw …`. */
export interface ThrowStatement extends Extent {
  readonly kind: "ThrowStatement";
  readonly pipeline: PipelineBase | undefined;
}

/** `function f { … }`, `filter f { … }`, `workflow f { … }`; also the body of a method. */
export interface FunctionDefinition extends Extent {
  readonly kind: "FunctionDefinition";
  readonly name: string;
  readonly nameExtent: Extent;
  readonly isFilter: boolean;
  readonly isWorkflow: boolean;
  /** Those in parentheses after the name; `undefined` when there are no parentheses. */
  readonly parameters: readonly Parameter[] | undefined;
  readonly body: ScriptBlock;
}

/** `data name -SupportedCommand … { … }`. */
export interface DataStatement extends Extent {
  readonly kind: "DataStatement";
  readonly variable: string | undefined;
  readonly commandsAllowed: readonly Expression[];
  readonly body: StatementBlock;
}

/** `parallel { … }`, `sequence { … }` of a workflow. */
export interface BlockStatement extends Extent {
  readonly kind: "BlockStatement";
  readonly blockKind: "Parallel" | "Sequence";
  readonly body: StatementBlock;
}

/** `using namespace X`, `using module X`, `using assembly X`. */
export interface UsingStatement extends Extent {
  readonly kind: "UsingStatement";
  readonly usingStatementKind: "Assembly" | "Command" | "Module" | "Namespace" | "Type";
  readonly name: StringConstantExpression | undefined;
  readonly alias: StringConstantExpression | undefined;
  readonly moduleSpecification: Hashtable | undefined;
}

/** `class X : Y { … }`, `enum X { … }`. */
export interface TypeDefinition extends Extent {
  readonly kind: "TypeDefinition";
  readonly name: string;
  readonly nameExtent: Extent;
  readonly typeAttributes: "Class" | "Enum" | "Interface";
  readonly attributes: readonly Attribute[];
  readonly baseTypes: readonly TypeConstraint[];
  readonly members: readonly MemberNode[];
}

/** What a class or an enum holds. */
export type MemberNode = PropertyMember | FunctionMember;

/** `static`, `hidden` before a member. */
export interface MemberModifiers {
  readonly static: boolean;
  readonly hidden: boolean;
}

/** A property of a class, or a value of an enum. */
export interface PropertyMember extends Extent {
  readonly kind: "PropertyMember";
  readonly name: string;
  readonly nameExtent: Extent;
  readonly propertyType: TypeConstraint | undefined;
  readonly attributes: readonly Attribute[];
  readonly modifiers: MemberModifiers;
  /** A value of an enum: public, static and literal. */
  readonly isLiteral: boolean;
  readonly initialValue: Expression | undefined;
}

/** A method or a constructor. */
export interface FunctionMember extends Extent {
  readonly kind: "FunctionMember";
  readonly name: string;
  readonly nameExtent: Extent;
  readonly isConstructor: boolean;
  readonly returnType: TypeConstraint | undefined;
  readonly attributes: readonly Attribute[];
  readonly modifiers: MemberModifiers;
  readonly parameters: readonly Parameter[];
  readonly body: ScriptBlock;
  readonly baseConstructorCall: BaseCtorInvokeMemberExpression | undefined;
}

/** What stands where a statement could not be parsed; only in trees with errors. */
export interface ErrorStatement extends Extent {
  readonly kind: "ErrorStatement";
  readonly nestedAst: readonly (Expression | Statement | Command | StatementBlock)[];
}

/** The string classes together. */
export type StringExpression = StringConstantExpression | ExpandableStringExpression;
