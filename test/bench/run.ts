// npm run bench [name …]: the measures whose names hold one of the words; all of them without words. Each runs in a
// process of its own: what one leaves behind in the heap and in the compiler would be measured with the next.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { exchangeMeasures } from "./exchange-measures.js";
import { type Measure, type Row, reachesGoal } from "./harness.js";
import { languageMeasures } from "./language-measures.js";
import { networkMeasures } from "./network-measures.js";
import { packageMeasures } from "./package-measures.js";

const measures: readonly Measure[] = [...packageMeasures, ...exchangeMeasures, ...networkMeasures, ...languageMeasures];
const words = process.argv.slice(2);
const alone = process.env.BENCH_ALONE;
const wanted = measures.filter(({ name }) => {
  if (alone !== undefined) return name === alone;
  return words.length === 0 || words.some((word) => name.includes(word));
});

if (wanted.length === 0) {
  console.log(`No measure is named so; there are ${measures.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 2;
}

const [only] = wanted;
if (only !== undefined && alone !== undefined) await measureHere(only);
else {
  console.log(layOut("measure", "min", "median", "goal", ""));
  for (const { name } of wanted) measureAlone(name);
}

async function measureHere(measure: Measure): Promise<void> {
  try {
    for (const row of await measure.run()) console.log(describe(row));
  } catch (error) {
    console.log(`${measure.name}: ${error instanceof Error ? error.message.split("\n", 3).join("\n") : String(error)}`);
    process.exitCode = 1;
  }
}

function measureAlone(name: string): void {
  const { status } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name], {
    env: { ...process.env, BENCH_ALONE: name },
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}

function describe(row: Row): string {
  const { name, sample, unit, goal, note = "" } = row;
  const shown = (value: number): string => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
  const bound = goal === undefined ? "" : `${unit === "MB/s" ? "≥" : "≤"} ${goal} ${unit}`;
  const verdict = reachesGoal(row) === false ? "missed" : "";
  return layOut(
    name,
    shown(sample.min),
    sample.runs > 1 ? shown(sample.median) : "",
    bound,
    [verdict, note].filter(Boolean).join("; "),
  );
}

function layOut(name: string, min: string, median: string, goal: string, note: string): string {
  return `${name.padEnd(58)}${min.padStart(12)}${median.padStart(12)}${goal.padStart(14)}  ${note}`.trimEnd();
}
