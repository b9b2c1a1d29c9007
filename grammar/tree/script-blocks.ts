import type {
  Attribute,
  AttributeBase,
  Expression,
  NamedAttributeArgument,
  VariableExpression,
} from "./expressions.js";
import type { Extent } from "./extent.js";
import type {
  CatchClause,
  CommandElement,
  MemberNode,
  PipelineElement,
  Redirection,
  Statement,
  TrapStatement,
  UsingStatement,
} from "./statements.js";

/** The nodes that are neither a statement nor an expression. */
export type ScriptNode =
  | ScriptBlock
  | ParamBlock
  | NamedBlock
  | StatementBlock
  | Parameter
  | AttributeBase
  | NamedAttributeArgument
  | CatchClause
  | CommandElement
  | PipelineElement
  | Redirection
  | MemberNode;

/** A script, the body of a function, or `{ … }`. */
export interface ScriptBlock extends Extent {
  readonly kind: "ScriptBlock";
  readonly attributes: readonly Attribute[];
  readonly usingStatements: readonly UsingStatement[];
  readonly paramBlock: ParamBlock | undefined;
  readonly dynamicParamBlock: NamedBlock | undefined;
  readonly beginBlock: NamedBlock | undefined;
  readonly processBlock: NamedBlock | undefined;
  readonly endBlock: NamedBlock | undefined;
  readonly cleanBlock: NamedBlock | undefined;
  /** Only of a whole script: what its `#requires` lines ask for. */
  readonly scriptRequirements: ScriptRequirements | undefined;
  /** The source between the braces (for a script, the whole text): what a script block prints as. */
  readonly body: Extent;
}

/** `begin { … }`, or the statements of a script block without named blocks (an unnamed end block). */
export interface NamedBlock extends Extent {
  readonly kind: "NamedBlock";
  readonly blockKind: "Dynamicparam" | "Begin" | "Process" | "End" | "Clean";
  readonly unnamed: boolean;
  readonly statements: readonly Statement[];
  readonly traps: readonly TrapStatement[] | undefined;
}

/** `{ … }` of a statement, `$( … )`, `@( … )`. */
export interface StatementBlock extends Extent {
  readonly kind: "StatementBlock";
  readonly statements: readonly Statement[];
  readonly traps: readonly TrapStatement[] | undefined;
}

/** `param( … )` with the attributes before it. */
export interface ParamBlock extends Extent {
  readonly kind: "ParamBlock";
  readonly attributes: readonly Attribute[];
  readonly parameters: readonly Parameter[];
}

/** One parameter of a function or a script block. */
export interface Parameter extends Extent {
  readonly kind: "Parameter";
  readonly attributes: readonly AttributeBase[];
  readonly name: VariableExpression;
  readonly defaultValue: Expression | undefined;
}

/** What `#requires` lines ask for. */
export interface ScriptRequirements {
  readonly requiredPSVersion: string | undefined;
  readonly requiredPSEditions: readonly string[];
  readonly requiredModules: readonly string[];
  readonly requiredSnapIns: readonly string[];
  readonly requiredAssemblies: readonly string[];
  readonly requiredApplicationId: string | undefined;
  readonly isElevationRequired: boolean;
}
