// Spreads cases over threads. A case that does not come back, or that eats the memory, costs its thread, not the run.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Area, Case } from "./areas.js";
import type { Outcome } from "./play.js";
import type { Message, Task } from "./worker.js";
import { buildWorker } from "./worker-file.js";

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

/** Cases of an area for one thread, by their places in it. */
interface Slice {
  readonly area: Area;
  /** Of the whole area; a case without one has not been played. */
  readonly outcomes: (Outcome | undefined)[];
  readonly places: readonly number[];
}

/** How many cases a thread is given at a time. */
const sliceSizes: Record<Case["kind"], number> = { session: 15, tree: 500, probe: 1000, completion: 100 };

/**
 * Plays all cases of the areas.
 * @throws when the library does not load.
 */
export async function playAreas(areas: readonly Area[], options: PoolOptions = {}): Promise<PlayedArea[]> {
  const played = areas.map((area) => ({
    area,
    outcomes: Array<Outcome | undefined>(area.cases.length).fill(undefined),
  }));
  const queue = played.flatMap(({ area, outcomes }) => slicesOf(area, outcomes));
  const threads = Math.min(options.threads ?? availableParallelism(), queue.length);
  const file = buildWorker();
  await Promise.all(Array.from({ length: threads }, () => workThrough(file, queue, options)));
  return played.map(({ area, outcomes }) => ({ area, outcomes: outcomes.filter((outcome) => outcome !== undefined) }));
}

function slicesOf(area: Area, outcomes: (Outcome | undefined)[]): Slice[] {
  const size = sliceSizes[area.cases[0]?.kind ?? "session"];
  const slices: Slice[] = [];
  for (let first = 0; first < area.cases.length; first += size) {
    const places = Array.from({ length: Math.min(size, area.cases.length - first) }, (_, index) => first + index);
    slices.push({ area, outcomes, places });
  }
  return slices;
}

/** One thread's life: slice after slice; when it dies, a new one plays what has no outcome yet. */
async function workThrough(file: URL, queue: Slice[], options: PoolOptions): Promise<void> {
  let thread: Thread | undefined;
  try {
    for (let slice = queue.shift(); slice !== undefined; slice = queue.shift()) {
      let rest: Slice | undefined = slice;
      while (rest !== undefined) {
        thread ??= startThread(file, options);
        const died = await playSlice(thread, rest, options);
        if (died === undefined) break;
        await thread.worker.terminate();
        thread = undefined;
        rest = leftOf(rest, died);
      }
    }
  } finally {
    await thread?.worker.terminate();
  }
}

/** Notes the case that a thread died of; what else of the slice has to be played, also once more. */
function leftOf({ area, outcomes, places }: Slice, { index, cause }: Death): Slice | undefined {
  const place = places[index];
  const lost = place === undefined ? undefined : area.cases[place];
  if (place === undefined || lost === undefined) throw new Error(`A thread died outside of a case: ${cause}`);
  const lines = lost.kind === "session" ? lost.lines.length : 1;
  outcomes[place] = { id: lost.id, right: false, lines, linesRight: 0, onlySpacing: false, crash: cause };
  const left = places.filter((each) => outcomes[each] === undefined);
  return left.length === 0 ? undefined : { area, outcomes, places: left };
}

interface Thread {
  readonly worker: Worker;
  /** The index of the case in play, written by the thread; -1 while it loads. */
  readonly progress: Int32Array;
}

function startThread(file: URL, { memory = 2000 }: PoolOptions): Thread {
  const buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const worker = new Worker(file, {
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
      else for (const [index, outcome] of message.outcomes.entries()) note(slice, message.first + index, outcome);
    };
    const onError = (error: unknown): void => {
      const cause = `ended the thread: ${error instanceof Error ? error.message : String(error)}`;
      finish(() => resolve({ index: Atomics.load(progress, 0), cause }));
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    const { area, places } = slice;
    const cases = places.flatMap((place) => area.cases[place] ?? []);
    worker.postMessage({ edition: area.edition, cases } satisfies Task);
  });
}

function note({ outcomes, places }: Slice, index: number, outcome: Outcome): void {
  const place = places[index];
  if (place !== undefined) outcomes[place] = outcome;
}
