import type {
  Command,
  CommandParameter,
  Expression,
  Parameter,
  PipelineElement,
  ScriptBlock,
  Statement,
  SyntaxNode,
  VariableExpression,
} from "../../../grammar/syntax-tree.js";
import { organizationOf, outputTypeOf } from "../../exchange/index.js";
import type { Engine } from "../../runtime/engine.js";
import { resolveTypeName } from "../../values/index.js";
import { commandNamed } from "./commands.js";
import { nodesBefore, type Path, pathOf } from "./place.js";
import { elementShape, methodShape, namedShape, propertyShape, type Shape, typeShape } from "./shapes.js";
import { assignedVariable } from "./variables.js";

/** Variables and pipelines may lead to one another (`$a = $b; $b = $a`): so many steps, then nothing is known. */
const deepest = 40;
/** Each variable is looked for in the whole text; so many are, then nothing more is known. */
const variableLimit = 200;

/** Tells what expressions will hold, from the text around them and the session's variables, without running anything. */
export class Inference {
  private depth = 0;
  private variables = 0;
  private readonly known = new Map<Expression, Shape | undefined>();

  constructor(
    private readonly engine: Engine,
    private readonly tree: ScriptBlock,
  ) {}

  /** The shape of an expression's value; `undefined` when it is not known. */
  shapeOf(node: Expression): Shape | undefined {
    if (this.known.has(node) || this.depth >= deepest) return this.known.get(node);
    this.depth++;
    try {
      const shape = this.expressionShape(node);
      this.known.set(node, shape);
      return shape;
    } finally {
      this.depth--;
    }
  }

  /** The shape of the objects that an element of a pipeline sends on. */
  outputOf(elements: readonly PipelineElement[], index: number): Shape | undefined {
    const element = elements[index];
    if (element === undefined || this.depth >= deepest) return undefined;
    if (element.kind === "CommandExpression") {
      const shape = this.shapeOf(element.expression);
      return shape && elementShape(shape);
    }
    this.depth++;
    try {
      return this.commandOutput(element, () => this.outputOf(elements, index - 1));
    } finally {
      this.depth--;
    }
  }

  private expressionShape(node: Expression): Shape | undefined {
    switch (node.kind) {
      case "ConstantExpression":
        return namedShape(
          node.numberKind === "BigInteger" ? "System.Numerics.BigInteger" : `System.${node.numberKind}`,
        );
      case "StringConstantExpression":
      case "ExpandableStringExpression":
        return namedShape("string");
      case "VariableExpression":
        return this.variableShape(node);
      case "ParenExpression":
        return this.parenShape(node);
      case "SubExpression":
      case "ArrayExpression":
        return this.statementsShape(node.subExpression.statements);
      case "ArrayLiteral": {
        const [first] = node.elements;
        return first && this.shapeOf(first);
      }
      case "ConvertExpression":
        return this.castShape(node);
      case "TypeExpression":
        return namedShape("System.Type");
      case "Hashtable":
        return this.hashtableShape(node, true);
      case "MemberExpression":
        return this.memberShape(node);
      case "InvokeMemberExpression":
        return this.invocationShape(node);
      case "IndexExpression": {
        const target = this.shapeOf(node.target);
        return target && elementShape(target);
      }
      case "BinaryExpression":
        return this.binaryShape(node);
      case "UnaryExpression":
        return node.tokenKind === "Not" || node.tokenKind === "Exclaim" ? namedShape("bool") : this.shapeOf(node.child);
      case "TernaryExpression":
        return this.shapeOf(node.ifTrue) ?? this.shapeOf(node.ifFalse);
      case "ScriptBlockExpression":
        return namedShape("scriptblock");
      case "AttributedExpression":
        return this.shapeOf(node.child);
      case "UsingExpression":
        return this.shapeOf(node.subExpression);
      case "BaseCtorInvokeMemberExpression":
      case "ErrorExpression":
        return undefined;
    }
  }

  private parenShape({ pipeline }: Extract<Expression, { kind: "ParenExpression" }>): Shape | undefined {
    if (pipeline.kind !== "Pipeline") return undefined;
    const elements = pipeline.pipelineElements;
    const [only] = elements;
    // An expression in parentheses stays what it is; only a pipeline's output is taken apart.
    if (elements.length === 1 && only?.kind === "CommandExpression") return this.shapeOf(only.expression);
    return this.outputOf(elements, elements.length - 1);
  }

