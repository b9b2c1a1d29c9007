import { TopologyError } from "./error.js";
import type { Failure } from "./failure.js";
import { guidAt } from "./guid.js";
import { childNamed, pathOf } from "./names.js";
import { checkName, checkUnique, newProperties, takeProperties } from "./object-rules.js";
import { placeFor } from "./place.js";
import { getObject } from "./read.js";
import type { ClassDefinition, Schema } from "./schema.js";
import type { DirectoryObject, Topology } from "./state.js";
import { type Guid, type Properties, type PropertyValue, sameValue } from "./value.js";

/** An object to be made. */
export interface NewObject {
  readonly class: string;
  readonly name: string;
  /**
   * For classes whose objects live below other objects, that object; for the others, left out (the class's container)
   * or the object to put it under, such as an organizational unit.
   */
  readonly parent?: Guid;
  /** Left out: the next one of the organization's source. */
  readonly guid?: Guid;
  readonly properties?: Readonly<Record<string, PropertyValue>>;
}

/** What is to change of an object. A property set to null goes back to "not set". */
export interface ObjectChange {
  readonly name?: string;
  /** A new parent: the object moves there with all that is below it. */
  readonly parent?: Guid;
  readonly properties?: Readonly<Record<string, PropertyValue>>;
}

/** An addition that is ready to be carried out. */
export interface Addition {
  readonly ok: true;
  /** Containers to be made first, the highest first. */
  readonly containers: readonly DirectoryObject[];
  readonly object: DirectoryObject;
  /** The count of drawn GUIDs afterwards. */
  readonly drawn: number;
}

/** A change that is ready to be carried out: the object's new form, or the very same object when nothing differs. */
export interface Update {
  readonly ok: true;
  readonly object: DirectoryObject;
}

/** A write that is refused. */
export interface Refusal {
  readonly ok: false;
  readonly failure: Failure;
}

/**
 * Decides how an object is added, or why it can't be. Throws as `addObject` does.
 * @param take makes the properties that are stored of those that are given
 * @param known where an object of the class with such a parent was put before in the same write
 */
export function planAddition(
  schema: Schema,
  topology: Topology,
  input: NewObject,
  take: typeof newProperties = newProperties,
  known: Guid | null = null,
): Addition | Refusal {
  const definition = schema.get(input.class);
  const properties = take(definition, input.properties ?? {});
  const { name } = input;
  const bad = checkName(definition, name);
  if (bad !== null) return { ok: false, failure: bad };

  const draw = new Draw(topology);
  const containers: DirectoryObject[] = [];
  const parent =
    known ??
    placeFor(
      {
        anchors: topology.anchors,
        classOf: (guid) => getObject(topology, guid)?.class,
        childNamed: (above, attribute, child) => childNamed(topology, above, attribute, child),
        makeContainer: (className, child, above) => {
          const made = draw.object({ class: className, name: child }, above, noProperties);
          containers.push(made);
          return made.guid;
        },
      },
      definition,
      input.parent,
    );
  if (parent === undefined) {
    return { ok: false, failure: { kind: "noParent", class: input.class, name, parent: input.parent ?? null } };
  }
  const object = draw.object(input, parent, properties);
  if (getObject(topology, object.guid) !== null)
    throw new TopologyError(`${input.class} "${name}"`, `the GUID ${object.guid} is in use.`);
  const failure =
    checkSiblings(topology, definition, object) ?? checkUnique(schema, topology, definition, object, null);
  return failure === null ? { ok: true, containers, object, drawn: draw.drawn } : { ok: false, failure };
}

/** Decides what an object becomes by a change, or why it can't. Throws as `updateObject` does. */
export function planUpdate(
  schema: Schema,
  topology: Topology,
  before: DirectoryObject,
  change: ObjectChange,
): Update | Refusal {
  const definition = schema.get(before.class);
  const name = change.name ?? before.name;
  const parent = change.parent ?? before.parent;
  const properties = merged(before.properties, takeProperties(definition, change.properties ?? {}));
  const staysPut = name === before.name && parent === before.parent;
  if (staysPut && properties === before.properties) return { ok: true, object: before };

  const usnChanged = topology.usn + 1;
  const object = Object.freeze({ ...before, name, parent, properties, whenChanged: topology.clock, usnChanged });
  const misplaced = staysPut
    ? null
    : (checkName(definition, name) ??
      checkMove(topology, before, parent) ??
      checkSiblings(topology, definition, object));
  const failure = misplaced ?? checkUnique(schema, topology, definition, object, before);
  return failure === null ? { ok: true, object } : { ok: false, failure };
}

/** Makes objects with the next GUIDs and update sequence numbers, without touching the topology. */
class Draw {
  drawn: number;
  private usn: number;

  constructor(private readonly topology: Topology) {
    this.drawn = topology.ids.drawn;
    this.usn = topology.usn;
  }

  object(input: NewObject, parent: Guid | null, properties: Properties): DirectoryObject {
    const { clock, ids } = this.topology;
    this.usn += 1;
    return Object.freeze({
      class: input.class,
      guid: input.guid ?? this.freeGuid(ids.seed),
      name: input.name,
      parent,
      whenCreated: clock,
      whenChanged: clock,
      usnCreated: this.usn,
      usnChanged: this.usn,
      properties,
    });
  }

  /** The next GUID that no object has: a source that is begun anew gives the same ones again. */
  private freeGuid(seed: number): Guid {
    let guid = guidAt(seed, this.drawn++);
    while (getObject(this.topology, guid) !== null) guid = guidAt(seed, this.drawn++);
    return guid;
  }
}

const noProperties: Properties = Object.freeze({});

/** The properties with the changes in place, `undefined` taking one out; the very same when nothing differs. */
function merged(before: Properties, changes: Readonly<Record<string, PropertyValue | undefined>>): Properties {
  const differing = Object.entries(changes).filter(([name, value]) => {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    return old === undefined || value === undefined ? old !== value : !sameValue(old, value);
  });
  if (differing.length === 0) return before;
  const result: Record<string, PropertyValue> = { ...before };
  for (const [name, value] of differing) {
    if (value === undefined) delete result[name];
    else result[name] = value;
  }
  return Object.freeze(result);
}

function checkSiblings(topology: Topology, definition: ClassDefinition, object: DirectoryObject): Failure | null {
  const taken = childNamed(topology, object.parent, definition.naming ?? "CN", object.name);
  const existing = taken === undefined || taken === object.guid ? null : getObject(topology, taken);
  return existing === null ? null : { kind: "duplicateName", class: object.class, name: object.name, existing };
}

function checkMove(topology: Topology, object: DirectoryObject, parent: Guid | null): Failure | null {
  if (parent === object.parent || parent === null) return null;
  const above = getObject(topology, parent);
  if (above === null) return { kind: "noParent", class: object.class, name: object.name, parent };
  const isBelowItself = pathOf(topology, above).some((step) => step.guid === object.guid);
  return isBelowItself ? { kind: "cyclicMove", object, parent } : null;
}
