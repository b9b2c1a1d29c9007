import { describe, expect, it } from "vitest";
import {
  type FormattingFacts,
  powerShell7Formatting,
  windowsPowerShell2Formatting,
  windowsPowerShell5Formatting,
} from "../../src/formatting/formatting-facts.js";
import { createOutDefault, renderToText } from "../../src/formatting/out-default.js";
import { builtInViews } from "../../src/formatting/views/built-in.js";
import type { FormatView } from "../../src/formatting/views/view.js";
import { PSArray } from "../../src/values/collections.js";
import { PSCustomObject } from "../../src/values/objects.js";
import type { Value } from "../../src/values/value.js";
import { formattingContext } from "./support.js";

function text(
  facts: FormattingFacts,
  objects: readonly Value[],
  views: readonly FormatView[] = builtInViews,
): string[] {
  let shown = "";
  const out = createOutDefault(formattingContext({ facts, views, write: (t) => (shown += t) }));
  for (const object of objects) out.write(object);
  out.end();
  return shown.split("\n").slice(0, -1);
}
const object = (notes: Readonly<Record<string, Value>>, ...typeNames: string[]) =>
  new PSCustomObject(Object.entries(notes), typeNames.length === 0 ? null : [...typeNames, "System.Object"]);

const arrayView: FormatView = {
  kind: "table",
  name: "ClientAccessArray",
  typeNames: ["Microsoft.Exchange.Data.Directory.SystemConfiguration.ClientAccessArray"],
  columns: [
    { property: "Name", width: 19 },
    { property: "Site", width: 20 },
    { property: "Fqdn", width: 30 },
    { property: "Members" },
  ],
};

describe("objects on the console", () => {
  it("shows a view of Exchange 2010 in its widths", () => {
    const array = object(
      {
        Name: "cas-headoffice",
        Site: "HeadOffice",
        Fqdn: "outlook-ho.exchangeserverpro.net",
        Members: new PSArray(["HO-EX2010-MB1", "HO-EX2010-MB2"]),
      },
      "Microsoft.Exchange.Data.Directory.SystemConfiguration.ClientAccessArray",
    );
    expect(text(windowsPowerShell2Formatting, [array], [arrayView]).map((line) => line.trimEnd())).toEqual([
      "",
      "Name                Site                 Fqdn                           Members",
      "----                ----                 ----                           -------",
      "cas-headoffice      HeadOffice           outlook-ho.exchangeserverpr... {HO-EX2010-MB1, HO-EX2010-MB2}",
      "",
      "",
    ]);
  });

  it("shows objects of other types behind a view as lists", () => {
    const shown = text(
      powerShell7Formatting,
      [object({ Name: "a" }, "T.A"), object({ x: 1, y: 2 }), "s", object({ Name: "b" }, "T.A")],
      [{ kind: "table", name: "a", typeNames: ["T.A"], columns: [{ property: "Name", width: 10 }] }],
    );
    expect(shown).toEqual(["", "Name", "----", "a", "", "x : 1", "y : 2", "", "s", "b", ""]);
  });

  it("holds rows until they are measured, and drops them when a terminating error ends the line", () => {
    let shown = "";
    const out = createOutDefault(formattingContext({ facts: powerShell7Formatting, write: (t) => (shown += t) }));
    out.write(object({ a: 1, b: 2 }));
    expect(shown).toBe("\n");
    out.discard();
    expect(shown).toBe("\n");
  });

  it("takes more than four properties as a list", () => {
    const five = object({ a: 1, b: 2, c: 3, d: 4, e: null });
    expect(text(powerShell7Formatting, [five])).toEqual(["", "a : 1", "b : 2", "c : 3", "d : 4", "e : ", ""]);
    expect(text(windowsPowerShell5Formatting, [five])).toEqual([
      "",
      "",
      "a : 1",
      "b : 2",
      "c : 3",
      "d : 4",
      "e : ",
      "",
      "",
      "",
    ]);
  });

  it("breaks list values hard at the edge in 2.0", () => {
    const shown = renderToText(
      formattingContext({ facts: windowsPowerShell2Formatting }),
      [object({ a: "First Administrative Group", b: 2, c: 3, d: 4, e: 5 })],
      { table: 20, list: 20 },
    );
    expect(shown.split("\n").slice(2, 5)).toEqual(["a : First Administra", "    tive Group", "b : 2"]);
  });

  it("stays linear over twenty thousand rows", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) =>
      object({ Name: `Name${i}`, Database: `DB${i % 7}`, ItemCount: i, Text: "x" }),
    );
    const context = formattingContext({ facts: powerShell7Formatting });
    const start = performance.now();
    const shown = renderToText(context, rows, { table: 120, list: 120 });
    expect(shown.split("\n")).toHaveLength(20_000 + 5);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