  private binaryShape({ operator, left }: Extract<Expression, { kind: "BinaryExpression" }>): Shape | undefined {
    switch (operator) {
      case "Plus":
      case "Minus":
      case "Multiply":
      case "Divide":
      case "Rem":
      case "QuestionQuestion":
        return this.shapeOf(left);
      case "DotDot":
        return namedShape("int[]");
      case "Format":
      case "Join":
      case "Ireplace":
      case "Creplace":
      case "Isplit":
      case "Csplit":
        return namedShape("string");
      case "As":
        return undefined;
      default:
        return namedShape("bool");
    }
  }

  private castShape({ type, child }: Extract<Expression, { kind: "ConvertExpression" }>): Shape | undefined {
    const name = type.typeName.fullName.toLowerCase();
    if (child.kind === "Hashtable" && (name === "pscustomobject" || name === "ordered")) {
      return this.hashtableShape(child, name === "ordered");
    }
    return namedShape(type.typeName.fullName);
  }

  private hashtableShape({ keyValuePairs }: Extract<Expression, { kind: "Hashtable" }>, isDictionary: boolean): Shape {
    const notes = new Map<string, Shape | null>();
    for (const [key, value] of keyValuePairs) {
      if (key.kind === "StringConstantExpression") notes.set(key.value, this.statementsShape([value]) ?? null);
    }
    return { kind: "notes", notes, isDictionary };
  }

  private memberShape(node: Extract<Expression, { kind: "MemberExpression" }>): Shape | undefined {
    const { expression, member } = node;
    if (member.kind !== "StringConstantExpression") return undefined;
    if (node.static) return this.staticShape(expression, member.value);
    const target = this.shapeOf(expression);
    return target && propertyShape(this.engine, target, member.value);
  }

  private invocationShape(node: Extract<Expression, { kind: "InvokeMemberExpression" }>): Shape | undefined {
    const { expression, member } = node;
    if (member.kind !== "StringConstantExpression") return undefined;
    if (node.static) return this.staticShape(expression, member.value);
    const target = this.shapeOf(expression);
    return target && methodShape(target, member.value);
  }

  private staticShape(expression: Expression, name: string): Shape | undefined {
    if (expression.kind !== "TypeExpression") return undefined;
    const type = resolveTypeName(expression.typeName.fullName);
    if (type === undefined) return undefined;
    if (name.toLowerCase() === "new" || type.isEnum) return { kind: "type", type };
    const member = type.staticMember(name);
    if (member?.kind === "Property") return namedShape(member.typeName);
    return member?.kind === "Method" ? namedShape(member.overloads[0]?.returnTypeName ?? "void") : undefined;
  }

  private statementsShape(statements: readonly Statement[]): Shape | undefined {
    const last = statements.at(-1);
    switch (last?.kind) {
      case "Pipeline":
        return this.outputOf(last.pipelineElements, last.pipelineElements.length - 1);
      case "CommandExpression":
        return this.shapeOf(last.expression);
      case "IfStatement":
        return this.statementsShape(last.clauses[0]?.[1].statements ?? []);
      case "ReturnStatement":
        return last.pipeline === undefined ? undefined : this.statementsShape([last.pipeline]);
      default:
        return undefined;
    }
  }

  // --- variables ---------------------------------------------------------------------------------------------------

  private variableShape(node: VariableExpression): Shape | undefined {
    const { scope, unqualifiedPath, userPath } = node.variablePath;
    if (scope === "Drive")
      return node.variablePath.driveName?.toLowerCase() === "env" ? namedShape("string") : undefined;
    if (this.variables++ >= variableLimit) return undefined;
    const name = unqualifiedPath.toLowerCase();
    const path = pathOf(this.tree, node);
    if (name === "_" || name === "psitem") return this.underscoreShape(path);
    const assigned = this.assignedShape(name, node.start, path);
    if (assigned !== undefined) return assigned;
    const value = this.engine.getVariable(userPath);
    return value === undefined || value === null ? undefined : { kind: "value", value };
  }

