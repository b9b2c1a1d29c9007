import { parameterTypeNames, sharedDeclarations } from "./declarations.generated.js";

/** A parameter as the facts have it. */
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
  /** The sets in which it is mandatory, where it is in some only. */
  readonly mandatorySets: readonly number[];
  readonly aliases: readonly string[];
}

/** What cmdlets can share of a parameter. */
type Declaration = Omit<CatalogueParameter, "releases" | "sets" | "mandatorySets">;

/**
 * A cmdlet of the catalogue. The catalogue is compact text, so that a thousand cmdlets cost nothing at load:
 *
 * - the names of a noun's cmdlets, `Get15 Set15w`: the mask of the releases that have it (see release.ts), and `w` when
 *   it supports -WhatIf and -Confirm;
 * - the declarations of the noun, a line a cmdlet, parsed at the cmdlet's first use: the names of its parameter sets
 *   with commas between, then its parameters, with blanks between.
 *
 * A parameter is a declaration and what this cmdlet adds to it: `^mask` the releases that have it, where they are not
 * the cmdlet's, `@0,2` the numbers of its sets, where it is not in all, `!0` those of the sets that need it. The declaration is the number (base 36) of one
 * that cmdlets share, or `Name:type:flags:aliases`: the type's number (base 36), the flags `!` mandatory, a digit its
 * position, `v` and `n` from the pipeline by value and by property name.
 */
export class CatalogueCmdlet {
  private parsed: { readonly sets: readonly string[]; readonly parameters: readonly CatalogueParameter[] } | null =
    null;

  constructor(
    readonly noun: string,
    readonly verb: string,
    readonly releases: number,
    readonly supportsShouldProcess: boolean,
    private readonly text: string,
  ) {}

  get name(): string {
    return `${this.verb}-${this.noun}`;
  }
  /** The names of its parameter sets; empty: it has one without a name. */
  get sets(): readonly string[] {
    return this.parse().sets;
  }
  /** Without the common parameters, -WhatIf and -Confirm. */
  get parameters(): readonly CatalogueParameter[] {
    return this.parse().parameters;
  }

  private parse() {
    if (this.parsed === null) {
      const [sets = "", ...parameters] = this.text.split(" ");
      this.parsed = {
        sets: sets === "" ? [] : sets.split(","),
        parameters: parameters.map((parameter) => parseParameter(parameter, this.releases)),
      };
    }
    return this.parsed;
  }
}

/**
 * The cmdlets of one noun of the catalogue.
 * @throws {Error} for text that the generator would not write: a mistake in our data
 */
export function cmdletsOfNoun(noun: string, names: string, declarations: string): readonly CatalogueCmdlet[] {
  const texts = declarations.split("\n");
  return names.split(" ").map((name, index) => {
    const [, verb = "", mask = "", flag] = /^([A-Za-z]+)(\d+)(w?)$/.exec(name) ?? [];
    if (verb === "") throw new Error(`the catalogue of ${noun} has no cmdlet "${name}"`);
    return new CatalogueCmdlet(noun, verb, Number(mask), flag === "w", texts[index] ?? "");
  });
}

function parseParameter(text: string, cmdletReleases: number): CatalogueParameter {
  const [, declaration = "", mask, sets, needed] =
    /^([\w+-]+(?::[\w!,:]*)?)(?:\^(\d+))?(?:@([\d,]+))?(?:!([\d,]+))?$/.exec(text) ?? [];
  return {
    ...(declaration.includes(":") ? parseDeclaration(declaration) : sharedDeclaration(declaration)),
    releases: mask === undefined ? cmdletReleases : Number(mask),
    sets: sets?.split(",").map(Number) ?? [],
    mandatorySets: needed?.split(",").map(Number) ?? [],
  };
}

const sharingBase = 36;
let shared: (string | Declaration)[] | null = null;
let typeNames: readonly string[] | null = null;

function sharedDeclaration(number: string): Declaration {
  shared ??= sharedDeclarations.split(" ");
  const index = Number.parseInt(number, sharingBase);
  const found = shared[index];
  if (found === undefined) throw new Error(`the catalogue shares no declaration "${number}"`);
  if (typeof found !== "string") return found;
  const declaration = parseDeclaration(found);
  shared[index] = declaration;
  return declaration;
}

function parseDeclaration(text: string): Declaration {
  const [name = "", type = "", flags = "", aliases = ""] = text.split(":");
  typeNames ??= parameterTypeNames.split(" ");
  const typeName = typeNames[Number.parseInt(type, sharingBase)];
  if (typeName === undefined) throw new Error(`the catalogue knows no type of -${name}`);
  const position = /\d+/.exec(flags);
  return {
    name,
    typeName,
    mandatory: flags.includes("!"),
    position: position === null ? null : Number(position[0]),
    byValue: flags.includes("v"),
    byName: flags.includes("n"),
    aliases: aliases === "" ? [] : aliases.split(","),
  };
}
