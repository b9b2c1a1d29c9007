// ems replay and ems verify: transcripts and pages.
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { article, ems, testFolder } from "./ems.js";

const folder = testFolder();

describe("ems replay", () => {
  it("replays the article", async () => {
    const { out, exitCode } = await ems(["replay", article]);
    expect(out).toContain("3 of 3 entries show what they showed");
    expect(exitCode).toBe(0);
  });

  it("shows what differs side by side, and ends with 1", async () => {
    const transcript = await folder.file("differs.txt", "PS C:\\>1 + 1\n2\nPS C:\\>2 + 2\n5\n");
    const { out, exitCode } = await ems(["replay", transcript, "--edition", "PowerShell7"]);
    expect(exitCode).toBe(1);
    expect(out).toContain("line 3: PS C:\\>2 + 2");
    expect(out).toMatch(/^5 +\| 4$/m);
    expect(out).toContain("1 of 2 entries differ");
  });

  it("--infer replays in the organization of the transcript alone, in the edition that it tells", async () => {
    const list = "AdminDisplayVersion : Version 15.1 (Build 2507.6)\n\n\n\n";
    const text = `[PS] C:\\>Get-ExchangeServer EX7 | fl AdminDisplayVersion\n\n\n${list}[PS] C:\\>$v.ToMB()\n5\n`;
    const transcript = await folder.file("infer.txt", text);
    const { out, errors, exitCode } = await ems(["replay", transcript, "--infer"]);
    expect(out).toBe(`${text}\ninfer.txt: 2 of 2 entries show what they showed\n\n`);
    expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
    expect((await ems(["replay", transcript])).exitCode).toBe(1);
  });

  it("--tolerate forgives what it names, and no more", async () => {
    const text =
      "PS C:\\>[pscustomobject]@{ Name = 'Anna'; Id = [guid]::Empty } | fl\n\nName : ****\nId   : 8dd24194-eddc-4a6c-82af-96c1c5985595\n";
    const transcript = await folder.file("tolerate.txt", text);
    const five = ["replay", transcript, "--edition", "PowerShell5"];
    expect((await ems([...five, "--tolerate", "blankLines,guids,maskedvalues"])).exitCode).toBe(0);
    expect((await ems([...five, "--tolerate", "all"])).exitCode).toBe(0);
    expect((await ems([...five, "--tolerate", "blankLines,guids"])).exitCode).toBe(1);
  });

  it("takes a file without entries for a mistake", async () => {
    const { out, exitCode } = await ems(["replay", await folder.file("none.txt", "no prompt here\n")]);
    expect(out).toContain("has no entries");
    expect(exitCode).toBe(1);
  });

  it("--stay goes on with the lines of standard input, in the organization that the transcript left", async () => {
    const { out, exitCode } = await ems(["replay", article, "--stay"], "(Get-ClientAccessArray).Fqdn\n");
    expect(out.endsWith("[PS] C:\\>(Get-ClientAccessArray).Fqdn\noutlook-ho.exchangeserverpro.net\n")).toBe(true);
    expect(exitCode).toBe(0);
  });
});

describe("ems verify", () => {
  it("reports what differs, and ends with 1; --update makes the files true", async () => {
    const page = await folder.file("page.md", "# A page\n\n```\nPS C:\\>1 + 1\n3\n```\n");
    const { out, exitCode } = await ems(["verify", page, article]);
    expect(out).toContain("line 4: PS C:\\>1 + 1");
    expect(out).toContain("page.md: 0 of 1 entries show what they showed");
    expect(out).toContain("cas-array-article.txt: 3 of 3 entries show what they showed");
    expect(exitCode).toBe(1);
    expect((await ems(["verify", page, "--update"])).exitCode).toBe(0);
    expect(await readFile(page, "utf8")).toBe("# A page\n\n```\nPS C:\\>1 + 1\n2\n```\n");
    expect((await ems(["verify", page])).exitCode).toBe(0);
  });

  it("refuses what is no text", async () => {
    const { errors, exitCode } = await ems(["verify", await folder.file("binary.dat", "PK\0\0")]);
    expect(errors).toMatch(/binary\.dat is no text file: it holds NUL characters\.\n$/);
    expect(exitCode).toBe(2);
  });
});
