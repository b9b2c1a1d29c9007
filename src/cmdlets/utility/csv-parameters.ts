import type { ParameterDeclarations } from "../../binding/declaration.js";
import { enumText } from "../../values/enumerations.js";
import { defineType, findTypeByFullName, type PSArray, type Value } from "../../values/index.js";
import { Char, EnumValue } from "../../values/numbers.js";
import type { CsvForm, QuoteKind } from "./csv-text.js";

const quoteKindType = "Microsoft.PowerShell.Commands.BaseCsvWritingCommand.QuoteKind";
if (findTypeByFullName(quoteKindType) === undefined) {
  defineType({
    fullName: quoteKindType,
    kind: "enum",
    enumValues: [
      ["Never", 0n],
      ["Always", 1n],
      ["AsNeeded", 2n],
    ],
  });
}

/** What ConvertTo-Csv and Export-Csv share. */
export const csvWritingParameters = {
  InputObject: { type: "psobject", mandatory: true, pipeline: "value,name" },
  Delimiter: {
    type: "char",
    position: 1,
    sets: ["Delimiter", "DelimiterPath", "DelimiterLiteralPath"],
    validate: [{ kind: "ValidateNotNull" }],
  },
  UseCulture: { type: "switch", sets: ["UseCulture", "CulturePath", "CultureLiteralPath"], mandatory: true },
  IncludeTypeInformation: { since: 7, type: "switch", aliases: ["ITI"] },
  NoTypeInformation: { type: "switch", aliases: ["NTI"] },
  QuoteFields: { since: 7, type: "string[]", aliases: ["QF"] },
  UseQuotes: { since: 7, type: quoteKindType, aliases: ["UQ"] },
  NoHeader: { since: 7, type: "switch" },
} as const satisfies ParameterDeclarations;

/** The parameters of that kind as the writer wants them. */
export function csvForm(
  delimiter: Value | undefined,
  useQuotes: Value | undefined,
  quoteFields: PSArray | undefined,
): CsvForm {
  return {
    delimiter: delimiter instanceof Char ? delimiter.text : ",",
    quotes: useQuotes instanceof EnumValue ? quoteKind(enumText(useQuotes)) : "Always",
    quotedFields:
      quoteFields === undefined ? null : new Set(quoteFields.items.map((name) => String(name).toLowerCase())),
  };
}

function quoteKind(name: string): QuoteKind {
  return name === "Never" || name === "AsNeeded" ? name : "Always";
}
