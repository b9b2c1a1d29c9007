import type { ParameterValidation } from "../runtime/command-metadata.js";
import type { ExecutionContext } from "../runtime/execution-context.js";
import { PSDictionary } from "../values/collections.js";
import { compare } from "../values/comparison.js";
import { tryConvertTo } from "../values/conversion/index.js";
import { isCollection, operand, toItems } from "../values/enumeration.js";
import { PowerShellError } from "../values/errors.js";
import { EnumValue } from "../values/numbers.js";
import { regexFor } from "../values/regex/index.js";
import { toText } from "../values/text.js";
import { NumericObject, type Value } from "../values/value.js";
import { commonTypes, typeOf } from "../values/value-types.js";
import type { Extent } from "./binding-errors.js";
import type { BindingFacts } from "./binding-facts.js";
import type { BindingState } from "./binding-state.js";
import { elementTypeOf } from "./coercion.js";
import type { TableParameter } from "./command-table.js";

const badElementText =
  "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.";

/**
 * What a value must not be for a mandatory parameter: null, empty, or with null or empty text among its elements
 * (SPEC C.6).
 */
export function checkMandatory(state: BindingState, parameter: TableParameter, value: Value, at: Extent | null): void {
  if (parameter.mandatory === 0) return;
  const { errors } = state;
  const { metadata, type } = parameter;
  const base = operand(value);
  if (base === null) {
    if (!metadata.allowNull) throw errors.notAllowed(parameter, "Null", at);
    return;
  }
  const isText = type === commonTypes().string;
  if (typeof base === "string") {
    if (base === "" && isText && !metadata.allowEmptyString) throw errors.notAllowed(parameter, "EmptyString", at);
    return;
  }
  const element = elementTypeOf(type);
  if (element === null || !isCollection(base)) return;
  const items = toItems(base);
  if (items.length === 0 && !metadata.allowEmptyCollection) {
    throw errors.notAllowed(parameter, type.elementType === null ? "EmptyCollection" : "EmptyArray", at);
  }
  const isTextList = element === commonTypes().string;
  for (const item of items) {
    const inner = operand(item);
    if (inner === null && !metadata.allowNull) throw errors.notAllowed(parameter, "Null", at);
    if (inner === "" && isTextList && !metadata.allowEmptyString) throw errors.notAllowed(parameter, "EmptyString", at);
  }
}

/** Runs the validation attributes of a parameter over a converted value. */
export function validate(state: BindingState, parameter: TableParameter, value: Value, at: Extent | null): void {
  for (const validation of parameter.validations) {
    const failure = findFailure(state.context, state.facts, validation, value);
    if (failure !== null) throw state.errors.validation(parameter, failure, at);
  }
}

/**
 * Why a value fails a validation attribute, as a sentence; `null` when it does not. Attributes on variables use it too.
 */
export function findFailure(
  context: ExecutionContext,
  facts: BindingFacts,
  validation: ParameterValidation,
  value: Value,
): string | null {
  switch (validation.kind) {
    case "ValidateNotNull":
      return nullFailure(facts, value);
    case "ValidateNotNullOrEmpty":
    case "ValidateNotNullOrWhiteSpace":
      return emptyFailure(value, validation.kind === "ValidateNotNullOrWhiteSpace");
    case "ValidateCount":
      return countFailure(facts, value, validation.min, validation.max);
    case "ValidateDrive":
      return driveFailure(context, validation.drives, value);
    default:
      return elementFailure(value, (element) => checkElement(context, validation, element));
  }
}

function driveFailure({ services }: ExecutionContext, drives: readonly string[], value: Value): string | null {
  const path = operand(value);
  if (path === null) {
    return "The argument is null. Provide a valid value for the argument, and then try running the command again.";
  }
  if (typeof path !== "string") {
    return "The path argument is invalid. Supply a path argument that is a string type.";
  }
  const { name, exists } = services.driveOf?.(path) ?? { name: "", exists: false };
  if (!exists) return `Cannot find drive. A drive with the name '${name}' does not exist.`;
  if (drives.some((drive) => drive.toLowerCase() === name.toLowerCase())) return null;
  return `The path argument drive ${name} does not belong to the set of approved drives: ${drives.join(",")}. Supply a path argument with an approved drive.`;
}

