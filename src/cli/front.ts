import { createShell, type Question, type Shell, type ShellOptions } from "../index.js";

/** Where a shell's text goes and who answers its questions. */
export interface Front {
  write(text: string): void;
  /** The answer to a question; undefined when nobody is there to give one. */
  ask(question: Question): string | undefined;
}

/** Nobody looks, nobody answers: for what is replayed, whose text is shown entry by entry. */
const noFront: Front = { write: () => {}, ask: () => undefined };

/** A shell whose front can be changed while it lives: a session is replayed first, and goes on at a prompt. */
export class FrontedShell {
  readonly shell: Shell;
  front: Front = noFront;
  /** Told of each entry that ran: the prompt it was typed at, the entry, and what it showed. */
  onEntry: (prompt: string, entry: string, shown: string) => void = () => {};

  /** @throws what {@link createShell} throws for wrong options */
  constructor(options: ShellOptions) {
    this.shell = createShell({
      ...options,
      write: (text) => this.front.write(text),
      ask: (question) => this.front.ask(question),
    });
  }

  /** Runs an entry, whose text goes to the front as it appears; the exit code when the entry ends the session. */
  run(entry: string): number | undefined {
    if (entry.trim() === "") return undefined;
    const { prompt } = this.shell;
    const { status, exitCode, text } = this.shell.run(entry);
    this.onEntry(prompt, entry, text);
    return status === "exited" ? (exitCode ?? 0) : undefined;
  }
}
