import { describe, expect, it } from "vitest";
import {
  type FormattingFacts,
  powerShell7Formatting,
  windowsPowerShell2Formatting,
  windowsPowerShell5Formatting,
} from "../../../src/formatting/formatting-facts.js";
import { OutputStage } from "../../../src/formatting/layout/output-stage.js";
import {
  type EntryData,
  FormatEndData,
  FormatEntryData,
  type FormatPacket,
  FormatStartData,
  GroupEndData,
  GroupStartData,
  type ShapeData,
} from "../../../src/formatting/packets.js";

function lay(facts: FormattingFacts, screen: number, ...packets: FormatPacket[]): string[] {
  const lines: string[] = [];
  const stage = new OutputStage(
    { writeLine: (line) => lines.push(line), writeRaw: (text) => lines.push(text) },
    { table: screen, list: screen },
    facts,
    (text) => lines.push(`WARNING: ${text}`),
  );
  for (const packet of packets) stage.write(packet);
  stage.abandon();
  return lines;
}

const nameSize: ShapeData = {
  kind: "table",
  columns: [
    { label: "Name", width: 0, alignment: "left" },
    { label: "Size", width: 0, alignment: "right" },
    { label: "On", width: 0, alignment: "right" },
  ],
  autoSize: false,
  hideHeader: false,
  repeatHeader: false,
};
const entry = (data: EntryData, outOfBand = false) => new FormatEntryData(data, outOfBand, null);
const row = (...texts: string[]) =>
  entry({ kind: "table", multiLine: false, cells: texts.map((text) => ({ text, alignment: "undefined" })) });
const raw = (text: string) => entry({ kind: "raw", text }, true);
const label = (text: string) => new GroupStartData([{ kind: "text", text: `   ${text}` }]);
const list = (...pairs: [string, string][]) =>
  entry({ kind: "list", fields: pairs.map(([name, text]) => ({ label: name, text })) });

const table = [
  new FormatStartData(nameSize),
  new GroupStartData(null),
  row("Alice", "5", "True"),
  row("Bob", "1234", "False"),
  new GroupEndData(true),
  new FormatEndData(),
];

describe("tables", () => {
  it("measures the rows from 5.0 on", () => {
    expect(lay(powerShell7Formatting, 119, ...table)).toEqual([
      "",
      "Name  Size    On",
      "----  ----    --",
      "Alice    5  True",
      "Bob   1234 False",
      "",
    ]);
    expect(lay(windowsPowerShell5Formatting, 119, ...table)).toEqual([
      "",
      "Name  Size    On",
      "----  ----    --",
      "Alice    5  True",
      "Bob   1234 False",
      "",
      "",
    ]);
  });

  it("shares the screen before", () => {
    expect(lay(windowsPowerShell2Formatting, 79, ...table).slice(0, 3)).toEqual([
      "",
      `${"Name".padEnd(26)} ${"Size".padStart(26)} ${"On".padStart(25)}`,
      `${"----".padEnd(26)} ${"----".padStart(26)} ${"--".padStart(25)}`,
    ]);
  });

  it("keeps strings in their place among the rows", () => {
    const packets = [...table];
    packets.splice(3, 0, raw("text"));
    expect(lay(powerShell7Formatting, 119, ...packets).slice(3, 6)).toEqual([
      "Alice    5  True",
      "text",
      "Bob   1234 False",
    ]);
  });

  it("measures each group by itself", () => {
    const packets = [
      new FormatStartData({ ...nameSize, columns: nameSize.kind === "table" ? nameSize.columns.slice(0, 1) : [] }),
      label("Status: Running"),
      row("a"),
      new GroupEndData(false),
      label("Status: Stopped"),
      row("bbbbbb"),
      new GroupEndData(true),
      new FormatEndData(),
    ];
    expect(lay(powerShell7Formatting, 119, ...packets)).toEqual([
      "",
      "   Status: Running",
      "",
      "Name",
      "----",
      "a",
      "",
      "   Status: Stopped",
      "",
      "Name",
      "----",
      "bbbbbb",
      "",
    ]);
    expect(lay(windowsPowerShell5Formatting, 119, ...packets)).toEqual([
      "",
      "",
      "   Status: Running",
      "",
      "Name",
      "----",
      "a   ",
      "",
      "",
      "   Status: Stopped",
      "",
      "Name  ",
      "----  ",
      "bbbbbb",
      "",
      "",
    ]);
  });

  it("does not measure a group that is never closed", () => {
    expect(lay(powerShell7Formatting, 119, ...table.slice(0, 3))[1]).toBe(
      `${"Name".padEnd(39)} ${"Size".padStart(39)} ${"On".padStart(39)}`,
    );
  });
});

describe("lists", () => {
  const packets = [
    new FormatStartData({ kind: "list" }),
    new GroupStartData(null),
    list(["Name", "MBX1"], ["Description", "Handles mail for the east region"]),
    list(["Name", "MBX2"]),
    new GroupEndData(true),
    new FormatEndData(),
  ];
  it("aligns the labels of each object and wraps values", () => {
    expect(lay(powerShell7Formatting, 29, ...packets)).toEqual([
      "",
      "Name        : MBX1",
      "Description : Handles mail ",
      "              for the east ",
      "              region",
      "",
      "Name : MBX2",
      "",
    ]);
  });
  it("has more blank lines up to 5.1", () => {
    const lines = lay(windowsPowerShell5Formatting, 119, ...packets);
    expect(lines.slice(0, 3)).toEqual(["", "", "Name        : MBX1"]);
    expect(lines.slice(-4)).toEqual(["Name : MBX2", "", "", ""]);
  });
});

describe("wide views", () => {
  const wide = (columns: number, autoSize: boolean, ...texts: string[]) => [
    new FormatStartData({ kind: "wide", columns, autoSize }),
    new GroupStartData(null),
    ...texts.map((text) => entry({ kind: "wide", text })),
    new GroupEndData(true),
    new FormatEndData(),
  ];
  it("pads what is missing in the last row", () => {
    expect(lay(powerShell7Formatting, 79, ...wide(2, false, "a", "b", "c"))).toEqual([
      "",
      `${"a".padEnd(39)} b`,
      `${"c".padEnd(39)} `,
      "",
    ]);
  });
  it("takes as many columns as fit the longest text", () => {
    const texts = ["n1", "n2", "n3", "n4", "n5", "n6"];
    expect(lay(powerShell7Formatting, 20, ...wide(0, true, ...texts))[1]).toBe("n1  n2  n3  n4 n5 n6");
    expect(lay(powerShell7Formatting, 21, ...wide(0, true, ...texts))[1]).toBe("n1  n2 n3 n4 n5 n6 ");
  });
});
