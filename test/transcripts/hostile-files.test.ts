// What is no transcript, or no whole one: a clear error or a report, in bounded time.
import { describe, expect, it } from "vitest";
import { inferTopology, readTranscript, replay, TranscriptError, verify } from "../../src/index.js";

const many = (length: number, text: string): string => text.repeat(Math.ceil(length / text.length));
const uses: readonly (readonly [string, (text: string) => unknown])[] = [
  ["readTranscript", readTranscript],
  ["replay", replay],
  ["verify", verify],
  ["inferTopology", inferTopology],
];

describe.each(uses)("%s", (_name, use) => {
  it.each([
    ["a binary file", "PK\0\u0003\u0004", "This is no text: it holds NUL characters."],
    ["undecoded bytes", many(100, "\uFFFD"), "This is no text: most of it could not be decoded."],
    ["50 MB of lines", many(50_000_000, "[PS] C:\\>1\n1\n"), "This is too long for a transcript"],
    ["one line of 50 MB", many(50_000_000, "x"), "This is too long for a transcript"],
    ["a million line ends", many(1_000_000, "\n"), "This is too long for a transcript"],
  ])("refuses %s with a sentence", (_what, text, message) => {
    expect(() => use(text)).toThrow(TranscriptError);
    expect(() => use(text)).toThrow(message);
  });

  it.each([
    ["nothing", ""],
    ["prose", "Dear all,\nsee below.\n"],
    ["unbalanced lines", "[PS] C:\\>((((\n[PS] C:\\>\"$(\n[PS] C:\\>@'\nx\n"],
    ["a fence without an end", "```\n[PS] C:\\>1\n1"],
    ["markup without ends", "<pre><b>[PS] C:\\>1<br>1<span"],
    ["a million blanks", `[PS] C:\\>1${many(1_000_000, " ")}\n1\n`],
    ["a million dashes", `[PS] C:\\>1\n${many(1_000_000, "-")}\n`],
    ["a word of a million letters", `[PS] C:\\>1\n${many(1_000_000, "a")}\n`],
    ["a name of many labels", `[PS] C:\\>1\n${many(300_000, "a.")}\n`],
    ["many asterisks", `[PS] C:\\>1\n**${many(300_000, "a *")}\n`],
    ["many quotation marks", `[PS] C:\\>'x\n${many(100_000, "> ")}\n`],
  ])("takes %s", (_what, text) => {
    expect(use(text)).toBeTypeOf("object");
  });
});

it("lines of mixed ends are lines", () => {
  const { entries } = readTranscript("[PS] C:\\>1\r1\n[PS] C:\\>2\r\n2\n[PS] C:\\>'x'\rx");
  expect(entries.map(({ typed, shown }) => [typed, shown])).toEqual([
    ["1", "1\n"],
    ["2", "2\n"],
    ["'x'", "x\n"],
  ]);
});
