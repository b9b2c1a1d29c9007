import { produce } from "immer";
import { TopologyError } from "./error.js";
import { describeFailure, type Failure } from "./failure.js";
import { guidAt, guidNamed } from "./guid.js";
import { newProperties, vouchedProperties } from "./object-rules.js";
import { type NewObject, type ObjectChange, planAddition, planUpdate, type Refusal } from "./plan.js";
import { childrenOf, getObject, hasChildren } from "./read.js";
import type { Schema } from "./schema.js";
import type { DirectoryObject, Topology } from "./state.js";
import { lastTick, type Ticks } from "./time.js";
import { Transaction } from "./transaction.js";
import type { Guid } from "./value.js";

/** A write that was done: the new organization, and the object as written. */
export interface Written {
  readonly ok: true;
  readonly topology: Topology;
  readonly object: DirectoryObject;
  /** False when all was so already; then the organization is the very same. */
  readonly changed: boolean;
}

/** What a write gives: the new organization, or why nothing was written. */
export type WriteResult = Written | Refusal;

/**
 * Adds an object, in its class's container unless `parent` says otherwise; missing containers are made on the way.
 * @returns the new organization; or a failure for a name or a unique value that is taken, or a parent that is missing
 * @throws {TopologyError} for an unknown class or property and for values that the class does not allow
 */
export function addObject(schema: Schema, topology: Topology, input: NewObject): WriteResult {
  const plan = planAddition(schema, topology, input);
  if (!plan.ok) return plan;
  const transaction = new Transaction(schema, topology);
  for (const container of plan.containers) transaction.insert(container);
  transaction.insert(plan.object);
  return {
    ok: true,
    topology: transaction.commit(plan.object.usnCreated, plan.drawn),
    object: plan.object,
    changed: true,
  };
}

/** How several objects are added. */
export interface Additions {
  /** Called for each that is not added, with the reason. */
  readonly refused: (failure: Failure, input: NewObject) => void;
  /**
   * The caller vouches that the classes have the given properties, with such values, and that none is given what it is
   * by default. Then they are stored as they are given, and nobody has to ask for the properties of the classes.
   */
  readonly vouched: boolean;
}

/**
 * Adds objects one after another, in one write.
 * @throws {TopologyError} as `addObject` does
 */
export function addObjects(
  schema: Schema,
  topology: Topology,
  inputs: readonly NewObject[],
  { refused, vouched }: Additions,
): Topology {
  let state = topology;
  let before: { readonly input: NewObject; readonly parent: Guid | null } | null = null;
  for (const input of inputs) {
    const place = before !== null && isBeside(input, before.input) ? before.parent : null;
    const plan = planAddition(schema, state, input, vouched ? vouchedProperties : newProperties, place);
    if (!plan.ok) {
      refused(plan.failure, input);
      continue;
    }
    const transaction = new Transaction(schema, state);
    for (const container of plan.containers) transaction.insert(container);
    transaction.insert(plan.object);
    state = transaction.result(plan.object.usnCreated, plan.drawn);
    before = { input, parent: plan.object.parent };
  }
  return state;
}

/** Whether an object is put where the other one is. */
function isBeside(input: NewObject, other: NewObject): boolean {
  return input.class === other.class && input.parent === other.parent;
}

/**
 * Changes an object: its name, its place, its properties. When all is as it was, the same organization comes back and
 * `changed` is false. A function gets the frozen object as it is and says what is to change.
 * @returns the new organization; or a failure for an object that isn't there, or a name or unique value that is taken
 * @throws {TopologyError} for unknown properties and values that the class does not allow
 */
export function updateObject(
  schema: Schema,
  topology: Topology,
  guid: Guid,
  change: ObjectChange | ((object: DirectoryObject) => ObjectChange),
): WriteResult {
  const before = getObject(topology, guid);
  if (before === null) return { ok: false, failure: { kind: "notFound", guid } };
  const plan = planUpdate(schema, topology, before, typeof change === "function" ? change(before) : change);
  if (!plan.ok) return plan;
  if (plan.object === before) return { ok: true, topology, object: before, changed: false };
  const transaction = new Transaction(schema, topology);
  transaction.replace(before, plan.object);
  return { ok: true, topology: transaction.commit(plan.object.usnChanged), object: plan.object, changed: true };
}

