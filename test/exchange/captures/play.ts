import { expect } from "vitest";
import {
  buildTopology,
  createShell,
  type EditionName,
  type Shell,
  type ShellOptions,
  type Tolerance,
  type TopologySpec,
} from "../../../src/index.js";
import { isSameText } from "../../../src/transcripts/tolerances.js";
import { type Capture, readCaptures } from "../../transcripts/captures.js";

/** A capture with the cmdlets that it shows. */
export interface CaptureOfCmdlets extends Capture {
  readonly cmdlets: readonly string[];
}

export const captures = readCaptures() as readonly CaptureOfCmdlets[];

/** How a capture comes out in an organization that is built for it. */
export interface Play {
  /** A shell in the organization that the capture describes, as it was before the line. */
  readonly shell: () => Shell;
  /** What is typed, where the capture does not show it or does not show all of it. */
  readonly line?: string;
  /** In what the two texts may differ; {@link copied} where nothing else is said. */
  readonly tolerances?: readonly Tolerance[];
  /** Takes from both texts what differs everywhere: thumbprints and other numbers of objects. */
  readonly both?: (text: string) => string;
  /** Undoes what a page or the author of a post did to the text; what it does is said beside it. */
  readonly told?: (output: string) => string;
  /** The part of the shown text that the capture has, where it has a part only. */
  readonly shown?: (text: string) => string;
}

export type Plays = Readonly<Record<string, Play>>;

/** Copying lost blank lines and the ends of lines; numbers and times differ everywhere. */
export const copied = ["trailingBlanks", "blankLines", "guids", "dates"] as const satisfies readonly Tolerance[];

/** Also reflowed: lines break elsewhere. */
export const reflowed = [...copied, "lineBreaks"] as const satisfies readonly Tolerance[];

const versions: Readonly<Record<string, readonly [edition: EditionName, version: string]>> = {
  "Exchange 2010": ["Exchange2010", "14.3.123.4"],
  "Exchange 2013": ["Exchange2013", "15.0.847.32"],
  "Exchange 2016": ["Exchange2016", "15.1.225.42"],
  "Exchange 2019": ["Exchange2019", "15.2.221.12"],
};

export function captureOf(id: string): CaptureOfCmdlets {
  const found = captures.find((capture) => capture.id === id);
  if (found === undefined) throw new Error(`There is no capture ${id}.`);
  return found;
}

type Spec = Partial<Omit<TopologySpec, "servers">> & {
  readonly servers?: readonly string[];
  /** The build of the servers, where it is not one of the release's. */
  readonly version?: string;
};

/** A shell of a release in an organization of it; its servers are of that release. */
export function shellOf(
  release: "2010" | "2013" | "2016" | "2019",
  { servers = ["EX01"], version, ...spec }: Spec = {},
  options: ShellOptions & { readonly lines?: readonly string[] } = {},
): Shell {
  const [edition, usual] = versions[`Exchange ${release}`] ?? [];
  if (edition === undefined || usual === undefined) throw new Error(`There is no Exchange ${release}.`);
  const topology = buildTopology({
    domain: "contoso.com",
    ...spec,
    servers: servers.map((name) => ({ name, version: version ?? usual })),
  });
  const { lines = [], ...rest } = options;
  return typed(createShell({ edition, topology, ...rest }), lines);
}

/** A shell after lines that must not fail. */
export function typed(shell: Shell, lines: readonly string[]): Shell {
  for (const line of lines) {
    const { errors, status } = shell.run(line);
    expect([line, status, ...errors.map(({ message }) => message)]).toEqual([line, "completed"]);
  }
  return shell;
}

/** `> text` of a page's quotation, and the backslashes before the marks of its Markdown. */
export const unquoted = (output: string): string =>
  output.replaceAll(/^ *> ?/gm, "").replaceAll(/\\(?=[+<>_[\]])/g, "");

/** `-  CategoryInfo :` of a page that took the error's plus signs for the marks of a list. */
export const plusSigns = (output: string): string => output.replaceAll(/^- +(?=\w)/gm, "    + ");

/** Takes the values of some properties of a list out, with the lines in which they go on; their names stay. */
export const valuesAside =
  (...names: readonly string[]) =>
  (text: string): string =>
    text.replaceAll(new RegExp(`^(${names.join("|")})( *:).*(?:(?:[ \\t]*\\n)+ {8,}\\S.*)*`, "gm"), "$1$2 …");

/** What is compared: the text that the capture tells, and what the shell shows. */
export function outcomeOf(id: string, play: Play): { readonly told: string; readonly shown: string; same: boolean } {
  const capture = captureOf(id);
  const { line = capture.command, tolerances = copied } = play;
  const same = (text: string): string => text;
  const { both = same } = play;
  const told = both((play.told ?? same)(capture.output));
  const shown = both((play.shown ?? same)(play.shell().run(line).text));
  return { told, shown, same: isSameText(told, shown, tolerances) };
}

/** Holds a shell to a capture; what differs is shown with all else that is the same. */
export function expectPlayed(id: string, play: Play): void {
  const { told, shown, same } = outcomeOf(id, play);
  if (!same) expect(shown).toBe(told);
}
