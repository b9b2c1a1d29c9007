// npm run conformance: plays what was recorded from the real shell, and says how much of it this build shows alike.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Area, areaNames, type RecordedEdition, readAreas } from "./areas.js";
import { type Floors, raiseFloors, readFloors } from "./floors.js";
import { createPlayer } from "./play.js";
import { type PlayedArea, playAreas } from "./pool.js";
import { crashes, failures, families, showCase, table } from "./report.js";

const usage = `npm run conformance -- [area] [id] [options]

  area   ${areaNames.join(", ")}; all when none is given
  id     one case, shown with both texts side by side: the id of a corpus case, the number of a row

  --edition E   only the rows of PowerShell7 or PowerShell5
  --fail        list the failing cases
  --families    group the failing cases by the first two parts of their ids, or by kind and operator
  --raise       raise floors.json to what is measured; it is never lowered
  --check       fail when an area is below its floor
  --json FILE   write the numbers to a file
  --threads N   play in N threads (as many as there are processors)`;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edition: { type: "string" },
    fail: { type: "boolean" },
    families: { type: "boolean" },
    raise: { type: "boolean" },
    check: { type: "boolean" },
    json: { type: "string" },
    threads: { type: "string" },
    help: { type: "boolean" },
  },
});
const [areaName, id] = positionals;

// A library that does not load is no failing case: nothing was measured.
process.exitCode = await main().catch((error: unknown) =>
  print(error instanceof Error ? error.message : String(error), 2),
);

async function main(): Promise<number> {
  if (flags.help) return print(usage, 0);
  if (areaName !== undefined && !areaNames.includes(areaName)) {
    return print(`There is no area '${areaName}'; there are ${areaNames.join(", ")}.`, 2);
  }
  if (!isEdition(flags.edition)) {
    return print(`Nothing was recorded for the edition '${flags.edition}'; there are PowerShell7 and PowerShell5.`, 2);
  }
  const areas = readAreas(areaName, flags.edition);
  return id === undefined ? playAll(areas) : playOne(areas, id);
}

async function playAll(areas: readonly Area[]): Promise<number> {
  const started = performance.now();
  const played = await playAreas(areas, flags.threads === undefined ? {} : { threads: Number(flags.threads) });
  if (flags.fail) console.log(`${played.map(failures).filter(Boolean).join("\n")}\n`);
  if (flags.families) console.log(`${played.map(families).join("\n\n")}\n`);
  const measured = measure(played);
  if (flags.raise) console.log(`raised: ${raiseFloors(measured).join(", ") || "nothing"}\n`);
  const floors = readFloors();
  console.log(table(played, floors));
  const thrown = crashes(played);
  if (thrown !== "") console.log(`\ncrashes, by what was thrown:\n${thrown}`);
  console.log(`\n${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (flags.json !== undefined) writeFileSync(flags.json, JSON.stringify(Object.fromEntries(measured)));
  const below = [...measured].filter(([area, right]) => right < (floors.get(area) ?? 0));
  return flags.check && below.length > 0 ? 1 : 0;
}

async function playOne(areas: readonly Area[], wanted: string): Promise<number> {
  let found = false;
  for (const area of areas) {
    for (const each of area.cases.filter((candidate) => candidate.id === wanted)) {
      found = true;
      const player = await createPlayer(area.edition, [each]);
      console.log(`${showCase(area, each, player.play(each))}\n`);
    }
  }
  return found ? 0 : print(`There is no case '${wanted}' here.`, 2);
}

function measure(played: readonly PlayedArea[]): Floors {
  return new Map(played.map(({ area, outcomes }) => [area.name, outcomes.filter(({ right }) => right).length]));
}

function isEdition(name: string | undefined): name is RecordedEdition | undefined {
  return name === undefined || name === "PowerShell7" || name === "PowerShell5";
}

function print(text: string, exitCode: number): number {
  console.log(text);
  return exitCode;
}
