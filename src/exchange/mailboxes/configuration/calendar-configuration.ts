import { TimeSpan, ticksPerDay, ticksPerHour, ticksPerMinute } from "../../../values/date-time.js";
import { message } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import type { NounVerbs } from "../../noun/noun.js";
import { setVerb, valueAfter } from "../../noun/set-verb.js";
import type { Kind } from "../../properties/kind.js";
import { bool, choice, int, property } from "../../properties/property.js";
import { spanKind } from "../../properties/scalar-kinds.js";
import { enumeration, netEnumeration } from "../../types/enumeration.js";
import { storage, storageManagement, storeConfiguration } from "./store-configuration.js";
import { timeZoneKind } from "./time-zone-kind.js";

const weekDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const bits = (count: number): readonly bigint[] => Array.from({ length: count }, (_, index) => 1n << BigInt(index));
const [fromMondayOn, ends, all] = [62n, 65n, 127n];

const daysOfWeek = enumeration(`${storage}.DaysOfWeek`, ["None", ...weekDays, "Weekdays", "WeekendDays", "AllDays"], {
  isFlags: true,
  numbers: [0n, ...bits(weekDays.length), fromMondayOn, ends, all],
});
const firstWeek = enumeration(`${storageManagement}.FirstWeekRules`, [
  "LegacyNotSet",
  "FirstDay",
  "FirstFourDayWeek",
  "FirstFullWeek",
]);
const increment = enumeration(`${storageManagement}.HourIncrement`, ["FifteenMinutes", "ThirtyMinutes"], {
  numbers: [15n, 30n],
});
const agendaMail = enumeration(`${storageManagement}.AgendaMailSchedule`, ["Default", "EarlyMorning", "Morning"]);
const dayOfWeek = netEnumeration("System.DayOfWeek", weekDays);

const notADay = message({
  text: (parameter: string) => `${parameter} must be a time of day, from 00:00:00 up to 1.00:00:00.`,
  exception: "Microsoft.Exchange.Data.DataValidationException",
  category: "InvalidData",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

/** A plain TimeSpan. */
const timeSpanKind: Kind = {
  ...spanKind,
  typeName: "timespan",
  show: (stored) => (typeof stored === "bigint" ? new TimeSpan(stored) : null),
};
const timeOfDay = (name: string, hour: bigint) =>
  property(name, timeSpanKind, {
    default: hour * ticksPerHour,
    check: (value, { task, parameter }) => {
      if (typeof value === "bigint" && (value < 0n || value > ticksPerDay)) throw task.failure(notADay, [parameter]);
    },
  });

const reminder = 15n * ticksPerMinute;
const [beginning, end] = [8n, 17n];
const meeting = 30;

/** How the calendar of a mailbox looks in Outlook Web App. Defaults as documented; the order from memory. */
export const calendarConfiguration = storeConfiguration({
  noun: "MailboxCalendarConfiguration",
  called: "mailbox calendar configuration",
  typeName: `${storageManagement}.MailboxCalendarConfiguration`,
  properties: () => [
    choice("WorkDays", daysOfWeek, { default: "Weekdays" }),
    timeOfDay("WorkingHoursStartTime", beginning),
    timeOfDay("WorkingHoursEndTime", end),
    property("WorkingHoursTimeZone", timeZoneKind, { default: "Pacific Standard Time" }),
    choice("WeekStartDay", dayOfWeek, { default: "Sunday" }),
    bool("ShowWeekNumbers", { default: false }),
    choice("FirstWeekOfYear", firstWeek, { default: "FirstDay" }),
    choice("TimeIncrement", increment, { default: "ThirtyMinutes" }),
    bool("RemindersEnabled", { default: true }),
    bool("ReminderSoundEnabled", { default: true }),
    property("DefaultReminderTime", timeSpanKind, { default: reminder }),
    bool("UseBrightCalendarColorThemeInOwa", { default: false, since: "2016" }),
    bool("ConversationalSchedulingEnabled", { default: true, since: "2016" }),
    bool("AgendaMailEnabled", { default: true, since: "2016" }),
    bool("SkipAgendaMailOnFreeDays", { default: true, since: "2016" }),
    choice("DailyAgendaMailSchedule", agendaMail, { default: "Default", since: "2016" }),
    int("DefaultMeetingDuration", { default: meeting, since: "2016" }),
  ],
});

const endBeforeStart = message({
  text: () => "The end of the working hours must be later than their beginning.",
  exception: "Microsoft.Exchange.Data.DataValidationException",
  category: "InvalidData",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

export const calendarConfigurationVerbs: NounVerbs = {
  Get: getVerb(calendarConfiguration),
  Set: setVerb(calendarConfiguration, {
    check: (task, object, { properties = {} }) => {
      const after = (name: string) => valueAfter(object, properties, name);
      const [from, to] = [after("WorkingHoursStartTime"), after("WorkingHoursEndTime")];
      if (typeof from === "bigint" && typeof to === "bigint" && to < from) throw task.failure(endBeforeStart, []);
    },
  }),
};
