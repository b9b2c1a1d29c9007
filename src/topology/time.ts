import { TopologyError } from "./error.js";

/** A point in time, UTC, in ticks of 100 ns since 1 January 0001, as .NET counts. */
export type Ticks = bigint;

/** The last tick of the year 9999, where .NET's calendar ends. */
export const lastTick: Ticks = 3_155_378_975_999_999_999n;

const ticksPerMillisecond = 10_000n;
const unixEpoch = 621_355_968_000_000_000n;
const isoForm = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads a point in time from ISO 8601: `2013-06-03` or `2013-06-03T09:00:00Z`, up to seven decimals.
 * A time of day needs its zone, because there is no local zone to fall back on.
 * @throws {TopologyError} for any other text
 */
export function ticksFromIso(text: string, where = ""): Ticks {
  const ticks = parseIso(text);
  if (ticks === null) throw new TopologyError(where, notIso(text));
  return ticks;
}

/** What is said of a text that is no point in time. */
export function notIso(text: string): string {
  return `"${text}" is no point in time. Write it as 2013-06-03T09:00:00Z.`;
}

/** Reads as `ticksFromIso` does; null for any other text. */
export function parseIso(text: string): Ticks | null {
  const milliseconds = isoForm.test(text) ? Date.parse(text.replace(/(\.\d{3})\d+/, "$1")) : Number.NaN;
  if (Number.isNaN(milliseconds) || !isDay(text.slice(0, 10))) return null;
  const decimals = /\.(\d+)/.exec(text)?.[1] ?? "";
  const belowMillisecond = BigInt(decimals.padEnd(7, "0").slice(3));
  const ticks = unixEpoch + BigInt(milliseconds) * ticksPerMillisecond + belowMillisecond;
  return ticks < 0n || ticks > lastTick ? null : ticks;
}

/** Whether a day exists; some engines read 31 February as a day in March. */
function isDay(day: string): boolean {
  return new Date(Date.parse(day)).toISOString().startsWith(day);
}

/** Writes a point in time as ISO 8601, in UTC, with as many decimals as it needs. */
export function isoFromTicks(ticks: Ticks): string {
  const sinceEpoch = ticks - unixEpoch;
  const belowMillisecond = ((sinceEpoch % ticksPerMillisecond) + ticksPerMillisecond) % ticksPerMillisecond;
  const milliseconds = Number((sinceEpoch - belowMillisecond) / ticksPerMillisecond);
  const iso = new Date(milliseconds).toISOString();
  const decimals = `${iso.slice(20, 23)}${belowMillisecond.toString().padStart(4, "0")}`.replace(/0+$/, "");
  return `${iso.slice(0, 19)}${decimals === "" ? "" : `.${decimals}`}Z`;
}
