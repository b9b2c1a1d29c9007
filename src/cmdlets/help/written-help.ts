import type { CommandMetadata, ParameterMetadata, ParameterSetData } from "../../runtime/command-metadata.js";
import { PSArray } from "../../values/collections.js";
import type { PSCustomObject } from "../../values/objects.js";
import type { Value } from "../../values/value.js";
import { ownParameters, type SetParameter, syntaxSets } from "../core/command-syntax.js";
import { helpPart, oneOrMore, paragraphsOf } from "./help-objects.js";

const type = "MamlCommandHelpInfo";

/** Everything that written help says; texts that there are not are empty. */
export interface WrittenHelp {
  readonly name: string;
  readonly category: string;
  readonly moduleName: string;
  readonly metadata: CommandMetadata;
  readonly languageVersion: number;
  readonly synopsis: string;
  readonly description: string;
  readonly notes: string;
  readonly examples: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly links: readonly string[];
  readonly component: string;
  readonly role: string;
  readonly functionality: string;
  readonly describe: (parameter: ParameterMetadata) => string;
  /** What a parameter is when it is not given, as text. */
  readonly defaultOf: (parameter: ParameterMetadata) => string;
}

/** The object that Get-Help gives for help that someone wrote. */
export function writtenHelp(help: WrittenHelp): PSCustomObject {
  const { name, synopsis, component, role, functionality } = help;
  return helpPart([type, "HelpInfo"], {
    details: helpPart([`${type}#details`], { name, description: paragraphsOf(synopsis) }),
    syntax: syntaxOf(help),
    alertSet: help.notes === "" ? undefined : helpPart([`${type}#alertSet`], { alert: paragraphsOf(help.notes) }),
    description: paragraphsOf(help.description),
    relatedLinks: listPart("relatedLinks", "navigationLink", help.links.map(linkOf)),
    examples: listPart("examples", "example", help.examples.map(exampleOf)),
    inputTypes: listPart("inputTypes", "inputType", help.inputs.map(typePart("inputType"))),
    returnValues: listPart("returnValues", "returnValue", help.outputs.map(typePart("returnValue"))),
    parameters: parametersOf(help),
    Name: name,
    Category: help.category,
    Synopsis: synopsis,
    Component: component,
    Role: role,
    Functionality: functionality,
    ModuleName: help.moduleName,
  });
}

function listPart(name: string, each: string, items: readonly Value[]): PSCustomObject | undefined {
  return items.length === 0 ? undefined : helpPart([`${type}#${name}`], { [each]: oneOrMore(items) });
}

const typePart = (part: string) => (name: string) =>
  helpPart([`${type}#${part}`], { type: helpPart([`${type}#type`], { name }) });

function syntaxOf({ name, metadata, languageVersion }: WrittenHelp): PSCustomObject {
  const items = syntaxSets(metadata, languageVersion).map(({ parameters }) =>
    helpPart([`${type}#syntaxItem`], {
      name,
      parameter: new PSArray(asDeclared(parameters, metadata).map((parameter) => syntaxParameter(parameter))),
    }),
  );
  return helpPart([`${type}#syntax`], { syntaxItem: oneOrMore(items) });
}

/** Written help keeps the order of the declaration. */
function asDeclared(parameters: readonly SetParameter[], metadata: CommandMetadata): readonly SetParameter[] {
  const places = new Map(metadata.parameters.map(({ name }, index) => [name, index]));
  return [...parameters].sort(([a], [b]) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}

function syntaxParameter([parameter, data]: SetParameter): PSCustomObject {
  return helpPart([`${type}#parameter`], {
    name: parameter.name,
    parameterValue: isSwitch(parameter) ? undefined : typeNameOf(parameter),
    ...attributes(data),
  });
}

function parametersOf(help: WrittenHelp): PSCustomObject {
  const parts = ownParameters(help.metadata, help.languageVersion).map((parameter) => parameterPart(parameter, help));
  return helpPart([`${type}#parameters`], parts.length === 0 ? {} : { parameter: oneOrMore(parts) });
}

function parameterPart(parameter: ParameterMetadata, help: WrittenHelp): PSCustomObject {
  const [data] = parameter.sets.values();
  const typeName = typeNameOf(parameter);
  return helpPart([`${type}#parameter`], {
    name: parameter.name,
    parameterValue: typeName,
    defaultValue: help.defaultOf(parameter),
    type: helpPart([`${type}#type`], { name: typeName }),
    description: paragraphsOf(help.describe(parameter)),
    ...(data === undefined ? {} : attributes(data)),
  });
}

/** Positions count from 1 here. */
function attributes(data: ParameterSetData) {
  return {
    required: `${data.mandatory}`,
    globbing: "false",
    pipelineInput: pipelineInput(data),
    position: data.position === null ? "named" : `${data.position + 1}`,
  };
}

/** `true (ByValue, ByPropertyName)` or `false`. */
export function pipelineInput(data: ParameterSetData): string {
  const ways = [
    ...(data.valueFromPipeline ? ["ByValue"] : []),
    ...(data.valueFromPipelineByPropertyName ? ["ByPropertyName"] : []),
    ...(data.valueFromRemainingArguments ? ["FromRemainingArguments"] : []),
  ];
  return ways.length === 0 ? "false" : `true (${ways.join(", ")})`;
}

export function isSwitch({ type: { fullName } }: ParameterMetadata): boolean {
  return fullName === "System.Management.Automation.SwitchParameter";
}

/** `String`, `Int32[]`; of a generic type its own name. */
function typeNameOf({ type: { name } }: ParameterMetadata): string {
  return name.replace(/`\d+(\[.*\])?$/, "");
}

/** What a prompt ends with, on the first line of an example. */
const prompt = /^[^\n>]*>/;
const emptyParagraphs = 4;

/** Prompt, code up to the first empty line, remarks behind it. */
function exampleOf(text: string, index: number): PSCustomObject {
  const introduction = prompt.exec(text)?.[0];
  const rest = introduction === undefined ? text : text.slice(introduction.length);
  const [, code = rest, remarks = ""] = /^([\s\S]*?)\n[^\S\n]*\n([\s\S]*)$/.exec(rest) ?? [];
  const line = "-".repeat(26);
  return helpPart([`${type}#example`], {
    title: `${line} EXAMPLE ${index + 1} ${line}`,
    introduction: paragraphsOf(introduction ?? "PS > "),
    code: code.trim(),
    remarks: new PSArray(
      [remarks.trim(), ...Array.from({ length: emptyParagraphs }, () => "")].map((Text) =>
        helpPart(["MamlParaTextItem", "MamlTextItem"], { Text }),
      ),
    ),
  });
}

function linkOf(text: string): PSCustomObject {
  return helpPart([`${type}#navigationLink`], /^https?:\/\//i.test(text) ? { uri: text } : { linkText: text });
}
