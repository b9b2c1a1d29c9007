import { parse, type Shell } from "../index.js";

/** The prompt for the further lines of an entry. */
export const continuationPrompt = ">> ";

/** Gathers typed lines into entries: an entry goes on as long as the parser wants more. */
export class EntryBuilder {
  private lines: string[] = [];

  constructor(private readonly shell: Shell) {}

  /** What stands before the next line. */
  get prompt(): string {
    return this.lines.length === 0 ? this.shell.prompt : continuationPrompt;
  }

  /** The lines of the entry that has begun, each with its end; empty when none has. */
  get begun(): string {
    return this.lines.map((line) => `${line}\n`).join("");
  }

  /** Adds a line; returns the entry when it is whole. */
  add(line: string): string | undefined {
    this.lines.push(line);
    const [first] = parse(this.lines.join("\n"), { edition: this.shell.edition }).errors;
    return first?.incomplete ? undefined : this.finish();
  }

  /** The entry as far as it was typed; undefined when none has begun. The next line begins a new one. */
  finish(): string | undefined {
    if (this.lines.length === 0) return undefined;
    const text = this.lines.join("\n");
    this.lines = [];
    return text;
  }
}
