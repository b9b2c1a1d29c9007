import {
  coreSchema,
  type DirectoryObject,
  findByIndex,
  type Topology,
  type WriteResult,
  type Written,
} from "../../src/topology/index.js";

/** The only object of a class with a name. */
export function named(topology: Topology, className: string, name: string): DirectoryObject {
  const [object, further] = findByIndex(topology, className, "name", name);
  if (object === undefined || further !== undefined) throw new Error(`There is not just one ${className} "${name}".`);
  return object;
}

/** A write that must have been done. */
export function done(result: WriteResult): Written {
  if (!result.ok) throw new Error(`The write was refused: ${result.failure.kind}.`);
  return result;
}

/** The schema that the tests write with. */
export const schema = coreSchema;
