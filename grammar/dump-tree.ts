import { numberText } from "./number-text.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { Expression } from "./tree/expressions.js";
import type { ScriptBlock } from "./tree/script-blocks.js";
import type { FunctionMember, PropertyMember, SwitchFlags } from "./tree/statements.js";

/** A dumped node: its kind, and its facts with the extent first and then by name. */
export type DumpedNode = readonly [kind: string, facts: { readonly [name: string]: DumpedValue }];

/** What a dumped fact can be. */
export type DumpedValue = DumpedNode | string | boolean | null | readonly number[] | readonly DumpedValue[];

/** What a fact is before it is dumped. */
export type FactValue = SyntaxNode | string | boolean | undefined | readonly FactValue[];

export type Fact = readonly [name: string, value: FactValue];

/**
 * The tree as plain arrays and objects: `[kind, { at: [start, end], … }]`, facts named as the properties of the real
 * parser's classes, in their order; what is false or null is left out. `JSON.stringify` of it is the form of the
 * recorded trees.
 */
export const dumpTree = (tree: ScriptBlock): DumpedNode => new Dump().whole(tree);

/** A node whose facts are still to be filled in. */
interface Unfilled {
  readonly node: SyntaxNode;
  readonly facts: Record<string, DumpedValue>;
  /** `throw` alone throws again what a catch around it caught. */
  readonly insideCatch: boolean;
}

/** Works through a list of nodes, not through the stack: a chain of operators may be as long as the text. */
class Dump {
  private readonly unfilled: Unfilled[] = [];

  whole(tree: ScriptBlock): DumpedNode {
    const dumped = this.node(tree, false);
    for (let next = this.unfilled.pop(); next !== undefined; next = this.unfilled.pop()) {
      const { node, facts } = next;
      const insideCatch = next.insideCatch || node.kind === "CatchClause";
      if (node.kind === "ThrowStatement" && node.pipeline === undefined && insideCatch) facts.IsRethrow = true;
      for (const [name, value] of factsOf(node)) {
        if (value !== undefined && value !== false) facts[name] = this.value(value, insideCatch);
      }
    }
    return dumped;
  }

  private node(node: SyntaxNode, insideCatch: boolean): DumpedNode {
    const facts: Record<string, DumpedValue> = { at: [node.start, node.end] };
    this.unfilled.push({ node, facts, insideCatch });
    return [node.kind, facts];
  }

  private value(value: FactValue, insideCatch: boolean): DumpedValue {
    if (value === undefined) return null;
    if (typeof value !== "object") return value;
    return isList(value) ? value.map((item) => this.value(item, insideCatch)) : this.node(value, insideCatch);
  }
}

const isList = (value: SyntaxNode | readonly FactValue[]): value is readonly FactValue[] => Array.isArray(value);

