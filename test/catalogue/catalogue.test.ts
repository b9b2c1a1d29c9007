import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCatalogueEntry } from "../../src/exchange/catalogue/catalogue-entry.js";
import { generate, generatedFile } from "./generate.js";

it("the generated catalogue is what the facts give (npm run catalogue writes it)", () => {
  expect(readFileSync(generatedFile, "utf8")).toBe(generate());
});

describe("reading an entry", () => {
  it("knows sets, positions, pipeline input, releases and aliases", () => {
    const text = "Set 15 w One Two\n Identity DatabaseIdParameter !0vn\n Name String ^1 @1 ~n,nm\nGet 14 -";
    expect(parseCatalogueEntry(text)).toEqual([
      {
        verb: "Set",
        releases: 15,
        supportsShouldProcess: true,
        sets: ["One", "Two"],
        parameters: [
          {
            name: "Identity",
            typeName: "DatabaseIdParameter",
            mandatory: true,
            position: 0,
            byValue: true,
            byName: true,
            releases: 15,
            sets: [],
            aliases: [],
          },
          {
            name: "Name",
            typeName: "String",
            mandatory: false,
            position: null,
            byValue: false,
            byName: false,
            releases: 1,
            sets: [1],
            aliases: ["n", "nm"],
          },
        ],
      },
      { verb: "Get", releases: 14, supportsShouldProcess: false, sets: [], parameters: [] },
    ]);
  });
});
