import { DateTime } from "../../values/date-time.js";
import { ExceptionObject } from "../../values/errors.js";
import { dateTimeDisplayText } from "../../values/member-access/date-display.js";
import { Guid } from "../../values/simple-values.js";
import { netText } from "../../values/text.js";
import type { FormatView, ListView, TableColumn } from "./view.js";

const properties = (...names: readonly string[]): readonly TableColumn[] => names.map((property) => ({ property }));

/** A list of properties under their own names. */
export function listOf(name: string, typeNames: readonly string[], ...names: readonly string[]): ListView {
  return { kind: "list", name, typeNames, entries: [{ items: properties(...names) }] };
}

const dictionaryTypes = ["System.Collections.DictionaryEntry"];

/** Views for types of .NET, in load order (SPEC A.11). */
export const dotNetViews: readonly FormatView[] = [
  {
    kind: "table",
    name: "System.Collections.DictionaryEntry",
    typeNames: dictionaryTypes,
    columns: [{ property: "Name", width: 30 }, { property: "Value" }],
  },
  listOf("System.Collections.DictionaryEntry", dictionaryTypes, "Name", "Value"),
  {
    kind: "custom",
    name: "DateTime",
    typeNames: ["System.DateTime"],
    entries: [
      {
        items: [
          {
            kind: "value",
            value: {
              compute: (context, self) => (self instanceof DateTime ? dateTimeDisplayText(self, self, context) : null),
            },
          },
        ],
      },
    ],
  },
  listOf(
    "System.TimeSpan",
    ["System.TimeSpan"],
    "Days",
    "Hours",
    "Minutes",
    "Seconds",
    "Milliseconds",
    "Ticks",
    "TotalDays",
    "TotalHours",
    "TotalMinutes",
    "TotalSeconds",
    "TotalMilliseconds",
  ),
  {
    kind: "table",
    name: "System.TimeSpan",
    typeNames: ["System.TimeSpan"],
    columns: properties("Days", "Hours", "Minutes", "Seconds", "Milliseconds"),
  },
  {
    kind: "table",
    name: "System.Guid",
    typeNames: ["System.Guid"],
    columns: [{ label: "Guid", compute: (context, self) => (self instanceof Guid ? netText(context, self) : null) }],
  },
  {
    kind: "table",
    name: "System.Version",
    typeNames: ["System.Version"],
    columns: [
      { property: "Major", width: 6 },
      { property: "Minor", width: 6 },
      { property: "Build", width: 6 },
      { property: "Revision", width: 8 },
    ],
  },
  {
    kind: "table",
    name: "System.Version",
    typeNames: ["System.Version#IncludeLabel"],
    columns: [
      { property: "Major", width: 6 },
      { property: "Minor", width: 6 },
      { property: "Build", width: 6 },
      { property: "Revision", width: 8 },
      { property: "PSSemVerPreReleaseLabel", width: 26 },
      { property: "PSSemVerBuildLabel", width: 26 },
    ],
  },
  {
    kind: "table",
    name: "System.Management.Automation.SemanticVersion",
    typeNames: ["System.Management.Automation.SemanticVersion"],
    columns: [
      { property: "Major", width: 6 },
      { property: "Minor", width: 6 },
      { property: "Patch", width: 6 },
      { property: "PreReleaseLabel", width: 15 },
      { property: "BuildLabel", width: 11 },
    ],
  },
  {
    kind: "table",
    name: "CultureInfo",
    typeNames: ["System.Globalization.CultureInfo"],
    columns: [{ property: "LCID", width: 16 }, { property: "Name", width: 16 }, { property: "DisplayName" }],
  },
  {
    kind: "table",
    name: "System.Net.NetworkCredential",
    typeNames: ["System.Net.NetworkCredential"],
    columns: [
      { property: "UserName", width: 50 },
      { property: "Domain", width: 50 },
    ],
  },
  {
    kind: "table",
    name: "System.RuntimeType",
    typeNames: ["System.RuntimeType", "System.Type"],
    columns: [
      { property: "IsPublic", width: 8 },
      { property: "IsSerial", width: 8 },
      { property: "Name", width: 40 },
      { property: "BaseType" },
    ],
  },
];

/** Up to 5.1 an exception shows its message. */
export const exceptionMessageView: FormatView = {
  kind: "custom",
  name: "ErrorInstance",
  typeNames: ["System.Exception"],
  outOfBand: true,
  entries: [
    {
      items: [
        {
          kind: "value",
          value: { compute: (_context, self) => (self instanceof ExceptionObject ? self.message : null) },
        },
      ],
    },
  ],
};
