// Comparing console text byte for byte; a difference is shown side by side, with blanks made visible.
import { expect } from "vitest";
import type { RunResult, Shell } from "../../src/index.js";
import { sideBySide } from "../../src/transcripts/side-by-side.js";

/**
 * Runs a line and holds its text to be exactly this, trailing blanks and blank lines included.
 * @returns the result, for what else there is to say of it
 */
export function expectConsole(shell: Shell, line: string, text: string): RunResult {
  const result = shell.run(line);
  expectText(result.text, text, `${shell.prompt}${line}`);
  return result;
}

/** Holds two texts to be the same; `what` heads the report of a difference. */
export function expectText(actual: string, expected: string, what: string): void {
  if (actual === expected) return;
  const texts = sideBySide(expected, actual, { left: "expected", right: "shown" });
  expect.fail(`${what}\n${texts}`);
}

/** The text of a template literal written as it looks on the console: the line end behind the opening backtick goes. */
export function shown([text = ""]: TemplateStringsArray): string {
  return text.replace(/^\n/, "");
}
