// `ems run` as built: the script runs in a worker, and Ctrl+C stops it.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain, Terminal } from "./terminal.js";

const command = join(fileURLToPath(new URL("../..", import.meta.url)), "dist/cli.js");
const seven = ["--edition", "PowerShell7"];
let folder = "";
let endless = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ems-"));
  endless = join(folder, "endless.ps1");
  await writeFile(endless, "'begun'\nwhile ($true) { Get-Random | Out-Null }\n'never'\n");
});
afterAll(() => rm(folder, { recursive: true }));

describe("Ctrl+C while a script runs", () => {
  it("stops it on a terminal, which says meanwhile that it runs", async () => {
    const terminal = new Terminal([command, "run", endless, ...seven]);
    await terminal.until("begun\n");
    expect(plain(await terminal.until(" s, Ctrl+C stops it"))).toMatch(
      /^endless\.ps1: running for \d+ s, Ctrl\+C stops it/,
    );
    terminal.type("\u0003");
    expect(plain(await terminal.until("stopped by the user."))).toContain("The line was stopped by the user.");
    expect(await terminal.exit).toBe(130);
  });

  it("stops it in a pipe too, with what it showed and nothing else", async () => {
    const program = spawn(process.execPath, [command, "run", endless, ...seven]);
    let [out, errors] = ["", ""];
    program.stdout.on("data", (data) => {
      out += String(data);
      if (out === "begun\n") setTimeout(() => program.kill("SIGINT"), 1200);
    });
    program.stderr.on("data", (data) => {
      errors += String(data);
    });
    const exitCode = await new Promise((resolve) => program.on("exit", resolve));
    expect({ out, errors, exitCode }).toEqual({
      out: "begun\nThe line was stopped by the user.\n",
      errors: "",
      exitCode: 130,
    });
  });

  it("ends the program while the script waits for an answer", async () => {
    const asking = join(folder, "asking.ps1");
    await writeFile(asking, "$name = Read-Host Who\n'never'\n");
    const terminal = new Terminal([command, "run", asking, ...seven]);
    await terminal.until("Who:");
    // The question is shown before the terminal is read.
    await new Promise((resolve) => setTimeout(resolve, 300));
    terminal.type("\u0003");
    await terminal.exit;
    expect(plain(await terminal.until(""))).not.toContain("never");
  });
});
