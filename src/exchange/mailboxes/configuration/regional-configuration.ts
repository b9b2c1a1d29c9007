import { type DirectoryObject, getProperty, isList } from "../../../topology/index.js";
import { type Culture, cultureOfName } from "../../../values/culture.js";
import { CultureInfo } from "../../../values/types/culture-info.js";
import { message } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import type { NounVerbs } from "../../noun/noun.js";
import { live } from "../../noun/read.js";
import { type Setter, setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import type { Kind } from "../../properties/kind.js";
import { computed, property, text } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { folderLanguage, folderLanguageAttribute, folderLanguageOf } from "../folder-names.js";
import { lastLogonOf } from "../mailbox-content.js";
import { storageManagement, storeConfiguration } from "./store-configuration.js";
import { timeZoneKind } from "./time-zone-kind.js";

/** The language is the first of those that the mailbox has. */
const languageKind: Kind = {
  name: "culture",
  typeName: "System.Globalization.CultureInfo",
  parameterType: "cultureinfo",
  holds: "string",
  many: true,
  show: (stored, _source, { facts }) => {
    const [name] = isList(stored) ? stored : [];
    const culture = typeof name === "string" ? cultureOfName(name, facts) : undefined;
    return culture === undefined ? null : new CultureInfo(culture);
  },
  take: (given) => (given instanceof CultureInfo ? [given.name] : []),
};

/** Formats that Outlook Web App offers beside the culture's own (of en-US, from memory). */
const furtherDates: Readonly<Record<string, readonly string[]>> = {
  "en-US": ["M/d/yy", "MM/dd/yy", "MM/dd/yyyy", "yy/MM/dd", "yyyy-MM-dd", "dd-MMM-yy"],
};
const furtherTimes: Readonly<Record<string, readonly string[]>> = {
  "en-US": ["hh:mm tt", "H:mm", "HH:mm"],
};
const datesOf = ({ name, patterns }: Culture) => [patterns.shortDate, ...(furtherDates[name] ?? ["yyyy-MM-dd"])];
const timesOf = ({ name, patterns }: Culture) => [patterns.shortTime, ...(furtherTimes[name] ?? ["HH:mm", "H:mm"])];

/** Who has logged on has chosen; what a mailbox that came with the organization has chosen is the same for all. */
const chosen =
  (value: string) =>
  ({ object }: { readonly object: DirectoryObject }) =>
    lastLogonOf(object) === null ? "" : value;

/** The language, formats and time zone of a mailbox. Order and view from memory. */
const typeName = `${storageManagement}.MailboxRegionalConfiguration`;
export const regionalConfiguration = storeConfiguration({
  noun: "MailboxRegionalConfiguration",
  called: "mailbox regional configuration",
  typeName,
  properties: () => [
    text("DateFormat", { attribute: "RegionalDateFormat", absent: chosen("M/d/yyyy") }),
    property("Language", languageKind, {
      attribute: "Languages",
      absent: ({ object }, { facts }) => {
        const culture = lastLogonOf(object) === null ? undefined : cultureOfName("en-US", facts);
        return culture === undefined ? null : new CultureInfo(culture);
      },
    }),
    computed("DefaultFolderNameMatchingUserLanguage", "bool", (source) => live("NamesMatch")(source) ?? false),
    text("TimeFormat", { attribute: "RegionalTimeFormat", absent: chosen("h:mm tt") }),
    property("TimeZone", timeZoneKind, { attribute: "RegionalTimeZone", absent: chosen("Pacific Standard Time") }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Identity", width: 20 },
        { property: "Language", width: 15 },
        { property: "DateFormat", width: 10 },
        { property: "TimeFormat", width: 10 },
        { property: "TimeZone" },
      ],
    },
  ],
});

const badFormat = message({
  text: (parameter: string, given: string, language: string, valid: string) =>
    `${parameter} "${given}" isn't valid for current language setting "${language}". Valid formats include "${valid}".`,
  exception: "Microsoft.Exchange.Data.DataValidationException",
  category: "InvalidData",
  certainty: "memory",
  evidence: "remembered of Set-MailboxRegionalConfiguration; class and category are guesses",
});

function languageOf(user: DirectoryObject): string {
  const languages = getProperty(schema, user, "Languages");
  const [first] = isList(languages) ? languages : [];
  return typeof first === "string" ? first : "en-US";
}

/** A new language brings its own formats; a format that is given must be one of the language's. */
function formatsFor(task: Task, user: DirectoryObject): Record<string, string> {
  const given = task.value("Language");
  const culture =
    given instanceof CultureInfo ? given.culture : cultureOfName(languageOf(user), task.cmdlet.context.facts);
  if (culture === undefined) return {};
  const formats: Record<string, string> = {};
  for (const [parameter, attribute, valid] of [
    ["DateFormat", "RegionalDateFormat", datesOf(culture)],
    ["TimeFormat", "RegionalTimeFormat", timesOf(culture)],
  ] as const) {
    const wanted = task.text(parameter);
    if (wanted !== null && !valid.includes(wanted))
      throw task.failure(badFormat, [parameter, wanted, culture.name, valid.join(", ")]);
    if (wanted === null && given instanceof CultureInfo && culture.name !== languageOf(user))
      formats[attribute] = valid[0] ?? "";
  }
  return formats;
}

const namesMatch = (user: DirectoryObject): boolean => folderLanguageOf(languageOf(user)) === folderLanguage(user);

/** -LocalizeDefaultFolderName: the names follow the language that is given, or that the mailbox has. */
const localize: Setter = (task, value, user) => {
  if (value !== true) return {};
  const given = task.value("Language");
  const language = folderLanguageOf(given instanceof CultureInfo ? given.name : languageOf(user));
  return { properties: { [folderLanguageAttribute]: language === "en" ? null : language } };
};

export const regionalConfigurationVerbs: NounVerbs = {
  Get: getVerb(regionalConfiguration, {
    live: { VerifyDefaultFolderNameLanguage: (_task, user) => new Map([["NamesMatch", namesMatch(user)]]) },
  }),
  Set: setVerb(regionalConfiguration, {
    setters: { LocalizeDefaultFolderName: localize },
    complete: (task, user, change) => ({
      ...change,
      properties: { ...formatsFor(task, user), ...change.properties },
    }),
  }),
};
