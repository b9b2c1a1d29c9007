import { PSArray } from "../collections.js";
import { type Culture, cultureOfName, emulatedCultures, invariantCulture } from "../culture.js";
import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { netError } from "../net-errors.js";
import { EnumValue } from "../numbers.js";
import { method, overload, property } from "../signatures.js";
import { currentCulture } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** System.Globalization.CultureInfo. */
export class CultureInfo extends DotNetObject {
  constructor(readonly culture: Culture) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Globalization.CultureInfo");
  }
  get name(): string {
    return this.culture.name;
  }
  toNetText(): string {
    return this.name;
  }
}
heapClass("CultureInfo", CultureInfo);

class FormatInfo extends DotNetObject {
  constructor(
    readonly culture: Culture,
    private readonly kind: "DateTimeFormatInfo" | "NumberFormatInfo" | "TextInfo",
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`System.Globalization.${this.kind}`);
  }
}
heapClass("FormatInfo", FormatInfo);

function cultureNamed(context: ValueContext, name: Value | undefined): CultureInfo {
  const text = typeof name === "string" ? name : "";
  const culture = cultureOfName(text, context.facts);
  if (culture !== undefined) return new CultureInfo(culture);
  throw netError(
    "System.ArgumentException",
    `NotEmulated: the culture '${text}' is not supported; ${emulatedCultures().join(", ")} and the invariant culture are.`,
  );
}

