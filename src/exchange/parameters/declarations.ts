import type { ParameterDeclaration, ParameterDeclarations } from "../../binding/declaration.js";
import type { ParameterCoverage } from "../../runtime/command-metadata.js";
import type { CatalogueCmdlet, CatalogueParameter } from "../catalogue/catalogue-cmdlet.js";
import { type ExchangeRelease, inRelease } from "../catalogue/release.js";
import { asSent, isIdentityType } from "./id-parameter.js";
import { parameterType } from "./parameter-types.js";

/**
 * The parameters of a cmdlet of the catalogue as a release has them.
 * @param typeOf the type of a parameter where more is known of it than the catalogue's name
 */
export function declarationsOf(
  cmdlet: CatalogueCmdlet,
  release: ExchangeRelease,
  coverageOf: (parameter: string) => ParameterCoverage,
  typeOf: (parameter: string) => string | undefined = () => undefined,
): ParameterDeclarations {
  const known = cmdlet.parameters.filter((parameter) => inRelease(parameter.releases, release));
  const later = laterSets(cmdlet, release);
  return Object.fromEntries(
    known.map((parameter) => {
      const type = typeOf(parameter.name) ?? parameterType(parameter.typeName, parameter.name);
      const own = later.size === 0 ? parameter : withoutSets(parameter, later);
      return [parameter.name, declarationOf(own, cmdlet.sets, coverageOf(parameter.name), type)];
    }),
  );
}

/**
 * The sets that other releases have: those that are called by a mandatory parameter which the release has not. (The
 * reference says of parameters which releases have them, and of sets nothing.)
 */
function laterSets({ sets, parameters }: CatalogueCmdlet, release: ExchangeRelease): ReadonlySet<number> {
  const isCalledBy = (set: string, { name, typeName }: CatalogueParameter): boolean =>
    set === name || (typeName === "SwitchParameter" && set.startsWith(name));
  const absent = parameters.filter(({ mandatory, releases }) => mandatory && !inRelease(releases, release));
  return new Set(
    absent.flatMap((parameter) =>
      sets.flatMap((set, index) => {
        const has = parameter.sets.includes(index) || parameter.mandatorySets.includes(index);
        return set === parameter.name || (has && isCalledBy(set, parameter)) ? [index] : [];
      }),
    ),
  );
}

/** A parameter without some of its sets; one that was in no others stays as it is. */
function withoutSets(parameter: CatalogueParameter, gone: ReadonlySet<number>): CatalogueParameter {
  const sets = parameter.sets.filter((set) => !gone.has(set));
  if (sets.length === 0) return parameter;
  return { ...parameter, sets, mandatorySets: parameter.mandatorySets.filter((set) => !gone.has(set)) };
}

function declarationOf(
  parameter: CatalogueParameter,
  sets: readonly string[],
  coverage: ParameterCoverage,
  type: string,
): ParameterDeclaration {
  const { typeName, mandatory, position, byValue, byName, aliases } = parameter;
  const pipeline = byValue ? (byName ? "value,name" : "value") : byName ? "name" : null;
  return {
    type,
    mandatory,
    aliases,
    ...(isIdentityType(typeName) ? { transform: asSent } : {}),
    coverage,
    ...(position === null ? {} : { position }),
    ...(pipeline === null ? {} : { pipeline }),
    ...(parameter.sets.length === 0 ? {} : { sets: parameter.sets.map((index) => sets[index] ?? "") }),
    ...(parameter.mandatorySets.length === 0 ? {} : { inSet: neededIn(parameter, sets) }),
  };
}

function neededIn(
  { mandatorySets }: CatalogueParameter,
  sets: readonly string[],
): NonNullable<ParameterDeclaration["inSet"]> {
  return Object.fromEntries(mandatorySets.map((index) => [sets[index] ?? "", { mandatory: true }]));
}
