/**
 * Matchers for vitest: what a shell shows, what an organization holds, how a line fails; and results as snapshots.
 *
 * ```ts
 * import "ems-emulator/vitest";
 * expect(shell).toShow("Get-ClientAccessArray", "\nName   …");
 * expect(shell).toReplay(transcript);
 * expect(shell).toHaveObject("MB-HO-01", { Server: "HO-EX2010-MB1", Mounted: true });
 * expect(shell).toFailWith("Get-Mailbox nobody", "Microsoft.Exchange.Management.RecipientTasks.GetMailbox");
 * expect(shell.run("Get-MailboxDatabase")).toMatchInlineSnapshot();
 * ```
 */
import { expect } from "vitest";
import { type FoundObject, type RunResult, replay, type Shell, type Transcript } from "../index.js";
import { sideBySide } from "../transcripts/side-by-side.js";
import { defaultTolerances } from "../transcripts/tolerance-names.js";
import { withTolerances } from "../transcripts/tolerances.js";

interface ConsoleMatchers<R> {
  /**
   * Runs a line and compares what the console shows, blanks at the ends of lines and blank lines at the end apart.
   */
  toShow(line: string, text: string): R;
  /** Types a transcript and compares what is shown for each entry; see `replay`. */
  toReplay(transcript: string | Transcript): R;
  /**
   * Looks for an object with an identity and these properties: plain values, matchers such as `expect.any(Number)`, or
   * the text that PowerShell's `[string]` makes of the property.
   * @param noun the noun of its Get- cmdlet, where several kinds of objects have the name
   */
  toHaveObject(identity: string, properties?: Readonly<Record<string, unknown>>, noun?: string): R;
  /** Runs a line, which has to report an error of this FullyQualifiedErrorId, or of this part before its comma. */
  toFailWith(line: string, errorId: string): R;
}

declare module "vitest" {
  interface Matchers<T> extends ConsoleMatchers<T> {}
}

interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What vitest gives to matchers. */
interface Helper {
  readonly equals: (a: unknown, b: unknown) => boolean;
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

function toHaveObject(
  this: Helper,
  shell: Shell,
  identity: string,
  properties: Readonly<Record<string, unknown>> = {},
  noun?: string,
): Verdict {
  const found = shell.find(identity, noun);
  const differences = found.map((each) => differencesOf(each, properties, this.equals));
  const pass = differences.some(({ length }) => length === 0);
  const [closest = []] = [...differences].sort((a, b) => a.length - b.length);
  const kind = noun === undefined ? "object" : noun;
  return {
    pass,
    message: () => {
      if (pass) return `there is the ${kind} '${identity}' with these properties`;
      return found.length === 0 ? `There is no ${kind} '${identity}'.` : closest.join("\n");
    },
  };
}

/** What of an object is not as expected, a line each. */
function differencesOf(
  { noun, object }: FoundObject,
  properties: Readonly<Record<string, unknown>>,
  equals: Helper["equals"],
): readonly string[] {
  return Object.entries(properties).flatMap(([name, expected]) => {
    const value = object.get(name);
    const text = object.textOf(name);
    if (value === undefined) return [`${noun} '${object}' has no property ${name}.`];
    if (equals(value, expected) || (typeof expected === "string" && text === expected)) return [];
    return [`${noun} '${object}': ${name} is ${shownValue(text)}, not ${shownValue(expected)}.`];
  });
}

function shownValue(value: unknown): string {
  return typeof value === "string" ? `'${value}'` : String(value);
}

function toFailWith(shell: Shell, line: string, errorId: string): Verdict {
  const { errors, text } = shell.run(line);
  const pass = errors.some(({ id }) => id === errorId || id.startsWith(`${errorId},`) || id.endsWith(`,${errorId}`));
  const ids = errors.map(({ id }) => `  ${id}`).join("\n");
  return {
    pass,
    message: () =>
      `${shell.prompt}${line}\n${text}${pass ? "fails" : "does not fail"} with ${errorId}` +
      `${pass || ids === "" ? "" : `; its errors are\n${ids}`}`,
  };
}

expect.extend({ toShow, toReplay, toHaveObject, toFailWith });

/** A result is its console text in a snapshot, without the blanks at the ends of lines, which editors take away. */
expect.addSnapshotSerializer({
  test: isRunResult,
  serialize: (result: RunResult) => withTolerances(result.text, defaultTolerances),
});

function isRunResult(value: unknown): value is RunResult {
  if (typeof value !== "object" || value === null) return false;
  return "text" in value && "status" in value && "output" in value && "warnings" in value;
}
