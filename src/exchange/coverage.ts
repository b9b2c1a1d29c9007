import type { ParameterCoverage } from "../runtime/command-metadata.js";
import type { ExchangeRelease } from "./catalogue/release.js";
import { exchangeCmdlets, runningCmdlets } from "./cmdlets.js";
import { isIn } from "./noun/exchange-object.js";
import type { Certainty } from "./noun/source.js";
import { nouns } from "./nouns.js";

/** How far one parameter of a cmdlet is emulated. */
export interface CoveredParameter {
  readonly cmdlet: string;
  readonly parameter: string;
  readonly coverage: ParameterCoverage;
}

/** How sure a property's name, and its place in the list, are. */
export interface CoveredProperty {
  readonly noun: string;
  readonly property: string;
  readonly certainty: Certainty;
}

/** All properties of a release's objects, in the order of Format-List. */
export function coveredProperties(release: ExchangeRelease): readonly CoveredProperty[] {
  return nouns.flatMap(({ noun }) =>
    noun.properties
      .filter((property) => isIn(property, release))
      .map(({ name, certainty }) => ({
        noun: noun.noun,
        property: name,
        certainty: certainty ?? noun.certainty ?? "memory",
      })),
  );
}

/** All parameters of the cmdlets that have behaviour, but for the common ones, in the order of the catalogue. */
export function coveredParameters(release: ExchangeRelease): readonly CoveredParameter[] {
  const running = runningCmdlets(release);
  return exchangeCmdlets(release)
    .filter(({ name }) => running.has(name))
    .flatMap(({ name, metadata }) =>
      metadata.parameters
        .filter(({ isCommon }) => !isCommon)
        .map((parameter) => ({ cmdlet: name, parameter: parameter.name, coverage: parameter.coverage })),
    );
}
