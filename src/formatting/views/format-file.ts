import type {
  Alignment,
  CustomEntry,
  CustomItem,
  EntrySelection,
  FormatView,
  GroupBy,
  ListEntry,
  SelectionCondition,
  TableColumn,
  TableItem,
  TableRow,
  ViewValue,
  WideEntry,
} from "./view.js";
import { readXml, type XmlElement, XmlError } from "./xml-reader.js";

/**
 * The views of a format.ps1xml file, in its order. Throws {@link XmlError} for text that is not XML; views that name no
 * type are left out.
 */
export function readFormatFile(text: string): readonly FormatView[] {
  const root = readXml(text);
  if (root.name !== "Configuration") throw new XmlError(`The root element is ${root.name}, not Configuration.`);
  const shared: Shared = { sets: selectionSets(root), controls: namedControls(root) };
  const definitions = child(root, "ViewDefinitions");
  return definitions === undefined ? [] : children(definitions, "View").flatMap((view) => readView(view, shared));
}

/** What views refer to by name. */
interface Shared {
  readonly sets: ReadonlyMap<string, readonly string[]>;
  readonly controls: ReadonlyMap<string, XmlElement>;
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((c) => c.name === name);
}
function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((c) => c.name === name) ?? [];
}
function childText(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.text.trim();
}
function has(element: XmlElement, name: string): boolean {
  const found = child(element, name);
  return found !== undefined && found.text.trim().toLowerCase() !== "false";
}
function numberIn(element: XmlElement, name: string): number | undefined {
  const text = childText(element, name);
  const number = text === undefined ? Number.NaN : Number.parseInt(text, 10);
  return Number.isNaN(number) ? undefined : number;
}

function selectionSets(root: XmlElement): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, readonly string[]>();
  for (const set of children(child(root, "SelectionSets"), "SelectionSet")) {
    sets.set(childText(set, "Name") ?? "", typeNames(child(set, "Types")));
  }
  return sets;
}

function namedControls(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const controls = new Map<string, XmlElement>();
  for (const control of children(child(root, "Controls"), "Control")) {
    const custom = child(control, "CustomControl");
    if (custom !== undefined) controls.set(childText(control, "Name") ?? "", custom);
  }
  return controls;
}

function typeNames(element: XmlElement | undefined): readonly string[] {
  return children(element, "TypeName").map((name) => name.text.trim());
}

/** Type names of a selection, those of selection sets included. */
function selectedTypes(element: XmlElement | undefined, { sets }: Shared): readonly string[] {
  const fromSets = children(element, "SelectionSetName").flatMap((name) => sets.get(name.text.trim()) ?? []);
  return [...typeNames(element), ...fromSets];
}

function readView(view: XmlElement, shared: Shared): readonly FormatView[] {
  const types = selectedTypes(child(view, "ViewSelectedBy"), shared);
  if (types.length === 0) return [];
  const local: Shared = { ...shared, controls: new Map([...shared.controls, ...namedControls(view)]) };
  const groupBy = readGroupBy(child(view, "GroupBy"), local);
  const base = {
    name: childText(view, "Name") ?? "",
    typeNames: types,
    ...(has(view, "OutOfBand") ? { outOfBand: true } : {}),
    ...(groupBy === undefined ? {} : { groupBy }),
  };
  const table = child(view, "TableControl");
  if (table !== undefined) return [{ kind: "table", ...base, ...readTable(table, local) }];
  const list = child(view, "ListControl");
  if (list !== undefined) return [{ kind: "list", ...base, entries: readListEntries(list, local) }];
  const wide = child(view, "WideControl");
  if (wide !== undefined) return [{ kind: "wide", ...base, ...readWide(wide, local) }];
  const custom = child(view, "CustomControl");
  return custom === undefined ? [] : [{ kind: "custom", ...base, entries: readCustom(custom, local) }];
}

function readGroupBy(element: XmlElement | undefined, shared: Shared): GroupBy | undefined {
  if (element === undefined) return undefined;
  const label = childText(element, "Label");
  const control = controlOf(element, shared);
  return {
    ...readValue(element),
    ...(label === undefined ? {} : { label }),
    ...(control === undefined ? {} : { control }),
  };
}

/** PropertyName or ScriptBlock, with FormatString and ItemSelectionCondition. */
function readValue(element: XmlElement): ViewValue {
  const property = childText(element, "PropertyName");
  const script = child(element, "ScriptBlock")?.text;
  const format = childText(element, "FormatString");
  const condition = child(element, "ItemSelectionCondition");
  return {
    ...(property === undefined ? {} : { property }),
    ...(script === undefined ? {} : { script }),
    ...(format === undefined ? {} : { format }),
    ...(condition === undefined ? {} : { condition: readValue(condition) }),
  };
}

function readSelection(element: XmlElement, shared: Shared): EntrySelection | undefined {
  const selected = child(element, "EntrySelectedBy");
  if (selected === undefined) return undefined;
  const conditions = children(selected, "SelectionCondition").map(
    (condition): SelectionCondition => ({
      typeNames: selectedTypes(condition, shared),
      condition: readValue(condition),
    }),
  );
  return { typeNames: selectedTypes(selected, shared), ...(conditions.length === 0 ? {} : { conditions }) };
}

const alignments: ReadonlyMap<string, Alignment> = new Map([
  ["left", "left"],
  ["right", "right"],
  ["center", "center"],
]);

function alignmentIn(element: XmlElement): { readonly alignment?: Alignment } {
  const alignment = alignments.get(childText(element, "Alignment")?.toLowerCase() ?? "");
  return alignment === undefined ? {} : { alignment };
}

