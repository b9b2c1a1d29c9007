import type { CmdletInfo, CmdletSource } from "../runtime/commands.js";
import { cmdletsOfNounNamed, cmdletsOfRelease } from "./catalogue/catalogue.js";
import type { CatalogueCmdlet } from "./catalogue/catalogue-cmdlet.js";
import { type ExchangeRelease, inRelease } from "./catalogue/release.js";
import { missingCmdlet } from "./missing-cmdlet.js";
import { exchangeCmdlet } from "./noun/exchange-cmdlet.js";
import type { VerbBehaviour } from "./noun/noun.js";
import { nouns, type RegisteredNoun } from "./nouns.js";

/**
 * The cmdlets of a release, made once for all sessions, each when it is first looked for: what they work on comes with
 * the session that runs them.
 */
class ReleaseCmdlets implements CmdletSource {
  private readonly made = new Map<CatalogueCmdlet, CmdletInfo>();
  private list: readonly CmdletInfo[] | null = null;

  constructor(private readonly release: ExchangeRelease) {}

  find(name: string): CmdletInfo | undefined {
    const wanted = name.toLowerCase();
    const entry = cmdletsOfNounNamed(wanted.slice(wanted.indexOf("-") + 1)).find(
      (each) => each.name.toLowerCase() === wanted && inRelease(each.releases, this.release),
    );
    return entry === undefined ? undefined : this.of(entry);
  }

  get all(): readonly CmdletInfo[] {
    this.list ??= Array.from(cmdletsOfRelease(this.release), (entry) => this.of(entry));
    return this.list;
  }

  private of(entry: CatalogueCmdlet): CmdletInfo {
    let cmdlet = this.made.get(entry);
    if (cmdlet === undefined) {
      cmdlet = makeCmdlet(entry, this.release);
      this.made.set(entry, cmdlet);
    }
    return cmdlet;
  }
}

const byRelease = new Map<ExchangeRelease, ReleaseCmdlets>();

/** Where a release's cmdlets are found by name. */
export function exchangeCmdletSource(release: ExchangeRelease): CmdletSource {
  let cmdlets = byRelease.get(release);
  if (cmdlets === undefined) {
    cmdlets = new ReleaseCmdlets(release);
    byRelease.set(release, cmdlets);
  }
  return cmdlets;
}

/** All cmdlets that a release of Exchange has; those without behaviour bind and answer NotEmulated. */
export function exchangeCmdlets(release: ExchangeRelease): readonly CmdletInfo[] {
  return exchangeCmdletSource(release).all;
}

let registered: ReadonlyMap<string, RegisteredNoun> | null = null;

function makeCmdlet(entry: CatalogueCmdlet, release: ExchangeRelease): CmdletInfo {
  registered ??= new Map(nouns.map((each) => [each.noun.noun, each]));
  const found = registered.get(entry.noun);
  const behaviour = found === undefined ? undefined : behaviourOf(found, entry.verb);
  return found === undefined || behaviour === undefined
    ? missingCmdlet(entry, release, found === undefined ? [] : runningOf(found, release))
    : exchangeCmdlet(found.noun, entry, behaviour, release);
}

function behaviourOf({ verbs }: RegisteredNoun, verb: string): VerbBehaviour | undefined {
  return Object.entries(verbs).find(([known]) => known === verb)?.[1];
}

/** The names of a noun's cmdlets in a release that have behaviour. */
function runningOf(noun: RegisteredNoun, release: ExchangeRelease): readonly string[] {
  return cmdletsOfNounNamed(noun.noun.noun)
    .filter(({ verb, releases }) => inRelease(releases, release) && behaviourOf(noun, verb) !== undefined)
    .map(({ name }) => name);
}

/** The names of the release's cmdlets that have behaviour. */
export function runningCmdlets(release: ExchangeRelease): ReadonlySet<string> {
  return new Set(nouns.flatMap((noun) => runningOf(noun, release)));
}
