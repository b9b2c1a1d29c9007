// Syntax trees as objects: `{ … }.Ast`, `[Language.Parser]::ParseInput`.

import { PSArray, PSList } from "../collections.js";
import { isTrue } from "../conversion/truth.js";
import type { DotNetProperty, PropertyAdapter } from "../dotnet-type.js";
import { ScriptBlock, type SourceText } from "../script-block.js";
import { method, property } from "../signatures.js";
import { resolveTypeName } from "../type-names.js";
import { callDelegate } from "../types/delegates.js";
import { defineType, genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import {
  Ast,
  type ParseErrorObject,
  ScriptExtent,
  ScriptPosition,
  type TypeNameObject,
  type VariablePathObject,
} from "./ast.js";
import { astClasses } from "./ast-classes.js";
import { astProperty } from "./ast-properties.js";
import "./parsing.js";
import { safeValue } from "./safe-value.js";

const language = "System.Management.Automation.Language.";

const propertiesByType = new Map(
  astClasses.map(([name, , properties]) => [
    `${language}${name}Ast`,
    [...properties.split(" ").filter((each) => each !== ""), "Extent", "Parent"],
  ]),
);

const readProperty = (name: string): DotNetProperty => ({
  kind: "Property",
  name,
  typeName: "System.Object",
  get: (_context, self) => (self instanceof Ast ? astProperty(self, name) : null),
  set: null,
});

/** Properties are read of the tree: each node has those of its class. */
const adapter: PropertyAdapter = {
  properties: (self) => (self instanceof Ast ? (propertiesByType.get(self.type.fullName) ?? []).map(readProperty) : []),
  property: (self, name) => {
    const names = self instanceof Ast ? (propertiesByType.get(self.type.fullName) ?? []) : [];
    const found = names.find((each) => each.toLowerCase() === name.toLowerCase());
    return found === undefined ? undefined : readProperty(found);
  },
};

/** The nodes for which a delegate says yes. */
function found(context: ValueContext, ast: Ast, predicate: Value | undefined, into: Value | undefined): Iterable<Ast> {
  return (function* () {
    for (const node of ast.descendants(into === true)) {
      context.spend(1);
      if (isTrue(callDelegate(context, predicate, [node]))) yield node;
    }
  })();
}

const predicateType = `System.Func[${language}Ast,bool]`;

defineType({
  fullName: `${language}Ast`,
  adapter,
  members: () => [
    method<Ast>([
      `System.Collections.Generic.IEnumerable[${language}Ast] FindAll(${predicateType} predicate, bool searchNestedScriptBlocks)`,
      (context, self, [predicate, into]) => {
        const type = genericTypeOf("System.Collections.Generic.List`1", [typeNamed(`${language}Ast`)]);
        const all = [...found(context, self, predicate, into)];
        return type === undefined ? new PSArray(all) : new PSList(type, all);
      },
    ]),
    method<Ast>([
      `${language}Ast Find(${predicateType} predicate, bool searchNestedScriptBlocks)`,
      (context, self, [predicate, into]) => {
        for (const node of found(context, self, predicate, into)) return node;
        return null;
      },
    ]),
    method<Ast>(["System.Object SafeGetValue()", (context, self) => safeValue(context, self)]),
    method<Ast>([
      "string GetCommandName()",
      (_context, self) => {
        const { node } = self;
        const [name] = node.kind === "Command" ? node.commandElements : [];
        return name?.kind === "StringConstantExpression" ? name.value : null;
      },
    ]),
    method<Ast>([
      "scriptblock GetScriptBlock()",
      (_context, self) =>
        self.node.kind === "ScriptBlock" ? new ScriptBlock(self.node, self.source, null, null, null, true) : null,
    ]),
    method<Ast>(["string ToString()", (_context, self) => self.text]),
  ],
});
for (const [name, base] of astClasses) defineType({ fullName: `${language}${name}Ast`, base: `${language}${base}Ast` });

defineType({ fullName: `${language}IScriptExtent`, kind: "interface" });
defineType({
  fullName: `${language}InternalScriptExtent`,
  interfaces: [`${language}IScriptExtent`],
  members: () => [
    property("string File", (self: ScriptExtent) => self.source.file),
    property(
      `${language}IScriptPosition StartScriptPosition`,
      (self: ScriptExtent) => new ScriptPosition(self.source, self.start),
    ),
    property(
      `${language}IScriptPosition EndScriptPosition`,
      (self: ScriptExtent) => new ScriptPosition(self.source, self.end),
    ),
    property("int StartLineNumber", (self: ScriptExtent) => self.startPlace[0]),
    property("int StartColumnNumber", (self: ScriptExtent) => self.startPlace[1]),
    property("int EndLineNumber", (self: ScriptExtent) => self.endPlace[0]),
    property("int EndColumnNumber", (self: ScriptExtent) => self.endPlace[1]),
    property("string Text", (self: ScriptExtent) => self.text),
    property("int StartOffset", (self: ScriptExtent) => self.start),
    property("int EndOffset", (self: ScriptExtent) => self.end),
  ],
});

defineType({ fullName: `${language}IScriptPosition`, kind: "interface" });
defineType({
  fullName: `${language}InternalScriptPosition`,
  interfaces: [`${language}IScriptPosition`],
  members: () => [
    property("string File", (self: ScriptPosition) => self.source.file),
    property("int LineNumber", (self: ScriptPosition) => self.place[0]),
    property("int ColumnNumber", (self: ScriptPosition) => self.place[1]),
    property("string Line", (self: ScriptPosition) => self.source.text.split(/\r?\n/)[self.place[0] - 1] ?? ""),
    property("int Offset", (self: ScriptPosition) => self.offset),
    method<ScriptPosition>(["string GetFullScript()", (_context, self) => self.source.text]),
  ],
});

const scope = (self: VariablePathObject): string | null => /^([^:]+):/.exec(self.userPath)?.[1]?.toLowerCase() ?? null;
const scopes = new Set(["global", "script", "local", "private", "variable"]);
defineType({
  fullName: "System.Management.Automation.VariablePath",
  members: () => [
    property("string UserPath", (self: VariablePathObject) => self.userPath),
    property("bool IsGlobal", (self: VariablePathObject) => scope(self) === "global"),
    property("bool IsLocal", (self: VariablePathObject) => scope(self) === "local"),
    property("bool IsPrivate", (self: VariablePathObject) => scope(self) === "private"),
    property("bool IsScript", (self: VariablePathObject) => scope(self) === "script"),
    property("bool IsUnqualified", (self: VariablePathObject) => scope(self) === null),
    property("bool IsUnscopedVariable", (self: VariablePathObject) => scope(self) === null),
    property("bool IsVariable", (self: VariablePathObject) => scope(self) === null || scopes.has(scope(self) ?? "")),
    property(
      "bool IsDriveQualified",
      (self: VariablePathObject) => scope(self) !== null && !scopes.has(scope(self) ?? ""),
    ),
    property("string DriveName", (self: VariablePathObject) =>
      scope(self) === null || scopes.has(scope(self) ?? "") ? null : self.userPath.slice(0, self.userPath.indexOf(":")),
    ),
  ],
});

const lastDot = (name: string): number => name.lastIndexOf(".");
defineType({
  fullName: `${language}TypeName`,
  members: () => [
    property("string FullName", (self: TypeNameObject) => self.fullName),
    property("string Name", (self: TypeNameObject) => self.fullName),
    property("string AssemblyName", () => null),
    property("bool IsArray", (self: TypeNameObject) => self.fullName.endsWith("]") && /\[,*\]$/.test(self.fullName)),
    property("bool IsGeneric", (self: TypeNameObject) => /\[[^,\]]/.test(self.fullName.slice(lastDot(self.fullName)))),
    property("System.Object Extent", (self: TypeNameObject) => new ScriptExtent(self.source, self.start, self.end)),
    method<TypeNameObject>([
      "type GetReflectionType()",
      (context, self) => context.resolveType(self.fullName) ?? resolveTypeName(self.fullName) ?? null,
    ]),
  ],
});

defineType({
  fullName: `${language}ParseError`,
  members: () => [
    property("System.Object Extent", (self: ParseErrorObject) => new ScriptExtent(self.source, self.start, self.end)),
    property("string ErrorId", (self: ParseErrorObject) => self.id),
    property("string Message", (self: ParseErrorObject) => self.message),
    property("bool IncompleteInput", (self: ParseErrorObject) => self.incomplete),
  ],
});

/** The whole text of a block is parsed once more: a block knows its own piece of the tree only. */
const wholes = new WeakMap<SourceText, Ast>();

/** `$block.Ast`. */
export function astOfBlock(context: ValueContext, block: ScriptBlock): Value {
  const { source, tree } = block;
  const alone = (): Ast => Ast.at(tree, source, 0);
  if (context.parseCode === undefined) return alone();
  let whole = wholes.get(source);
  if (whole === undefined) {
    whole = Ast.at(context.parseCode(source.text).tree, source, 0);
    wholes.set(source, whole);
  }
  for (const ast of whole.descendants(true)) {
    const { node } = ast;
    if (node.kind !== "ScriptBlock" || node.start !== tree.start || node.end !== tree.end) continue;
    return ast.parent?.node.kind === "FunctionDefinition" ? ast.parent : ast;
  }
  return alone();
}