  /** `$_`: what the pipeline brings, an error in `catch` and `trap`, the value of a `switch`. */
  private underscoreShape(path: Path): Shape | undefined {
    for (let i = path.length - 1; i > 0; i--) {
      const node = path[i];
      if (node?.kind === "CatchClause" || node?.kind === "TrapStatement")
        return namedShape("System.Management.Automation.ErrorRecord");
      if (node?.kind === "SwitchStatement" && path[i + 1]?.kind === "StatementBlock")
        return this.statementsShape([node.condition]);
      if (node?.kind !== "ScriptBlockExpression") continue;
      const command = path.slice(0, i).findLast((above) => above.kind === "Command" || above.kind === "ScriptBlock");
      if (command?.kind !== "Command") return undefined;
      const pipeline = path[path.indexOf(command) - 1];
      if (pipeline?.kind !== "Pipeline") return undefined;
      return this.outputOf(pipeline.pipelineElements, pipeline.pipelineElements.indexOf(command) - 1);
    }
    return undefined;
  }

  /** What the text before an offset gives a variable: the last assignment, a loop's elements, a parameter's type. */
  private assignedShape(name: string, before: number, path: Path): Shape | undefined {
    let found: (() => Shape | undefined) | undefined;
    const enters = (node: SyntaxNode) => node.kind !== "FunctionDefinition" || path.includes(node);
    for (const node of nodesBefore(this.tree, before, enters)) found = this.givenBy(node, name, before, path) ?? found;
    return found?.();
  }

  private givenBy(node: SyntaxNode, name: string, before: number, path: Path): (() => Shape | undefined) | undefined {
    const isIt = (variable: VariableExpression | undefined) =>
      variable?.variablePath.unqualifiedPath.toLowerCase() === name;
    if (node.kind === "AssignmentStatement" && node.end < before && isIt(assignedVariable(node.left))) {
      const { left, right } = node;
      return () => (left.kind === "ConvertExpression" ? this.castShape(left) : this.statementsShape([right]));
    }
    if (node.kind === "ForEachStatement" && path.includes(node.body) && isIt(node.variable)) {
      return () => this.statementsShape([node.condition]);
    }
    if (node.kind === "Parameter" && isIt(node.name)) return () => this.parameterShape(node);
    return undefined;
  }

  private parameterShape({ attributes, defaultValue }: Parameter): Shape | undefined {
    const type = attributes.find(({ kind }) => kind === "TypeConstraint");
    if (type !== undefined) return namedShape(type.typeName.fullName);
    return defaultValue && this.shapeOf(defaultValue);
  }

  // --- commands ----------------------------------------------------------------------------------------------------

  private commandOutput(command: Command, input: () => Shape | undefined): Shape | undefined {
    const [head] = command.commandElements;
    if (head?.kind !== "StringConstantExpression") return undefined;
    const info = commandNamed(this.engine, head.value);
    if (info === undefined) return undefined;
    if (info.commandType === "Application") return namedShape("System.String");
    if (info.commandType !== "Cmdlet") return declaredOutput(info.scriptBlock.tree);
    switch (info.name) {
      case "Where-Object":
      case "Sort-Object":
      case "Tee-Object":
      case "Get-Unique":
        return input();
      case "Select-Object":
        return this.selected(command, input());
      case "ForEach-Object":
        return this.forEachOutput(command, input);
      case "New-Object": {
        const [typeName] = valuesOf(command, ["typename"]);
        return typeName === undefined ? undefined : namedShape(typeName);
      }
      default: {
        const typeName = outputTypes.get(info.name);
        return typeName === undefined ? this.exchangeOutput(info.name) : namedShape(typeName);
      }
    }
  }

  private exchangeOutput(cmdletName: string): Shape | undefined {
    const { release } = organizationOf(this.engine);
    const type = release === null ? undefined : outputTypeOf(cmdletName, release);
    return type && typeShape(type);
  }

