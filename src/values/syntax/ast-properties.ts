import { type FactValue, factsOf } from "../../../grammar/dump-tree.js";
import type { SyntaxNode, TypeName } from "../../../grammar/syntax-tree.js";
import { PSList } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { constantValue } from "../literal-values.js";
import { resolveTypeName } from "../type-names.js";
import { Tuple } from "../types/tuple.js";
import { genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import { type Ast, ScriptExtent, TypeNameObject, VariablePathObject } from "./ast.js";

/** The value of a property of a node; `undefined` when its class has none of this name. */
export function astProperty(ast: Ast, name: string): Value {
  const { node } = ast;
  switch (name) {
    case "Extent":
      return new ScriptExtent(ast.source, node.start, node.end);
    case "Parent":
      return ast.parent;
    case "StaticType":
      return staticType(node);
    case "TypeName":
      return "typeName" in node ? typeNameObject(ast, node.typeName) : null;
    case "VariablePath":
      return node.kind === "VariableExpression" ? new VariablePathObject(node.variablePath.userPath) : null;
    case "Value":
      if (node.kind === "ConstantExpression") return constantValue(node);
      break;
    case "ErrorPosition":
      return "errorPosition" in node
        ? new ScriptExtent(ast.source, node.errorPosition.start, node.errorPosition.end)
        : null;
    case "IsRethrow":
    case "IsPrivate":
      return false;
    case "CommandsAllowed":
    case "ScriptRequirements":
    case "GenericTypeArguments":
    case "DefiningKeyword":
      break;
  }
  const fact = factsOf(node).find(([factName]) => factName === name);
  return fact === undefined ? null : astValue(ast, fact[1]);
}

function astValue(ast: Ast, value: FactValue): Value {
  if (value === undefined) return null;
  if (typeof value !== "object") return value;
  if (!Array.isArray(value)) return ast.of(value as SyntaxNode);
  const list = value as readonly FactValue[];
  // Clauses of `if` and `switch`, and the pairs of a hashtable.
  const items = list.map((item) =>
    Array.isArray(item)
      ? new Tuple(
          "System.Tuple",
          item.map((part) => astValue(ast, part as FactValue)),
        )
      : astValue(ast, item),
  );
  const type = genericTypeOf("System.Collections.ObjectModel.ReadOnlyCollection`1", [typeNamed("System.Object")]);
  return new PSList(type as DotNetType, items);
}

function typeNameObject(ast: Ast, { fullName, start, end }: TypeName): TypeNameObject {
  return new TypeNameObject(ast.source, fullName, start, end);
}

const comparisons = /^(I|C)?(eq|ne|lt|le|gt|ge|like|notlike|match|notmatch|contains|notcontains|in|notin)$/i;

/** The type that an expression surely has; System.Object where that is not known before it runs. */
function staticType(node: SyntaxNode): DotNetType {
  const named = (name: string): DotNetType => resolveTypeName(name) ?? typeNamed("System.Object");
  switch (node.kind) {
    case "ConstantExpression":
      return named(node.numberKind === "BigInteger" ? "System.Numerics.BigInteger" : `System.${node.numberKind}`);
    case "StringConstantExpression":
    case "ExpandableStringExpression":
      return named("string");
    case "ArrayExpression":
    case "ArrayLiteral":
      return named("object[]");
    case "Hashtable":
      return named("hashtable");
    case "ScriptBlockExpression":
      return named("scriptblock");
    case "TypeExpression":
      return named("System.Type");
    case "ConvertExpression":
      return named(node.type.typeName.fullName);
    case "BinaryExpression":
      return /^(And|Or|Xor|Is|IsNot)$/.test(node.operator) || comparisons.test(node.operator)
        ? named("bool")
        : named("object");
    case "UnaryExpression":
      return node.tokenKind === "Not" || node.tokenKind === "Exclaim" ? named("bool") : named("object");
    case "Parameter": {
      const constraint = node.attributes.findLast(({ kind }) => kind === "TypeConstraint");
      return constraint === undefined ? named("object") : named(constraint.typeName.fullName);
    }
    default:
      return named("object");
  }
}
