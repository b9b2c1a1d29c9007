// The command, as built: run as a program, by pipe.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "dist/cli.js");
const article = join(root, "docs/transcripts/cas-array-article.txt");
let folder: string;

beforeAll(async () => {
  if (!existsSync(command)) throw new Error("There is no dist/: run npm run build first.");
  folder = await mkdtemp(join(tmpdir(), "ems-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function ems(args: readonly string[], input = ""): Promise<{ out: string; errors: string; exitCode: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args]);
    let out = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.on("close", (exitCode) => resolve({ out, errors, exitCode }));
    child.stdin.end(input);
  });
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

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

describe("ems run", () => {
  it("runs a script and shows what it prints", async () => {
    const script = await file("ok.ps1", '\uFEFF$n = 2\r\nforeach ($i in 1..$n) {\r\n  "line $i"\r\n}\r\n');
    expect(await ems(["run", script, "--edition", "PowerShell7"])).toEqual({
      out: "line 1\nline 2\n",
      errors: "",
      exitCode: 0,
    });
  });

  it("ends with the script's exit code", async () => {
    const script = await file("exit.ps1", "'before'\nexit 3\n'after'\n");
    expect(await ems(["run", script, "--edition", "PowerShell7"])).toEqual({
      out: "before\n",
      errors: "",
      exitCode: 3,
    });
  });

  it("ends with 1 when the script does not parse, and runs nothing of it", async () => {
    const script = await file("wrong.ps1", "'before'\n)\n");
    const { out, exitCode } = await ems(["run", script, "--edition", "PowerShell7"]);
    expect(exitCode).toBe(1);
    expect(out).toContain("Unexpected token ')'");
    expect(out).not.toMatch(/^before$/m);
  });

  it("says when there is no such file", async () => {
    const { errors, exitCode } = await ems(["run", join(folder, "none.ps1")]);
    expect(errors).toContain("no such file");
    expect(exitCode).toBe(2);
  });
});

describe("ems replay", () => {
  it("replays the article", async () => {
    const { out, exitCode } = await ems(["replay", article]);
    expect(out).toContain("3 of 3 entries show what they showed");
    expect(exitCode).toBe(0);
  });

  it("shows what differs side by side, and ends with 1", async () => {
    const transcript = await file("differs.txt", "PS C:\\>1 + 1\n2\nPS C:\\>2 + 2\n5\n");
    const { out, exitCode } = await ems(["replay", transcript, "--edition", "PowerShell7"]);
    expect(exitCode).toBe(1);
    expect(out).toContain("line 3: PS C:\\>2 + 2");
    expect(out).toMatch(/^5 +\| 4$/m);
    expect(out).toContain("1 of 2 entries differ");
  });

  it("takes a file without entries for a mistake", async () => {
    const { out, exitCode } = await ems(["replay", await file("none.txt", "no prompt here\n")]);
    expect(out).toContain("has no entries");
    expect(exitCode).toBe(1);
  });

  it("--stay goes on with the lines of standard input, in the organization that the transcript left", async () => {
    const { out, exitCode } = await ems(["replay", article, "--stay"], "(Get-ClientAccessArray).Fqdn\n");
    expect(out.endsWith("[PS] C:\\>(Get-ClientAccessArray).Fqdn\noutlook-ho.exchangeserverpro.net\n")).toBe(true);
    expect(exitCode).toBe(0);
  });
});

describe("ems record", () => {
  it("writes a transcript that replays, answers and several lines with it", async () => {
    const transcript = join(folder, "recorded.txt");
    const typed = "Get-ClientAccessArray\n$who = Read-Host 'Who'\nAnna\nforeach ($i in 1..2) {\n\"$who $i\"\n}\n";
    const { out } = await ems(["record", transcript], typed);
    const text = await readFile(transcript, "utf8");
    expect(text).toBe(out);
    const { out: replayed, exitCode } = await ems(["replay", transcript]);
    expect(replayed).toContain("recorded.txt: 3 of 3 entries show what they showed");
    expect(exitCode).toBe(0);
  });
});

describe("ems verify", () => {
  it("reports what differs, and ends with 1; --update makes the files true", async () => {
    const page = await file("page.md", "# A page\n\n```\nPS C:\\>1 + 1\n3\n```\n");
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
    const { errors, exitCode } = await ems(["verify", await file("binary.dat", "PK\0\0")]);
    expect(errors).toBe("This is no text: it holds NUL characters. Is it a binary file, or UTF-16 read as UTF-8?\n");
    expect(exitCode).toBe(2);
  });
});

describe("ems, used wrongly", () => {
  it.each([
    [["--edition", "Exchange2003"], "There is no edition 'Exchange2003'; there are "],
    [["--org", "nowhere"], "There is no organization 'nowhere'; there are "],
    [["--width", "x"], "--width takes a whole number"],
    [["frobnicate"], "There is no command 'frobnicate'"],
    [["run"], "'ems run' needs a FILE."],
    [["run", "a", "b"], "'ems run' takes one FILE"],
    [["--stay"], "--stay belongs to"],
    [["--update"], "--update belongs to"],
    [["verify"], "'ems verify' needs a FILE."],
    [["--unknown"], "Unknown option '--unknown'"],
  ])("%j", async (args, message) => {
    const { errors, exitCode } = await ems(args);
    expect(errors).toContain(message);
    expect(errors).toContain("ems replay FILE");
    expect(exitCode).toBe(2);
  });

  it("--help shows the usage", async () => {
    const { out, exitCode } = await ems(["--help"]);
    expect(out).toContain("ems run FILE");
    expect(exitCode).toBe(0);
  });
});
