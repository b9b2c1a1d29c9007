/**
 * The catalogue's compact text. One noun is one string, so that a thousand cmdlets cost nothing at load: it is parsed
 * at the first use of the noun.
 *
 * A line without a leading blank begins a cmdlet: `Verb mask flags sets…`. `mask` says in which releases it exists
 * (see release.ts), the flag `w` that it supports -WhatIf and -Confirm, `-` that it does not; the sets are the names of
 * its parameter sets, the first one first. A line with a leading blank is a parameter of it: ` Name Type flags`, where
 * flags are `!` mandatory, a digit its position, `v` and `n` from the pipeline by value and by property name, `^mask`
 * the releases that have it, `@1,2` the indexes of its sets, `~a,b` its aliases.
 */
export interface CatalogueCmdlet {
  readonly verb: string;
  readonly releases: number;
  readonly supportsShouldProcess: boolean;
  readonly sets: readonly string[];
  readonly parameters: readonly CatalogueParameter[];
}

export interface CatalogueParameter {
  readonly name: string;
  /** As the facts name it: `Fqdn`, `DatabaseIdParameter`, `RecipientIdParameter[]`, `SwitchParameter`. */
  readonly typeName: string;
  readonly mandatory: boolean;
  readonly position: number | null;
  readonly byValue: boolean;
  readonly byName: boolean;
  readonly releases: number;
  /** Indexes into the cmdlet's sets; empty: in all. */
  readonly sets: readonly number[];
  readonly aliases: readonly string[];
}

const allReleases = 15;

/**
 * Reads a noun's text.
 * @throws {Error} for text that the generator would not write: a mistake in our data
 */
export function parseCatalogueEntry(text: string): readonly CatalogueCmdlet[] {
  const cmdlets: (CatalogueCmdlet & { parameters: CatalogueParameter[] })[] = [];
  for (const line of text.split("\n")) {
    if (!line.startsWith(" ")) cmdlets.push(parseCmdlet(line));
    else cmdlets.at(-1)?.parameters.push(parseParameter(line.slice(1)));
  }
  return cmdlets;
}

function parseCmdlet(line: string): CatalogueCmdlet & { parameters: CatalogueParameter[] } {
  const [verb = "", mask = "", flag = "", ...sets] = line.split(" ");
  return { verb, releases: Number(mask), supportsShouldProcess: flag === "w", sets, parameters: [] };
}

function parseParameter(line: string): CatalogueParameter {
  const [name = "", typeName = "", ...flags] = line.split(" ");
  const withMark = (mark: string): string | undefined => flags.find((flag) => flag.startsWith(mark))?.slice(1);
  const plain = flags[0] !== undefined && /^[!0-9vn]+$/.test(flags[0]) ? flags[0] : "";
  const position = /\d+/.exec(plain);
  return {
    name,
    typeName,
    mandatory: plain.includes("!"),
    position: position === null ? null : Number(position[0]),
    byValue: plain.includes("v"),
    byName: plain.includes("n"),
    releases: Number(withMark("^") ?? allReleases),
    sets: withMark("@")?.split(",").map(Number) ?? [],
    aliases: withMark("~")?.split(",") ?? [],
  };
}
