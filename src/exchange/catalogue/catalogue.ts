import { type CatalogueCmdlet, cmdletsOfNoun } from "./catalogue-cmdlet.js";
import { catalogueNouns } from "./nouns.generated.js";
import { type ExchangeRelease, inRelease } from "./release.js";

let byNoun: ReadonlyMap<string, readonly CatalogueCmdlet[]> | null = null;

/** The cmdlets of every release by noun, in the order of the nouns' names. */
export function catalogue(): ReadonlyMap<string, readonly CatalogueCmdlet[]> {
  byNoun ??= new Map(
    catalogueNouns.map(([noun, names, declarations]) => [noun, cmdletsOfNoun(noun, names, declarations)]),
  );
  return byNoun;
}

/** The cmdlets that a release has. */
export function* cmdletsOfRelease(release: ExchangeRelease): Generator<CatalogueCmdlet> {
  for (const cmdlets of catalogue().values()) {
    for (const cmdlet of cmdlets) if (inRelease(cmdlet.releases, release)) yield cmdlet;
  }
}
