import { DateTime } from "./date-time.js";
import type { ValueContext } from "./value-context.js";

/** A point in time, in ticks of UTC, as the session's clock shows it. */
export function localTime(context: Pick<ValueContext, "utcOffset">, utcTicks: bigint): DateTime {
  return new DateTime(utcTicks + context.utcOffset(utcTicks), "Local");
}

/** Local time minus UTC in ticks, at ticks of local time. Of a time that the end of summer time repeats, the later. */
export function offsetOfLocal(context: Pick<ValueContext, "utcOffset">, localTicks: bigint): bigint {
  return context.utcOffset(localTicks - context.utcOffset(localTicks));
}
