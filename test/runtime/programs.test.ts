// Programs as administrators write them, each with what the engine of PowerShell 7 shows for it.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { typed } from "./typed.js";

interface Program {
  readonly text: string;
  readonly out: string;
}

const programs = readFileSync(new URL("programs.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Program);

test.each(programs)("$text", ({ text, out }) => {
  expect(typed(text)).toEqual([out]);
});
