import {
  addObjects,
  adoptSchema,
  type DirectoryObject,
  describeFailure,
  type Failure,
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

/** Which nouns' objects an organization and its servers have got, so that what was removed since does not come back. */
const record = "SetupDone";

/** Organizations that were set up, by what they were made of: many shells begin with the same one. */
const known = new WeakMap<Topology, Topology>();

/**
 * An organization with all that Exchange's setup makes: the accepted domain, the remote domain *, the virtual directories
 * of each Client Access server, … What is there already stays. Before its first server an organization has none of it.
 * One that was made without Exchange's additions to the classes gets their indexes first.
 */
export function setUp(topology: Topology): Topology {
  let result = known.get(topology);
  if (result === undefined) {
    result = setUpAnew(adoptSchema(schema, topology));
    known.set(topology, result);
  }
  return result;
}

function setUpAnew(topology: Topology): Topology {
  const [organization] = listObjects(topology, "ExchangeOrganization");
  const servers = listObjects(topology, "ExchangeServer");
  if (organization === undefined || servers.length === 0) return topology;
  return take(
    topology,
    organization,
    directoryDeclarations().flatMap((declaration) => stepsOf(declaration, servers)),
    true,
  );
}

/** An organization with what setup makes and most sessions never look at: role groups, roles, who has which. */
export function setUpLate(topology: Topology): Topology {
  const [organization] = listObjects(topology, "ExchangeOrganization");
  if (organization === undefined) return topology;
  const steps = directoryDeclarations().flatMap(({ noun, lateSetup }) =>
    lateSetup === undefined ? [] : [{ name: noun, make: lateSetup }],
  );
  return take(topology, organization, steps, false);
}

/**
 * @param vouched the nouns vouch for what they make, so that start-up needs none of their tables; a test holds them to
 * it. What is made late is made for a cmdlet that needs the tables anyway.
 */
function take(topology: Topology, organization: DirectoryObject, steps: readonly Step[], vouched: boolean): Topology {
  const done = new Set(doneIn(organization));
  const pending = steps.filter(({ name }) => !done.has(name));
  if (pending.length === 0) return topology;
  return withOwnGuids(topology, "setup", (before) => {
    const made = pending.reduce((state, step) => addUnlessThere(state, step.make(state), vouched), before);
    const recorded = updateObject(schema, made, organization.guid, {
      properties: { [record]: [...done, ...pending.map(({ name }) => name)] },
    });
    if (!recorded.ok) throw new Error(describeFailure(recorded.failure));
    return recorded.topology;
  });
}

/** What is made at once, and the name under which that is recorded: a noun, or a noun of a server. */
interface Step {
  readonly name: string;
  readonly make: (topology: Topology) => readonly NewObject[];
}

function stepsOf({ noun, setup, serverSetup }: DirectoryDeclaration, servers: readonly DirectoryObject[]): Step[] {
  const ofServers =
    serverSetup === undefined
      ? []
      : servers.map((server) => ({
          name: `${noun} ${server.guid}`,
          make: (topology: Topology) => serverSetup(server, topology),
        }));
  return setup === undefined ? ofServers : [{ name: noun, make: setup }, ...ofServers];
}

function doneIn(organization: DirectoryObject): readonly string[] {
  const done = getProperty(schema, organization, record);
  return isList(done) ? done.map(String) : [];
}

/** Adds what is not there yet. GUIDs depend on what the objects are, not on the order of the nouns. */
function addUnlessThere(topology: Topology, objects: readonly NewObject[], vouched: boolean): Topology {
  const { seed } = topology.ids;
  const named = objects.map((object) => ({
    guid: guidNamed(seed, `${object.class}|${object.parent ?? ""}|${object.name}`),
    ...object,
  }));
  const refused = (failure: Failure, object: NewObject): void => {
    if (failure.kind === "duplicateName" || failure.kind === "duplicateValue") return;
    throw new Error(`Setup of ${object.class} "${object.name}": ${describeFailure(failure)}`);
  };
  return addObjects(schema, topology, named, { refused, vouched });
}
