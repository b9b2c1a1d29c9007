import { fromJSON } from "../exchange/organization-json.js";
import {
  type DirectoryObject,
  isoFromTicks,
  parseGuid,
  setClock,
  type Ticks,
  type Topology,
  ticksFromIso,
  toJSON,
} from "../topology/index.js";
import { tryConvertTo } from "../values/conversion/index.js";
import { DateTime } from "../values/date-time.js";
import { typeNamed } from "../values/types.js";
import { baseOf } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";
import { textIn } from "./exported-names.js";
import type { ExportedObject } from "./exported-objects.js";

/** GUIDs and points in time that objects have of their own. */
export function withOwnMarks(
  context: ValueContext,
  topology: Topology,
  found: ReadonlyMap<ExportedObject, DirectoryObject>,
): Topology {
  const json = toJSON(topology);
  const guids = ownGuids(found, objectGuids(json));
  const times = new Map([...found].map(([exported, { guid }]) => [guid, timesOf(context, exported)]));
  const classes = json.classes.map(({ class: name, objects }) => ({
    class: name,
    objects: objects.map((object) => {
      const own = isPlain(object) && typeof object.guid === "string" ? times.get(object.guid) : undefined;
      return isPlain(object) && own !== undefined ? { ...object, ...own } : object;
    }),
  }));
  // A GUID stands for the same object wherever it stands: in links and parents too.
  const text = JSON.stringify({ ...json, classes }).replaceAll(
    /"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g,
    (quoted, guid: string) => (guids.has(guid) ? `"${guids.get(guid)}"` : quoted),
  );
  const marked = fromJSON(text);
  const latest = [...times.values()].flatMap(({ whenChanged }) =>
    whenChanged === undefined ? [] : [ticksFromIso(whenChanged, "whenChanged")],
  );
  const clock = latest.reduce((last: Ticks, each) => (each > last ? each : last), marked.clock);
  return setClock(marked, clock);
}

/** The new GUID by the old one; none that occurs twice. */
function ownGuids(
  found: ReadonlyMap<ExportedObject, DirectoryObject>,
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const guids = new Map<string, string>();
  for (const [exported, { guid }] of found) {
    const own = parseGuid(textIn(exported, "Guid") ?? "");
    if (own === null || (owners.get(own) ?? guid) !== guid) continue;
    owners.set(own, guid);
    guids.set(guid, own);
  }
  return withoutClashes(guids, taken);
}

function timesOf(context: ValueContext, exported: ExportedObject): { whenCreated?: string; whenChanged?: string } {
  const times: { whenCreated?: string; whenChanged?: string } = {};
  for (const field of ["whenCreated", "whenChanged"] as const) {
    const told = exported.properties.get(`${field}UTC`.toLowerCase()) ?? exported.properties.get(field.toLowerCase());
    const base = told === undefined ? null : baseOf(told.value);
    const time = typeof base === "string" ? tryConvertTo(context, base, typeNamed("System.DateTime")) : base;
    if (time instanceof DateTime) times[field] = isoFromTicks(time.ticks);
  }
  return times;
}

/** Objects that no file tells of, and that happen to have the GUID of one, take one that has become free. */
function withoutClashes(guids: ReadonlyMap<string, string>, taken: readonly string[]): ReadonlyMap<string, string> {
  const given = new Set(guids.values());
  const free = [...guids.keys()].filter((guid) => !given.has(guid));
  const clashing = taken.filter((guid) => given.has(guid) && !guids.has(guid));
  return new Map([...guids, ...clashing.map((guid, index) => [guid, free[index] ?? guid] as const)]);
}

function objectGuids({ classes }: ReturnType<typeof toJSON>): readonly string[] {
  return classes.flatMap(({ objects }) =>
    objects.flatMap((object) => (isPlain(object) && typeof object.guid === "string" ? [object.guid] : [])),
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
