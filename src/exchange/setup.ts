import {
  addObject,
  countObjects,
  type DirectoryObject,
  describeFailure,
  getProperty,
  guidNamed,
  isList,
  listObjects,
  type NewObject,
  type Topology,
  updateObject,
  withOwnGuids,
} from "../topology/index.js";
import { type DirectoryDeclaration, directoryDeclarations, schema } from "./schema.js";

/** Which nouns' objects an organization has got from setup, so that what was removed since does not come back. */
const record = "SetupDone";

/** Organizations that were set up, by what they were made of: many shells begin with the same one. */
const known = new WeakMap<Topology, Topology>();

/**
 * An organization with all that Exchange's setup makes: the accepted domain, the remote domain *, the virtual directories
 * of each Client Access server, … What is there already stays. Before its first server an organization has none of it.
 */
export function setUp(topology: Topology): Topology {
  let result = known.get(topology);
  if (result === undefined) {
    result = setUpAnew(topology);
    known.set(topology, result);
  }
  return result;
}

function setUpAnew(topology: Topology): Topology {
  const [organization] = listObjects(topology, "ExchangeOrganization");
  if (organization === undefined || countObjects(topology, "ExchangeServer") === 0) return topology;
  const done = doneIn(organization);
  const pending = directoryDeclarations().filter(({ noun, setup }) => setup !== undefined && !done.includes(noun));
  if (pending.length === 0) return topology;
  return withOwnGuids(topology, "setup", (before) => {
    const made = pending.reduce(makeObjects, before);
    const recorded = updateObject(schema, made, organization.guid, {
      properties: { [record]: [...done, ...pending.map(({ noun }) => noun)] },
    });
    if (!recorded.ok) throw new Error(describeFailure(recorded.failure));
    return recorded.topology;
  });
}

function doneIn(organization: DirectoryObject): readonly string[] {
  const done = getProperty(schema, organization, record);
  return isList(done) ? done.map(String) : [];
}

function makeObjects(topology: Topology, { setup }: DirectoryDeclaration): Topology {
  return (setup?.(topology) ?? []).reduce(addUnlessThere, topology);
}

/** Their GUIDs depend on what they are, not on the order of the nouns. */
function addUnlessThere(topology: Topology, object: NewObject): Topology {
  const guid = guidNamed(topology.ids.seed, `${object.class}|${object.parent ?? ""}|${object.name}`);
  const result = addObject(schema, topology, { guid, ...object });
  if (result.ok) return result.topology;
  if (result.failure.kind === "duplicateName" || result.failure.kind === "duplicateValue") return topology;
  throw new Error(`Setup of ${object.class} "${object.name}": ${describeFailure(result.failure)}`);
}
