import {
  type ErrorCategory,
  ErrorRecord,
  ExceptionObject,
  isNull,
  PowerShellError,
  PSArray,
  PSDictionary,
  propertiesOf,
  propertyOf,
  ScriptBlock,
  toText,
  typeNamed,
  type Value,
  type ValueContext,
  WildcardPattern,
} from "../values/index.js";
import { baseOf } from "../values/value.js";
import { typeOf } from "../values/value-types.js";
import { propertySetNames } from "./format/properties.js";

/**
 * Arguments such as `Name, { $_.Size * 2 }, @{ n = 'GB'; e = { … } }`: shared by Format-*, Select-Object, Sort-Object,
 * Group-Object, Measure-Object, Compare-Object and ConvertTo-Html, which differ in the keys that a hashtable may have.
 */

/** A property by name (maybe with wildcards), or a script that computes one. */
export type PropertyExpression =
  | { readonly kind: "name"; readonly name: string; readonly hasWildcards: boolean }
  | { readonly kind: "script"; readonly block: ScriptBlock };

/** A key that a calculated property may have. */
export interface PropertyKeyDefinition {
  /** Canonical name, by which the value is found and errors speak. */
  readonly name: string;
  /** Further spellings. */
  readonly aliases?: readonly string[];
  /** Full names of the types that the value may have; any when omitted. */
  readonly types?: readonly string[];
  readonly mandatory?: boolean;
  /** Checks and converts the value once its type is right; may fail. */
  readonly accept?: (value: Value, keyAsTyped: string, fail: FailWith) => Value;
}

/** One element of a property argument. */
export interface PropertyParameter {
  readonly expression: PropertyExpression;
  /** What the hashtable says besides the expression, by canonical key; empty for names and scripts. */
  readonly entries: ReadonlyMap<string, Value>;
  /** Whether it was written as a hashtable. */
  readonly isCalculated: boolean;
}

/** Ends the command with the error: usually the cmdlet's throwTerminatingError. */
export type FailWith = (record: ErrorRecord) => never;

const textAndScript = ["System.String", "System.Management.Automation.ScriptBlock"];

/** `expression`, which every command knows. */
export const expressionKey: PropertyKeyDefinition = { name: "expression", types: textAndScript, mandatory: true };
/** `label`, also spelled `name`. */
export const labelKey: PropertyKeyDefinition = { name: "label", aliases: ["name"], types: ["System.String"] };

/** A NotSupportedException as the parser of these arguments raises it. */
export function propertyArgumentError(
  errorId: string,
  message: string,
  category: ErrorCategory = "InvalidArgument",
): ErrorRecord {
  const exception = new ExceptionObject(typeNamed("System.NotSupportedException"), message);
  // The text stands in ErrorDetails: no line of one space follows it in Windows PowerShell.
  return new ErrorRecord({ exception, errorId, category, details: message });
}

/** The expression that a name means. */
export function nameExpression(name: string): PropertyExpression {
  return { kind: "name", name, hasWildcards: WildcardPattern.containsWildcardCharacters(name) };
}

/** The header that an expression has without a label: the name, or the script's source between its braces. */
export function expressionText(context: ValueContext, expression: PropertyExpression): string {
  return expression.kind === "name" ? expression.name : toText(context, expression.block);
}

/**
 * Reads a property argument. `$null` is nothing given; as an element it is an error.
 * @param keys the keys that hashtables may have, in the command's order
 */
export function parsePropertyParameters(
  argument: Value | undefined,
  keys: readonly PropertyKeyDefinition[],
  fail: FailWith,
): readonly PropertyParameter[] {
  if (argument === undefined || isNull(argument)) return [];
  const elements = argument instanceof PSArray ? argument.items : [argument];
  const result: PropertyParameter[] = [];
  for (const element of elements) {
    if (isNull(element)) {
      const message = `The value of a parameter was null; one of the following types was expected: {${textAndScript.join(", ")}}.`;
      fail(propertyArgumentError("DictionaryKeyUnknownType", message));
    }
    result.push(parseElement(baseOf(element), keys, fail));
  }
  return result;
}

function parseElement(value: Value, keys: readonly PropertyKeyDefinition[], fail: FailWith): PropertyParameter {
  if (value instanceof PSDictionary) return parseDictionary(value, keys, fail);
  if (typeof value === "string") {
    if (value === "") fail(propertyArgumentError("ExpressionEmptyString2", "An empty string value is not allowed."));
    return { expression: nameExpression(value), entries: new Map(), isCalculated: false };
  }
  if (value instanceof ScriptBlock) {
    return { expression: { kind: "script", block: value }, entries: new Map(), isCalculated: false };
  }
  return fail(
    propertyArgumentError(
      "DictionaryKeyUnknownType",
      `Cannot convert ${typeNameOf(value)} to one of the following types {${textAndScript.join(", ")}}.`,
    ),
  );
}

function parseDictionary(
  dictionary: PSDictionary,
  keys: readonly PropertyKeyDefinition[],
  fail: FailWith,
): PropertyParameter {
  const entries = new Map<string, Value>();
  for (const { key, value } of dictionary.entries()) {
    const typed = baseOf(key);
    if (typeof typed !== "string") {
      return fail(
        propertyArgumentError(
          "DictionaryKeyNonString",
          `The ${shortTypeNameOf(typed)} key type is not valid. The key must be a string.`,
        ),
      );
    }
    const definition = findKey(typed, keys, fail);
    if (entries.has(definition.name)) {
      fail(
        propertyArgumentError(
          "DictionaryKeyDuplicate",
          `The duplicated key "${typed}" conflicts with "${definition.name}".`,
        ),
      );
    }
    entries.set(definition.name, checkedValue(baseOf(value), typed, definition, fail));
  }
  for (const definition of keys) {
    if (definition.mandatory && !entries.has(definition.name)) {
      fail(
        propertyArgumentError("DictionaryKeyMandatoryEntry", `A mandatory entry for ${definition.name} is missing.`),
      );
    }
  }
  const expression = entries.get(expressionKey.name);
  entries.delete(expressionKey.name);
  return {
    expression:
      expression instanceof ScriptBlock
        ? { kind: "script", block: expression }
        : nameExpression(typeof expression === "string" ? expression : ""),
    entries,
    isCalculated: true,
  };
}

