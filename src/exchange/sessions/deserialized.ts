import { PSList } from "../../values/collections.js";
import { DateTime } from "../../values/date-time.js";
import { isCollection, toItems } from "../../values/enumeration.js";
import { typeNamesOf } from "../../values/member-access/type-names-of.js";
import { Double, EnumValue } from "../../values/numbers.js";
import { SwitchParameter } from "../../values/objects.js";
import { DeserializedObject, deserializedPrefix } from "../../values/serialization/index.js";
import { Guid } from "../../values/simple-values.js";
import { netText } from "../../values/text.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { ExchangeObject } from "../noun/exchange-object.js";

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
      value: plainValue(context, member.get(context, value)),
    });
  }
  object.setOriginalText(netText(context, value));
  return object;
}

function plainValue(context: ValueContext, value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Guid || value instanceof DateTime || value instanceof Double) return value;
  if (value instanceof SwitchParameter) return value.isPresent;
  if (value instanceof EnumValue) return netText(context, value);
  if (isCollection(value)) {
    const items = toItems(value).map((item) => plainValue(context, item));
    return new PSList(typeNamed("System.Collections.ArrayList"), items);
  }
  return netText(context, value);
}
