import { describe, expect, it } from "vitest";
import {
  type FormattingFacts,
  powerShell7Formatting,
  windowsPowerShell2Formatting,
  windowsPowerShell5Formatting,
} from "../../../src/formatting/formatting-facts.js";
import { columnWidths, TableLayout } from "../../../src/formatting/layout/table-layout.js";
import type { ColumnInfo } from "../../../src/formatting/packets.js";
import type { Alignment } from "../../../src/formatting/views/view.js";

describe("column widths", () => {
  it.each<[wanted: number[], screen: number, widths: number[]]>([
    [[30, 40, 20], 79, [30, 40, 7]],
    [[30, 45, 20], 79, [30, 45, 2]],
    [[30, 60, 20], 79, [30, 48, 0]],
    [[78, 5, 5], 79, [78, 0, 0]],
    [[0, 0], 79, [39, 39]],
    [[0, 0, 0], 79, [26, 26, 25]],
    [[0, 0, 0], 119, [39, 39, 39]],
    [[5, 0, 0], 79, [5, 36, 36]],
    [[5, 5], 4, [0, 0]],
  ])("%j on %i cells: %j", (wanted, screen, widths) => {
    expect(columnWidths(wanted, screen)).toEqual(widths);
  });
});

function table(facts: FormattingFacts, ...columns: [label: string, width: number, alignment: Alignment][]) {
  const infos = columns.map(([label, width, alignment]): ColumnInfo => ({ label, width, alignment }));
  return new TableLayout(
    infos,
    infos.map((c) => c.width),
    119,
    facts,
  );
}
const cells = (...texts: string[]) => texts.map((text) => ({ text, alignment: "undefined" as const }));

describe("rows", () => {
  it("cuts long text at the end, and at the beginning when it stands right", () => {
    const row = cells("Administrator", "Administrator", "abc", "");
    const columns: [string, number, Alignment][] = [
      ["a", 10, "left"],
      ["b", 10, "right"],
      ["c", 10, "center"],
      ["d", 3, "left"],
    ];
    expect(table(powerShell7Formatting, ...columns).row(row, false)).toEqual([
      "Administr\u2026 \u2026nistrator    abc     ",
    ]);
    expect(table(windowsPowerShell5Formatting, ...columns).row(row, false)).toEqual([
      "Adminis... ...strator    abc        ",
    ]);
  });

  it("drops the ellipsis where it would be all there is", () => {
    const one: [string, number, Alignment] = ["n", 3, "left"];
    expect(table(powerShell7Formatting, one).row(cells("Administrator"), false)).toEqual(["Ad\u2026"]);
    expect(table(windowsPowerShell5Formatting, one).row(cells("Administrator"), false)).toEqual(["Adm"]);
  });

  it("shows the first line of a text", () => {
    const one: [string, number, Alignment] = ["n", 9, "left"];
    expect(table(powerShell7Formatting, one).row(cells("l1\nl2\r\nl3"), false)).toEqual(["l1\u2026"]);
  });

  it("fills the cell that half of a wide character would take", () => {
    const name: [string, number, Alignment] = ["Name", 6, "left"];
    const value: [string, number, Alignment] = ["Value", 5, "left"];
    expect(table(powerShell7Formatting, name, value).row(cells("日本語日本語", "x"), false)).toEqual(["日本…  x"]);
  });

  it("wraps cells side by side", () => {
    const layout = table(powerShell7Formatting, ["a", 10, "left"], ["b", 12, "left"]);
    expect(layout.row(cells("the quick brown fox jumps over", "handles mail for the east region"), true)).toEqual([
      "the quick  handles",
      "brown fox  mail for",
      "jumps over the east",
      "           region",
    ]);
  });
});

describe("headers", () => {
  it("wraps labels and underlines them as far as they reach", () => {
    expect(
      table(
        powerShell7Formatting,
        ["LongLongHeader", 4, "left"],
        ["Header2", 7, "right"],
        ["Header3", 4, "left"],
      ).header(),
    ).toEqual(["Long Header2 Head", "Long         er3", "Head", "er", "---- ------- ----"]);
    expect(table(powerShell7Formatting, ["my long header", 6, "right"], ["x", 5, "right"]).header()).toEqual([
      "   my      x",
      " long",
      "header",
      "------     -",
    ]);
  });

  it("pads every line up to 5.1", () => {
    expect(table(windowsPowerShell5Formatting, ["Name", 6, "left"], ["Size", 6, "right"]).header()).toEqual([
      "Name     Size",
      "----     ----",
    ]);
  });

  it("pads the last column that is left when later ones are hidden", () => {
    const columns: ColumnInfo[] = ["a", "b"].map((label) => ({ label, width: 0, alignment: "left" }));
    const layout = new TableLayout(columns, [78, 5], 79, powerShell7Formatting);
    expect(layout.header()).toEqual(["a", `-${" ".repeat(77)}`]);
  });

  it("tells of removed columns in 2.0", () => {
    const columns: ColumnInfo[] = ["a", "b"].map((label) => ({ label, width: 0, alignment: "left" }));
    expect(new TableLayout(columns, [78, 5], 79, windowsPowerShell2Formatting).removedColumnsWarning()).toBe(
      'column "b" does not fit into the display and was removed.',
    );
    expect(new TableLayout(columns, [78, 5], 79, windowsPowerShell5Formatting).removedColumnsWarning()).toBeNull();
  });
});
