import {
  axes,
  type NodeTest,
  type XPathAxis,
  type XPathExpression,
  type XPathOperator,
  type XPathStep,
} from "./ast.js";
import { functionArity } from "./functions.js";
import { notANodeSet, type XPathToken, xpathError, xpathTokens } from "./lexer.js";

/** Operators from the loosest to the tightest; all are left-associative. */
const levels: readonly (readonly XPathOperator[])[] = [
  ["or"],
  ["and"],
  ["=", "!="],
  ["<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "div", "mod"],
];

/** Nested brackets and predicates beyond this are refused. */
const deepest = 200;

/** Reads an expression of XPath 1.0. Throws a System.Xml.XPath.XPathException with .NET's words. */
export function parseXPath(text: string): XPathExpression {
  return new XPathParser(text).parse();
}

class XPathParser {
  private readonly tokens: readonly XPathToken[];
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    this.tokens = xpathTokens(text);
  }

  parse(): XPathExpression {
    const expression = this.expression();
    if (this.token.kind !== "end") throw this.invalidToken();
    return expression;
  }

  private get token(): XPathToken {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as XPathToken;
  }
  private is(symbol: string): boolean {
    return this.token.kind === "symbol" && this.token.text === symbol;
  }
  private take(symbol: string): boolean {
    if (!this.is(symbol)) return false;
    this.at++;
    return true;
  }
  private expect(symbol: string): void {
    if (!this.take(symbol)) throw this.invalidToken();
  }
  private invalidToken() {
    return xpathError(`'${this.text}' has an invalid token.`);
  }

  private expression(): XPathExpression {
    if (++this.depth > deepest) throw xpathError("The xpath query is too complex.");
    const found = this.binary(0);
    this.depth--;
    return found;
  }

  private binary(level: number): XPathExpression {
    const operators = levels[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    while (true) {
      const { text, kind } = this.token;
      const operator = operators.find((o) => o === text);
      if (operator === undefined || kind === "string" || kind === "number") return left;
      this.at++;
      left = { kind: "binary", operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): XPathExpression {
    let negative = 0;
    while (this.take("-")) negative++;
    let operand = this.union();
    for (; negative > 0; negative--) operand = { kind: "negate", operand };
    return operand;
  }

  private union(): XPathExpression {
    let left = this.pathExpression();
    while (this.take("|")) left = { kind: "binary", operator: "|", left, right: this.pathExpression() };
    return left;
  }

  private pathExpression(): XPathExpression {
    if (!this.startsPrimary()) return this.locationPath();
    let base = this.primary();
    const predicates = this.predicates();
    if (predicates.length > 0) base = { kind: "filter", base, predicates };
    const steps: XPathStep[] = [];
    this.moreSteps(steps);
    return steps.length === 0 ? base : { kind: "path", start: base, steps };
  }

  private startsPrimary(): boolean {
    const { kind, text, isCall } = this.token;
    if (kind === "string" || kind === "number") return true;
    if (kind === "symbol") return text === "(" || text === "$";
    return kind === "name" && isCall && !nodeTypes.has(text);
  }

  private primary(): XPathExpression {
    const { kind, text } = this.token;
    if (kind === "string" || kind === "number") {
      this.at++;
      return kind === "string" ? { kind, value: text } : { kind, value: Number(text) };
    }
    if (this.take("(")) {
      const inner = this.expression();
      this.expect(")");
      return inner;
    }
    if (this.take("$")) throw xpathError(needsContext);
    return this.call();
  }

  private call(): XPathExpression {
    const name = this.token.text;
    this.at += 2;
    const args: XPathExpression[] = [];
    if (!this.take(")")) {
      do args.push(this.expression());
      while (this.take(","));
      this.expect(")");
    }
    const arity = functionArity(name);
    if (arity === undefined) throw xpathError(needsContext);
    if (args.length < arity[0] || args.length > arity[1]) {
      throw xpathError(`Function '${name}' in '${this.text}' has an invalid number of arguments.`);
    }
    if (arity[2] && args[0] !== undefined && !isNodeSet(args[0])) {
      throw xpathError(`The argument to function '${name}' in '${this.text}' cannot be converted to a node-set.`);
    }
    return { kind: "call", name, args };
  }

  private locationPath(): XPathExpression {
    const steps: XPathStep[] = [];
    if (this.take("/")) {
      if (!this.startsStep()) {
        if (this.token.kind !== "end" || this.text.trim() !== "/") this.checkBareRoot();
        return { kind: "path", start: "root", steps };
      }
      steps.push(this.step());
      this.moreSteps(steps);
      return { kind: "path", start: "root", steps };
    }
    if (this.is("//")) {
      this.moreSteps(steps);
      return { kind: "path", start: "root", steps };
    }
    steps.push(this.step());
    this.moreSteps(steps);
    return { kind: "path", start: "context", steps };
  }

  /** `/` alone may stand before an operator, a bracket or the end; nothing else. */
  private checkBareRoot(): void {
    const { kind, text } = this.token;
    if (kind === "end" || [")", "]", ",", "|", "=", "!=", "<", ">", "<=", ">=", "+", "-"].includes(text)) return;
    throw xpathError(notANodeSet);
  }

  private startsStep(): boolean {
    const { kind, text } = this.token;
    return kind === "name" || (kind === "symbol" && ["@", ".", "..", "*"].includes(text));
  }

  private moreSteps(steps: XPathStep[]): void {
    while (this.is("/") || this.is("//")) {
      if (this.is("//")) steps.push(anyDescendant);
      this.at++;
      steps.push(this.step());
    }
  }

  private step(): XPathStep {
    if (this.take(".")) return { axis: "self", test: { kind: "node" }, predicates: [] };
    if (this.take("..")) return { axis: "parent", test: { kind: "node" }, predicates: [] };
    const axis = this.axis();
    return { axis, test: this.nodeTest(), predicates: this.predicates() };
  }

  private axis(): XPathAxis {
    if (this.take("@")) return "attribute";
    const { kind, text, isAxis } = this.token;
    if (kind !== "name" || !isAxis) return "child";
    const axis = axes.find((a) => a === text);
    if (axis === undefined) throw this.invalidToken();
    this.at += 2;
    return axis;
  }

  private nodeTest(): NodeTest {
    const { kind, text, isCall } = this.token;
    if (this.take("*")) return { kind: "name", prefix: "", name: null };
    if (kind !== "name") throw xpathError(notANodeSet);
    this.at++;
    if (isCall) return this.nodeType(text);
    const colon = text.indexOf(":");
    const name = text.slice(colon + 1);
    return { kind: "name", prefix: colon < 0 ? "" : text.slice(0, colon), name: name === "*" ? null : name };
  }

  private nodeType(text: string): NodeTest {
    this.expect("(");
    const target = this.token.kind === "string" ? this.token.text : null;
    if (target !== null) this.at++;
    this.expect(")");
    if (text === "processing-instruction") return { kind: text, target };
    if (text === "node" || text === "text" || text === "comment") return { kind: text };
    throw xpathError(needsContext);
  }

  private predicates(): readonly XPathExpression[] {
    const found: XPathExpression[] = [];
    while (this.take("[")) {
      found.push(this.expression());
      this.expect("]");
    }
    return found;
  }
}

const nodeTypes: ReadonlySet<string> = new Set(["node", "text", "comment", "processing-instruction"]);
const anyDescendant: XPathStep = { axis: "descendant-or-self", test: { kind: "node" }, predicates: [] };

/** Whether an expression gives nodes, as far as its form tells. */
export function isNodeSet(expression: XPathExpression): boolean {
  switch (expression.kind) {
    case "path":
      return true;
    case "filter":
      return isNodeSet(expression.base);
    case "binary":
      return expression.operator === "|";
    case "call":
      return expression.name === "id";
    case "number":
    case "string":
    case "negate":
      return false;
  }
}

/** What .NET says of prefixes, variables and functions that only a namespace manager could know. */
export const needsContext =
  "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.";
