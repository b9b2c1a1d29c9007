import type { ScriptBlock as ScriptBlockNode } from "../../../grammar/syntax-tree.js";
import type { SourceText } from "../script-block.js";

/**
 * Objects with all that they lead to, as a list of nodes that name each other by number: aliases and cycles stay what
 * they are. Written as plain JSON data (a snapshot), or in memory, where immutable things are shared (a fork).
 */
export interface HeapImage {
  readonly nodes: readonly HeapNode[];
  /** Where everything begins. */
  readonly root: HeapSlot;
}

/** One object. */
export type HeapNode =
  /** Of a registered class. */
  | { readonly class: string; readonly fields: HeapFields }
  | { readonly array: readonly HeapSlot[]; readonly frozen?: true }
  | { readonly map: readonly (readonly [HeapSlot, HeapSlot])[] }
  | { readonly set: readonly HeapSlot[] }
  /** A plain object. */
  | { readonly record: HeapFields; readonly frozen?: true };

export interface HeapFields {
  readonly [name: string]: HeapSlot;
}

/** What stands in a field: itself when JSON has it, else an object with one key that says what it is. */
export type HeapSlot =
  | null
  | boolean
  | number
  | string
  | { readonly node: number }
  | { readonly undefined: true }
  | { readonly bigint: string }
  /** What JSON has no number for. */
  | { readonly number: "NaN" | "Infinity" | "-Infinity" | "-0" }
  | { readonly type: TypeReference }
  | { readonly code: CodeReference }
  /** Something that all sessions share, registered under a name. */
  | { readonly constant: string }
  /** Something that every session has of its own, under a name. */
  | { readonly external: string }
  /** In memory only. */
  | { readonly shared: unknown };

/** A .NET type: by its name, as an array of another, as a generic type with arguments, or one that a layer above names. */
export type TypeReference =
  | string
  | { readonly arrayOf: TypeReference }
  | { readonly generic: string; readonly arguments: readonly TypeReference[] }
  | { readonly external: string };

/** A place in a source text: which of the script blocks with this extent. */
export interface CodeReference {
  readonly start: number;
  readonly end: number;
  /** Among those that begin and end there, the outermost first. */
  readonly index: number;
}

/** What the session around the heap knows. */
export interface HeapSurroundings {
  /** The name of something that every session has of its own (the engine, a cmdlet); `undefined`: it is part of the heap. */
  externalName(object: object): string | undefined;
  /** What has this name in the session that is read into; `undefined`: there is no such thing. */
  external(name: string): object | undefined;
  /** Where a syntax tree stands in its source; `undefined` when it cannot be found there again. */
  codeReference(source: SourceText, tree: ScriptBlockNode): CodeReference | undefined;
  code(source: SourceText, reference: CodeReference): ScriptBlockNode | undefined;
}

/** Something that a fork or a snapshot cannot hold. */
export class HeapError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "HeapError";
  }
}
