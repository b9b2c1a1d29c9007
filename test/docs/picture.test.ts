import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawPicture, pictureFile } from "./picture.js";

it("the README's picture shows what the shell shows (npx tsx test/docs/picture.ts draws it anew)", () => {
  expect(readFileSync(pictureFile, "utf8")).toBe(drawPicture());
});
