import { DotNetType } from "../dotnet-type.js";
import type { ScriptBlock } from "../script-block.js";
import { type HeapClass, heapClassOf, heapConstantName } from "./heap-class.js";
import {
  HeapError,
  type HeapFields,
  type HeapImage,
  type HeapNode,
  type HeapSlot,
  type HeapSurroundings,
} from "./heap-image.js";
import { typeReference } from "./type-reference.js";

/** How a heap is written: as plain JSON data, or in memory with immutable things shared. */
export type HeapForm = "json" | "memory";

/**
 * Writes a value with all that it leads to.
 * @throws {HeapError} for what cannot be written, saying what it is and where it is kept
 */
export function writeHeap(root: unknown, around: HeapSurroundings, form: HeapForm): HeapImage {
  return new HeapWriter(around, form).write(root);
}

/** From where an object was reached first, for errors. */
interface Way {
  readonly from: object | null;
  readonly field: string;
}

class HeapWriter {
  private readonly numbers = new Map<object, number>();
  private readonly found: object[] = [];
  private readonly ways: Way[] = [];

  constructor(
    private readonly around: HeapSurroundings,
    private readonly form: HeapForm,
  ) {}

  write(root: unknown): HeapImage {
    const rootSlot = this.slot(root, null, "");
    const nodes: HeapNode[] = [];
    // Grows while it is written: no recursion, however deep the objects nest.
    for (let i = 0; i < this.found.length; i++) nodes.push(this.node(this.found[i] as object));
    return { nodes, root: rootSlot };
  }

  private slot(value: unknown, from: object | null, field: string): HeapSlot {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return numberSlot(value);
      case "bigint":
        return { bigint: value.toString() };
      case "undefined":
        return { undefined: true };
      case "function":
        return this.functionSlot(value, from, field);
      case "object":
        return value === null ? null : this.objectSlot(value, from, field);
      default:
        throw this.refusal("a symbol", from, field);
    }
  }

  private functionSlot(code: object, from: object | null, field: string): HeapSlot {
    const name = heapConstantName(code);
    if (name === undefined) throw this.refusal(`native code ("${field}")`, from, field);
    return { constant: name };
  }

  private objectSlot(value: object, from: object | null, field: string): HeapSlot {
    const known = this.numbers.get(value);
    if (known !== undefined) return { node: known };
    if (value instanceof DotNetType) return this.typeSlot(value, from, field);
    const constant = heapConstantName(value);
    if (constant !== undefined) return { constant };
    const external = this.around.externalName(value);
    if (external !== undefined) return { external };
    const heapClass = heapClassOf(value);
    if (this.form === "memory" && isShared(value, heapClass)) return { shared: value };
    if (heapClass?.refused !== undefined) throw this.refusal(heapClass.refused, from, field);
    const number = this.found.push(value) - 1;
    this.numbers.set(value, number);
    this.ways.push({ from, field });
    return { node: number };
  }

  private typeSlot(type: DotNetType, from: object | null, field: string): HeapSlot {
    try {
      return this.form === "memory" ? { shared: type } : { type: typeReference(type, this.around) };
    } catch (error) {
      throw error instanceof HeapError ? this.refusal(`a type of its own: ${error.message}`, from, field) : error;
    }
  }

  private node(object: object): HeapNode {
    const heapClass = heapClassOf(object);
    if (heapClass !== undefined) return { class: heapClass.name, fields: this.classFields(object, heapClass) };
    const frozen = Object.isFrozen(object) ? ({ frozen: true } as const) : {};
    if (Array.isArray(object)) return { array: Array.from(object, (item) => this.slot(item, object, "")), ...frozen };
    if (object instanceof Map) return { map: this.entries(object) };
    if (object instanceof Set) return { set: Array.from(object, (item) => this.slot(item, object, "")) };
    const prototype: unknown = Object.getPrototypeOf(object);
    if (prototype !== Object.prototype && prototype !== null)
      throw this.refusal(`an object of the class ${object.constructor.name}, which is not registered`, object, "");
    return { record: this.fields(object, Object.entries(object)), ...frozen };
  }

  private classFields(object: object, { caches, unordered, tree, definitions }: HeapClass): HeapFields {
    const written = Object.entries(object).filter(([name]) => caches === undefined || !Object.hasOwn(caches, name));
    const special: [string, HeapSlot][] = [];
    const plain = written.filter(([name, value]) => {
      if (name === tree) special.push([name, this.treeSlot(object as ScriptBlock)]);
      else if (definitions?.includes(name) === true && this.form === "memory") special.push([name, { shared: value }]);
      else if (unordered?.includes(name) === true && value instanceof Map)
        special.push([name, this.sorted(value, object)]);
      else return true;
      return false;
    });
    return { ...this.fields(object, plain), ...Object.fromEntries(special) };
  }

  private treeSlot(block: ScriptBlock): HeapSlot {
    if (this.form === "memory") return { shared: block.tree };
    const code = this.around.codeReference(block.source, block.tree);
    if (code === undefined) throw this.refusal("a script block that is not found in its source text", block, "tree");
    return { code };
  }

  /** A Map of its own node, its entries in the order of their keys. */
  private sorted(map: ReadonlyMap<unknown, unknown>, from: object): HeapSlot {
    const ordered = new Map([...map].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
    return this.objectSlot(ordered, from, "");
  }

  private fields(object: object, entries: readonly (readonly [string, unknown])[]): HeapFields {
    return Object.fromEntries(entries.map(([name, value]) => [name, this.slot(value, object, name)]));
  }

  private entries(map: ReadonlyMap<unknown, unknown>): readonly (readonly [HeapSlot, HeapSlot])[] {
    return Array.from(map, ([key, value]) => [
      this.slot(key, map, ""),
      this.slot(value, map, typeof key === "string" ? key : ""),
    ]);
  }

  private refusal(what: string, from: object | null, field: string): HeapError {
    const kind = this.form === "json" ? "A snapshot" : "A fork";
    return new HeapError(`${kind} cannot hold ${what}: it is kept in ${this.place(from, field)}.`);
  }

  /** The variable through which something is reached, and the fields behind it. */
  private place(from: object | null, field: string): string {
    const steps: string[] = [];
    for (let at = from, name = field; at !== null; ) {
      if (name !== "") steps.unshift(name);
      if (isVariable(at)) return `$${at.name} (${steps.join(" → ")})`;
      const way: Way = this.ways[this.numbers.get(at) ?? -1] ?? { from: null, field: "" };
      at = way.from;
      name = way.field;
    }
    return steps.join(" → ");
  }
}

/** What copies in memory share: immutable values, and plain data that is frozen (the organization, which is so throughout). */
function isShared(object: object, heapClass: HeapClass | undefined): boolean {
  if (heapClass !== undefined) return heapClass.isImmutable === true;
  return Object.isFrozen(object);
}

function isVariable(object: object): object is { readonly name: string } {
  return heapClassOf(object)?.name === "Variable";
}

function numberSlot(value: number): HeapSlot {
  if (Object.is(value, -0)) return { number: "-0" };
  if (Number.isNaN(value)) return { number: "NaN" };
  if (value === Number.POSITIVE_INFINITY) return { number: "Infinity" };
  return value === Number.NEGATIVE_INFINITY ? { number: "-Infinity" } : value;
}
