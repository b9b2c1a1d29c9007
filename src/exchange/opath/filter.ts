/** A filter as `-Filter` takes it: OPATH, Exchange's language of comparisons. */
export type FilterNode =
  | { readonly kind: "and" | "or"; readonly left: FilterNode; readonly right: FilterNode }
  | { readonly kind: "not"; readonly operand: FilterNode }
  | {
      readonly kind: "compare";
      readonly property: string;
      readonly operator: FilterOperator;
      readonly value: FilterValue;
    };

export type FilterOperator = "eq" | "ne" | "like" | "notlike" | "gt" | "ge" | "lt" | "le";
export type FilterValue = string | number | boolean | null;

const operators: readonly FilterOperator[] = ["eq", "ne", "like", "notlike", "gt", "ge", "lt", "le"];

/** What is wrong with a filter, and where: `position` counts UTF-16 units from 0. */
export class FilterSyntaxError extends Error {
  constructor(
    message: string,
    readonly position: number,
    /** The name that no property has; `null` where the text is no filter. */
    readonly unknownProperty: string | null = null,
  ) {
    super(message);
  }
}

interface Token {
  readonly kind: "word" | "operator" | "text" | "number" | "variable" | "open" | "close" | "end";
  readonly text: string;
  readonly position: number;
}

const tokenForms: readonly (readonly [Token["kind"] | "blank", RegExp])[] = [
  ["blank", /\s+/y],
  ["open", /\(/y],
  ["close", /\)/y],
  ["text", /'(?:[^']|'')*'|"(?:[^"]|"")*"/y],
  ["operator", /-[A-Za-z]+/y],
  ["variable", /\$[A-Za-z]+/y],
  ["number", /-?\d+(?:\.\d+)?(?![\w.])/y],
  ["word", /[A-Za-z_][\w.]*/y],
];

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token === null) throw new FilterSyntaxError(`Invalid filter syntax: unexpected character '${text[at]}'.`, at);
    at = token.end;
    if (token.kind !== "blank") tokens.push({ kind: token.kind, text: token.text, position: token.position });
  }
  tokens.push({ kind: "end", text: "", position: text.length });
  return tokens;
}

function tokenAt(text: string, at: number) {
  for (const [kind, form] of tokenForms) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found !== null) return { kind, text: found[0], position: at, end: at + found[0].length };
  }
  return null;
}

/** How deep parentheses and -not may nest. */
const deepest = 200;

/** Recursive descent: or-level, and-level, unary, comparison. Words of the language ignore case. */
class FilterParser {
  private readonly tokens: readonly Token[];
  private next = 0;
  private depth = 0;

  constructor(
    text: string,
    private readonly isKnown: (property: string) => boolean,
  ) {
    this.tokens = tokenize(text);
  }

  parse(): FilterNode {
    const node = this.disjunction();
    if (this.peek().kind !== "end") this.fail("an operator");
    return node;
  }

  private disjunction(): FilterNode {
    let left = this.conjunction();
    while (this.takeOperator("-or")) left = { kind: "or", left, right: this.conjunction() };
    return left;
  }

  private conjunction(): FilterNode {
    let left = this.unary();
    while (this.takeOperator("-and")) left = { kind: "and", left, right: this.unary() };
    return left;
  }

  private unary(): FilterNode {
    if (++this.depth > deepest) throw new FilterSyntaxError("The filter nests too deep.", this.peek().position);
    const node = this.takeOperator("-not") ? ({ kind: "not", operand: this.unary() } as const) : this.primary();
    this.depth--;
    return node;
  }

  private primary(): FilterNode {
    if (this.peek().kind === "open") {
      this.next++;
      const inner = this.disjunction();
      if (this.peek().kind !== "close") this.fail("a closing parenthesis");
      this.next++;
      return inner;
    }
    return this.comparison();
  }

  private comparison(): FilterNode {
    const { position } = this.peek();
    const property = this.take("word", "the name of a property");
    if (!this.isKnown(property))
      throw new FilterSyntaxError(`"${property}" is not a recognized filterable property.`, position, property);
    const name = this.take("operator", "an operator").slice(1).toLowerCase();
    const operator = operators.find((known) => known === name);
    if (operator === undefined) {
      this.next--;
      this.fail(`one of ${operators.map((known) => `-${known}`).join(", ")}`);
    }
    return { kind: "compare", property, operator, value: this.value() };
  }

  private value(): FilterValue {
    const token = this.peek();
    this.next++;
    switch (token.kind) {
      case "text":
        return unquote(token.text);
      case "number":
        return Number(token.text);
      case "word":
        return token.text;
      case "variable":
        return this.constant(token);
      default:
        this.next--;
        return this.fail("a value");
    }
  }

  /** Other variables were expanded, or not, before the filter came here. */
  private constant(token: Token): FilterValue {
    switch (token.text.toLowerCase()) {
      case "$true":
        return true;
      case "$false":
        return false;
      case "$null":
        return null;
      default:
        throw new FilterSyntaxError(
          `The variable "${token.text}" has no value in a filter: expand it in double quotes.`,
          token.position,
        );
    }
  }

  private takeOperator(name: string): boolean {
    const { kind, text } = this.peek();
    if (kind !== "operator" || text.toLowerCase() !== name) return false;
    this.next++;
    return true;
  }

  private take(kind: Token["kind"], what: string): string {
    const token = this.peek();
    if (token.kind !== kind) this.fail(what);
    this.next++;
    return token.text;
  }

  private peek(): Token {
    return this.tokens[this.next] ?? { kind: "end", text: "", position: 0 };
  }

  private fail(expected: string): never {
    const { text, position } = this.peek();
    const found = text === "" ? "the end of the filter" : `"${text}"`;
    throw new FilterSyntaxError(
      `Invalid filter syntax: expected ${expected}, but found ${found} at position ${position + 1}.`,
      position,
    );
  }
}

function unquote(text: string): string {
  const quote = text[0] ?? "";
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}

/**
 * Reads a filter.
 * @param isKnown whether a property may be named; left out: all may
 * @throws {FilterSyntaxError} for text that is no filter, and for the first property that may not be named
 */
export function parseFilter(text: string, isKnown: (property: string) => boolean = () => true): FilterNode {
  return new FilterParser(text, isKnown).parse();
}
