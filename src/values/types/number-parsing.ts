import { decimalFromText, makeDecimal } from "../decimal.js";
import type { DotNetMethod } from "../dotnet-type.js";
import { PowerShellError } from "../errors.js";
import { argumentError, argumentNullError, inputStringError, netError, overflowError } from "../net-errors.js";
import { BigInteger, Decimal, Double, EnumValue, Single } from "../numbers.js";
import { integerRanges, integerValue } from "../numeric.js";
import { PSReference } from "../objects.js";
import { method } from "../signatures.js";
import {
  defaultStyles,
  numberStyles,
  readBits,
  readNumber,
  type WrittenNumber,
  wholeNumber,
} from "../styled-numbers.js";
import { currentCulture } from "../text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { CultureInfo } from "./culture-info.js";

/** What Parse and TryParse need to know of a type of numbers. */
interface ParsedType {
  /** As signatures show it: `int`. */
  readonly shortName: string;
  /** What signatures call the text. */
  readonly parameter: "s" | "value";
  readonly defaultStyle: number;
  readonly checkStyle: (context: ValueContext, style: number) => void;
  /** Throws FormatException, OverflowException. */
  readonly parse: (context: ValueContext, text: string, style: number, provider: Value | undefined) => Value;
  readonly zero: Value;
}

const overflowWords: ReadonlyMap<string, string> = new Map([
  ["System.SByte", "a signed byte"],
  ["System.Byte", "an unsigned byte"],
  ["System.Int16", "an Int16"],
  ["System.UInt16", "a UInt16"],
  ["System.Int32", "an Int32"],
  ["System.UInt32", "a UInt32"],
  ["System.Int64", "an Int64"],
  ["System.UInt64", "a UInt64"],
]);

const bits = numberStyles.hexadecimal | numberStyles.binary;
const whites = numberStyles.leadingWhite | numberStyles.trailingWhite;

const isCore = (context: ValueContext): boolean => context.facts.exceptionTexts === "core";

function checkKnown(context: ValueContext, style: number): void {
  if ((style & ~0x7ff) !== 0) throw argumentError(context, "An undefined NumberStyles value is being used.", "style");
}

function checkIntegerStyle(context: ValueContext, style: number): void {
  checkKnown(context, style);
  if ((style & bits) === 0 || (style & ~(bits | whites)) === 0) return;
  const rest =
    "bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be AllowLeadingWhite and AllowTrailingWhite.";
  if (!isCore(context)) throw netError("System.ArgumentException", `With the AllowHexSpecifier ${rest}`);
  throw argumentError(context, `With the AllowHexSpecifier or AllowBinarySpecifier ${rest}`, "style");
}

function checkRealStyle(context: ValueContext, style: number): void {
  checkKnown(context, style);
  if ((style & bits) === 0) return;
  if (!isCore(context)) {
    const message = "The number style AllowHexSpecifier is not supported on floating point data types.";
    throw netError("System.ArgumentException", message);
  }
  const message =
    "The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data types.";
  throw argumentError(context, message, "style");
}

const cultureOf = (context: ValueContext, provider: Value | undefined) =>
  provider instanceof CultureInfo ? provider.culture : currentCulture(context);

/** Int32.Parse and its kin. */
function parseInteger(
  context: ValueContext,
  typeName: string,
  text: string,
  style: number,
  provider: Value | undefined,
): Value {
  const range = integerRanges.get(typeName) as readonly [bigint, bigint];
  const overflow = () => overflowError(overflowWords.get(typeName) ?? typeName);
  if ((style & bits) !== 0) {
    const written = readBits(text, style);
    if (written === null) throw inputStringError(context, text);
    const n = BigInt(`0${written.radix === 16 ? "x" : "b"}${written.digits}`);
    const width = range[1].toString(2).length + (range[0] < 0n ? 1 : 0);
    if (n >= 1n << BigInt(width)) throw overflow();
    return integerValue(typeName, range[0] < 0n ? BigInt.asIntN(width, n) : n);
  }
  const written = readNumber(text, style, cultureOf(context, provider));
  if (written === null) throw inputStringError(context, text);
  const value = wholeNumber(written);
  if (value === null || value < range[0] || value > range[1]) throw overflow();
  return integerValue(typeName, value);
}

function integerOfType(fullName: string, shortName: string): ParsedType {
  return {
    shortName,
    parameter: "s",
    defaultStyle: defaultStyles.integer,
    checkStyle: checkIntegerStyle,
    parse: (context, text, style, provider) => parseInteger(context, fullName, text, style, provider),
    zero: integerValue(fullName, 0n),
  };
}

function doubleWritten({ negative, digits, exponent }: WrittenNumber): number {
  return Number(`${negative ? "-" : ""}${digits === "" ? "0" : digits}e${exponent}`);
}

/** Infinity and NaN by the culture's signs. */
function specialDouble(text: string, infinity: string): number | null {
  const word = text.trim().toLowerCase();
  const bare = /^[-+]/.test(word) ? word.slice(1) : word;
  if (bare === "nan") return Number.NaN;
  if (bare !== infinity.toLowerCase()) return null;
  return word.startsWith("-") ? -Infinity : Infinity;
}

function parseFloat64(context: ValueContext, text: string, style: number, provider: Value | undefined): number {
  const culture = cultureOf(context, provider);
  const written = readNumber(text, style, culture);
  const value = written === null ? specialDouble(text, culture.infinity) : doubleWritten(written);
  if (value === null) throw inputStringError(context, text);
  return value;
}

