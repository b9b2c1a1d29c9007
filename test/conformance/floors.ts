// Floors: how many whole cases of each area are right at least. They only rise.
import { readFileSync, writeFileSync } from "node:fs";

/** Whole cases right, by the name of the area: `language`, `language (5.1)`. */
export type Floors = ReadonlyMap<string, number>;

const file = new URL("floors.json", import.meta.url);

export function readFloors(): Floors {
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, number>));
}

/** Raises what was measured higher, and writes the file; returns the areas that rose. */
export function raiseFloors(measured: Floors): string[] {
  const floors = new Map(readFloors());
  const risen = [...measured].filter(([area, right]) => right > (floors.get(area) ?? -1));
  for (const [area, right] of risen) floors.set(area, right);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(floors), null, 2)}\n`);
  return risen.map(([area, right]) => `${area}: ${right}`);
}
