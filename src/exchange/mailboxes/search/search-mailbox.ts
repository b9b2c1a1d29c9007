import { type DirectoryObject, getObject, getProperty, isList, updateObject } from "../../../topology/index.js";
import { parseDateTime } from "../../../values/date-parsing.js";
import { PowerShellError } from "../../../values/errors.js";
import { localTime } from "../../../values/local-time.js";
import { netText } from "../../../values/text.js";
import { identityProperty } from "../../noun/common-properties.js";
import { message, sentence } from "../../noun/exchange-errors.js";
import { defineNoun, type VerbBehaviour } from "../../noun/noun.js";
import { live } from "../../noun/read.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { writeRow } from "../../permissions/permission-rows.js";
import { computed, fixed } from "../../properties/property.js";
import { mailbox } from "../../recipients/mailbox.js";
import { schema } from "../../schema.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../../types/byte-quantified-size.js";
import { enumeration } from "../../types/enumeration.js";
import { changeFolder, foldersOf, isRecoverable } from "../mailbox-content.js";
import { messagesAsProperty, messagesAttribute, messagesOf, type StoredMessage } from "../mailbox-messages.js";
import { parseQuery, type Query, QueryProblem } from "./query.js";

const typeName = "Microsoft.Exchange.Management.Tasks.SearchMailboxResult";
const adObjectId = "Microsoft.Exchange.Data.Directory.ADObjectId";

/** Makes the type of -LogLevel known. */
export const loggingLevel = enumeration("Microsoft.Exchange.Data.Storage.Infoworker.MailboxSearch.LoggingLevel", [
  "Suppress",
  "Basic",
  "Full",
]);

/** What a search has found in a mailbox. From memory. */
export const searchMailboxResult = defineNoun({
  noun: "the results of Search-Mailbox",
  identity: mailbox.identity,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    identityProperty("canonical"),
    computed("TargetMailbox", adObjectId, live("TargetMailbox")),
    fixed("Success", "bool", () => true),
    computed("TargetFolder", "string", live("TargetFolder")),
    computed("ResultItemsCount", "int", live("ResultItemsCount")),
    computed("ResultItemsSize", byteQuantifiedSizeName, live("ResultItemsSize")),
  ],
  views: [],
});

