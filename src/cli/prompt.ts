import { emitKeypressEvents } from "node:readline";
import { parse, type Question } from "../index.js";
import type { FrontedShell } from "./front.js";
import { writeOut } from "./standard-streams.js";
import { coloured, wantsColours } from "./terminal/colours.js";
import { type Key, LineEditor } from "./terminal/line-editor.js";
import { RemoteShell } from "./terminal/remote-shell.js";
import { Screen } from "./terminal/screen.js";

/**
 * A live prompt on a terminal, until `exit` or the end of the input (Ctrl+D). The shell goes on in a worker: Ctrl+C
 * stops a running line; at the prompt it gives up what was typed.
 * @returns the exit code
 */
export async function runPrompt(session: FrontedShell, { noColor }: { readonly noColor: boolean }): Promise<number> {
  const prompt = new TerminalPrompt(session, wantsColours(noColor));
  try {
    return await prompt.run();
  } finally {
    await prompt.close();
  }
}

/** So often Ctrl+C is typed before a line that does not stop takes the program with it. */
const mostInterrupts = 3;
const interrupted = 130;
/** Columns of a terminal that does not know its size. */
const usualWidth = 120;

type KeyListener = (typed: string | undefined, key: Key) => void;

class TerminalPrompt {
  private readonly remote: RemoteShell;
  private readonly screen = new Screen(writeOut, () => this.columns);
  private readonly history: string[];
  private listener: KeyListener = () => {};
  /** What the terminal shows already: the shell's echo of an answer. */
  private echo = "";
  private ended: () => void = () => {};

  constructor(
    private readonly session: FrontedShell,
    private readonly hasColours: boolean,
  ) {
    this.history = [...session.shell.history];
    this.remote = new RemoteShell(
      { snapshot: session.shell.snapshot() },
      {
        write: (text) => this.show(text),
        ask: (question) => this.answerTo(question),
      },
    );
    emitKeypressEvents(process.stdin);
    process.stdin.setRawMode(true);
    process.stdin.on("keypress", (typed: string | undefined, key: Key) => this.listener(typed, key));
    process.stdin.on("end", () => this.ended());
    process.stdin.resume();
  }

  async close(): Promise<void> {
    process.stdin.setRawMode(false);
    process.stdin.pause();
    await this.remote.close();
  }

  async run(): Promise<number> {
    let { prompt } = this.session.shell;
    for (;;) {
      const entry = await this.typed(prompt);
      if (entry === null) return 0;
      if (entry.trim() === "") continue;
      if (this.history.at(-1) !== entry) this.history.push(entry);
      const { prompt: next, shown, exitCode } = await this.ran(entry);
      this.session.onEntry(prompt, entry, shown);
      if (exitCode !== undefined) return exitCode;
      prompt = next;
    }
  }

  private get columns(): number {
    return process.stdout.columns || usualWidth;
  }

  /** Runs an entry; what is typed meanwhile waits, Ctrl+C apart. */
  private async ran(entry: string): ReturnType<RemoteShell["run"]> {
    let count = 0;
    this.listener = (typed, key) => {
      if (key.ctrl !== true || key.name !== "c") {
        this.keys.push({ typed, key });
        return;
      }
      count++;
      writeOut("^C\n");
      this.remote.interrupt();
      if (count < mostInterrupts) return;
      process.stdin.setRawMode(false);
      process.exit(interrupted);
    };
    return this.remote.run(entry, this.session.shell.width);
  }

  private show(text: string): void {
    const shown = text.startsWith(this.echo) ? text.slice(this.echo.length) : text;
    this.echo = "";
    writeOut(shown);
  }

  /** An entry as it was typed; `""` when it was given up, `null` at the end of the input. */
  private async typed(prompt: string): Promise<string | null> {
    const { edition } = this.session.shell;
    const editor = new LineEditor(this.history, (text) => parse(text, { edition }).errors[0]?.incomplete ?? false);
    const draw = (): void => {
      const shown = this.hasColours ? coloured(editor.text, edition) : editor.text;
      this.screen.draw(prompt, editor.text, editor.cursor, shown);
    };
    this.screen.begin();
    draw();
    for (;;) {
      const { typed, key } = await this.nextKey();
      if (key === null) return null;
      const effect = editor.press(typed, key);
      switch (effect) {
        case "edited":
          draw();
          break;
        case "submit":
          this.screen.leave(prompt, editor.text);
          return editor.text;
        case "give up":
          writeOut("^C");
          this.screen.leave(prompt, editor.text);
          return "";
        case "end":
          this.screen.leave(prompt, editor.text);
          return null;
        case "clear":
          this.screen.clear();
          draw();
          break;
        case "list":
          await this.list(prompt, editor);
          draw();
          break;
        case "complete":
        case "complete backwards": {
          const found = editor.isCycling ? null : await this.remote.complete(editor.text, editor.cursor);
          editor.complete(found, effect === "complete" ? 1 : -1);
          draw();
          break;
        }
      }
    }
  }

  /** Shows all that Tab would offer, below the text. */
  private async list(prompt: string, editor: LineEditor): Promise<void> {
    const { matches } = await this.remote.complete(editor.text, editor.cursor);
    if (matches.length === 0) return;
    this.screen.leave(prompt, editor.text);
    const width = Math.max(...matches.map(({ list }) => list.length)) + 2;
    const across = Math.max(1, Math.floor(this.columns / width));
    const cells = matches.map(({ list }, index) => ((index + 1) % across === 0 ? `${list}\n` : list.padEnd(width)));
    writeOut(`${cells.join("").trimEnd()}\n`);
  }

  private readonly keys: { readonly typed: string | undefined; readonly key: Key }[] = [];
  private wake: () => void = () => {};
  private isOver = false;

  /** The next key; `key` is `null` at the end of the input. Keys that came while one was worked on wait. */
  private async nextKey(): Promise<{ readonly typed: string | undefined; readonly key: Key | null }> {
    this.listener = (typed, key) => {
      this.keys.push({ typed, key });
      this.wake();
    };
    this.ended = () => {
      this.isOver = true;
      this.wake();
    };
    for (;;) {
      const next = this.keys.shift();
      if (next !== undefined) return next;
      if (this.isOver) return { typed: undefined, key: null };
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Reads the answer to a question that is shown already; a secret shows an asterisk for each character. */
  private async answerTo({ secret }: Question): Promise<string | undefined> {
    const running = this.listener;
    const editor = new LineEditor([], () => false);
    let shown = 0;
    try {
      for (;;) {
        const { typed, key } = await this.nextKey();
        if (key === null) return undefined;
        const effect = editor.press(typed, key);
        if (effect === "give up") {
          writeOut("^C\n");
          return undefined;
        }
        if (effect === "submit") {
          writeOut("\n");
          this.echo = `${secret ? "*".repeat(editor.text.length) : editor.text}\n`;
          return editor.text;
        }
        const text = secret ? "*".repeat(editor.text.length) : editor.text;
        writeOut(`${"\b".repeat(shown)}\u001b[J${text}`);
        shown = text.length;
        editor.cursor = editor.text.length;
      }
    } finally {
      this.listener = running;
    }
  }
}
