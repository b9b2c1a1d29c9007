import { PSDictionary } from "../../values/collections.js";
import { caseInsensitiveKey, caseSensitiveKey } from "../../values/dictionary.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, PSArray, property } from "../../values/index.js";
import { keepFields } from "../../values/journal.js";
import { netError } from "../../values/net-errors.js";
import { typeNamed } from "../../values/types.js";
import { ComObject, defineComInterface } from "./com-object.js";

const hashtable = (): PSDictionary => new PSDictionary(typeNamed("System.Collections.Hashtable"), caseSensitiveKey);

const members = defineComInterface("42c642c1-97e1-11cf-978f-00a02463e06f", () => [
  property("int Count", (self: ComDictionary) => self.pairs.size),
  property(
    "int CompareMode",
    (self: ComDictionary) => self.compareMode,
    (self, value) => self.compare(typeof value === "number" ? value : 0),
  ),
  {
    kind: "ParameterizedProperty",
    name: "Item",
    signature: "Variant Item(Variant) {get} {set}",
    get: (_context, self, [key]) => (self as ComDictionary).pairs.get(key ?? null) ?? null,
    set: (_context, self, [key], value) => (self as ComDictionary).pairs.set(key ?? null, value),
  },
  method<ComDictionary>([
    "void Add(System.Object Key, System.Object Item)",
    (_, self, [key, item]) => {
      if (self.pairs.has(key ?? null))
        throw netError("System.ArgumentException", "This key is already associated with an element of this collection");
      self.pairs.set(key ?? null, item ?? null);
      return null;
    },
  ]),
  method<ComDictionary>(["bool Exists(System.Object Key)", (_, self, [key]) => self.pairs.has(key ?? null)]),
  method<ComDictionary>([
    "System.Object[] Keys()",
    (_, self) => new PSArray([...self.pairs.entries()].map(({ key }) => key)),
  ]),
  method<ComDictionary>([
    "System.Object[] Items()",
    (_, self) => new PSArray([...self.pairs.entries()].map(({ value }) => value)),
  ]),
  method<ComDictionary>([
    "void Remove(System.Object Key)",
    (_, self, [key]) => {
      if (!self.pairs.has(key ?? null))
        throw netError("System.Runtime.InteropServices.COMException", "Element not found");
      self.pairs.delete(key ?? null);
      return null;
    },
  ]),
  method<ComDictionary>([
    "void RemoveAll()",
    (_, self) => {
      for (const { key } of [...self.pairs.entries()]) self.pairs.delete(key);
      return null;
    },
  ]),
]);

/** Scripting.Dictionary: keys differ by their kind and, unless CompareMode says so, by their case. Texts from memory. */
export class ComDictionary extends ComObject {
  pairs: PSDictionary = hashtable();
  compareMode = 0;
  constructor() {
    super(members);
  }
  /** 0: by binary codes, 1: as texts. Only an empty dictionary changes. */
  compare(mode: number): void {
    if (this.pairs.size > 0)
      throw netError("System.Runtime.InteropServices.COMException", "Invalid procedure call or argument");
    keepFields(this);
    this.compareMode = mode;
    this.pairs =
      mode === 0 ? hashtable() : new PSDictionary(typeNamed("System.Collections.Hashtable"), caseInsensitiveKey);
  }
}
heapClass("ComDictionary", ComDictionary);
