import { type EditionName, parse } from "../../index.js";

/** Colours of what is typed: those that PSReadLine has by default, as codes of a terminal. */
const colours = { command: 93, parameter: 90, text: 36, variable: 92, number: 97, type: 37 } as const;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly colour: number;
}

/** Whether colours are wanted: not with --no-color, nor where NO_COLOR says anything (no-color.org). */
export function wantsColours(noColor: boolean): boolean {
  return !noColor && (process.env.NO_COLOR ?? "") === "" && process.env.TERM !== "dumb";
}

/** A typed text with its commands, parameters, strings, variables and numbers in colours. */
export function coloured(text: string, edition: EditionName): string {
  const spans: Span[] = [];
  collect(parse(text, { edition }).tree, spans, 0);
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let shown = "";
  let at = 0;
  for (const { start, end, colour } of spans) {
    if (start < at) continue;
    shown += `${text.slice(at, start)}\u001b[${colour}m${text.slice(start, end)}\u001b[0m`;
    at = end;
  }
  return shown + text.slice(at);
}

/** Deeper is not looked at: it is drawn without colours. */
const deepest = 200;

function collect(node: unknown, spans: Span[], depth: number): void {
  if (depth > deepest || typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, spans, depth + 1);
    return;
  }
  if (isNode(node)) {
    const colour = colourOf(node);
    if (colour !== undefined && node.end > node.start) spans.push({ start: node.start, end: node.end, colour });
    if (node.kind === "Command" && Array.isArray(node.commandElements)) {
      const head: unknown = node.commandElements[0];
      if (isNode(head)) spans.unshift({ start: head.start, end: head.end, colour: colours.command });
    }
  }
  for (const part of Object.values(node)) collect(part, spans, depth + 1);
}

interface Node {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly commandElements?: unknown;
  readonly stringConstantType?: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && "start" in value && "end" in value;
}

function colourOf({ kind, stringConstantType }: Node): number | undefined {
  switch (kind) {
    case "CommandParameter":
      return colours.parameter;
    case "StringConstantExpression":
      return stringConstantType === "BareWord" ? undefined : colours.text;
    case "VariableExpression":
      return colours.variable;
    case "ConstantExpression":
      return colours.number;
    case "TypeExpression":
    case "TypeConstraint":
      return colours.type;
    default:
      return undefined;
  }
}