  /** `Select-Object`: the object itself, the value of a property, or an object with some properties. */
  private selected(command: Command, input: Shape | undefined): Shape | undefined {
    const [expanded] = named(command, "expandproperty");
    if (expanded !== undefined) return input && propertyShape(this.engine, input, expanded);
    const properties = valuesOf(
      command,
      ["property"],
      ["first", "last", "skip", "skiplast", "index", "excludeproperty"],
    );
    const calculated = calculatedNames(command);
    if (properties.length + calculated.length === 0) return input;
    if (properties.some((name) => /[*?[]/.test(name))) return input;
    const shapeOfNamed = (name: string) =>
      input === undefined ? null : (propertyShape(this.engine, input, name) ?? null);
    const notes = new Map<string, Shape | null>(properties.map((name) => [name, shapeOfNamed(name)]));
    for (const name of calculated) notes.set(name, null);
    return { kind: "notes", notes, isDictionary: false };
  }

  /** `ForEach-Object`: what its block's last statement gives, or a property. */
  private forEachOutput(command: Command, input: () => Shape | undefined): Shape | undefined {
    const block = command.commandElements.find((element) => element.kind === "ScriptBlockExpression");
    if (block?.kind === "ScriptBlockExpression")
      return this.statementsShape(block.scriptBlock.endBlock?.statements ?? []);
    const [member] = valuesOf(command, ["membername"]);
    const shape = input();
    return shape && member !== undefined ? propertyShape(this.engine, shape, member) : undefined;
  }
}

/** What cmdlets send that always send the same. */
const outputTypes: ReadonlyMap<string, string> = new Map([
  ["Get-Date", "System.DateTime"],
  ["New-TimeSpan", "System.TimeSpan"],
  ["New-Guid", "System.Guid"],
  ["Get-Variable", "System.Management.Automation.PSVariable"],
  ["Get-Location", "System.Management.Automation.PathInfo"],
  ["Get-Content", "System.String"],
  ["Out-String", "System.String"],
  ["Read-Host", "System.String"],
  ["Join-Path", "System.String"],
  ["Split-Path", "System.String"],
  ["Join-String", "System.String"],
  ["ConvertTo-Json", "System.String"],
  ["ConvertTo-Csv", "System.String"],
  ["ConvertTo-Html", "System.String"],
  ["Test-Path", "System.Boolean"],
  ["Group-Object", "Microsoft.PowerShell.Commands.GroupInfo"],
  ["Measure-Object", "Microsoft.PowerShell.Commands.GenericMeasureInfo"],
  ["Get-Member", "Microsoft.PowerShell.Commands.MemberDefinition"],
  ["Get-History", "Microsoft.PowerShell.Commands.HistoryInfo"],
]);

/** `[OutputType([x])]` above a param block. */
function declaredOutput({ paramBlock }: ScriptBlock): Shape | undefined {
  const attribute = paramBlock?.attributes.find(({ typeName }) =>
    /^(?:System\.Management\.Automation\.)?OutputType$/i.test(typeName.fullName),
  );
  const [type] = attribute?.positionalArguments ?? [];
  if (type?.kind === "TypeExpression") return namedShape(type.typeName.fullName);
  return type?.kind === "StringConstantExpression" ? namedShape(type.value) : undefined;
}

/** The constant values of a parameter of these names (or their beginnings), or of no name; others take one value away. */
function valuesOf(command: Command, names: readonly string[], others: readonly string[] = []): readonly string[] {
  const values: string[] = [];
  let waiting: "wanted" | "other" | "none" = "none";
  for (const element of command.commandElements.slice(1)) {
    if (element.kind === "CommandParameter") {
      const name = element.parameterName.toLowerCase();
      waiting = names.some((each) => each.startsWith(name))
        ? "wanted"
        : others.some((each) => each.startsWith(name))
          ? "other"
          : "none";
      continue;
    }
    if (waiting !== "other") values.push(...constants(element));
    waiting = "none";
  }
  return values;
}

function named(command: Command, parameter: string): readonly string[] {
  const elements = command.commandElements;
  const index = elements.findIndex(
    (element) =>
      element.kind === "CommandParameter" &&
      element.parameterName.length > 2 &&
      parameter.startsWith(element.parameterName.toLowerCase()),
  );
  const value = index < 0 ? undefined : elements[index + 1];
  return value === undefined || value.kind === "CommandParameter" ? [] : constants(value);
}

function constants(element: Expression): readonly string[] {
  if (element.kind === "StringConstantExpression") return [element.value];
  return element.kind === "ArrayLiteral" ? element.elements.flatMap(constants) : [];
}

/** Names of calculated properties: `@{n='x'; e={…}}`. */
function calculatedNames(command: Command): readonly string[] {
  const tables = command.commandElements
    .flatMap((element): readonly (Expression | CommandParameter)[] =>
      element.kind === "ArrayLiteral" ? element.elements : [element],
    )
    .filter((element) => element.kind === "Hashtable");
  return tables.flatMap(({ keyValuePairs }) =>
    keyValuePairs.flatMap(([key, value]) => {
      if (key.kind !== "StringConstantExpression" || !/^(?:n|na|nam|name|l|la|lab|labe|label)$/i.test(key.value))
        return [];
      const element = value.kind === "Pipeline" ? value.pipelineElements[0] : undefined;
      return element?.kind === "CommandExpression" ? constants(element.expression) : [];
    }),
  );
}
