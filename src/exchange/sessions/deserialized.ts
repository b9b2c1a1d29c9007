import { PSList } from "../../values/collections.js";
import { DateTime, TimeSpan } from "../../values/date-time.js";
import { isCollection, toItems } from "../../values/enumeration.js";
import { typeNamesOf } from "../../values/member-access/type-names-of.js";
import { EnumValue } from "../../values/numbers.js";
import { SwitchParameter } from "../../values/objects.js";
import { assemblyQualifiedTypeName, DeserializedObject, deserializedPrefix } from "../../values/serialization/index.js";
import { Guid, Uri, Version } from "../../values/simple-values.js";
import { netText } from "../../values/text.js";
import { typeNamed } from "../../values/types.js";
import { NumericObject, type Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { ExchangeObject } from "../noun/exchange-object.js";
import { EnhancedTimeSpan } from "../types/enhanced-time-span.js";

/**
 * What arrives in a session without Exchange's types: of an object of Exchange its properties, of each value that is not
 * one of PowerShell's own its text; numbers, dates, GUIDs and truth values as they are; lists as lists of the same.
 */
export function deserialized(context: ValueContext, value: Value): Value {
  if (!(value instanceof ExchangeObject)) return plainValue(context, value);
  const names = typeNamesOf(value).map((name) => `${deserializedPrefix}${name}`);
  const object = new DeserializedObject([], names);
  // The connection's notes first: PSComputerName, then RunspaceId (facts: install-transportagent.3).
  for (const note of value.instanceMembers ?? []) object.add({ ...note });
  for (const member of value.type.members) {
    if (member.kind !== "Property") continue;
    object.add({
      kind: "NoteProperty",
      name: member.name,
      isAdapted: true,
      value: plainValue(context, member.get(context, value)),
    });
  }
  object.setOriginalText(netText(context, value));
  return object;
}

function plainValue(context: ValueContext, value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  if (isSentAsItself(value)) return value;
  if (value instanceof SwitchParameter) return value.isPresent;
  if (isCollection(value)) {
    const items = toItems(value).map((item) => plainValue(context, item));
    const list = new PSList(typeNamed("System.Collections.ArrayList"), items);
    const [, ...bases] = typeNamesOf(value);
    const own = assemblyQualifiedTypeName(value.type, context.facts.exceptionTexts);
    list.typeNames = [own, ...bases].map((name) => `${deserializedPrefix}${name}`);
    return list;
  }
  return netText(context, value);
}

/** Values that Clixml has an element for: they arrive with their type and methods. */
function isSentAsItself(value: Value): boolean {
  if (value instanceof NumericObject) return !(value instanceof EnumValue);
  if (value instanceof TimeSpan) return !(value instanceof EnhancedTimeSpan);
  return value instanceof Guid || value instanceof DateTime || value instanceof Uri || value instanceof Version;
}
