import {
  documentOf,
  XmlAttribute,
  XmlCharacterData,
  XmlDeclaration,
  XmlDocument,
  XmlDocumentType,
  XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
} from "../xml-node.js";
import type { NodeTest, XPathExpression, XPathStep } from "./ast.js";
import { axisNodes } from "./axes.js";
import { type CallContext, callFunction } from "./functions.js";
import { notANodeSet, xpathError } from "./lexer.js";
import { isNodeSet, needsContext, parseXPath } from "./parser.js";
import { compareValues, toBooleanValue, toNumberValue, type XPathValue } from "./values.js";

/** What prefixes of an expression mean: the URI, or `undefined` when the manager does not know the prefix. */
export type PrefixLookup = (prefix: string) => string | undefined;

/**
 * The nodes that an expression finds from a node, each once, in document order. Throws System.Xml.XPath.XPathException.
 * @param lookup `null`: no namespace manager was given, prefixes are an error
 */
export function selectNodes(node: XmlNode, xpath: string, lookup: PrefixLookup | null): readonly XmlNode[] {
  const expression = parseXPath(xpath);
  if (!isNodeSet(expression)) throw xpathError(notANodeSet);
  const value = new Evaluator(lookup).evaluate(expression, { node, position: 1, size: 1 });
  return typeof value === "object" ? value : [];
}

class Evaluator {
  /** Places in the document, made when nodes of several origins must be put in order. */
  private order: ReadonlyMap<XmlNode, number> | null = null;

  constructor(private readonly lookup: PrefixLookup | null) {}

  evaluate(expression: XPathExpression, context: CallContext): XPathValue {
    switch (expression.kind) {
      case "number":
      case "string":
        return expression.value;
      case "negate":
        return -toNumberValue(this.evaluate(expression.operand, context));
      case "binary":
        return this.binary(expression, context);
      case "call":
        return callFunction(
          expression.name,
          expression.args.map((arg) => this.evaluate(arg, context)),
          context,
        );
      case "filter":
        return this.filter(this.nodes(expression.base, context), expression.predicates);
      case "path":
        return this.path(expression, context);
    }
  }

  private nodes(expression: XPathExpression, context: CallContext): readonly XmlNode[] {
    const value = this.evaluate(expression, context);
    if (typeof value !== "object") throw xpathError(notANodeSet);
    return value;
  }

  private binary(expression: Extract<XPathExpression, { kind: "binary" }>, context: CallContext): XPathValue {
    const { operator, left, right } = expression;
    if (operator === "or" || operator === "and") {
      const first = toBooleanValue(this.evaluate(left, context));
      if (first === (operator === "or")) return first;
      return toBooleanValue(this.evaluate(right, context));
    }
    if (operator === "|")
      return this.inOrder([...this.nodes(left, context), ...this.nodes(right, context)], context.node);
    const l = this.evaluate(left, context);
    const r = this.evaluate(right, context);
    switch (operator) {
      case "+":
        return toNumberValue(l) + toNumberValue(r);
      case "-":
        return toNumberValue(l) - toNumberValue(r);
      case "*":
        return toNumberValue(l) * toNumberValue(r);
      case "div":
        return toNumberValue(l) / toNumberValue(r);
      case "mod":
        return toNumberValue(l) % toNumberValue(r);
      default:
        return compareValues(operator, l, r);
    }
  }

  private path(expression: Extract<XPathExpression, { kind: "path" }>, context: CallContext): readonly XmlNode[] {
    const { start } = expression;
    let nodes: readonly XmlNode[] =
      start === "context" ? [context.node] : start === "root" ? [rootOf(context.node)] : this.nodes(start, context);
    for (const step of joinDescendants(expression.steps)) nodes = this.step(nodes, step, context.node);
    return nodes;
  }

  private step(nodes: readonly XmlNode[], step: XPathStep, context: XmlNode): readonly XmlNode[] {
    const only = nodes.length === 1;
    const found: XmlNode[] = [];
    const matches = this.matcher(step);
    for (const node of nodes) {
      const candidates = [...axisNodes(node, step.axis)].filter(matches);
      for (const kept of this.filter(candidates, step.predicates)) found.push(kept);
    }
    const isReverse = reverseAxes.has(step.axis);
    if (only) return isReverse ? found.reverse() : found;
    return forwardAxes.has(step.axis) ? found : this.inOrder(found, context);
  }

