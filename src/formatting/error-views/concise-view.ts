import { reasonOf } from "../../values/category-info.js";
import type { ErrorRecord, InvocationInfo } from "../../values/errors.js";
import type { ErrorLayoutFacts } from "../formatting-facts.js";
import { blanks } from "../layout/display-cells.js";
import { breakLines } from "../layout/line-breaking.js";
import { type LinePosition, linePosition, positionMessage, shownLine } from "./position.js";

const numberWidth = 4;
const gutter = "     | ";

/** PowerShell 7's view of an error: one line at the prompt; with its place for scripts and longer entries (SPEC D.4). */
export function conciseView(record: ErrorRecord, facts: ErrorLayoutFacts, columns: number): string {
  const { invocation } = record;
  if (invocation !== null && invocation.sourceText !== "") {
    const where = linePosition(invocation);
    if (invocation.file !== null || where.line > 1 || record.category === "ParserError") {
      return placedView(record, invocation, where, facts, columns);
    }
  }
  return `${labelOf(record)}: ${record.message}`;
}

function placedView(
  record: ErrorRecord,
  { file }: InvocationInfo,
  where: LinePosition,
  facts: ErrorLayoutFacts,
  columns: number,
): string {
  const shown = shownLine(where, facts);
  const number = `${where.line}`.padStart(numberWidth);
  const room = Math.max(columns - gutter.length, 1);
  const lines = [
    `${labelOf(record)}: ${file === null ? "" : `${file}:${where.line}`}`,
    "Line |",
    `${number} |  ${shown.text}`,
    `${gutter} ${blanks(shown.offset)}${"~".repeat(shown.length)}`,
    ...breakLines(messageOf(record, facts), room, room).map((line) => gutter + line.trimEnd()),
  ];
  if (record.category === "ParserError") lines.push("");
  return lines.join("\n");
}

/** The message alone: that of a parse error holds positions too, and further errors. */
function messageOf(record: ErrorRecord, facts: ErrorLayoutFacts): string {
  const { invocation, message } = record;
  if (record.category !== "ParserError" || invocation === null) return message;
  const position = `${positionMessage(invocation, facts)}\n`;
  if (!message.startsWith(position)) return message;
  const end = message.indexOf("\n\n", position.length);
  return message.slice(position.length, end < 0 ? message.length : end);
}

/** What stands before the message: the command, else what kind of failure it is. */
function labelOf(record: ErrorRecord): string {
  const { invocation, category } = record;
  if (category === "ParserError") return "ParserError";
  const command = invocation?.commandName ?? null;
  if (command !== null && command !== "") return command;
  if (record.activity !== "") return record.activity;
  const name = invocation?.invocationName ?? null;
  if (name !== null && name !== "") return name;
  if (category === "OperationStopped") return "Exception";
  return category === "NotSpecified" ? reasonOf(record) : category;
}
