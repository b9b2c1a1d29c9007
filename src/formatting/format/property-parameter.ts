import { PSArray } from "../../values/collections.js";
import { type ErrorRecord, PowerShellError } from "../../values/errors.js";
import type { Value } from "../../values/value.js";
import {
  expressionKey,
  labelKey,
  type PropertyParameter as ParsedParameter,
  type PropertyKeyDefinition,
  parsePropertyParameters,
  propertyArgumentError,
} from "../property-expressions.js";
import type { Alignment, ViewShape } from "../views/view.js";
import { blockExpression, type CellExpression, namedExpression } from "./cell-expression.js";

/** One element of -Property, or -GroupBy: a name, a script block, or a dictionary with a calculated column. */
export interface PropertyParameter {
  readonly expression: CellExpression;
  readonly label: string | null;
  /** 0: none given. */
  readonly width: number;
  readonly alignment: Alignment;
  readonly format: string | null;
  /** Format-Custom; 0: none given. */
  readonly depth: number;
}

const formatKey: PropertyKeyDefinition = {
  name: "formatString",
  types: ["System.String"],
  accept: (value, _typed, fail) =>
    value === ""
      ? fail(
          propertyArgumentError("FormatStringEmpty", 'Cannot have an empty formatting string for key "formatString".'),
        )
      : value,
};

const alignmentKey: PropertyKeyDefinition = {
  name: "alignment",
  types: ["System.String"],
  accept: (value, _typed, fail) =>
    alignmentNamed(value) ??
    fail(
      propertyArgumentError(
        "AlignmentIllegalValue",
        `The value "${String(value)}" for key "alignment" is not valid; valid values are {left, center, right}.`,
      ),
    ),
};

function positiveKey(name: string): PropertyKeyDefinition {
  return {
    name,
    types: ["System.Int32"],
    accept: (value, _typed, fail) =>
      typeof value === "number" && value > 0
        ? value
        : fail(
            propertyArgumentError(
              "WidthOutOfRange",
              `The value "${String(value)}" for key "${name}" should be greater than 0.`,
            ),
          ),
  };
}

/** Keys that each use of a dictionary allows, in the order in which ambiguous prefixes are reported (SPEC A.3). */
const allowedKeys: Readonly<Record<ViewShape | "groupBy", readonly PropertyKeyDefinition[]>> = {
  table: [expressionKey, formatKey, labelKey, positiveKey("width"), alignmentKey],
  list: [expressionKey, formatKey, labelKey],
  wide: [expressionKey, formatKey],
  custom: [expressionKey, positiveKey("depth")],
  groupBy: [expressionKey, formatKey, labelKey],
};

/** The values of -Property for a shape; `$null` elements count as nothing given. Throws NotSupportedException records. */
export function propertyParameters(argument: Value | undefined, use: ViewShape): readonly PropertyParameter[] {
  return parsePropertyParameters(argument, allowedKeys[use], fail).map(parameterOf);
}

/** The value of -GroupBy, which takes one property only. */
export function groupByParameter(argument: Value | undefined): PropertyParameter | null {
  if (argument === undefined) return null;
  // A list is one argument of a wrong type here, not several properties.
  const single = argument instanceof PSArray ? new PSArray([argument]) : argument;
  const [parsed] = parsePropertyParameters(single, allowedKeys.groupBy, fail);
  return parsed === undefined ? null : parameterOf(parsed);
}

function fail(record: ErrorRecord): never {
  throw new PowerShellError(record);
}

function parameterOf({ expression, entries }: ParsedParameter): PropertyParameter {
  return {
    expression: expression.kind === "script" ? blockExpression(expression.block) : namedExpression(expression.name),
    label: textEntry(entries, "label"),
    width: numberEntry(entries, "width"),
    alignment: alignmentNamed(entries.get("alignment") ?? null) ?? "undefined",
    format: textEntry(entries, "formatString"),
    depth: numberEntry(entries, "depth"),
  };
}

function textEntry(entries: ReadonlyMap<string, Value>, key: string): string | null {
  const value = entries.get(key);
  return typeof value === "string" ? value : null;
}

function numberEntry(entries: ReadonlyMap<string, Value>, key: string): number {
  const value = entries.get(key);
  return typeof value === "number" ? value : 0;
}

/** The alignment that a text begins to name. */
function alignmentNamed(value: Value): Alignment | null {
  if (typeof value !== "string" || value === "") return null;
  const wanted = value.toLowerCase();
  return (["left", "center", "right"] as const).find((name) => name.startsWith(wanted)) ?? null;
}

/** Full name of a value's .NET type. */
export function typeNameOf(value: Value): string {
  switch (typeof value) {
    case "string":
      return "System.String";
    case "number":
      return "System.Int32";
    case "bigint":
      return "System.Int64";
    case "boolean":
      return "System.Boolean";
    default:
      return value === null ? "System.Object" : value.type.fullName;
  }
}
