import { numberText } from "./number-text.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { Expression } from "./tree/expressions.js";
import type { ScriptBlock } from "./tree/script-blocks.js";
import type { FunctionMember, PropertyMember, SwitchFlags } from "./tree/statements.js";

/** A dumped node: its kind, and its facts with the extent first and then by name. */
export type DumpedNode = readonly [kind: string, facts: { readonly [name: string]: DumpedValue }];

/** What a dumped fact can be. */
export type DumpedValue = DumpedNode | string | boolean | null | readonly number[] | readonly DumpedValue[];

type Fact = readonly [name: string, value: DumpedValue | undefined | false];

/**
 * The tree as plain arrays and objects: `[kind, { at: [start, end], … }]`, facts named as the properties of the real
 * parser's classes, in their order; what is false or null is left out. `JSON.stringify` of it is the form of the
 * recorded trees.
 */
export const dumpTree = (tree: ScriptBlock): DumpedNode => dump(tree);

const dump = (node: SyntaxNode): DumpedNode => {
  const kind = node.kind;
  const facts: Record<string, DumpedValue> = { at: [node.start, node.end] };
  for (const [name, value] of factsOf(node)) if (value !== undefined && value !== false) facts[name] = value;
  return [kind, facts];
};

const optional = (node: SyntaxNode | undefined): DumpedNode | undefined =>
  node === undefined ? undefined : dump(node);
const list = (nodes: readonly SyntaxNode[] | undefined): readonly DumpedNode[] | undefined => nodes?.map(dump);
const pairs = (entries: readonly (readonly [SyntaxNode, SyntaxNode])[]): readonly DumpedValue[] =>
  entries.map(([first, second]) => [dump(first), dump(second)]);