/** The facts of a node beside its extent, in the order of their names. */
export const factsOf = (node: SyntaxNode): readonly Fact[] => {
  switch (node.kind) {
    case "ScriptBlock":
      return [
        ["Attributes", node.attributes],
        ["BeginBlock", node.beginBlock],
        ["CleanBlock", node.cleanBlock],
        ["DynamicParamBlock", node.dynamicParamBlock],
        ["EndBlock", node.endBlock],
        ["ParamBlock", node.paramBlock],
        ["ProcessBlock", node.processBlock],
        ["UsingStatements", node.usingStatements],
      ];
    case "NamedBlock":
      return [
        ["BlockKind", node.blockKind],
        ["Statements", node.statements],
        ["Traps", node.traps],
        ["Unnamed", node.unnamed],
      ];
    case "StatementBlock":
      return [
        ["Statements", node.statements],
        ["Traps", node.traps],
      ];
    case "ParamBlock":
      return [
        ["Attributes", node.attributes],
        ["Parameters", node.parameters],
      ];
    case "Parameter":
      return [
        ["Attributes", node.attributes],
        ["DefaultValue", node.defaultValue],
        ["Name", node.name],
      ];
    case "Attribute":
      return [
        ["NamedArguments", node.namedArguments],
        ["PositionalArguments", node.positionalArguments],
        ["TypeName", node.typeName.fullName],
      ];
    case "NamedAttributeArgument":
      return [
        ["Argument", node.argument],
        ["ArgumentName", node.argumentName],
        ["ExpressionOmitted", node.expressionOmitted],
      ];
    case "TypeConstraint":
    case "TypeExpression":
      return [["TypeName", node.typeName.fullName]];
    case "TypeName":
    case "GenericTypeName":
    case "ArrayTypeName":
      return [["FullName", node.fullName]];
    case "Command":
      return [
        ["CommandElements", node.commandElements],
        ["InvocationOperator", node.invocationOperator],
        ["Redirections", node.redirections],
      ];
    case "CommandParameter":
      return [
        ["Argument", node.argument],
        ["ParameterName", node.parameterName],
      ];
    case "CommandExpression":
      return [
        ["Expression", node.expression],
        ["Redirections", node.redirections],
      ];
    case "FileRedirection":
      return [
        ["Append", node.append],
        ["FromStream", node.fromStream],
        ["Location", node.location],
      ];
    case "MergingRedirection":
      return [
        ["FromStream", node.fromStream],
        ["ToStream", node.toStream],
      ];
    case "CatchClause":
      return [
        ["Body", node.body],
        ["CatchTypes", node.catchTypes],
        ["IsCatchAll", node.catchTypes.length === 0],
      ];
    case "Pipeline":
      return [
        ["Background", node.background],
        ["PipelineElements", node.pipelineElements],
      ];
    case "PipelineChain":
      return [
        ["Background", node.background],
        ["LhsPipelineChain", node.lhsPipelineChain],
        ["Operator", node.operator],
        ["RhsPipeline", node.rhsPipeline],
      ];
    case "AssignmentStatement":
      return [
        ["Left", node.left],
        ["Operator", node.operator],
        ["Right", node.right],
      ];
    case "IfStatement":
      return [
        ["Clauses", node.clauses],
        ["ElseClause", node.elseClause],
      ];
    case "WhileStatement":
    case "DoWhileStatement":
    case "DoUntilStatement":
      return [
        ["Body", node.body],
        ["Condition", node.condition],
        ["Label", node.label],
      ];
    case "ForStatement":
      return [
        ["Body", node.body],
        ["Condition", node.condition],
        ["Initializer", node.initializer],
        ["Iterator", node.iterator],
        ["Label", node.label],
      ];
    case "ForEachStatement":
      return [
        ["Body", node.body],
        ["Condition", node.condition],
        ["Flags", node.parallel ? "Parallel" : "None"],
        ["Label", node.label],
        ["ThrottleLimit", node.throttleLimit],
        ["Variable", node.variable],
      ];
    case "SwitchStatement":
      return [
        ["Clauses", node.clauses],
        ["Condition", node.condition],
        ["Default", node.default],
        ["Flags", switchFlags(node.flags)],
        ["Label", node.label],
      ];
    case "TryStatement":
      return [
        ["Body", node.body],
        ["CatchClauses", node.catchClauses],
        ["Finally", node.finally],
      ];
    case "TrapStatement":
      return [
        ["Body", node.body],
        ["TrapType", node.trapType],
      ];
    case "BreakStatement":
    case "ContinueStatement":
      return [["Label", node.label]];
    case "ReturnStatement":
    case "ExitStatement":
    case "ThrowStatement":
      return [["Pipeline", node.pipeline]];
    case "FunctionDefinition":
      return [
        ["Body", node.body],
        ["IsFilter", node.isFilter],
        ["IsWorkflow", node.isWorkflow],
        ["Name", node.name],
        ["Parameters", node.parameters],
      ];
    case "DataStatement":
      return [
        ["Body", node.body],
        ["CommandsAllowed", node.commandsAllowed],
        ["Variable", node.variable],
      ];
    case "BlockStatement":
      return [["Body", node.body]];
    case "UsingStatement":
      return [
        ["Alias", node.alias],
        ["ModuleSpecification", node.moduleSpecification],
        ["Name", node.name],
        ["UsingStatementKind", node.usingStatementKind],
      ];
    case "TypeDefinition":
      return [
        ["Attributes", node.attributes],
        ["BaseTypes", node.baseTypes],
        ["IsClass", node.typeAttributes === "Class"],
        ["IsEnum", node.typeAttributes === "Enum"],
        ["IsInterface", node.typeAttributes === "Interface"],
        ["Members", node.members],
        ["Name", node.name],
        ["TypeAttributes", node.typeAttributes],
      ];
    case "PropertyMember":
      return propertyFacts(node);
    case "FunctionMember":
      return methodFacts(node);
    case "ErrorStatement":
      return [["NestedAst", node.nestedAst.length > 0 ? node.nestedAst : undefined]];
    default:
      return expressionFacts(node);
  }
};

