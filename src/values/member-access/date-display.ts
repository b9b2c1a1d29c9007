import { dayNames, englishCulture, invariantCulture, monthNames } from "../culture.js";
import type { DateTime } from "../date-time.js";
import { enumText } from "../enumerations.js";
import { formatDateTime } from "../format/date-time-format.js";
import { EnumValue } from "../numbers.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/**
 * What `$date.DateTime` gives: `Monday, January 6, 2020 3:04:05 PM`, or only its date or time when the note DisplayHint
 * says so. A plain blank stands before AM and PM: {@link dateTimeDisplay} of the formatter knows the edition's.
 */
export function dateTimeDisplayText(self: Value, date: DateTime, context: ValueContext): string {
  const hint = displayHint(self);
  const culture = context.currentCulture ?? englishCulture(context.facts);
  const [day, time] =
    culture.lcid === invariantCulture.lcid || culture.name === "en-US"
      ? englishParts(date, context.facts.designatorSpace)
      : ["D", "T"].map((spec) => formatDateTime(date, spec, culture, 0n));
  if (hint === "date") return day ?? "";
  return hint === "time" ? (time ?? "") : `${day} ${time}`;
}

function englishParts(date: DateTime, designatorSpace: string): readonly [day: string, time: string] {
  const p = date.dateParts;
  const day = `${dayNames[p.dayOfWeek]}, ${monthNames[p.month - 1]} ${p.day}, ${p.year.toString().padStart(4, "0")}`;
  const two = (n: number) => n.toString().padStart(2, "0");
  const time = `${p.hour % 12 || 12}:${two(p.minute)}:${two(p.second)}${designatorSpace}${p.hour < 12 ? "AM" : "PM"}`;
  return [day, time];
}

function displayHint(self: Value): string {
  const note = self !== null && typeof self === "object" ? self.instanceMembers?.get("DisplayHint") : undefined;
  if (note?.kind !== "NoteProperty") return "";
  return (note.value instanceof EnumValue ? enumText(note.value) : String(note.value)).toLowerCase();
}
