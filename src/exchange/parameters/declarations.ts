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
  return Object.fromEntries(
    known.map((parameter) => {
      const type = typeOf(parameter.name) ?? parameterType(parameter.typeName, parameter.name);
      return [parameter.name, declarationOf(parameter, cmdlet.sets, coverageOf(parameter.name), type)];
    }),
  );
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
