// The generated catalogue is what the facts give, and it reads back.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue, cmdletsOfRelease } from "../../src/exchange/catalogue/catalogue.js";
import { exchangeReleases, inRelease } from "../../src/exchange/catalogue/release.js";
import {
  type FactCmdlet,
  generate,
  generatedFile,
  isShouldProcess,
  maskOf,
  readFacts,
  typeNameOf,
} from "./generate.js";

test("the generated files are up to date (npm run catalogue)", () => {
  for (const [name, text] of generate()) expect(readFileSync(generatedFile(name), "utf8")).toBe(text);
});

test("every cmdlet reads back as the facts have it", () => {
  const read = [...catalogue().values()].flat();
  const facts = readFacts().filter(({ versions }) => maskOf(versions) !== 0);
  expect(read.map(({ name }) => name).sort()).toEqual(facts.map(({ name }) => name).sort());
  const byName = new Map(read.map((cmdlet) => [cmdlet.name, cmdlet]));
  for (const fact of facts) {
    const cmdlet = byName.get(fact.name);
    expect([fact.name, cmdlet?.releases, cmdlet?.supportsShouldProcess]).toEqual([
      fact.name,
      maskOf(fact.versions),
      fact.parameters.WhatIf !== undefined,
    ]);
    expect([
      fact.name,
      cmdlet?.parameters.map((parameter) => ({
        ...parameter,
        sets: parameter.sets.map((index) => cmdlet.sets[index]),
        mandatorySets: parameter.mandatorySets.map((index) => cmdlet.sets[index]),
      })),
    ]).toEqual([fact.name, parametersOf(fact)]);
  }
});

function parametersOf(fact: FactCmdlet) {
  const known = Object.entries(fact.parameters).filter(
    ([name, parameter]) =>
      (maskOf(parameter.versions) & maskOf(fact.versions)) !== 0 && !isShouldProcess(name, parameter),
  );
  const used = new Set(known.flatMap(([, parameter]) => parameter.in ?? []));
  const sets = (fact.sets ?? []).filter((set) => used.has(set));
  return known.map(([name, parameter]) => {
    const inSets = [...new Set(parameter.in ?? [])].filter((set) => sets.includes(set));
    return {
      name,
      typeName: typeNameOf(parameter),
      mandatory: parameter.mandatory === true,
      mandatorySets: Array.isArray(parameter.mandatory) ? parameter.mandatory : [],
      position: parameter.position ?? null,
      byValue: parameter.pipeline?.includes("value") ?? false,
      byName: parameter.pipeline?.includes("name") ?? false,
      releases: maskOf(parameter.versions) & maskOf(fact.versions),
      sets: inSets.length === sets.length ? [] : inSets,
      aliases: parameter.aliases ?? [],
    };
  });
}

test("how many cmdlets a release has", () => {
  const counts = exchangeReleases.map((release) => [release, [...cmdletsOfRelease(release)].length]);
  expect(counts).toEqual([
    ["2010", 646],
    ["2013", 795],
    ["2016", 835],
    ["2019", 797],
  ]);
  expect([...cmdletsOfRelease("2016")].every(({ releases }) => inRelease(releases, "2016"))).toBe(true);
});