/** The facts of a node beside its extent, in the order of their names. */
const factsOf = (node: SyntaxNode): readonly Fact[] => {
  switch (node.kind) {
    case "ScriptBlock":
      return [
        ["Attributes", list(node.attributes)],
        ["BeginBlock", optional(node.beginBlock)],
        ["CleanBlock", optional(node.cleanBlock)],
        ["DynamicParamBlock", optional(node.dynamicParamBlock)],
        ["EndBlock", optional(node.endBlock)],
        ["ParamBlock", optional(node.paramBlock)],
        ["ProcessBlock", optional(node.processBlock)],
        ["UsingStatements", list(node.usingStatements)],
      ];
    case "NamedBlock":
      return [
        ["BlockKind", node.blockKind],
        ["Statements", list(node.statements)],
        ["Traps", list(node.traps)],
        ["Unnamed", node.unnamed],
      ];
    case "StatementBlock":
      return [
        ["Statements", list(node.statements)],
        ["Traps", list(node.traps)],
      ];
    case "ParamBlock":
      return [
        ["Attributes", list(node.attributes)],
        ["Parameters", list(node.parameters)],
      ];
    case "Parameter":
      return [
        ["Attributes", list(node.attributes)],
        ["DefaultValue", optional(node.defaultValue)],
        ["Name", dump(node.name)],
      ];
    case "Attribute":
      return [
        ["NamedArguments", list(node.namedArguments)],
        ["PositionalArguments", list(node.positionalArguments)],
        ["TypeName", node.typeName.fullName],
      ];
    case "NamedAttributeArgument":
      return [
        ["Argument", dump(node.argument)],
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
        ["CommandElements", list(node.commandElements)],
        ["InvocationOperator", node.invocationOperator],
        ["Redirections", list(node.redirections)],
      ];
    case "CommandParameter":
      return [
        ["Argument", optional(node.argument)],
        ["ParameterName", node.parameterName],
      ];
    case "CommandExpression":
      return [
        ["Expression", dump(node.expression)],
        ["Redirections", list(node.redirections)],
      ];
    case "FileRedirection":
      return [
        ["Append", node.append],
        ["FromStream", node.fromStream],
        ["Location", dump(node.location)],
      ];
    case "MergingRedirection":
      return [
        ["FromStream", node.fromStream],
        ["ToStream", node.toStream],
      ];
    case "CatchClause":
      return [
        ["Body", dump(node.body)],
        ["CatchTypes", list(node.catchTypes)],
        ["IsCatchAll", node.catchTypes.length === 0],
      ];
    case "Pipeline":
      return [
        ["Background", node.background],
        ["PipelineElements", list(node.pipelineElements)],
      ];
    case "PipelineChain":
      return [
        ["Background", node.background],
        ["LhsPipelineChain", dump(node.lhsPipelineChain)],
        ["Operator", node.operator],
        ["RhsPipeline", dump(node.rhsPipeline)],
      ];
    case "AssignmentStatement":
      return [
        ["Left", dump(node.left)],
        ["Operator", node.operator],
        ["Right", dump(node.right)],
      ];
    case "IfStatement":
      return [
        ["Clauses", pairs(node.clauses)],
        ["ElseClause", optional(node.elseClause)],
      ];
    case "WhileStatement":
    case "DoWhileStatement":
    case "DoUntilStatement":
      return [
        ["Body", dump(node.body)],
        ["Condition", dump(node.condition)],
        ["Label", node.label],
      ];
    case "ForStatement":
      return [
        ["Body", dump(node.body)],
        ["Condition", optional(node.condition)],
        ["Initializer", optional(node.initializer)],
        ["Iterator", optional(node.iterator)],
        ["Label", node.label],
      ];
    case "ForEachStatement":
      return [
        ["Body", dump(node.body)],
        ["Condition", dump(node.condition)],
        ["Flags", node.parallel ? "Parallel" : "None"],
        ["Label", node.label],
        ["ThrottleLimit", optional(node.throttleLimit)],
        ["Variable", dump(node.variable)],
      ];
    case "SwitchStatement":
      return [
        ["Clauses", pairs(node.clauses)],
        ["Condition", dump(node.condition)],
        ["Default", optional(node.default)],
        ["Flags", switchFlags(node.flags)],
        ["Label", node.label],
      ];
    case "TryStatement":
      return [
        ["Body", dump(node.body)],
        ["CatchClauses", list(node.catchClauses)],
        ["Finally", optional(node.finally)],
      ];
    case "TrapStatement":
      return [
        ["Body", dump(node.body)],
        ["TrapType", optional(node.trapType)],
      ];
    case "BreakStatement":
    case "ContinueStatement":
      return [["Label", optional(node.label)]];
    case "ReturnStatement":
    case "ExitStatement":
    case "ThrowStatement":
      return [
        ["IsRethrow", node.kind === "ThrowStatement" && node.pipeline === undefined && false],
        ["Pipeline", optional(node.pipeline)],
      ];
    case "FunctionDefinition":
      return [
        ["Body", dump(node.body)],
        ["IsFilter", node.isFilter],
        ["IsWorkflow", node.isWorkflow],
        ["Name", node.name],
        ["Parameters", list(node.parameters)],
      ];
    case "DataStatement":
      return [
        ["Body", dump(node.body)],
        ["CommandsAllowed", list(node.commandsAllowed)],
        ["Variable", node.variable],
      ];
    case "BlockStatement":
      return [["Body", dump(node.body)]];
    case "UsingStatement":
      return [
        ["Alias", optional(node.alias)],
        ["ModuleSpecification", optional(node.moduleSpecification)],
        ["Name", optional(node.name)],
        ["UsingStatementKind", node.usingStatementKind],
      ];
    case "TypeDefinition":
      return [
        ["Attributes", list(node.attributes)],
        ["BaseTypes", list(node.baseTypes)],
        ["IsClass", node.typeAttributes === "Class"],
        ["IsEnum", node.typeAttributes === "Enum"],
        ["IsInterface", node.typeAttributes === "Interface"],
        ["Members", list(node.members)],
        ["Name", node.name],
        ["TypeAttributes", node.typeAttributes],
      ];
    case "PropertyMember":
      return propertyFacts(node);
    case "FunctionMember":
      return methodFacts(node);
    case "ErrorStatement":
      return [["NestedAst", node.nestedAst.length > 0 ? list(node.nestedAst) : undefined]];
    default:
      return expressionFacts(node);
  }
};

