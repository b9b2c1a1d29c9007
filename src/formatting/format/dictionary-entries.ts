import type { PSDictionary } from "../../values/collections.js";
import { DictionaryEntry } from "../../values/pairs.js";
import { typeNamed } from "../../values/types.js";

/** A dictionary's entries as objects, in its order. */
export function* dictionaryEntries(dictionary: PSDictionary): Generator<DictionaryEntry> {
  const type = typeNamed("System.Collections.DictionaryEntry");
  for (const { key, value } of dictionary.entries()) yield new DictionaryEntry(type, key, value);
}
