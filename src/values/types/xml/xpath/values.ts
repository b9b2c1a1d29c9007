import { XmlAttribute, type XmlNode } from "../xml-node.js";
import { innerText } from "../xml-tree.js";

/** What an expression gives: nodes in document order, or a value. */
export type XPathValue = readonly XmlNode[] | string | number | boolean;

/** The string value of a node. */
export function stringOfNode(node: XmlNode): string {
  return node instanceof XmlAttribute ? node.value : innerText(node);
}

export function toStringValue(value: XPathValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  const first = value[0];
  return first === undefined ? "" : stringOfNode(first);
}

export function toNumberValue(value: XPathValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const text = toStringValue(value).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

export function toBooleanValue(value: XPathValue): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
  return value.length > 0;
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (Object.is(value, -0)) return "0";
  const text = String(value);
  return text.includes("e") ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

/** `=`, `<` and their kin, where nodes count as any of them does (XPath 1.0, 3.4). */
export function compareValues(
  operator: "=" | "!=" | "<" | "<=" | ">" | ">=",
  left: XPathValue,
  right: XPathValue,
): boolean {
  if (typeof left === "object" && typeof right === "object") {
    const rights = right.map(stringOfNode);
    return left.some((l) => rights.some((r) => compareScalars(operator, stringOfNode(l), r, isOrder(operator))));
  }
  if (typeof left === "object") return compareNodes(operator, left, right as string | number | boolean, false);
  if (typeof right === "object") return compareNodes(operator, right, left, true);
  return compareScalars(operator, left, right, isOrder(operator));
}

type Comparison = Parameters<typeof compareValues>[0];

function isOrder(operator: Comparison): boolean {
  return operator !== "=" && operator !== "!=";
}

function compareNodes(
  operator: Comparison,
  nodes: readonly XmlNode[],
  scalar: string | number | boolean,
  swapped: boolean,
): boolean {
  const test = (value: string | boolean) =>
    swapped
      ? compareScalars(operator, scalar, value, isOrder(operator))
      : compareScalars(operator, value, scalar, isOrder(operator));
  if (typeof scalar === "boolean") return test(nodes.length > 0);
  return nodes.some((node) => test(stringOfNode(node)));
}

function compareScalars(
  operator: Comparison,
  left: string | number | boolean,
  right: string | number | boolean,
  asNumbers: boolean,
): boolean {
  let l: string | number | boolean = left;
  let r: string | number | boolean = right;
  if (asNumbers || typeof l === "number" || typeof r === "number") {
    if (!asNumbers && (typeof l === "boolean" || typeof r === "boolean")) {
      l = toBooleanValue(l);
      r = toBooleanValue(r);
    } else {
      l = toNumberValue(l);
      r = toNumberValue(r);
    }
  } else if (typeof l === "boolean" || typeof r === "boolean") {
    l = toBooleanValue(l);
    r = toBooleanValue(r);
  }
  switch (operator) {
    case "=":
      return l === r;
    case "!=":
      return l !== r;
    case "<":
      return l < r;
    case "<=":
      return l <= r;
    case ">":
      return l > r;
    case ">=":
      return l >= r;
  }
}
