import { childrenOf, type Expression, type SyntaxNode } from "../../../grammar/syntax-tree.js";
import type { Engine } from "../../runtime/engine.js";
import { PowerShellError } from "../../values/errors.js";
import {
  convertTo,
  getIndex,
  getStaticMember,
  isCollection,
  newHashtable,
  PSArray,
  propertiesOf,
  resolveTypeName,
  toItems,
  tryConvertTo,
  typeNamed,
  typeNamesOf,
} from "../../values/index.js";
import { constantValue } from "../../values/literal-values.js";
import { builtInMembers } from "../../values/member-access/built-in-members.js";
import type { Value } from "../../values/value.js";

/** So many elements of a collection are looked at, at most. */
const elementLimit = 100;
const aliasLimit = 20;
const depthLimit = 100;

/**
 * The value of an expression that can be known without running anything of the user's: variables, constants,
 * properties that are not script, elements, casts of constants. `undefined`: not known.
 */
export function knownValue(engine: Engine, expression: Expression): Value | undefined {
  if (isDeep(expression)) return undefined;
  try {
    return evaluate(engine, expression);
  } catch (error) {
    // `$x[5]` beyond the end, `[int]'a'`: there is no value to complete from.
    if (error instanceof PowerShellError) return undefined;
    throw error;
  }
}

/** Whether an expression is longer than anybody types: `$a.b.b.b…` is as deep as it is long. */
function isDeep(expression: Expression): boolean {
  let level: readonly SyntaxNode[] = [expression];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthLimit) return true;
    level = level.flatMap((node) => childrenOf(node));
  }
  return false;
}

function evaluate(engine: Engine, node: Expression): Value | undefined {
  switch (node.kind) {
    case "ConstantExpression":
      return constantValue(node);
    case "StringConstantExpression":
      return node.value;
    case "VariableExpression":
      return node.variablePath.scope === "Drive" ? undefined : engine.getVariable(node.variablePath.userPath);
    case "ParenExpression": {
      const { pipeline } = node;
      if (pipeline.kind !== "Pipeline" || pipeline.pipelineElements.length !== 1) return undefined;
      const [only] = pipeline.pipelineElements;
      return only?.kind === "CommandExpression" ? evaluate(engine, only.expression) : undefined;
    }
    case "ArrayLiteral":
      return arrayOf(engine, node.elements);
    case "ArrayExpression":
      return evaluateStatements(engine, node);
    case "IndexExpression":
      return evaluateIndex(engine, node);
    case "MemberExpression":
      return evaluateMember(engine, node);
    case "TypeExpression":
      return resolveTypeName(node.typeName.fullName);
    case "ConvertExpression":
      return evaluateCast(engine, node);
    case "Hashtable":
      return evaluateHashtable(engine, node);
    default:
      return undefined;
  }
}

function arrayOf(engine: Engine, elements: readonly Expression[]): Value | undefined {
  const items = elements.map((element) => evaluate(engine, element));
  return items.every((item) => item !== undefined) ? new PSArray(items) : undefined;
}

/** `@(1, 2)`: one expression. */
function evaluateStatements(
  engine: Engine,
  { subExpression: { statements } }: Extract<Expression, { kind: "ArrayExpression" }>,
): Value | undefined {
  if (statements.length === 0) return new PSArray([]);
  const [only] = statements;
  if (statements.length > 1 || only?.kind !== "Pipeline" || only.pipelineElements.length !== 1) return undefined;
  const [element] = only.pipelineElements;
  if (element?.kind !== "CommandExpression") return undefined;
  const value = evaluate(engine, element.expression);
  return value === undefined ? undefined : new PSArray([...toItems(value)]);
}

function evaluateIndex(
  engine: Engine,
  { target, index }: Extract<Expression, { kind: "IndexExpression" }>,
): Value | undefined {
  const value = evaluate(engine, target);
  const at = evaluate(engine, index);
  if (value === undefined || value === null || at === undefined || at === null) return undefined;
  return getIndex(engine, value, at);
}

