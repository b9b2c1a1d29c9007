import { type ExchangeSentence, sentence } from "./exchange-errors.js";
import type { Noun, Verb } from "./noun.js";

const doing: Readonly<Partial<Record<Verb, string>>> = {
  New: "Creating",
  Set: "Setting",
  Remove: "Removing",
  Enable: "Enabling",
  Disable: "Disabling",
};

/** `Setting accepted domain "contoso.com".`: what -WhatIf and -Confirm say where the real sentence is not known. */
export function usualSentence({ noun, called }: Noun, verb: Verb): ExchangeSentence<[name: string]> {
  const what = called ?? noun.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  return sentence({
    text: (name: string) => `${doing[verb] ?? verb} ${what} "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  });
}
