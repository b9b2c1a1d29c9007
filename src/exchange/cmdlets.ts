import type { CmdletInfo } from "../runtime/commands.js";
import { catalogue, cmdletsOfRelease } from "./catalogue/catalogue.js";
import { type ExchangeRelease, inRelease } from "./catalogue/release.js";
import { missingCmdlet } from "./missing-cmdlet.js";
import { exchangeCmdlet } from "./noun/exchange-cmdlet.js";
import type { VerbBehaviour } from "./noun/noun.js";
import { nouns, type RegisteredNoun } from "./nouns.js";

/** The cmdlets of a release, made once for all sessions: what they work on comes with the session that runs them. */
const cmdletsByRelease = new Map<ExchangeRelease, readonly CmdletInfo[]>();

/** All cmdlets that a release of Exchange has; those without behaviour bind and answer NotEmulated. */
export function exchangeCmdlets(release: ExchangeRelease): readonly CmdletInfo[] {
  let cmdlets = cmdletsByRelease.get(release);
  if (cmdlets === undefined) {
    cmdlets = [...makeCmdlets(release)];
    cmdletsByRelease.set(release, cmdlets);
  }
  return cmdlets;
}

function* makeCmdlets(release: ExchangeRelease): Generator<CmdletInfo> {
  const registered = new Map(nouns.map((each) => [each.noun.noun, each]));
  for (const entry of cmdletsOfRelease(release)) {
    const found = registered.get(entry.noun);
    const behaviour = found === undefined ? undefined : behaviourOf(found, entry.verb);
    yield found === undefined || behaviour === undefined
      ? missingCmdlet(entry, release, found === undefined ? [] : runningOf(found, release))
      : exchangeCmdlet(found.noun, entry, behaviour, release);
  }
}

function behaviourOf({ verbs }: RegisteredNoun, verb: string): VerbBehaviour | undefined {
  return Object.entries(verbs).find(([known]) => known === verb)?.[1];
}

/** The names of a noun's cmdlets in a release that have behaviour. */
function runningOf(registered: RegisteredNoun, release: ExchangeRelease): readonly string[] {
  const entries = catalogue().get(registered.noun.noun) ?? [];
  return entries
    .filter(({ verb, releases }) => inRelease(releases, release) && behaviourOf(registered, verb) !== undefined)
    .map(({ name }) => name);
}

/** The names of a release's cmdlets that have behaviour. */
export function runningCmdlets(release: ExchangeRelease): ReadonlySet<string> {
  return new Set(nouns.flatMap((registered) => runningOf(registered, release)));
}
