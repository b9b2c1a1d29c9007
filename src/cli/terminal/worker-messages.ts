import type { Completion, Question, Shell, Snapshot } from "../../index.js";

/** What a script is given. */
export type ScriptCall = NonNullable<Parameters<Shell["runScript"]>[1]>;

/** What a shell in a worker begins with. */
export interface WorkerStart {
  readonly snapshot: Snapshot;
  /** Shared: see {@link Flag}. */
  readonly flags: Int32Array;
}

/** Places in the shared memory. */
export const Flag = { interrupt: 0, answered: 1 } as const;

/** What the worker is asked to do, one after another. */
export type Request =
  | { readonly kind: "run"; readonly entry: string; readonly width: number }
  | { readonly kind: "script"; readonly path: string; readonly call: ScriptCall }
  | { readonly kind: "complete"; readonly text: string; readonly cursor: number }
  | { readonly kind: "answer"; readonly text: string | undefined };

/** What it says. */
export type Report =
  | { readonly kind: "wrote"; readonly text: string }
  | { readonly kind: "asks"; readonly question: Question }
  | { readonly kind: "ran"; readonly prompt: string; readonly shown: string; readonly exitCode: number | undefined }
  | {
      readonly kind: "script ran";
      readonly exitCode: number;
      /** All that came of it. */
      readonly json: string;
      readonly files: Readonly<Record<string, string>>;
    }
  | { readonly kind: "completed"; readonly completion: Completion };
