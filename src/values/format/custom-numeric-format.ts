import type { Culture } from "../culture.js";
import type { Value } from "../value.js";
import type { ValueFacts } from "../value-facts.js";
import { type DecimalDigits, decimalDigitsOf, roundDigits, roundToDecimals, shiftPoint } from "./decimal-digits.js";

/** A placeholder, a point, an exponent or literal text of a custom picture. */
type Token =
  | { readonly kind: "zero" | "digit" | "point" }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "exponent"; readonly letter: string; readonly plus: boolean; readonly digits: number };

interface Section {
  readonly tokens: readonly Token[];
  /** Power of ten by which the number is multiplied: 2 for each `%`, -3 for each scaling comma. */
  readonly shift: number;
  readonly grouped: boolean;
  readonly wholePlaces: number;
  readonly decimals: number;
  /** Index of the first `0` before the point counted from the point leftwards: how many digits are forced. */
  readonly leastWhole: number;
  readonly leastDecimals: number;
  readonly hasExponent: boolean;
}

/** Takes a picture apart at the semicolons that are not quoted or escaped. */
function splitSections(picture: string): readonly string[] {
  const sections: string[] = [];
  let start = 0;
  for (let i = 0; i < picture.length; i++) {
    const c = picture[i];
    if (c === "\\") i++;
    else if (c === "'" || c === '"') {
      const end = picture.indexOf(c, i + 1);
      i = end < 0 ? picture.length : end;
    } else if (c === ";") {
      sections.push(picture.slice(start, i));
      start = i + 1;
    }
  }
  sections.push(picture.slice(start));
  return sections;
}

function parseSection(text: string): Section {
  const tokens: Token[] = [];
  let shift = 0;
  let commas = 0;
  let grouped = false;
  let wholePlaces = 0;
  let decimals = 0;
  let leastDecimals = 0;
  let firstZero = -1;
  let hasPoint = false;
  let hasExponent = false;
  const literal = (s: string) => tokens.push({ kind: "literal", text: s });
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === "0" || c === "#") {
      tokens.push({ kind: c === "0" ? "zero" : "digit" });
      if (hasPoint) {
        decimals++;
        if (c === "0") leastDecimals = decimals;
      } else {
        if (commas > 0) grouped = true;
        commas = 0;
        if (c === "0" && firstZero < 0) firstZero = wholePlaces;
        wholePlaces++;
      }
    } else if (c === ".") {
      if (!hasPoint) {
        tokens.push({ kind: "point" });
        shift -= commas * 3;
        commas = 0;
      }
      hasPoint = true;
    } else if (c === ",") {
      if (wholePlaces > 0 && !hasPoint) commas++;
    } else if (c === "%" || c === "\u2030") {
      shift += c === "%" ? 2 : 3;
      literal(c);
    } else if (c === "'" || c === '"') {
      const end = text.indexOf(c, i + 1);
      literal(text.slice(i + 1, end < 0 ? text.length : end));
      i = end < 0 ? text.length : end;
    } else if (c === "\\") {
      if (i + 1 < text.length) literal(text[++i] as string);
    } else if ((c === "E" || c === "e") && /^[-+]?0/.test(text.slice(i + 1, i + 3))) {
      const match = /^([-+]?)(0+)/.exec(text.slice(i + 1));
      tokens.push({ kind: "exponent", letter: c, plus: match?.[1] === "+", digits: match?.[2]?.length ?? 1 });
      hasExponent = true;
      i += match?.[0].length ?? 0;
    } else literal(c);
  }
  shift -= commas * 3;
  const leastWhole = firstZero < 0 ? 0 : wholePlaces - firstZero;
  return { tokens, shift, grouped, wholePlaces, decimals, leastWhole, leastDecimals, hasExponent };
}

function roundedFor(section: Section, value: DecimalDigits): DecimalDigits {
  if (section.hasExponent) return roundDigits(value, section.wholePlaces + section.decimals);
  return roundToDecimals(shiftPoint(value, section.shift), section.decimals);
}

/** A number by a custom picture such as `#,##0.00;(#,##0.00);zero`. The number is finite. */
export function customNumericText(value: Value, picture: string, culture: Culture, facts: ValueFacts): string {
  const sections = splitSections(picture).slice(0, 3);
  const exactSource = decimalDigitsOf(value, false, facts);
  const source = { ...exactSource, digits: exactSource.digits.replace(/0+$/, "") };
  let index = source.digits === "" ? 2 : source.negative ? 1 : 0;
  let section = parseSection(sectionText(sections, index));
  let rounded = roundedFor(section, source);
  if (rounded.digits === "" && source.digits !== "" && sections.length > 2 && sections[2] !== "") {
    index = 2;
    section = parseSection(sectionText(sections, 2));
    rounded = roundedFor(section, { ...source, digits: "", point: 0 });
  }
  const ownSection = index === 1 && sections.length > 1 && sections[1] !== "";
  const keepsSign = rounded.digits !== "" || facts.floatText === "roundTrip";
  const signed = source.negative && !ownSection && keepsSign && (index !== 2 || sections.length < 3);
  const text = layOut(section, rounded, culture);
  return signed && text !== "" ? `${culture.negativeSign}${text}` : text;
}

function sectionText(sections: readonly string[], index: number): string {
  const text = sections[index];
  return text === undefined || (text === "" && index > 0) ? (sections[0] ?? "") : text;
}

function layOut(section: Section, d: DecimalDigits, culture: Culture): string {
  let exponent = 0;
  let point = d.point;
  if (section.hasExponent && d.digits !== "") {
    exponent = d.point - section.wholePlaces;
    point = section.wholePlaces;
  }
  let whole = point > 0 ? d.digits.slice(0, point).padEnd(point, "0") : "";
  whole = whole.padStart(section.leastWhole, "0");
  let fraction = point > 0 ? d.digits.slice(point) : d.digits === "" ? "" : "0".repeat(-point) + d.digits;
  fraction = fraction.slice(0, section.decimals).padEnd(section.leastDecimals, "0");
  return fillIn(section, whole, fraction, exponent, culture);
}

/** Puts digits into their places; digits that exceed the places stand before the first one. */
function fillIn(
  section: Section,
  whole: string,
  fraction: string,
  exponent: number,
  { decimalSeparator, groupSeparator }: Culture,
): string {
  const out: string[] = [];
  let place = section.wholePlaces;
  let fractionPlace = 0;
  let behindPoint = false;
  let used = 0;
  const digitsLeft = () => whole.length - used;
  const emit = () => {
    out.push(whole[used++] as string);
    if (section.grouped && digitsLeft() > 0 && digitsLeft() % 3 === 0) out.push(groupSeparator);
  };
  for (const token of section.tokens) {
    switch (token.kind) {
      case "zero":
      case "digit":
        if (behindPoint) {
          const digit = fraction[fractionPlace++];
          if (digit !== undefined) out.push(digit);
          break;
        }
        while (digitsLeft() > place) emit();
        if (digitsLeft() === place && digitsLeft() > 0) emit();
        place--;
        break;
      case "point":
        while (digitsLeft() > 0) emit();
        behindPoint = true;
        if (fraction !== "") out.push(decimalSeparator);
        break;
      case "exponent":
        out.push(exponentText(token, exponent));
        break;
      case "literal":
        out.push(token.text);
        break;
    }
  }
  return out.join("");
}

function exponentText(token: Token & { readonly kind: "exponent" }, exponent: number): string {
  const sign = exponent < 0 ? "-" : token.plus ? "+" : "";
  return token.letter + sign + Math.abs(exponent).toString().padStart(token.digits, "0");
}
