// Spreads cases over threads. A case that does not come back, or that eats the memory, costs its thread, not the run.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Area, Case, RecordedEdition } from "./areas.js";
import type { Outcome } from "./play.js";
import type { Task } from "./worker.js";

/** An area with an outcome for each of its cases, in their order. */
export interface PlayedArea {
  readonly area: Area;
  readonly outcomes: readonly Outcome[];
}

export interface PoolOptions {
  readonly threads?: number;
  /** After so many milliseconds in one case the thread is taken to hang. */
  readonly patience?: number;
  /** Megabytes of heap for a thread. */
  readonly memory?: number;
}

interface Slice {
  readonly edition: RecordedEdition;
  readonly cases: readonly Case[];
  readonly outcomes: Outcome[];
  readonly offset: number;
}

type Message = "done" | { readonly broken: string } | { readonly index: number; readonly outcome: Outcome };

/** How many cases a thread is given at a time. */
const sliceSizes: Record<Case["kind"], number> = { session: 15, tree: 500, probe: 1000, completion: 100 };

/**
 * Plays all cases of the areas.
 * @throws when the library does not load.
 */
export async function playAreas(areas: readonly Area[], options: PoolOptions = {}): Promise<PlayedArea[]> {
  const played = areas.map((area) => ({ area, outcomes: [] as Outcome[] }));
  const queue = played.flatMap(({ area, outcomes }) => slicesOf(area, outcomes));
  const threads = Math.min(options.threads ?? availableParallelism(), queue.length);
  await Promise.all(Array.from({ length: threads }, () => workThrough(queue, options)));
  return played;
}

function slicesOf({ cases, edition }: Area, outcomes: Outcome[]): Slice[] {
  const size = sliceSizes[cases[0]?.kind ?? "session"];
  const slices: Slice[] = [];
  for (let offset = 0; offset < cases.length; offset += size) {
    slices.push({ edition, cases: cases.slice(offset, offset + size), outcomes, offset });
  }
  return slices;
}

/** One thread's life: slice after slice; when it dies, a new one goes on behind the case that it died of. */
async function workThrough(queue: Slice[], options: PoolOptions): Promise<void> {
  let thread: Thread | undefined;
  try {
    for (let slice = queue.shift(); slice !== undefined; slice = queue.shift()) {
      let rest: Slice | undefined = slice;
      while (rest !== undefined) {
        thread ??= startThread(options);
        const died = await playSlice(thread, rest, options);
        if (died === undefined) break;
        await thread.worker.terminate();
        thread = undefined;
        rest = behind(rest, died);
      }
    }
  } finally {
    await thread?.worker.terminate();
  }
}

function behind(slice: Slice, { index, cause }: Death): Slice | undefined {
  const { edition, cases, outcomes, offset } = slice;
  const lost = cases[index];
  if (lost === undefined) throw new Error(`A thread died outside of a case: ${cause}`);
  const lines = lost.kind === "session" ? lost.lines.length : 1;
  outcomes[offset + index] = { id: lost.id, right: false, lines, linesRight: 0, onlySpacing: false, crash: cause };
  const rest = cases.slice(index + 1);
  return rest.length === 0 ? undefined : { edition, cases: rest, outcomes, offset: offset + index + 1 };
}

interface Thread {
  readonly worker: Worker;
  /** The index of the case in play, written by the thread; -1 while it loads. */
  readonly progress: Int32Array;
}

function startThread({ memory = 2000 }: PoolOptions): Thread {
  const buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const worker = new Worker(new URL("start-worker.mjs", import.meta.url), {
    workerData: buffer,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return { worker, progress: new Int32Array(buffer) };
}

interface Death {
  readonly index: number;
  readonly cause: string;
}

/** Plays a slice; resolves with the case that the thread died of, if it did. */
function playSlice({ worker, progress }: Thread, slice: Slice, options: PoolOptions): Promise<Death | undefined> {
  const { patience = 10_000 } = options;
  Atomics.store(progress, 0, -1);
  return new Promise((resolve, reject) => {
    let since = Date.now();
    let seen = -1;
    const finish = (settle: () => void): void => {
      clearInterval(watch);
      worker.off("message", onMessage);
      worker.off("error", onError);
      settle();
    };
    const watch = setInterval(() => {
      const index = Atomics.load(progress, 0);
      if (index !== seen || index < 0) {
        seen = index;
        since = Date.now();
      } else if (Date.now() - since > patience) {
        finish(() => resolve({ index, cause: `did not come back within ${patience / 1000} s` }));
      }
    }, 250);
    const onMessage = (message: Message): void => {
      if (message === "done") finish(() => resolve(undefined));
      else if ("broken" in message) finish(() => reject(new Error(`The library does not load.\n${message.broken}`)));
      else slice.outcomes[slice.offset + message.index] = message.outcome;
    };
    const onError = (error: unknown): void => {
      const cause = `ended the thread: ${error instanceof Error ? error.message : String(error)}`;
      finish(() => resolve({ index: Atomics.load(progress, 0), cause }));
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    const { edition, cases } = slice;
    worker.postMessage({ edition, cases } satisfies Task);
  });
}
