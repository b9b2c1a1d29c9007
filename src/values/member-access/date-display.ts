import type { DateTime } from "../date-time.js";
import { dayNames, monthNames } from "../format/date-time-format.js";
import type { Value } from "../value.js";

/**
 * What `$date.DateTime` gives: `Monday, January 6, 2020 3:04:05 PM`, or only its date or time when the note DisplayHint
 * says so. A plain blank stands before AM and PM: {@link dateTimeDisplay} of the formatter knows the edition's.
 */
export function englishDateTimeText(self: Value, date: DateTime, designatorSpace = " "): string {
  const p = date.dateParts;
  const day = `${dayNames[p.dayOfWeek]}, ${monthNames[p.month - 1]} ${p.day}, ${p.year.toString().padStart(4, "0")}`;
  const two = (n: number) => n.toString().padStart(2, "0");
  const time = `${p.hour % 12 || 12}:${two(p.minute)}:${two(p.second)}${designatorSpace}${p.hour < 12 ? "AM" : "PM"}`;
  const note = self !== null && typeof self === "object" ? self.instanceMembers?.get("DisplayHint") : undefined;
  const hint =
    note?.kind === "NoteProperty" ? String(note.value instanceof Object ? "" : note.value).toLowerCase() : "";
  if (hint === "date") return day;
  return hint === "time" ? time : `${day} ${time}`;
}
