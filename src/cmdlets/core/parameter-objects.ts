// `(Get-Command X).Parameters` and `.ParameterSets`: what a command takes, as objects.

import { CommandInfoObject } from "../../runtime/command-info-object.js";
import {
  allParameterSets,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterSetData,
  type ParameterValidation,
} from "../../runtime/command-metadata.js";
import type { CommandInfo } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { PSDictionary, PSList } from "../../values/collections.js";
import { caseInsensitiveKey } from "../../values/dictionary.js";
import type { DotNetMember } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, defineType, genericTypeOf, PSArray, typeNamed, type Value } from "../../values/index.js";
import { property } from "../../values/signatures.js";
import { AttributeObject } from "../../values/types/attribute-types.js";
import { DotNetObject } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { resolvedCommand } from "./command-members.js";
import { parameterSyntax, syntaxSets } from "./command-syntax.js";

const automation = "System.Management.Automation.";

/** The metadata of the command that a name or an alias leads to; `null` for programs. */
export function metadataOf(context: ExecutionContext, info: CommandInfo): CommandMetadata | null {
  const command = resolvedCommand(context, info);
  switch (command?.commandType) {
    case "Cmdlet":
      return command.metadata;
    case "Function":
    case "Filter":
    case "ExternalScript":
      return command.metadata(context);
    default:
      return null;
  }
}

/** A command's parameters as the session's edition has them. */
export function parametersOf(context: ExecutionContext, info: CommandInfo): readonly ParameterMetadata[] {
  const { languageVersion } = context.facts;
  return (metadataOf(context, info)?.parameters ?? [])
    .filter(({ since = 2, until = languageVersion }) => since <= languageVersion && languageVersion <= until)
    .map((parameter) => (languageVersion < 7 ? (parameter.before7 ?? parameter) : parameter));
}

/** Something about one parameter of a command: the object knows names, what they mean is read of the command. */
class ParameterObject extends DotNetObject {
  constructor(
    readonly type: DotNetType,
    readonly info: CommandInfo,
    readonly name: string,
    /** The set that it is about; empty: all. */
    readonly set: string,
  ) {
    super();
  }
  metadata(context: ValueContext): ParameterMetadata | undefined {
    return "findCommand" in context
      ? parametersOf(context as ExecutionContext, this.info).find(({ name }) => name === this.name)
      : undefined;
  }
  data(context: ValueContext): ParameterSetData | undefined {
    const sets = this.metadata(context)?.sets;
    return sets?.get(this.set) ?? sets?.get(allParameterSets);
  }
}
heapClass("ParameterObject", ParameterObject);

/** One of a command's parameter sets. */
class ParameterSetObject extends DotNetObject {
  constructor(
    readonly info: CommandInfo,
    readonly name: string,
    readonly isDefault: boolean,
    readonly syntax: string,
    readonly parameters: readonly string[],
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${automation}CommandParameterSetInfo`);
  }
  toNetText(): string {
    return this.syntax;
  }
}
heapClass("ParameterSetObject", ParameterSetObject);

const collection = (element: string, items: readonly Value[], kind = "Collection"): Value =>
  new PSList(genericTypeOf(`System.Collections.ObjectModel.${kind}\`1`, [typeNamed(element)]) as DotNetType, [
    ...items,
  ]);

/** `.Parameters`: by name, ignoring case. */
export function parameterDictionary(context: ExecutionContext, info: CommandInfo): Value {
  if (metadataOf(context, info) === null) return null;
  const element = typeNamed(`${automation}ParameterMetadata`);
  const type = genericTypeOf("System.Collections.Generic.Dictionary`2", [typeNamed("System.String"), element]);
  const dictionary = new PSDictionary(type as DotNetType, caseInsensitiveKey, typeNamed("System.String"), element);
  for (const { name } of parametersOf(context, info))
    dictionary.set(name, new ParameterObject(element, info, name, ""));
  return dictionary;
}

