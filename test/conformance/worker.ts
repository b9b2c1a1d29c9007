// Plays the cases of one task in a thread of its own, and tells through shared memory how far it has come.
import { parentPort, workerData } from "node:worker_threads";
import type { Case, RecordedEdition } from "./areas.js";
import { createPlayer, judge, type Outcome } from "./play.js";

/** What a thread is asked to play. */
export interface Task {
  readonly edition: RecordedEdition;
  readonly cases: readonly Case[];
}

/** What a thread tells: how some cases went, the first of them at this place of the task; that all are played. */
export type Message =
  | "done"
  | { readonly broken: string }
  | { readonly first: number; readonly outcomes: readonly Outcome[] };

/** So many outcomes make one message; those that a dying thread keeps to itself are played again. */
const outcomesPerMessage = 50;

/** One number: the index of the case in play; it moves, or the thread hangs. */
const progress = new Int32Array(workerData as SharedArrayBuffer);

async function playTask({ edition, cases }: Task): Promise<void> {
  const player = await createPlayer(edition, cases);
  for (let first = 0; first < cases.length; first += outcomesPerMessage) {
    const outcomes = cases.slice(first, first + outcomesPerMessage).map((each, index) => {
      Atomics.store(progress, 0, first + index);
      return judge(each, player.play(each));
    });
    tell({ first, outcomes });
  }
  tell("done");
}

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", (task: Task) => {
  playTask(task).catch((error: unknown) => {
    // What does not load is no failing case; it ends the run.
    tell({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});