const names = (list: readonly string[]) => new PSArray([...list], typeNamed("System.String"));
const title = (s: string) =>
  s.replace(/[\p{L}\p{N}']+/gu, (w) =>
    w === w.toUpperCase() && w.length > 1 ? w : w.slice(0, 1).toUpperCase() + w.slice(1).toLowerCase(),
  );

defineType({
  fullName: "System.Globalization.CultureInfo",
  interfaces: ["System.IFormatProvider"],
  members: () => [
    property("System.Globalization.CultureInfo Parent", () => new CultureInfo(invariantCulture)),
    property("int LCID", (c: CultureInfo) => c.culture.lcid),
    property("string Name", (c: CultureInfo) => c.name),
    property("string IetfLanguageTag", (c: CultureInfo) => c.name),
    property("string DisplayName", (c: CultureInfo) => c.culture.englishName),
    property("string NativeName", (c: CultureInfo) => c.culture.nativeName),
    property("string EnglishName", (c: CultureInfo) => c.culture.englishName),
    property("string TwoLetterISOLanguageName", (c: CultureInfo) =>
      c.culture.isInvariant ? "iv" : c.culture.name.slice(0, 2),
    ),
    property("string ThreeLetterISOLanguageName", (c: CultureInfo) => c.culture.threeLetterName),
    property("System.Globalization.TextInfo TextInfo", (c: CultureInfo) => new FormatInfo(c.culture, "TextInfo")),
    property("bool IsNeutralCulture", () => false),
    property(
      "System.Globalization.NumberFormatInfo NumberFormat",
      (c: CultureInfo) => new FormatInfo(c.culture, "NumberFormatInfo"),
    ),
    property(
      "System.Globalization.DateTimeFormatInfo DateTimeFormat",
      (c: CultureInfo) => new FormatInfo(c.culture, "DateTimeFormatInfo"),
    ),
    property("bool UseUserOverride", () => true),
    property("bool IsReadOnly", () => false),
    method<CultureInfo>(["string ToString()", (_, c) => c.name]),
  ],
  staticMembers: () => [
    property(
      "cultureinfo CurrentCulture",
      (_, c) => new CultureInfo(currentCulture(c)),
      (_, value, c) => {
        if (c.setCurrentCulture === undefined)
          throw netError("System.NotSupportedException", "NotEmulated: the current culture cannot be changed here.");
        if (value instanceof CultureInfo) c.setCurrentCulture(value.culture);
      },
    ),
    property("cultureinfo CurrentUICulture", (_, c) => new CultureInfo(currentCulture(c))),
    property("cultureinfo InvariantCulture", () => new CultureInfo(invariantCulture)),
    method(["static cultureinfo GetCultureInfo(string name)", (c, _, [n]) => cultureNamed(c, n)]),
    method(["static cultureinfo CreateSpecificCulture(string name)", (c, _, [n]) => cultureNamed(c, n)]),
  ],
  constructors: () => [overload("cultureinfo new(string name)", (c, _, [n]) => cultureNamed(c, n))],
  convertFrom: (context, value) => (typeof value === "string" ? cultureNamed(context, value) : undefined),
});
defineType({
  fullName: "System.Globalization.TextInfo",
  members: () => [
    property("string ListSeparator", (t: FormatInfo) => t.culture.listSeparator),
    property("string CultureName", (t: FormatInfo) => t.culture.name),
    method<FormatInfo>([
      "string ToLower(string str)",
      (_, __, [s]) => (typeof s === "string" ? s.toLowerCase() : null),
    ]),
    method<FormatInfo>([
      "string ToUpper(string str)",
      (_, __, [s]) => (typeof s === "string" ? s.toUpperCase() : null),
    ]),
    method<FormatInfo>(["string ToTitleCase(string str)", (_, __, [s]) => (typeof s === "string" ? title(s) : null)]),
  ],
});
defineType({
  fullName: "System.Globalization.NumberFormatInfo",
  members: () => [
    property("int CurrencyDecimalDigits", (n: FormatInfo) => n.culture.currencyDecimals),
    property("string CurrencySymbol", (n: FormatInfo) => n.culture.currencySymbol),
    property("int NumberDecimalDigits", (n: FormatInfo) => n.culture.decimals),
    property("string NumberDecimalSeparator", (n: FormatInfo) => n.culture.decimalSeparator),
    property("string NumberGroupSeparator", (n: FormatInfo) => n.culture.groupSeparator),
    property("string NegativeSign", (n: FormatInfo) => n.culture.negativeSign),
    property("string PercentSymbol", () => "%"),
    property("string NaNSymbol", () => "NaN"),
    property("string PositiveInfinitySymbol", (n: FormatInfo) => n.culture.infinity),
  ],
});
defineType({
  fullName: "System.Globalization.DateTimeFormatInfo",
  members: () => [
    property("string AMDesignator", (d: FormatInfo) => d.culture.designators[0]),
    property("string PMDesignator", (d: FormatInfo) => d.culture.designators[1]),
    property("string DateSeparator", (d: FormatInfo) => d.culture.dateSeparator),
    property("string TimeSeparator", (d: FormatInfo) => d.culture.timeSeparator),
    property(
      "System.DayOfWeek FirstDayOfWeek",
      (d: FormatInfo) => new EnumValue(typeNamed("System.DayOfWeek"), BigInt(d.culture.firstDayOfWeek)),
    ),
    property(
      "string FullDateTimePattern",
      (d: FormatInfo) => `${d.culture.patterns.longDate} ${d.culture.patterns.longTime}`,
    ),
    property("string LongDatePattern", (d: FormatInfo) => d.culture.patterns.longDate),
    property("string LongTimePattern", (d: FormatInfo) => d.culture.patterns.longTime),
    property("string ShortDatePattern", (d: FormatInfo) => d.culture.patterns.shortDate),
    property("string ShortTimePattern", (d: FormatInfo) => d.culture.patterns.shortTime),
    property("string MonthDayPattern", (d: FormatInfo) => d.culture.patterns.monthDay),
    property("string YearMonthPattern", (d: FormatInfo) => d.culture.patterns.yearMonth),
    property("string SortableDateTimePattern", () => "yyyy'-'MM'-'dd'T'HH':'mm':'ss"),
    property("string[] DayNames", (d: FormatInfo) => names(d.culture.days)),
    property("string[] MonthNames", (d: FormatInfo) => names([...d.culture.months, ""])),
    property("string[] AbbreviatedDayNames", (d: FormatInfo) => names(d.culture.shortDays)),
    property("string[] AbbreviatedMonthNames", (d: FormatInfo) => names([...d.culture.shortMonthsAlone, ""])),
    method<FormatInfo>([
      "string GetMonthName(int month)",
      (_, d, [m]) => d.culture.months[(typeof m === "number" ? m : 1) - 1] ?? "",
    ]),
    method<FormatInfo>([
      "string GetAbbreviatedMonthName(int month)",
      (_, d, [m]) => d.culture.shortMonthsAlone[(typeof m === "number" ? m : 1) - 1] ?? "",
    ]),
    method<FormatInfo>([
      "string GetDayName(System.DayOfWeek dayofweek)",
      (_, info, [d]) => (d instanceof EnumValue ? (info.culture.days[Number(d.value)] ?? "") : ""),
    ]),
  ],
});
defineType({ fullName: "System.IFormatProvider", kind: "interface" });

/** System.StringComparer: only told to collections. */
class StringComparer extends DotNetObject {
  constructor(readonly comparerName: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.StringComparer");
  }
}
heapClass("StringComparer", StringComparer);
defineType({
  fullName: "System.StringComparer",
  staticMembers: () =>
    [
      "Ordinal",
      "OrdinalIgnoreCase",
      "InvariantCulture",
      "InvariantCultureIgnoreCase",
      "CurrentCulture",
      "CurrentCultureIgnoreCase",
    ].map((name) => property(`System.StringComparer ${name}`, () => new StringComparer(name))),
});
