import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { bytesOf, type TextFile, type TextForm, textOf } from "./text-file.js";

/** Where the emulated machine has the script and the files of `--files`. */
export const scriptsPath = "C:\\Scripts";

/** Directories that hold no files of scripts. */
const leftOut: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** More than this is taken for a mistake: `--files /`. */
const mostFiles = 10_000;
const mostBytes = 64 * 1024 * 1024;

/** What is wrong with a directory, in one line. */
export class DirectoryError extends Error {
  override readonly name = "DirectoryError";
}

/** A directory whose text files the emulated machine has in C:\Scripts. Links are not followed, in or out. */
export class ScriptDirectory {
  private readonly root: string;
  /** By emulated path in lower case: where it lies, and as what. */
  private readonly known = new Map<string, { readonly path: string; readonly file: TextFile }>();
  /** Real directories by emulated path in lower case: a file system may tell `Reports` from `reports`. */
  private readonly directories = new Map<string, string>();
  private bytes = 0;

  /** @throws {DirectoryError} for what is no directory, or has too much in it */
  constructor(directory: string) {
    this.root = resolve(directory);
    if (!existsSync(this.root) || !lstatSync(this.root).isDirectory())
      throw new DirectoryError(`${directory} is no directory.`);
    this.directories.set(scriptsPath.toLowerCase(), this.root);
    this.load(this.root, scriptsPath);
  }

  private load(directory: string, emulated: string): void {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      const name = `${emulated}\\${entry.name}`;
      if (/[\\:]/.test(entry.name)) continue;
      if (entry.isDirectory() && !leftOut.has(entry.name)) {
        this.directories.set(name.toLowerCase(), path);
        this.load(path, name);
      } else if (entry.isFile()) this.loadFile(path, name);
    }
  }

  private loadFile(path: string, name: string): void {
    this.bytes += lstatSync(path).size;
    if (this.bytes > mostBytes || this.known.size >= mostFiles)
      throw new DirectoryError(
        `${this.root} holds more than ${mostFiles} files or ${mostBytes / 1024 / 1024} MB: name the directory of the script.`,
      );
    const file = textOf(readFileSync(path));
    if (file !== undefined) this.known.set(name.toLowerCase(), { path, file });
  }

  /** The files as a shell takes them. */
  get files(): Record<string, string> {
    return Object.fromEntries([...this.known.values()].map(({ path, file }) => [this.emulated(path), file.text]));
  }

  /** Where the emulated machine has a file; `undefined` for one outside of the directory. */
  emulatedPath(path: string): string | undefined {
    const emulated = this.emulated(resolve(path));
    return this.known.has(emulated.toLowerCase()) ? emulated : undefined;
  }

  private emulated(path: string): string {
    return [scriptsPath, ...relative(this.root, path).split(sep)].join("\\");
  }

  /**
   * Writes what differs from the files that were read: changed, new and removed ones.
   * @returns what could not be written, a sentence each: paths outside of C:\Scripts, or behind a link
   */
  write(files: Readonly<Record<string, string>>): readonly string[] {
    const refused: string[] = [];
    const left = new Set(this.known.keys());
    for (const [emulated, text] of Object.entries(files)) {
      const key = emulated.toLowerCase();
      left.delete(key);
      const known = this.known.get(key);
      if (known?.file.text === text) continue;
      if (!key.startsWith(`${scriptsPath.toLowerCase()}\\`)) {
        refused.push(`${emulated} is not below ${scriptsPath} and stays in memory.`);
        continue;
      }
      const form: TextForm = known?.file.form ?? "utf8";
      const path = known?.path ?? this.newPath(emulated);
      if (path === undefined || !this.isSafe(path)) refused.push(`${emulated} has no safe place in ${this.root}.`);
      else writeFileSync(path, bytesOf({ text, form }));
    }
    for (const key of left) {
      const path = this.known.get(key)?.path;
      if (path !== undefined && this.isSafe(path)) rmSync(path, { force: true });
    }
    return refused;
  }

  /** Where a new file goes; its directories are made. `undefined` for names that mean something else here. */
  private newPath(emulated: string): string | undefined {
    const steps = emulated.split("\\").slice(scriptsPath.split("\\").length);
    if (steps.some((step) => step === "" || step === "." || step === ".." || /[/\0:]/.test(step))) return undefined;
    let directory = this.root;
    let key = scriptsPath.toLowerCase();
    for (const step of steps.slice(0, -1)) {
      key = `${key}\\${step.toLowerCase()}`;
      directory = this.directories.get(key) ?? join(directory, step);
      if (!this.isSafe(directory)) return undefined;
      if (!existsSync(directory)) mkdirSync(directory);
      this.directories.set(key, directory);
    }
    return join(directory, steps.at(-1) ?? "");
  }

  /** Whether a path lies below the directory, with no link on the way and none at its end. */
  private isSafe(path: string): boolean {
    const steps = relative(this.root, path).split(sep);
    if (steps.includes("..") || resolve(path) === this.root) return false;
    let at = this.root;
    return steps.every((step) => {
      at = join(at, step);
      return lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() !== true;
    });
  }
}