function parseDecimal(context: ValueContext, text: string, style: number, provider: Value | undefined): Decimal {
  const written = readNumber(text, style, cultureOf(context, provider));
  if (written === null) throw inputStringError(context, text);
  const { negative, digits, exponent } = written;
  if (digits.length + exponent > 29) throw overflowError("a Decimal");
  if (digits.length + exponent < -29) return new Decimal(0n, 28);
  if (exponent >= 0) {
    const whole = BigInt(digits === "" ? "0" : digits + "0".repeat(exponent));
    return makeDecimal(negative ? -whole : whole, 0);
  }
  const padded = digits.padStart(1 - exponent, "0");
  const plain = `${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
  const value = decimalFromText(`${negative ? "-" : ""}${plain}`);
  if (value === null) throw inputStringError(context, text);
  return value;
}

function parseBigInteger(context: ValueContext, text: string, style: number, provider: Value | undefined): Value {
  const fail = () => netError("System.FormatException", "The value could not be parsed.");
  if ((style & bits) !== 0) {
    const written = readBits(text, style);
    if (written === null) throw fail();
    const n = BigInt(`0${written.radix === 16 ? "x" : "b"}${written.digits}`);
    // The first digit has the sign.
    return new BigInteger(BigInt.asIntN(written.digits.length * (written.radix === 16 ? 4 : 1), n));
  }
  const number = readNumber(text, style, cultureOf(context, provider));
  if (number === null) throw fail();
  const value = wholeNumber(number);
  if (value === null) throw netError("System.OverflowException", "The value could not be parsed.");
  return new BigInteger(value);
}

const real = { parameter: "s", checkStyle: checkRealStyle } as const;
const parsedTypes: Readonly<Record<string, ParsedType>> = {
  "System.SByte": integerOfType("System.SByte", "sbyte"),
  "System.Byte": integerOfType("System.Byte", "byte"),
  "System.Int16": integerOfType("System.Int16", "short"),
  "System.UInt16": integerOfType("System.UInt16", "ushort"),
  "System.Int32": integerOfType("System.Int32", "int"),
  "System.UInt32": integerOfType("System.UInt32", "uint"),
  "System.Int64": integerOfType("System.Int64", "long"),
  "System.UInt64": integerOfType("System.UInt64", "ulong"),
  "System.Double": {
    ...real,
    shortName: "double",
    defaultStyle: defaultStyles.float,
    parse: (...written) => {
      const value = parseFloat64(...written);
      if (!Number.isFinite(value) && !isCore(written[0]) && /\d/.test(written[1])) throw overflowError("a Double");
      return new Double(value);
    },
    zero: new Double(0),
  },
  "System.Single": {
    ...real,
    shortName: "float",
    defaultStyle: defaultStyles.float,
    parse: (...written) => {
      const value = Math.fround(parseFloat64(...written));
      if (!Number.isFinite(value) && !isCore(written[0]) && /\d/.test(written[1])) throw overflowError("a Single");
      return new Single(value);
    },
    zero: new Single(0),
  },
  "System.Decimal": {
    ...real,
    shortName: "decimal",
    defaultStyle: defaultStyles.decimal,
    parse: parseDecimal,
    zero: new Decimal(0n, 0),
  },
  "System.Numerics.BigInteger": {
    shortName: "bigint",
    parameter: "value",
    defaultStyle: defaultStyles.integer,
    checkStyle: checkIntegerStyle,
    parse: parseBigInteger,
    zero: new BigInteger(0n),
  },
};

const styleOf = (value: Value | undefined): number => (value instanceof EnumValue ? Number(value.value) : 0);

/** Parse and TryParse of a type of numbers, with NumberStyles and a provider. */
export function parsingMethods(fullName: string): readonly [parse: DotNetMethod, tryParse: DotNetMethod] {
  const type = parsedTypes[fullName];
  if (type === undefined) throw new Error(`${fullName} is no type of numbers.`);
  const { shortName: t, parameter: s, defaultStyle } = type;
  const style = "System.Globalization.NumberStyles style";
  const provider = "System.IFormatProvider provider";
  const parse = (c: ValueContext, text: Value | undefined, bitsOfStyle: number, p?: Value): Value => {
    type.checkStyle(c, bitsOfStyle);
    if (typeof text !== "string") throw argumentNullError(c, s);
    return type.parse(c, text, bitsOfStyle, p);
  };
  const attempt = (
    c: ValueContext,
    text: Value | undefined,
    bitsOfStyle: number,
    p: Value | undefined,
    result?: Value,
  ) => {
    type.checkStyle(c, bitsOfStyle);
    if (!(result instanceof PSReference)) return false;
    try {
      result.set(parse(c, text, bitsOfStyle, p));
      return true;
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
      result.set(type.zero);
      return false;
    }
  };
  return [
    method(
      [`static ${t} Parse(string ${s})`, (c, _, [text]) => parse(c, text, defaultStyle)],
      [`static ${t} Parse(string ${s}, ${style})`, (c, _, [text, bitsOf]) => parse(c, text, styleOf(bitsOf))],
      [`static ${t} Parse(string ${s}, ${provider})`, (c, _, [text, p]) => parse(c, text, defaultStyle, p)],
      [
        `static ${t} Parse(string ${s}, ${style}, ${provider})`,
        (c, _, [text, bitsOf, p]) => parse(c, text, styleOf(bitsOf), p),
      ],
    ),
    method(
      [
        `static bool TryParse(string ${s}, [ref] ${t} result)`,
        (c, _, [text, r]) => attempt(c, text, defaultStyle, undefined, r),
      ],
      [
        `static bool TryParse(string ${s}, ${style}, ${provider}, [ref] ${t} result)`,
        (c, _, [text, bitsOf, p, r]) => attempt(c, text, styleOf(bitsOf), p, r),
      ],
      [
        `[core] static bool TryParse(string ${s}, ${provider}, [ref] ${t} result)`,
        (c, _, [text, p, r]) => attempt(c, text, defaultStyle, p, r),
      ],
    ),
  ];
}
