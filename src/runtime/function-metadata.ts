import { DotNetType } from "../values/dotnet-type.js";
import { toItems } from "../values/enumeration.js";
import { runtimeError } from "../values/errors.js";
import { EnumValue } from "../values/numbers.js";
import { toText } from "../values/text.js";
import { typeNamed } from "../values/types.js";
import { baseOf, type Value } from "../values/value.js";
import {
  allParameterSets,
  type CommandMetadata,
  type ConfirmImpact,
  type OutputTypeName,
  type ParameterMetadata,
  type ParameterSetData,
} from "./command-metadata.js";
import { type EvaluatedAttribute, isSet, validationOf } from "./compile/attributes.js";
import type { CompiledScriptBlock } from "./compile/script-blocks.js";
import type { Declaration } from "./constraints.js";
import type { ExecutionContext } from "./execution-context.js";
import type { Frame } from "./frame.js";

/** Metadata of a function from its param block; `frame` is where attribute arguments are evaluated. */
export function functionMetadata(frame: Frame, name: string, compiled: CompiledScriptBlock): CommandMetadata {
  const { engine } = frame;
  const attributes = compiled.attributes(frame);
  const binding = attributes.find((attribute) => attribute.name === "cmdletbinding");
  const supportsShouldProcess = binding !== undefined && isSet(binding, "supportsshouldprocess");
  const positional =
    binding === undefined || !binding.named.has("positionalbinding") || isSet(binding, "positionalbinding");
  const own = parametersOf(frame, compiled, positional);
  checkAliases(own);
  const { isAdvanced } = compiled;
  const supportsPaging = binding !== undefined && isSet(binding, "supportspaging");
  const common = isAdvanced ? engine.services.commonParameters(supportsShouldProcess, supportsPaging) : [];
  checkAgainstCommon(engine, own, common);
  const obsolete = binding === undefined ? undefined : obsoleteText(engine, attributes);
  const helpUri = binding?.named.get("helpuri");
  const defaultSet = binding?.named.get("defaultparametersetname");
  return {
    name,
    parameters: [...own, ...common],
    defaultParameterSet: defaultSet === undefined ? null : toText(engine, defaultSet),
    supportsShouldProcess,
    confirmImpact: confirmImpact(engine, binding?.named.get("confirmimpact")),
    errorTypeName: name,
    isCompiled: false,
    isAdvanced,
    obsolete,
    helpUri: helpUri === undefined ? undefined : toText(engine, helpUri),
    outputTypes: attributes
      .filter(({ name: each }) => each === "outputtype")
      .flatMap((each) => outputTypes(engine, each)),
  };
}

/** What `[Obsolete('…')]` says; `undefined` where it does not stand. */
function obsoleteText(context: ExecutionContext, attributes: readonly EvaluatedAttribute[]): string | undefined {
  const found = attributes.find(({ name }) => name === "obsolete" || name === "system.obsolete");
  if (found === undefined) return undefined;
  const [message] = found.positional;
  return message === undefined ? "" : toText(context, message);
}

function outputTypes(context: ExecutionContext, { positional }: EvaluatedAttribute): readonly OutputTypeName[] {
  return positional
    .flatMap((value) => toItems(value))
    .map((value) => {
      const base = baseOf(value);
      if (base instanceof DotNetType) return { name: base.fullName, type: base };
      const name = toText(context, value);
      return { name, type: context.resolveType(name) ?? null };
    });
}

/** Refuses a parameter that has the name or the alias of a common one. */
function checkAgainstCommon(
  { facts }: ExecutionContext,
  own: readonly ParameterMetadata[],
  common: readonly ParameterMetadata[],
): void {
  const known = common.filter(({ since = 2 }) => since <= facts.languageVersion);
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  const aliases = new Set(own.flatMap((parameter) => parameter.aliases.map((alias) => alias.toLowerCase())));
  for (const { name, aliases: shortNames } of known) {
    if (names.has(name.toLowerCase())) {
      throw metadataError(
        "ParameterNameAlreadyExistsForCommand",
        `A parameter with the name '${name}' was defined multiple times for the command.`,
      );
    }
    const taken = shortNames.find((alias) => aliases.has(alias));
    if (taken === undefined) continue;
    throw metadataError(
      "AliasParameterNameAlreadyExistsForCommand",
      `The parameter alias cannot be specified because an alias with the name '${taken}' was already defined multiple times for the command.`,
    );
  }
}

const impacts: readonly ConfirmImpact[] = ["None", "Low", "Medium", "High"];

function confirmImpact(context: ExecutionContext, value: Value | undefined): ConfirmImpact {
  if (value === undefined) return "Medium";
  const base = baseOf(value);
  if (base instanceof EnumValue) return impacts[Number(base.value)] ?? "Medium";
  const text = toText(context, base).toLowerCase();
  return impacts.find((impact) => impact.toLowerCase() === text) ?? "Medium";
}

