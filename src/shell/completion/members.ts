import type { Expression } from "../../../grammar/syntax-tree.js";
import type { Engine } from "../../runtime/engine.js";
import {
  type DotNetType,
  isCollection,
  isDictionary,
  type MemberView,
  membersOf,
  resolveTypeName,
  staticMembersOf,
  toItems,
  typeOf,
} from "../../values/index.js";
import type { Value } from "../../values/value.js";
import { knownValue } from "./evaluation.js";
import type { Inference } from "./inference.js";
import type { CompletionMatch } from "./result.js";
import { isOfEdition, type Shape, shapeMembers } from "./shapes.js";
import { beginningWith, byName } from "./words.js";

/** Kinds of members in the order in which Get-Member lists them. */
const kindOrder: readonly MemberView["memberType"][] = [
  "AliasProperty",
  "CodeProperty",
  "Property",
  "NoteProperty",
  "ScriptProperty",
  "PropertySet",
  "Method",
  "ScriptMethod",
  "ParameterizedProperty",
  "MemberSet",
];
const called: ReadonlySet<string> = new Set(["Method", "ScriptMethod", "ParameterizedProperty"]);

/** Members of an expression that begin with a typed word: of its value when it is known, else of what it will be. */
export function memberMatches(
  engine: Engine,
  inference: Inference,
  expression: Expression,
  word: string,
): CompletionMatch[] {
  const value = knownValue(engine, expression);
  if (value !== undefined && value !== null) return valueMembers(engine, value, word);
  const shape = inference.shapeOf(expression);
  return shape === undefined ? [] : shapeMatches(engine, shape, word);
}

/** Static members of `[type]`, its values when it is an enumeration, `new` when it can be made. */
export function staticMatches(engine: Engine, expression: Expression, word: string): CompletionMatch[] {
  const type = expression.kind === "TypeExpression" ? resolveTypeName(expression.typeName.fullName) : undefined;
  if (type === undefined) return [];
  const rows = new Map<string, MemberView>();
  for (const row of staticsOf(type)) if (!rows.has(row.name.toLowerCase())) rows.set(row.name.toLowerCase(), row);
  if (engine.facts.languageVersion >= 5 && (type.definition.constructors?.() ?? []).length > 0) {
    rows.set("new", { name: "new", memberType: "Method", definition: "" });
  }
  return inOrder([...rows.values()], beginningWith(word));
}

function staticsOf(type: DotNetType): readonly MemberView[] {
  const inherited = type.baseType === null ? [] : staticsOf(type.baseType);
  const everyType: readonly MemberView[] = ["Equals", "ReferenceEquals"].map((name) => ({
    name,
    memberType: "Method",
    definition: "",
  }));
  return [...staticMembersOf(type), ...inherited, ...everyType];
}

function valueMembers(engine: Engine, value: Value, word: string): CompletionMatch[] {
  const isWanted = beginningWith(word);
  const type = typeOf(value);
  const rows = membersOf(engine, value).filter(({ name }) => {
    const member = type?.member(name);
    return member === undefined || isOfEdition(engine, member);
  });
  const matches = [...inOrder(rows, isWanted), ...extras(engine, value, isWanted)];
  if (matches.length > 0 || !isCollection(value) || !engine.runtimeFacts.memberEnumeration) return matches;
  const [first] = toItems(value);
  return first === undefined || first === null || isCollection(first) ? [] : valueMembers(engine, first, word);
}

/** Members in Get-Member's order: by kind, then by name. */
function inOrder(rows: readonly MemberView[], isWanted: (name: string) => boolean): CompletionMatch[] {
  // A property that the type table adds in code is script in the real table, and stands where script does.
  const rank = ({ memberType }: MemberView) =>
    kindOrder.indexOf(memberType === "CodeProperty" ? "ScriptProperty" : memberType);
  return rows
    .filter(({ name, memberType }) => memberType !== "MemberSet" && isWanted(name))
    .sort((a, b) => rankOfAlias(rank(a)) - rankOfAlias(rank(b)) || byName(a.name, b.name))
    .map(({ name, memberType }) => memberMatch(name, !called.has(memberType)));
}

/** Aliases and properties are one group. */
function rankOfAlias(rank: number): number {
  return Math.max(rank, kindOrder.indexOf("Property"));
}

/** What a value has beside its members: the keys of a hashtable, the methods that the language gives to collections. */
function extras(engine: Engine, value: Value, isWanted: (name: string) => boolean): CompletionMatch[] {
  if (isDictionary(value)) {
    return [...value.entries()]
      .flatMap(({ key }) => (typeof key === "string" && isWanted(key) ? [key] : []))
      .map((name) => memberMatch(name, true));
  }
  if (!isCollection(value) || engine.facts.languageVersion < 4) return [];
  return ["Where", "ForEach", "PSWhere", "PSForEach"].filter(isWanted).map((name) => memberMatch(name, false));
}

/** Members of an inferred object: properties by name, then methods. */
function shapeMatches(engine: Engine, shape: Shape, word: string): CompletionMatch[] {
  const isWanted = beginningWith(word);
  return shapeMembers(engine, shape)
    .filter(({ name }) => isWanted(name))
    .sort((a, b) => Number(b.isProperty) - Number(a.isProperty) || byName(a.name, b.name))
    .map(({ name, isProperty }) => memberMatch(name, isProperty));
}

/** Names of the properties of what a pipeline carries. */
export function propertyNames(engine: Engine, shape: Shape): readonly string[] {
  return shapeMembers(engine, shape)
    .filter(({ isProperty }) => isProperty)
    .map(({ name }) => name)
    .sort(byName);
}

function memberMatch(name: string, isProperty: boolean): CompletionMatch {
  return isProperty ? { text: name, list: name, type: "Property" } : { text: `${name}(`, list: name, type: "Method" };
}
