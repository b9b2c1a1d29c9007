import { notEmulated } from "../../../runtime/errors.js";
import { isRecord, type PropertyValue } from "../../../topology/index.js";
import { PSDictionary } from "../../../values/collections.js";
import { toItems } from "../../../values/enumeration.js";
import { toText } from "../../../values/text.js";
import { message } from "../../noun/exchange-errors.js";
import { texts } from "../../noun/read.js";
import type { Kind, Setting } from "../../properties/kind.js";

/**
 * Sensitive information that messages may contain, since 2013: the types that are found here by what is public of them
 * (checksums, forms), as documented in "Sensitive information types inventory". A word that goes with it makes it surer.
 */
interface InformationType {
  readonly name: string;
  readonly found: (text: string) => readonly string[];
  readonly words: RegExp;
}

const matches = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];
const digitsOf = (text: string): readonly number[] => [...text.replace(/\D/g, "")].map(Number);

/** The checksum of card numbers. */
function luhn(digits: readonly number[]): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** The checksum of bank account numbers: the number that the letters and digits make, modulo 97, is 1. */
function isIban(text: string): boolean {
  const plain = text.replace(/ /g, "").toUpperCase();
  const turned = `${plain.slice(4)}${plain.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => `${letter.charCodeAt(0) - 55}`);
  return [...turned].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

const routingWeights = [3, 7, 1];
const isRouting = (digits: readonly number[]): boolean =>
  digits.reduce((total, digit, index) => total + digit * (routingWeights[index % 3] ?? 1), 0) % 10 === 0;

const types: readonly InformationType[] = [
  {
    name: "Credit Card Number",
    found: (text) => matches(text, /\b[3-6]\d{3}(?:[ -]?\d){9,12}\b/g).filter((each) => luhn(digitsOf(each))),
    words: /visa|master ?card|amex|american express|discover|credit card|card number|expir|cvv|\b\d\d\/\d\d\b/i,
  },
  {
    name: "U.S. Social Security Number (SSN)",
    found: (text) => matches(text, /\b(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b/g),
    words: /social security|ssn|ss#|soc sec/i,
  },
  {
    name: "International Banking Account Number (IBAN)",
    found: (text) => matches(text, /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/g).filter(isIban),
    words: /./s,
  },
  {
    name: "ABA Routing Number",
    found: (text) => matches(text, /\b[01236-8]\d{8}\b/g).filter((each) => isRouting(digitsOf(each))),
    words: /aba|routing|bank/i,
  },
  {
    name: "IP Address",
    found: (text) => matches(text, /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b/g),
    words: /\bip\b|ip address|internet protocol/i,
  },
  {
    name: "SWIFT Code",
    found: (text) => matches(text, /\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/g),
    words: /swift|\bbic\b|iso 9362/i,
  },
];

/** With a word that goes with it, and without one. */
const sure = 85;
const unsure = 65;
/** What is asked for where a rule says nothing (documented: one, and the recommended confidence). */
const usual = { minCount: 1, maxCount: Number.POSITIVE_INFINITY, minConfidence: 75, maxConfidence: 100 } as const;
type Limit = keyof typeof usual;
const limits: readonly Limit[] = ["minCount", "maxCount", "minConfidence", "maxConfidence"];

const noName = message({
  text: () => 'A data classification needs a name: @{Name="Credit Card Number"; minCount="2"}.',
  exception: "System.ArgumentException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "the form is documented (New-TransportRule), the text is not known",
});

function taken(pairs: ReadonlyMap<string, string>, { task }: Setting): PropertyValue {
  const wanted = pairs.get("name");
  if (wanted === undefined) throw task.failure(noName, []);
  const type = types.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (type === undefined)
    throw notEmulated(
      `the sensitive information type "${wanted}"`,
      `Emulated are: ${types.map(({ name }) => name).join(", ")}.`,
    );
  const given = limits.flatMap((name): (readonly [string, number])[] => {
    const text = pairs.get(name.toLowerCase());
    return text === undefined ? [] : [[name, Number(text)]];
  });
  return { kind: "dataClassification", name: type.name, ...Object.fromEntries(given) };
}

/** `-MessageContainsDataClassifications @{Name="Credit Card Number"; minCount="2"}`; how it shows is from memory. */
export const dataClassifications: Kind = {
  name: "data classifications",
  typeName: "Microsoft.Exchange.Data.MultiValuedProperty[string]",
  holds: "record",
  many: true,
  show: (stored) =>
    Array.isArray(stored) && stored.length > 0 ? texts(stored.map((each) => classificationText(each))) : null,
  take: (given, setting) => {
    const { context } = setting.task.cmdlet;
    return toItems(given).flatMap((each) => {
      if (!(each instanceof PSDictionary)) return [];
      const pairs = [...each.entries()].map(
        ({ key, value }) => [toText(context, key).toLowerCase(), toText(context, value)] as const,
      );
      return [taken(new Map(pairs), setting)];
    });
  },
};

/** `Credit Card Number, minCount: 2` */
export function classificationText(stored: PropertyValue): string {
  if (!isRecord(stored)) return "";
  const said = limits.flatMap((name) => (stored[name] === undefined ? [] : [`${name}: ${String(stored[name])}`]));
  return [String(stored.name), ...said].join(", ");
}

/** Whether texts contain what a rule asks for: as often and as surely. */
export function contains(stored: PropertyValue, parts: readonly string[]): boolean {
  if (!isRecord(stored)) return false;
  const limit = (name: Limit): number => (typeof stored[name] === "number" ? stored[name] : usual[name]);
  const type = types.find(({ name }) => name === stored.name);
  if (type === undefined) return false;
  const whole = parts.join("\n");
  const count = new Set(type.found(whole)).size;
  const confidence = type.words.test(whole) ? sure : unsure;
  return (
    count >= limit("minCount") &&
    count <= limit("maxCount") &&
    confidence >= limit("minConfidence") &&
    confidence <= limit("maxConfidence")
  );
}
