// The generated catalogue is what the facts give, and it reads back.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCatalogueEntry } from "../../src/exchange/catalogue/catalogue-entry.js";
import { catalogueNouns } from "../../src/exchange/catalogue/nouns.generated.js";
import { generate, generatedFile } from "./generate.js";

test("the generated file is up to date (npm run catalogue)", () => {
  const compact = (text: string): string => text.replace(/\s+/g, "").replaceAll(",]", "]");
  expect(compact(readFileSync(generatedFile, "utf8"))).toBe(compact(generate()));
});

test("an entry reads back", () => {
  const text = new Map(catalogueNouns).get("ClientAccessArray") ?? "";
  const entries = parseCatalogueEntry(text);
  expect(entries.map(({ verb, releases, supportsShouldProcess }) => [verb, releases, supportsShouldProcess])).toEqual([
    ["Get", 15, false],
    ["New", 1, true],
    ["Remove", 1, true],
    ["Set", 1, true],
  ]);
  expect(
    entries[1]?.parameters.map(({ name, typeName, mandatory, position }) => [name, typeName, mandatory, position]),
  ).toEqual([
    ["Name", "String", false, 0],
    ["Fqdn", "Fqdn", true, null],
    ["Site", "AdSiteIdParameter", true, null],
    ["DomainController", "Fqdn", false, null],
  ]);
});