function nullFailure(facts: BindingFacts, value: Value): string | null {
  const base = operand(value);
  if (base === null) return facts.notNullText;
  if (!isCollection(base) || !toItems(base).some((item) => operand(item) === null)) return null;
  return "The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again.";
}

function emptyFailure(value: Value, whiteSpace: boolean): string | null {
  const base = operand(value);
  const isEmptyText = (text: string): boolean => text === "" || (whiteSpace && text.trim() === "");
  if (base === null || (typeof base === "string" && isEmptyText(base))) {
    return whiteSpace
      ? "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again."
      : "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.";
  }
  if (base instanceof PSDictionary) return base.size === 0 ? badElementText : null;
  if (!isCollection(base)) return null;
  const items = toItems(base).map(operand);
  if (items.length === 0) return badElementText;
  if (!items.some((item) => item === null || (typeof item === "string" && isEmptyText(item)))) return null;
  return whiteSpace
    ? "An element of the argument collection is null, empty, or consists of only white-space characters. Supply a collection that does not contain any those values and then try the command again."
    : badElementText;
}

function countFailure(facts: BindingFacts, value: Value, min: number, max: number): string | null {
  const base = operand(value);
  const count = countOf(base);
  if (count === undefined) {
    return "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.";
  }
  return count < min || count > max ? facts.countText(count, min, max) : null;
}

/** How many elements a value has; text has its characters. `undefined`: it is no collection. */
function countOf(value: Value): number | undefined {
  if (value === null) return 0;
  if (typeof value === "string") return value.length;
  if (value instanceof PSDictionary) return value.size;
  return isCollection(value) ? toItems(value).length : undefined;
}

function elementFailure(value: Value, check: (element: Value) => string | null): string | null {
  const base = operand(value);
  if (base === null) return badElementText;
  if (!isCollection(base)) return check(value);
  for (const item of toItems(base)) {
    const failure = operand(item) === null ? badElementText : check(item);
    if (failure !== null) return failure;
  }
  return null;
}

type ElementValidation = Exclude<
  ParameterValidation,
  {
    kind:
      | "ValidateNotNull"
      | "ValidateNotNullOrEmpty"
      | "ValidateNotNullOrWhiteSpace"
      | "ValidateCount"
      | "ValidateDrive";
  }
>;

function checkElement(context: ExecutionContext, validation: ElementValidation, element: Value): string | null {
  switch (validation.kind) {
    case "ValidateSet":
      return setFailure(context, validation, toText(context, element));
    case "ValidateRange":
      return rangeFailure(context, validation.min, validation.max, element);
    case "ValidateRangeKind":
      return rangeKindFailure(context, validation.rangeKind, element);
    case "ValidateLength":
      return lengthFailure(validation.min, validation.max, element);
    case "ValidatePattern":
      return patternFailure(context, validation, toText(context, element));
    case "ValidateScript":
      return scriptFailure(context, validation, element);
  }
}

function setFailure(
  _context: ExecutionContext,
  { values, ignoreCase, errorMessage }: Extract<ParameterValidation, { kind: "ValidateSet" }>,
  text: string,
): string | null {
  const wanted = ignoreCase ? text.toLowerCase() : text;
  if (values.some((known) => (ignoreCase ? known.toLowerCase() : known) === wanted)) return null;
  const list = values.join(",");
  if (errorMessage !== null) return fill(errorMessage, [text, list]);
  return `The argument "${text}" does not belong to the set "${list}" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`;
}

