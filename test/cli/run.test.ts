// ems run: scripts with arguments, files and exit codes.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ems, testFolder } from "./ems.js";

const folder = testFolder();

describe("ems run", () => {
  it("runs a script and shows what it prints", async () => {
    const script = await folder.file("ok.ps1", '\uFEFF$n = 2\r\nforeach ($i in 1..$n) {\r\n  "line $i"\r\n}\r\n');
    expect(await ems(["run", script, "--edition", "PowerShell7"])).toEqual({
      out: "line 1\nline 2\n",
      errors: "",
      exitCode: 0,
    });
  });

  it("ends with the script's exit code", async () => {
    const script = await folder.file("exit.ps1", "'before'\nexit 3\n'after'\n");
    expect(await ems(["run", script, "--edition", "PowerShell7"])).toEqual({
      out: "before\n",
      errors: "",
      exitCode: 3,
    });
  });

  it("ends with 1 when the script does not parse, and runs nothing of it", async () => {
    const script = await folder.file("wrong.ps1", "'before'\n)\n");
    const { out, exitCode } = await ems(["run", script, "--edition", "PowerShell7"]);
    expect(exitCode).toBe(1);
    expect(out).toContain("Unexpected token ')'");
    expect(out).not.toMatch(/^before$/m);
  });

  it("says when there is no such file", async () => {
    const { errors, exitCode } = await ems(["run", folder.path("none.ps1")]);
    expect(errors).toContain("no such file");
    expect(exitCode).toBe(2);
  });
});

describe("ems run, with arguments and files", () => {
  const seven = ["--edition", "PowerShell7"];

  it("binds the arguments to the script's parameters, and keeps its own options out of them", async () => {
    const script = await folder.file(
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
    const { out, exitCode } = await ems(["run", await folder.file("throw.ps1", "'a'\nthrow 'b'\n'c'\n"), ...seven]);
    expect(out).toContain("a\n");
    expect(out).not.toMatch(/^c$/m);
    expect(exitCode).toBe(1);
  });

  it("pipes standard input into $input; other scripts ask it", async () => {
    const piped = await folder.file("piped.ps1", '$input | ForEach-Object { "<$_>" }\n');
    expect((await ems(["run", piped, ...seven], "a\nb\n")).out).toBe("<a>\n<b>\n");
    const asking = await folder.file("asking.ps1", '$who = Read-Host "Who"\n"hello $who"\n');
    expect((await ems(["run", asking, ...seven], "Anna\n")).out).toBe("Who: Anna\nhello Anna\n");
  });

  it("--json prints all that came of it", async () => {
    const script = await folder.file("json.ps1", "[pscustomobject]@{ Name = 'x'; Size = 5GB }\nGet-Nothing\nexit 4\n");
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
    const directory = await mkdtemp(folder.path("files-"));
    await mkdir(join(directory, "Lib"));
    await writeFile(join(directory, "Lib", "tools.ps1"), 'function Get-Greeting($n) { "Hello $n" }\n');
    await writeFile(join(directory, "users.csv"), "\uFEFFName\nAnna\nBob\n");
    await writeFile(join(directory, "old.txt"), "old");
    await writeFile(join(directory, "picture.png"), Buffer.from([137, 80, 0, 1]));
    await writeFile(folder.path("secret.txt"), "secret");
    await symlink(folder.path("secret.txt"), join(directory, "link.txt"));
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
    expect(await readFile(folder.path("secret.txt"), "utf8")).toBe("secret");
    expect(existsSync(folder.path("up.txt"))).toBe(false);
  });
});
