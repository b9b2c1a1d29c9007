import { allParameterSets, type CommandMetadata, type ParameterMetadata } from "../../runtime/command-metadata.js";
import { PSArray } from "../../values/collections.js";
import type { PSCustomObject } from "../../values/objects.js";
import { commandSyntax, ownParameters, syntaxSets, syntaxTypeName } from "../core/command-syntax.js";
import { helpPart, oneOrMore, paragraphsOf } from "./help-objects.js";
import { isSwitch, pipelineInput } from "./written-help.js";

const type = "ExtendedCmdletHelpInfo";

/** A command as its declaration tells of it. */
export interface DeclaredHelp {
  readonly name: string;
  readonly category: string;
  readonly moduleName: string;
  readonly metadata: CommandMetadata;
  readonly languageVersion: number;
  readonly aliases: readonly string[];
  readonly remarks: string;
}

/** The object that Get-Help gives for a command without written help: what its declaration says. */
export function declaredHelp(help: DeclaredHelp): PSCustomObject {
  const { name, metadata, languageVersion } = help;
  const CommonParameters = metadata.isAdvanced;
  const parameters = [...ownParameters(metadata, languageVersion)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return helpPart([type, "CmdletHelpInfo", "HelpInfo"], {
    CommonParameters,
    details: helpPart([`${type}#details`], { name, ...verbAndNoun(name) }),
    Syntax: syntaxOf(help),
    parameters: helpPart([`${type}#parameters`], {
      CommonParameters,
      parameter: oneOrMore(parameters.map((parameter) => parameterPart(parameter))),
    }),
    inputTypes: typesPart("inputTypes", "inputType", inputTypes(parameters)),
    returnValues: typesPart("returnValues", "returnValue", ["System.Object"]),
    aliases: `${help.aliases.length === 0 ? "None" : help.aliases.join("\n")}\n`,
    remarks: help.remarks,
    Synopsis: `\n${commandSyntax(name, metadata, languageVersion).join("\n\n")}\n`,
    ModuleName: help.moduleName,
    Name: name,
    Category: help.category,
  });
}

function verbAndNoun(name: string): { readonly noun?: string; readonly verb?: string } {
  const dash = name.indexOf("-");
  return dash < 0 ? {} : { noun: name.slice(dash + 1), verb: name.slice(0, dash) };
}

function syntaxOf({ name, metadata, languageVersion }: DeclaredHelp): PSCustomObject {
  const items = syntaxSets(metadata, languageVersion).map(({ parameters }) =>
    helpPart([`${type}#syntaxItem`], {
      name,
      CommonParameters: metadata.isAdvanced,
      parameter: new PSArray(
        parameters.map(([parameter, data]) =>
          helpPart([`${type}#parameter`], {
            name: parameter.name,
            required: `${data.mandatory}`,
            position: data.position === null ? "Named" : `${data.position}`,
            parameterValue: isSwitch(parameter) ? undefined : syntaxTypeName(parameter.type),
            parameterValueGroup: valuesPart(parameter),
          }),
        ),
      ),
    }),
  );
  return helpPart([`${type}#syntax`], { syntaxItem: oneOrMore(items) });
}

/** The values that a set or an enumeration allows. */
function valuesPart({ type: parameterType, validations }: ParameterMetadata): PSCustomObject | undefined {
  const set = validations.find((validation) => validation.kind === "ValidateSet");
  const element = parameterType.elementType ?? parameterType;
  const values =
    set?.values ?? (element.isEnum ? (element.definition.enumValues ?? []).map(([name]) => name) : undefined);
  if (values === undefined) return undefined;
  return helpPart([`${type}#parameterValueGroup`], { parameterValue: new PSArray([...values]) });
}

function parameterPart(parameter: ParameterMetadata): PSCustomObject {
  const sets = [...parameter.sets];
  const [first] = sets;
  if (first === undefined) throw new Error(`the parameter ${parameter.name} is in no set`);
  const [, data] = first;
  const typeName = syntaxTypeName(parameter.type);
  const help = sets.map(([, { helpMessage }]) => helpMessage).find((message) => message !== null);
  return helpPart([`${type}#parameter`], {
    name: parameter.name,
    description: help === undefined ? undefined : paragraphsOf(help),
    required: `${data.mandatory}`,
    pipelineInput: pipelineInput(data),
    isDynamic: `${parameter.isDynamic}`,
    globbing: "false",
    parameterSetName: sets.map(([name]) => (name === allParameterSets ? "(All)" : name)).join(", "),
    parameterValue: isSwitch(parameter) ? undefined : typeName,
    type: helpPart([`${type}#type`], { name: isSwitch(parameter) ? "switch" : typeName }),
    position: data.position === null ? "Named" : `${data.position}`,
    aliases: parameter.aliases.length === 0 ? "None" : parameter.aliases.join(", "),
  });
}

/** Full names of what the parameters take from the pipeline, each once; a line end behind each. */
function inputTypes(parameters: readonly ParameterMetadata[]): readonly string[] {
  const taking = parameters.filter(({ sets }) =>
    [...sets.values()].some((data) => data.valueFromPipeline || data.valueFromPipelineByPropertyName),
  );
  const names = [...new Set(taking.map((parameter) => parameter.type.fullName))];
  return [`${names.length === 0 ? "None" : names.join("\n")}\n`];
}

function typesPart(list: string, each: string, names: readonly string[]): PSCustomObject {
  return helpPart([`${type}#${list}`], {
    [each]: oneOrMore(
      names.map((name) => helpPart([`${type}#${each}`], { type: helpPart([`${type}#type`], { name }) })),
    ),
  });
}
