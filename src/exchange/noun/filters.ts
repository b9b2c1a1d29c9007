import { type DirectoryObject, pathOf } from "../../topology/index.js";
import { compare } from "../../values/comparison.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { type FilterNode, FilterSyntaxError, parseFilter } from "../opath/filter.js";
import { matchesFilter } from "../opath/match.js";
import { serverAbove } from "../types/ad-object-id.js";
import { exchangeMessages } from "./exchange-errors.js";
import type { ExchangeProperty } from "./exchange-object.js";
import type { Noun } from "./noun.js";
import type { Task } from "./task.js";

/** What a parameter of Get leaves of the objects: the test for those to keep, or those that an index knows. */
export type Filter =
  | { readonly keep: (object: DirectoryObject) => boolean }
  | { readonly from: Iterable<DirectoryObject> };

/** Properties by name, case aside. */
function propertyNamed({ properties }: Noun, name: string): ExchangeProperty | undefined {
  const wanted = name.toLowerCase();
  return properties.find((property) => property.name.toLowerCase() === wanted);
}

/** -Filter: OPATH over the properties of the noun. A property is made when it is compared, not the whole object. */
export function byFilter(task: Task, noun: Noun): Filter {
  const filter = readFilter(task);
  const { context } = task.cmdlet;
  const found = new Map<string, ExchangeProperty | undefined>();
  const named = (name: string): ExchangeProperty | undefined => {
    if (!found.has(name)) found.set(name, propertyNamed(noun, name));
    return found.get(name);
  };
  return {
    keep: (object) => {
      const source = task.source(object);
      return matchesFilter(context, filter, (name): Value | undefined => {
        const property = named(name);
        return property === undefined ? noun.readForFilter?.(source, name) : property.read(source, context);
      });
    },
  };
}

function readFilter(task: Task): FilterNode {
  try {
    return parseFilter(task.text("Filter") ?? "");
  } catch (error) {
    if (error instanceof FilterSyntaxError) throw task.failure(exchangeMessages.badFilter, [error.message]);
    throw error;
  }
}

/** -OrganizationalUnit: what lies in a unit or below it. */
export function inUnit(task: Task): Filter {
  const query = { classes: ["OrganizationalUnit", "Container", "Domain"] };
  const unit = task.resolve("OrganizationalUnit", query, (identity) =>
    task.failure(exchangeMessages.unitNotFound, [identity]),
  );
  return { keep: (object) => pathOf(task.topology, object).some(({ guid }) => guid === unit.guid) };
}

/** -Server, for what lies below a server. */
export function onServer(task: Task): Filter {
  const server = task.resolve(
    "Server",
    { classes: ["ExchangeServer"], indexes: ["name", "fqdn", "legacyDN"] },
    (identity) => task.parameterNotFound(identity),
  );
  return { keep: (object) => serverAbove(task.topology, object)?.guid === server.guid };
}

/** -SortBy: by one property, ascending. */
export function sorted(
  task: Task,
  noun: Noun,
  objects: Iterable<DirectoryObject>,
  parameter = "SortBy",
): readonly DirectoryObject[] {
  const wanted = task.text(parameter) ?? "";
  const property = propertyNamed(noun, wanted);
  if (property === undefined)
    throw task.failure(exchangeMessages.unknownSortProperty, [wanted, noun.called ?? noun.noun.toLowerCase()]);
  const { context } = task.cmdlet;
  const keyed = Array.from(objects, (object) => ({
    object,
    key: toText(context, property.read(task.source(object), context)),
  }));
  return keyed.sort((a, b) => compare(context, a.key, b.key, true)).map(({ object }) => object);
}