const messages = {
  badQuery: message({
    text: (query: string, part: string) => `The search query "${query}" isn't valid at "${part}".`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  unknownProperty: message({
    text: (property: string) =>
      `The emulator knows nothing of messages that "${property}:" could ask for. It knows subject, from, to, cc, participants, sent, received, size and kind.`,
    exception: "System.NotSupportedException",
    category: "NotImplemented",
    certainty: "unknown",
    evidence: "our wording: a limit of the emulator",
  }),
  sameMailbox: message({
    text: (name: string) => `The mailbox "${name}" can't be searched into itself. Specify another target mailbox.`,
    exception: "System.InvalidOperationException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Search-Mailbox -TargetMailbox), the text is not known",
  }),
} as const;

const mostResults = sentence({
  text: (other: string) =>
    `The Search-Mailbox cmdlet returns up to 10000 results per mailbox if a search query is specified. To return more than 10000 results, use the New-MailboxSearch cmdlet or the ${other}.`,
  certainty: "captured",
  evidence: "facts/captures.jsonl, search-mailbox.1: of 2013; what the console of 2010 is called from memory",
});
const consoles = {
  "2010": "Multi-Mailbox Search console in the Exchange Control Panel",
  later: "In-Place eDiscovery & Hold console in the Exchange Administration Center",
} as const;

const questions = {
  deleting: sentence({
    text: (name: string) => `Deleting message content from mailbox "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
  sure: sentence({
    text: (name: string) =>
      `This operation deletes message content from mailbox "${name}". Are you sure that you want to do that?`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
  searching: sentence({
    text: (name: string) => `Searching mailbox "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
} as const;

/** Part of a folder that was found: all of it, or single messages. */
interface Found {
  readonly path: string;
  readonly items: number;
  readonly size: bigint;
}

const queryGiven = (task: Task): Query | null => queryFor(task, task.text("SearchQuery") ?? "");

/**
 * What a query asks for; `null`: everything.
 * @throws {PowerShellError} for a query that isn't one
 */
export function queryFor(task: Task, text: string): Query | null {
  if (text.trim() === "") return null;
  try {
    return parseQuery(text, (day) => dayOf(task, day));
  } catch (error) {
    if (!(error instanceof QueryProblem)) throw error;
    if (error.kind === "property") throw task.failure(messages.unknownProperty, [error.part]);
    throw task.failure(messages.badQuery, [text, error.part]);
  }
}

const ticksPerDay = 864_000_000_000n;

/** When a day begins: `6/4/2013`, `today`, `yesterday`; `null` for other texts. */
function dayOf(task: Task, text: string): bigint | null {
  const today = (task.topology.clock / ticksPerDay) * ticksPerDay;
  if (text === "today") return today;
  if (text === "yesterday") return today - ticksPerDay;
  try {
    return parseDateTime(task.cmdlet.context, text).ticks;
  } catch (error) {
    if (error instanceof PowerShellError) return null;
    throw error;
  }
}

/** Whether a folder is looked into: the recoverable items are, unless they are left out; or they alone are. */
function searches(task: Task, recoverable: boolean): boolean {
  if (task.isOn("SearchDumpsterOnly")) return recoverable;
  return !recoverable || !task.has("SearchDumpster") || task.isOn("SearchDumpster");
}

function search(task: Task, user: DirectoryObject, query: Query | null): readonly Found[] {
  return foundIn(user, query, (recoverable) => searches(task, recoverable));
}

/**
 * What a mailbox has that fits: whole folders without a query, single messages with one.
 * @param looksInto whether folders are searched, by whether they keep what people have deleted; left out: all are
 */
export function foundIn(
  user: DirectoryObject,
  query: Query | null,
  looksInto: (recoverable: boolean) => boolean = () => true,
): readonly Found[] {
  const folders = foldersOf(user).filter((folder) => looksInto(isRecoverable(folder)));
  if (query === null) return folders.filter(({ items }) => items > 0);
  const searched = new Set(folders.map(({ path }) => path.toLowerCase()));
  return messagesOf(user)
    .filter((each) => searched.has(each.folder.toLowerCase()) && query(each))
    .map(({ folder, size }) => ({ path: folder, items: 1, size }));
}

function withMessages(
  task: Task,
  user: DirectoryObject,
  change: (all: readonly StoredMessage[]) => readonly StoredMessage[],
) {
  const current = getObject(task.topology, user.guid) ?? user;
  const properties = { [messagesAttribute]: messagesAsProperty(change(messagesOf(current))) };
  const result = updateObject(schema, task.topology, user.guid, { properties });
  if (!result.ok) throw writeFailure(task, result.failure);
  if (result.changed) task.commit(result.topology);
}

function put(task: Task, user: DirectoryObject, path: string, items: number, size: bigint): void {
  task.commit(changeFolder(task.topology, getObject(task.topology, user.guid) ?? user, path, items, size));
}

/** Takes out what was found; what must be kept goes where people do not see it. */
function deleteFound(task: Task, user: DirectoryObject, found: readonly Found[], query: Query | null): void {
  const holds = getProperty(schema, user, "InPlaceHolds");
  const keeps =
    (isList(holds) && holds.length > 0) ||
    ["LitigationHoldEnabled", "SingleItemRecoveryEnabled"].some((name) => getProperty(schema, user, name) === true);
  for (const { path, items, size } of found) {
    put(task, user, path, -items, -size);
    if (keeps) put(task, user, "/Purges", items, size);
  }
  const paths = new Set(found.map(({ path }) => path.toLowerCase()));
  withMessages(task, user, (all) =>
    all.filter((each) => !paths.has(each.folder.toLowerCase()) || (query !== null && !query(each))),
  );
}

/** What the log of a search takes (invented). */
const logSize = 12_288n;

/** What becomes of what is found in the target mailbox. */
interface Copying {
  readonly folder: string;
  readonly log: string;
  readonly logOnly: boolean;
}

function copyingGiven(task: Task): Copying {
  return {
    folder: task.text("TargetFolder") ?? "",
    log: task.has("LogLevel") ? netText(task.cmdlet.context, task.value("LogLevel")) : "Basic",
    logOnly: task.isOn("LogOnly"),
  };
}

/** Copies what was found below the target folder, and puts the log beside it; gives the folder's path. */
function copyFound(
  task: Task,
  user: DirectoryObject,
  target: DirectoryObject,
  found: readonly Found[],
  { folder, log, logOnly }: Copying,
): string {
  const { context } = task.cmdlet;
  const root = `/${folder.replaceAll("\\", "/").replace(/^\/|\/$/g, "")}`;
  const time = netText(context, localTime(context, task.topology.clock));
  const name = String(getProperty(schema, user, "DisplayName") ?? user.name);
  const top = `${root}/${name}-${time.replaceAll("/", "-")}`;
  put(task, target, root, log === "Suppress" ? 0 : 1, log === "Suppress" ? 0n : logSize);
  if (!logOnly) for (const { path, items, size } of found) put(task, target, `${top}${path}`, items, size);
  return `${root}/${name}-${time}`.replace(/^\/(.*)$/, (_, path: string) => {
    const parts = path.split("/");
    return `\\${parts[0]}\\${path.slice((parts[0] ?? "").length + 1)}`;
  });
}

function run(task: Task): void {
  const copying = copyingGiven(task);
  const isSure = task.isOn("Force") || !task.isOn("DeleteContent");
  const changes = !task.isOn("EstimateResultOnly");
  const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  const target = task.has("TargetMailbox")
    ? task.resolve("TargetMailbox", mailbox.identity, (identity) => task.parameterNotFound(identity))
    : null;
  if (target?.guid === user.guid) throw task.failure(messages.sameMailbox, [user.name]);
  const query = queryGiven(task);
  const deletes = task.isOn("DeleteContent");
  if (changes) task.requireWrite(user);
  if (changes && !task.shouldProcess((deletes ? questions.deleting : questions.searching).text(user.name))) return;
  if (!isSure && !task.shouldContinue(questions.sure.text(user.name))) return;
  if (query !== null)
    task.cmdlet.writeWarning(mostResults.text(consoles[task.info.release === "2010" ? "2010" : "later"]));
  const found = search(task, user, query);
  const folder = target === null ? "" : copyFound(task, user, target, found, copying);
  if (deletes) deleteFound(task, user, found, query);
  writeRow(task, searchMailboxResult, user, {
    TargetMailbox: target === null ? null : new ADObjectId(task.topology, target, "canonical"),
    TargetFolder: folder,
    ResultItemsCount: found.reduce((sum, { items }) => sum + items, 0),
    ResultItemsSize: new ByteQuantifiedSize(found.reduce((sum, { size }) => sum + size, 0n)),
  });
}

export const searchMailbox: VerbBehaviour = {
  taskClass: "Microsoft.Exchange.Management.Tasks.SearchMailbox",
  emulated: [
    "Identity",
    "SearchQuery",
    "TargetMailbox",
    "TargetFolder",
    "EstimateResultOnly",
    "DeleteContent",
    "LogLevel",
    "LogOnly",
    "SearchDumpster",
    "SearchDumpsterOnly",
    "Force",
  ],
  // Archives are empty here, and there is nothing that could not be searched.
  accepted: ["DoNotIncludeArchive", "IncludeUnsearchableItems"],
  defaultParameterSet: "Identity",
  process: run,
};
