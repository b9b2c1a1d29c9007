import type { FormatView, ListEntry, TableColumn, TableView, ViewValue } from "../../formatting/views/view.js";
import { PSArray } from "../../values/collections.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { enumValueNamed } from "../../values/enumerations.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { scriptBlockText } from "../../values/text.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { defineResultType, ResultObject } from "../result-type.js";

const automation = "System.Management.Automation.";
defineType({
  fullName: `${automation}Alignment`,
  kind: "enum",
  enumValues: ["Undefined", "Left", "Center", "Right"].map((name, i) => [name, BigInt(i)]),
});
defineType({
  fullName: `${automation}DisplayEntryValueType`,
  kind: "enum",
  enumValues: [
    ["Property", 0n],
    ["ScriptBlock", 1n],
  ],
});

const text = (...names: readonly string[]) => names.map((name) => ({ name, typeName: "string" }));
const list = (name: string, of: string) => ({ name, typeName: `System.Collections.Generic.List[${automation}${of}]` });
const flag = (name: string) => ({ name, typeName: "bool" });
const displayEntry = { name: "DisplayEntry", typeName: `${automation}DisplayEntry` };
const alignment = { name: "Alignment", typeName: `${automation}Alignment` };
const number = (name: string) => ({ name, typeName: "int" });
const groupBy = { name: "GroupBy", typeName: `${automation}PSControlGroupBy` };

/** Classes and properties in the order in which the engine shows them (asked of it). */
const shapes = {
  ExtendedTypeDefinition: [
    { name: "TypeNames", typeName: "System.Collections.Generic.List[string]" },
    list("FormatViewDefinition", "FormatViewDefinition"),
  ],
  FormatViewDefinition: [...text("Name"), { name: "Control", typeName: `${automation}PSControl` }],
  TableControl: [
    list("Headers", "TableControlColumnHeader"),
    list("Rows", "TableControlRow"),
    flag("AutoSize"),
    flag("HideTableHeaders"),
    groupBy,
    flag("OutOfBand"),
  ],
  TableControlColumnHeader: [...text("Label"), alignment, number("Width")],
  TableControlRow: [
    list("Columns", "TableControlColumn"),
    { name: "SelectedBy", typeName: "System.Object" },
    flag("Wrap"),
  ],
  TableControlColumn: [alignment, displayEntry, ...text("FormatString")],
  ListControl: [list("Entries", "ListControlEntry"), groupBy, flag("OutOfBand")],
  ListControlEntry: [list("Items", "ListControlEntryItem"), { name: "EntrySelectedBy", typeName: "System.Object" }],
  ListControlEntryItem: [
    ...text("Label"),
    displayEntry,
    { name: "ItemSelectionCondition", typeName: `${automation}DisplayEntry` },
    ...text("FormatString"),
  ],
  WideControl: [
    list("Entries", "WideControlEntryItem"),
    flag("AutoSize"),
    number("Columns"),
    groupBy,
    flag("OutOfBand"),
  ],
  WideControlEntryItem: [displayEntry, ...text("FormatString")],
  CustomControl: [list("Entries", "CustomControlEntry"), groupBy, flag("OutOfBand")],
  DisplayEntry: [{ name: "ValueType", typeName: `${automation}DisplayEntryValueType` }, ...text("Value")],
} as const;
type Shape = keyof typeof shapes;
for (const [name, properties] of Object.entries(shapes)) defineResultType(automation + name, properties);

/** What Get-FormatData tells of views. */
export class FormatDataObject extends ResultObject {
  constructor(
    readonly shape: Shape,
    fields: Readonly<Record<string, Value>>,
    /** What its text is; `null`: the name of its type. */
    private readonly shown: string | null = null,
  ) {
    super();
    for (const [name, value] of Object.entries(fields)) this.setField(name, value);
  }
  get type(): DotNetType {
    return typeNamed(automation + this.shape);
  }
  override text(): string | null {
    return this.shown;
  }
}
heapClass("FormatDataObject", FormatDataObject);

