import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { englishCulture } from "../../values/culture.js";
import {
  DateTime,
  daysInMonth,
  ticksOf,
  ticksPerDay,
  ticksPerHour,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
  unixEpochTicks,
} from "../../values/date-time.js";
import { enumValueNamed } from "../../values/enumerations.js";
import { formatDateTime } from "../../values/format/date-time-format.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/index.js";
import { offsetOfLocal } from "../../values/local-time.js";
import { addMember } from "../instance-members.js";
import { orThrow } from "../net-failure.js";
import { unixDateText } from "./unix-date-format.js";

const hintType = "Microsoft.PowerShell.Commands.DisplayHintType";
if (findTypeByFullName(hintType) === undefined) {
  defineType({
    fullName: hintType,
    kind: "enum",
    enumValues: [
      ["Date", 0n],
      ["Time", 1n],
      ["DateTime", 2n],
    ],
  });
}

const plain = "DateAndFormat";
const unixFormat = "DateAndUFormat";
const secondsPlain = "UnixTimeSecondsAndFormat";
const secondsUnixFormat = "UnixTimeSecondsAndUFormat";

const range = (min: number, max: number) => [{ kind: "ValidateRange", min, max }] as const;

const parameters = {
  Date: {
    type: "datetime",
    position: 0,
    pipeline: "value,name",
    sets: [plain, unixFormat],
    aliases: ["LastWriteTime"],
  },
  UnixTimeSeconds: {
    since: 7,
    type: "long",
    mandatory: true,
    sets: [secondsPlain, secondsUnixFormat],
    aliases: ["UnixTime"],
  },
  Year: { type: "int", validate: range(1, 9999) },
  Month: { type: "int", validate: range(1, 12) },
  Day: { type: "int", validate: range(1, 31) },
  Hour: { type: "int", validate: range(0, 23) },
  Minute: { type: "int", validate: range(0, 59) },
  Second: { type: "int", validate: range(0, 59) },
  Millisecond: { type: "int", validate: range(0, 999) },
  DisplayHint: { type: hintType },
  UFormat: { type: "string", mandatory: true, sets: [unixFormat, secondsUnixFormat] },
  Format: { type: "string", sets: [plain, secondsPlain] },
  AsUTC: { since: 7, type: "switch" },
} as const satisfies ParameterDeclarations;

/** SPEC E.9, H.5. */
export const getDate = defineCmdlet({
  name: "Get-Date",
  typeName: "Microsoft.PowerShell.Commands.GetDateCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the emulated date and time, or another one in a form of its own.",
  defaultParameterSet: plain,
  parameters,
  create: (bound, cmdlet) => ({ process: () => writeDate(bound, cmdlet) }),
});

function writeDate(bound: Bound<typeof parameters>, cmdlet: CmdletRuntime): void {
  const { context } = cmdlet;
  let date = withParts(startDate(bound, cmdlet), bound);
  if (bound.AsUTC) date = toUtc(date, cmdlet);
  if (bound.UFormat !== undefined) {
    cmdlet.writeObject(unixDateText(date, bound.UFormat, offsetOf(date, cmdlet)));
    return;
  }
  if (bound.Format !== undefined) {
    const { date: shown, spec } = namedFormat(date, bound.Format, cmdlet);
    const culture = context.currentCulture ?? englishCulture(context.facts);
    cmdlet.writeObject(orThrow(cmdlet, () => formatDateTime(shown, spec, culture, offsetOf(shown, cmdlet))));
    return;
  }
  const hinted = new DateTime(date.ticks, date.kind);
  const hint = bound.DisplayHint ?? enumValueNamed(typeNamed(hintType), "DateTime") ?? null;
  addMember(hinted, { kind: "NoteProperty", name: "DisplayHint", value: hint });
  cmdlet.writeObject(hinted);
}

function startDate(bound: Bound<typeof parameters>, cmdlet: CmdletRuntime): DateTime {
  if (bound.UnixTimeSeconds !== undefined) {
    const utc = unixEpochTicks + bound.UnixTimeSeconds * ticksPerSecond;
    return new DateTime(utc + cmdlet.context.utcOffset(utc), "Local");
  }
  return bound.Date instanceof DateTime ? bound.Date : new DateTime(cmdlet.context.now(), "Local");
}

/** Each part given moves the date by the difference, so that a day too many runs into the next month. */
function withParts(start: DateTime, bound: Bound<typeof parameters>): DateTime {
  let { ticks } = start;
  const parts = () => new DateTime(ticks).dateParts;
  if (bound.Year !== undefined) ticks = movedTo(ticks, bound.Year, parts().month);
  if (bound.Month !== undefined) ticks = movedTo(ticks, parts().year, bound.Month);
  if (bound.Day !== undefined) ticks += BigInt(bound.Day - parts().day) * ticksPerDay;
  if (bound.Hour !== undefined) ticks += BigInt(bound.Hour - parts().hour) * ticksPerHour;
  if (bound.Minute !== undefined) ticks += BigInt(bound.Minute - parts().minute) * ticksPerMinute;
  if (bound.Second !== undefined) ticks += BigInt(bound.Second - parts().second) * ticksPerSecond;
  if (bound.Millisecond !== undefined) {
    ticks += BigInt(bound.Millisecond) * ticksPerMillisecond - BigInt(parts().fraction);
  }
  return ticks === start.ticks ? start : new DateTime(ticks, start.kind);
}

/** The same day and time in another month; the last day of a shorter one. */
function movedTo(ticks: bigint, year: number, month: number): bigint {
  const { day } = new DateTime(ticks).dateParts;
  return ticksOf(year, month, Math.min(day, daysInMonth(year, month))) + (ticks % ticksPerDay);
}

function toUtc(date: DateTime, cmdlet: CmdletRuntime): DateTime {
  return date.kind === "Utc" ? date : new DateTime(date.ticks - offsetOf(date, cmdlet), "Utc");
}

function offsetOf(date: DateTime, cmdlet: CmdletRuntime): bigint {
  return date.kind === "Utc" ? 0n : offsetOfLocal(cmdlet.context, date.ticks);
}

/** The formats that file names are made of, besides .NET's own. */
function namedFormat(date: DateTime, format: string, cmdlet: CmdletRuntime): { date: DateTime; spec: string } {
  switch (format.toLowerCase()) {
    case "filedate":
      return { date, spec: "yyyyMMdd" };
    case "filedateuniversal":
      return { date: toUtc(date, cmdlet), spec: "yyyyMMddZ" };
    case "filedatetime":
      return { date, spec: "yyyyMMddTHHmmssffff" };
    case "filedatetimeuniversal":
      return { date: toUtc(date, cmdlet), spec: "yyyyMMddTHHmmssffffZ" };
    default:
      return { date, spec: format };
  }
}
