import { heapClass } from "../../values/heap/heap-class.js";
import type { FormatView } from "./view.js";

const deserializedPrefix = "Deserialized.";

/** A type name as format data knows it: without `Deserialized.`; `null` when it has no such prefix. */
export function withoutDeserialized(typeName: string): string | null {
  return typeName.length > deserializedPrefix.length &&
    typeName.slice(0, deserializedPrefix.length).toLowerCase() === deserializedPrefix.toLowerCase()
    ? typeName.slice(deserializedPrefix.length)
    : null;
}

/** The registered views in load order. Immutable: adding gives a new table, so that a session can be undone or forked. */
export class ViewTable {
  private index: ReadonlyMap<string, readonly FormatView[]> | null = null;

  constructor(readonly views: readonly FormatView[]) {}

  /** As `Update-FormatData -PrependPath`: before all others. */
  prepend(views: readonly FormatView[]): ViewTable {
    return new ViewTable([...views, ...this.views]);
  }
  /** As `Update-FormatData -AppendPath`, and for views that a layer above brings. */
  append(views: readonly FormatView[]): ViewTable {
    return new ViewTable([...this.views, ...views]);
  }

  /** Views for exactly this type name (ignoring case), in load order. */
  viewsOf(typeName: string): readonly FormatView[] {
    if (this.index === null) {
      const index = new Map<string, FormatView[]>();
      for (const view of this.views) {
        for (const name of view.typeNames) {
          const key = name.toLowerCase();
          const list = index.get(key);
          if (list === undefined) index.set(key, [view]);
          else list.push(view);
        }
      }
      this.index = index;
    }
    return this.index.get(typeName.toLowerCase()) ?? [];
  }

  /**
   * The view for an object: the one for the most derived of its type names, the first loaded among equals. When none
   * fits, the names are tried again without `Deserialized.` (SPEC A.3).
   */
  find(typeNames: readonly string[], accept: (view: FormatView) => boolean): FormatView | undefined {
    for (const name of typeNames) {
      const view = this.viewsOf(name).find(accept);
      if (view !== undefined) return view;
    }
    for (const name of typeNames) {
      const original = withoutDeserialized(name);
      const view = original === null ? undefined : this.viewsOf(original).find(accept);
      if (view !== undefined) return view;
    }
    return undefined;
  }
}
heapClass("ViewTable", ViewTable, { caches: { index: null } });
