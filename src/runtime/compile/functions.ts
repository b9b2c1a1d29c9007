import type { FunctionDefinition, NamedBlock, ScriptBlock as ScriptBlockNode } from "../../../grammar/syntax-tree.js";
import { toItems } from "../../values/enumeration.js";
import { ScriptBlock } from "../../values/script-block.js";
import { toText } from "../../values/text.js";
import { notEmulated, positioned } from "../errors.js";
import { Completion } from "../frame.js";
import type { ScopeTables } from "../scope.js";
import { ScriptCommand } from "../script-command.js";
import { attributeName, compileAttribute } from "./attributes.js";
import type { Execute, Unit } from "./unit.js";

/** `function f { … }`: the function becomes known in the scope where its definition runs. */
export function compileFunctionDefinition(unit: Unit, node: FunctionDefinition): Execute {
  if (node.isWorkflow) {
    return () => {
      throw positioned(notEmulated("workflows"), unit.source, node);
    };
  }
  const { scopeOf, name } = qualifiedName(node.name);
  const tree = functionTree(node);
  const definition = definitionText(unit, node);
  const aliases = (tree.paramBlock?.attributes ?? [])
    .filter((attribute) => attributeName(attribute) === "alias")
    .map((attribute) => compileAttribute(unit, attribute));
  return (frame) => {
    const block = new ScriptBlock(tree, unit.source, null, definition, frame.scope.module);
    const scope = scopeOf(frame.scope);
    scope.setFunction(new ScriptCommand(node.isFilter ? "Filter" : "Function", name, block));
    for (const alias of aliases.flatMap((evaluate) => evaluate(frame).positional).flatMap((given) => toItems(given))) {
      scope.setAlias({
        commandType: "Alias",
        name: toText(frame.engine, alias),
        definition: name,
        options: new Set(),
        description: "",
      });
    }
    return Completion.Normal;
  };
}

/** `global:f` and its kin. */
function qualifiedName(name: string): { readonly scopeOf: (scope: ScopeTables) => ScopeTables; readonly name: string } {
  const match = /^(global|script|local|private):(.+)$/i.exec(name);
  const [, qualifier = "", rest = name] = match ?? [];
  switch (qualifier.toLowerCase()) {
    case "global":
      return { scopeOf: (scope) => scope.root, name: rest };
    case "script":
      return { scopeOf: (scope) => scope.scriptScope, name: rest };
    default:
      return { scopeOf: (scope) => scope, name: rest };
  }
}

/** The body with the parameters that stand in parentheses after the name, and a filter's statements as its process block. */
export function functionTree(node: FunctionDefinition): ScriptBlockNode {
  let { body } = node;
  const { parameters } = node;
  if (parameters !== undefined && parameters.length > 0) {
    const { start, end } = parameters[0] as { readonly start: number; readonly end: number };
    body = { ...body, paramBlock: { kind: "ParamBlock", attributes: [], parameters, start, end } };
  }
  const { endBlock } = body;
  if (node.isFilter && endBlock?.unnamed === true) {
    const processBlock: NamedBlock = { ...endBlock, blockKind: "Process" };
    body = { ...body, processBlock, endBlock: undefined };
  }
  return body;
}

/** `function f($a) { … }` prints as `param($a)`, a line end, and the body. */
function definitionText(unit: Unit, { parameters, body }: FunctionDefinition): string | null {
  if (parameters === undefined || parameters.length === 0) return null;
  const list = parameters.map((parameter) => unit.textOf(parameter)).join(", ");
  return `param(${list})\n${unit.textOf(body.body)}`;
}
