import { matchesName } from "../../topology/index.js";
import { comparableOf, compare, compareText } from "../../values/comparison.js";
import { ValueObject } from "../../values/dictionary.js";
import { toItems } from "../../values/enumeration.js";
import { PowerShellError } from "../../values/errors.js";
import { EnumValue } from "../../values/numbers.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { ADObjectId } from "../types/ad-object-id.js";
import type { FilterNode, FilterOperator, FilterValue } from "./filter.js";

/** Reads a property of the object that is tested, by name; `undefined` when it has none of this name. */
export type ReadProperty = (name: string) => Value | undefined;

/** Whether an object fits a filter. Properties with several values fit when one of them does. */
export function matchesFilter(context: ValueContext, filter: FilterNode, read: ReadProperty): boolean {
  switch (filter.kind) {
    case "and":
      return matchesFilter(context, filter.left, read) && matchesFilter(context, filter.right, read);
    case "or":
      return matchesFilter(context, filter.left, read) || matchesFilter(context, filter.right, read);
    case "not":
      return !matchesFilter(context, filter.operand, read);
    case "compare": {
      const value = read(filter.property) ?? null;
      if (filter.operator === "ne") return !anyItem(context, value, "eq", filter.value);
      if (filter.operator === "notlike") return !anyItem(context, value, "like", filter.value);
      return anyItem(context, value, filter.operator, filter.value);
    }
  }
}

function anyItem(context: ValueContext, value: Value, operator: FilterOperator, wanted: FilterValue): boolean {
  const items = toItems(value);
  if (items.length === 0) return operator === "eq" && (wanted === null || wanted === "");
  return items.some((item) => compares(context, item, operator, wanted));
}

function compares(context: ValueContext, item: Value, operator: FilterOperator, wanted: FilterValue): boolean {
  const text = toText(context, item);
  if (wanted === null) return operator === "eq" && (item === null || text === "");
  const target = typeof wanted === "boolean" ? (wanted ? "True" : "False") : String(wanted);
  if (operator === "like") return matchesName(target, text) || fitsObject(item, (name) => matchesName(target, name));
  if (operator === "eq" && fitsObject(item, (name) => compareText(name, target, true) === 0)) return true;
  return ordered(order(context, item, text, target), operator);
}

/** An object that a property points to is meant by any of its names. */
function fitsObject(item: Value, fits: (name: string) => boolean): boolean {
  return (
    item instanceof ADObjectId && (fits(item.object.name) || fits(item.distinguishedName) || fits(item.object.guid))
  );
}

/** Dates, sizes and their kin in their own order; texts as numbers where both are, otherwise as texts. */
function order(context: ValueContext, item: Value, text: string, target: string): number {
  const own = item instanceof ValueObject && !(item instanceof EnumValue) ? ownOrder(context, item, target) : null;
  if (own !== null) return own;
  const left = item instanceof ValueObject || text.trim() === "" ? Number.NaN : Number(text);
  const right = target.trim() === "" ? Number.NaN : Number(target);
  return Number.isNaN(left) || Number.isNaN(right) ? compareText(text, target, true) : left - right;
}

/** A value against a text of its kind; `null` where it has no order, or the text is of no such kind. */
function ownOrder(context: ValueContext, item: ValueObject, target: string): number | null {
  if (comparableOf(item) === null) return null;
  try {
    return compare(context, item, target, true);
  } catch (error) {
    if (error instanceof PowerShellError) return null;
    throw error;
  }
}

function ordered(difference: number, operator: FilterOperator): boolean {
  switch (operator) {
    case "eq":
      return difference === 0;
    case "ne":
      return difference !== 0;
    case "gt":
      return difference > 0;
    case "ge":
      return difference >= 0;
    case "lt":
      return difference < 0;
    case "le":
      return difference <= 0;
    case "like":
    case "notlike":
      return false;
  }
}
