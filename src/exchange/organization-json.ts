import { fromJSON as readTopology, type Topology } from "../topology/index.js";
import { schema } from "./schema.js";

/**
 * An organization from what `toJSON` gave, parsed or as text.
 * @throws {TopologyError} for anything else, saying where and how it should be
 */
export function fromJSON(json: unknown): Topology {
  return readTopology(schema, json);
}
