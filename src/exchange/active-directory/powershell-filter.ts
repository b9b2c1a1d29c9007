import { DateTime } from "../../values/date-time.js";
import { toText } from "../../values/text.js";
import { baseOf, type Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import {
  type Comparison,
  type DirectoryFilter,
  DirectoryFilterError,
  deepestFilter,
  universalTicks,
} from "./filter.js";

/** What a filter may ask of the session: variables, and properties of what they hold. */
export interface FilterVariables {
  readonly context: ValueContext;
  /** `undefined`: there is no such variable. */
  readonly variable: (name: string) => Value | undefined;
  /** A property of a value. @throws what the module says of one that it cannot read */
  readonly property: (value: Value, name: string) => Value;
}

interface Token {
  readonly kind: "word" | "operator" | "text" | "number" | "variable" | "open" | "close" | "not" | "end";
  readonly text: string;
  /** From 1. */
  readonly position: number;
}

const forms: readonly (readonly [Token["kind"] | "blank", RegExp])[] = [
  ["blank", /\s+/y],
  ["open", /\(/y],
  ["close", /\)/y],
  ["not", /!/y],
  ["text", /'(?:[^']|'')*'|"(?:[^"`]|""|`[\s\S])*"/y],
  ["operator", /-[A-Za-z]+/y],
  ["variable", /\$[A-Za-z_][\w:]*(?:\.[A-Za-z_]\w*)*|\$\{[^}]+\}/y],
  ["number", /-?\d+(?:\.\d+)?(?![\w.])/y],
  ["word", /[A-Za-z_0-9][\w.-]*/y],
];

/** `*` in the words of a comparison, and how LDAP does it. */
const comparisons: Readonly<Record<string, Comparison>> = {
  eq: "eq",
  ne: "eq",
  approx: "eq",
  like: "like",
  notlike: "like",
  ge: "ge",
  gt: "gt",
  le: "le",
  lt: "lt",
  band: "allBits",
  bor: "anyBit",
  recursivematch: "inChain",
};

interface Operand {
  readonly text: string;
  readonly isNull: boolean;
  readonly ticks?: bigint;
}

/** The module's own language of filters: `Name -like "A*" -and (Enabled -eq $true -or Title -ne $title)`. */
class FilterParser {
  private readonly tokens: readonly Token[];
  private next = 0;
  private depth = 0;

  constructor(
    text: string,
    private readonly variables: FilterVariables,
  ) {
    this.tokens = tokenize(text);
  }

  parse(): DirectoryFilter {
    const node = this.disjunction();
    if (this.peek().kind !== "end") this.fail();
    return node;
  }

  private disjunction(): DirectoryFilter {
    const operands = [this.conjunction()];
    while (this.takeOperator("-or")) operands.push(this.conjunction());
    return joined("or", operands);
  }

  private conjunction(): DirectoryFilter {
    const operands = [this.unary()];
    while (this.takeOperator("-and")) operands.push(this.unary());
    return joined("and", operands);
  }

  private unary(): DirectoryFilter {
    if (++this.depth > deepestFilter) this.fail();
    const isNegated = this.peek().kind === "not" || this.isOperator("-not");
    if (isNegated) this.next++;
    const node: DirectoryFilter = isNegated ? { kind: "not", operand: this.unary() } : this.primary();
    this.depth--;
    return node;
  }

  private primary(): DirectoryFilter {
    if (this.peek().kind !== "open") return this.comparison();
    this.next++;
    const inner = this.disjunction();
    if (this.peek().kind !== "close") this.fail();
    this.next++;
    return inner;
  }

  private comparison(): DirectoryFilter {
    const attribute = this.name();
    const word = this.peek().kind === "operator" ? this.peek().text.slice(1).toLowerCase() : "";
    const operator = Object.hasOwn(comparisons, word) ? comparisons[word] : undefined;
    if (operator === undefined) return this.fail();
    this.next++;
    const node = this.compare(attribute, operator, this.operand());
    return word === "ne" || word === "notlike" ? { kind: "not", operand: node } : node;
  }

