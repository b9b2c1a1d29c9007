import type { DirectoryObject } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { compareText } from "../../values/comparison.js";
import { parseDateTime } from "../../values/date-parsing.js";
import { DateTime, ticksOf } from "../../values/date-time.js";
import { PowerShellError } from "../../values/errors.js";
import { integerOf } from "../../values/numeric.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { WildcardPattern } from "../../values/wildcard.js";
import { schema } from "../schema.js";
import { dn } from "./attribute-kinds.js";
import { attributesOf } from "./attributes.js";
import { type Entry, groupsOfMember, membersOfGroup } from "./entry.js";
import { type Comparison, type DirectoryFilter, universalTicks } from "./filter.js";

type Compare = Extract<DirectoryFilter, { readonly kind: "compare" }>;

/** Whether an object fits a filter. What has several values fits when one of them does. */
export function fits(context: ValueContext, filter: DirectoryFilter, entry: Entry): boolean {
  switch (filter.kind) {
    case "all":
      return true;
    case "and":
      return filter.operands.every((operand) => fits(context, operand, entry));
    case "or":
      return filter.operands.some((operand) => fits(context, operand, entry));
    case "not":
      return !fits(context, filter.operand, entry);
    case "present":
      return valuesOf(context, filter.attribute, entry).length > 0;
    case "compare":
      return compares(context, filter, entry);
  }
}

/** What an object has under a name, the module's or the directory's. */
function valuesOf(context: ValueContext, name: string, entry: Entry): readonly Value[] {
  const lower = name.toLowerCase();
  const definition = schema.get(entry.object.class);
  // Searches see all classes above an object's own, and know its category by its short name as well.
  if (lower === "objectclass") return definition.objectClass;
  const value = attributesOf(entry.object.class).get(lower)?.read(entry, context) ?? null;
  if (lower === "objectcategory") return [value, definition.objectCategory];
  if (value instanceof PSArray) return value.items;
  return value === null ? [] : [value];
}

function compares(context: ValueContext, filter: Compare, entry: Entry): boolean {
  if (filter.operator === "inChain") return isInChain(filter, entry);
  const pattern = filter.operator === "like" ? new WildcardPattern(filter.value, true) : null;
  return valuesOf(context, filter.attribute, entry).some((value) => {
    if (pattern !== null) return pattern.isMatch(toText(context, value));
    return holds(filter.operator, difference(context, value, filter), value, filter.value);
  });
}

/** Below 0: less. NaN: they do not compare. */
function difference(context: ValueContext, value: Value, { value: wanted, ticks }: Compare): number {
  if (value instanceof DateTime) {
    const target = ticks ?? ticksOfText(context, wanted);
    const own = universalTicks(context, value);
    return target === null ? Number.NaN : own < target ? -1 : own > target ? 1 : 0;
  }
  if (typeof value === "boolean") return String(value) === wanted.toLowerCase() ? 0 : Number.NaN;
  const [left, right] = [integerOf(value), Number(wanted)];
  if (left !== null && !Number.isNaN(right)) return Number(left) - right;
  return compareText(toText(context, value), wanted, true);
}

const generalized = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/;

/** `20130603090000.0Z`, or a date as it is typed; ticks of UTC. */
function ticksOfText(context: ValueContext, text: string): bigint | null {
  const found = generalized.exec(text);
  if (found !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
    return ticksOf(year, month, day, hour, minute, second);
  }
  try {
    return universalTicks(context, parseDateTime(context, text));
  } catch (error) {
    if (error instanceof PowerShellError) return null;
    throw error;
  }
}

function holds(operator: Comparison, order: number, value: Value, wanted: string): boolean {
  switch (operator) {
    case "eq":
      return order === 0;
    case "ge":
      return order >= 0;
    case "le":
      return order <= 0;
    case "gt":
      return order > 0;
    case "lt":
      return order < 0;
    case "allBits":
      return commonBits(value, wanted) === bitsOf(wanted);
    case "anyBit":
      return commonBits(value, wanted) !== 0n;
    case "like":
    case "inChain":
      return false;
  }
}

const bitsOf = (text: string): bigint => (/^-?\d+$/.test(text) ? BigInt.asUintN(32, BigInt(text)) : 0n);
const commonBits = (value: Value, wanted: string): bigint => {
  const number = integerOf(value);
  return number === null ? 0n : BigInt.asUintN(32, number) & bitsOf(wanted);
};

/** Members of members, and groups of groups. */
function isInChain({ attribute, value }: Compare, { topology, object }: Entry): boolean {
  const name = attribute.toLowerCase();
  const next = name === "memberof" ? groupsOfMember : name === "member" || name === "members" ? membersOfGroup : null;
  if (next === null) return false;
  const seen = new Set<string>();
  const pending: DirectoryObject[] = [...next({ topology, object })];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (seen.has(each.guid)) continue;
    seen.add(each.guid);
    if (compareText(dn({ topology, object: each }), value, true) === 0) return true;
    pending.push(...next({ topology, object: each }));
  }
  return false;
}
