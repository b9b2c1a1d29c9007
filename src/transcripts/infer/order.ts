import { fromJSON } from "../../exchange/organization-json.js";
import { getObject, type Topology, toJSON } from "../../topology/index.js";

/**
 * An organization in which objects of one class stand in a given order: cmdlets show objects as the directory holds
 * them. Others of the class stay where they are.
 */
export function inShownOrder(topology: Topology, guids: readonly string[]): Topology {
  const wanted = new Map<string, string[]>();
  for (const guid of guids) {
    const name = getObject(topology, guid)?.class;
    if (name !== undefined && !wanted.get(name)?.includes(guid)) wanted.set(name, [...(wanted.get(name) ?? []), guid]);
  }
  const json = toJSON(topology);
  let isOther = false;
  const classes = json.classes.map((table) => {
    const order = wanted.get(table.class);
    if (order === undefined || order.length < 2) return table;
    const byGuid = new Map(table.objects.map((object) => [guidOf(object), object]));
    const places = new Set(order);
    let next = 0;
    const objects = table.objects.map((object) => {
      if (!places.has(guidOf(object))) return object;
      const replaced = byGuid.get(order[next++] ?? "") ?? object;
      isOther ||= replaced !== object;
      return inPlaceOf(object, replaced);
    });
    return { ...table, objects };
  });
  return isOther ? fromJSON(JSON.stringify({ ...json, classes })) : topology;
}

/** Indexes go by the number under which an object was made. */
function inPlaceOf(place: unknown, object: unknown): unknown {
  const [at, made, changed] = [usnOf(place, "usnCreated"), usnOf(object, "usnCreated"), usnOf(object, "usnChanged")];
  if (at === undefined || made === undefined || changed === undefined || at === made) return object;
  return Object.assign({}, object, { usnCreated: at, usnChanged: Math.max(at, changed) });
}

function usnOf(object: unknown, name: "usnCreated" | "usnChanged"): number | undefined {
  if (typeof object !== "object" || object === null) return undefined;
  const value: unknown = Reflect.get(object, name);
  return typeof value === "number" ? value : undefined;
}

const guidOf = (object: unknown): string =>
  typeof object === "object" && object !== null && "guid" in object ? String(object.guid) : "";
