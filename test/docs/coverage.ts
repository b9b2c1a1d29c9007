/** Writes docs/coverage.md from the declarations, and prints its first table: `npm run coverage`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cmdletsOfRelease } from "../../src/exchange/catalogue/catalogue.js";
import { type ExchangeRelease, exchangeReleases, inRelease } from "../../src/exchange/catalogue/release.js";
import { runningCmdlets } from "../../src/exchange/cmdlets.js";
import { coveredParameters, coveredProperties, declaredTexts } from "../../src/exchange/index.js";
// The types of parameters come with the whole library.
import "../../src/index.js";

export const coverageFile = fileURLToPath(new URL("../../docs/coverage.md", import.meta.url));

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** Lines that have the same beginning as one: `Get, Set`. */
function grouped(pairs: readonly (readonly [key: string, value: string])[]): readonly (readonly [string, string])[] {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return [...groups].map(([key, values]) => [key, values.join(", ")]);
}

function counts(release: ExchangeRelease): string {
  const running = runningCmdlets(release);
  const cmdlets = [...cmdletsOfRelease(release)];
  const parameters = coveredParameters(release);
  const count = (wanted: string): number => parameters.filter(({ coverage }) => coverage === wanted).length;
  const missing = cmdlets
    .filter(({ name }) => !running.has(name))
    .flatMap((cmdlet) => cmdlet.parameters.filter(({ releases }) => inRelease(releases, release)));
  return row(
    `Exchange${release}`,
    cmdlets.length,
    running.size,
    cmdlets.length - running.size,
    count("emulated"),
    count("accepted"),
    count("refused"),
    missing.length,
  );
}

function refusedParameters(): readonly string[] {
  const refused = coveredParameters("2010").filter(({ coverage }) => coverage === "refused");
  return grouped(refused.map(({ cmdlet, parameter }) => [cmdlet, parameter])).map(
    ([cmdlet, parameters]) => `- ${cmdlet}: ${parameters}`,
  );
}

function missingCmdlets(): readonly string[] {
  const running = runningCmdlets("2010");
  const missing = [...cmdletsOfRelease("2010")].filter(({ name }) => !running.has(name));
  return grouped(missing.map(({ noun, verb }) => [noun, verb])).map(([noun, verbs]) => `- ${noun}: ${verbs}`);
}

function unsureProperties(): readonly string[] {
  const unsure = coveredProperties("2010").filter(({ certainty }) => certainty === "memory" || certainty === "unknown");
  return grouped(unsure.map(({ noun, property }) => [noun, property])).map(
    ([noun, properties]) => `- ${noun}: ${properties}`,
  );
}

const texts = (wanted: string): readonly string[] =>
  declaredTexts()
    .filter(({ certainty }) => certainty === wanted)
    .map(({ template, evidence }) => `- \`${template.replaceAll("`", "'").replace(/\s+/g, " ")}\` (${evidence})`)
    // Declarations come in the order in which modules are loaded, and that is nobody's business.
    .sort((a, b) => (a < b ? -1 : 1));

/** The page. */
export function coveragePage(): string {
  return `${[
    "# Coverage",
    "",
    "Made of the declarations by `npm run coverage`; a test holds that it is current.",
    "",
    "A cmdlet without behaviour is known all the same: it completes, helps, binds with the real errors of wrong use, and",
    "then answers `NotEmulated`. Of the cmdlets with behaviour a parameter is _emulated_, _accepted_ (it has no visible",
    "effect here) or _refused_ (it answers `NotEmulated`). -WhatIf, -Confirm and the common parameters are not counted.",
    "",
    row(
      "edition",
      "cmdlets",
      "emulated",
      "missing",
      "parameters emulated",
      "accepted",
      "refused",
      "of missing cmdlets",
    ),
    row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:"),
    ...exchangeReleases.map(counts),
    "",
    "## Parameters refused, Exchange2010",
    "",
    ...refusedParameters(),
    "",
    "## Texts of our own wording",
    "",
    "The failure, warning or question is real; its words are not known.",
    "",
    ...texts("unknown"),
    "",
    "## Texts from memory",
    "",
    ...texts("memory"),
    "",
    "## Properties whose name or place is from memory, Exchange2010",
    "",
    ...unsureProperties(),
    "",
    "## Cmdlets without behaviour, Exchange2010",
    "",
    ...missingCmdlets(),
  ].join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = coveragePage();
  writeFileSync(coverageFile, page);
  console.log(
    page
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .join("\n"),
  );
}
