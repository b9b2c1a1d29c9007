import { childrenOf, type ScriptBlock as ScriptBlockNode, type SyntaxNode } from "../../../grammar/syntax-tree.js";
import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import type { SourceText } from "../script-block.js";
import { typeNamed } from "../types.js";
import { DotNetObject } from "../value.js";

/** The nodes of a tree in the order of the text, each behind the one that holds it. */
interface NodeList {
  readonly nodes: readonly SyntaxNode[];
  /** Index of the node above; -1 of the first. */
  readonly parents: readonly number[];
  readonly objects: (Ast | undefined)[];
}

const lists = new WeakMap<ScriptBlockNode, NodeList>();

function listOf(tree: ScriptBlockNode): NodeList {
  const known = lists.get(tree);
  if (known !== undefined) return known;
  const nodes: SyntaxNode[] = [];
  const parents: number[] = [];
  const pending: { readonly node: SyntaxNode; readonly parent: number }[] = [{ node: tree, parent: -1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const index = nodes.push(next.node) - 1;
    parents.push(next.parent);
    const children = childrenOf(next.node);
    for (let i = children.length - 1; i >= 0; i--) pending.push({ node: children[i] as SyntaxNode, parent: index });
  }
  const made = { nodes, parents, objects: new Array<Ast | undefined>(nodes.length).fill(undefined) };
  lists.set(tree, made);
  return made;
}

/** A node of a syntax tree as an object of scripts: which tree, and the how manieth node of it. */
export class Ast extends DotNetObject {
  /** Made by {@link Ast.at} alone. */
  constructor(
    readonly tree: ScriptBlockNode,
    readonly source: SourceText,
    readonly index: number,
  ) {
    super();
  }

  /** The object of a node: the same one each time. */
  static at(tree: ScriptBlockNode, source: SourceText, index: number): Ast {
    const { objects } = listOf(tree);
    const known = objects[index];
    if (known !== undefined && known.source === source) return known;
    const made = new Ast(tree, source, index);
    objects[index] = made;
    return made;
  }

  get type(): DotNetType {
    return typeNamed(`System.Management.Automation.Language.${this.node.kind}Ast`);
  }
  get node(): SyntaxNode {
    return listOf(this.tree).nodes[this.index] as SyntaxNode;
  }
  /** The object of another node of the same tree; `null` when it is none of it. */
  of(node: SyntaxNode): Ast | null {
    const index = listOf(this.tree).nodes.indexOf(node, 0);
    return index < 0 ? null : Ast.at(this.tree, this.source, index);
  }
  get parent(): Ast | null {
    const parent = listOf(this.tree).parents[this.index] ?? -1;
    return parent < 0 ? null : Ast.at(this.tree, this.source, parent);
  }
  get text(): string {
    const { start, end } = this.node;
    return this.source.text.slice(start, end);
  }
  /** This node and all below it, those in script blocks inside of it only when they are wanted. */
  *descendants(intoBlocks: boolean): Iterable<Ast> {
    const { nodes, parents } = listOf(this.tree);
    const passed = new Set<number>();
    for (let i = this.index; i < nodes.length; i++) {
      const parent = parents[i] as number;
      if (i > this.index && parent < this.index) return;
      const node = nodes[i] as SyntaxNode;
      const isInner = i > this.index && (node.kind === "ScriptBlockExpression" || node.kind === "FunctionDefinition");
      if (passed.has(parent) && i > this.index) {
        passed.add(i);
        continue;
      }
      if (isInner && !intoBlocks) passed.add(i);
      yield Ast.at(this.tree, this.source, i);
    }
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("Ast", Ast, { tree: "tree" });

/** Where something stands in a text. */
export class ScriptExtent extends DotNetObject {
  constructor(
    readonly source: SourceText,
    readonly start: number,
    readonly end: number,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.Language.InternalScriptExtent");
  }
  get text(): string {
    return this.source.text.slice(this.start, this.end);
  }
  /** Line and column, from one, of its beginning and its end. */
  get startPlace(): readonly [line: number, column: number] {
    return lineAndColumn(this.source.text, this.start);
  }
  get endPlace(): readonly [line: number, column: number] {
    return lineAndColumn(this.source.text, this.end);
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("ScriptExtent", ScriptExtent);

/** One end of an extent. */
export class ScriptPosition extends DotNetObject {
  constructor(
    readonly source: SourceText,
    readonly offset: number,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.Language.InternalScriptPosition");
  }
  get place(): readonly [line: number, column: number] {
    return lineAndColumn(this.source.text, this.offset);
  }
}
heapClass("ScriptPosition", ScriptPosition);

/** Line and column, from one, of an offset. */
export function lineAndColumn(text: string, offset: number): readonly [line: number, column: number] {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return [before.split("\n").length, offset - lineStart + 1];
}

/** What a variable's name says: `$global:x`. */
export class VariablePathObject extends DotNetObject {
  constructor(readonly userPath: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.VariablePath");
  }
  toNetText(): string {
    return this.userPath;
  }
}
heapClass("VariablePathObject", VariablePathObject);

/** The name of a type as it is written. */
export class TypeNameObject extends DotNetObject {
  constructor(
    readonly source: SourceText,
    readonly fullName: string,
    readonly start: number,
    readonly end: number,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.Language.TypeName");
  }
  toNetText(): string {
    return this.fullName;
  }
}
heapClass("TypeNameObject", TypeNameObject);

/** One error of a text that was parsed. */
export class ParseErrorObject extends DotNetObject {
  constructor(
    readonly source: SourceText,
    readonly id: string,
    readonly message: string,
    readonly start: number,
    readonly end: number,
    readonly incomplete: boolean,
    /** The message behind the place, as a console shows it. */
    readonly shown: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.Language.ParseError");
  }
  toNetText(): string {
    return this.shown;
  }
}
heapClass("ParseErrorObject", ParseErrorObject);
