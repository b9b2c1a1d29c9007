import type { CmdletInfo } from "../runtime/commands.js";
import { parseCatalogueEntry } from "./catalogue/catalogue-entry.js";
import { catalogueNouns } from "./catalogue/nouns.generated.js";
import { type ExchangeRelease, inRelease } from "./catalogue/release.js";
import { exchangeCmdlet } from "./noun/exchange-cmdlet.js";
import { nouns } from "./nouns.js";

/** The cmdlets of a release, made once for all sessions: what they work on comes with the session that runs them. */
const cmdletsByRelease = new Map<ExchangeRelease, readonly CmdletInfo[]>();

/** The cmdlets that a release of Exchange has, as far as they have behaviour. */
export function exchangeCmdlets(release: ExchangeRelease): readonly CmdletInfo[] {
  let cmdlets = cmdletsByRelease.get(release);
  if (cmdlets === undefined) {
    cmdlets = [...makeCmdlets(release)];
    cmdletsByRelease.set(release, cmdlets);
  }
  return cmdlets;
}

function* makeCmdlets(release: ExchangeRelease): Generator<CmdletInfo> {
  const texts = new Map(catalogueNouns);
  for (const { noun, verbs } of nouns) {
    for (const entry of parseCatalogueEntry(texts.get(noun.noun) ?? "")) {
      const behaviour = Object.entries(verbs).find(([verb]) => verb === entry.verb)?.[1];
      if (behaviour !== undefined && inRelease(entry.releases, release))
        yield exchangeCmdlet(noun, entry, behaviour, release);
    }
  }
}
