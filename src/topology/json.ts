import { assemble, type Parts } from "./assemble.js";
import { TopologyError, TopologyErrors } from "./error.js";
import { describeFailure } from "./failure.js";
import { JsonReader } from "./json-reader.js";
import { encodeValue, type JsonValue } from "./json-value.js";
import { eachObject, usedClasses } from "./read.js";
import type { Schema } from "./schema.js";
import type { DirectoryObject, Tombstone, Topology } from "./state.js";
import { hashEntries } from "./storage/hash-table.js";
import { isoFromTicks } from "./time.js";
import type { Guid } from "./value.js";

/** What the JSON of a topology says that it is. */
export const jsonFormat = "ems-emulator/topology";
/** The version of the form; a reader refuses what is newer than itself. */
export const jsonVersion = 1;

/** A topology as plain JSON data, for `JSON.stringify`. */
export interface TopologyJson {
  readonly format: typeof jsonFormat;
  readonly version: typeof jsonVersion;
  /** ISO 8601, UTC. */
  readonly clock: string;
  readonly ids: { readonly seed: number; readonly drawn: number };
  readonly usn: number;
  readonly anchors: Readonly<Record<string, Guid | null>>;
  readonly classes: readonly { readonly class: string; readonly objects: readonly JsonValue[] }[];
  readonly tombstones: readonly JsonValue[];
}

/** Writes a topology as plain JSON data. Nothing is lost: `fromJSON` gives an equal organization back. */
export function toJSON(topology: Topology): TopologyJson {
  return {
    format: jsonFormat,
    version: jsonVersion,
    clock: isoFromTicks(topology.clock),
    ids: { ...topology.ids },
    usn: topology.usn,
    anchors: { ...topology.anchors },
    classes: usedClasses(topology).map((name) => ({
      class: name,
      objects: Array.from(eachObject(topology, name), encodeObject),
    })),
    tombstones: Array.from(hashEntries(topology.tombstones), ([, tombstone]) => encodeTombstone(tombstone)),
  };
}

function encodeObject(object: DirectoryObject): JsonValue {
  return {
    guid: object.guid,
    name: object.name,
    parent: object.parent,
    whenCreated: isoFromTicks(object.whenCreated),
    whenChanged: isoFromTicks(object.whenChanged),
    usnCreated: object.usnCreated,
    usnChanged: object.usnChanged,
    properties: Object.fromEntries(
      Object.entries(object.properties).map(([name, value]) => [name, encodeValue(value)]),
    ),
  };
}

function encodeTombstone({ class: className, guid, name, whenRemoved }: Tombstone): JsonValue {
  return { class: className, guid, name, whenRemoved: isoFromTicks(whenRemoved) };
}

/**
 * Reads a topology from what `toJSON` gave, parsed or as text.
 * @param schema must have the classes and properties that the topology uses
 * @throws {TopologyError} for text that is no JSON, data of another kind or a newer version, and with its place for
 * whatever in it is missing, of a wrong form, or contradicts the rest
 */
export function fromJSON(schema: Schema, json: unknown): Topology {
  const reader = new JsonReader(typeof json === "string" ? parseText(json) : json);
  if (reader.field("format").value !== jsonFormat) {
    throw new TopologyError("format", `this is no topology. The JSON of one begins with "format": "${jsonFormat}".`);
  }
  const version = reader.field("version").integer();
  if (version !== jsonVersion) {
    throw new TopologyError(
      "version",
      `this is version ${version} of the form, and version ${jsonVersion} can be read.`,
    );
  }
  const objects = reader
    .field("classes")
    .items()
    .flatMap((each) => readClass(schema, each));
  const ids = reader.field("ids");
  const parts: Parts = {
    clock: reader.field("clock").ticks(),
    ids: { seed: ids.field("seed").integer(), drawn: ids.field("drawn").integer(0) },
    usn: reader.field("usn").integer(0),
    anchors: {
      domain: reader.field("anchors").field("domain").guidOrNull(),
      configuration: reader.field("anchors").field("configuration").guidOrNull(),
      organization: reader.field("anchors").field("organization").guidOrNull(),
      administrativeGroup: reader.field("anchors").field("administrativeGroup").guidOrNull(),
    },
    objects,
    tombstones: reader.field("tombstones").items().map(readTombstone),
  };
  checkLinks(parts);
  return assembleOrThrow(schema, parts);
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new TopologyError("", `This text is no JSON: ${error.message}`);
    throw error;
  }
}

