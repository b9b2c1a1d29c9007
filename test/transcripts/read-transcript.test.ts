import { describe, expect, it } from "vitest";
import { readTranscript } from "../../src/transcripts/read-transcript.js";

const entriesOf = (text: string) => readTranscript(text).entries.map(({ typed, shown }) => ({ typed, shown }));

describe("readTranscript", () => {
  it("splits at prompts", () => {
    expect(entriesOf("[PS] C:\\>1\n1\n[PS] C:\\>2\n2\n")).toEqual([
      { typed: "1", shown: "1\n" },
      { typed: "2", shown: "2\n" },
    ]);
  });

  it.each([
    "[PS] C:\\>",
    "PS C:\\>",
    "PS C:\\Users\\Anna Berg> ",
    "[PS] C:\\Windows\\system32>",
    "PS \\\\server\\share>",
  ])("knows the prompt %s", (prompt) => {
    const [entry] = readTranscript(`${prompt}Get-Mailbox\n`).entries;
    expect(entry?.prompt).toBe(prompt.trimEnd());
    expect(entry?.typed.trim()).toBe("Get-Mailbox");
  });

  it("joins what was typed at continuation prompts, and leaves out the empty line that ended them", () => {
    expect(entriesOf("PS C:\\>1..2 | % {\n>> $_\n>> }\n>>\n1\n2\n")).toEqual([
      { typed: "1..2 | % {\n$_\n}", shown: "1\n2\n" },
    ]);
  });

  it("keeps blank lines and an entry that shows nothing; what stands above the first prompt belongs to none", () => {
    const text = "Welcome\n\nPS C:\\>$a = 1\nPS C:\\>gci\n\n  Directory\n\nPS C:\\>";
    expect(entriesOf(text)).toEqual([
      { typed: "$a = 1", shown: "" },
      { typed: "gci", shown: "\n  Directory\n\n" },
      { typed: "", shown: "" },
    ]);
  });

  it("takes no output for a prompt", () => {
    const text = "PS C:\\>help\nPS> is a prompt\nsee C:\\>\n>> not typed\n";
    expect(entriesOf(text)).toEqual([{ typed: "help", shown: "PS> is a prompt\nsee C:\\>\n>> not typed\n" }]);
  });

  it("tells the line of the prompt, and reads Windows' line ends", () => {
    expect(readTranscript("a\r\nPS C:\\>1\r\n1\r\n").entries).toEqual([
      { line: 2, prompt: "PS C:\\>", typed: "1", shown: "1\n" },
    ]);
  });
});
