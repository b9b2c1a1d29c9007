/** What was given as a transcript cannot be one; the message says why. */
export class TranscriptError extends Error {
  override readonly name = "TranscriptError";
}
