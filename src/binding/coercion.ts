import { PSArray, PSList } from "../values/collections.js";
import { convertTo, isTrue } from "../values/conversion/index.js";
import type { DotNetType } from "../values/dotnet-type.js";
import { isCollection, operand, toItems } from "../values/enumeration.js";
import { PowerShellError } from "../values/errors.js";
import { Char, EnumValue } from "../values/numbers.js";
import { PSReference, SwitchParameter } from "../values/objects.js";
import { netTypeText } from "../values/type-text.js";
import { baseOf, NumericObject, type Value } from "../values/value.js";
import { commonTypes, isInstanceOf, typeOf } from "../values/value-types.js";
import type { Extent } from "./binding-errors.js";
import type { BindingState } from "./binding-state.js";
import type { TableParameter } from "./command-table.js";

/**
 * A value of the parameter's type (SPEC C.5). Compiled cmdlets and the common parameters convert by one set of rules
 * and words, script functions by the other.
 * @throws {PowerShellError} the binder's error when it cannot
 */
export function coerce(state: BindingState, parameter: TableParameter, value: Value, at: Extent | null): Value {
  const { metadata } = state.table;
  if (metadata.isCompiled || parameter.isCommon || parameter.metadata.isDynamic)
    return coerceForCmdlet(state, parameter, value, at);
  return coerceForFunction(state, parameter, value, at);
}

function coerceForFunction(state: BindingState, parameter: TableParameter, value: Value, at: Extent | null): Value {
  const { type } = parameter;
  const { context, errors } = state;
  const common = commonTypes();
  if (type === common.object) return value;
  if (isTruthType(type) && !isTruthValue(type, operand(value))) {
    throw errors.transformation(parameter, booleanText(state, type, operand(value)), at, null);
  }
  if (type === common.string && state.table.metadata.isAdvanced && isCollection(value)) {
    throw errors.transformation(parameter, "Cannot convert value to type System.String.", at, null);
  }
  if (type.fullName === "System.Management.Automation.PSReference" && !(value instanceof PSReference)) {
    throw errors.transformation(parameter, "Reference type is expected in argument.", at, null);
  }
  try {
    // A number in a typed parameter forgets by which text it was written.
    return baseOf(type.elementType === null ? convertTo(context, value, type) : toTypedArray(state, value, type));
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw errors.transformation(parameter, error.record.exception.message, at, error.record.exception);
  }
}

/** An array of the type; unlike a cast, null elements of reference types stay null. */
function toTypedArray({ context }: BindingState, value: Value, type: DotNetType): Value {
  const element = type.elementType;
  const base = operand(value);
  if (base === null || element === null || isInstanceOf(base, type))
    return base === null ? null : convertTo(context, base, type);
  if (!isCollection(base) || element.isValueType || !toItems(base).some((item) => operand(item) === null)) {
    return convertTo(context, base, type);
  }
  const items = toItems(base).map((item) => (operand(item) === null ? null : convertTo(context, item, element)));
  return new PSArray(items, element);
}

function coerceForCmdlet(state: BindingState, parameter: TableParameter, value: Value, at: Extent | null): Value {
  const { type } = parameter;
  const common = commonTypes();
  const base = operand(value);
  if (type === common.object || type === common.psObject) return value;
  if (base === null) return nullForCmdlet(type);
  if (isInstanceOf(base, type)) return baseOf(value) === value ? value : base;
  if (isTruthType(type)) {
    if (isTruthValue(type, base))
      return truthValue(type, isTrue(base instanceof SwitchParameter ? base.isPresent : base));
    throw state.errors.cannotConvertKind(parameter, typeName(base), type, "", at);
  }
  const element = elementTypeOf(type);
  if (element !== null) return collectionForCmdlet(state, parameter, value, element, at);
  // Names of flags may come as a list.
  if (isCollection(base) && !type.isEnum && type.definition.takesList !== true) {
    throw state.errors.cannotConvertKind(parameter, typeName(base), type, "Specified method is not supported.", at);
  }
  return convert(state, parameter, value, type, at);
}

/** What a property of the type holds for `$null`; a value type keeps it until the property refuses it. */
function nullForCmdlet(type: DotNetType): Value {
  if (type.fullName === "System.Management.Automation.SwitchParameter") return new SwitchParameter(false);
  return null;
}

