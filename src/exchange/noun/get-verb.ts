import { type DirectoryObject, eachObject } from "../../topology/index.js";
import type { PowerShellError } from "../../values/errors.js";
import { UInt64 } from "../../values/numbers.js";
import type { Value } from "../../values/value.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { Unlimited } from "../types/unlimited.js";
import { type ExchangeSentence, sentence } from "./exchange-errors.js";
import { byFilter, type Filter, inUnit, onServer, sorted } from "./filters.js";
import { isOf, type Noun, taskClassOf, type VerbBehaviour } from "./noun.js";
import type { Task } from "./task.js";

/** What is particular to a noun's Get. */
export interface GetOptions {
  readonly taskClass?: string;
  readonly accepted?: readonly string[];
  readonly defaultParameterSet?: string;
  /**
   * Parameters that narrow the result: each gives the test for the objects to keep, or the objects themselves where an
   * index knows them.
   */
  readonly filters?: Readonly<Record<string, (task: Task) => Filter>>;
  /** -ResultSize: how many objects at most, 1000 when it is not given. */
  readonly limited?: boolean;
  /** The warning that there are more, where it is not the usual one. */
  readonly more?: ExchangeSentence<[]>;
  /** The cmdlet has no -Identity. */
  readonly unnamed?: boolean;
  /** All objects, without -Identity, where an index knows them better than a walk over the class. */
  readonly all?: (task: Task) => Iterable<DirectoryObject>;
  /** Other parameters that the noun's `arrange` reads. */
  readonly emulated?: readonly string[];
  /** Switches that add what the directory does not hold (`-Status`): what each gives, by property name. */
  readonly live?: Readonly<Record<string, (task: Task, object: DirectoryObject) => ReadonlyMap<string, Value>>>;
  /** Switches that give something else than the objects: what each gives for one. */
  readonly instead?: Readonly<Record<string, (task: Task, object: DirectoryObject) => readonly Value[]>>;
  /** What other parameters add to each object, or how they have it shown, by names of the noun's own. */
  readonly given?: (task: Task, object: DirectoryObject) => ReadonlyMap<string, Value> | null;
  /** The objects that -Identity means, where the noun's identities are not enough to say it. */
  readonly find?: (task: Task) => readonly DirectoryObject[];
  /** What is said where -Identity means nothing, if it is not the usual. */
  readonly notFound?: (task: Task, identity: string) => PowerShellError;
  /** What is said of an object behind it. */
  readonly behind?: (task: Task, object: DirectoryObject) => void;
  /** Whether it is no failure that -Identity means no object. */
  readonly mayBeNone?: (task: Task) => boolean;
  /** Order or choice of the objects, after the filters. */
  readonly arrange?: (task: Task, objects: Iterable<DirectoryObject>) => Iterable<DirectoryObject>;
}

export type { Filter } from "./filters.js";

/** What all nouns whose Get has these parameters do with them; a noun's own filter of the name comes first. */
const commonFilters: Readonly<Record<string, (task: Task, noun: Noun) => Filter>> = {
  Filter: byFilter,
  OrganizationalUnit: inUnit,
  Server: onServer,
};
/** As the reference spells it; Get-User has the second. */
const sortParameters = ["SortBy", "Sortby"] as const;
const commonParameters: ReadonlyMap<string, null> = new Map(
  [...Object.keys(commonFilters), ...sortParameters].map((name) => [name, null]),
);

const defaultResultSize = 1000;
const moreResults = sentence({
  text: () =>
    'By default, only the first 1000 items are returned. Use the ResultSize parameter to specify the number of items returned. To return all items, specify "-ResultSize Unlimited". Be aware that, depending on the actual number of items, returning all items can take a long time and consume a large amount of memory. Also, we don\'t recommend storing the results in a variable. Instead, pipe the results to another task or script to perform batch changes.',
  certainty: "memory",
  evidence: "facts/nouns.json, general rules: not found in a capture",
});
const moreThanAsked = sentence({
  text: () =>
    "There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.",
  certainty: "captured",
  evidence: "facts/nouns.json, general rules",
});

