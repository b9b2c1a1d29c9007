import { createInterface, type Interface } from "node:readline/promises";
import { EntryBuilder } from "./entries.js";
import type { Front, FrontedShell } from "./front.js";
import { writeOut } from "./standard-streams.js";
import { readTerminalLine } from "./terminal-answers.js";

/**
 * A live prompt on a terminal, until `exit` or the end of the input (Ctrl+D). Ctrl+C at the prompt gives up what was
 * typed; while a line runs it ends the program.
 * @returns the exit code
 */
export async function runPrompt(session: FrontedShell): Promise<number> {
  session.front = terminalFront();
  const entries = new EntryBuilder(session.shell);
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    historySize: 1000,
    completer: (line: string) => offersFor(session, entries, line),
  });
  try {
    for (;;) {
      const typed = await readLine(terminal, entries.prompt);
      if (typed === "end of input") return 0;
      const entry = typed === "given up" ? void entries.finish() : entries.add(typed.line);
      if (entry === undefined) continue;
      // Outside of raw mode the terminal itself turns Ctrl+C into the signal that ends a line that runs away.
      process.stdin.setRawMode(false);
      const exitCode = session.run(entry);
      process.stdin.setRawMode(true);
      if (exitCode !== undefined) return exitCode;
    }
  } finally {
    terminal.close();
  }
}

/** What Tab offers behind a typed line, and the end of the line that it replaces: the form that readline wants. */
function offersFor({ shell }: FrontedShell, entries: EntryBuilder, line: string): [offers: string[], replaced: string] {
  const before = entries.begun;
  const { start, matches } = shell.complete(before + line, before.length + line.length);
  return [matches.map(({ text }) => text), start < before.length ? "" : line.slice(start - before.length)];
}

/** Writes to the terminal, which shows itself what is typed as an answer: the shell's echo of it is left out. */
function terminalFront(): Front {
  let echo = "";
  return {
    write(text) {
      const shown = text.startsWith(echo) ? text.slice(echo.length) : text;
      echo = "";
      writeOut(shown);
    },
    ask({ secret }) {
      const answer = readTerminalLine(secret);
      echo = `${answer}\n`;
      return answer;
    },
  };
}

type Typed = { readonly line: string } | "given up" | "end of input";

/** A line typed at the prompt, or how the typing ended. */
async function readLine(terminal: Interface, prompt: string): Promise<Typed> {
  const typing = new AbortController();
  let end: (how: Typed) => void = () => {};
  const ended = new Promise<Typed>((resolve) => {
    end = resolve;
  });
  const onInterrupt = (): void => end("given up");
  const onClose = (): void => end("end of input");
  terminal.on("SIGINT", onInterrupt).on("close", onClose);
  const line = terminal.question(prompt, { signal: typing.signal }).then(
    (text): Typed => ({ line: text }),
    // Ended by `abort` below, when the other promise has won already.
    (): Typed => "given up",
  );
  const typed = await Promise.race([line, ended]);
  terminal.off("SIGINT", onInterrupt).off("close", onClose);
  if (typed === "given up") writeOut("^C");
  // Gives up the question, if it is still open; that ends the line on the terminal.
  typing.abort();
  return typed;
}