function readClass(schema: Schema, reader: JsonReader): DirectoryObject[] {
  const name = reader.field("class");
  const definition = schema.find(name.text());
  if (definition === undefined) throw new TopologyError(name.where, `the schema has no class "${name.text()}".`);
  return reader
    .field("objects")
    .items()
    .map((each) =>
      Object.freeze({
        class: definition.name,
        guid: each.field("guid").guid(),
        name: each.field("name").text(),
        parent: each.field("parent").guidOrNull(),
        whenCreated: each.field("whenCreated").ticks(),
        whenChanged: each.field("whenChanged").ticks(),
        usnCreated: each.field("usnCreated").integer(0),
        usnChanged: each.field("usnChanged").integer(0),
        properties: each.field("properties").properties(definition),
      }),
    );
}

function readTombstone(reader: JsonReader): Tombstone {
  return {
    class: reader.field("class").text(),
    guid: reader.field("guid").guid(),
    name: reader.field("name").text(),
    whenRemoved: reader.field("whenRemoved").ticks(),
  };
}

/** Makes sure that each GUID occurs once, that parents and fixed places exist, and that nothing is below itself. */
function checkLinks({ objects, anchors }: Parts): void {
  const byGuid = new Map<Guid, DirectoryObject>();
  for (const object of objects) {
    if (byGuid.has(object.guid)) throw new TopologyError("classes", `two objects have the GUID ${object.guid}.`);
    byGuid.set(object.guid, object);
  }
  for (const [anchor, guid] of Object.entries(anchors)) {
    if (guid !== null && !byGuid.has(guid)) throw new TopologyError(`anchors.${anchor}`, `there is no object ${guid}.`);
  }
  const rooted = new Set<Guid>();
  for (const object of objects) {
    if (object.parent !== null && rooted.has(object.parent)) rooted.add(object.guid);
    else checkParents(object, byGuid, rooted);
  }
}

/** Walks up from an object until something known to be well placed; all on the way is then known too. */
function checkParents(object: DirectoryObject, byGuid: ReadonlyMap<Guid, DirectoryObject>, rooted: Set<Guid>): void {
  const path = new Set<Guid>();
  for (let step = object; !rooted.has(step.guid); ) {
    const where = `classes: ${step.class} "${step.name}"`;
    if (path.has(step.guid)) throw new TopologyError(where, "the object is below itself.");
    path.add(step.guid);
    if (step.parent === null) break;
    const above = byGuid.get(step.parent);
    if (above === undefined) throw new TopologyError(where, `its parent ${step.parent} does not exist.`);
    step = above;
  }
  for (const guid of path) rooted.add(guid);
}

/**
 * Gives a topology the indexes of a schema that extends the one it was made with. One that has them all comes back as
 * it is, so this costs nothing when there is nothing to do.
 * @throws {TopologyErrors} when objects clash by the rules of the schema
 */
export function adoptSchema(schema: Schema, topology: Topology): Topology {
  const names = usedClasses(topology);
  const isComplete = names.every((name) => {
    const { indexes = {} } = schema.get(name);
    const present = topology.tables[name]?.indexes ?? {};
    return Object.keys(indexes).every((index) => Object.hasOwn(present, index));
  });
  if (isComplete) return topology;
  const { clock, ids, usn, anchors } = topology;
  const objects = names.flatMap((name) => Array.from(eachObject(topology, name)));
  const tombstones = Array.from(hashEntries(topology.tombstones), ([, tombstone]) => tombstone);
  return assembleOrThrow(schema, { clock, ids, usn, anchors, objects, tombstones });
}

function assembleOrThrow(schema: Schema, parts: Parts): Topology {
  const errors: TopologyError[] = [];
  const topology = assemble(schema, parts, (failure, object) => {
    errors.push(new TopologyError(`${object.class} "${object.name}"`, describeFailure(failure)));
  });
  if (errors.length > 0) throw new TopologyErrors(errors);
  return topology;
}
