import { scriptBlockText } from "../../values/text.js";
import { escapeText } from "../../values/types/xml/xml-writer.js";
import type {
  CustomEntry,
  CustomItem,
  EntrySelection,
  FormatView,
  GroupBy,
  ListEntry,
  TableView,
  ViewValue,
} from "./view.js";

/** `<Name>inside</Name>`; `<Name />` when there is nothing inside. */
const element = (name: string, ...inside: readonly string[]): string => {
  const content = inside.join("");
  return content === "" ? `<${name} />` : `<${name}>${content}</${name}>`;
};
const text = (name: string, content: string | undefined): string =>
  content === undefined || content === "" ? "" : element(name, escapeText(content));
const number = (name: string, value: number | undefined): string =>
  value === undefined || value === 0 ? "" : element(name, String(value));
const flag = (name: string, on: boolean | undefined): string => (on === true ? `<${name} />` : "");

const typeNames = (names: readonly string[] = []): string => names.map((name) => text("TypeName", name)).join("");

/** Writes views as a format.ps1xml file has them, in one line (the engine's own writer, 7.6). */
export class FormatXmlWriter {
  /** @param withScripts else each script is only a semicolon */
  constructor(private readonly withScripts: boolean) {}

  file(views: readonly FormatView[]): string {
    const all = element("ViewDefinitions", ...views.map((view) => this.view(view)));
    return `<?xml version="1.0" encoding="utf-8"?>${element("Configuration", all)}`;
  }

  private view(view: FormatView): string {
    return element(
      "View",
      text("Name", view.name),
      element("ViewSelectedBy", ...view.typeNames.map((name) => text("TypeName", name))),
      this.groupBy(view.groupBy),
      flag("OutOfBand", view.outOfBand),
      this.control(view),
    );
  }

  private groupBy(group: GroupBy | undefined): string {
    if (group === undefined) return "";
    const control = group.control === undefined ? "" : this.custom(group.control);
    return element("GroupBy", this.value(group), text("Label", group.label), control);
  }

  private control(view: FormatView): string {
    switch (view.kind) {
      case "table":
        return this.table(view);
      case "list":
        return element("ListControl", element("ListEntries", ...view.entries.map((entry) => this.listEntry(entry))));
      case "wide":
        return element(
          "WideControl",
          flag("AutoSize", view.autoSize),
          number("ColumnNumber", view.columnNumber),
          element(
            "WideEntries",
            ...view.entries.map(({ selectedBy, item }) =>
              element(
                "WideEntry",
                this.selectedBy(selectedBy),
                element("WideItem", text("FormatString", item.format), this.value(item)),
              ),
            ),
          ),
        );
      case "custom":
        return this.custom(view.entries);
    }
  }

  private table(view: TableView): string {
    const headers = view.columns.map(({ label, width, alignment }) =>
      element(
        "TableColumnHeader",
        text("Label", label),
        number("Width", width),
        text("Alignment", alignment === "undefined" ? undefined : capitalized(alignment)),
      ),
    );
    const row = (items: readonly ViewValue[], wrap: boolean | undefined, selection?: EntrySelection): string =>
      element(
        "TableRowEntry",
        flag("Wrap", wrap),
        this.selectedBy(selection),
        element(
          "TableColumnItems",
          ...items.map((item) => element("TableColumnItem", text("FormatString", item.format), this.value(item))),
        ),
      );
    const rows = (view.rows ?? []).map(({ items, wrap, selectedBy }) => row(items, wrap, selectedBy));
    return element(
      "TableControl",
      flag("AutoSize", view.autoSize),
      flag("HideTableHeaders", view.hideHeaders),
      element("TableHeaders", ...headers),
      element("TableRowEntries", row(view.columns, view.wrap), ...rows),
    );
  }

  private listEntry({ selectedBy, items }: ListEntry): string {
    const written = items.map((item) =>
      element(
        "ListItem",
        text("Label", item.label),
        text("FormatString", item.format),
        this.condition(item),
        this.value(item),
      ),
    );
    return element("ListEntry", this.selectedBy(selectedBy), element("ListItems", ...written));
  }

  private custom(entries: readonly CustomEntry[]): string {
    const written = entries.map(({ selectedBy, items }) =>
      element("CustomEntry", this.selectedBy(selectedBy), this.customItems(items)),
    );
    return element("CustomControl", element("CustomEntries", ...written));
  }

  private customItems(items: readonly CustomItem[]): string {
    return element("CustomItem", ...items.map((item) => this.customItem(item)));
  }

  private customItem(item: CustomItem): string {
    switch (item.kind) {
      case "text":
        return text("Text", item.text);
      case "newLine":
        return "<NewLine />".repeat(item.count ?? 1);
      case "value":
        return element(
          "ExpressionBinding",
          flag("EnumerateCollection", item.enumerate),
          this.condition(item.value),
          this.value(item.value),
          item.control === undefined ? "" : this.custom(item.control),
        );
      case "frame":
        return element(
          "Frame",
          number("LeftIndent", item.leftIndent),
          number("RightIndent", item.rightIndent),
          number("FirstLineHanging", item.firstLineHanging),
          number("FirstLineIndent", item.firstLineIndent),
          this.customItems(item.items),
        );
    }
  }

  private condition({ condition }: ViewValue): string {
    return condition === undefined ? "" : element("ItemSelectionCondition", this.value(condition));
  }

  private selectedBy(selection: EntrySelection | undefined): string {
    if (selection === undefined) return "";
    return element(
      "EntrySelectedBy",
      typeNames(selection.typeNames),
      ...(selection.conditions ?? []).map((each) =>
        element("SelectionCondition", typeNames(each.typeNames), this.value(each.condition)),
      ),
    );
  }

  /** Code of the emulator's own is no script: it counts as one that was left out. */
  private value({ property, script, block, compute }: ViewValue): string {
    if (property !== undefined) return text("PropertyName", property);
    const code = script ?? (block !== undefined ? scriptBlockText(block) : compute === undefined ? "" : ";");
    if (code === "") return "";
    return text("ScriptBlock", this.withScripts ? code : ";");
  }
}

const capitalized = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : word.charAt(0).toUpperCase() + word.slice(1);