/** The views of some types, as Get-FormatData gives them out. */
export function formatData(typeNames: readonly string[], views: readonly FormatView[]): FormatDataObject {
  const definitions = views.map((view) => {
    const fields = { Name: view.name, Control: controlOf(view) };
    return new FormatDataObject("FormatViewDefinition", fields, view.name);
  });
  const names = new PSArray([...typeNames], typeNamed("System.String"));
  const fields = { TypeNames: names, FormatViewDefinition: new PSArray(definitions) };
  return new FormatDataObject("ExtendedTypeDefinition", fields, typeNames[0] ?? "");
}

function controlOf(view: FormatView): FormatDataObject {
  const common = { OutOfBand: view.outOfBand ?? false };
  switch (view.kind) {
    case "table":
      return tableControl(view, common);
    case "list":
      return new FormatDataObject("ListControl", { Entries: new PSArray(view.entries.map(listEntry)), ...common });
    case "wide": {
      const entries = view.entries.map(
        ({ item }) => new FormatDataObject("WideControlEntryItem", { DisplayEntry: entryOf(item), ...formatOf(item) }),
      );
      const fields = { AutoSize: view.autoSize ?? false, Columns: view.columnNumber ?? 0, ...common };
      return new FormatDataObject("WideControl", { Entries: new PSArray(entries), ...fields });
    }
    case "custom":
      return new FormatDataObject("CustomControl", { Entries: new PSArray([]), ...common });
  }
}

function tableControl(view: TableView, common: Readonly<Record<string, Value>>): FormatDataObject {
  const headers = view.columns.map(
    ({ label, width, alignment: side }) =>
      new FormatDataObject("TableControlColumnHeader", {
        Label: label ?? "",
        Alignment: alignmentOf(side),
        Width: width ?? 0,
      }),
  );
  const columns = view.columns.map(
    (column: TableColumn) =>
      new FormatDataObject(
        "TableControlColumn",
        { Alignment: alignmentOf(undefined), DisplayEntry: entryOf(column), ...formatOf(column) },
        textOfValue(column),
      ),
  );
  const row = new FormatDataObject("TableControlRow", { Columns: new PSArray(columns), Wrap: view.wrap ?? false });
  return new FormatDataObject("TableControl", {
    Headers: new PSArray(headers),
    Rows: new PSArray([row]),
    AutoSize: view.autoSize ?? false,
    HideTableHeaders: view.hideHeaders ?? false,
    ...common,
  });
}

function listEntry({ items }: ListEntry): FormatDataObject {
  const entries = items.map(
    (item) =>
      new FormatDataObject("ListControlEntryItem", {
        Label: item.label ?? "",
        DisplayEntry: entryOf(item),
        ...formatOf(item),
      }),
  );
  return new FormatDataObject("ListControlEntry", { Items: new PSArray(entries) });
}

/** Script where a view has script; views of the emulator's own have code instead, which is no text. */
function textOfValue({ property, script, block }: ViewValue): string {
  if (property !== undefined) return property;
  return script ?? (block === undefined ? "" : scriptBlockText(block));
}

function entryOf(value: ViewValue): FormatDataObject {
  const isProperty = value.property !== undefined;
  const kind = typeNamed(`${automation}DisplayEntryValueType`);
  const fields = {
    ValueType: enumValueNamed(kind, isProperty ? "Property" : "ScriptBlock") ?? null,
    Value: textOfValue(value),
  };
  return new FormatDataObject("DisplayEntry", fields, `${isProperty ? "property" : "script"}: ${textOfValue(value)}`);
}

function formatOf({ format }: ViewValue): Readonly<Record<string, Value>> {
  return { FormatString: format ?? "" };
}

function alignmentOf(side: TableColumn["alignment"]): Value {
  return enumValueNamed(typeNamed(`${automation}Alignment`), side ?? "undefined") ?? null;
}