function parametersOf(
  frame: Frame,
  { parameters }: CompiledScriptBlock,
  positionalBinding: boolean,
): ParameterMetadata[] {
  const read = parameters.map((parameter) => ({ parameter, attributes: parameter.attributes(frame) }));
  // Parameters get positions in the order of their declaration, unless one of them has its own, or a set.
  const hasExplicit = read.some(({ attributes }) =>
    attributes.some(({ name, named }) => name === "parameter" && (named.has("position") || isInNamedSet(frame, named))),
  );
  let next = 0;
  return read.map(({ parameter, attributes }) => {
    const declarations = parameter.declarations(frame);
    const type = typeOf(declarations);
    const isSwitch = type.fullName === "System.Management.Automation.SwitchParameter";
    const sets = setsOf(frame, parameter.name, attributes);
    const takesRest = [...sets.values()].some(({ valueFromRemainingArguments }) => valueFromRemainingArguments);
    if (positionalBinding && !hasExplicit && !isSwitch && !takesRest) {
      const position = next++;
      for (const [set, data] of sets) sets.set(set, { ...data, position });
    }
    return { ...parameterMetadata(frame, parameter.name, type, attributes), sets };
  });
}

/** What a parameter's attributes say of it. */
export function parameterMetadata(
  frame: Frame,
  name: string,
  type: DotNetType,
  attributes: readonly EvaluatedAttribute[],
): ParameterMetadata {
  const has = (attribute: string) => attributes.some((each) => each.name === attribute);
  return {
    name,
    aliases: attributes
      .filter((attribute) => attribute.name === "alias")
      .flatMap(({ positional }) =>
        positional.flatMap((value) => toItems(value)).map((value) => toText(frame.engine, value)),
      ),
    type,
    sets: setsOf(frame, name, attributes),
    validations: attributes
      .map((attribute) => validationOf(frame.engine, attribute))
      .filter((validation) => validation !== null),
    allowNull: has("allownull"),
    allowEmptyString: has("allowemptystring"),
    allowEmptyCollection: has("allowemptycollection"),
    isDynamic: false,
    coverage: "emulated",
    obsolete: obsoleteText(frame.engine, attributes),
    isCommon: false,
  };
}

/** Refuses an alias that stands twice, or is the name of another parameter. */
function checkAliases(parameters: readonly ParameterMetadata[]): void {
  const names = new Set(parameters.map(({ name }) => name.toLowerCase()));
  const taken = new Set<string>();
  for (const { name, aliases } of parameters) {
    for (const alias of aliases) {
      const key = alias.toLowerCase();
      if (taken.has(key)) {
        throw metadataError("AliasDeclaredMultipleTimes", `The alias "${alias}" is declared multiple times.`);
      }
      taken.add(key);
      if (!names.has(key)) continue;
      throw metadataError(
        "ParameterNameConflictsWithAlias",
        `The parameter '${alias}' cannot be specified because it conflicts with the parameter alias of the same name for parameter '${name}'.`,
      );
    }
  }
}

function metadataError(id: string, message: string): Error {
  return runtimeError(id, "MetadataError", message, {
    exceptionType: "System.Management.Automation.MetadataException",
  });
}

/** The outermost type: what an argument is in the end. */
function typeOf(declarations: readonly Declaration[]): DotNetType {
  let type: DotNetType | null = null;
  for (const declaration of declarations) if (declaration.kind === "type") ({ type } = declaration);
  return type ?? typeNamed("System.Object");
}

/** Whether a `[Parameter()]` attribute names a set of parameters. */
function isInNamedSet({ engine }: Frame, named: EvaluatedAttribute["named"]): boolean {
  const set = named.get("parametersetname");
  return set !== undefined && toText(engine, set) !== allParameterSets;
}

function setsOf(
  { engine }: Frame,
  parameter: string,
  attributes: readonly EvaluatedAttribute[],
): Map<string, ParameterSetData> {
  const sets = new Map<string, ParameterSetData>();
  for (const attribute of attributes) {
    if (attribute.name !== "parameter") continue;
    const { named } = attribute;
    const setName = named.get("parametersetname");
    const position = baseOf(named.get("position") ?? null);
    const help = named.get("helpmessage");
    const set = setName === undefined ? allParameterSets : toText(engine, setName);
    if (sets.has(set)) {
      throw metadataError(
        "ParameterDeclaredInParameterSetMultipleTimes",
        `The parameter "${parameter}" is declared in parameter-set "${set}" multiple times.`,
      );
    }
    sets.set(set, {
      mandatory: isSet(attribute, "mandatory"),
      position: typeof position === "number" ? position : null,
      valueFromPipeline: isSet(attribute, "valuefrompipeline"),
      valueFromPipelineByPropertyName: isSet(attribute, "valuefrompipelinebypropertyname"),
      valueFromRemainingArguments: isSet(attribute, "valuefromremainingarguments"),
      helpMessage: help === undefined ? null : toText(engine, help),
    });
  }
  if (sets.size === 0) {
    sets.set(allParameterSets, {
      mandatory: false,
      position: null,
      valueFromPipeline: false,
      valueFromPipelineByPropertyName: false,
      valueFromRemainingArguments: false,
      helpMessage: null,
    });
  }
  return sets;
}

/** What a parameter that was not bound starts with: zero, empty text, `$false`, or `$null`. */
export function unboundValue(declarations: readonly Declaration[]): Value | undefined {
  const type = typeOf(declarations).fullName;
  switch (type) {
    case "System.Int32":
      return 0;
    case "System.String":
      return "";
    case "System.Boolean":
      return false;
    case "System.Int64":
      return 0n;
    default:
      // Further numeric types and switches: converted from zero, from false.
      return numericTypes.has(type) ? 0 : type.endsWith(".SwitchParameter") ? false : undefined;
  }
}

const numericTypes: ReadonlySet<string> = new Set(
  ["Byte", "SByte", "Int16", "UInt16", "UInt32", "UInt64", "Double", "Single", "Decimal"].map(
    (name) => `System.${name}`,
  ),
);