/** `.ParameterSets`: the default one first. */
export function parameterSets(context: ExecutionContext, info: CommandInfo): Value {
  const metadata = metadataOf(context, info);
  const element = `${automation}CommandParameterSetInfo`;
  if (metadata === null) return collection(element, [], "ReadOnlyCollection");
  const all = parametersOf(context, info);
  const sets = syntaxSets(metadata, context.facts.languageVersion).map(({ name, parameters }) => {
    const syntax = [
      ...parameters.map(([parameter, data]) => parameterSyntax(parameter, data)),
      ...(metadata.isAdvanced ? ["[<CommonParameters>]"] : []),
    ].join(" ");
    // As they are declared, not in the order of the syntax.
    const names = all
      .filter(({ sets: own }) => own.has(name) || own.has(allParameterSets))
      .map((parameter) => parameter.name);
    return new ParameterSetObject(info, name, name === metadata.defaultParameterSet, syntax, names);
  });
  return collection(element, sets, "ReadOnlyCollection");
}

/** `.OutputType`: what `[OutputType()]` declares. */
export function outputTypes(context: ExecutionContext, info: CommandInfo): Value {
  const types = (metadataOf(context, info)?.outputTypes ?? []).map(({ name, type }) => new OutputType(name, type));
  return collection(`${automation}PSTypeName`, types, "ReadOnlyCollection");
}

