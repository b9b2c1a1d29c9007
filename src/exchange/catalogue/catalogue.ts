import { type CatalogueCmdlet, cmdletsOfNoun } from "./catalogue-cmdlet.js";
import { catalogueNouns } from "./nouns.generated.js";
import { type ExchangeRelease, inRelease } from "./release.js";

type Row = (typeof catalogueNouns)[number];

let rows: ReadonlyMap<string, Row> | null = null;
const read = new Map<Row, readonly CatalogueCmdlet[]>();
let byNoun: ReadonlyMap<string, readonly CatalogueCmdlet[]> | null = null;

function cmdletsOfRow(row: Row): readonly CatalogueCmdlet[] {
  let cmdlets = read.get(row);
  if (cmdlets === undefined) {
    cmdlets = cmdletsOfNoun(...row);
    read.set(row, cmdlets);
  }
  return cmdlets;
}

/** The cmdlets of every release by noun, in the order of the nouns' names. */
export function catalogue(): ReadonlyMap<string, readonly CatalogueCmdlet[]> {
  byNoun ??= new Map(catalogueNouns.map((row) => [row[0], cmdletsOfRow(row)]));
  return byNoun;
}

/** The cmdlets of a noun, case aside: nothing is read of the others. */
export function cmdletsOfNounNamed(noun: string): readonly CatalogueCmdlet[] {
  rows ??= new Map(catalogueNouns.map((row) => [row[0].toLowerCase(), row]));
  const row = rows.get(noun.toLowerCase());
  return row === undefined ? [] : cmdletsOfRow(row);
}

/** The cmdlets that a release has. */
export function* cmdletsOfRelease(release: ExchangeRelease): Generator<CatalogueCmdlet> {
  for (const cmdlets of catalogue().values()) {
    for (const cmdlet of cmdlets) if (inRelease(cmdlet.releases, release)) yield cmdlet;
  }
}
