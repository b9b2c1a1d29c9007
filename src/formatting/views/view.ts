import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { ScriptBlock } from "../../values/script-block.js";
import type { Value } from "../../values/value.js";

export type Alignment = "undefined" | "left" | "center" | "right";

/**
 * Where a view takes a value from: exactly one of the first four. `script` is source text whose `$_` is the object;
 * `compute` is our own code.
 */
export interface ViewValue {
  readonly property?: string;
  readonly script?: string;
  readonly block?: ScriptBlock;
  readonly compute?: (context: ExecutionContext, self: Value) => Value;
  /** Format string, as in a calculated column. */
  readonly format?: string;
  /** The item is left out where this script, property or function does not give true. */
  readonly condition?: Omit<ViewValue, "format" | "condition">;
}

/** A column of a table: a header and, unless a row of its own matches, where its cells come from. */
export interface TableColumn extends ViewValue {
  /** The property's name (the script's text) when omitted. */
  readonly label?: string;
  /** Cells; measured or shared when omitted. */
  readonly width?: number;
  readonly alignment?: Alignment;
}

export interface TableItem extends ViewValue {
  /** Alignment of this row's cell instead of the column's. */
  readonly alignment?: Alignment;
}

/** A type whose objects an entry is for only where a condition holds. */
export interface SelectionCondition {
  readonly typeNames: readonly string[];
  readonly condition: Omit<ViewValue, "format" | "condition">;
}

/** Which objects an entry of a view is for: all when omitted. */
export interface EntrySelection {
  readonly typeNames?: readonly string[];
  readonly conditions?: readonly SelectionCondition[];
}

/** Cells for some of the view's types (`EntrySelectedBy`). */
export interface TableRow {
  readonly selectedBy: EntrySelection;
  readonly wrap?: boolean;
  readonly items: readonly TableItem[];
}

export interface ListItem extends ViewValue {
  readonly label?: string;
}
export interface ListEntry {
  readonly selectedBy?: EntrySelection;
  readonly items: readonly ListItem[];
}

export interface WideEntry {
  readonly selectedBy?: EntrySelection;
  readonly item: ViewValue;
}

/** Content of a custom view. */
export type CustomItem =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "newLine"; readonly count?: number }
  | {
      readonly kind: "value";
      /** The object itself when nothing is said. */
      readonly value: ViewValue;
      /** Each element by itself, instead of `{a, b}`. */
      readonly enumerate?: boolean;
      /** The value is shown by this control instead of as text. */
      readonly control?: readonly CustomEntry[];
    }
  | {
      readonly kind: "frame";
      readonly leftIndent?: number;
      readonly rightIndent?: number;
      readonly firstLineIndent?: number;
      readonly firstLineHanging?: number;
      readonly items: readonly CustomItem[];
    };

export interface CustomEntry {
  readonly selectedBy?: EntrySelection;
  readonly items: readonly CustomItem[];
}

/** A label before each run of objects with the same value. */
export interface GroupBy extends ViewValue {
  readonly label?: string;
  /** Replaces `   Label: value`, also where the objects are grouped by something else than the view says. */
  readonly control?: readonly CustomEntry[];
}

interface ViewBase {
  readonly name: string;
  /** Full type names; `Deserialized.` forms match by themselves. */
  readonly typeNames: readonly string[];
  readonly groupBy?: GroupBy;
  /** Printed at once and by itself, outside the table or list around it. */
  readonly outOfBand?: boolean;
}
export interface TableView extends ViewBase {
  readonly kind: "table";
  readonly columns: readonly TableColumn[];
  readonly rows?: readonly TableRow[];
  readonly autoSize?: boolean;
  readonly hideHeaders?: boolean;
  readonly wrap?: boolean;
}
export interface ListView extends ViewBase {
  readonly kind: "list";
  readonly entries: readonly ListEntry[];
}
export interface WideView extends ViewBase {
  readonly kind: "wide";
  readonly entries: readonly WideEntry[];
  readonly columnNumber?: number;
  readonly autoSize?: boolean;
}
export interface CustomView extends ViewBase {
  readonly kind: "custom";
  readonly entries: readonly CustomEntry[];
}

/** How objects of some types are shown: data, as in a format.ps1xml file. */
export type FormatView = TableView | ListView | WideView | CustomView;
export type ViewShape = FormatView["kind"];
