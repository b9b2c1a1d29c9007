// Plays the cases of one task in a thread of its own, and tells through shared memory how far it has come.
import { parentPort, workerData } from "node:worker_threads";
import type { Case, RecordedEdition } from "./areas.js";
import { createPlayer, judge } from "./play.js";

/** What a thread is asked to play. */
export interface Task {
  readonly edition: RecordedEdition;
  readonly cases: readonly Case[];
}

/** One number: the index of the case in play; it moves, or the thread hangs. */
const progress = new Int32Array(workerData as SharedArrayBuffer);

async function playTask({ edition, cases }: Task): Promise<void> {
  const player = await createPlayer(edition, cases);
  for (const [index, each] of cases.entries()) {
    Atomics.store(progress, 0, index);
    parentPort?.postMessage({ index, outcome: judge(each, player.play(each)) });
  }
  parentPort?.postMessage("done");
}

parentPort?.on("message", (task: Task) => {
  playTask(task).catch((error: unknown) => {
    // What does not load is no failing case; it ends the run.
    parentPort?.postMessage({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});
