import type { ParameterCoverage } from "../runtime/command-metadata.js";
import type { ExchangeRelease } from "./catalogue/release.js";
import { exchangeCmdlets } from "./cmdlets.js";

/** How far one parameter of a cmdlet is emulated. */
export interface CoveredParameter {
  readonly cmdlet: string;
  readonly parameter: string;
  readonly coverage: ParameterCoverage;
}

/** All parameters of the cmdlets that have behaviour, but for the common ones, in the order of the catalogue. */
export function coveredParameters(release: ExchangeRelease): readonly CoveredParameter[] {
  return exchangeCmdlets(release).flatMap(({ name, metadata }) =>
    metadata.parameters
      .filter(({ isCommon }) => !isCommon)
      .map((parameter) => ({ cmdlet: name, parameter: parameter.name, coverage: parameter.coverage })),
  );
}
