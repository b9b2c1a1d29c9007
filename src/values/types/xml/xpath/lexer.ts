import type { PowerShellError } from "../../../errors.js";
import { netError } from "../../../net-errors.js";

/** A token; `name` may be `p:*`, `p:n` or `*` taken for a name test by the parser. */
export interface XPathToken {
  readonly kind: "name" | "number" | "string" | "symbol" | "end";
  readonly text: string;
  /** A bracket follows: a function or a node type. */
  readonly isCall: boolean;
  /** `::` follows: an axis. */
  readonly isAxis: boolean;
}

const namePattern =
  /[A-Z_a-z\u00C0-\u02FF\u0370-\u1FFF\u2070-\uD7FF\uF900-\uFFFD][-.\w\u00B7-\u036F\u0370-\u1FFF\u2070-\uD7FF\uF900-\uFFFD]*(?::(?!:)(?:\*|[A-Z_a-z\u00C0-\uFFFD][-.\w\u00B7-\uFFFD]*))?/y;
const numberPattern = /\d+(?:\.\d*)?|\.\d+/y;
const symbols = [
  "//",
  "::",
  "..",
  "<=",
  ">=",
  "!=",
  "/",
  "|",
  "+",
  "-",
  "=",
  "<",
  ">",
  "[",
  "]",
  "(",
  ")",
  "@",
  ",",
  "*",
  "$",
  ".",
  "!",
];

/** Takes an expression apart. Throws an XPathException for strings without end. */
export function xpathTokens(expression: string): readonly XPathToken[] {
  const tokens: XPathToken[] = [];
  let at = 0;
  while (true) {
    while (/\s/.test(expression.charAt(at))) at++;
    if (at >= expression.length) break;
    const token = tokenAt(expression, at);
    at += token.length;
    const rest = /^\s*(\(|::)?/.exec(expression.slice(at, at + 64))?.[1];
    tokens.push({ kind: token.kind, text: token.text, isCall: rest === "(", isAxis: rest === "::" });
  }
  tokens.push({ kind: "end", text: "", isCall: false, isAxis: false });
  return tokens;
}

interface RawToken {
  readonly kind: XPathToken["kind"];
  readonly text: string;
  readonly length: number;
}

function tokenAt(expression: string, at: number): RawToken {
  const c = expression.charAt(at);
  if (c === '"' || c === "'") {
    const close = expression.indexOf(c, at + 1);
    if (close < 0) throw xpathError("This is an unclosed string.");
    return { kind: "string", text: expression.slice(at + 1, close), length: close + 1 - at };
  }
  for (const [kind, pattern] of [
    ["number", numberPattern],
    ["name", namePattern],
  ] as const) {
    pattern.lastIndex = at;
    const found = pattern.exec(expression)?.[0];
    if (found !== undefined) return { kind, text: found, length: found.length };
  }
  const symbol = symbols.find((s) => expression.startsWith(s, at));
  if (symbol === undefined) throw xpathError(`'${expression}' has an invalid token.`);
  return { kind: "symbol", text: symbol, length: symbol.length };
}

/** A System.Xml.XPath.XPathException. */
export function xpathError(message: string): PowerShellError {
  return netError("System.Xml.XPath.XPathException", message);
}
export const notANodeSet = "Expression must evaluate to a node-set.";
