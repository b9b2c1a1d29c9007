import { type DirectoryObject, pathOf } from "../../topology/index.js";
import { compare, compareText } from "../../values/comparison.js";
import { PowerShellError } from "../../values/errors.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { matchesFilter } from "../opath/match.js";
import { serverAbove } from "../types/ad-object-id.js";
import { exchangeMessages } from "./exchange-errors.js";
import type { ExchangeProperty } from "./exchange-object.js";
import { filterGiven } from "./filter-failure.js";
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
  const isKnown = (name: string): boolean =>
    propertyNamed(noun, name) !== undefined || noun.isFilterable?.(name) === true;
  const filter = filterGiven(task, "Filter", undefined, isKnown);
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

/** -OrganizationalUnit: what lies in a unit or below it. */
export function inUnit(task: Task): Filter {
  const query = { classes: ["OrganizationalUnit", "Container", "Domain"] };
  const unit = task.resolve("OrganizationalUnit", query, (identity) =>
    task.failure(exchangeMessages.givenUnitNotFound, [identity]),
  );
  task.requireView(unit);
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
  const keyed = Array.from(objects, (object) => ({ object, key: property.read(task.source(object), context) }));
  return keyed.sort((a, b) => order(context, a.key, b.key)).map(({ object }) => object);
}

/** As values of their kind where they have an order, otherwise as text. */
function order(context: ValueContext, left: Value, right: Value): number {
  try {
    return compare(context, left, right, true);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    return compareText(toText(context, left), toText(context, right), true);
  }
}
