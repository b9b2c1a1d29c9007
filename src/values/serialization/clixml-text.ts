import {
  DateTime,
  type DateTimeKind,
  ticksOf,
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
} from "../date-time.js";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters and halves of pairs are written as _xHHHH_
const toEncode = /[\u0000-\u001F\u007F-\u009F\uD800-\uDFFF]|_(?=[xX])/g;

/** Text as Clixml holds it: control characters and surrogates as `_x000A_`, and `_` before an `x` too. */
export function encodeText(text: string): string {
  return text.replace(toEncode, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** The text that {@link encodeText} was given. */
export function decodeText(text: string): string {
  if (!text.includes("_x") && !text.includes("_X")) return text;
  return text.replace(/_[xX]([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** `2020-01-02T03:04:05.1234567`, then nothing, `Z`, or local time's offset from UTC (in ticks). */
export function dateTimeText(value: DateTime, localOffset: bigint): string {
  const { year, month, day, hour, minute, second, fraction } = value.dateParts;
  const two = (n: number) => digits(n, 2);
  const parts = `${digits(year, 4)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const tail = fraction === 0 ? "" : `.${digits(fraction, 7).replace(/0+$/, "")}`;
  return parts + tail + (value.kind === "Utc" ? "Z" : value.kind === "Local" ? offsetText(localOffset) : "");
}

function digits(n: number, count: number): string {
  return String(n + 10 ** count).slice(-count);
}

function offsetText(ticks: bigint): string {
  const minutes = Number((ticks < 0n ? -ticks : ticks) / ticksPerMinute);
  return `${ticks < 0n ? "-" : "+"}${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}`;
}

/** Reads {@link dateTimeText}; a time with offset becomes local time. `null`: not a date. */
export function parseDateTimeText(text: string, offsetAt: (utcTicks: bigint) => bigint): DateTime | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7})\d*)?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim());
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fraction = Number(`${found[7] ?? ""}0000000`.slice(0, 7));
  const ticks = ticksOf(year, month, day, hour, minute, second, fraction);
  const zone = found[8] ?? "";
  const kind: DateTimeKind = zone === "" ? "Unspecified" : zone === "Z" ? "Utc" : "Local";
  if (kind !== "Local") return new DateTime(ticks, kind);
  const offset = BigInt(Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * ticksPerMinute;
  const utc = zone.startsWith("-") ? ticks + offset : ticks - offset;
  return new DateTime(utc + offsetAt(utc), "Local");
}

/** A duration in ticks as XML Schema writes it: `P1DT2H3M4.567S`. */
export function durationText(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const days = size / ticksPerDay;
  const hours = (size % ticksPerDay) / ticksPerHour;
  const minutes = (size % ticksPerHour) / ticksPerMinute;
  const seconds = (size % ticksPerMinute) / ticksPerSecond;
  const fraction = digits(Number(size % ticksPerSecond), 7).replace(/0+$/, "");
  const secondsText = `${seconds}${fraction === "" ? "" : `.${fraction}`}`;
  const time =
    (hours > 0n ? `${hours}H` : "") +
    (minutes > 0n ? `${minutes}M` : "") +
    (secondsText === "0" ? "" : `${secondsText}S`);
  const date = days > 0n ? `${days}D` : "";
  const body = date === "" && time === "" ? "T0S" : date + (time === "" ? "" : `T${time}`);
  return `${ticks < 0n ? "-" : ""}P${body}`;
}

/** Reads {@link durationText}; `null`: not a duration of days and less. */
export function parseDuration(text: string): bigint | null {
  const found = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7})\d*)?S)?)?$/.exec(text.trim());
  if (found === null || /[PT]$/.test(text.trim())) return null;
  const [, sign, days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""] = found;
  const ticks =
    BigInt(days) * ticksPerDay +
    BigInt(hours) * ticksPerHour +
    BigInt(minutes) * ticksPerMinute +
    BigInt(seconds) * ticksPerSecond +
    BigInt(`${fraction}0000000`.slice(0, 7));
  return sign === "-" ? -ticks : ticks;
}
