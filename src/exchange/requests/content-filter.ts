import type { DirectoryObject } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { parseDateTime } from "../../values/date-parsing.js";
import { ticksPerSecond } from "../../values/date-time.js";
import { PowerShellError } from "../../values/errors.js";
import { CultureInfo } from "../../values/types/culture-info.js";
import type { Value } from "../../values/value.js";
import type { Folder } from "../mailboxes/mailbox-content.js";
import { messagesOf, type StoredMessage } from "../mailboxes/mailbox-messages.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { type FilterNode, FilterSyntaxError, type FilterValue, parseFilter } from "../opath/filter.js";
import { matchesFilter } from "../opath/match.js";

/**
 * -ContentFilter of New-MailboxExportRequest: which messages are exported. Properties: documented ("Filterable Properties
 * for the ContentFilter Parameter"). Of messages that came before the session began nothing is known, so that no filter
 * finds them.
 */

const invalid = message({
  text: (reason: string) => `The provided ContentFilter value is invalid. --> ${reason}`,
  exception: "Microsoft.Exchange.MailboxReplicationService.ContentFilterPermanentException",
  category: "NotSpecified",
  certainty: "memory",
  evidence: "remembered of a date in another country's form; what stands behind the arrow for others is not known",
});

const seconds = (ticks: bigint): number => Number(ticks / ticksPerSecond);

/** What a filter knows of a message, by the property's name in small letters. */
const properties: ReadonlyMap<string, (message: StoredMessage) => Value> = new Map<
  string,
  (of: StoredMessage) => Value
>([
  ["all", ({ subject, from, to }) => new PSArray([subject, from, ...to])],
  ["subject", ({ subject }) => subject],
  ["body", () => null],
  ["sender", ({ from }) => from],
  ["to", ({ to }) => new PSArray([...to])],
  ["cc", () => null],
  ["bcc", () => null],
  ["participants", ({ from, to }) => new PSArray([from, ...to])],
  ["received", ({ received }) => seconds(received)],
  ["sent", ({ received }) => seconds(received)],
  ["expires", () => null],
  ["size", ({ size }) => Number(size)],
  ["importance", () => "Normal"],
  ["messagekind", () => "Email"],
  ["isread", () => false],
  ["isflagged", () => false],
  ["hasattachment", () => false],
  ["attachment", () => null],
  ["category", () => null],
  ["messagelocale", () => null],
  ["policytag", () => null],
]);
const dates = new Set(["received", "sent", "expires"]);

const units: Readonly<Record<string, number>> = { "": 1, B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** The value of a comparison, as messages have it: points in time in seconds, sizes in bytes. */
function comparable(task: Task, property: string, value: FilterValue): FilterValue {
  if (property === "size" && typeof value === "string") {
    const [, number = "", unit = ""] = /^(\d+)\s*(B|KB|MB|GB)?$/i.exec(value.trim()) ?? [];
    return number === "" ? value : Number(number) * (units[unit.toUpperCase()] ?? 1);
  }
  if (!dates.has(property) || typeof value !== "string") return value;
  const language = task.value("ContentFilterLanguage");
  try {
    const { context } = task.cmdlet;
    const { ticks, kind } = parseDateTime(
      context,
      value,
      ...(language instanceof CultureInfo ? [language.culture] : []),
    );
    return seconds(kind === "Utc" ? ticks : ticks - context.utcOffset(ticks));
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw task.failure(invalid, [`The value "${value}" could not be converted to type System.DateTime.`]);
  }
}

function prepared(task: Task, node: FilterNode): FilterNode {
  switch (node.kind) {
    case "and":
    case "or":
      return { ...node, left: prepared(task, node.left), right: prepared(task, node.right) };
    case "not":
      return { ...node, operand: prepared(task, node.operand) };
    case "compare": {
      const property = node.property.toLowerCase();
      if (!properties.has(property))
        throw task.failure(invalid, [`"${node.property}" is not a property that messages can be filtered by.`]);
      return { ...node, property, value: comparable(task, property, node.value) };
    }
  }
}

function parsed(task: Task, text: string): FilterNode {
  try {
    return prepared(task, parseFilter(text));
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    throw task.failure(invalid, [error.message]);
  }
}

/**
 * What -ContentFilter leaves of a mailbox's folders; all of them without it.
 * @throws {PowerShellError} for a filter that can't be read
 */
export function filtered(task: Task, user: DirectoryObject, folders: readonly Folder[]): readonly Folder[] {
  const text = task.text("ContentFilter");
  if (text === null) return folders;
  const filter = parsed(task, text);
  const found = messagesOf(user).filter((each) =>
    matchesFilter(task.cmdlet.context, filter, (name) => properties.get(name)?.(each)),
  );
  return folders.flatMap((folder) => {
    const inside = found.filter((each) => each.folder.toLowerCase() === folder.path.toLowerCase());
    if (inside.length === 0) return [];
    return [{ ...folder, items: inside.length, size: inside.reduce((sum, { size }) => sum + size, 0n) }];
  });
}
