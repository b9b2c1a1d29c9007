import { PSArray, PSDictionary, PSList } from "./collections.js";
import { type Culture, englishCulture, invariantCulture, localizedNumber } from "./culture.js";
import { DateTime, DateTimeOffset, TimeSpan } from "./date-time.js";
import { decimalText } from "./decimal.js";
import { DotNetType } from "./dotnet-type.js";
import { EnumerableObject } from "./enumeration.js";
import { enumText } from "./enumerations.js";
import { ErrorRecord, ExceptionObject } from "./errors.js";
import { formatDateTime, formatDateTimeOffset } from "./format/date-time-format.js";
import { formatFormattable } from "./format/format-value.js";
import { timeSpanText } from "./format/time-span-format.js";
import { offsetOfLocal } from "./local-time.js";
import { typeNamesOf } from "./member-access/type-names-of.js";
import type { PSMember } from "./members.js";
import { engineDoubleText, engineSingleText, netDoubleText, netSingleText } from "./number-text.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "./numbers.js";
import { AutomationNull, PSCustomObject, SwitchParameter } from "./objects.js";
import { DictionaryEntry } from "./pairs.js";
import { ScriptBlock } from "./script-block.js";
import { netTypeText, shortTypeName } from "./type-text.js";
import { baseOf, type DotNetObject, PSObject, type Value } from "./value.js";
import type { ValueContext } from "./value-context.js";

/** A value that knows what .NET's ToString() gives, the same in every culture. */
export interface NetTextObject {
  toNetText(context: ValueContext): string;
}
function hasNetText(value: DotNetObject): value is DotNetObject & NetTextObject {
  return "toNetText" in value;
}

/** The session's current culture: en-US unless it was changed. */
export function currentCulture(context: ValueContext): Culture {
  return context.currentCulture ?? englishCulture(context.facts);
}

/** A value that the type table's ToString shows otherwise where it stands among others or in a cell. */
export interface ElementTextObject {
  toElementText(): string;
  /** Among the elements that a cell shows in braces. */
  toBracedText(): string;
}
export function hasElementText(value: DotNetObject): value is DotNetObject & ElementTextObject {
  return "toElementText" in value;
}

/** How a text form treats numbers, dates and types. */
interface Form {
  readonly culture: Culture;
  /** Doubles with 15 digits (engine) or as .NET's ToString() writes them. */
  readonly engineNumbers: boolean;
  /** `int` instead of `System.Int32`. */
  readonly shortTypes: boolean;
  /** Collections as their elements joined, or as the name of their type. */
  readonly joinCollections: boolean;
  /** A cell of the formatter. */
  readonly isDisplay?: boolean;
  /** Format string for the members of a custom object. */
  readonly spec?: string;
}

/**
 * Language form: `[string]$x`, `"$x"`, string parameters. Invariant culture, 15 digits.
 * A number written as an argument (`0x10`) gives its source text; `"$_"` does not: pass `baseOf(value)` there.
 */
export function toText(context: ValueContext, value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return value.toString();
  return textOf(context, value, languageForm, true);
}
const languageForm: Form = { culture: invariantCulture, engineNumbers: true, shortTypes: true, joinCollections: true };

/** Formatter cells: current culture, 15 digits. Collections joined by `$OFS`: the braces of a cell are the formatter's. */
export function displayText(context: ValueContext, value: Value): string {
  if (typeof value === "string") return value;
  const culture = currentCulture(context);
  return textOf(
    context,
    value,
    { culture, engineNumbers: true, shortTypes: false, joinCollections: true, isDisplay: true },
    true,
  );
}

/** .NET's ToString() in the current culture, with a format string where the value takes one (`-f`, CSV, .ToString()). */
export function netText(context: ValueContext, value: Value, spec = "", culture = currentCulture(context)): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" && spec === "" && value >= 0) return value.toString();
  if (spec !== "") {
    const base = value instanceof PSObject ? value.base : value;
    const formatted = formatFormattable(context, base, spec, culture);
    if (formatted !== null) return formatted;
    if (base instanceof PSCustomObject) return customObjectText(context, base, { ...netForm(culture), spec });
  }
  return textOf(context, value, netForm(culture), true);
}
const netForm = (culture: Culture): Form => ({
  culture,
  engineNumbers: false,
  shortTypes: false,
  joinCollections: false,
});

/** Elements of a `-join` over a collection: 15 digits, but dates in the current culture and types by their full name. */
export function joinText(context: ValueContext, value: Value): string {
  const culture = currentCulture(context);
  return textOf(context, value, { culture, engineNumbers: true, shortTypes: false, joinCollections: true }, false);
}

function textOf(context: ValueContext, value: Value, form: Form, recurse: boolean): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "bigint":
      return localizedNumber(value.toString(), form.culture);
    case "boolean":
      return value ? "True" : "False";
  }
  if (value === null || value === AutomationNull) return "";
  const own = textMethod(context, value);
  if (own?.kind === "ScriptMethod") {
    return textOf(context, context.invoke(own.script, [], { self: value }), form, false);
  }
  if (value instanceof PSObject) return value.tokenText ?? textOf(context, value.base, form, recurse);
  return numberText(context, value, form) ?? objectText(context, value, form, recurse);
}

