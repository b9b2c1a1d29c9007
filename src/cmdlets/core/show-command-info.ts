import { allParameterSets, type ParameterMetadata, type ParameterSetData } from "../../runtime/command-metadata.js";
import type { CommandInfo } from "../../runtime/commands.js";
import { scriptModuleOf, shownType } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { PSList } from "../../values/collections.js";
import { type DotNetType, genericTypeOf, PSArray, PSCustomObject, typeNamed, type Value } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { isAssignable } from "../../values/value-types.js";
import { commandTypeBits, definitionOf, moduleOf } from "./command-members.js";
import { syntaxSets } from "./command-syntax.js";
import { metadataOf, parametersOf } from "./parameter-objects.js";

const automation = "System.Management.Automation.";

/**
 * What `Get-Command -ShowCommandInfo` gives: plain objects that say how a command is called, for a window that asks for
 * its parameters. Common parameters are among them; an alias has no parameter sets.
 */
export function showCommandInfo(context: ExecutionContext, info: CommandInfo): PSCustomObject {
  return new PSCustomObject([
    ["Name", info.name],
    [
      "ModuleName",
      info.commandType === "ExternalScript" || info.commandType === "Application" ? "" : moduleOf(info, context),
    ],
    ["Module", new PSCustomObject([["Name", scriptModuleOf(info)?.name ?? null]])],
    ["CommandType", new EnumValue(typeNamed(`${automation}CommandTypes`), commandTypeBits[shownType(info)])],
    ["Definition", definitionOf(info, context)],
    ["ParameterSets", objects(info.commandType === "Alias" ? [] : setsOf(context, info))],
  ]);
}

const objects = (items: readonly Value[]): PSArray => new PSArray([...items], typeNamed(`${automation}PSObject`));

function setsOf(context: ExecutionContext, info: CommandInfo): readonly Value[] {
  const metadata = metadataOf(context, info);
  if (metadata === null) return [];
  const all = parametersOf(context, info);
  return syntaxSets(metadata, context.facts.languageVersion).map(({ name }) => {
    const parameters = all.flatMap((parameter) => {
      const data = parameter.sets.get(name) ?? parameter.sets.get(allParameterSets);
      return data === undefined ? [] : [parameterInfo(parameter, data)];
    });
    return new PSCustomObject([
      ["Name", name],
      ["IsDefault", name === metadata.defaultParameterSet],
      ["Parameters", objects(parameters)],
    ]);
  });
}

const unsetPosition = -2147483648;

function parameterInfo({ name, type, validations }: ParameterMetadata, data: ParameterSetData): Value {
  const set = validations.find((each) => each.kind === "ValidateSet");
  const texts = genericTypeOf("System.Collections.Generic.List`1", [typeNamed("System.String")]) as DotNetType;
  return new PSCustomObject([
    ["Name", name],
    ["IsMandatory", data.mandatory],
    ["ValueFromPipeline", data.valueFromPipeline],
    ["Position", data.position ?? unsetPosition],
    ["ParameterType", typeInfo(type)],
    ["HasParameterSet", set !== undefined],
    ["ValidParamSetValues", new PSList(texts, [...(set?.values ?? [])])],
  ]);
}

function typeInfo(type: DotNetType): Value {
  const names = type.isEnum ? (type.definition.enumValues ?? []).map(([name]) => name) : [];
  return new PSCustomObject([
    ["FullName", type.fullName],
    ["IsEnum", type.isEnum],
    ["IsArray", type.elementType !== null],
    ["EnumValues", new PSList(typeNamed("System.Collections.ArrayList"), names)],
    ["HasFlagAttribute", type.isEnum && type.definition.isFlags === true],
    ["ElementType", type.elementType === null ? null : typeInfo(type.elementType)],
    ["ImplementsDictionary", isAssignable(type, typeNamed("System.Collections.IDictionary"))],
  ]);
}
