import type { Culture } from "./culture.js";

/** The bits of System.Globalization.NumberStyles. */
export const numberStyles = {
  leadingWhite: 1,
  trailingWhite: 2,
  leadingSign: 4,
  trailingSign: 8,
  parentheses: 16,
  decimalPoint: 32,
  thousands: 64,
  exponent: 128,
  currencySymbol: 256,
  hexadecimal: 512,
  binary: 1024,
} as const;

/** What Parse takes when no style is given: of integers, of floating numbers, of decimals. */
export const defaultStyles = { integer: 7, float: 231, decimal: 111 } as const;

/** A number as it was written: its digits without point and leading zeros, and the power of ten of the last of them. */
export interface WrittenNumber {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** Exponents beyond are as good as infinite. */
const greatestExponent = 99_999;

const isWhite = (c: string): boolean => c === " " || (c >= "\t" && c <= "\r");
const isDigit = (c: string): boolean => c >= "0" && c <= "9";
const isBlank = (c: string): boolean => c === " " || c === "\u00a0" || c === "\u202f";

/** Reads a text from its beginning to its end. */
class NumberReader {
  private at = 0;
  private sign: "+" | "-" | "(" | null = null;
  private closed = false;
  private currency = false;

  constructor(
    private readonly text: string,
    private readonly style: number,
    private readonly culture: Culture,
  ) {}

  read(): WrittenNumber | null {
    const { leadingWhite, leadingSign, trailingWhite, trailingSign } = numberStyles;
    while (this.blank(leadingWhite) || this.signed(leadingSign) || this.opening() || this.symbol()) {
      // Each takes what it allows, in any order.
    }
    const digits = this.digits();
    if (digits === null) return null;
    const exponent = this.exponent();
    while (this.blank(trailingWhite) || this.signed(trailingSign) || this.closing() || this.symbol()) {
      // As before the digits.
    }
    while (this.text[this.at] === "\0") this.at++;
    if (this.at < this.text.length || (this.sign === "(" && !this.closed)) return null;
    const whole = `${digits.whole}${digits.fraction}`.replace(/^0+/, "");
    return {
      negative: this.sign === "-" || this.sign === "(",
      digits: whole,
      exponent: exponent - digits.fraction.length,
    };
  }

  private allows(bit: number): boolean {
    return (this.style & bit) !== 0;
  }

  private takes(word: string): boolean {
    if (word === "" || !this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private blank(bit: number): boolean {
    const c = this.text[this.at];
    if (!this.allows(bit) || c === undefined || !isWhite(c)) return false;
    // Between the sign and the digits there is none, unless the sign of a currency is about.
    if (bit === numberStyles.leadingWhite && this.sign !== null && !this.currency) return false;
    this.at++;
    return true;
  }

  private signed(bit: number): boolean {
    if (!this.allows(bit) || this.sign !== null) return false;
    if (this.takes("+")) this.sign = "+";
    else if (this.takes(this.culture.negativeSign) || this.takes("-")) this.sign = "-";
    return this.sign !== null;
  }

  private opening(): boolean {
    if (!this.allows(numberStyles.parentheses) || this.sign !== null || !this.takes("(")) return false;
    this.sign = "(";
    return true;
  }

  private closing(): boolean {
    if (this.sign !== "(" || this.closed || !this.takes(")")) return false;
    this.closed = true;
    return true;
  }

  private symbol(): boolean {
    if (!this.allows(numberStyles.currencySymbol) || this.currency) return false;
    this.currency = this.takes(this.culture.currencySymbol);
    return this.currency;
  }

  private groupSeparator(): boolean {
    const { groupSeparator } = this.culture;
    const c = this.text[this.at] ?? "";
    // A blank between groups may be typed as a plain one.
    if (isBlank(groupSeparator) && isBlank(c) && isDigit(this.text[this.at + 1] ?? "")) {
      this.at++;
      return true;
    }
    return !isBlank(groupSeparator) && this.takes(groupSeparator);
  }

  private digits(): { readonly whole: string; readonly fraction: string } | null {
    let whole = "";
    let fraction = "";
    let point = false;
    for (; this.at < this.text.length; ) {
      const c = this.text[this.at] as string;
      if (isDigit(c)) {
        if (point) fraction += c;
        else whole += c;
        this.at++;
      } else if (!point && this.allows(numberStyles.decimalPoint) && this.takes(this.culture.decimalSeparator)) {
        point = true;
      } else if (point || whole === "" || !this.allows(numberStyles.thousands) || !this.groupSeparator()) break;
    }
    return whole === "" && fraction === "" ? null : { whole, fraction };
  }

  private exponent(): number {
    const written = /[eE]([-+]?)(\d+)/y;
    written.lastIndex = this.at;
    const found = this.allows(numberStyles.exponent) ? written.exec(this.text) : null;
    if (found === null) return 0;
    this.at += found[0].length;
    const size = Math.min(Number(found[2]), greatestExponent);
    return found[1] === "-" ? -size : size;
  }
}

/** A text as the styles allow a number to be written in a culture; `null` when it is none. */
export function readNumber(text: string, style: number, culture: Culture): WrittenNumber | null {
  return new NumberReader(text, style, culture).read();
}

/** Hexadecimal or binary digits as the styles allow them; `null` when the text is none. */
export function readBits(text: string, style: number): { readonly digits: string; readonly radix: 2 | 16 } | null {
  let digits = text;
  if ((style & numberStyles.leadingWhite) !== 0) digits = digits.replace(/^[\t-\r ]+/, "");
  if ((style & numberStyles.trailingWhite) !== 0) digits = digits.replace(/[\t-\r ]+$/, "");
  if ((style & numberStyles.binary) !== 0) return /^[01]+$/.test(digits) ? { digits, radix: 2 } : null;
  return /^[0-9a-fA-F]+$/.test(digits) ? { digits, radix: 16 } : null;
}

/** The whole number that was written; `null` when it has a fraction or more digits than any type holds. */
export function wholeNumber({ negative, digits, exponent }: WrittenNumber): bigint | null {
  if (digits === "") return 0n;
  if (exponent > 1000) return null;
  const whole = exponent >= 0 ? digits + "0".repeat(exponent) : digits.slice(0, Math.max(0, digits.length + exponent));
  const fraction = exponent >= 0 ? "" : digits.slice(Math.max(0, digits.length + exponent));
  if (/[1-9]/.test(fraction)) return null;
  const value = BigInt(whole === "" ? "0" : whole);
  return negative ? -value : value;
}
