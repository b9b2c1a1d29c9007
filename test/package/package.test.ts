// The package as others get it: packed, installed outside of the repository without a network, and used from there.
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const tsc = join(root, "node_modules/typescript/bin/tsc");
let folder: string;

beforeAll(async () => {
  if (!existsSync(join(root, "dist/index.d.ts"))) throw new Error("There is no whole dist/: run npm run build first.");
  folder = await mkdtemp(join(tmpdir(), "ems-package-"));
  // npm is a script on Windows, which only a shell starts.
  const options = { cwd: folder, shell: process.platform === "win32" };
  await run("npm", ["pack", "--silent", "--pack-destination", folder, root], options);
  const [tarball = ""] = readdirSync(folder);
  await writeFile(join(folder, "package.json"), '{ "name": "outside", "private": true, "type": "module" }');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", `./${tarball}`], options);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a program in the folder of the installation; its standard output. */
async function node(file: string, text: string, ...args: readonly string[]): Promise<string> {
  await writeFile(join(folder, file), text);
  return (await run(process.execPath, [file, ...args], { cwd: folder })).stdout;
}

const useShell = `
const { text, status } = createShell({ edition: "PowerShell7" }).run("'a'.Length + 1");
console.log(JSON.stringify({ text, status, topology: typeof topologies.headOffice }));
`;
const shellSays = '{"text":"2\\n","status":"completed","topology":"object"}\n';
const useParser = 'console.log(JSON.stringify(dumpTree(parse("Get-Mailbox").tree)).slice(0, 30));';
const parserSays = '["ScriptBlock",{"at":[0,11],"A\n';

describe("the package, installed", () => {
  it("brings no other package along", () => {
    expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["ems-emulator"]);
  });

  it("holds the files of the build, the licence and the README", () => {
    const files = readdirSync(join(folder, "node_modules/ems-emulator"));
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "dist", "package.json"]));
    const dist = readdirSync(join(folder, "node_modules/ems-emulator/dist"));
    const doors = ["index", "parser", "vitest"].flatMap((name) =>
      ["js", "cjs", "d.ts", "d.cts"].map((end) => `${name}.${end}`),
    );
    expect(dist).toEqual(expect.arrayContaining([...doors, "cli.js"]));
  });

  it("is imported as an ES module", async () => {
    expect(await node("shell.mjs", `import { createShell, topologies } from "ems-emulator";${useShell}`)).toBe(
      shellSays,
    );
    expect(await node("parser.mjs", `import { parse, dumpTree } from "ems-emulator/parser";${useParser}`)).toBe(
      parserSays,
    );
  });

  it("is required as CommonJS", async () => {
    expect(await node("shell.cjs", `const { createShell, topologies } = require("ems-emulator");${useShell}`)).toBe(
      shellSays,
    );
    expect(await node("parser.cjs", `const { parse, dumpTree } = require("ems-emulator/parser");${useParser}`)).toBe(
      parserSays,
    );
  });

  it("has the command ems", async () => {
    const command = join("node_modules", "ems-emulator", "dist", "cli.js");
    const { stdout } = await run(process.execPath, [command, "--version"], { cwd: folder });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ["consumer.mts", "node16"],
    ["consumer.cts", "node16"],
    ["consumer.ts", "bundler"],
  ])("has types for %s (%s)", { timeout: 60_000 }, async (file, resolution) => {
    await writeFile(join(folder, file), consumer);
    const module = resolution === "bundler" ? "esnext" : resolution;
    const args = ["--noEmit", "--strict", "--target", "es2022", "--module", module, "--moduleResolution", resolution];
    // The package's own types are checked, with nothing of the DOM around.
    args.push("--lib", "es2023");
    const { stdout } = await run(process.execPath, [tsc, ...args, file], { cwd: folder }).catch((failure) => failure);
    expect(stdout).toBe("");
  });

  it("is what the example of the docs needs: its tests pass, its script runs", { timeout: 60_000 }, async () => {
    const example = await mkdtemp(join(tmpdir(), "ems-example-"));
    try {
      await cp(join(root, "docs/examples/access-servers"), example, { recursive: true });
      const modules = join(example, "node_modules");
      await cp(join(folder, "node_modules/ems-emulator"), join(modules, "ems-emulator"), { recursive: true });
      await symlink(join(root, "node_modules/vitest"), join(modules, "vitest"), "junction");
      const vitest = join(root, "node_modules/vitest/vitest.mjs");
      const args = [vitest, "run", "--reporter=json", "--root", example];
      const { stdout } = await run(process.execPath, args, { cwd: example }).catch((failure) => failure);
      const { numPassedTests, numFailedTests } = JSON.parse(stdout);
      expect({ numPassedTests, numFailedTests, stdout: numFailedTests > 0 ? stdout : "" }).toEqual({
        numPassedTests: 7,
        numFailedTests: 0,
        stdout: "",
      });
      const command = join(modules, "ems-emulator/dist/cli.js");
      const words = [command, "run", "Set-AccessServers.ps1", "-Site", "London", "--org", "./organization.json"];
      expect((await run(process.execPath, words, { cwd: example })).stdout).toContain("LON-DB1");
    } finally {
      await rm(example, { recursive: true, force: true });
    }
  });

  it.each(["ems-emulator", "ems-emulator/parser"])("%s builds for a browser, without Node's modules", async (name) => {
    const { metafile } = await build({
      stdin: { contents: `export * from "${name}";`, resolveDir: folder },
      bundle: true,
      platform: "browser",
      format: "esm",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
    expect(imports.filter((path) => path.startsWith("node:"))).toEqual([]);
  });
});

const consumer = `
import { createShell, topologies, replay, type RunResult, type Shell } from "ems-emulator";
import { dumpTree, parse } from "ems-emulator/parser";

const shell: Shell = createShell({ edition: "Exchange2010", topology: topologies.headOffice, width: 100 });
const result: RunResult = shell.run("Get-MailboxDatabase");
const text: string = result.text;
const same: boolean = replay("[PS] C:\\\\>1\\n1\\n", { edition: "PowerShell7" }).same;
const first: { id: string; message: string; start: number; end: number } | undefined = parse(text).errors[0];
export const all = [text, same, first, dumpTree(parse("1").tree)];
// @ts-expect-error: there is no such edition
createShell({ edition: "Exchange2003" });
`;
