import type { Completion, EditionName, Question, Shell, Snapshot } from "../../index.js";

/** What a script is given. */
export type ScriptCall = NonNullable<Parameters<Shell["runScript"]>[1]>;

/** A shell that is made in the worker. */
export interface FreshShell {
  readonly edition?: EditionName;
  readonly width?: number;
  /** The organization: a name, or a file; see `organizationNamed`. */
  readonly org?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly profile: string;
}

/** What a shell in a worker begins with. */
export interface WorkerStart {
  /** A shell that goes on as it stood elsewhere, or a new one. */
  readonly begin: { readonly snapshot: Snapshot } | { readonly fresh: FreshShell };
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
  /** The shell could not be made, for a reason that lies in a file or an option: one line. */
  | { readonly kind: "refused"; readonly message: string }
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
