import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  createShell,
  editionNames,
  readTranscript,
  replay,
  type Shell,
  type ShellOptions,
  topologies,
} from "../../src/index.js";
import { type ConsoleBlock, consoleBlocksOf, readConsoleBlocks, readPages } from "../support/markdown.js";

// A page is one session in headOffice with Exchange 2010: a block goes on where the one before it ended. A block with
// options begins a session of its own: ```console new, ```console edition=PowerShell5 width=80 org=contoso.
describe.each(readPages().map((page) => ({ page, blocks: readConsoleBlocks(page) })))("$page", ({ page, blocks }) => {
  it("shows what the shell shows", () => {
    let shell: Shell | undefined;
    for (const block of blocks) {
      if (shell === undefined || block.options.size > 0) shell = createShell(optionsOf(block));
      const { report } = replay(block.text, { shell });
      if (report !== "") expect.fail(`${page}, block in line ${block.line}\n${report}`);
    }
  });

  it.runIf(blocks.length > 0)("has an entry in every console block", () => {
    const empty = blocks.filter(({ text }) => readTranscript(text).entries.length === 0);
    expect(empty.map(({ line }) => `${page}:${line}`)).toEqual([]);
  });
});

describe("the article", () => {
  it("replays in its organization", () => {
    const file = new URL("../../docs/transcripts/cas-array-article.txt", import.meta.url);
    const { entries, report } = replay(readFileSync(file, "utf8"), { topology: topologies.headOffice });
    expect(report).toBe("");
    expect(entries.map(({ entry }) => entry.typed.split(" ", 1)[0])).toEqual([
      "New-ClientAccessArray",
      "Get-MailboxDatabase",
      "Set-MailboxDatabase",
    ]);
  });
});

describe("reading Markdown", () => {
  it("finds console blocks, with options, in lists, and no others", () => {
    const markdown = [
      "```console",
      "PS C:\\>1",
      "1",
      "```",
      "```ts",
      "const x = 1;",
      "```",
      "- item",
      "  ````console edition=PowerShell5 new",
      "  PS C:\\>'```'",
      "  ```",
      "  ````",
    ].join("\n");
    expect(consoleBlocksOf(markdown)).toEqual([
      { line: 2, options: new Map(), text: "PS C:\\>1\n1\n" },
      {
        line: 10,
        options: new Map([
          ["edition", "PowerShell5"],
          ["new", ""],
        ]),
        text: "PS C:\\>'```'\n```\n",
      },
    ]);
  });
});

function optionsOf({ options, line }: ConsoleBlock): ShellOptions {
  let read: ShellOptions = {};
  for (const [key, value] of options) {
    if (key === "edition") read = { ...read, edition: named(editionNames, value, line) };
    else if (key === "org") read = { ...read, topology: topologies[named(organizationNames, value, line)] };
    else if (key === "width") read = { ...read, width: Number(value) };
    else if (key !== "new") throw new Error(`The block in line ${line} has an unknown option '${key}'.`);
  }
  return read;
}

function named<Name extends string>(names: readonly Name[], text: string, line: number): Name {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new Error(`The block in line ${line} names '${text}'; there are ${names.join(", ")}.`);
  return found;
}

const organizationNames = Object.keys(topologies) as (keyof typeof topologies)[];
