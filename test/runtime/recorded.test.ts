// Lines as administrators write them, each with what the engine of PowerShell 7 shows for it. A file holds one concept;
// a row is one line in a fresh session, or `lines` that are typed one after another.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { typed } from "./typed.js";

interface Row {
  readonly text?: string;
  readonly lines?: readonly string[];
  readonly out: string | readonly string[];
}

const folder = new URL("recorded/", import.meta.url);

describe.each(readdirSync(folder))("%s", (file) => {
  const rows = readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row)
    .map(({ text = "", lines = [text], out }) => ({ lines, out: typeof out === "string" ? [out] : out }));

  test.each(rows)("$lines", ({ lines, out }) => {
    expect(typed(...lines)).toEqual(out);
  });
});
