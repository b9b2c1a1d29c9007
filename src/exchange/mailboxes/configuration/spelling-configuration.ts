import { getVerb } from "../../noun/get-verb.js";
import type { NounVerbs } from "../../noun/noun.js";
import { setVerb } from "../../noun/set-verb.js";
import { bool, choice } from "../../properties/property.js";
import { enumeration } from "../../types/enumeration.js";
import { storageManagement, storeConfiguration } from "./store-configuration.js";

/** The languages are documented; their numbers are not and do not show. */
const language = enumeration(`${storageManagement}.SpellCheckerSupportedLanguage`, [
  "DefaultLanguage",
  "Arabic",
  "Catalan",
  "Danish",
  "Dutch",
  "EnglishAustralia",
  "EnglishCanada",
  "EnglishUnitedKingdom",
  "EnglishUnitedStates",
  "Finnish",
  "French",
  "GermanPreReform",
  "GermanPostReform",
  "Hebrew",
  "Italian",
  "Korean",
  "NorwegianBokMal",
  "NorwegianNyorsk",
  "PortuguesePortugal",
  "PortugueseBrasil",
  "Spanish",
  "Swedish",
]);

/** How Outlook Web App checks spelling for a mailbox. Defaults and order from memory. */
export const spellingConfiguration = storeConfiguration({
  noun: "MailboxSpellingConfiguration",
  called: "mailbox spelling configuration",
  typeName: `${storageManagement}.MailboxSpellingConfiguration`,
  properties: () => [
    bool("CheckBeforeSend", { default: false }),
    choice("DictionaryLanguage", language, { default: "EnglishUnitedStates" }),
    bool("IgnoreUppercase", { default: false }),
    bool("IgnoreMixedDigits", { default: false }),
  ],
});

export const spellingConfigurationVerbs: NounVerbs = {
  Get: getVerb(spellingConfiguration),
  Set: setVerb(spellingConfiguration),
};
