// Measuring: several runs, the shortest and the middle one. The shortest tells what the code costs, the middle one how
// much the machine adds.

/** What was measured of one thing. */
export interface Sample {
  readonly runs: number;
  readonly min: number;
  readonly median: number;
}

/** A row of the report. */
export interface Row {
  readonly name: string;
  readonly sample: Sample;
  readonly unit: "ms" | "KB" | "×" | "MB/s";
  /** What is wanted: at most so much, or at least for `MB/s`; undefined where there is no goal. */
  readonly goal?: number;
  /** What the row is to be seen beside: the real shell's figure, a part of the whole. */
  readonly note?: string;
}

/** One group of measures; made only when it is asked for. */
export interface Measure {
  readonly name: string;
  run(): Promise<readonly Row[]> | readonly Row[];
}

/** Times a function in milliseconds. What it prepares outside of the measure is done by `prepare`, anew for each run. */
export function time<T>(runs: number, act: (prepared: T) => void, prepare: () => T): Sample;
export function time(runs: number, act: () => void): Sample;
export function time<T>(runs: number, act: (prepared: T) => void, prepare?: () => T): Sample {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const prepared = prepare?.() as T;
    const started = performance.now();
    act(prepared);
    times.push(performance.now() - started);
  }
  return sampleOf(times);
}

/** Two things in turn, so that what disturbs the machine disturbs both; how many times as long the second takes. */
export function compare(
  runs: number,
  base: () => void,
  other: () => void,
): { base: Sample; other: Sample; ratio: Sample } {
  const bases: number[] = [];
  const others: number[] = [];
  for (let run = 0; run < runs; run++) {
    bases.push(time(1, base).min);
    others.push(time(1, other).min);
  }
  const [baseSample, otherSample] = [sampleOf(bases), sampleOf(others)];
  return {
    base: baseSample,
    other: otherSample,
    ratio: { runs, min: otherSample.min / baseSample.min, median: otherSample.median / baseSample.median },
  };
}

export function sampleOf(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  return { runs: sorted.length, min: sorted[0] ?? Number.NaN, median: sorted[sorted.length >> 1] ?? Number.NaN };
}

/** A single figure that does not vary. */
export function figure(value: number): Sample {
  return sampleOf([value]);
}

/** Whether a row reaches its goal: judged by its shortest run, which the machine disturbs least. */
export function reachesGoal({ sample, goal, unit }: Row): boolean | undefined {
  if (goal === undefined) return undefined;
  return unit === "MB/s" ? sample.min >= goal : sample.min <= goal;
}