/** The name of a type that a command writes. */
class OutputType extends DotNetObject {
  constructor(
    readonly name: string,
    readonly named: DotNetType | null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${automation}PSTypeName`);
  }
  toNetText(): string {
    return this.name;
  }
}
heapClass("OutputType", OutputType);

defineType({
  fullName: `${automation}PSTypeName`,
  members: () => [
    property("string Name", (self: OutputType) => self.name),
    property("type Type", (self: OutputType) => self.named),
    property(`${automation}Language.TypeDefinitionAst TypeDefinitionAst`, () => null),
  ],
});

defineType({
  fullName: `${automation}CommandParameterSetInfo`,
  members: () => [
    property("string Name", (self: ParameterSetObject) => self.name),
    property("bool IsDefault", (self: ParameterSetObject) => self.isDefault),
    property("System.Object Parameters", (self: ParameterSetObject) => {
      const type = `${automation}CommandParameterInfo`;
      const parameters = self.parameters.map(
        (name) => new ParameterObject(typeNamed(type), self.info, name, self.name),
      );
      return collection(type, parameters, "ReadOnlyCollection");
    }),
  ],
});

type Read = (parameter: ParameterMetadata, self: ParameterObject, context: ValueContext) => Value;
const of = (declaration: string, read: Read): DotNetMember =>
  property(declaration, (self: ParameterObject, context) => {
    const metadata = self.metadata(context);
    return metadata === undefined ? null : read(metadata, self, context);
  });

type ReadSet = (data: ParameterSetData) => Value;
const ofSet = (declaration: string, read: ReadSet): DotNetMember =>
  property(declaration, (self: ParameterObject, context) => {
    const data = self.data(context);
    return data === undefined ? null : read(data);
  });

const unsetPosition = -2147483648;
const position = ofSet("int Position", (data) => data.position ?? unsetPosition);
const fromPipeline = [
  ofSet("bool ValueFromPipeline", (data) => data.valueFromPipeline),
  ofSet("bool ValueFromPipelineByPropertyName", (data) => data.valueFromPipelineByPropertyName),
  ofSet("bool ValueFromRemainingArguments", (data) => data.valueFromRemainingArguments),
  ofSet("string HelpMessage", (data) => data.helpMessage),
];
const name = property("string Name", (self: ParameterObject) => self.name);
const parameterType = of("type ParameterType", ({ type }) => type);
const isDynamic = of("bool IsDynamic", (parameter) => parameter.isDynamic);
const aliases = of("System.Collections.ObjectModel.Collection[string] Aliases", (parameter) =>
  collection("System.String", parameter.aliases),
);
const attributes = of("System.Collections.ObjectModel.Collection[System.Attribute] Attributes", (parameter, self) =>
  collection("System.Attribute", attributesOf(parameter, self.info.commandType !== "Cmdlet")),
);

defineType({
  fullName: `${automation}ParameterMetadata`,
  members: () => [
    name,
    parameterType,
    of(`System.Collections.Generic.Dictionary[string,${automation}ParameterSetMetadata] ParameterSets`, setsOf),
    isDynamic,
    aliases,
    attributes,
    of("bool SwitchParameter", ({ type }) => type.fullName === `${automation}SwitchParameter`),
  ],
});

function setsOf(parameter: ParameterMetadata, self: ParameterObject): Value {
  const element = typeNamed(`${automation}ParameterSetMetadata`);
  const type = genericTypeOf("System.Collections.Generic.Dictionary`2", [typeNamed("System.String"), element]);
  const dictionary = new PSDictionary(type as DotNetType, caseInsensitiveKey, typeNamed("System.String"), element);
  for (const set of parameter.sets.keys()) {
    dictionary.set(set, new ParameterObject(element, self.info, parameter.name, set));
  }
  return dictionary;
}

defineType({
  fullName: `${automation}ParameterSetMetadata`,
  members: () => [
    ofSet("bool IsMandatory", (data) => data.mandatory),
    position,
    ...fromPipeline,
    property("string HelpMessageBaseName", () => ""),
    property("string HelpMessageResourceId", () => ""),
  ],
});

defineType({
  fullName: `${automation}CommandParameterInfo`,
  members: () => [
    name,
    parameterType,
    ofSet("bool IsMandatory", (data) => data.mandatory),
    isDynamic,
    position,
    ...fromPipeline,
    aliases,
    attributes,
  ],
});

/** The attributes that say what the metadata says, in the order in which the engine keeps them. */
function attributesOf(parameter: ParameterMetadata, isScript: boolean): readonly AttributeObject[] {
  const list: AttributeObject[] = [];
  for (const [set, data] of parameter.sets) {
    const attribute = new AttributeObject("Parameter");
    if (set !== allParameterSets) attribute.setNamed("parametersetname", set);
    if (data.position !== null) attribute.setNamed("position", data.position);
    attribute.setNamed("mandatory", data.mandatory);
    attribute.setNamed("valuefrompipeline", data.valueFromPipeline);
    attribute.setNamed("valuefrompipelinebypropertyname", data.valueFromPipelineByPropertyName);
    attribute.setNamed("valuefromremainingarguments", data.valueFromRemainingArguments);
    attribute.setNamed("helpmessage", data.helpMessage);
    list.push(attribute);
  }
  for (const validation of parameter.validations) {
    const attribute = validationAttribute(validation);
    if (attribute !== null) list.push(attribute);
  }
  if (parameter.allowNull) list.push(new AttributeObject("AllowNull"));
  if (parameter.allowEmptyString) list.push(new AttributeObject("AllowEmptyString"));
  if (parameter.allowEmptyCollection) list.push(new AttributeObject("AllowEmptyCollection"));
  if (parameter.aliases.length > 0) list.push(new AttributeObject("Alias", [new PSArray([...parameter.aliases])]));
  if (isScript && parameter.type.fullName !== "System.Object" && !parameter.isCommon) {
    list.push(new AttributeObject("ArgumentTypeConverter"));
  }
  return list;
}

/** `null` for attributes that are no objects here. */
function validationAttribute(validation: ParameterValidation): AttributeObject | null {
  switch (validation.kind) {
    case "ValidateSet": {
      const attribute = new AttributeObject(validation.kind, [new PSArray([...validation.values])]);
      attribute.setNamed("ignorecase", validation.ignoreCase);
      attribute.setNamed("errormessage", validation.errorMessage);
      return attribute;
    }
    case "ValidateRange":
    case "ValidateLength":
    case "ValidateCount":
      return new AttributeObject(validation.kind, [validation.min, validation.max]);
    case "ValidatePattern":
      return new AttributeObject(validation.kind, [validation.pattern]);
    case "ValidateNotNull":
    case "ValidateNotNullOrEmpty":
      return new AttributeObject(validation.kind);
    case "ValidateNotNullOrWhiteSpace":
    case "ValidateRangeKind":
    case "ValidateScript":
    case "ValidateDrive":
      return null;
  }
}

/** Whether a context is one of a running session. */
export const sessionOf = (context: ValueContext): ExecutionContext | null =>
  "findCommand" in context ? (context as ExecutionContext) : null;

/** A member of commands that needs the session. */
export function commandProperty(
  declaration: string,
  read: (context: ExecutionContext, info: CommandInfo) => Value,
): DotNetMember {
  return property(declaration, (self: CommandInfoObject, context) => {
    const session = sessionOf(context);
    return session === null || !(self instanceof CommandInfoObject) ? null : read(session, self.info);
  });
}