/** ToString as a script: the object's own, else that of the nearest of its types that has one. */
function textMethod(context: ValueContext, value: DotNetObject): PSMember | undefined {
  const own = value.instanceMembers?.get("ToString");
  const { typeTable } = context;
  if (own !== undefined || !typeTable.hasTextMethods) return own;
  for (const typeName of typeNamesOf(value)) {
    const found = typeTable.membersOf(typeName)?.get("ToString");
    if (found !== undefined) return found;
  }
  return undefined;
}

function numberText(context: ValueContext, value: DotNetObject, form: Form): string | null {
  const { facts } = context;
  if (value instanceof Double) {
    const text = form.engineNumbers ? engineDoubleText : netDoubleText;
    return localizedNumber(text(value.value, facts, form.culture.infinity), form.culture);
  }
  if (value instanceof Single) {
    const text = form.engineNumbers ? engineSingleText : netSingleText;
    return localizedNumber(text(value.value, facts, form.culture.infinity), form.culture);
  }
  if (value instanceof Decimal) return localizedNumber(decimalText(value), form.culture);
  if (value instanceof SmallInteger || value instanceof UInt64 || value instanceof BigInteger)
    return value.value.toString();
  if (value instanceof Char) return value.text;
  if (value instanceof EnumValue) return enumText(value);
  return null;
}

function objectText(context: ValueContext, value: DotNetObject, form: Form, recurse: boolean): string {
  if (value instanceof DateTime) return formatDateTime(value, "", form.culture, offsetOfLocal(context, value.ticks));
  if (value instanceof TimeSpan) return timeSpanText(value.ticks);
  if (value instanceof DateTimeOffset) return formatDateTimeOffset(value, "", form.culture);
  if (value instanceof DotNetType) return form.shortTypes && recurse ? shortTypeName(value) : netTypeText(value);
  if (value instanceof PSCustomObject && value.originalText !== null) return value.originalText;
  if (value instanceof PSCustomObject) return recurse ? customObjectText(context, value, form) : "";
  if (value instanceof ScriptBlock) return scriptBlockText(value);
  if (value instanceof SwitchParameter) return value.isPresent ? "True" : "False";
  if (value instanceof ErrorRecord) return value.message;
  if (value instanceof ExceptionObject) return `${value.type.fullName}: ${value.message}`;
  if (value instanceof DictionaryEntry) {
    const { fullName } = value.type;
    if (context.facts.dictionaryEntryText === "typeName" && fullName === "System.Collections.DictionaryEntry") {
      return fullName;
    }
    return `[${textOf(context, value.key, form, false)}, ${textOf(context, value.value, form, false)}]`;
  }
  if (hasElementText(value) && (!recurse || form.isDisplay === true)) return value.toElementText();
  if (hasNetText(value)) return value.toNetText(context);
  if (form.joinCollections && recurse && !(value instanceof PSDictionary)) {
    const items = itemsOf(value);
    if (items !== null) return joinItems(context, items, form);
  }
  return netTypeText(value.type);
}

function itemsOf(value: DotNetObject): Iterable<Value> | null {
  if (value instanceof PSArray || value instanceof PSList) return value.items;
  return value instanceof EnumerableObject ? value.elements() : null;
}

function joinItems(context: ValueContext, items: Iterable<Value>, form: Form): string {
  const parts: string[] = [];
  for (const item of items) parts.push(textOf(context, item, form, false));
  return parts.join(context.outputFieldSeparator);
}

/** `@{a=1; b=x}`; empty without members. */
function customObjectText(context: ValueContext, value: PSCustomObject, form: Form): string {
  const parts: string[] = [];
  const add = (member: PSMember): void => {
    const text = memberText(context, value, member, form);
    if (text !== null) parts.push(`${member.name}=${text}`);
  };
  for (const member of value.instanceMembers) add(member);
  for (const typeName of typeNamesOf(value)) {
    for (const member of context.typeTable.membersOf(typeName) ?? []) {
      if (!value.instanceMembers.has(member.name)) add(member);
    }
  }
  return parts.length === 0 ? "" : `@{${parts.join("; ")}}`;
}

function memberText(context: ValueContext, owner: PSCustomObject, member: PSMember, form: Form): string | null {
  switch (member.kind) {
    case "NoteProperty":
      return (
        (form.spec === undefined ? null : formatFormattable(context, baseOf(member.value), form.spec, form.culture)) ??
        memberValueText(context, member.value, form)
      );
    case "AliasProperty": {
      const target = owner.instanceMembers.get(member.referencedName);
      return target === undefined || target.kind === "AliasProperty" ? "" : memberText(context, owner, target, form);
    }
    case "ScriptProperty":
      return "System.Management.Automation.PSScriptProperty";
    case "CodeProperty":
      return textOf(context, member.get(owner, context), form, false);
    case "ScriptMethod":
    case "PropertySet":
    case "MemberSet":
      return null;
  }
}

/** An object's value inside of another object's text: types by their short names. */
function memberValueText(context: ValueContext, value: Value, form: Form): string {
  const base = baseOf(value);
  if (base instanceof DotNetType) return shortTypeName(base);
  if (typeof value === "object" && value !== null && hasElementText(value)) return netTypeText(value.type);
  return textOf(context, value, form, false);
}

/** The source between the braces, blanks kept; a whole script's text as it is. */
export function scriptBlockText(block: ScriptBlock): string {
  return block.definition ?? block.source.text.slice(block.tree.body.start, block.tree.body.end);
}
