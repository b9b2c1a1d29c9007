export type { Cause } from "./cause.js";
export { type InferredTopology, inferTopology } from "./infer/infer-topology.js";
export type { Doubt } from "./infer/sightings.js";
export { readTranscript, type Transcript, type TranscriptEntry } from "./reading/read-transcript.js";
export { type Replay, type ReplayedEntry, type ReplayOptions, replay } from "./replay.js";
export { sideBySide } from "./side-by-side.js";
export { defaultTolerances, type Tolerance, withTolerances } from "./tolerances.js";
export { TranscriptError } from "./transcript-error.js";
export { type Verification, verify } from "./verify.js";
