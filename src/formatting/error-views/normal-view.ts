import type { ExecutionContext } from "../../runtime/execution-context.js";
import { categoryInfoText } from "../../values/category-info.js";
import type { ErrorRecord, InvocationInfo } from "../../values/errors.js";
import type { ErrorLayoutFacts } from "../formatting-facts.js";
import { blanks } from "../layout/display-cells.js";
import { positionMessage, type SourcePosition } from "./position.js";

/** Columns of the window that the `+` lines leave free when they are split. */
const detailMargin = 6;

/**
 * The classic view of an error: message, position, category and id (SPEC D.1). Lines are separated by `\n`; nothing is
 * wrapped yet, but long `+` lines are split where the edition does so.
 * @param columns of the window
 */
export function normalView(
  context: ExecutionContext,
  record: ErrorRecord,
  facts: ErrorLayoutFacts,
  columns: number,
): string {
  const detail = (text: string): string => detailLine(text, facts, columns);
  const position = positionOf(record, facts);
  const message = prefixOf(record, facts) + record.message;
  const isParseError = record.category === "ParserError" && record.activity === "";
  const lines: string[] = [];
  if (position !== null && isParseError && facts.parseErrorPositionFirst) lines.push(position, message);
  else if (position !== null) lines.push(message, position);
  else lines.push(message);
  lines.push(detail(`+ CategoryInfo          : ${categoryInfoText(context, record)}`));
  lines.push(detail(`+ FullyQualifiedErrorId : ${record.fullyQualifiedErrorId}`));
  const computer = record.instanceMembers?.get("PSComputerName");
  if (computer?.kind === "NoteProperty" && typeof computer.value === "string") {
    lines.push(detail(`+ PSComputerName        : ${computer.value}`));
  }
  if (facts.endsWithSpaceLine && record.details === null) lines.push(" ");
  return lines.join("\n");
}

/** A `+` line: cut into pieces of the window's width, each behind the indentation, put together again. */
function detailLine(text: string, facts: ErrorLayoutFacts, columns: number): string {
  const indent = blanks(facts.indent);
  const width = columns - detailMargin;
  if (!facts.chopsDetails || text.length <= width || width <= 0) return indent + text;
  let pieces = "";
  for (let i = 0; i < text.length; i += width) pieces += indent + text.slice(i, i + width);
  return pieces;
}

function prefixOf({ invocation, errorId, commandTypeName }: ErrorRecord, facts: ErrorLayoutFacts): string {
  const typed = invocation?.invocationName ?? null;
  const command = facts.prefix === "realName" ? (invocation?.commandName ?? typed) : typed;
  const name = invocation?.scriptPath ?? (typed === null ? null : command);
  if (name === null || name === "") return "";
  // Get-Command says the same as the engine, but as a command.
  const isOfEngine = errorId === "CommandNotFoundException" && commandTypeName === null;
  if (!facts.commandNotFoundPrefix && isOfEngine) return "";
  return `${name} : `;
}

function positionOf({ invocation, showPosition }: ErrorRecord, facts: ErrorLayoutFacts): string | null {
  if (invocation === null || !showPosition || invocation.sourceText === "") return null;
  return positionMessage(facts.position === "marker" ? tokenPosition(invocation) : invocation, facts);
}

/** A word of the source: what stands in quotes, or all up to a blank or a sign that ends it. */
const word = /'[^']*'|"[^"]*"|[^\s|;&(){},]+|./y;

/** PowerShell 2.0 points behind a command's name where later versions underline the whole command. */
function tokenPosition(invocation: InvocationInfo): SourcePosition {
  const { invocationName, sourceText, start, end } = invocation;
  if (invocationName === null) return invocation;
  word.lastIndex = start;
  const length = word.exec(sourceText)?.[0].length ?? 0;
  return { ...invocation, end: Math.min(end, start + length) };
}
