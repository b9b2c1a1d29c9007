import { isList, type PropertyValue, sameValue } from "../../topology/index.js";
import { convertTo } from "../../values/conversion/index.js";
import { toItems } from "../../values/enumeration.js";
import { PowerShellError } from "../../values/errors.js";
import { findTypeByFullName } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import { MultiValuedChange, multiValuedParameterName } from "../parameters/multi-valued-parameter.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import type { Kind, Setting } from "./kind.js";

/**
 * Several values of a kind: new ones in place of all, `@{Add=…; Remove=…}`, `$null` for none. Texts that differ by case
 * only are the same value.
 */
export function listKind(element: Kind): Kind {
  return {
    name: `list of ${element.name}`,
    typeName: `Microsoft.Exchange.Data.MultiValuedProperty[${element.typeName}]`,
    parameterType: multiValuedParameterName,
    holds: element.holds,
    ...(element.classes === undefined ? {} : { classes: element.classes }),
    ...(element.members === undefined ? {} : { members: element.members }),
    many: true,
    show: (stored, source, context) =>
      multiValuedProperty(
        items(stored)
          .map((item) => element.show(item, source, context))
          .filter((item) => item !== null),
        elementTypes.get(element.typeName) ?? element.typeName,
      ),
    take: (given, setting) => {
      if (given === null) return [];
      if (!(given instanceof MultiValuedChange)) return taken(element, toItems(given), setting);
      if (given.replacement !== null) return taken(element, given.replacement, setting);
      const removed = taken(element, given.remove, setting);
      const kept = items(setting.current).filter((item) => !removed.some((gone) => same(gone, item)));
      const added = taken(element, given.add, setting);
      return [...kept, ...added.filter((item) => !kept.some((present) => same(present, item)))];
    },
  };
}

/** Full names of element types that Get-Member shows short. */
const elementTypes: ReadonlyMap<string, string> = new Map([
  ["string", "System.String"],
  ["int", "System.Int32"],
  ["uri", "System.Uri"],
  ["guid", "System.Guid"],
  ["ipaddress", "System.Net.IPAddress"],
]);

function items(value: PropertyValue): readonly PropertyValue[] {
  return isList(value) ? value : [];
}

function same(a: PropertyValue, b: PropertyValue): boolean {
  return typeof a === "string" && typeof b === "string" ? a.toLowerCase() === b.toLowerCase() : sameValue(a, b);
}

function taken(element: Kind, given: readonly Value[], setting: Setting): readonly PropertyValue[] {
  const values: PropertyValue[] = [];
  for (const each of given) {
    const value = element.take(converted(element, each, setting), setting);
    if (value !== null && !values.some((present) => same(present, value))) values.push(value);
  }
  return values;
}

/** The binder knows a list of texts only; what a text means to the element's type is found out here. */
function converted({ parameterType }: Kind, given: Value, { task }: Setting): Value {
  const type = parameterType === undefined ? undefined : findTypeByFullName(parameterType);
  if (type === undefined) return given;
  try {
    return convertTo(task.cmdlet.context, given, type);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw task.failure(exchangeMessages.badValue, [error.message]);
  }
}
