import { PSList, resolveTypeName, type Value } from "../values/index.js";

/** A `Collection<PSObject>`, as pipelines and groups hold their objects. */
export function objectCollection(items: readonly Value[]): PSList {
  return new PSList(typeOf("System.Collections.ObjectModel.Collection[psobject]"), [...items]);
}

/** An ArrayList. */
export function arrayList(items: readonly Value[]): PSList {
  return new PSList(typeOf("System.Collections.ArrayList"), [...items]);
}

function typeOf(name: string) {
  const type = resolveTypeName(name);
  if (type === undefined) throw new Error(`type not defined: ${name}`);
  return type;
}
