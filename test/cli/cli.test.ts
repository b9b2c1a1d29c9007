// The command, as built: run as a program, by pipe.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
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

describe("ems run, with arguments and files", () => {
  const seven = ["--edition", "PowerShell7"];

  it("binds the arguments to the script's parameters, and keeps its own options out of them", async () => {
    const script = await file(
      "args.ps1",
      'param([int]$Count, [switch]$Force, [string]$Name = "none")\n"$Count $Force $Name [$args] $PSScriptRoot"\n',
    );
    const run = (args: readonly string[]) => ems(["run", script, ...args]);
    expect((await run(["-Count", "3", "-Force", ...seven, "-Name", "a b"])).out).toBe("3 True a b [] C:\\Scripts\n");
    expect((await run([...seven, "7", "x", "y", "-Force:$false"])).out).toBe("7 False x [y] C:\\Scripts\n");
    expect((await run([...seven, "1", "--", "--edition"])).out).toBe("1 False --edition [] C:\\Scripts\n");
    const wrong = await run(["-Count", "many", ...seven]);
    expect(wrong.out).toContain("Cannot process argument transformation on parameter 'Count'.");
    expect(wrong.exitCode).toBe(1);
  });

  it("ends with 1 when the script throws", async () => {
    const { out, exitCode } = await ems(["run", await file("throw.ps1", "'a'\nthrow 'b'\n'c'\n"), ...seven]);
    expect(out).toContain("a\n");
    expect(out).not.toMatch(/^c$/m);
    expect(exitCode).toBe(1);
  });

  it("pipes standard input into $input; other scripts ask it", async () => {
    const piped = await file("piped.ps1", '$input | ForEach-Object { "<$_>" }\n');
    expect((await ems(["run", piped, ...seven], "a\nb\n")).out).toBe("<a>\n<b>\n");
    const asking = await file("asking.ps1", '$who = Read-Host "Who"\n"hello $who"\n');
    expect((await ems(["run", asking, ...seven], "Anna\n")).out).toBe("Who: Anna\nhello Anna\n");
  });

  it("--json prints all that came of it", async () => {
    const script = await file("json.ps1", "[pscustomobject]@{ Name = 'x'; Size = 5GB }\nGet-Nothing\nexit 4\n");
    const { out, exitCode } = await ems(["run", script, ...seven, "--json"]);
    expect(JSON.parse(out)).toEqual({
      text: expect.stringContaining("Get-Nothing"),
      status: "exited",
      exitCode: 4,
      errors: [
        {
          message: expect.stringContaining("The term 'Get-Nothing' is not recognized"),
          id: "CommandNotFoundException",
          category: "ObjectNotFound",
        },
      ],
      output: [{ Name: "x", Size: 5368709120 }],
    });
    expect(exitCode).toBe(4);
  });

  it("--files gives the script its files, and --write takes back what it changed, inside of the directory only", async () => {
    const directory = await mkdtemp(join(folder, "files-"));
    await mkdir(join(directory, "Lib"));
    await writeFile(join(directory, "Lib", "tools.ps1"), 'function Get-Greeting($n) { "Hello $n" }\n');
    await writeFile(join(directory, "users.csv"), "\uFEFFName\nAnna\nBob\n");
    await writeFile(join(directory, "old.txt"), "old");
    await writeFile(join(directory, "picture.png"), Buffer.from([137, 80, 0, 1]));
    await writeFile(join(folder, "secret.txt"), "secret");
    await symlink(join(folder, "secret.txt"), join(directory, "link.txt"));
    const script = join(directory, "main.ps1");
    await writeFile(
      script,
      [
        ". $PSScriptRoot\\lib\\tools.ps1",
        "Import-Csv .\\users.csv | ForEach-Object { Get-Greeting $_.Name } | Set-Content .\\greetings.txt",
        "New-Item Reports -ItemType Directory | Out-Null; Set-Content .\\Reports\\a.txt 'report'",
        "Add-Content .\\users.csv 'Carl'; Remove-Item .\\old.txt",
        "Set-Content .\\link.txt 'gone'; Set-Content C:\\outside.txt 'x'; Set-Content ..\\up.txt 'x'",
        "Test-Path .\\picture.png",
      ].join("\r\n"),
    );
    const before = await ems(["run", script, "--files", directory, "--edition", "PowerShell5"]);
    expect(before).toEqual({ out: "False\n", errors: "", exitCode: 0 });
    expect(existsSync(join(directory, "greetings.txt"))).toBe(false);

    const { errors } = await ems(["run", script, "--files", directory, "--write", "--edition", "PowerShell5"]);
    expect(errors).toBe(
      `C:\\Scripts\\link.txt has no safe place in ${directory}.\n` +
        "C:\\outside.txt is not below C:\\Scripts and stays in memory.\n" +
        "C:\\up.txt is not below C:\\Scripts and stays in memory.\n",
    );
    const text = (name: string): Promise<string> => readFile(join(directory, name), "utf8");
    expect(await text("greetings.txt")).toBe("Hello Anna\r\nHello Bob\r\n");
    expect(await text("Reports/a.txt")).toBe("report\r\n");
    expect(await text("users.csv")).toBe("\uFEFFName\nAnna\nBob\nCarl\r\n");
    expect(existsSync(join(directory, "old.txt"))).toBe(false);
    expect(await readFile(join(folder, "secret.txt"), "utf8")).toBe("secret");
    expect(existsSync(join(folder, "up.txt"))).toBe(false);
  });
});