/** The key that a spelling means: a prefix of its name or of an alias, in one key only. */
function findKey(typed: string, keys: readonly PropertyKeyDefinition[], fail: FailWith): PropertyKeyDefinition {
  const wanted = typed.toLowerCase();
  let found: PropertyKeyDefinition | undefined;
  for (const key of keys) {
    const names = [key.name, ...(key.aliases ?? [])];
    if (!names.some((name) => name.toLowerCase().startsWith(wanted))) continue;
    if (found !== undefined) {
      return fail(
        propertyArgumentError(
          "DictionaryKeyAmbiguous",
          `The ${typed} key is ambiguous; ${found.name} and ${key.name} conflict.`,
        ),
      );
    }
    found = key;
  }
  return found ?? fail(propertyArgumentError("DictionaryKeyIllegal", `The ${typed} key is not valid.`));
}

function checkedValue(value: Value, typed: string, definition: PropertyKeyDefinition, fail: FailWith): Value {
  if (isNull(value)) {
    return fail(propertyArgumentError("DictionaryKeyMissingValue", `The ${typed} key has no value.`));
  }
  const { types } = definition;
  if (types !== undefined && !types.includes(typeNameOf(value))) {
    const expected =
      types.length > 1 ? `expected types are {${types.join(", ")}}.` : `expected type is ${types.join("")}.`;
    fail(
      propertyArgumentError(
        types.length > 1 ? "DictionaryKeyIllegalValue1" : "DictionaryKeyIllegalValue2",
        `The "${typed}" key has a type, ${typeNameOf(value)}, that is not valid; ${expected}`,
      ),
    );
  }
  if (definition.name === expressionKey.name && value === "") {
    fail(propertyArgumentError("ExpressionEmptyString1", `The "expression" key cannot have an empty string value.`));
  }
  return definition.accept === undefined ? value : definition.accept(value, typed, fail);
}

function typeNameOf(value: Value): string {
  return typeOf(value)?.fullName ?? "System.Object";
}
function shortTypeNameOf(value: Value): string {
  return typeOf(value)?.name ?? "Object";
}

/** What an expression gives on one object. */
export interface PropertyResult {
  /** The object's spelling of the property; the script's source for scripts. */
  readonly name: string;
  readonly value: Value;
  /** The error that the script or the property's getter threw; `value` is `$null` then. */
  readonly error: PowerShellError | null;
}

/** A property that a name means on one object. */
interface ResolvedProperty {
  readonly name: string;
  get(): Value;
}

function resolveProperties(
  context: ValueContext,
  target: Value,
  { name, hasWildcards }: Extract<PropertyExpression, { kind: "name" }>,
): readonly ResolvedProperty[] {
  if (hasWildcards) {
    const pattern = new WildcardPattern(name, true);
    return propertiesOf(context, target, "wildcard").filter((property) => pattern.isMatch(property.name));
  }
  // Most objects are custom objects: their table answers without a list of all properties.
  const note = target !== null && typeof target === "object" ? target.instanceMembers?.get(name) : undefined;
  if (note !== undefined && note.kind === "NoteProperty") return [{ name: note.name, get: () => note.value }];
  const found = propertyOf(context, target, name);
  if (found !== undefined) return [found];
  const names = propertySetNames(context, target, name);
  if (names !== null) return names.flatMap((each) => propertyOf(context, target, each) ?? []);
  // PowerShell 7 takes the keys of a Hashtable for properties; those of other dictionaries it does not.
  const base = baseOf(target);
  if (context.facts.languageVersion < 7 || !(base instanceof PSDictionary) || !base.has(name)) return [];
  return base.type.fullName === "System.Collections.Hashtable" ? [{ name, get: () => base.get(name) ?? null }] : [];
}

/** The names of the object's properties that a name or wildcard means, in the object's spelling; empty when there is none. */
export function resolveNames(
  context: ValueContext,
  target: Value,
  name: string,
  hasWildcards: boolean,
): readonly string[] {
  return resolveProperties(context, target, { kind: "name", name, hasWildcards }).map((property) => property.name);
}

const sourceTexts = new WeakMap<ScriptBlock, string>();

/** The text of a script block, which is asked for with each object. */
function sourceText(context: ValueContext, block: ScriptBlock): string {
  if (context.typeTable.hasTextMethods || block.instanceMembers !== null) return toText(context, block);
  let text = sourceTexts.get(block);
  if (text === undefined) {
    text = toText(context, block);
    sourceTexts.set(block, text);
  }
  return text;
}

/** All values that an expression has on an object: none for an absent property, several for wildcards, one for a script. */
export function evaluateExpression(
  context: ValueContext,
  target: Value,
  expression: PropertyExpression,
): readonly PropertyResult[] {
  if (expression.kind === "script") {
    const { block } = expression;
    return [
      guarded(sourceText(context, block), () =>
        context.invoke(block, [], { underscore: target, propagateErrors: true, swallowErrors: true }),
      ),
    ];
  }
  return resolveProperties(context, target, expression).map((property) => guarded(property.name, () => property.get()));
}

function guarded(name: string, compute: () => Value): PropertyResult {
  try {
    return { name, value: compute(), error: null };
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError)) throw thrown;
    return { name, value: null, error: thrown };
  }
}
