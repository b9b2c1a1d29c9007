import { ExtensionKey } from "../../runtime/extension.js";

/** A transcript being written. */
export interface Transcription {
  /** Absolute path of the file. */
  readonly path: string;
  /** Tells the time before each line typed. */
  readonly withInvocationHeader: boolean;
}

/** The transcripts of a session: Start-Transcript opens them, the console writes into all that are open. */
export interface Transcripts {
  readonly open: readonly Transcription[];
  /** Opens one behind the others; `text` begins what is written to it. */
  start(transcription: Transcription, text: string): void;
  /** Adds `text` to the one opened last, closes it and gives it; `undefined` when none is open. */
  stop(text: string): Transcription | undefined;
}

export const transcriptsKey = new ExtensionKey<Transcripts>("transcripts");
