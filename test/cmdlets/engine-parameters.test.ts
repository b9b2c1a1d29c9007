import { expect, test } from "vitest";
import { coreCmdlets } from "../../src/cmdlets/index.js";
import { engineParameters } from "./engine-parameters.js";

/** The engine's cmdlets with the names of their parameters in a version. */
function parametersOf(version: 5 | 7): readonly (readonly [cmdlet: string, parameters: readonly string[]])[] {
  return engineParameters
    .trim()
    .split("\n")
    .map((line) => {
      const [cmdlet = "", rest = ""] = line.split(/:(.*)/s);
      const [common = "", ...others] = rest.split(/\b(?=[57]:)/);
      const own = others.filter((part) => part.startsWith(`${version}:`)).map((part) => part.slice(2));
      return [
        cmdlet,
        [common, ...own]
          .join(" ")
          .trim()
          .split(/\s+/)
          .filter((name) => name !== ""),
      ] as const;
    });
}

const byName = new Map(coreCmdlets.map((cmdlet) => [cmdlet.name, cmdlet]));

/** Each parameter is emulated, taken without effect, or refused: but the binder knows it. */
test.each([5, 7] as const)("every parameter of the engine's cmdlets is declared, version %i", (version) => {
  const declared = (cmdlet: string): readonly string[] =>
    (byName.get(cmdlet)?.metadata.parameters ?? [])
      .filter((p) => !p.isCommon && (p.since ?? 2) <= version && (p.until ?? 7) >= version)
      .map((p) => p.name);
  const differing = parametersOf(version).flatMap(([cmdlet, names]) => {
    const ours = declared(cmdlet);
    const missing = names.filter((name) => !ours.includes(name));
    const unknown = ours.filter((name) => !names.includes(name));
    return missing.length + unknown.length === 0 ? [] : [{ cmdlet, missing, unknown }];
  });
  expect(differing).toEqual([]);
});
