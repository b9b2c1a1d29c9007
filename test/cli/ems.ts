// The command, as built: run as a program, by pipe, with files in a folder that is gone after the tests.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "dist/cli.js");
/** The transcript of the article. */
export const article = join(root, "docs/transcripts/cas-array-article.txt");

/** What a run of the command left. */
export interface Ended {
  readonly out: string;
  readonly errors: string;
  readonly exitCode: number | null;
}

/** Runs the command with arguments and what comes through its standard input. */
export function ems(args: readonly string[], input = ""): Promise<Ended> {
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

/** A folder for the files of the tests of one file. */
export interface TestFolder {
  /** The path of a name in it. */
  path(name: string): string;
  /** Writes a file; its path. */
  file(name: string, text: string): Promise<string>;
}

/** Declares the folder: it is there before the first test and gone after the last. */
export function testFolder(): TestFolder {
  let folder = "";
  beforeAll(async () => {
    if (!existsSync(command)) throw new Error("There is no dist/: run npm run build first.");
    folder = await mkdtemp(join(tmpdir(), "ems-cli-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    async file(name, text) {
      await writeFile(path(name), text);
      return path(name);
    },
  };
}