function rangeFailure(context: ExecutionContext, min: Value, max: Value, element: Value): string | null {
  const limitType = typeOf(min);
  const valueType = typeOf(element);
  let value: Value = element;
  if (limitType !== undefined && valueType !== limitType) {
    const converted = tryConvertTo(context, element, limitType);
    if (converted === undefined) {
      return wrongTypeText(valueType?.name ?? "", limitType.name);
    }
    value = converted;
  }
  const shown = toText(context, value);
  if (compare(context, min, value, false) > 0) {
    const limit = toText(context, min);
    return `The ${shown} argument is less than the minimum allowed range of ${limit}. Supply an argument that is greater than or equal to ${limit} and then try the command again.`;
  }
  if (compare(context, max, value, false) < 0) {
    const limit = toText(context, max);
    return `The ${shown} argument is greater than the maximum allowed range of ${limit}. Supply an argument that is less than or equal to ${limit} and then try the command again.`;
  }
  return null;
}

function wrongTypeText(given: string, wanted: string): string {
  return `The argument cannot be validated because its type "${given}" is not the same type (${wanted}) as the maximum and minimum limits of the parameter. Make sure the argument is of type ${wanted} and then try the command again.`;
}

function isNumber(element: Value): boolean {
  const base = operand(element);
  if (typeof base === "number" || typeof base === "bigint") return true;
  return base instanceof NumericObject && !(base instanceof EnumValue);
}

type RangeKind = Extract<ParameterValidation, { kind: "ValidateRangeKind" }>["rangeKind"];

const rangeKinds: Readonly<Record<RangeKind, { readonly allows: (sign: number) => boolean; readonly text: string }>> = {
  Positive: { allows: (sign) => sign > 0, text: "is not greater than zero" },
  NonNegative: { allows: (sign) => sign >= 0, text: "is not greater than or equal to zero" },
  Negative: { allows: (sign) => sign < 0, text: "is not less than zero" },
  NonPositive: { allows: (sign) => sign <= 0, text: "is not less than or equal to zero" },
};

function rangeKindFailure(context: ExecutionContext, kind: RangeKind, element: Value): string | null {
  const { allows, text } = rangeKinds[kind];
  if (!isNumber(element)) return wrongTypeText(typeOf(element)?.name ?? "", "Int32");
  if (allows(compare(context, element, 0, false))) return null;
  return `The argument "${toText(context, element)}" cannot be validated because its value ${text}.`;
}

function lengthFailure(min: number, max: number, element: Value): string | null {
  const text = operand(element);
  if (typeof text !== "string") {
    return "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.";
  }
  if (text.length < min) {
    return `The character length (${text.length}) of the argument is too short. Specify an argument with a length that is greater than or equal to "${min}", and then try the command again.`;
  }
  if (text.length > max) {
    return `The character length of the ${text.length} argument is too long. Shorten the character length of the argument so it is fewer than or equal to "${max}" characters, and then try the command again.`;
  }
  return null;
}

function patternFailure(
  context: ExecutionContext,
  { pattern, ignoreCase, errorMessage }: Extract<ParameterValidation, { kind: "ValidatePattern" }>,
  text: string,
): string | null {
  try {
    if (regexFor(context, pattern, ignoreCase ? ignoreCaseOption : 0).isMatch(context, text)) return null;
  } catch (error) {
    if (error instanceof PowerShellError) return error.record.message;
    throw error;
  }
  if (errorMessage !== null) return fill(errorMessage, [text, pattern]);
  return `The argument "${text}" does not match the "${pattern}" pattern. Supply an argument that matches "${pattern}" and try the command again.`;
}

function scriptFailure(
  context: ExecutionContext,
  { text, errorMessage, check }: Extract<ParameterValidation, { kind: "ValidateScript" }>,
  element: Value,
): string | null {
  try {
    if (check(context, element)) return null;
  } catch (error) {
    if (error instanceof PowerShellError) return error.record.message;
    throw error;
  }
  const shown = toText(context, element);
  if (errorMessage !== null) return fill(errorMessage, [shown, text]);
  return `The "${text}" validation script for the argument with value "${shown}" did not return a result of True. Determine why the validation script failed, and then try the command again.`;
}

/** RegexOptions.IgnoreCase. */
const ignoreCaseOption = 1;

/** The holes `{0}` and `{1}` of an attribute's ErrorMessage. */
function fill(template: string, parts: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (hole, digit: string) => parts[Number(digit)] ?? hole);
}
