// The prompt in a pipe, and the transcript that is recorded of it.
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { ems, testFolder } from "./ems.js";

const folder = testFolder();

describe("ems, in a pipe", () => {
  it("shows prompts, lines and their text, and ends with the input", async () => {
    const { out, exitCode } = await ems(["--edition", "PowerShell7"], "1 + 1\n'a'\n");
    expect(out).toBe("PS C:\\>1 + 1\n2\nPS C:\\>'a'\na\n");
    expect(exitCode).toBe(0);
  });

  it("gathers lines until an entry is whole", async () => {
    const { out } = await ems(["--edition", "PowerShell7"], "1,2 | % {\n  $_ + 1\n}\n3\n");
    expect(out).toBe("PS C:\\>1,2 | % {\n>>   $_ + 1\n>> }\n2\n3\nPS C:\\>3\n3\n");
  });

  it("says at the end what an entry that is not whole still wants", async () => {
    const { out } = await ems(["--edition", "PowerShell7"], "(1\n");
    expect(out).toContain("Missing closing ')' in expression.");
  });

  it("keeps what earlier lines did", async () => {
    const { out } = await ems(["--edition", "PowerShell7"], "$a = 5\n$a\n");
    expect(out).toBe("PS C:\\>$a = 5\nPS C:\\>$a\n5\n");
  });

  it("begins in the article's organization, in the shell of Exchange 2010", async () => {
    const { out } = await ems([], "Get-MailboxDatabase | select Name | ft -HideTableHeaders\n");
    expect(out.split(/\s+/).filter(Boolean).slice(-5)).toEqual([
      "MB-HO-01",
      "MB-HO-02",
      "MB-BR-01",
      "MB-HO-03",
      "RDB-HO-01",
    ]);
    expect(out.startsWith("[PS] C:\\>Get-MailboxDatabase")).toBe(true);
  });
});

describe("ems record", () => {
  it("writes a transcript that replays, answers and several lines with it", async () => {
    const transcript = folder.path("recorded.txt");
    const typed = "Get-ClientAccessArray\n$who = Read-Host 'Who'\nAnna\nforeach ($i in 1..2) {\n\"$who $i\"\n}\n";
    const { out } = await ems(["record", transcript], typed);
    const text = await readFile(transcript, "utf8");
    expect(text).toBe(out);
    const { out: replayed, exitCode } = await ems(["replay", transcript]);
    expect(replayed).toContain("recorded.txt: 3 of 3 entries show what they showed");
    expect(exitCode).toBe(0);
  });
});
