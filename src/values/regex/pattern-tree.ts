/**
 * A translated pattern as a tree: what the check for harmlessness and the counting matcher read. It knows the syntax
 * that the translator writes: a part of JavaScript's, and groups of its own for what JavaScript lacks, which only the
 * counting matcher runs (`(?G)`, `(?C1;yes|no)`, `(?E(?=test)yes|no)`, `(?B2-1;body)`).
 */
export type PatternNode =
  /** One UTF-16 unit: a letter, an escape or a class, as written. */
  | { readonly kind: "unit"; readonly source: string }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | RepeatNode
  /** JavaScript's number of the group; `null` when it does not capture. */
  | { readonly kind: "group"; readonly index: number | null; readonly body: PatternNode }
  | { readonly kind: "look"; readonly behind: boolean; readonly negated: boolean; readonly body: PatternNode }
  /** What it has matched it does not give back. */
  | { readonly kind: "atomic"; readonly body: PatternNode }
  /** What one of these groups captured; several are those of one name. */
  | { readonly kind: "reference"; readonly indices: readonly number[] }
  /** Where the search began. */
  | { readonly kind: "origin" }
  | ConditionNode
  /** Takes back the last capture of one of `released`; what lies between is captured by `index`, if there is one. */
  | {
      readonly kind: "balance";
      readonly index: number | null;
      readonly released: readonly number[];
      readonly body: PatternNode;
    };

/** One of two ways: by whether one of these groups has captured, or by a look-ahead. */
export interface ConditionNode {
  readonly kind: "condition";
  readonly test: readonly number[] | PatternNode;
  readonly yes: PatternNode;
  readonly no: PatternNode;
}

export interface RepeatNode {
  readonly kind: "repeat";
  readonly body: PatternNode;
  readonly min: number;
  /** Infinity: no bound. */
  readonly max: number;
  readonly lazy: boolean;
}

/** Reads the source of a translated pattern. */
export function parsePattern(source: string): PatternNode {
  return new PatternReader(source).choice();
}

/** What opens a group, and what it is. */
const openings: readonly (readonly [string, (body: PatternNode) => PatternNode])[] = [
  ["(?:", (body) => ({ kind: "group", index: null, body })],
  ["(?=", (body) => ({ kind: "look", behind: false, negated: false, body })],
  ["(?!", (body) => ({ kind: "look", behind: false, negated: true, body })],
  ["(?<=", (body) => ({ kind: "look", behind: true, negated: false, body })],
  ["(?<!", (body) => ({ kind: "look", behind: true, negated: true, body })],
];

class PatternReader {
  private at = 0;
  private groups = 0;
  constructor(private readonly source: string) {}

