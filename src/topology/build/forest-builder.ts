import { assemble } from "../assemble.js";
import { describeFailure } from "../failure.js";
import { guidAt } from "../guid.js";
import { checkName, newProperties } from "../object-rules.js";
import { type Ground, placeFor } from "../place.js";
import type { NewObject } from "../plan.js";
import type { NamingAttribute, Schema } from "../schema.js";
import { type Anchors, type DirectoryObject, parentKey, siblingKey, type Topology } from "../state.js";
import type { Ticks } from "../time.js";
import type { Guid } from "../value.js";
import type { Problems } from "./problems.js";

/**
 * Collects the objects of a forest in the making. They are put into tables in one go at the end, so that 100,000
 * objects cost little more than their values; that is also when names and addresses that occur twice are found.
 */
export class ForestBuilder implements Ground {
  readonly anchors: { -readonly [K in keyof Anchors]: Anchors[K] } = {
    domain: null,
    configuration: null,
    organization: null,
    administrativeGroup: null,
  };
  private readonly objects: DirectoryObject[] = [];
  /** Which part of the description each object comes from. */
  private readonly origins: string[] = [];
  private readonly classes = new Map<Guid, string>();
  private readonly containers = new Map<string, Guid>();
  /** Where the objects of a class live that don't name a parent. */
  private readonly homes = new Map<string, Guid | null>();

  constructor(
    private readonly schema: Schema,
    private readonly problems: Problems,
    private readonly clock: Ticks,
    private readonly seed: number,
  ) {}

  /**
   * Adds an object.
   * @param where says which part of the description it comes from
   */
  add(input: NewObject, where: string): DirectoryObject {
    const object = this.addLeaf(input, where);
    this.note(object);
    return object;
  }

  /** Adds an object that nothing will be put below. */
  addLeaf(input: NewObject, where: string): DirectoryObject {
    const bad = checkName(this.schema.get(input.class), input.name);
    if (bad !== null) this.problems.add(where, describeFailure(bad));
    return this.make(input, this.place(input), where);
  }

  /** Puts the objects into tables. Clashes are noted; the result is of use when there are none. */
  finish(): Topology {
    const { clock, seed, objects, anchors } = this;
    const count = objects.length;
    const parts = { clock, ids: { seed, drawn: count }, usn: count, anchors, objects, tombstones: [] };
    return assemble(this.schema, parts, (failure, object) => {
      this.problems.add(this.origins[object.usnCreated - 1] ?? "", describeFailure(failure));
    });
  }

  /** Draws a GUID for a property such as the one of a mailbox: of another seed than those of objects. */
  propertyGuid(): Guid {
    return guidAt(this.seed ^ 0x5bd1e995, this.objects.length);
  }

  classOf(guid: Guid): string | undefined {
    return this.classes.get(guid);
  }

  childNamed(parent: Guid, attribute: NamingAttribute, name: string): Guid | undefined {
    return this.containers.get(containerKey(parent, siblingKey(attribute, name)));
  }

  makeContainer(className: "Container" | "OrganizationalUnit", name: string, parent: Guid): Guid {
    const made = this.make({ class: className, name }, parent, name);
    this.note(made);
    return made.guid;
  }

  private place(input: NewObject): Guid | null {
    const known = input.parent === undefined ? this.homes.get(input.class) : undefined;
    if (known !== undefined) return known;
    const parent = placeFor(this, this.schema.get(input.class), input.parent);
    if (parent === undefined) throw new Error(`The builder has no place for the ${input.class} "${input.name}".`);
    if (input.parent === undefined) this.homes.set(input.class, parent);
    return parent;
  }

  private make(input: NewObject, parent: Guid | null, where: string): DirectoryObject {
    const number = this.objects.length;
    const object = Object.freeze({
      class: input.class,
      guid: guidAt(this.seed, number),
      name: input.name,
      parent,
      whenCreated: this.clock,
      whenChanged: this.clock,
      usnCreated: number + 1,
      usnChanged: number + 1,
      properties: newProperties(this.schema.get(input.class), input.properties ?? {}),
    });
    this.objects.push(object);
    this.origins.push(where);
    return object;
  }

  /** Remembers an object that others may be put below. */
  private note(object: DirectoryObject): void {
    this.classes.set(object.guid, object.class);
    const key = containerKey(parentKey(object.parent), siblingKey(this.schema.get(object.class).naming, object.name));
    this.containers.set(key, object.guid);
  }
}

function containerKey(parent: string, sibling: string): string {
  return `${parent}|${sibling}`;
}
