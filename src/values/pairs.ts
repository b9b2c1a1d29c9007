import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import { DotNetObject, type Value } from "./value.js";

/** System.Collections.DictionaryEntry or KeyValuePair`2: what a dictionary's enumerator gives. */
export class DictionaryEntry extends DotNetObject {
  constructor(
    readonly type: DotNetType,
    readonly key: Value,
    readonly value: Value,
  ) {
    super();
  }
}
heapClass("DictionaryEntry", DictionaryEntry);
