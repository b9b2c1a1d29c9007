import { readFileSync } from "node:fs";
import {
  allTolerances,
  type Doubt,
  type EditionName,
  inferTopology,
  type Replay,
  replay,
  type Tolerance,
} from "../../src/index.js";
import { isSameText } from "../../src/transcripts/tolerances.js";

/** A console capture of a real shell: facts with their source (see the file's fields). */
export interface Capture {
  readonly id: string;
  readonly edition: string;
  readonly prompt?: string;
  readonly command: string;
  readonly command_shown: boolean;
  readonly output: string;
  readonly spacing: "exact" | "reflowed";
  readonly kind: string;
  readonly note?: string;
}

/** How one capture came out. */
export interface CaptureOutcome {
  readonly capture: Capture;
  /** The tolerances that it takes, by their name in {@link grades}; none: it does not replay. */
  readonly grade?: Grade;
  /** Why it did not, in a few words that many captures share. */
  readonly reason?: string;
  readonly report?: string;
}

/**
 * From what forgives least to what forgives most. Copying by hand lost blank lines, archives changed blanks, and
 * identifiers and times differ everywhere; who posts narrows columns, masks names and leaves lines out.
 */
export const grades = {
  exact: ["trailingBlanks"],
  copied: ["trailingBlanks", "blankLines", "guids", "dates"],
  edited: allTolerances,
} as const satisfies Readonly<Record<string, readonly Tolerance[]>>;

export type Grade = keyof typeof grades;
const gradeNames = Object.keys(grades) as Grade[];

const editions: Readonly<Record<string, EditionName>> = {
  "Exchange 2010": "Exchange2010",
  "Exchange 2013": "Exchange2013",
  "Exchange 2016": "Exchange2016",
  "Exchange 2019": "Exchange2019",
};

/** What notes say of captures that are not the whole of what was typed or shown. */
const partial = /excerpt of|only the first|not shown|dropped|collapsed|separate block|redacted|truncated|continues in/i;

export function readCaptures(): readonly Capture[] {
  const lines = readFileSync(new URL("./captures.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line): Capture => JSON.parse(line));
}

/** The captures that a replay can be held to: their spacing is true, the edition known, and they are whole. */
export function wholeCaptures(): readonly Capture[] {
  return readCaptures().filter(
    ({ spacing, edition, command_shown, note = "" }) =>
      spacing === "exact" && edition in editions && command_shown && !partial.test(note),
  );
}

/** The columns of the console that broke a typed line, which stands in the file as it was broken. */
const brokenAt = 119;

/** A capture as a transcript: at the prompt that its source had, else at the edition's own. */
export function transcriptOf({ prompt = "[PS] C:\\>", command, output }: Capture): string {
  const [first = ""] = command.split("\n", 1);
  const isBroken = prompt.length + first.trimEnd().length >= brokenAt;
  return `${prompt}${isBroken ? command : command.replaceAll("\n", "\n>> ")}\n${output}\n`;
}

/** Infers an organization from a capture alone and replays it there. */
export function playCapture(capture: Capture): CaptureOutcome {
  const edition = editions[capture.edition];
  const transcript = transcriptOf(capture);
  try {
    const told = edition === undefined ? {} : { edition };
    const { topology, profile, doubts } = inferTopology(transcript, told);
    const played = replay(transcript, { topology, tolerances: grades.edited, profile, ...told });
    const grade = gradeNames.find((name) =>
      played.entries.every(({ entry, shown }) => isSameText(entry.shown, shown, grades[name])),
    );
    if (grade !== undefined) return { capture, grade };
    return { capture, reason: reasonOf(capture, played, doubts), report: played.report };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { capture, reason: `no organization: ${error.message.split("\n")[0]}` };
  }
}

/** What a replay can do nothing about. */
interface Flaw {
  readonly reason: string;
  readonly has: (capture: Capture) => boolean;
}

const lines = ({ output }: Capture): readonly string[] => output.split("\n").map((line) => line.trimEnd());
const note = ({ note = "" }: Capture): string => note;

/** From what says most to what says least; each is seen in the capture, or said in its note by who took it down. */
const flaws: readonly Flaw[] = [
  {
    reason: "cannot: runs a script that the capture does not have",
    has: ({ command }) => /^(?:& ?)?\S*\\[\w-]+\.ps1/.test(command),
  },
  {
    reason: "cannot: the console speaks another language",
    has: ({ output }) => /[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|Möchten/.test(output),
  },
  {
    reason: "cannot: a fault within the server's own programs",
    has: ({ output }) =>
      /TypeInitializationException|NullReferenceException|TransientException|type initializer for/.test(output),
  },
  {
    reason: "cannot: the identity that was typed is masked, so that nothing can be found by it",
    has: ({ command }) => /\*{4,}|\bx{5,}\b/.test(command),
  },
  {
    reason: "cannot: names that tell objects apart are masked, all in the same way or as no name can be",
    has: ({ output }) =>
      /^\*{8,} .*\n\*{8,} /m.test(output) || /\bX{5,}\b|\{server names\}|[0-9A-F]\*{3,}[0-9A-F]/.test(output),
  },
  {
    reason: "cannot: a name that is the same in all organizations was altered",
    has: ({ output }) => /Group\s+\(FYDIBOHF(?!23)\d\d/.test(output),
  },
  {
    reason: "cannot: the page's Markdown took marks of the text for its own",
    has: ({ command, output }) => /^-\s*$|^```/m.test(output) || /\bfl [a-z]+$/.test(command),
  },
  {
    reason: "cannot: the mark of an error's position was turned round",
    has: ({ output }) => />>>>/.test(output),
  },
  {
    reason: "cannot: a web proxy answered, and no organization here has one",
    has: ({ output }) => /InternetWebProxy/.test(output),
  },
  {
    reason: "cannot: depends on a file on a server's disk",
    has: ({ command, output }) => /using existing file/.test(output) || /ReadAllBytes\(/.test(command),
  },
  {
    reason: "cannot: the last column was cut off",
    has: (capture) => /column cut from the paste/.test(note(capture)),
  },
  {
    reason: "cannot: a table with a head of two lines and without its line of dashes",
    has: (capture) => /dash line missing/.test(note(capture)) && !lines(capture).some((line) => /^-{2,}/.test(line)),
  },
  {
    reason: "cannot: folders of a mailbox in another language, and a row that was typed in",
    has: (capture) => /hand-edited with tabs/.test(note(capture)),
  },
  {
    reason: "cannot: says how long a service took to start",
    has: ({ output }) => /Waiting for service .* to start/.test(output),
  },
  {
    reason: "cannot: nothing tells to what the session in a variable was opened",
    has: ({ command }) => /^Import-PSSession \$/.test(command),
  },
];

function reasonOf(capture: Capture, { entries }: Replay, doubts: readonly Doubt[]): string {
  const flaw = flaws.find(({ has }) => has(capture));
  if (flaw !== undefined) return flaw.reason;
  const variable = doubts.find(({ message }) => message.startsWith("Nothing tells what $"));
  if (variable !== undefined) return "cannot: uses a variable of which nothing tells what it held";
  const cause = entries.find(({ same }) => !same)?.cause;
  switch (cause?.kind) {
    case undefined:
      return "shows something else";
    case "notEmulated":
      return "cmdlet or parameter not emulated";
    case "unknownCommand":
      return "cmdlet of another product or release";
    case "missingObject":
      return "object not inferred";
    case "otherWidth":
    case "otherEdition":
      return "width or edition not told";
    case "unanswered":
      return "question without an answer";
  }
}
