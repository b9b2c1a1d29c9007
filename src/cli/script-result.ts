import type { RunResult } from "../index.js";

/** The exit code that a script ends with: that of `exit`; 1 when an error or a limit ended it, or it did not parse; else 0. */
export function exitCodeOf({ status, exitCode, terminatingError }: RunResult): number {
  if (status === "exited") return exitCode ?? 0;
  return status === "completed" && terminatingError === undefined ? 0 : 1;
}

/** All that came of a script. Numbers that JSON has no room for become texts, points in time ISO 8601. */
export function asJson({ text, status, errors, output }: RunResult, exitCode: number): string {
  const shown = {
    text,
    status,
    exitCode,
    errors: errors.map(({ message, id, category }) => ({ message, id, category })),
    output: output.map((object) => object.toJS()),
  };
  const plain = (_name: string, value: unknown): unknown => {
    if (typeof value !== "bigint") return value;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  };
  return JSON.stringify(shown, plain, 2);
}
