// Standard input and output, synchronously: a shell's questions are answered while a line is running.
import { readSync, writeSync } from "node:fs";

const stdin = 0;
const stdout = 1;

/** Writes text to standard output before it returns. */
export function writeOut(text: string): void {
  let rest = Buffer.from(text, "utf8");
  while (rest.length > 0) {
    const written = whenReady(() => writeSync(stdout, rest));
    rest = rest.subarray(written);
  }
}

/** Says on a terminal what long work is at, in place of what it was at before; nothing in a pipe. Ends with `""`. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Lines of standard input, one at a time, as they arrive. */
export class LineReader {
  private readonly decoder = new TextDecoder();
  private pending = "";
  private ended = false;

  /** The next line without its end; undefined when there are no more. */
  next(): string | undefined {
    for (;;) {
      const end = this.pending.indexOf("\n");
      if (end >= 0) return this.take(end, 1);
      if (this.ended) return this.pending === "" ? undefined : this.take(this.pending.length, 0);
      this.fill();
    }
  }

  /** All lines that are left. */
  *rest(): Iterable<string> {
    for (let line = this.next(); line !== undefined; line = this.next()) yield line;
  }

  private take(end: number, lineEnd: number): string {
    const line = this.pending.slice(0, end).replace(/\r$/, "");
    this.pending = this.pending.slice(end + lineEnd);
    return line;
  }

  private fill(): void {
    const bytes = Buffer.alloc(65_536);
    const count = whenReady(() => readSync(stdin, bytes));
    if (count === 0) this.ended = true;
    this.pending += this.decoder.decode(bytes.subarray(0, count), { stream: count > 0 });
  }
}

/** A pipe may be set not to block; then what is not ready yet fails with EAGAIN, and is tried again a little later. */
function whenReady(act: () => number): number {
  for (;;) {
    try {
      return act();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // Windows reports the end of a pipe as an error.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
