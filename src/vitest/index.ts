/**
 * Matchers for vitest: what a shell shows, compared as console text.
 *
 * ```ts
 * import "ems-emulator/vitest";
 * expect(shell).toShow("Get-ClientAccessArray", "\nName   …");
 * expect(shell).toReplay(transcript);
 * ```
 */
import { expect } from "vitest";
import { replay, type Shell, type Transcript } from "../index.js";
import { sideBySide } from "../transcripts/side-by-side.js";
import { defaultTolerances, withTolerances } from "../transcripts/tolerances.js";

interface ConsoleMatchers<R> {
  /**
   * Runs a line and compares what the console shows, blanks at the ends of lines and blank lines at the end apart.
   */
  toShow(line: string, text: string): R;
  /** Types a transcript and compares what is shown for each entry; see `replay`. */
  toReplay(transcript: string | Transcript): R;
}

declare module "vitest" {
  interface Matchers<T> extends ConsoleMatchers<T> {}
}

interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

function toShow(shell: Shell, line: string, text: string): Verdict {
  const expected = withTolerances(text, defaultTolerances);
  const actual = withTolerances(shell.run(line).text, defaultTolerances);
  const texts = (): string => sideBySide(expected, actual, { left: "expected", right: "shown" });
  return {
    pass: expected === actual,
    message: () => `${shell.prompt}${line}\n${expected === actual ? `shows the text\n${actual}` : texts()}`,
  };
}

function toReplay(shell: Shell, transcript: string | Transcript): Verdict {
  const { same, report } = replay(transcript, { shell });
  return { pass: same, message: () => (same ? "every entry shows what the transcript holds" : report) };
}

expect.extend({ toShow, toReplay });
