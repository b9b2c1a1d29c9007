import type { ScriptToken } from "../../../grammar/index.js";
import { TokenFlag, tokenKinds } from "../../../grammar/token-list/token-kinds.js";
import { PSList } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { enumValueNamed } from "../enumerations.js";
import { heapClass } from "../heap/heap-class.js";
import { constantValue } from "../literal-values.js";
import { EnumValue } from "../numbers.js";
import type { SourceText } from "../script-block.js";
import { method, property } from "../signatures.js";
import { defineType, genericTypeOf, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import { ScriptExtent, VariablePathObject } from "./ast.js";
import type { OldToken } from "./old-tokens.js";

const language = "System.Management.Automation.Language.";

/** A token of a text as an object of scripts. */
export class TokenObject extends DotNetObject {
  constructor(
    readonly source: SourceText,
    readonly className: string,
    readonly kind: string,
    readonly flags: number,
    readonly start: number,
    readonly end: number,
    /** The two properties that the class adds, in order; `null` where it adds fewer. */
    readonly first: Value,
    readonly second: Value,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(language + this.className);
  }
  get text(): string {
    return this.source.text.slice(this.start, this.end);
  }
  toNetText(): string {
    return this.kind === "EndOfInput" ? "<eof>" : this.text;
  }
}
heapClass("TokenObject", TokenObject);

/** The object of a token, with those of the tokens nested in it. */
export function tokenObject(source: SourceText, token: ScriptToken): TokenObject {
  const [first = null, second = null] = detailsOf(source, token);
  return new TokenObject(source, token.class, token.kind, token.flags, token.start, token.end, first, second);
}

function detailsOf(source: SourceText, token: ScriptToken): readonly Value[] {
  const stream = (name: string): Value => enumValueNamed(typeNamed(`${language}RedirectionStream`), name) ?? null;
  switch (token.class) {
    case "Token":
    case "InputRedirectionToken":
      return [];
    case "ParameterToken":
      return [token.parameterName, token.usedColon];
    case "NumberToken":
      return [constantValue(token.number)];
    case "VariableToken":
      return [new VariablePathObject(token.variable.userPath)];
    case "StringLiteralToken":
      return [token.value];
    case "StringExpandableToken":
      return [token.nested === undefined ? null : nestedTokens(source, token.nested), token.value];
    case "LabelToken":
      return [token.label];
    case "MergingRedirectionToken":
      return [stream(token.from), stream(token.to)];
    case "FileRedirectionToken":
      return [stream(token.from), token.append];
  }
}

function nestedTokens(source: SourceText, nested: readonly ScriptToken[]): Value {
  const type = genericTypeOf("System.Collections.ObjectModel.ReadOnlyCollection`1", [typeNamed(`${language}Token`)]);
  return new PSList(
    type as DotNetType,
    nested.map((each) => tokenObject(source, each)),
  );
}

const enumOf = (typeName: string, value: number): Value => new EnumValue(typeNamed(typeName), BigInt(value));

defineType({
  fullName: `${language}Token`,
  members: () => [
    property("string Text", (self: TokenObject) => self.text),
    property(`${language}TokenFlags TokenFlags`, (self: TokenObject) => enumOf(`${language}TokenFlags`, self.flags)),
    property(`${language}TokenKind Kind`, (self: TokenObject) =>
      enumOf(`${language}TokenKind`, tokenKinds.get(self.kind)?.value ?? 0),
    ),
    property("bool HasError", (self: TokenObject) => (self.flags & TokenFlag.TokenInError) !== 0),
    property(
      `${language}IScriptExtent Extent`,
      (self: TokenObject) => new ScriptExtent(self.source, self.start, self.end),
    ),
  ],
});

defineType({
  fullName: `${language}TokenTraits`,
  staticMembers: () => [
    method([
      `static ${language}TokenFlags GetTraits(${language}TokenKind kind)`,
      (_context, _self, [kind]) => enumOf(`${language}TokenFlags`, traitsOf(kind)),
    ]),
    method([
      `static bool HasTrait(${language}TokenKind kind, ${language}TokenFlags flag)`,
      (_context, _self, [kind, flag]) => flag instanceof EnumValue && (traitsOf(kind) & Number(flag.value)) !== 0,
    ]),
  ],
});

function traitsOf(kind: Value | undefined): number {
  if (!(kind instanceof EnumValue)) return 0;
  for (const { value, flags } of tokenKinds.values()) if (BigInt(value) === kind.value) return flags;
  return 0;
}

const first = (declaration: string) => property(declaration, (self: TokenObject) => self.first);
const second = (declaration: string) => property(declaration, (self: TokenObject) => self.second);

/** The classes of tokens: what each adds to the one above it, listed before what that has. */
const classes: readonly (readonly [name: string, base: string, own: () => readonly ReturnType<typeof property>[]])[] = [
  ["ParameterToken", "Token", () => [first("string ParameterName"), second("bool UsedColon")]],
  ["NumberToken", "Token", () => [first("System.Object Value")]],
  [
    "VariableToken",
    "Token",
    () => [
      property("string Name", (self: TokenObject) =>
        self.first instanceof VariablePathObject ? unscoped(self.first.userPath) : null,
      ),
      first("System.Management.Automation.VariablePath VariablePath"),
    ],
  ],
  ["StringToken", "Token", () => []],
  ["StringLiteralToken", "StringToken", () => [first("string Value")]],
  [
    "StringExpandableToken",
    "StringToken",
    () => [
      first(`System.Collections.ObjectModel.ReadOnlyCollection[${language}Token] NestedTokens`),
      second("string Value"),
    ],
  ],
  ["LabelToken", "Token", () => [first("string LabelText")]],
  ["RedirectionToken", "Token", () => []],
  ["InputRedirectionToken", "RedirectionToken", () => []],
  [
    "MergingRedirectionToken",
    "RedirectionToken",
    () => [first(`${language}RedirectionStream FromStream`), second(`${language}RedirectionStream ToStream`)],
  ],
  [
    "FileRedirectionToken",
    "RedirectionToken",
    () => [first(`${language}RedirectionStream FromStream`), second("bool Append")],
  ],
];
for (const [name, base, members] of classes) {
  defineType({ fullName: language + name, base: language + base, members });
}

/** `Name` leaves a scope or a drive out. */
const unscoped = (userPath: string): string => userPath.replace(/^[^:]+:/, "");

/** A token of the old list as an object of scripts. */
export class OldTokenObject extends DotNetObject {
  constructor(
    readonly source: SourceText,
    readonly oldType: string,
    readonly content: string,
    readonly start: number,
    readonly end: number,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSToken");
  }
}
heapClass("OldTokenObject", OldTokenObject);

export function oldTokenObject(source: SourceText, { type, content, start, end }: OldToken): OldTokenObject {
  return new OldTokenObject(source, type, content, start, end);
}

const extentOf = (self: OldTokenObject): ScriptExtent => new ScriptExtent(self.source, self.start, self.end);
defineType({
  fullName: "System.Management.Automation.PSToken",
  members: () => [
    property("string Content", (self: OldTokenObject) => self.content),
    property(
      "System.Management.Automation.PSTokenType Type",
      (self: OldTokenObject) =>
        enumValueNamed(typeNamed("System.Management.Automation.PSTokenType"), self.oldType) ?? null,
    ),
    property("int Start", (self: OldTokenObject) => self.start),
    property("int Length", (self: OldTokenObject) => self.end - self.start),
    property("int StartLine", (self: OldTokenObject) => extentOf(self).startPlace[0]),
    property("int StartColumn", (self: OldTokenObject) => extentOf(self).startPlace[1]),
    property("int EndLine", (self: OldTokenObject) => extentOf(self).endPlace[0]),
    property("int EndColumn", (self: OldTokenObject) => extentOf(self).endPlace[1]),
  ],
});

/** One error of a text beside the token that it is shown at. */
export class OldParseError extends DotNetObject {
  constructor(
    readonly token: OldTokenObject,
    readonly message: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSParseError");
  }
}
heapClass("OldParseError", OldParseError);

defineType({
  fullName: "System.Management.Automation.PSParseError",
  members: () => [
    property("System.Management.Automation.PSToken Token", (self: OldParseError) => self.token),
    property("string Message", (self: OldParseError) => self.message),
  ],
});