const expressionFacts = (node: Expression): readonly Fact[] => {
  switch (node.kind) {
    case "ArrayExpression":
    case "SubExpression":
      return [["SubExpression", node.subExpression]];
    case "ArrayLiteral":
      return [["Elements", node.elements]];
    case "AttributedExpression":
      return [
        ["Attribute", node.attribute],
        ["Child", node.child],
      ];
    case "ConvertExpression":
      return [
        ["Attribute", node.type],
        ["Child", node.child],
        ["Type", node.type],
      ];
    case "BinaryExpression":
      return [
        ["Left", node.left],
        ["Operator", node.operator],
        ["Right", node.right],
      ];
    case "UnaryExpression":
      return [
        ["Child", node.child],
        ["TokenKind", node.tokenKind],
      ];
    case "TernaryExpression":
      return [
        ["Condition", node.condition],
        ["IfFalse", node.ifFalse],
        ["IfTrue", node.ifTrue],
      ];
    case "ConstantExpression":
      return [
        ["Value", node.numberKind === "Boolean" ? node.value : numberText(node)],
        ["ValueType", node.numberKind],
      ];
    case "StringConstantExpression":
      return [
        ["StringConstantType", node.stringConstantType],
        ["Value", node.value],
        ["ValueType", "String"],
      ];
    case "ExpandableStringExpression":
      return [
        ["NestedExpressions", node.nestedExpressions],
        ["StringConstantType", node.stringConstantType],
        ["Value", node.value],
      ];
    case "VariableExpression":
      return [
        ["Splatted", node.splatted],
        ["VariablePath", node.variablePath.userPath],
      ];
    case "UsingExpression":
      return [["SubExpression", node.subExpression]];
    case "MemberExpression":
      return [
        ["Expression", node.expression],
        ["Member", node.member],
        ["NullConditional", node.nullConditional],
        ["Static", node.static],
      ];
    case "InvokeMemberExpression":
      return [
        ["Arguments", node.arguments],
        ["Expression", node.expression],
        ["Member", node.member],
        ["NullConditional", node.nullConditional],
        ["Static", node.static],
      ];
    case "BaseCtorInvokeMemberExpression":
      return [
        ["Arguments", node.arguments],
        ["Expression", node.expression],
        ["Member", node.member],
        ["Static", node.static],
      ];
    case "IndexExpression":
      return [
        ["Index", node.index],
        ["NullConditional", node.nullConditional],
        ["Target", node.target],
      ];
    case "ParenExpression":
      return [["Pipeline", node.pipeline]];
    case "ScriptBlockExpression":
      return [["ScriptBlock", node.scriptBlock]];
    case "Hashtable":
      return [["KeyValuePairs", node.keyValuePairs]];
    case "TypeExpression":
      return [["TypeName", node.typeName.fullName]];
    case "ErrorExpression":
      return [["NestedAst", node.nestedAst.length > 0 ? node.nestedAst : undefined]];
  }
};

/** Flags print in the order of their values. */
const switchFlags = (flags: SwitchFlags): string => {
  const names = [
    flags.file ? "File" : "",
    flags.comparison === "None" ? "" : flags.comparison,
    flags.caseSensitive ? "CaseSensitive" : "",
    flags.parallel ? "Parallel" : "",
  ].filter((name) => name !== "");
  return names.length === 0 ? "None" : names.join(", ");
};

const propertyFacts = (node: PropertyMember): readonly Fact[] => [
  ["Attributes", node.attributes],
  ["InitialValue", node.initialValue],
  ["IsHidden", node.modifiers.hidden],
  ["IsPublic", true],
  ["IsStatic", node.modifiers.static || node.isLiteral],
  ["Name", node.name],
  ["PropertyAttributes", memberFlags(node)],
  ["PropertyType", node.propertyType],
];

const methodFacts = (node: FunctionMember): readonly Fact[] => [
  ["Attributes", node.attributes],
  ["Body", node.body],
  ["IsConstructor", node.isConstructor],
  ["IsHidden", node.modifiers.hidden],
  ["IsPublic", true],
  ["IsStatic", node.modifiers.static],
  ["MethodAttributes", memberFlags(node)],
  ["Name", node.name],
  ["Parameters", node.parameters],
  ["ReturnType", node.returnType],
];

const memberFlags = (node: PropertyMember | FunctionMember): string => {
  const isLiteral = node.kind === "PropertyMember" && node.isLiteral;
  const flags = ["Public"];
  if (node.modifiers.static || isLiteral) flags.push("Static");
  if (isLiteral) flags.push("Literal");
  if (node.modifiers.hidden) flags.push("Hidden");
  return flags.join(", ");
};
