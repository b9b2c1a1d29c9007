import { dayNames, monthNames } from "../../values/culture.js";
import { type DateTime, datePartsOf, ticksPerDay, ticksPerSecond, unixEpochTicks } from "../../values/date-time.js";

const pad = (value: number, width = 2, fill = "0"): string => String(value).padStart(width, fill);

/**
 * `Get-Date -UFormat`: strftime's letters behind `%`.
 * @param offset local time minus UTC in ticks
 */
export function unixDateText(date: DateTime, format: string, offset: bigint): string {
  const text = format.startsWith("+") ? format.slice(1) : format;
  return text.replace(/%([\s\S])/g, (_match, letter: string) => field(date, letter, offset));
}

function field(date: DateTime, letter: string, offset: bigint): string {
  const { year, month, day, hour, minute, second, dayOfWeek, dayOfYear } = date.dateParts;
  const dayName = dayNames[dayOfWeek] ?? "";
  const monthName = monthNames[month - 1] ?? "";
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  const time = `${pad(hour)}:${pad(minute)}:${pad(second)}`;
  switch (letter) {
    case "A":
      return dayName;
    case "a":
      return dayName.slice(0, 3);
    case "B":
      return monthName;
    case "b":
    case "h":
      return monthName.slice(0, 3);
    case "C":
      return pad(Math.floor(year / 100));
    case "c":
      return `${dayName.slice(0, 3)} ${pad(day)} ${monthName.slice(0, 3)} ${year} ${time}`;
    case "D":
    case "x":
      return `${pad(month)}/${pad(day)}/${pad(year % 100)}`;
    case "d":
      return pad(day);
    case "e":
      return pad(day, 2, " ");
    case "F":
      return `${year}-${pad(month)}-${pad(day)}`;
    case "G":
      return String(isoWeek(date).year);
    case "g":
      return pad(isoWeek(date).year % 100);
    case "H":
      return pad(hour);
    case "I":
      return pad(hour12);
    case "j":
      return pad(dayOfYear, 3);
    case "k":
      return pad(hour, 2, " ");
    case "l":
      return pad(hour12, 2, " ");
    case "M":
      return pad(minute);
    case "m":
      return pad(month);
    case "n":
      return "\n";
    case "p":
      return hour < 12 ? "AM" : "PM";
    case "R":
      return `${pad(hour)}:${pad(minute)}`;
    case "r":
      return `${pad(hour12)}:${pad(minute)}:${pad(second)} ${hour < 12 ? "AM" : "PM"}`;
    case "S":
      return pad(second);
    case "s":
      return String((date.ticks - offset - unixEpochTicks) / ticksPerSecond);
    case "T":
    case "X":
      return time;
    case "t":
      return "\t";
    case "U":
    case "W":
      return String(Math.floor(dayOfYear / 7));
    case "u":
      return String(dayOfWeek === 0 ? 7 : dayOfWeek);
    case "V":
      return pad(isoWeek(date).week);
    case "w":
      return String(dayOfWeek);
    case "Y":
      return String(year);
    case "y":
      return pad(year % 100);
    case "Z":
      return offsetHours(offset);
    case "%":
      return "%";
    default:
      return `%${letter}`;
  }
}

function offsetHours(offset: bigint): string {
  const hours = Number(offset / (ticksPerDay / 24n));
  return `${hours < 0 ? "-" : "+"}${pad(Math.abs(hours))}`;
}

/** The ISO 8601 week: its year is that of its Thursday. */
function isoWeek(date: DateTime): { readonly year: number; readonly week: number } {
  const { dayOfWeek } = date.dateParts;
  const toThursday = 4 - (dayOfWeek === 0 ? 7 : dayOfWeek);
  const thursday = datePartsOf(date.ticks + BigInt(toThursday) * ticksPerDay);
  return { year: thursday.year, week: Math.floor((thursday.dayOfYear - 1) / 7) + 1 };
}