/** Whether `$null` cannot be kept: what the property's setter says. */
export function nullRefusal(state: BindingState, parameter: TableParameter): string | null {
  const { type } = parameter;
  if (!type.isValueType || isNullable(type)) return null;
  if (!type.isEnum) return `Cannot convert null to type "${netTypeText(type)}".`;
  try {
    convertTo(state.context, null, type);
    return null;
  } catch (error) {
    if (error instanceof PowerShellError) return error.record.exception.message;
    throw error;
  }
}

function collectionForCmdlet(
  state: BindingState,
  parameter: TableParameter,
  value: Value,
  element: DotNetType,
  at: Extent | null,
): Value {
  const { type } = parameter;
  const common = commonTypes();
  const takesAnything = element === common.object || element === common.psObject;
  const items = isCollection(value) ? toItems(value) : [value];
  const made = items.map((item) => {
    const base = operand(item);
    if (takesAnything) return item;
    if (base === null) return element.isValueType ? convert(state, parameter, null, element, at) : null;
    if (isInstanceOf(base, element)) return base;
    if (isCollection(base) && elementTypeOf(element) === null) {
      throw state.errors.cannotConvertKind(
        parameter,
        typeName(base),
        element,
        "Specified method is not supported.",
        at,
      );
    }
    return convert(state, parameter, item, element, at);
  });
  if (type.elementType !== null) return new PSArray(made, takesAnything ? null : element);
  return new PSList(type, made, takesAnything ? null : element);
}

function convert(
  state: BindingState,
  parameter: TableParameter,
  value: Value,
  type: DotNetType,
  at: Extent | null,
): Value {
  try {
    return convertTo(state.context, value, type);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    const { exception } = error.record;
    throw state.errors.cannotConvert(parameter, exception.message, at, exception);
  }
}

/**
 * The value for a parameter that it fits without conversion; `undefined` when it does not. A scalar fits a collection
 * of its type, and a list one with elements of the type.
 */
export function valueAsItIs(parameter: TableParameter, value: Value): Value | undefined {
  const { type } = parameter;
  const common = commonTypes();
  const base = operand(value);
  if (type === common.object || type === common.psObject) return value;
  if (base === null) return type.isValueType || type === common.string ? undefined : value;
  if (isInstanceOf(base, type)) return value;
  const element = elementTypeOf(type);
  if (element === null) return undefined;
  const takesAnything = element === common.object || element === common.psObject;
  const items = isCollection(base) ? toItems(base) : [value];
  if (!takesAnything && !items.every((item) => operand(item) === null || isInstanceOf(operand(item), element)))
    return undefined;
  if (type.elementType === null) return new PSList(type, [...items], takesAnything ? null : element);
  return new PSArray([...items], takesAnything ? null : element);
}

/** The element type of arrays and of the lists that binding fills; `null` for everything else. */
export function elementTypeOf(type: DotNetType): DotNetType | null {
  if (type.elementType !== null) return type.elementType;
  if (type.fullName === "System.Collections.ArrayList" || type.fullName === "System.Array") return commonTypes().object;
  if (type.fullName.startsWith("System.Collections.Generic.List`1"))
    return type.genericArguments[0] ?? commonTypes().object;
  return null;
}

function isNullable(type: DotNetType): boolean {
  return type.fullName.startsWith("System.Nullable`1");
}

function isTruthType(type: DotNetType): boolean {
  return (
    type === commonTypes().boolean ||
    type.fullName === "System.Management.Automation.SwitchParameter" ||
    (isNullable(type) && type.genericArguments[0] === commonTypes().boolean)
  );
}

/** Only booleans, switches and numbers; for a switch the last fail with the words of the cast. */
function isTruthValue(type: DotNetType, value: Value): boolean {
  if (value === null) return type !== commonTypes().boolean;
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "bigint") return true;
  if (value instanceof SwitchParameter) return true;
  return value instanceof NumericObject && !(value instanceof Char) && !(value instanceof EnumValue);
}

function truthValue(type: DotNetType, isOn: boolean): Value {
  return type.fullName === "System.Management.Automation.SwitchParameter" ? new SwitchParameter(isOn) : isOn;
}

function booleanText(state: BindingState, type: DotNetType, value: Value): string {
  const from = value === null ? "" : typeName(value);
  return `Cannot convert value "${from}" to type "${netTypeText(type)}". ${state.facts.booleanText}`;
}

function typeName(value: Value): string {
  const type = typeOf(value);
  return type === undefined ? "null" : netTypeText(type);
}
