import { type EditionName, editionNames } from "../shell/edition-names.js";
import type { RunResult } from "../shell/result.js";
import { createShell, type Shell, type ShellOptions } from "../shell/shell.js";
import { type Cause, causeIn, causeText } from "./cause.js";
import { readTranscript, type Transcript, type TranscriptEntry } from "./reading/read-transcript.js";
import { sideBySide } from "./side-by-side.js";
import { defaultTolerances, type Tolerance } from "./tolerance-names.js";
import { isSameText, withTolerances } from "./tolerances.js";
import { typeEntry } from "./type-entry.js";

/** How two texts are compared. */
export interface ComparisonOptions {
  /** In what the texts may differ; `["trailingBlanks"]` when omitted, `[]` for byte for byte. */
  readonly tolerances?: readonly Tolerance[];
}

/**
 * Where a transcript is replayed: in a shell that is there already, or in a new one made with these options. Edition
 * and width that the options leave out are those that the transcript tells, else the shell's defaults.
 */
export type ReplayOptions = ComparisonOptions & (ShellOptions | { readonly shell: Shell });

/** One entry played again. */
export interface ReplayedEntry {
  readonly entry: TranscriptEntry;
  /** What the shell shows for it now. */
  readonly shown: string;
  /** Whether that is what the transcript holds, the tolerances apart. */
  readonly same: boolean;
  /** When it is not: a guess at why. */
  readonly cause?: Cause;
}

/** What came of a replay. */
export interface Replay {
  readonly entries: readonly ReplayedEntry[];
  /** Whether every entry shows what the transcript holds. */
  readonly same: boolean;
  /** The entries that differ, each with both texts side by side; empty when none does. */
  readonly report: string;
  /** The shell as the transcript leaves it. */
  readonly shell: Shell;
}

/**
 * Types each entry of a transcript, or of the text of one, answers its questions as the transcript did, and compares
 * what is shown. Later entries run whether or not earlier ones agree.
 * @throws {TranscriptError} for what is no text
 */
export function replay(transcript: string | Transcript, options: ReplayOptions = {}): Replay {
  const read = typeof transcript === "string" ? readTranscript(transcript) : transcript;
  const { tolerances = defaultTolerances } = options;
  if ("shell" in options) return played(read, options.shell, tolerances, () => undefined);
  const told: ShellOptions = {
    ...options,
    ...(options.edition === undefined && read.edition !== undefined ? { edition: read.edition } : {}),
    ...(options.width === undefined && read.width !== undefined ? { width: read.width } : {}),
  };
  const others = new OtherShells(read, told, tolerances);
  return played(read, createShell(told), tolerances, (index) => others.causeOf(index));
}

function played(
  { entries }: Transcript,
  shell: Shell,
  tolerances: readonly Tolerance[],
  otherCause: (index: number) => Cause | undefined,
): Replay {
  const replayed = entries.map((entry, index): ReplayedEntry => {
    const result = typeEntry(shell, entry);
    const same = isSame(entry, result, tolerances);
    const cause = same ? undefined : (causeIn(result, entry.shown) ?? otherCause(index));
    return { entry, shown: result.text, same, ...(cause === undefined ? {} : { cause }) };
  });
  const different = replayed.filter(({ same }) => !same);
  const report = different.map((entry) => reportEntry(entry, tolerances)).join("\n\n");
  return { entries: replayed, same: different.length === 0, report, shell };
}

function isSame({ shown }: TranscriptEntry, { text }: RunResult, tolerances: readonly Tolerance[]): boolean {
  return isSameText(shown, text, tolerances);
}

/** Widths of windows that a transcript may come from. */
const likelyWidths: readonly number[] = [80, 120, 150, 160, 200];

/** The transcript in windows of other widths and in other editions, played when an entry needs to be explained. */
class OtherShells {
  private found: readonly { readonly cause: Cause; readonly same: readonly boolean[] }[] | undefined;

  constructor(
    private readonly transcript: Transcript,
    private readonly options: ShellOptions,
    private readonly tolerances: readonly Tolerance[],
  ) {}

  /** The first of the other shells that shows what the transcript holds for an entry. */
  causeOf(index: number): Cause | undefined {
    this.found ??= [
      ...likelyWidths
        .filter((width) => width !== (this.options.width ?? 120))
        .map((width) => ({ cause: { kind: "otherWidth", width } as const, same: this.play({ width }) })),
      ...editionNames
        .filter((edition) => edition !== (this.options.edition ?? "Exchange2010"))
        .map((edition) => ({ cause: otherEdition(edition), same: this.play({ edition }) })),
    ];
    return this.found.find(({ same }) => same[index] === true)?.cause;
  }

  private play(change: Partial<ShellOptions>): readonly boolean[] {
    const { write: _, ...silent } = this.options;
    const shell = createShell({ ...silent, ...change });
    return this.transcript.entries.map((entry) => isSame(entry, typeEntry(shell, entry), this.tolerances));
  }
}

function otherEdition(edition: EditionName): Cause {
  return { kind: "otherEdition", edition };
}

/** Tolerances that leave a text in its lines and columns, so that it can be shown. */
const layoutKeeping: ReadonlySet<Tolerance> = new Set(["trailingBlanks", "blankLines", "guids", "dates"]);

function reportEntry({ entry, shown, cause }: ReplayedEntry, tolerances: readonly Tolerance[]): string {
  const titles = { left: "in the transcript", right: "shown now" };
  const kept = tolerances.filter((tolerance) => layoutKeeping.has(tolerance));
  const texts = sideBySide(withTolerances(entry.shown, kept), withTolerances(shown, kept), titles);
  const guess = cause === undefined ? "" : `\n${causeText(cause)}`;
  return `line ${entry.line}: ${entry.prompt}${entry.typed.replaceAll("\n", "\n>> ")}\n${texts}${guess}`;
}
