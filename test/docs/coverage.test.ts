// docs/coverage.md is what the declarations say.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coverageFile, coveragePage } from "./coverage.js";

test("docs/coverage.md is current (npm run coverage)", () => {
  expect(readFileSync(coverageFile, "utf8")).toBe(coveragePage());
});
