export { withoutLostBlanks } from "./compare.js";
export { readTranscript, type Transcript, type TranscriptEntry } from "./reading/read-transcript.js";
export { type Replay, type ReplayedEntry, type ReplayOptions, replay } from "./replay.js";
export { sideBySide } from "./side-by-side.js";
