import { expect } from "vitest";
import { createShell, type Shell, type ShellOptions } from "../../src/index.js";

/** A shell in the article's organization. */
export function startShell(options: ShellOptions = {}): Shell {
  return createShell(options);
}

/** What the console shows for a line, without blanks at the ends of lines and blank lines around it. */
export function said(shell: Shell, line: string): string {
  return tidy(shell.run(line).text);
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

/** Holds what a line shows to be this, but for what {@link said} leaves out. */
export function expectSaid(shell: Shell, line: string, text: string): void {
  expect(said(shell, line), line).toBe(tidy(text));
}

/** Runs lines whose text does not matter; they must not fail. */
export function type(shell: Shell, ...lines: readonly string[]): void {
  for (const line of lines) {
    const result = shell.run(line);
    expect(
      result.errors.map((error) => error.message),
      line,
    ).toEqual([]);
    expect(result.status, line).toBe("completed");
  }
}
