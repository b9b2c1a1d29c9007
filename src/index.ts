/** The Exchange Management Shell without Exchange: see the README for what it does and docs/ for how. */

export type { ParseError, ParseOptions, ParseResult } from "../grammar/index.js";
export { dumpTree, parse } from "../grammar/index.js";
export { fromJSON } from "./exchange/organization-json.js";
export { type ImportDoubt, ImportError, type ImportedOrganization, importOrganization } from "./imports/index.js";
export {
  type ClientImpact,
  type ConnectionRow,
  type Finding,
  type Lab,
  type LabBalancer,
  type LabClient,
  type LabDns,
  LabError,
  type LabHost,
  type LabOutlook,
  type OutlookStatus,
  type Severity,
  type Step,
} from "./network/index.js";
export type { Completion, CompletionMatch, CompletionType } from "./shell/completion/index.js";
export {
  type CustomBound,
  CustomCmdlet,
  type CustomCmdletBody,
  type CustomCmdletDefinition,
  type CustomCmdletRun,
  type CustomError,
  type CustomParameter,
  type CustomParameters,
  defineCmdlet,
  type PlainInput,
} from "./shell/custom-cmdlets/index.js";
export { type EditionName, editionNames } from "./shell/edition-names.js";
export type { FoundObject } from "./shell/find-objects.js";
export type { OutputObject, PlainObject, PlainValue } from "./shell/output-object.js";
export type { ErrorInfo, Question, RunResult, RunStatus } from "./shell/result.js";
export type { ScriptCall } from "./shell/script-call.js";
export { createShell, restoreShell, type Shell, type ShellOptions } from "./shell/shell.js";
export type { RestoreOptions, Snapshot } from "./shell/snapshot.js";
export {
  buildTopology,
  type ExchangeRelease,
  startingPointsOf,
  type Topology,
  TopologyError,
  type TopologyJson,
  type TopologySpec,
  toJSON,
  topologies,
} from "./topology/index.js";
export {
  allTolerances,
  type Cause,
  type Doubt,
  type InferredTopology,
  inferTopology,
  type Replay,
  type ReplayedEntry,
  type ReplayOptions,
  readTranscript,
  replay,
  type Tolerance,
  type Transcript,
  type TranscriptEntry,
  TranscriptError,
  transcriptEntry,
  type Verification,
  verify,
} from "./transcripts/index.js";
export { HeapError } from "./values/heap/index.js";
