import {
  type BindingFacts,
  powerShell7Binding,
  windowsPowerShell2Binding,
  windowsPowerShell4Binding,
  windowsPowerShell5Binding,
} from "../binding/binding-facts.js";
import type { ExchangeRelease } from "../exchange/index.js";
import {
  type FormattingFacts,
  powerShell7Formatting,
  windowsPowerShell2Formatting,
  windowsPowerShell4Formatting,
  windowsPowerShell5Formatting,
} from "../formatting/index.js";
import type { RuntimeFacts } from "../runtime/runtime-facts.js";
import { powerShell7Facts, type ValueFacts, windowsPowerShell5Facts } from "../values/value-facts.js";
import { type EditionName, editionNames } from "./edition-names.js";
import { core76, desktop20Table, desktop40Table, desktop51Table } from "./version-tables.js";

/** Everything in which a shell differs from the others, a field a layer. */
export interface Edition {
  readonly name: EditionName;
  readonly values: ValueFacts;
  readonly runtime: RuntimeFacts;
  readonly binding: BindingFacts;
  readonly formatting: FormattingFacts;
  /** `null`: a plain PowerShell without Exchange's cmdlets. */
  readonly exchange: ExchangeRelease | null;
  /** What stands before `C:\>` in the prompt. */
  readonly promptPrefix: string;
}

const core7: RuntimeFacts = {
  psVersion: "7.6.5",
  psEdition: "Core",
  versionTable: core76,
  memberEnumeration: true,
  foreachOverNull: false,
  modifiesOwnVariables: true,
  orderedLiterals: true,
  psItem: true,
  errorsAtTokens: false,
  formatEnumerationLimit: 4,
  errorView: "ConciseView",
  maximumHistoryCount: 4096,
  suspendPreferenceText:
    "The Suspend ActionPreference value is reserved for future use and is not supported at this time. " +
    'For more information about preference variables, see the Help topic, "about_Preference_Variables."',
  requirementsAtPrompt: "read",
};
const desktop51: RuntimeFacts = {
  ...core7,
  psVersion: "5.1.17763.1",
  psEdition: "Desktop",
  versionTable: desktop51Table,
  errorView: "NormalView",
  suspendPreferenceText:
    "The value Suspend is not supported for an ActionPreference variable. The provided value should be used only as a " +
    'value for a preference parameter. For more information, see the Help topic, "about_Preference_Variables."',
};
/** The Exchange shells raise the enumeration limit in their start-up script. */
const exchangeLimit = 16;

/** The recordings of 5.1's generation were not made on .NET Framework itself; the Exchange shells ran on it. */
const frameworkFacts: ValueFacts = {
  ...windowsPowerShell5Facts,
  bareParameterNames: "framework",
  dictionaryEntryText: "typeName",
  unmeasuredProperty: "input",
};
const framework4Facts: ValueFacts = { ...frameworkFacts, languageVersion: 4, windowsVersion: "6.3.9600" };
const framework2Facts: ValueFacts = {
  ...frameworkFacts,
  unmeasuredProperty: "objects",
  languageVersion: 2,
  windowsVersion: "6.1.7601",
};

const editions: Readonly<Record<EditionName, Edition>> = {
  PowerShell7: {
    name: "PowerShell7",
    values: powerShell7Facts,
    runtime: core7,
    binding: powerShell7Binding,
    formatting: powerShell7Formatting,
    exchange: null,
    promptPrefix: "PS ",
  },
  PowerShell5: {
    name: "PowerShell5",
    values: windowsPowerShell5Facts,
    runtime: { ...desktop51, requirementsAtPrompt: "refused" },
    binding: windowsPowerShell5Binding,
    formatting: windowsPowerShell5Formatting,
    exchange: null,
    promptPrefix: "PS ",
  },
  Exchange2010: {
    name: "Exchange2010",
    values: framework2Facts,
    runtime: {
      ...desktop51,
      psVersion: "2.0",
      psEdition: null,
      versionTable: desktop20Table,
      memberEnumeration: false,
      foreachOverNull: true,
      modifiesOwnVariables: false,
      orderedLiterals: false,
      psItem: false,
      errorsAtTokens: true,
      formatEnumerationLimit: exchangeLimit,
      maximumHistoryCount: 64,
    },
    binding: windowsPowerShell2Binding,
    formatting: windowsPowerShell2Formatting,
    exchange: "2010",
    promptPrefix: "[PS] ",
  },
  Exchange2013: {
    name: "Exchange2013",
    values: framework4Facts,
    runtime: {
      ...desktop51,
      psVersion: "4.0",
      psEdition: null,
      versionTable: desktop40Table,
      formatEnumerationLimit: exchangeLimit,
    },
    binding: windowsPowerShell4Binding,
    formatting: windowsPowerShell4Formatting,
    exchange: "2013",
    promptPrefix: "[PS] ",
  },
  Exchange2016: {
    name: "Exchange2016",
    values: frameworkFacts,
    runtime: { ...desktop51, formatEnumerationLimit: exchangeLimit },
    binding: windowsPowerShell5Binding,
    formatting: windowsPowerShell5Formatting,
    exchange: "2016",
    promptPrefix: "[PS] ",
  },
  Exchange2019: {
    name: "Exchange2019",
    values: frameworkFacts,
    runtime: { ...desktop51, formatEnumerationLimit: exchangeLimit },
    binding: windowsPowerShell5Binding,
    formatting: windowsPowerShell5Formatting,
    exchange: "2019",
    promptPrefix: "[PS] ",
  },
};

/**
 * The table row of an edition.
 * @throws {RangeError} when there is no such edition, naming those that there are
 */
export function editionNamed(name: string): Edition {
  const found = editionNames.find((known) => known === name);
  if (found === undefined)
    throw new RangeError(`There is no edition "${name}". Choose one of: ${editionNames.join(", ")}.`);
  return editions[found];
}
