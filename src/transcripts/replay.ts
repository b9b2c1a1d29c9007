import { createShell, type Shell, type ShellOptions } from "../shell/shell.js";
import { withoutLostBlanks } from "./compare.js";
import { readTranscript, type Transcript, type TranscriptEntry } from "./reading/read-transcript.js";
import { sideBySide } from "./side-by-side.js";

/** Where a transcript is replayed: in a shell that is there already, or in a new one made with these options. */
export type ReplayOptions = ShellOptions | { readonly shell: Shell };

/** One entry played again. */
export interface ReplayedEntry {
  readonly entry: TranscriptEntry;
  /** What the shell shows for it now. */
  readonly shown: string;
  /** Whether that is what the transcript holds, blanks that copying loses apart. */
  readonly same: boolean;
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
 * Types each entry of a transcript, or of the text of one, and compares what is shown: byte for byte, but for blanks
 * at the ends of lines and blank lines at the end of an entry. Later entries run whether or not earlier ones agree.
 */
export function replay(transcript: string | Transcript, options: ReplayOptions = {}): Replay {
  const shell = "shell" in options ? options.shell : createShell(options);
  const { entries } = typeof transcript === "string" ? readTranscript(transcript) : transcript;
  const replayed = entries.map((entry): ReplayedEntry => {
    const shown = shell.run(entry.typed).text;
    return { entry, shown, same: withoutLostBlanks(shown) === withoutLostBlanks(entry.shown) };
  });
  const different = replayed.filter(({ same }) => !same);
  return { entries: replayed, same: different.length === 0, report: different.map(reportEntry).join("\n\n"), shell };
}

function reportEntry({ entry, shown }: ReplayedEntry): string {
  const titles = { left: "in the transcript", right: "shown now" };
  const texts = sideBySide(withoutLostBlanks(entry.shown), withoutLostBlanks(shown), titles);
  return `line ${entry.line}: ${entry.prompt}${entry.typed.replaceAll("\n", "\n>> ")}\n${texts}`;
}
