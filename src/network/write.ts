import { schema } from "../exchange/schema.js";
import {
  addObject,
  type DirectoryObject,
  describeFailure,
  type NewObject,
  type PropertyValue,
  removeObject,
  type Topology,
  updateObject,
  withOwnGuids,
} from "../topology/index.js";
import { LabError } from "./lab-error.js";

/**
 * Adds an object of the network. Its GUID comes from a source of its own, so that what Exchange makes afterwards has the
 * GUIDs that it would have had anyway.
 * @throws {LabError} when one of its class has the name
 */
export function addNetworkObject(
  topology: Topology,
  object: NewObject,
): { readonly topology: Topology; readonly object: DirectoryObject } {
  let added: DirectoryObject | null = null;
  const result = withOwnGuids(topology, `${object.class} ${object.name} ${topology.usn}`, (before) => {
    const written = addObject(schema, before, object);
    if (!written.ok) throw refusal(object.name, written.failure.kind, describeFailure(written.failure));
    added = written.object;
    return written.topology;
  });
  if (added === null) throw new Error(`The ${object.class} "${object.name}" was not made.`);
  return { topology: result, object: added };
}

/** Changes properties of an object of the network. */
export function changeNetworkObject(
  topology: Topology,
  object: DirectoryObject,
  properties: Readonly<Record<string, PropertyValue>>,
): Topology {
  const written = updateObject(schema, topology, object.guid, { properties });
  if (!written.ok) throw refusal(object.name, written.failure.kind, describeFailure(written.failure));
  return written.topology;
}

/** Removes an object of the network. */
export function removeNetworkObject(topology: Topology, object: DirectoryObject): Topology {
  const written = removeObject(schema, topology, object.guid);
  if (!written.ok) throw refusal(object.name, written.failure.kind, describeFailure(written.failure));
  return written.topology;
}

function refusal(name: string, kind: string, message: string): LabError {
  return new LabError(kind === "duplicateName" ? "NameTaken" : "InvalidArgument", message, name);
}