/** Headers and rows; the row for all types gives the columns their values. */
function readTable(control: XmlElement, shared: Shared) {
  const rows = children(child(control, "TableRowEntries"), "TableRowEntry").map((row) => readRow(row, shared));
  const plain = rows.find((row) => row.selectedBy === undefined) ?? rows[0];
  const headers = children(child(control, "TableHeaders"), "TableColumnHeader");
  const items = plain?.items ?? [];
  const columns = Array.from({ length: Math.max(items.length, headers.length) }, (_, k) =>
    readColumn(headers[k], items[k]),
  );
  const others = rows.filter((row) => row !== plain);
  const special = (plain?.selectedBy === undefined ? others : rows).map(
    (row): TableRow => ({
      ...row,
      selectedBy: row.selectedBy ?? {},
    }),
  );
  return {
    columns,
    ...(special.length === 0 ? {} : { rows: special }),
    ...(has(control, "AutoSize") ? { autoSize: true } : {}),
    ...(has(control, "HideTableHeaders") ? { hideHeaders: true } : {}),
    ...(plain?.wrap === true ? { wrap: true } : {}),
  };
}

interface ReadRow {
  readonly selectedBy?: EntrySelection;
  readonly wrap: boolean;
  readonly items: readonly TableItem[];
}

function readRow(row: XmlElement, shared: Shared): ReadRow {
  const selectedBy = readSelection(row, shared);
  return {
    ...(selectedBy === undefined ? {} : { selectedBy }),
    wrap: has(row, "Wrap"),
    items: children(child(row, "TableColumnItems"), "TableColumnItem").map((item) => ({
      ...readValue(item),
      ...alignmentIn(item),
    })),
  };
}

function readColumn(header: XmlElement | undefined, item: TableItem | undefined): TableColumn {
  const label = header === undefined ? undefined : childText(header, "Label");
  const width = header === undefined ? undefined : numberIn(header, "Width");
  return {
    ...(item ?? {}),
    ...(header === undefined ? {} : alignmentIn(header)),
    ...(label === undefined ? {} : { label }),
    ...(width === undefined ? {} : { width }),
  };
}

function readListEntries(control: XmlElement, shared: Shared): readonly ListEntry[] {
  return children(child(control, "ListEntries"), "ListEntry").map((entry) => {
    const selectedBy = readSelection(entry, shared);
    return {
      ...(selectedBy === undefined ? {} : { selectedBy }),
      items: children(child(entry, "ListItems"), "ListItem").map((item) => {
        const label = childText(item, "Label");
        return { ...readValue(item), ...(label === undefined ? {} : { label }) };
      }),
    };
  });
}

function readWide(control: XmlElement, shared: Shared) {
  const columnNumber = numberIn(control, "ColumnNumber");
  const entries = children(child(control, "WideEntries"), "WideEntry").map((entry): WideEntry => {
    const selectedBy = readSelection(entry, shared);
    const item = child(entry, "WideItem");
    return { ...(selectedBy === undefined ? {} : { selectedBy }), item: item === undefined ? {} : readValue(item) };
  });
  return {
    entries,
    ...(columnNumber === undefined ? {} : { columnNumber }),
    ...(has(control, "AutoSize") ? { autoSize: true } : {}),
  };
}

function readCustom(control: XmlElement, shared: Shared): readonly CustomEntry[] {
  return children(child(control, "CustomEntries"), "CustomEntry").map((entry) => {
    const selectedBy = readSelection(entry, shared);
    const items = child(entry, "CustomItem");
    return {
      ...(selectedBy === undefined ? {} : { selectedBy }),
      items: items === undefined ? [] : readCustomItems(items, shared),
    };
  });
}

/** A control inside an element: written out, or by the name of a shared one. */
function controlOf(element: XmlElement, shared: Shared): readonly CustomEntry[] | undefined {
  const inline = child(element, "CustomControl");
  if (inline !== undefined) return readCustom(inline, shared);
  const name = childText(element, "CustomControlName");
  const named = name === undefined ? undefined : shared.controls.get(name);
  if (named === undefined || name === undefined) return undefined;
  // A control that refers to itself would never end.
  const others = new Map(shared.controls);
  others.delete(name);
  return readCustom(named, { ...shared, controls: others });
}

function readCustomItems(element: XmlElement, shared: Shared): readonly CustomItem[] {
  return element.children.flatMap((item): readonly CustomItem[] => {
    switch (item.name) {
      case "Text":
        return [{ kind: "text", text: item.text }];
      case "NewLine":
        return [{ kind: "newLine", count: numberIn(item, "Count") ?? 1 }];
      case "ExpressionBinding": {
        const control = controlOf(item, shared);
        return [
          {
            kind: "value",
            value: readValue(item),
            enumerate: has(item, "EnumerateCollection"),
            ...(control === undefined ? {} : { control }),
          },
        ];
      }
      case "Frame": {
        const inside = child(item, "CustomItem");
        return [
          {
            kind: "frame",
            leftIndent: numberIn(item, "LeftIndent") ?? 0,
            rightIndent: numberIn(item, "RightIndent") ?? 0,
            ...(numberIn(item, "FirstLineIndent") === undefined
              ? {}
              : { firstLineIndent: numberIn(item, "FirstLineIndent") ?? 0 }),
            ...(numberIn(item, "FirstLineHanging") === undefined
              ? {}
              : { firstLineHanging: numberIn(item, "FirstLineHanging") ?? 0 }),
            items: inside === undefined ? [] : readCustomItems(inside, shared),
          },
        ];
      }
      default:
        return [];
    }
  });
}
