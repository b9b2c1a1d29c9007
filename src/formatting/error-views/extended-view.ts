import type { ExecutionContext } from "../../runtime/execution-context.js";
import { PSArray, PSDictionary, PSList } from "../../values/collections.js";
import { toItems } from "../../values/enumeration.js";
import { ErrorRecord, ExceptionObject } from "../../values/errors.js";
import { propertiesOf } from "../../values/member-access/index.js";
import { PSCustomObject } from "../../values/objects.js";
import { displayText, netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { typeOf } from "../../values/value-types.js";

/** By this type name the view of Get-Error is found. */
export const extendedErrorType = "System.Management.Automation.ErrorRecord#PSExtendedError";

/** How many objects inside each other are shown with what they have. */
const deepest = 10;
const indentation = 4;
/** Elements of a list stand this much to the right of its name. */
const listIndentation = 6;

/** A name and what is shown for it: text behind the colon, or lines below. */
interface Entry {
  readonly name: string;
  readonly text: string | null;
  readonly below: readonly string[];
}

/** Everything that is known of an error, as Get-Error shows it (7.6: asked of the engine's own view). Lines. */
export function extendedErrorLines(context: ExecutionContext, record: ErrorRecord): readonly string[] {
  return ["", ...layout(entriesOf(context, record, 0), 0), ""];
}

function layout(entries: readonly Entry[], indent: number): readonly string[] {
  const width = Math.max(0, ...entries.map(({ name }) => name.length));
  const margin = " ".repeat(indent);
  return entries.flatMap(({ name, text, below }) => {
    const head = `${margin}${name.padEnd(width)} : `;
    const [first = "", ...more] = (text ?? "").split(/\r?\n/);
    return [head + first, ...more.map((line) => " ".repeat(head.length) + line), ...below];
  });
}

/** What an object has, without what is empty, zero or false. */
function entriesOf(context: ExecutionContext, value: Value, depth: number): readonly Entry[] {
  const type = typeOf(value);
  const entries: Entry[] = [];
  if (value instanceof ExceptionObject && type !== undefined)
    entries.push({ name: "Type", text: type.fullName, below: [] });
  for (const { name, get } of propertiesOf(context, value)) {
    if (isInternal.has(name)) continue;
    const content = get();
    const entry = isNothing(context, content) ? null : entryOf(context, name, content, depth);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** Members that PowerShell keeps to itself. */
const isInternal: ReadonlySet<string> = new Set(["PSMessageDetails", "SerializedRemoteException", "HistoryId"]);

function isNothing(context: ExecutionContext, value: Value): boolean {
  if (value === null || value === false || value === 0 || value === "") return true;
  if (value instanceof PSDictionary) return value.size === 0;
  if (value instanceof PSArray || value instanceof PSList) return value.items.length === 0;
  return netText(context, value) === "";
}

function entryOf(context: ExecutionContext, name: string, value: Value, depth: number): Entry | null {
  const inside = indentation * (depth + 1);
  if (value instanceof PSDictionary) {
    const pairs = [...value.entries()].map(({ key, value: content }) => ({
      name: displayText(context, key),
      text: displayText(context, content),
      below: [],
    }));
    const sorted = pairs.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { name, text: null, below: [...layout(sorted, inside), ""] };
  }
  if (value instanceof PSArray || value instanceof PSList) {
    const margin = " ".repeat(indentation * depth + listIndentation);
    return { name, text: null, below: toItems(value).map((item) => margin + displayText(context, item)) };
  }
  if (value instanceof ErrorRecord) {
    const entries = innerEntries(context, value, depth + 1);
    return { name, text: null, below: layout(entries, inside) };
  }
  if (depth < deepest && isExpanded(value)) {
    const entries = entriesOf(context, value, depth + 1);
    return entries.length === 0 ? null : { name, text: null, below: layout(entries, inside) };
  }
  return { name, text: displayText(context, value), below: [] };
}

/** The exception that stands in the record of an exception, so that none is inside itself. */
const parentName = "ParentContainsErrorRecordException";
const parentHResult = "-2146233087";

/** What the engine's own exceptions say in their records, where ours are made without: category and id. */
const ownRecords: Readonly<Record<string, readonly [category: string, id: string]>> = {
  "System.Management.Automation.PSArgumentException": ["InvalidArgument", "Argument"],
  "System.Management.Automation.PSArgumentNullException": ["InvalidArgument", "ArgumentNull"],
  "System.Management.Automation.PSInvalidOperationException": ["InvalidOperation", "InvalidOperation"],
};

/** The record inside an exception: what it says of the error itself. */
function innerEntries(context: ExecutionContext, record: ErrorRecord, depth: number): readonly Entry[] {
  const { exception } = record;
  const below = layout(
    [
      { name: "Type", text: `System.Management.Automation.${parentName}`, below: [] },
      { name: "Message", text: exception.message, below: [] },
      { name: "HResult", text: parentHResult, below: [] },
    ],
    indentation * (depth + 1),
  );
  const [category, id] = ownRecords[exception.type.fullName] ?? ["NotSpecified", "RuntimeException"];
  // What `throw` throws has no record of its own.
  const isThrown = record.category === "OperationStopped" && record.errorId === exception.message;
  const isOwn = record.invocation !== null && !isThrown;
  const plain = [
    ["CategoryInfo", `${category}: (:) [], ${parentName}`],
    ["FullyQualifiedErrorId", id],
  ] as const;
  const others = isOwn
    ? entriesOf(context, record, depth).filter(({ name }) => name !== "Exception" && name !== "PipelineIterationInfo")
    : plain.map(([name, text]) => ({ name, text, below: [] }));
  return [
    { name: "Exception", text: null, below },
    ...others.map((entry) =>
      entry.name === "CategoryInfo" ? { ...entry, text: entry.text?.replace(/\w+$/, parentName) ?? null } : entry,
    ),
  ];
}

/** Whether what an object has is shown instead of its text. */
function isExpanded(value: Value): boolean {
  return (
    value instanceof ExceptionObject ||
    value instanceof PSCustomObject ||
    typeOf(value)?.fullName === "System.Management.Automation.InvocationInfo"
  );
}