/** Get: the objects that -Identity means, or all, narrowed by the noun's filters. */
export function getVerb(noun: Noun, options: GetOptions = {}): VerbBehaviour {
  const own = options.filters ?? {};
  const shared = Object.entries(commonFilters).filter(([name]) => !Object.hasOwn(own, name));
  const filters = [
    ...Object.entries(own),
    ...shared.map(([name, filter]) => [name, (task: Task) => filter(task, noun)] as const),
  ];
  const switches = Object.entries(options.live ?? {});
  const instead = Object.entries(options.instead ?? {});
  return {
    taskClass: options.taskClass ?? taskClassOf(noun, "Get"),
    emulated: [
      ...(noun.singleton === true || options.unnamed === true ? [] : ["Identity"]),
      ...[...Object.entries(own), ...switches, ...instead].map(([name]) => name),
      ...(options.limited ? ["ResultSize"] : []),
      ...(options.emulated ?? []),
    ],
    accepted: options.accepted ?? [],
    common: commonParameters,
    ...(options.defaultParameterSet === undefined ? {} : { defaultParameterSet: options.defaultParameterSet }),
    process: (task) => {
      const found = kept(narrow(task, filters, objectsOf(task, noun, options)), (object) => task.mayRead(object));
      const arranged = options.arrange?.(task, found) ?? found;
      const sortedBy = sortParameters.find((name) => task.has(name));
      const ordered = sortedBy === undefined ? arranged : sorted(task, noun, arranged, sortedBy);
      const other = instead.find(([name]) => task.isOn(name));
      if (other !== undefined) {
        for (const object of ordered) for (const value of other[1](task, object)) task.cmdlet.writeObject(value);
        return;
      }
      const on = switches.filter(([name]) => task.isOn(name));
      writeObjects(task, noun, ordered, options, (object) => {
        const given = options.given?.(task, object) ?? null;
        if (on.length === 0) return given;
        return new Map([...(given ?? []), ...on.flatMap(([, look]) => [...look(task, object)])]);
      });
    },
  };
}

function objectsOf(task: Task, noun: Noun, { find, all, notFound, mayBeNone }: GetOptions): Iterable<DirectoryObject> {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return all?.(task) ?? allObjects(task, noun);
  const found = (find?.(task) ?? task.matches(identity, noun.identity)).filter((object) => task.mayRead(object));
  // A pattern that matches nothing is no failure.
  const { wildcards = false } = noun.identity;
  const isPattern = wildcards !== false && identity.guid === null && identity.text.includes("*");
  if (found.length === 0 && !isPattern && mayBeNone?.(task) !== true)
    throw notFound?.(task, identity.text) ?? task.notFound(identity.text);
  return found;
}

function* allObjects(task: Task, noun: Noun): Generator<DirectoryObject> {
  for (const className of noun.identity.classes) {
    for (const object of eachObject(task.topology, className)) if (isOf(noun, object)) yield object;
  }
}

function narrow(
  task: Task,
  filters: readonly (readonly [string, (task: Task) => Filter])[],
  objects: Iterable<DirectoryObject>,
): Iterable<DirectoryObject> {
  let narrowed = objects;
  for (const [parameter, filter] of filters) {
    if (!task.has(parameter)) continue;
    const made = filter(task);
    narrowed = "from" in made ? made.from : kept(narrowed, made.keep);
  }
  return narrowed;
}

function* kept(
  objects: Iterable<DirectoryObject>,
  keep: (object: DirectoryObject) => boolean,
): Generator<DirectoryObject> {
  for (const object of objects) if (keep(object)) yield object;
}

/** Says that there are more objects than -ResultSize let through. */
export function warnOfMore(task: Task, more?: ExchangeSentence<[]>): void {
  task.cmdlet.writeWarning((more ?? (task.has("ResultSize") ? moreThanAsked : moreResults)).text());
}

function writeObjects(
  task: Task,
  noun: Noun,
  objects: Iterable<DirectoryObject>,
  { limited, more, behind }: GetOptions,
  live: (object: DirectoryObject) => ReadonlyMap<string, Value> | null,
): void {
  const limit = limited === true ? resultSize(task) : Number.POSITIVE_INFINITY;
  let count = 0;
  for (const object of objects) {
    if (count === limit) {
      warnOfMore(task, more);
      return;
    }
    count++;
    const values = live(object);
    task.cmdlet.writeObject(
      noun.present(values === null ? task.source(object) : { ...task.source(object), live: values }),
    );
    behind?.(task, object);
  }
}

/** How many objects -ResultSize lets through: 1000 when it is not given. */
export function resultSize(task: Task): number {
  const size = task.value("ResultSize");
  if (!(size instanceof Unlimited)) return defaultResultSize;
  return size.value instanceof UInt64 ? Number(size.value.value) : Number.POSITIVE_INFINITY;
}
