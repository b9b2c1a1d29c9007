import {
  TimeSpan,
  ticksPerDay,
  ticksPerHour,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
} from "../../values/date-time.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { timeSpanText } from "../../values/format/time-span-format.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { Double } from "../../values/numbers.js";
import { method, property } from "../../values/signatures.js";
import { parseTimeSpan } from "../../values/time-span-parsing.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { fromText } from "./text-conversion.js";

export const enhancedTimeSpanName = "Microsoft.Exchange.Data.EnhancedTimeSpan";

/** A span of time as Exchange keeps it: `30.00:00:00`. Computes and compares as a TimeSpan. */
export class EnhancedTimeSpan extends TimeSpan {
  override get type(): DotNetType {
    return typeNamed(enhancedTimeSpanName);
  }
}
heapClass("EnhancedTimeSpan", EnhancedTimeSpan);

const parse = fromText(
  () => enhancedTimeSpanName,
  (text, context) => new EnhancedTimeSpan(parseTimeSpan(context, text).ticks),
);

/**
 * A value as a span of time. Unlike for a TimeSpan, a whole number counts days, as its text does (documented:
 * Set-Mailbox -RetainDeletedItemsFor 30).
 */
export function enhancedTimeSpanOf(context: ValueContext, value: Value): Value {
  return value instanceof TimeSpan ? new EnhancedTimeSpan(value.ticks) : parse(context, value);
}

const part = (name: string, unit: bigint, wrap: bigint | null) =>
  property<EnhancedTimeSpan>(`int ${name}`, ({ ticks }) =>
    Number(wrap === null ? ticks / unit : (ticks / unit) % wrap),
  );
const total = (name: string, unit: bigint) =>
  property<EnhancedTimeSpan>(`double Total${name}`, ({ ticks }) => new Double(Number(ticks) / Number(unit)));

const factory = (unit: string, ticks: bigint) =>
  method([
    `static ${enhancedTimeSpanName} From${unit}(double value)`,
    (_context, _self, [value]) =>
      new EnhancedTimeSpan(BigInt(Math.round((value instanceof Double ? value.value : 0) * Number(ticks)))),
  ]);
const ticksOf = (value: Value | undefined): bigint => (value instanceof TimeSpan ? value.ticks : 0n);
/** Spans are added to and taken from each other. */
const sum = (name: string, sign: bigint) =>
  method([
    `static ${enhancedTimeSpanName} ${name}(${enhancedTimeSpanName} t1, timespan t2)`,
    (_context, _self, [left, right]) => new EnhancedTimeSpan(ticksOf(left) + sign * ticksOf(right)),
  ]);

defineType({
  fullName: enhancedTimeSpanName,
  kind: "struct",
  interfaces: ["System.IComparable"],
  convertFrom: enhancedTimeSpanOf,
  members: () => [
    part("Days", ticksPerDay, null),
    part("Hours", ticksPerHour, 24n),
    part("Milliseconds", ticksPerMillisecond, 1000n),
    part("Minutes", ticksPerMinute, 60n),
    part("Seconds", ticksPerSecond, 60n),
    property<EnhancedTimeSpan>("long Ticks", ({ ticks }) => ticks),
    total("Days", ticksPerDay),
    total("Hours", ticksPerHour),
    total("Milliseconds", ticksPerMillisecond),
    total("Minutes", ticksPerMinute),
    total("Seconds", ticksPerSecond),
    property<EnhancedTimeSpan>("int Sign", ({ ticks }) => (ticks === 0n ? 0 : ticks < 0n ? -1 : 1)),
    method<EnhancedTimeSpan>(["string ToString()", (_context, self) => timeSpanText(self.ticks)]),
  ],
  staticMembers: () => [
    method([
      `static ${enhancedTimeSpanName} Parse(string s)`,
      (context, _self, [text]) => new EnhancedTimeSpan(parseTimeSpan(context, String(text)).ticks),
    ]),
    factory("Days", ticksPerDay),
    factory("Hours", ticksPerHour),
    factory("Milliseconds", ticksPerMillisecond),
    factory("Minutes", ticksPerMinute),
    factory("Seconds", ticksPerSecond),
    property(`static ${enhancedTimeSpanName} Zero`, () => new EnhancedTimeSpan(0n)),
    sum("op_Addition", 1n),
    sum("op_Subtraction", -1n),
  ],
});
