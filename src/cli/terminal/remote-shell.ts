import { Worker } from "node:worker_threads";
import type { Completion, Question } from "../../index.js";
import { Flag, type Report, type Request, type ScriptCall, type WorkerStart } from "./worker-messages.js";

/** What a line came to. */
export interface Ran {
  /** The prompt behind it. */
  readonly prompt: string;
  readonly shown: string;
  /** When it ended the session. */
  readonly exitCode: number | undefined;
}

/** Who sees what a shell writes and answers what it asks. */
export interface RemoteFront {
  readonly write: (text: string) => void;
  /** `undefined`: the line is given up. */
  readonly ask: (question: Question) => Promise<string | undefined>;
}

/** A worker could not make its shell: what is wrong with the file or the option that it was to be made of. */
export class ShellRefused extends Error {
  override readonly name = "ShellRefused";
}

/** A shell in a worker, new or as it stood here. One request at a time. */
export class RemoteShell {
  private readonly flags = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  private readonly worker: Worker;
  private settle: (report: Report) => void = () => {};
  private fail: (error: Error) => void = () => {};

  constructor(
    begin: WorkerStart["begin"],
    private readonly front: RemoteFront,
  ) {
    const workerData: WorkerStart = { begin, flags: this.flags };
    this.worker = new Worker(new URL("./shell-worker.js", import.meta.url), { workerData });
    this.worker.on("message", (report: Report) => this.received(report));
    this.worker.on("error", (error) => this.fail(error));
  }

  async run(entry: string, width: number): Promise<Ran> {
    const report = await this.request({ kind: "run", entry, width });
    if (report.kind !== "ran") throw new Error(`The worker answered a line with '${report.kind}'.`);
    return report;
  }

  async runScript(path: string, call: ScriptCall): Promise<Extract<Report, { kind: "script ran" }>> {
    const report = await this.request({ kind: "script", path, call });
    if (report.kind !== "script ran") throw new Error(`The worker answered a script with '${report.kind}'.`);
    return report;
  }

  async complete(text: string, cursor: number): Promise<Completion> {
    const report = await this.request({ kind: "complete", text, cursor });
    if (report.kind !== "completed") throw new Error(`The worker answered Tab with '${report.kind}'.`);
    return report.completion;
  }

  /** Stops the line that runs, at its next step. */
  interrupt(): void {
    Atomics.store(this.flags, Flag.interrupt, 1);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private request(request: Request): Promise<Report> {
    return new Promise((resolve, reject) => {
      this.settle = resolve;
      this.fail = reject;
      this.worker.postMessage(request);
    });
  }

  private received(report: Report): void {
    switch (report.kind) {
      case "wrote":
        this.front.write(report.text);
        return;
      case "refused":
        this.fail(new ShellRefused(report.message));
        return;
      case "asks":
        this.front.ask(report.question).then((text) => this.answer(text), this.fail);
        return;
      case "ran":
      case "script ran":
      case "completed":
        this.settle(report);
        return;
    }
  }

  private answer(text: string | undefined): void {
    const answer: Request = { kind: "answer", text };
    this.worker.postMessage(answer);
    Atomics.store(this.flags, Flag.answered, 1);
    Atomics.notify(this.flags, Flag.answered);
  }
}
