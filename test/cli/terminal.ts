// A pseudo-terminal of its own for each program that a test drives. node-pty is prebuilt: nothing is compiled.
import { spawn } from "@lydell/node-pty";

/** A program on a terminal of 80 columns. */
export class Terminal {
  private raw = "";
  private taken = 0;
  private readonly pty: ReturnType<typeof spawn>;
  readonly exit: Promise<number>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const { NO_COLOR: _, ...inherited } = process.env;
    this.pty = spawn(process.execPath, [...args], {
      name: "xterm-256color",
      cols: 80,
      rows: 30,
      env: { ...inherited, ...env },
    });
    this.pty.onData((text) => {
      this.raw += text;
    });
    this.exit = new Promise((resolve) => {
      this.pty.onExit(({ exitCode }) => resolve(exitCode));
    });
  }

  type(text: string): void {
    this.pty.write(text);
  }

  /** Waits until what is new on the screen holds a text; gives all that is new, with its escapes. */
  async until(text: string, timeout = 15_000): Promise<string> {
    const start = performance.now();
    while (!plain(this.raw.slice(this.taken)).includes(text)) {
      if (performance.now() - start > timeout)
        throw new Error(`'${text}' did not come. New on the screen:\n${JSON.stringify(this.raw.slice(this.taken))}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const fresh = this.raw.slice(this.taken);
    this.taken = this.raw.length;
    return fresh;
  }

  kill(): void {
    this.pty.kill();
  }
}

/** A text of the terminal without what steers it. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is looked for
  return text.replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, "").replaceAll("\r", "");
}