const expressionFacts = (node: Expression): readonly Fact[] => {
  switch (node.kind) {
    case "ArrayExpression":
    case "SubExpression":
      return [["SubExpression", dump(node.subExpression)]];
    case "ArrayLiteral":
      return [["Elements", list(node.elements)]];
    case "AttributedExpression":
      return [
        ["Attribute", dump(node.attribute)],
        ["Child", dump(node.child)],
      ];
    case "ConvertExpression":
      return [
        ["Attribute", dump(node.type)],
        ["Child", dump(node.child)],
        ["Type", dump(node.type)],
      ];
    case "BinaryExpression":
      return [
        ["Left", dump(node.left)],
        ["Operator", node.operator],
        ["Right", dump(node.right)],
      ];
    case "UnaryExpression":
      return [
        ["Child", dump(node.child)],
        ["TokenKind", node.tokenKind],
      ];
    case "TernaryExpression":
      return [
        ["Condition", dump(node.condition)],
        ["IfFalse", dump(node.ifFalse)],
        ["IfTrue", dump(node.ifTrue)],
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
        ["NestedExpressions", list(node.nestedExpressions)],
        ["StringConstantType", node.stringConstantType],
        ["Value", node.value],
      ];
    case "VariableExpression":
      return [
        ["Splatted", node.splatted],
        ["VariablePath", node.variablePath.userPath],
      ];
    case "UsingExpression":
      return [["SubExpression", dump(node.subExpression)]];
    case "MemberExpression":
      return [
        ["Expression", dump(node.expression)],
        ["Member", dump(node.member)],
        ["NullConditional", node.nullConditional],
        ["Static", node.static],
      ];
    case "InvokeMemberExpression":
      return [
        ["Arguments", list(node.arguments)],
        ["Expression", dump(node.expression)],
        ["Member", dump(node.member)],
        ["NullConditional", node.nullConditional],
        ["Static", node.static],
      ];
    case "BaseCtorInvokeMemberExpression":
      return [
        ["Arguments", list(node.arguments)],
        ["Expression", dump(node.expression)],
        ["Member", dump(node.member)],
        ["Static", node.static],
      ];
    case "IndexExpression":
      return [
        ["Index", dump(node.index)],
        ["NullConditional", node.nullConditional],
        ["Target", dump(node.target)],
      ];
    case "ParenExpression":
      return [["Pipeline", dump(node.pipeline)]];
    case "ScriptBlockExpression":
      return [["ScriptBlock", dump(node.scriptBlock)]];
    case "Hashtable":
      return [["KeyValuePairs", pairs(node.keyValuePairs)]];
    case "TypeExpression":
      return [["TypeName", node.typeName.fullName]];
    case "ErrorExpression":
      return [["NestedAst", node.nestedAst.length > 0 ? list(node.nestedAst) : undefined]];
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
  ["Attributes", list(node.attributes)],
  ["InitialValue", optional(node.initialValue)],
  ["IsHidden", node.modifiers.hidden],
  ["IsPublic", true],
  ["IsStatic", node.modifiers.static || node.isLiteral],
  ["Name", node.name],
  ["PropertyAttributes", memberFlags(node)],
  ["PropertyType", optional(node.propertyType)],
];

const methodFacts = (node: FunctionMember): readonly Fact[] => [
  ["Attributes", list(node.attributes)],
  ["Body", dump(node.body)],
  ["IsConstructor", node.isConstructor],
  ["IsHidden", node.modifiers.hidden],
  ["IsPublic", true],
  ["IsStatic", node.modifiers.static],
  ["MethodAttributes", memberFlags(node)],
  ["Name", node.name],
  ["Parameters", list(node.parameters)],
  ["ReturnType", optional(node.returnType)],
];

const memberFlags = (node: PropertyMember | FunctionMember): string => {
  const isLiteral = node.kind === "PropertyMember" && node.isLiteral;
  const flags = ["Public"];
  if (node.modifiers.static || isLiteral) flags.push("Static");
  if (isLiteral) flags.push("Literal");
  if (node.modifiers.hidden) flags.push("Hidden");
  return flags.join(", ");
};
