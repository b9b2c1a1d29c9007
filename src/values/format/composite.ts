import { netError } from "../net-errors.js";
import type { ValueContext } from "../value-context.js";

/**
 * `string.Format`: replaces `{index[,width][:spec]}`.
 * @param textOf text of an argument with its spec (empty when none)
 * Throws FormatException.
 */
export function formatComposite(
  context: ValueContext,
  format: string,
  count: number,
  textOf: (index: number, spec: string) => string,
): string {
  const out: string[] = [];
  let i = 0;
  while (i < format.length) {
    const c = format[i] as string;
    if (c !== "{" && c !== "}") {
      let end = i + 1;
      while (end < format.length && format[end] !== "{" && format[end] !== "}") end++;
      out.push(format.slice(i, end));
      i = end;
      continue;
    }
    if (format[i + 1] === c) {
      out.push(c);
      i += 2;
      continue;
    }
    if (i + 1 >= format.length) throw parseError(i + 1, "Format item ends prematurely.");
    if (c === "}") throw parseError(i + 1, "Unexpected closing brace without a corresponding opening brace.");
    i = item(context, format, i + 1, count, textOf, out);
  }
  return out.join("");
}

/** Reads one item after its `{`, writes its text, and returns the offset behind its `}`. */
function item(
  _context: ValueContext,
  format: string,
  start: number,
  count: number,
  textOf: (index: number, spec: string) => string,
  out: string[],
): number {
  let i = start;
  const ends = () => parseError(format.length, "Format item ends prematurely.");
  const digits = (): number => {
    let n = 0;
    while (i < format.length && isDigit(format, i) && n < 1_000_000) n = n * 10 + format.charCodeAt(i++) - 48;
    return n;
  };
  const blanks = () => {
    while (format[i] === " ") i++;
  };
  if (i >= format.length) throw ends();
  if (!isDigit(format, i)) throw parseError(i, "Expected an ASCII digit.");
  const index = digits();
  if (i >= format.length) throw ends();
  blanks();
  let width = 0;
  let left = false;
  if (format[i] === ",") {
    i++;
    blanks();
    if (i >= format.length) throw ends();
    if (format[i] === "-") {
      left = true;
      i++;
      if (i >= format.length) throw ends();
    }
    if (!isDigit(format, i)) throw parseError(i, "Expected an ASCII digit.");
    width = digits();
    blanks();
  }
  if (i >= format.length) throw ends();
  let spec = "";
  if (format[i] === ":") {
    const end = specEnd(format, i + 1);
    spec = format.slice(i + 1, end);
    i = end;
  }
  if (format[i] !== "}") throw parseError(i, "Format item ends prematurely.");
  if (index >= count) {
    throw netError(
      "System.FormatException",
      "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.",
    );
  }
  const text = textOf(index, spec);
  out.push(left ? text.padEnd(width) : text.padStart(width));
  return i + 1;
}

function specEnd(format: string, start: number): number {
  for (let i = start; i < format.length; i++) {
    if (format[i] === "}") return i;
    if (format[i] === "{") throw parseError(i, "Format item ends prematurely.");
  }
  throw parseError(format.length, "Format item ends prematurely.");
}

function isDigit(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c >= 48 && c <= 57;
}

function parseError(offset: number, reason: string) {
  const head = "Input string was not in a correct format.";
  return netError("System.FormatException", `${head} Failure to parse near offset ${offset}. ${reason}`);
}
