import { TimeSpan, ticksPerDay, ticksPerSecond } from "./date-time.js";
import { netError } from "./net-errors.js";
import type { ValueContext } from "./value-context.js";

const pattern =
  /^(-?)(?:(\d+)|(?:(\d+)\.)?(\d+):(\d+)(?::(\d+)(?:\.(\d{1,7}))?)?|(\d+):(\d+):(\d+):(\d+)(?:\.(\d{1,7}))?)$/;

/**
 * TimeSpan.Parse: `5` (days), `1:30`, `1.02:03:04.5`, `1:02:03:04`. Throws FormatException, OverflowException.
 * @param decimalSeparator the culture's, which may stand before the fraction
 */
export function parseTimeSpan(_context: ValueContext, text: string, decimalSeparator = "."): TimeSpan {
  const written = text.trim();
  const last = written.lastIndexOf(decimalSeparator);
  const isLocal = decimalSeparator !== "." && last > written.lastIndexOf(":");
  const match = pattern.exec(isLocal ? `${written.slice(0, last)}.${written.slice(last + 1)}` : written);
  if (match === null) {
    throw netError("System.FormatException", `String '${text}' was not recognized as a valid TimeSpan.`);
  }
  const [, sign, daysAlone, dotDays, h1, m1, s1, f1, d2, h2, m2, s2, f2] = match;
  const days = Number(daysAlone ?? dotDays ?? d2 ?? 0);
  const hours = Number(h1 ?? h2 ?? 0);
  const minutes = Number(m1 ?? m2 ?? 0);
  const seconds = Number(s1 ?? s2 ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59 || days > 10675199) {
    const reason =
      "could not be parsed because at least one of the numeric components is out of range or contains too many digits.";
    throw netError("System.OverflowException", `The TimeSpan string '${text}' ${reason}`);
  }
  const fraction = BigInt((f1 ?? f2 ?? "0").padEnd(7, "0"));
  const whole = BigInt(hours * 3600 + minutes * 60 + seconds) * ticksPerSecond;
  const ticks = BigInt(days) * ticksPerDay + whole + fraction;
  return new TimeSpan(sign === "-" ? -ticks : ticks);
}
