// The language under load: the lines that issue trackers of shells are full of.

import type { Shell } from "../../src/index.js";
import { readAreas } from "../conformance/areas.js";
import { type Measure, type Row, sampleOf, time } from "./harness.js";
import { library } from "./library.js";

const runs = 7;

/** `real` is what the real shell took for the line on two cores, in milliseconds. */
interface Line {
  readonly name: string;
  readonly line: string;
  readonly setup?: string;
  readonly result: string;
  readonly real: number;
}

const lines: readonly Line[] = [
  {
    name: "a million rounds of while",
    line: "$i = 0; while ($i -lt 1000000) { $i++ }; $i",
    result: "1000000\n",
    real: 25,
  },
  {
    name: "a million of foreach with +=",
    line: "$s = 0; foreach ($i in 1..1000000) { $s += $i }; $s",
    result: "500000500000\n",
    real: 30,
  },
  {
    name: "200,000 calls of a function with two parameters",
    setup: "function Add-Two($a, $b) { $a + $b }",
    line: "$s = 0; foreach ($i in 1..200000) { $s = Add-Two $i 1 }; $s",
    result: "200001\n",
    real: 1200,
  },
  {
    name: "200,000 objects through where | foreach | measure",
    line: "(1..200000 | Where-Object { $_ % 2 } | ForEach-Object { $_ * 2 } | Measure-Object).Count",
    result: "100000\n",
    real: 500,
  },
  {
    name: "100,000 -replace and .Split",
    line: "$n = 0; foreach ($i in 1..100000) { $n += ('a-b-c' -replace 'b', 'x').Split('-').Length }; $n",
    result: "300000\n",
    real: 240,
  },
  {
    name: "100,000 -f",
    line: "foreach ($i in 1..100000) { $t = '{0:N0} of {1}' -f $i, 'x' }; $t",
    result: "100,000 of x\n",
    real: 35,
  },
  {
    name: "200,000 hashtable updates",
    line: "$h = @{}; foreach ($i in 1..200000) { $h[$i % 1000] = $i }; $h.Count",
    result: "1000\n",
    real: 40,
  },
  {
    name: "20,000 rows with three calculated columns as a table",
    line: '(1..20000 | select @{n="A";e={$_}},@{n="B";e={$_*2}},@{n="C";e={"x$_"}} | ft -auto | Out-String).Length',
    result: "368924\n",
    real: 300,
  },
];

export const languageMeasures: readonly Measure[] = [
  ...lines.map((line) => ({ name: `language: ${line.name}`, run: () => [measureLine(line)] })),
  { name: "parse", run: () => [measureParsing()] },
];

function measureLine({ name, line, setup = "", result, real }: Line): Row {
  const sample = time(
    runs,
    (shell: Shell) => {
      const { text } = shell.run(line);
      if (text !== result) throw new Error(`${name}: the line shows\n${text}\nwhere it should show\n${result}`);
    },
    () => library.createShell({ edition: "PowerShell7", profile: setup }),
  );
  return { name, sample, unit: "ms", goal: real, note: `the real shell: ${real} ms` };
}

/** The accepted texts of the corpus, over and over until they are 4 MB. */
function measureParsing(): Row {
  const size = 4_000_000;
  const texts = readAreas("trees").flatMap(({ cases }) => {
    return cases.flatMap((each) => (each.kind === "tree" && each.ok ? [each.text] : []));
  });
  const scripts: string[] = [];
  for (let total = 0; total < size; ) {
    for (const text of texts) {
      scripts.push(text);
      total += text.length;
      if (total >= size) break;
    }
  }
  const { min, median } = time(3, () => {
    for (const script of scripts) library.parse(script);
  });
  const speed = (milliseconds: number): number => size / 1000 / milliseconds;
  const sample = { ...sampleOf([speed(median), speed(min)]), min: speed(min), median: speed(median) };
  return {
    name: "parsing 4 MB of scripts",
    sample,
    unit: "MB/s",
    goal: 7,
    note: `${min.toFixed(0)} ms; the real shell: 7 to 11 MB/s`,
  };
}
