import type {
  Expression,
  NamedBlock,
  Parameter,
  ScriptBlock as ScriptBlockNode,
} from "../../../grammar/syntax-tree.js";
import type { SourceText } from "../../values/script-block.js";
import type { Declaration } from "../constraints.js";
import type { Frame } from "../frame.js";
import type { RuntimeFacts } from "../runtime-facts.js";
import { nameKey } from "../variable.js";
import { attributeName, compileAttribute, declarationsOf, type EvaluatedAttribute } from "./attributes.js";
import { compileExpression } from "./expressions.js";
import { compileBlock } from "./statements.js";
import { type Evaluate, type Execute, Unit } from "./unit.js";

/** A parameter, compiled. */
export interface CompiledParameter {
  readonly node: Parameter;
  readonly name: string;
  readonly key: string;
  /** Types and validations, innermost first. */
  readonly declarations: (frame: Frame) => readonly Declaration[];
  readonly attributes: (frame: Frame) => readonly EvaluatedAttribute[];
  readonly defaultValue: Evaluate | null;
}

/** A script block, compiled once however often it runs. */
export interface CompiledScriptBlock {
  readonly unit: Unit;
  readonly tree: ScriptBlockNode;
  readonly parameters: readonly CompiledParameter[];
  /** `[CmdletBinding()]` or a `[Parameter()]` somewhere. */
  readonly isAdvanced: boolean;
  /** Attributes of the param block. */
  readonly attributes: (frame: Frame) => readonly EvaluatedAttribute[];
  readonly begin: Execute | null;
  readonly process: Execute | null;
  readonly end: Execute | null;
  readonly clean: Execute | null;
  readonly dynamicParam: Execute | null;
  /** Automatic variables that the text mentions, by key: the others need not be made. */
  readonly mentions: ReadonlySet<string>;
}

const compiledByTree = new WeakMap<ScriptBlockNode, CompiledScriptBlock>();

/**
 * Compiles a script block, or gives what was compiled of it before.
 * @param facts of the edition whose parser made the tree
 */
export function compileScriptBlock(
  tree: ScriptBlockNode,
  source: SourceText,
  facts: RuntimeFacts,
): CompiledScriptBlock {
  let compiled = compiledByTree.get(tree);
  if (compiled === undefined) {
    compiled = compile(tree, source, facts);
    compiledByTree.set(tree, compiled);
  }
  return compiled;
}

const mentionable = [
  "args",
  "input",
  "myinvocation",
  "psboundparameters",
  "pscmdlet",
  "pscommandpath",
  "psscriptroot",
] as const;

function compile(tree: ScriptBlockNode, source: SourceText, facts: RuntimeFacts): CompiledScriptBlock {
  const unit = new Unit(source, facts);
  const nodes = tree.paramBlock?.parameters ?? [];
  const parameters = nodes.map((node) => compileParameter(unit, node));
  const blockAttributes = (tree.paramBlock?.attributes ?? []).map((node) => compileAttribute(unit, node));
  const isAdvanced =
    (tree.paramBlock?.attributes ?? []).some((node) => attributeName(node) === "cmdletbinding") ||
    nodes.some(({ attributes }) =>
      attributes.some((node) => node.kind === "Attribute" && attributeName(node) === "parameter"),
    );
  const block = (node: NamedBlock | undefined) => (node === undefined ? null : compileBlock(unit, node));
  const text = source.text.slice(tree.start, tree.end).toLowerCase();
  return {
    unit,
    tree,
    parameters,
    isAdvanced,
    attributes: (frame) => blockAttributes.map((evaluate) => evaluate(frame)),
    begin: block(tree.beginBlock),
    process: block(tree.processBlock),
    end: block(tree.endBlock),
    clean: block(tree.cleanBlock),
    dynamicParam: block(tree.dynamicParamBlock),
    mentions: new Set(mentionable.filter((name) => text.includes(name))),
  };
}

function compileParameter(unit: Unit, node: Parameter): CompiledParameter {
  const name = unit.variableName(node.name.variablePath);
  unit.slot(name);
  const attributes = node.attributes
    .filter((attribute) => attribute.kind === "Attribute")
    .map((attribute) => compileAttribute(unit, attribute));
  // Types and validations apply from the one next to the name outwards.
  const declarations = declarationsOf(unit, [...node.attributes].reverse(), true);
  return {
    node,
    name,
    key: nameKey(name),
    declarations,
    attributes: (frame) => attributes.map((evaluate) => evaluate(frame)),
    defaultValue: node.defaultValue === undefined ? null : compileDefault(unit, node.defaultValue),
  };
}

function compileDefault(unit: Unit, node: Expression): Evaluate {
  const value = compileExpression(unit, node);
  return (frame) => {
    frame.at = node;
    return value(frame);
  };
}
