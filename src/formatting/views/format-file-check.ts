import type { XmlElement } from "./xml-reader.js";

/** What is wrong with a format file: where, and why. */
export interface FormatFileMistake {
  /** As an XPath: `/Configuration/ViewDefinitions/View[1]`. */
  readonly path: string;
  readonly text: string;
}

/** The mistakes of a format file, the last found first, as the engine of PowerShell 7.6 tells them (asked of it). */
export function formatFileMistakes(root: XmlElement): readonly FormatFileMistake[] {
  const check = new FormatFileCheck();
  check.configuration(root);
  return check.mistakes.reverse();
}

const controls = ["TableControl", "ListControl", "WideControl", "CustomControl"];
const items = ["PropertyName", "ScriptBlock", "FormatString"];
const sections = ["DefaultSettings", "SelectionSets", "ViewDefinitions", "Controls"];

class FormatFileCheck {
  readonly mistakes: FormatFileMistake[] = [];

  configuration(root: XmlElement): void {
    if (root.name !== "Configuration") {
      this.unknown("", root);
      return;
    }
    for (const section of root.children) {
      const path = `/Configuration/${section.name}`;
      if (!sections.includes(section.name)) this.unknown("/Configuration", section);
      else if (section.name === "ViewDefinitions") this.each(path, section, "View", (at, view) => this.view(at, view));
      else if (section.name === "SelectionSets") {
        this.each(path, section, "SelectionSet", (at, set) => void this.hasName(at, set));
      } else if (section.name === "Controls") {
        this.each(path, section, "Control", (at, control) => {
          if (this.hasName(at, control)) this.has(at, control, "CustomControl");
        });
      }
    }
  }

  /** Always `false`, so that what failed can be given on. */
  private add(path: string, text: string): false {
    this.mistakes.push({ path, text });
    return false;
  }
  private unknown(path: string, { name }: XmlElement): void {
    this.add(path, `${name} is an unknown node.`);
  }

  /** The elements of a name, numbered; others are unknown. `false` when one of them fails. */
  private each(path: string, parent: XmlElement, name: string, use: (at: string, e: XmlElement) => unknown): boolean {
    let n = 0;
    return parent.children.every((child) => {
      if (child.name !== name) this.unknown(path, child);
      else {
        n++;
        return use(`${path}/${name}[${n}]`, child) !== false;
      }
      return true;
    });
  }

  private has(path: string, element: XmlElement, name: string): boolean {
    return child(element, name) !== undefined || this.add(path, `Node ${name} is missing.`);
  }
  private hasName(path: string, element: XmlElement): boolean {
    return this.has(path, element, "Name");
  }

  private view(path: string, view: XmlElement): void {
    if (!this.head(path, view)) {
      this.add(path, "The view cannot be loaded.");
      return;
    }
    const others = view.children.filter(({ name }) => !headNames.includes(name));
    const [control] = others.filter(({ name }) => controls.includes(name));
    const isGood = control !== undefined && this.control(`${path}/${control.name}`, control);
    for (const other of others) if (!controls.includes(other.name)) this.unknown(path, other);
    if (!isGood) this.add(path, `A node is missing from ${controls.join(", ")}.`);
  }

  private head(path: string, view: XmlElement): boolean {
    const seen = new Set<string>();
    for (const part of view.children.filter(({ name }) => headNames.includes(name))) {
      if (seen.has(part.name)) return this.add(path, "A duplicate node exists.");
      seen.add(part.name);
      if (part.name === "ViewSelectedBy" && !this.selection(`${path}/ViewSelectedBy`, part)) return false;
      if (part.name === "GroupBy" && !this.groupBy(`${path}/GroupBy`, part)) return false;
    }
    return this.hasName(path, view) && this.has(path, view, "ViewSelectedBy");
  }

  private selection(path: string, selected: XmlElement): boolean {
    let count = 0;
    for (const part of selected.children) {
      if (part.name !== "TypeName" && part.name !== "SelectionSetName") this.unknown(`${path}/${part.name}`, part);
      else if (part.text.trim() === "") return this.add(`${path}/${part.name}`, `${part.name} is an empty node.`);
      else count++;
    }
    return count > 0 || this.add(path, "No type or condition is specified for applying the view.");
  }

  private groupBy(path: string, groupBy: XmlElement): boolean {
    if (!items.some((name) => child(groupBy, name) !== undefined)) return this.add(path, "An expression is expected.");
    const hasControl = ["CustomControl", "CustomControlName"].some((name) => child(groupBy, name) !== undefined);
    return (
      !(hasControl && child(groupBy, "Label") !== undefined) ||
      this.add(path, "Cannot have control and Label at the same time.")
    );
  }

  private control(path: string, control: XmlElement): boolean {
    switch (control.name) {
      case "TableControl":
        return this.table(path, control);
      case "ListControl":
        return this.entries(path, control, "ListEntries", "ListEntry", (at, entry) => this.listEntry(at, entry));
      case "WideControl":
        return this.wide(path, control);
      default:
        return this.entries(path, control, "CustomEntries", "CustomEntry", (at, entry) => this.customEntry(at, entry));
    }
  }