describe("ems org", () => {
  const description = {
    domain: "fabrikam.com",
    servers: ["EX01"],
    databases: [{ name: "DB1", server: "EX01" }],
    mailboxes: ["Anna Berg"],
  };

  it("new makes a file of a description, which --org takes as the description itself", async () => {
    const spec = await file("org.json", JSON.stringify(description));
    const made = join(folder, "made.json");
    expect(await ems(["org", "new", spec, "--out", made])).toEqual({ out: "", errors: "", exitCode: 0 });
    for (const org of [spec, made]) {
      const { out } = await ems(["--org", org], "(Get-Mailbox).PrimarySmtpAddress.ToString()\n");
      expect(out).toBe("[PS] C:\\>(Get-Mailbox).PrimarySmtpAddress.ToString()\nanna.berg@fabrikam.com\n");
    }
  });

  it("show tells what there is", async () => {
    const { out } = await ems(["org", "show"]);
    expect(out).toMatch(/^Name\s+Site\s+ServerRole/m);
    expect(out).toMatch(/^MB-HO-01\s+HO-EX2010-MB1/m);
  });

  it("export and --org go round", async () => {
    const path = join(folder, "exported.json");
    await ems(["org", "export", "--org", "contoso", "--out", path]);
    expect((await ems(["org", "export", "--org", path])).out).toBe(await readFile(path, "utf8"));
  });

  it("import makes an organization of exported objects", async () => {
    const directory = await mkdtemp(join(folder, "exports-"));
    const lines = ["ExchangeServer", "MailboxDatabase", "Mailbox"].map(
      (noun) => `Get-${noun} | Export-Clixml C:\\Scripts\\${noun}.xml`,
    );
    await ems(["run", await file("export.ps1", lines.join("\n")), "--files", directory, "--write"]);
    const files = (await readdir(directory)).map((name) => join(directory, name));
    const path = join(folder, "imported.json");
    const { errors, exitCode } = await ems(["org", "import", ...files, "--out", path]);
    expect(errors).toBe("Imported for --edition Exchange2010: 3 ExchangeServer, 10 Mailbox, 5 MailboxDatabase\n");
    expect(exitCode).toBe(0);
    expect((await ems(["--org", path], "(Get-MailboxDatabase).Count\n")).out).toBe(
      "[PS] C:\\>(Get-MailboxDatabase).Count\n5\n",
    );
  });

  it("infer makes the organization of transcripts, and says what contradicts itself and what nothing tells", async () => {
    const head =
      "Name                                                        Server\n----                                                        ------";
    const query = "[PS] C:\\>Get-MailboxDatabase | ft Name,Server";
    const first = await file(
      "first.txt",
      `${query}\n\n${head}\n${"DB1".padEnd(60)}EX01\n\n[PS] C:\\>$size.ToMB()\n1006\n`,
    );
    const second = await file("second.txt", `\n${query}\n\n${head}\n${"DB1".padEnd(60)}EX02\n\n`);
    const path = join(folder, "inferred.json");
    expect(await ems(["org", "infer", first, second, "--out", path])).toEqual({
      out: "",
      errors: [
        "second.txt:2: MailboxDatabase 'DB1' shows server 'EX02', and 'EX01' before, with no change between.",
        "Nothing tells the domain: it is contoso.com.",
        "Nothing tells the build of the servers: it is one of the edition's.",
        "Nothing tells the site of the servers: it is the first one, Default-First-Site-Name.",
        "Nothing tells a domain controller: there is DC01.",
        "Nothing tells the time: the clock is that of a new organization.",
        "The transcript uses variables that it does not set; they held:",
        "$size = [Microsoft.Exchange.Data.ByteQuantifiedSize]::Parse('1006 MB')",
        "Inferred for --edition Exchange2010 from 3 entries",
        "",
      ].join("\n"),
      exitCode: 0,
    });
    expect((await ems(["--org", path], "(Get-MailboxDatabase).Name\n")).out).toBe(
      "[PS] C:\\>(Get-MailboxDatabase).Name\nDB1\n",
    );
    const prose = await ems(["org", "infer", await file("prose.txt", "Good morning.\n")]);
    expect(prose).toEqual({
      out: "",
      errors: "There is no entry to infer from: no line begins with a prompt such as [PS] C:\\>\n",
      exitCode: 1,
    });
  });

  it.each([
    ["prose.json", "hello", "holds no organization: "],
    ["list.json", "[]", "it is no JSON object"],
    ["wrong.json", '{ "domain": 5 }', "domain"],
    ["other.json", '{ "format": "x" }', "this is no topology"],
  ])("says what is wrong with %s", async (name, text, message) => {
    const { errors, exitCode } = await ems(["org", "show", "--org", await file(name, text)]);
    expect(errors).toContain(message);
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

  it("--infer replays in the organization of the transcript alone, in the edition that it tells", async () => {
    const list = "AdminDisplayVersion : Version 15.1 (Build 2507.6)\n\n\n\n";
    const text = `[PS] C:\\>Get-ExchangeServer EX7 | fl AdminDisplayVersion\n\n\n${list}[PS] C:\\>$v.ToMB()\n5\n`;
    const transcript = await file("infer.txt", text);
    const { out, errors, exitCode } = await ems(["replay", transcript, "--infer"]);
    expect(out).toBe(`${text}\ninfer.txt: 2 of 2 entries show what they showed\n\n`);
    expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
    expect((await ems(["replay", transcript])).exitCode).toBe(1);
  });

  it("--tolerate forgives what it names, and no more", async () => {
    const text =
      "PS C:\\>[pscustomobject]@{ Name = 'Anna'; Id = [guid]::Empty } | fl\n\nName : ****\nId   : 8dd24194-eddc-4a6c-82af-96c1c5985595\n";
    const transcript = await file("tolerate.txt", text);
    const five = ["replay", transcript, "--edition", "PowerShell5"];
    expect((await ems([...five, "--tolerate", "blankLines,guids,maskedvalues"])).exitCode).toBe(0);
    expect((await ems([...five, "--tolerate", "all"])).exitCode).toBe(0);
    expect((await ems([...five, "--tolerate", "blankLines,guids"])).exitCode).toBe(1);
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
    expect(errors).toMatch(/binary\.dat is no text file: it holds NUL characters\.\n$/);
    expect(exitCode).toBe(2);
  });
});

describe("ems, used wrongly", () => {
  it.each([
    [["--edition", "Exchange2003"], "There is no edition 'Exchange2003'; there are "],
    [["--width", "x"], "--width takes a whole number"],
    [["frobnicate"], "There is no command 'frobnicate'"],
    [["run"], "'ems run' needs a FILE."],
    [["replay", "a", "b"], "'ems replay' takes one FILE"],
    [["run", "a", "--write"], "--write needs --files DIR"],
    [["verify", "a", "--tolerate", "typos"], "There is no tolerance 'typos'; there are trailingBlanks, "],
    [["replay", "a", "--infer", "--org", "empty"], "--infer makes the organization of the transcript"],
    [["org", "infer", "a", "--org", "empty"], "'ems org infer' begins with nothing but its transcripts"],
    [["org", "show", "--edition", "Exchange2013"], "--edition belongs to 'ems org infer'"],
    [["verify", "a", "--json"], "--json belongs to 'ems run SCRIPT [ARGUMENTS]'"],
    [["org"], "'ems org' needs one of new, show, export, import, infer."],
    [["org", "import"], "'ems org import' needs a FILE."],
    [["org", "show", "x"], "'ems org show' takes no further FILE"],
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

  it("--org without such a name or file says so", async () => {
    const { errors, exitCode } = await ems(["--org", "nowhere"]);
    expect(errors).toContain("There is no organization 'nowhere'; there are ");
    expect(exitCode).toBe(2);
  });

  it.each(["run", "replay", "record", "verify", "org"])("%s --help tells its options and exit codes", async (name) => {
    const { out, exitCode } = await ems([name, "--help"]);
    expect(out.startsWith(`ems ${name} `)).toBe(true);
    expect(out).toContain("Exit code: ");
    expect(out).toContain("--org ");
    expect(exitCode).toBe(0);
  });

  it("--help shows the usage", async () => {
    const { out, exitCode } = await ems(["--help"]);
    expect(out).toContain("ems run SCRIPT [ARGUMENTS]");
    expect(exitCode).toBe(0);
  });
});
