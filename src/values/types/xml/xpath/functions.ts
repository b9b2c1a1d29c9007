import { netError } from "../../../net-errors.js";
import { XmlElement, type XmlNode } from "../xml-node.js";
import { stringOfNode, toBooleanValue, toNumberValue, toStringValue, type XPathValue } from "./values.js";

/** What a function sees besides its arguments. */
export interface CallContext {
  readonly node: XmlNode;
  /** 1-based place among the nodes of the step, and how many there are. */
  readonly position: number;
  readonly size: number;
}

type Arity = readonly [least: number, most: number, takesNodes: boolean];
type XPathFunction = (args: readonly XPathValue[], context: CallContext) => XPathValue;

/** How many arguments a function of the core library takes, and whether the first must be nodes; `undefined`: unknown. */
export function functionArity(name: string): Arity | undefined {
  return library.get(name)?.arity;
}

/** Calls a function of the core library. */
export function callFunction(name: string, args: readonly XPathValue[], context: CallContext): XPathValue {
  const found = library.get(name);
  if (found === undefined) throw new Error(`no XPath function ${name}`);
  return found.run(args, context);
}

const nodesOf = (value: XPathValue | undefined, context: CallContext): readonly XmlNode[] =>
  value === undefined ? [context.node] : typeof value === "object" ? value : [];
const text = (args: readonly XPathValue[], i: number, context: CallContext): string => {
  const value = args[i];
  return value === undefined ? stringOfNode(context.node) : toStringValue(value);
};
const number = (args: readonly XPathValue[], i: number): number => toNumberValue(args[i] ?? Number.NaN);

const define = (arity: Arity, run: XPathFunction) => ({ arity, run });

const library: ReadonlyMap<string, { readonly arity: Arity; readonly run: XPathFunction }> = new Map([
  ["last", define([0, 0, false], (_, c) => c.size)],
  ["position", define([0, 0, false], (_, c) => c.position)],
  ["count", define([1, 1, true], (args, c) => nodesOf(args[0], c).length)],
  ["id", define([1, 1, false], () => [])],
  ["local-name", define([0, 1, true], (args, c) => nameOf(nodesOf(args[0], c)[0], "local"))],
  ["namespace-uri", define([0, 1, true], (args, c) => nodesOf(args[0], c)[0]?.namespaceUri ?? "")],
  ["name", define([0, 1, true], (args, c) => nameOf(nodesOf(args[0], c)[0], "qualified"))],
  ["string", define([0, 1, false], (args, c) => text(args, 0, c))],
  ["concat", define([2, Number.POSITIVE_INFINITY, false], (args) => args.map(toStringValue).join(""))],
  ["starts-with", define([2, 2, false], (args, c) => text(args, 0, c).startsWith(text(args, 1, c)))],
  ["contains", define([2, 2, false], (args, c) => text(args, 0, c).includes(text(args, 1, c)))],
  ["substring-before", define([2, 2, false], (args, c) => before(text(args, 0, c), text(args, 1, c)))],
  ["substring-after", define([2, 2, false], (args, c) => after(text(args, 0, c), text(args, 1, c)))],
  ["substring", define([2, 3, false], (args, c) => substring(text(args, 0, c), args))],
  ["string-length", define([0, 1, false], (args, c) => text(args, 0, c).length)],
  ["normalize-space", define([0, 1, false], (args, c) => normalizeSpace(text(args, 0, c)))],
  ["translate", define([3, 3, false], (args, c) => translate(text(args, 0, c), text(args, 1, c), text(args, 2, c)))],
  ["boolean", define([1, 1, false], (args) => toBooleanValue(args[0] ?? false))],
  ["not", define([1, 1, false], (args) => !toBooleanValue(args[0] ?? false))],
  ["true", define([0, 0, false], () => true)],
  ["false", define([0, 0, false], () => false)],
  ["lang", define([1, 1, false], (args, c) => hasLanguage(c.node, text(args, 0, c)))],
  ["number", define([0, 1, false], (args, c) => toNumberValue(args[0] ?? stringOfNode(c.node)))],
  [
    "sum",
    define([1, 1, true], (args, c) => nodesOf(args[0], c).reduce((sum, n) => sum + toNumberValue(stringOfNode(n)), 0)),
  ],
  ["floor", define([1, 1, false], (args) => Math.floor(number(args, 0)))],
  ["ceiling", define([1, 1, false], (args) => Math.ceil(number(args, 0)))],
  ["round", define([1, 1, false], (args) => Math.round(number(args, 0)))],
]);

function nameOf(node: XmlNode | undefined, form: "local" | "qualified"): string {
  if (node === undefined || node.name.startsWith("#")) return "";
  return form === "local" ? node.localName : node.name;
}

function before(value: string, mark: string): string {
  const at = value.indexOf(mark);
  return at < 0 ? "" : value.slice(0, at);
}
function after(value: string, mark: string): string {
  const at = value.indexOf(mark);
  return at < 0 ? "" : value.slice(at + mark.length);
}

/** Positions count from 1 and are rounded; `NaN` gives nothing. */
function substring(value: string, args: readonly XPathValue[]): string {
  const start = Math.round(number(args, 1));
  const end = args.length < 3 ? Number.POSITIVE_INFINITY : start + Math.round(number(args, 2));
  if (Number.isNaN(start) || Number.isNaN(end)) return "";
  return value.slice(Math.max(start - 1, 0), Math.max(Math.min(end - 1, value.length), 0));
}

function normalizeSpace(value: string): string {
  return value
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== "")
    .join(" ");
}

function translate(value: string, from: string, to: string): string {
  const map = new Map<string, string>();
  for (let i = 0; i < from.length; i++) if (!map.has(from.charAt(i))) map.set(from.charAt(i), to.charAt(i));
  return value
    .split("")
    .map((c) => map.get(c) ?? c)
    .join("");
}

function hasLanguage(node: XmlNode, language: string): boolean {
  for (let up: XmlNode | null = node; up !== null; up = up.parentNode) {
    if (!(up instanceof XmlElement)) continue;
    const found = up.attribute("xml:lang")?.value.toLowerCase();
    if (found !== undefined) return found === language.toLowerCase() || found.startsWith(`${language.toLowerCase()}-`);
  }
  return false;
}

/** What the namespace axis would need. */
export function namespaceAxis(): never {
  throw netError("System.NotSupportedException", "NotEmulated: the namespace axis of XPath; namespace-uri() works.");
}
