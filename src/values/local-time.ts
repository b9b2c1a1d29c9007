import { DateTime } from "./date-time.js";
import type { ValueContext } from "./value-context.js";

/** A point in time, in ticks of UTC, as the session's clock shows it. */
export function localTime(context: Pick<ValueContext, "utcOffset">, utcTicks: bigint): DateTime {
  return new DateTime(utcTicks + context.utcOffset(utcTicks), "Local");
}
