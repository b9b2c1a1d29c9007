import { parseRelativeName, type RelativeName } from "./distinguished-name.js";
import { TopologyError } from "./error.js";
import { type ClassDefinition, type NamingAttribute, parentClasses } from "./schema.js";
import type { Anchors } from "./state.js";
import type { Guid } from "./value.js";

/** What is asked of a forest, finished or in the making, to find the place of a new object. */
export interface Ground {
  readonly anchors: Anchors;
  /** The class of an object, or undefined when there is no such object. */
  classOf(guid: Guid): string | undefined;
  /** The GUID of what has a name below a parent, or undefined. */
  childNamed(parent: Guid, attribute: NamingAttribute, name: string): Guid | undefined;
  /** Makes a container and gives its GUID. */
  makeContainer(className: "Container" | "OrganizationalUnit", name: string, parent: Guid): Guid;
}

/**
 * The parent of a new object: where its class's objects live, or what it names itself. Missing containers are made.
 * @param wanted the parent that the object names, if any
 * @returns the parent's GUID, null for the root of a domain, undefined when the parent isn't there or is a wrong one
 */
export function placeFor(
  ground: Ground,
  definition: ClassDefinition,
  wanted: Guid | undefined,
): Guid | null | undefined {
  const { container } = definition;
  if ("root" in container) return null;
  const wantedClass = wanted === undefined ? undefined : ground.classOf(wanted);
  if (wanted !== undefined && wantedClass === undefined) return undefined;
  if ("below" in container) {
    if (wanted !== undefined) return wanted;
    const anchor = ground.anchors[container.below];
    return anchor === null ? undefined : descend(ground, anchor, container.path);
  }
  if (wanted === undefined || !parentClasses(container).includes(wantedClass ?? "")) return undefined;
  return descend(ground, wanted, container.path);
}

/** Steps of paths, as declarations of classes write them. */
const steps = new Map<string, RelativeName>();

function stepOf(text: string): RelativeName {
  let step = steps.get(text);
  if (step === undefined) {
    const read = parseRelativeName(text);
    if (read === null)
      throw new TopologyError("container", `"${text}" is no step of a path: write it like CN=Databases.`);
    step = read;
    steps.set(text, step);
  }
  return step;
}

/** The container at the end of a path, `["CN=Services", "CN=Microsoft Exchange"]`; what is missing is made. */
function descend(ground: Ground, from: Guid, path: readonly string[]): Guid {
  return path.reduce((parent, text) => {
    const { attribute, name } = stepOf(text);
    const className = attribute === "OU" ? "OrganizationalUnit" : "Container";
    return ground.childNamed(parent, attribute, name) ?? ground.makeContainer(className, name, parent);
  }, from);
}
