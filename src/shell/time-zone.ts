import { unixEpochTicks } from "../values/date-time.js";

const ticksPerMinute = 600_000_000n;
const ticksPerHour = 60n * ticksPerMinute;
const ticksPerMillisecond = 10_000n;
/** Hours whose offsets are kept; a session looks at few. */
const mostKept = 1000;

/** Local time minus UTC in ticks of 100 ns, at the given ticks of UTC. */
export type UtcOffset = (utcTicks: bigint) => bigint;

/**
 * The offsets of a time zone.
 * @param name `UTC`, a fixed offset (`+02:00`), or a zone of the IANA data base (`Europe/Berlin`) with its summer time
 * @throws {RangeError} for any other text
 */
export function timeZoneNamed(name: string): UtcOffset {
  if (/^(UTC|Z)$/i.test(name)) return () => 0n;
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(name);
  if (fixed === null) return zoneOffsets(name);
  const [, sign = "+", hours = "0", minutes = "0"] = fixed;
  const offset = BigInt(hours) * ticksPerHour + BigInt(minutes) * ticksPerMinute;
  return sign === "-" ? () => -offset : () => offset;
}

/** Offsets change at full hours of UTC, if they change: each is looked up once. */
function zoneOffsets(timeZone: string): UtcOffset {
  const format = formatFor(timeZone);
  const known = new Map<bigint, bigint>();
  return (utcTicks) => {
    const hour = utcTicks / ticksPerHour;
    let offset = known.get(hour);
    if (offset === undefined) {
      offset = offsetAt(format, Number((hour * ticksPerHour - unixEpochTicks) / ticksPerMillisecond));
      if (known.size === mostKept) known.clear();
      known.set(hour, offset);
    }
    return offset;
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(
      `There is no time zone "${timeZone}". Write it as "UTC", "+02:00" or with its IANA name, as "Europe/Berlin".`,
    );
  }
}

function offsetAt(format: Intl.DateTimeFormat, milliseconds: number): bigint {
  const parts = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return BigInt(local - milliseconds) * ticksPerMillisecond;
}
