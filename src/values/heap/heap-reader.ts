import type { SourceText } from "../script-block.js";
import { type HeapClass, heapClassNamed, heapConstantNamed } from "./heap-class.js";
import {
  HeapError,
  type HeapFields,
  type HeapImage,
  type HeapNode,
  type HeapSlot,
  type HeapSurroundings,
} from "./heap-image.js";
import { typeReferredTo } from "./type-reference.js";

/**
 * Makes objects of an image, as new as can be: nothing of them is shared but what is immutable.
 * @throws {HeapError} for an image that names what does not exist
 */
export function readHeap(image: HeapImage, around: HeapSurroundings): unknown {
  return new HeapReader(image, around).read();
}

class HeapReader {
  private readonly objects: readonly object[];
  /** Fields with code, which can be found when the source texts are there. */
  private readonly codes: (() => void)[] = [];

  constructor(
    private readonly image: HeapImage,
    private readonly around: HeapSurroundings,
  ) {
    this.objects = image.nodes.map(blank);
  }

  read(): unknown {
    this.image.nodes.forEach((node, number) => {
      this.fill(this.objects[number] as object, node);
    });
    for (const find of this.codes) find();
    return this.value(this.image.root);
  }

  private fill(object: object, node: HeapNode): void {
    if ("class" in node) this.fillClass(object, node.fields, classNamed(node.class));
    else if ("array" in node) for (const slot of node.array) (object as unknown[]).push(this.value(slot));
    else if ("map" in node) {
      for (const [key, value] of node.map) (object as Map<unknown, unknown>).set(this.value(key), this.value(value));
    } else if ("set" in node) for (const slot of node.set) (object as Set<unknown>).add(this.value(slot));
    else for (const [name, slot] of Object.entries(node.record)) keep(object, name, this.value(slot));
    if ("frozen" in node) Object.freeze(object);
  }

  private fillClass(object: object, fields: HeapFields, { caches = {}, tree }: HeapClass): void {
    for (const [name, value] of Object.entries(caches)) keep(object, name, value);
    for (const [name, slot] of Object.entries(fields)) {
      if (name === tree) this.codes.push(() => keep(object, name, this.code(object, slot)));
      keep(object, name, name === tree ? null : this.value(slot));
    }
  }

  private code(owner: object, slot: HeapSlot): unknown {
    if (slot === null || typeof slot !== "object" || !("code" in slot)) return this.value(slot);
    const tree = this.around.code((owner as { readonly source: SourceText }).source, slot.code);
    if (tree === undefined) throw new HeapError(`there is no script block at ${JSON.stringify(slot.code)}`);
    return tree;
  }

  private value(slot: HeapSlot): unknown {
    if (slot === null || typeof slot !== "object") return slot;
    if ("node" in slot) return this.objects[slot.node] ?? missing("object", String(slot.node));
    if ("undefined" in slot) return undefined;
    if ("bigint" in slot) return BigInt(slot.bigint);
    if ("number" in slot) return Number(slot.number);
    if ("type" in slot) return typeReferredTo(slot.type, this.around);
    if ("constant" in slot) return heapConstantNamed(slot.constant) ?? missing("constant", slot.constant);
    if ("external" in slot) return this.around.external(slot.external) ?? missing("part", slot.external);
    if ("shared" in slot) return slot.shared;
    throw new HeapError(`this is no part of a snapshot: ${JSON.stringify(slot)}`);
  }
}

/** An object without its content. */
function blank(node: HeapNode): object {
  if ("class" in node) return Object.create(classNamed(node.class).prototype) as object;
  if ("array" in node) return [];
  if ("map" in node) return new Map();
  if ("set" in node) return new Set();
  return {};
}

function keep(object: object, name: string, value: unknown): void {
  (object as Record<string, unknown>)[name] = value;
}

function classNamed(name: string): HeapClass {
  return heapClassNamed(name) ?? missing("class", name);
}

function missing(what: string, name: string): never {
  throw new HeapError(`there is no ${what} ${name}`);
}