  private compare(attribute: string, operator: Comparison, { text, isNull, ticks }: Operand): DirectoryFilter {
    // LDAP has no null: the server takes no filter with one.
    if (isNull || text === "") throw new DirectoryFilterError("The search filter cannot be recognized", 0);
    if (operator === "like" && text === "*") return { kind: "present", attribute };
    return { kind: "compare", attribute, operator, value: text, ...(ticks === undefined ? {} : { ticks }) };
  }

  private name(): string {
    const { kind, text } = this.peek();
    if (kind !== "word" && kind !== "text") this.fail();
    this.next++;
    return kind === "text" ? text.slice(1, -1) : text;
  }

  private operand(): Operand {
    const { kind, text } = this.peek();
    this.next++;
    switch (kind) {
      case "text":
        return { text: text[0] === "'" ? text.slice(1, -1).replaceAll("''", "'") : this.expanded(text), isNull: false };
      case "number":
      case "word":
        return { text, isNull: false };
      case "variable":
        return this.valueOf(text);
      default:
        this.next--;
        return this.fail();
    }
  }

  /** `"$name"` in the filter's own text. */
  private expanded(quoted: string): string {
    return quoted
      .slice(1, -1)
      .replaceAll('""', '"')
      .replace(/`([\s\S])/g, "$1")
      .replace(/\$[A-Za-z_]\w*/g, (variable) => this.valueOf(variable).text);
  }

  private valueOf(text: string): Operand {
    const path = text.startsWith("${") ? [text.slice(2, -1)] : text.slice(1).split(".");
    const [name = "", ...properties] = path;
    const lower = name.toLowerCase();
    if (lower === "true" || lower === "false") return { text: lower, isNull: false };
    if (lower === "null") return { text: "", isNull: true };
    const found = this.variables.variable(name);
    if (found === undefined)
      throw new DirectoryFilterError(`Variable: '${name}' found in expression: $${name} is not defined.`, -1);
    const value = properties.reduce<Value>((from, each) => this.variables.property(from, each), found);
    const base = baseOf(value);
    const { context } = this.variables;
    return {
      text: typeof base === "boolean" ? String(base) : toText(context, value),
      isNull: base === null,
      ...(base instanceof DateTime ? { ticks: universalTicks(context, base) } : {}),
    };
  }

  private isOperator(name: string): boolean {
    const { kind, text } = this.peek();
    return kind === "operator" && text.toLowerCase() === name;
  }
  private takeOperator(name: string): boolean {
    if (!this.isOperator(name)) return false;
    this.next++;
    return true;
  }
  private peek(): Token {
    return this.tokens[this.next] ?? { kind: "end", text: "", position: 1 };
  }
  private fail(): never {
    throw new DirectoryFilterError("syntax error", this.peek().position);
  }
}

function joined(kind: "and" | "or", operands: readonly DirectoryFilter[]): DirectoryFilter {
  const [only] = operands;
  return operands.length === 1 && only !== undefined ? only : { kind, operands };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (token === null) throw new DirectoryFilterError("syntax error", at + 1);
    if (token.kind !== "blank") tokens.push({ kind: token.kind, text: token.text, position: at + 1 });
    at += token.text.length;
  }
  tokens.push({ kind: "end", text: "", position: text.length + 1 });
  return tokens;
}

function tokenAt(text: string, at: number) {
  for (const [kind, form] of forms) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found !== null) return { kind, text: found[0] };
  }
  return null;
}

/**
 * Reads a filter of the module's.
 * @throws {DirectoryFilterError} for text that is none: position 0 where the server refuses it, -1 for a variable
 */
export function parsePowerShellFilter(text: string, variables: FilterVariables): DirectoryFilter {
  return text.trim() === "*" ? { kind: "all" } : new FilterParser(text, variables).parse();
}
