import { TranscriptError } from "../transcript-error.js";

/** A line of a transcript and where it stands in the source. */
export interface SourceLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

const byteOrderMark = "\uFEFF";

/** More than any session: what is longer is a log, or a mistake. */
const mostCharacters = 16_000_000;
const mostLines = 500_000;
const tooLong = `This is too long for a transcript: up to ${mostCharacters / 1_000_000} million characters in ${mostLines / 1000} thousand lines are read.`;

/** So many characters are looked at to tell a text from a binary file. */
const sampleLength = 4096;

/**
 * The lines of a text with Windows', Unix' and old Macs' line ends, also mixed.
 * @throws {TranscriptError} for what is no text: NUL characters, or mostly characters that could not be decoded; and for
 * what is too long
 */
export function sourceLines(text: string): SourceLine[] {
  refuseBinary(text);
  const start = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  if (start.length > mostCharacters) throw new TranscriptError(tooLong);
  const lines = start.split(/\r\n|\n|\r/);
  // The end of the last line begins no further one.
  if (lines.at(-1) === "") lines.pop();
  if (lines.length > mostLines) throw new TranscriptError(tooLong);
  return lines.map((line, index) => ({ text: line, number: index + 1 }));
}

function refuseBinary(text: string): void {
  const sample = text.slice(0, sampleLength);
  if (sample.includes("\0")) {
    throw new TranscriptError(
      "This is no text: it holds NUL characters. Is it a binary file, or UTF-16 read as UTF-8?",
    );
  }
  const undecoded = sample.split("\uFFFD").length - 1;
  if (undecoded * 4 > sample.length) throw new TranscriptError("This is no text: most of it could not be decoded.");
}
