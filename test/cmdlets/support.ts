import { expect, test } from "vitest";
import { createShell, type EditionName } from "../../src/index.js";

/** Lines typed one after another in one fresh session, and the whole text that the console shows for the last. */
export type Typed = string | readonly string[];

export interface PlayOptions {
  readonly edition?: EditionName;
  readonly answers?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** `CategoryInfo` and position lines are left out: the message and the id tell what is tested. */
  readonly brief?: boolean;
}

/** What the console shows for the last of the lines, as lines. */
export function shown(
  typed: Typed,
  { edition = "PowerShell7", answers = [], files = {} }: PlayOptions = {},
): readonly string[] {
  const shell = createShell({ edition, profile: "$ErrorView = 'NormalView'", answers, files });
  const lines = typeof typed === "string" ? [typed] : typed;
  let text = "";
  for (const line of lines) ({ text } = shell.run(line));
  return text.split("\n").slice(0, -1);
}

/** Tests that lines show a text, a row of the table each. */
export function shows(
  rows: readonly (readonly [typed: Typed, text: readonly string[]])[],
  options: PlayOptions = {},
): void {
  test.each(rows.map(([typed, text]) => ({ typed, text })))("$typed", ({ typed, text }) => {
    expect(shown(typed, options)).toEqual(text);
  });
}

/** The message and the id of the error that a line shows. */
export function failure(typed: Typed, options: PlayOptions = {}): readonly [message: string, id: string] {
  const lines = shown(typed, options);
  const id = lines.find((line) => line.startsWith("+ FullyQualifiedErrorId : ")) ?? "";
  return [
    lines[0] ?? "",
    id.slice("+ FullyQualifiedErrorId : ".length).replace(/,Microsoft\.PowerShell\.Commands\.\w+$/, ""),
  ];
}

/** Tests that lines fail, a row each: the first line shown and the id without the command's type. */
export function fails(rows: readonly (readonly [typed: Typed, message: string, id: string])[]): void {
  test.each(rows.map(([typed, message, id]) => ({ typed, message, id })))("$typed", ({ typed, message, id }) => {
    expect(failure(typed)).toEqual([message, id]);
  });
}