/**
 * Changes properties of many objects in one go, which costs far less than one by one: what nobody typed but what follows
 * from a change, such as the connections of ten thousand clients. Each object once; none of the properties may be one of
 * which a value occurs once only.
 * @throws {TopologyError} for unknown properties and values that the class does not allow
 * @throws {Error} for an object that isn't there
 */
export function updateProperties(
  schema: Schema,
  topology: Topology,
  changes: Iterable<readonly [guid: Guid, properties: NonNullable<ObjectChange["properties"]>]>,
): Topology {
  const transaction = new Transaction(schema, topology);
  let { usn } = topology;
  for (const [guid, properties] of changes) {
    const before = getObject(topology, guid);
    if (before === null) throw new Error(`No object has the GUID ${guid}.`);
    const plan = planUpdate(schema, { ...topology, usn }, before, { properties });
    if (!plan.ok) throw new Error(`${before.class} "${before.name}": ${describeFailure(plan.failure)}`);
    if (plan.object === before) continue;
    transaction.replace(before, plan.object);
    usn = plan.object.usnChanged;
  }
  return usn === topology.usn ? topology : transaction.commit(usn);
}

/**
 * Removes an object. Links to it stay and are seen as dangling; see `followReference`.
 * @param options `recursive` also removes all that is below it; otherwise that is a failure
 * @returns the new organization and the object as it was; or a failure when it isn't there or isn't empty
 */
export function removeObject(
  schema: Schema,
  topology: Topology,
  guid: Guid,
  options: { readonly recursive?: boolean } = {},
): WriteResult {
  const object = getObject(topology, guid);
  if (object === null) return { ok: false, failure: { kind: "notFound", guid } };
  if (options.recursive !== true && hasChildren(topology, guid)) {
    return { ok: false, failure: { kind: "notEmpty", object, children: childrenOf(topology, guid).length } };
  }
  const transaction = new Transaction(schema, topology);
  for (const doomed of withDescendants(topology, object)) transaction.remove(doomed);
  return { ok: true, topology: transaction.commit(topology.usn + 1), object, changed: true };
}

/** An object with all that is below it, the deepest first. */
function withDescendants(topology: Topology, object: DirectoryObject): DirectoryObject[] {
  const found = [object];
  for (const next of found) for (const child of childrenOf(topology, next.guid)) found.push(child);
  return found.reverse();
}

/**
 * Sets the organization's clock; it is what `whenCreated` and `whenChanged` are taken from.
 * @throws {TopologyError} for a time outside of the years 1 to 9999
 */
export function setClock(topology: Topology, clock: Ticks): Topology {
  if (clock < 0n || clock > lastTick) throw new TopologyError("clock", "the time must lie in the years 1 to 9999.");
  return produce(topology, (draft) => {
    draft.clock = clock;
  });
}

/**
 * Lets a function make objects whose GUIDs come from a source of their own, so that what is made afterwards has the same
 * GUIDs as without them.
 * @param purpose names that source
 */
export function withOwnGuids(topology: Topology, purpose: string, make: (topology: Topology) => Topology): Topology {
  const { ids } = topology;
  const own = Object.freeze({ seed: Number.parseInt(guidNamed(ids.seed, purpose).slice(0, 8), 16), drawn: 0 });
  const withIds = (of: Topology, source: Topology["ids"]): Topology =>
    produce(of, (draft) => {
      draft.ids = source;
    });
  return withIds(make(withIds(topology, own)), ids);
}

/** Draws a GUID that no object has; the organization that comes back won't give it again. */
export function drawGuid(topology: Topology): { readonly guid: Guid; readonly topology: Topology } {
  const { seed } = topology.ids;
  let { drawn } = topology.ids;
  while (getObject(topology, guidAt(seed, drawn)) !== null) drawn++;
  const guid = guidAt(seed, drawn);
  const after = produce(topology, (draft) => {
    draft.ids.drawn = drawn + 1;
  });
  return { guid, topology: after };
}