function evaluateMember(engine: Engine, node: Extract<Expression, { kind: "MemberExpression" }>): Value | undefined {
  const { expression, member } = node;
  if (member.kind !== "StringConstantExpression") return undefined;
  if (node.static) {
    if (expression.kind !== "TypeExpression") return undefined;
    const type = resolveTypeName(expression.typeName.fullName);
    return type === undefined ? undefined : getStaticMember(engine, type, member.value);
  }
  const value = evaluate(engine, expression);
  return value === undefined || value === null ? undefined : readProperty(engine, value, member.value);
}

/** A property that is no script's; of a collection that lacks it, those of its elements. */
function readProperty(engine: Engine, value: Value, name: string): Value | undefined {
  if (hasProperty(engine, value, name)) return ownProperty(engine, value, name);
  if (!isCollection(value) || !engine.runtimeFacts.memberEnumeration) return undefined;
  const values = toItems(value)
    .slice(0, elementLimit)
    .map((item) => ownProperty(engine, item, name))
    .filter((each) => each !== undefined);
  return values.length <= 1 ? values[0] : new PSArray(values);
}

function findProperty(engine: Engine, value: Value, name: string) {
  const wanted = name.toLowerCase();
  return propertiesOf(engine, value).find((property) => property.name.toLowerCase() === wanted);
}

function hasProperty(engine: Engine, value: Value, name: string): boolean {
  return findProperty(engine, value, name) !== undefined;
}

/** A property of the value itself; aliases are followed, as long as they lead somewhere. */
function ownProperty(engine: Engine, value: Value, name: string): Value | undefined {
  let found = findProperty(engine, value, name);
  for (let i = 0; found?.memberKind === "AliasProperty" && i < aliasLimit; i++) {
    const target = aliasTarget(engine, value, found.name);
    found = target === undefined ? undefined : findProperty(engine, value, target);
  }
  const isRead = found !== undefined && found.memberKind !== "ScriptProperty" && found.memberKind !== "AliasProperty";
  return isRead ? found?.get() : undefined;
}

/** What an alias of a property stands for. */
function aliasTarget(engine: Engine, value: Value, name: string): string | undefined {
  const tables = typeNamesOf(value).flatMap((typeName) => [
    engine.typeTable.membersOf(typeName),
    builtInMembers(typeName),
  ]);
  const own = value !== null && typeof value === "object" ? value.instanceMembers : null;
  const found = [own, ...tables].map((table) => table?.get(name)).find((member) => member !== undefined);
  return found?.kind === "AliasProperty" ? found.referencedName : undefined;
}

/** A cast of a value of the engine's own types to one of them; what a cast to a script's type does is not known. */
function evaluateCast(
  engine: Engine,
  { type, child }: Extract<Expression, { kind: "ConvertExpression" }>,
): Value | undefined {
  const target = resolveTypeName(type.typeName.fullName);
  const value = evaluate(engine, child);
  if (target === undefined || value === undefined) return undefined;
  if (target === typeNamed("System.Management.Automation.PSObject"))
    return convertTo(engine, value, typeNamed("System.Management.Automation.PSCustomObject"));
  return tryConvertTo(engine, value, target);
}

function evaluateHashtable(
  engine: Engine,
  { keyValuePairs }: Extract<Expression, { kind: "Hashtable" }>,
): Value | undefined {
  const table = newHashtable();
  for (const [key, statement] of keyValuePairs) {
    if (statement.kind !== "Pipeline" || statement.pipelineElements.length !== 1) return undefined;
    const [element] = statement.pipelineElements;
    if (element?.kind !== "CommandExpression" || key.kind !== "StringConstantExpression") return undefined;
    const value = evaluate(engine, element.expression);
    if (value === undefined) return undefined;
    table.set(key.value, value);
  }
  return table;
}