  choice(): PatternNode {
    const options = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at++;
      options.push(this.sequence());
    }
    return options.length === 1 ? (options[0] as PatternNode) : { kind: "choice", options };
  }

  private sequence(): PatternNode {
    const items: PatternNode[] = [];
    for (;;) {
      const c = this.source[this.at];
      if (c === undefined || c === ")" || c === "|") break;
      items.push(this.quantified(this.atom(c)));
    }
    return items.length === 1 ? (items[0] as PatternNode) : { kind: "sequence", items };
  }

  private atom(c: string): PatternNode {
    if (c === "(") return this.group();
    if (c === "[") return this.unit(this.classEnd());
    if (c !== "\\") return this.unit(this.at + 1);
    const reference = /^\\([1-9]\d*)/.exec(this.source.slice(this.at, this.at + 8));
    if (reference !== null) {
      this.at += reference[0].length;
      return { kind: "reference", indices: [Number(reference[1])] };
    }
    const lengths: Readonly<Record<string, number>> = { x: 4, u: 6 };
    const letter = this.source[this.at + 1] ?? "";
    if (letter === "p" || letter === "P") return this.unit(this.source.indexOf("}", this.at) + 1);
    return this.unit(this.at + (lengths[letter] ?? 2));
  }

  private unit(end: number): PatternNode {
    const source = this.source.slice(this.at, end);
    this.at = end;
    return { kind: "unit", source };
  }

  /** Behind the bracket that closes the class which opens here; classes may nest. */
  private classEnd(): number {
    let depth = 0;
    for (let i = this.at; i < this.source.length; i++) {
      const c = this.source[i];
      if (c === "\\") i++;
      else if (c === "[") depth++;
      else if (c === "]" && --depth === 0) return i + 1;
    }
    return this.source.length;
  }

  private group(): PatternNode {
    const own = this.ownConstruct();
    if (own !== null) return own;
    const opening = openings.find(([text]) => this.source.startsWith(text, this.at));
    this.at += opening === undefined ? 1 : opening[0].length;
    const index = opening === undefined ? ++this.groups : null;
    const body = this.choice();
    this.at++;
    if (opening === undefined) return { kind: "group", index, body };
    return (opening[0] === "(?:" ? special(body) : null) ?? opening[1](body);
  }

  /** What JavaScript has no syntax for. */
  private ownConstruct(): PatternNode | null {
    const found = /^\(\?(?:(G)\)|C([\d,]+);|(E)|B(\d+)-([\d,]+);)/.exec(this.source.slice(this.at, this.at + 200));
    if (found === null) return null;
    this.at += found[0].length;
    const [, origin, groups, expression, index, released] = found;
    if (origin !== undefined) return { kind: "origin" };
    const test = groups !== undefined ? numbers(groups) : expression !== undefined ? this.group() : null;
    if (test === null && Number(index) > 0) this.groups++;
    const captured = this.groups;
    const body = this.choice();
    this.at++;
    if (test !== null) return condition(test, body);
    return { kind: "balance", index: Number(index) > 0 ? captured : null, released: numbers(released ?? ""), body };
  }

  private quantified(body: PatternNode): PatternNode {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/.exec(this.source.slice(this.at, this.at + 32));
    if (found === null) return body;
    this.at += found[0].length;
    const [, sign, least = "0", comma, most = "", question] = found;
    const min = sign === undefined ? Number(least) : sign === "+" ? 1 : 0;
    const bound = comma === "" ? min : most === "" ? Number.POSITIVE_INFINITY : Number(most);
    const max = sign === undefined ? bound : sign === "?" ? 1 : Number.POSITIVE_INFINITY;
    return { kind: "repeat", body, min, max, lazy: question === "?" };
  }
}

const numbers = (list: string): readonly number[] => list.split(",").map(Number);

function condition(test: ConditionNode["test"], body: PatternNode): ConditionNode {
  const [yes, no] = body.kind === "choice" ? body.options : [body];
  const empty: PatternNode = { kind: "sequence", items: [] };
  return { kind: "condition", test, yes: yes ?? empty, no: no ?? empty };
}

/** The two things that the translator writes as a group of its own. */
function special(body: PatternNode): PatternNode | null {
  const indices = namesakes(body);
  if (indices !== null) return { kind: "reference", indices };
  const [look, reference] = body.kind === "sequence" ? body.items : [];
  if (look?.kind !== "look" || look.body.kind !== "group" || reference?.kind !== "reference") return null;
  return look.body.index === reference.indices[0] ? { kind: "atomic", body: look.body.body } : null;
}

/** A group of nothing but references stands for the groups of one name. */
function namesakes(body: PatternNode): readonly number[] | null {
  if (body.kind === "reference") return body.indices;
  if (body.kind !== "sequence" || body.items.length === 0) return null;
  const indices: number[] = [];
  for (const item of body.items) {
    if (item.kind !== "reference") return null;
    indices.push(...item.indices);
  }
  return indices;
}

/** What stands directly inside a node. */
export function partsOf(node: PatternNode): readonly PatternNode[] {
  switch (node.kind) {
    case "unit":
    case "reference":
    case "origin":
      return [];
    case "sequence":
      return node.items;
    case "choice":
      return node.options;
    case "condition":
      return "kind" in node.test ? [node.test, node.yes, node.no] : [node.yes, node.no];
    default:
      return [node.body];
  }
}
