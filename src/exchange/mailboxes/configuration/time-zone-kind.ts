import { toText } from "../../../values/text.js";
import { message } from "../../noun/exchange-errors.js";
import type { Kind } from "../../properties/kind.js";
import { timeZoneId } from "../../types/time-zone.js";

const unknownZone = message({
  text: (zone: string) =>
    `"${zone}" isn't the id of a time zone. Write it as Windows does, such as "GMT Standard Time".`,
  exception: "System.ArgumentException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

/** A time zone, kept by its Windows id. */
export const timeZoneKind: Kind = {
  name: "time zone",
  typeName: "Microsoft.Exchange.Configuration.Tasks.ExTimeZoneValue",
  holds: "string",
  show: (stored) => (typeof stored === "string" ? stored : null),
  take: (given, { task }) => {
    if (given === null) return null;
    const text = toText(task.cmdlet.context, given);
    const id = timeZoneId(text);
    if (id === undefined) throw task.failure(unknownZone, [text]);
    return id;
  },
};
