import { type TimeSpan, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from "../date-time.js";
import { pictureError } from "./date-time-format.js";

interface SpanParts {
  readonly negative: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly fraction: number;
}

/** A time span taken apart; all parts are positive. */
export function spanPartsOf(ticks: bigint): SpanParts {
  const t = ticks < 0n ? -ticks : ticks;
  return {
    negative: ticks < 0n,
    days: Number(t / ticksPerDay),
    hours: Number((t / ticksPerHour) % 24n),
    minutes: Number((t / ticksPerMinute) % 60n),
    seconds: Number((t / ticksPerSecond) % 60n),
    fraction: Number(t % ticksPerSecond),
  };
}

const pad = (n: number, width: number): string => n.toString().padStart(width, "0");

/** `[-][d.]hh:mm:ss[.fffffff]`: ToString() of a TimeSpan. */
export function timeSpanText(ticks: bigint): string {
  const p = spanPartsOf(ticks);
  const days = p.days > 0 ? `${p.days}.` : "";
  const fraction = p.fraction > 0 ? `.${pad(p.fraction, 7)}` : "";
  return `${p.negative ? "-" : ""}${days}${pad(p.hours, 2)}:${pad(p.minutes, 2)}:${pad(p.seconds, 2)}${fraction}`;
}

/** `ToString(spec)` of a TimeSpan: `c`, `g`, `G` or a picture. */
export function formatTimeSpan(value: TimeSpan, spec: string): string {
  const p = spanPartsOf(value.ticks);
  const sign = p.negative ? "-" : "";
  switch (spec) {
    case "":
    case "c":
    case "t":
    case "T":
      return timeSpanText(value.ticks);
    case "g": {
      const days = p.days > 0 ? `${p.days}:` : "";
      const fraction = p.fraction > 0 ? `.${pad(p.fraction, 7).replace(/0+$/, "")}` : "";
      return `${sign}${days}${p.hours}:${pad(p.minutes, 2)}:${pad(p.seconds, 2)}${fraction}`;
    }
    case "G":
      return `${sign}${p.days}:${pad(p.hours, 2)}:${pad(p.minutes, 2)}:${pad(p.seconds, 2)}.${pad(p.fraction, 7)}`;
  }
  if (spec.length === 1) throw pictureError();
  return applyPicture(p, spec);
}

function applyPicture(p: SpanParts, picture: string): string {
  const out: string[] = [];
  for (let i = 0; i < picture.length; ) {
    const c = picture[i] as string;
    if (c === "\\") {
      if (i + 1 >= picture.length) throw pictureError();
      out.push(picture[i + 1] as string);
      i += 2;
      continue;
    }
    if (c === "'" || c === '"') {
      const end = picture.indexOf(c, i + 1);
      if (end < 0) throw pictureError();
      out.push(picture.slice(i + 1, end));
      i = end + 1;
      continue;
    }
    if (c === "%") {
      if (i + 1 >= picture.length || picture[i + 1] === "%") throw pictureError();
      i++;
      continue;
    }
    let n = 1;
    while (picture[i + n] === c) n++;
    out.push(field(p, c, n));
    i += n;
  }
  return out.join("");
}

function field(p: SpanParts, letter: string, n: number): string {
  const most = { d: 8, h: 2, m: 2, s: 2, f: 7, F: 7 }[letter];
  if (most === undefined || n > most) throw pictureError();
  switch (letter) {
    case "d":
      return pad(p.days, n);
    case "h":
      return pad(p.hours, n);
    case "m":
      return pad(p.minutes, n);
    case "s":
      return pad(p.seconds, n);
    case "f":
      return pad(p.fraction, 7).slice(0, n);
    default:
      return pad(p.fraction, 7).slice(0, n).replace(/0+$/, "");
  }
}
