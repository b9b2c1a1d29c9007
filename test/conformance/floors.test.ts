import { beforeAll, describe, expect, it } from "vitest";
import { areaNames, readAreas } from "./areas.js";
import { readFloors } from "./floors.js";
import { playAreas } from "./pool.js";

const floors = readFloors();
const right = new Map<string, number>();
const crashed = new Map<string, readonly string[]>();

beforeAll(async () => {
  for (const { area, outcomes } of await playAreas(readAreas())) {
    right.set(area.name, outcomes.filter((outcome) => outcome.right).length);
    crashed.set(
      area.name,
      outcomes.flatMap(({ id, crash }) => (crash === undefined ? [] : [`${id}: ${crash}`])),
    );
  }
});

describe("whole cases right stay at or above floors.json (npm run conformance -- --raise raises it)", () => {
  it.each([...floors])("%s: at least %i", (area, floor) => {
    expect(right.get(area)).toBeGreaterThanOrEqual(floor);
  });

  it("has a floor for every area that is played", () => {
    const played = areaNames.flatMap((name) => readAreas(name).map((area) => area.name));
    expect([...floors.keys()].sort()).toEqual(played.sort());
  });
});

describe("no case makes the library throw, hang or run out of memory", () => {
  it.each([...floors.keys()])("%s", (area) => {
    expect(crashed.get(area)).toEqual([]);
  });
});
