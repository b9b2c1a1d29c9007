/** What one step of an attempt to connect was about. */
export type StepKind =
  | "profile"
  | "autodiscover"
  | "lookup"
  | "reach"
  | "wait"
  | "serve"
  | "certificate"
  | "redirect"
  | "mailbox"
  | "publicFolders";

/** One step of an attempt to connect, in an administrator's words. */
export interface Step {
  readonly kind: StepKind;
  /** Whether it went well. A step that did not may still be followed by another way that does. */
  readonly ok: boolean;
  readonly text: string;
  /** Seconds that it took; left out: none worth counting. */
  readonly seconds?: number;
}

/** Seconds until Windows gives a TCP connection up that nobody answers: three attempts, 3 + 6 + 12. */
export const connectTimeOut = 21;
/** Seconds until a question to a DNS server that is not there is given up: 1 + 2 + 4 + 8. */
export const lookupTimeOut = 15;

/** The steps of an attempt as they are taken. */
export class Trace {
  readonly steps: Step[] = [];

  /** Notes a step. */
  add(kind: StepKind, ok: boolean, text: string, seconds?: number): void {
    this.steps.push(seconds === undefined ? { kind, ok, text } : { kind, ok, text, seconds });
  }

  /** Seconds that all of it took. */
  get seconds(): number {
    return this.steps.reduce((sum, step) => sum + (step.seconds ?? 0), 0);
  }
}
