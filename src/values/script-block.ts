import type { ScriptBlock as ScriptBlockNode } from "../../grammar/syntax-tree.js";
import type { ScriptToken } from "../../grammar/token-list/script-token.js";
import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import { typeNamed } from "./types.js";
import { DotNetObject } from "./value.js";

/** The source text that positions in an error refer to, shared by all nodes parsed from it. */
export interface SourceText {
  readonly text: string;
  /** Path of the script file; `null` for text typed at the prompt or given to Invoke-Expression. */
  readonly file: string | null;
}

/** What parsing a text gives: always a tree, and what is wrong with it. */
export interface ParsedCode {
  readonly tree: ScriptBlockNode;
  readonly errors: readonly {
    readonly id: string;
    readonly message: string;
    readonly start: number;
    readonly end: number;
    readonly incomplete: boolean;
    /** The message behind the place, as a console shows it. */
    readonly shown?: string;
  }[];
}

/** A parsed text with its tokens. */
export interface TokenizedCode extends ParsedCode {
  readonly tokens: readonly ScriptToken[];
}

/** Code as a value: a syntax tree and, after GetNewClosure or inside a module, the scope that it captured. */
export class ScriptBlock extends DotNetObject {
  constructor(
    readonly tree: ScriptBlockNode,
    readonly source: SourceText,
    /** Opaque to values/: `runtime/` keeps a captured scope here. */
    readonly capturedScope: object | null = null,
    /** What it prints as, when that is not its source: `param($a)` of a function's parentheses, then the body. */
    readonly definition: string | null = null,
    /** Opaque to values/: the module whose session state the block runs in; `null` is the session itself. */
    readonly module: object | null = null,
    /** Made of a text while code ran: it runs in the session state of whoever calls it. */
    readonly isUnbound = false,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.ScriptBlock");
  }
}
heapClass("ScriptBlock", ScriptBlock, { tree: "tree" });