  private filter(nodes: readonly XmlNode[], predicates: readonly XPathExpression[]): readonly XmlNode[] {
    let kept = nodes;
    for (const predicate of predicates) {
      const size = kept.length;
      kept = kept.filter((node, i) => {
        const value = this.evaluate(predicate, { node, position: i + 1, size });
        return typeof value === "number" ? value === i + 1 : toBooleanValue(value);
      });
    }
    return kept;
  }

  private matcher({ axis, test }: XPathStep): (node: XmlNode) => boolean {
    if (test.kind !== "name") return (node) => isOfKind(node, test);
    const isKind =
      axis === "attribute"
        ? (node: XmlNode) => node instanceof XmlAttribute
        : (node: XmlNode) => node instanceof XmlElement;
    const { name } = test;
    if (name === null && test.prefix === "") return isKind;
    const namespaceUri = this.namespaceOf(test.prefix);
    return (node) => isKind(node) && (name === null || node.localName === name) && node.namespaceUri === namespaceUri;
  }

  private namespaceOf(prefix: string): string {
    if (prefix === "") return "";
    if (this.lookup === null) throw xpathError(needsContext);
    const uri = this.lookup(prefix);
    if (uri === undefined) throw xpathError(`Namespace prefix '${prefix}' is not defined.`);
    return uri;
  }

  /** Each node once, in document order. */
  private inOrder(nodes: readonly XmlNode[], context: XmlNode): readonly XmlNode[] {
    const unique = [...new Set(nodes)];
    if (unique.length < 2) return unique;
    this.order ??= documentOrder(rootOf(context));
    const { order } = this;
    return unique.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }
}

/** Axes that, from nodes in document order none of which is inside of another one's result, keep the order. */
const forwardAxes: ReadonlySet<string> = new Set(["attribute", "self"]);
const reverseAxes: ReadonlySet<string> = new Set(["ancestor", "ancestor-or-self", "preceding", "preceding-sibling"]);

/** `//x` without predicates that count walks the descendants once. */
function joinDescendants(steps: readonly XPathStep[]): readonly XPathStep[] {
  const joined: XPathStep[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    const isAny = last?.axis === "descendant-or-self" && last.test.kind === "node" && last.predicates.length === 0;
    if (isAny && step.axis === "child" && step.predicates.every(countsNothing)) {
      joined[joined.length - 1] = { ...step, axis: "descendant" };
    } else joined.push(step);
  }
  return joined;
}

/** Whether a predicate means the same wherever its node stands among the others. */
function countsNothing(expression: XPathExpression): boolean {
  switch (expression.kind) {
    case "path":
    case "string":
      return true;
    case "number":
    case "negate":
      return false;
    case "filter":
      return countsNothing(expression.base);
    case "binary":
      return (
        !["+", "-", "*", "div", "mod"].includes(expression.operator) &&
        [expression.left, expression.right].every((e) => e.kind === "number" || countsNothing(e))
      );
    case "call":
      return !numeric.has(expression.name) && expression.args.every((e) => e.kind === "number" || countsNothing(e));
  }
}
const numeric: ReadonlySet<string> = new Set([
  "last",
  "position",
  "count",
  "string-length",
  "number",
  "sum",
  "floor",
  "ceiling",
  "round",
]);

function isOfKind(node: XmlNode, test: NodeTest): boolean {
  switch (test.kind) {
    case "name":
      return false;
    case "node":
      return !(node instanceof XmlDocumentType) && !(node instanceof XmlDeclaration);
    case "text":
      return node instanceof XmlCharacterData && node.kind !== "Comment";
    case "comment":
      return node instanceof XmlCharacterData && node.kind === "Comment";
    case "processing-instruction":
      return node instanceof XmlProcessingInstruction && (test.target === null || node.target === test.target);
  }
}

function rootOf(node: XmlNode): XmlNode {
  let root: XmlNode = node instanceof XmlAttribute ? (node.ownerElement ?? node) : node;
  while (root.parentNode !== null) root = root.parentNode;
  return root instanceof XmlDocument ? root : (documentOf(node) ?? root);
}

/** Every node of a document by its place, attributes behind their element. */
function documentOrder(root: XmlNode): ReadonlyMap<XmlNode, number> {
  const order = new Map<XmlNode, number>([[root, 0]]);
  for (const node of axisNodes(root, "descendant")) {
    order.set(node, order.size);
    if (node instanceof XmlElement) for (const attribute of node.attributes) order.set(attribute, order.size);
  }
  return order;
}