  private table(path: string, control: XmlElement): boolean {
    const known = ["AutoSize", "HideTableHeaders", "TableHeaders", "TableRowEntries"];
    for (const part of control.children) if (!known.includes(part.name)) this.unknown(path, part);
    const headers = child(control, "TableHeaders");
    if (headers !== undefined && !this.headers(`${path}/TableHeaders`, headers)) return false;
    const entry = (at: string, row: XmlElement): boolean => this.row(at, row);
    if (!this.entries(path, control, "TableRowEntries", "TableRowEntry", entry)) return false;
    const rows = child(control, "TableRowEntries")?.children ?? [];
    const count = (row: XmlElement): number => child(row, "TableColumnItems")?.children.length ?? 0;
    const plain = rows.find((row) => child(row, "EntrySelectedBy") === undefined);
    const expected = plain === undefined ? 0 : count(plain);
    const given = headers?.children.length ?? 0;
    if (given !== 0 && given !== expected) {
      return this.add(path, `The header item count = ${given} does not match default row item count = ${expected}.`);
    }
    return rows
      .filter((row) => row !== plain)
      .every(
        (row, k) =>
          count(row) === expected ||
          // The engine fills the holes of this text in another order than they stand in.
          this.add(
            path,
            `The row item count = ${count(row)} on alternative set #${expected} does not match default row item count = ${k + 1}.`,
          ),
      );
  }

  private headers(path: string, headers: XmlElement): boolean {
    const isGood = this.each(path, headers, "TableColumnHeader", (at, header) => {
      const width = child(header, "Width");
      if (width !== undefined && !isPositive(width)) {
        this.add(at, "A positive integer is expected.");
        return this.add(at, "The Width value is not valid.");
      }
      const side = child(header, "Alignment")?.text.trim();
      if (side === undefined || ["left", "center", "right"].includes(side.toLowerCase())) return true;
      return this.add(at, `"${side}" is not a valid alignment value.`);
    });
    return isGood || this.add(path, "The column header definition is not valid; all headers are discarded.");
  }

  private row(path: string, row: XmlElement): boolean {
    const columns = child(row, "TableColumnItems");
    const known = [...items, "Alignment"];
    return (
      columns === undefined ||
      this.each(`${path}/TableColumnItems`, columns, "TableColumnItem", (at, item) => this.item(at, item, known))
    );
  }

  private item(path: string, item: XmlElement, known: readonly string[]): boolean {
    for (const part of item.children) {
      if (!known.includes(part.name)) this.unknown(path, part);
      else if (part.name === "PropertyName" && part.text.trim() === "") {
        this.add(path, "PropertyName is an empty node.");
        return this.add(path, "A property is missing.");
      }
    }
    return true;
  }

  /** The entries of a control: one is for all objects. */
  private entries(
    path: string,
    control: XmlElement,
    list: string,
    name: string,
    use: (at: string, entry: XmlElement) => boolean,
  ): boolean {
    if (!this.has(path, control, list)) return false;
    const entries = child(control, list) as XmlElement;
    const at = `${path}/${list}`;
    if (!this.each(at, entries, name, use)) return this.add(at, `${name} failed to load.`);
    const plain = entries.children.filter((entry) => child(entry, "EntrySelectedBy") === undefined).length;
    if (plain > 1) return this.add(at, `There cannot be more than one default ${name}.`);
    if (plain === 1) return true;
    return name === "TableRowEntry" && this.add(at, `There must be at least one default ${name}.`);
  }

  private listEntry(path: string, entry: XmlElement): boolean {
    const list = child(entry, "ListItems");
    if (list === undefined) return true;
    if (list.children.length === 0) {
      this.add(`${path}/ListItems`, "At least one list view item must be specified.");
      return this.add(path, "The definition list is missing.");
    }
    const known = [...items, "Label", "ItemSelectionCondition"];
    return this.each(`${path}/ListItems`, list, "ListItem", (at, item) => this.item(at, item, known));
  }

  private wide(path: string, control: XmlElement): boolean {
    const number = child(control, "ColumnNumber");
    if (number !== undefined && !isPositive(number)) return this.add(path, "A positive integer is expected.");
    if (number !== undefined && child(control, "AutoSize") !== undefined) {
      return this.add(path, "AutoSize and ColumnNumber are mutually exclusive.");
    }
    return this.entries(path, control, "WideEntries", "WideEntry", () => true);
  }

  private customEntry(path: string, entry: XmlElement): boolean {
    const inside = child(entry, "CustomItem");
    return (
      (inside !== undefined && this.customItems(`${path}/CustomItem`, inside)) ||
      this.add(path, "Node CustomItem is missing.")
    );
  }

  private customItems(path: string, parent: XmlElement): boolean {
    const counts = new Map<string, number>();
    return parent.children.every((item) => {
      const n = (counts.get(item.name) ?? 0) + 1;
      counts.set(item.name, n);
      return (
        this.customItem(`${path}/${item.name}[${n}]`, path, item) || this.add(path, `${item.name} failed to load.`)
      );
    });
  }

  private customItem(path: string, parent: string, item: XmlElement): boolean {
    switch (item.name) {
      case "Text":
        return item.text !== "" || this.add(path, "Text is an empty node.");
      case "NewLine":
        return item.children.length === 0 || this.add(path, "Node NewLine cannot have child objects.");
      case "ExpressionBinding":
        for (const part of item.children) if (!bindingNames.includes(part.name)) this.unknown(path, part);
        return true;
      case "Frame": {
        const wrong = item.children.find(({ name, text }) => indents.includes(name) && !/^\s*-?\d+\s*$/.test(text));
        if (wrong !== undefined) return this.add(`${path}/${wrong.name}`, "An integer is expected.");
        return this.customEntry(path, item);
      }
      default:
        this.unknown(parent, item);
        return true;
    }
  }
}

const headNames = ["Name", "ViewSelectedBy", "GroupBy", "OutOfBand", "Controls"];
const indents = ["LeftIndent", "RightIndent", "FirstLineIndent", "FirstLineHanging"];
const bindingNames = [
  ...["PropertyName", "ScriptBlock", "EnumerateCollection", "ItemSelectionCondition"],
  ...["CustomControl", "CustomControlName"],
];

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}
function isPositive({ text }: XmlElement): boolean {
  return /^\s*\d+\s*$/.test(text) && Number(text) > 0;
}
