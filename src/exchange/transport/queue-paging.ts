import type { DirectoryObject } from "../../topology/index.js";
import { compare } from "../../values/comparison.js";
import { toItems } from "../../values/enumeration.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { exchangeMessages, message } from "../noun/exchange-errors.js";
import { ExchangeObject } from "../noun/exchange-object.js";
import type { Noun } from "../noun/noun.js";
import type { Task } from "../noun/task.js";

/** How queues and messages are sorted, and shown page by page (documented). */

export const pagingParameters: readonly string[] = [
  "SortOrder",
  "BookmarkIndex",
  "BookmarkObject",
  "IncludeBookmark",
  "SearchForward",
];

const badIndex = message({
  text: (index: string) => `The value ${index} isn't a place in the results: the first one is 1.`,
  exception: "System.ArgumentException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

interface SortKey {
  readonly read: (object: DirectoryObject) => Value;
  readonly sign: 1 | -1;
}

/** -SortOrder: `+Subject`, `-Size`; without a sign ascending. */
function keysOf(task: Task, noun: Noun): readonly SortKey[] {
  const { context } = task.cmdlet;
  const entries = toItems(task.value("SortOrder")).flatMap((item) => toText(context, item).split(","));
  return entries.map((entry) => {
    const name = entry.trim().replace(/^[+-]/, "");
    const property = noun.properties.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (property === undefined)
      throw task.failure(exchangeMessages.unknownSortProperty, [name, noun.noun.toLowerCase()]);
    return {
      read: (object) => property.read(task.source(object), context),
      sign: entry.trim().startsWith("-") ? -1 : 1,
    };
  });
}

function inOrder(task: Task, noun: Noun, objects: Iterable<DirectoryObject>): readonly DirectoryObject[] {
  const keys = keysOf(task, noun);
  const { context } = task.cmdlet;
  const rows = Array.from(objects, (object) => ({ object, values: keys.map(({ read }) => read(object)) }));
  const order = (a: Value, b: Value): number =>
    typeof a === "number" && typeof b === "number"
      ? a - b
      : compare(context, comparable(task, a), comparable(task, b), true);
  rows.sort((a, b) => {
    for (const [index, { sign }] of keys.entries()) {
      const result = order(a.values[index] ?? null, b.values[index] ?? null);
      if (result !== 0) return result * sign;
    }
    return 0;
  });
  return rows.map(({ object }) => object);
}

/** What has an order of its own, by it; identities and members of enumerations by their text. */
function comparable(task: Task, value: Value): Value {
  const isOrdered = typeof value === "bigint" || (value !== null && typeof value === "object" && "ticks" in value);
  return isOrdered ? value : toText(task.cmdlet.context, value);
}

/** The page that is asked for: from a place on, or from an object, forwards or backwards. */
export function paged(task: Task, noun: Noun, objects: Iterable<DirectoryObject>): Iterable<DirectoryObject> {
  if (!pagingParameters.some((name) => task.has(name))) return objects;
  const sorted = task.has("SortOrder") ? inOrder(task, noun, objects) : [...objects];
  const isForward = !task.has("SearchForward") || task.isOn("SearchForward");
  const place = placeOf(task, sorted);
  if (place === null) return isForward ? sorted : sorted.toReversed();
  const includes = !task.has("IncludeBookmark") || task.isOn("IncludeBookmark");
  return isForward
    ? sorted.slice(includes ? place : place + 1)
    : sorted.slice(0, includes ? place + 1 : place).toReversed();
}

/** Where the bookmark is, from 0; `null`: there is none. */
function placeOf(task: Task, sorted: readonly DirectoryObject[]): number | null {
  const given = task.value("BookmarkObject");
  if (given instanceof ExchangeObject) {
    const found = sorted.findIndex(({ guid }) => guid === given.source.object.guid);
    return found < 0 ? null : found;
  }
  if (!task.has("BookmarkIndex")) return null;
  const index = Number(task.text("BookmarkIndex"));
  if (index < 1) throw task.failure(badIndex, [String(index)]);
  return index - 1;
}
