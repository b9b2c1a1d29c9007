import { expect, it } from "vitest";
import { createShell, type EditionName } from "../../../src/index.js";

/** A recorded session: what is typed, and every line that the console shows for it. */
export interface Session {
  readonly width?: number;
  readonly profile?: readonly string[];
  readonly lines: readonly {
    readonly typed: string;
    /** In PowerShell 7. */
    readonly shows7: readonly string[];
    /** In Windows PowerShell 5.1. */
    readonly shows5?: readonly string[];
  }[];
}

/** Tests a recorded session in the editions for which it was recorded. */
export function plays(title: string, session: Session): void {
  it(`${title} (7)`, () => {
    const shown = show("PowerShell7", session);
    expect(shown).toEqual(session.lines.map(({ typed, shows7 }) => [typed, ...shows7]));
  });
  if (session.lines.every(({ shows5 }) => shows5 === undefined)) return;
  it(`${title} (5.1)`, () => {
    const shown = show("PowerShell5", session);
    expect(shown).toEqual(session.lines.map(({ typed, shows5 = [] }) => [typed, ...shows5]));
  });
}

/** What the lines of a session show, each behind its text. */
export function show(
  edition: EditionName,
  { width = 120, profile = [], lines }: Session,
): readonly (readonly string[])[] {
  const shell = createShell({ edition, width, profile: ["$ErrorView = 'NormalView'", ...profile].join("\n") });
  return lines.map(({ typed }) => [typed, ...shownLines(shell.run(typed).text)]);
}

/** Text of whole lines as an array; what follows the last line end is marked. */
export function shownLines(text: string): readonly string[] {
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  return rest === "" ? lines : [...lines, `${rest} (no line end)`];
}
