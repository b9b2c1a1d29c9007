// Every scenario is a page, and the list of pages has them all; the pages' lines run with the other pages.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConsoleBlocks } from "../support/markdown.js";

const folder = new URL("../../docs/scenarios/", import.meta.url);
const pages = readdirSync(folder).filter((file) => /^\d\d-.*\.md$/.test(file));
const scenarios = 22;

test("there is one page a scenario, numbered as they are", () => {
  const numbers = Array.from({ length: scenarios }, (_, index) => String(index + 1).padStart(2, "0"));
  expect(pages.map((page) => page.slice(0, 2)).sort()).toEqual(numbers);
});

test("the list has the pages in their order", () => {
  const list = readFileSync(new URL("README.md", folder), "utf8");
  expect(Array.from(list.matchAll(/^\| \[[^\]]+\]\(([^)]+)\)/gm), ([, file]) => file)).toEqual(pages.sort());
});

test.each(pages)("%s has lines that run", (page) => {
  expect(readConsoleBlocks(`docs/scenarios/${page}`).length).toBeGreaterThan(0);
});
