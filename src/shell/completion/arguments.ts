import type { Command, Expression, Pipeline } from "../../../grammar/syntax-tree.js";
import { objectNames, organizationOf } from "../../exchange/index.js";
import type { ParameterMetadata } from "../../runtime/command-metadata.js";
import type { Engine } from "../../runtime/engine.js";
import { isSwitch } from "./command-line.js";
import { commandMatches, nouns } from "./commands.js";
import type { Inference } from "./inference.js";
import { propertyNames } from "./members.js";
import type { CompletionMatch } from "./result.js";
import { type Shape, shapeMembers } from "./shapes.js";
import { typeMatches } from "./types.js";
import { sessionVariables } from "./variables.js";
import { beginningWith, byName, quoted, valueMatches, wordOf } from "./words.js";

/** An argument that is being typed. */
export interface ArgumentPlace {
  /** Real name of the command, behind its aliases. */
  readonly commandName: string;
  readonly command: Command;
  /** The pipeline that the command stands in; `undefined` when it stands alone. */
  readonly pipeline: Pipeline | undefined;
  /** `undefined`: no parameter takes an argument here. */
  readonly parameter: ParameterMetadata | undefined;
  /** As typed so far, with its quotation mark. */
  readonly typed: string;
  /** Behind `-Name:`, without a blank. */
  readonly isAttached: boolean;
  /** The list that the argument is an element of: the others are not offered again where names are wanted. */
  readonly siblings: readonly Expression[];
}

/** Gives values for an argument; `undefined` when it knows none for this parameter. */
export type ArgumentSource = (
  engine: Engine,
  inference: Inference,
  place: ArgumentPlace,
) => CompletionMatch[] | undefined;

/** Where values come from, asked in this order. */
const sources: readonly ArgumentSource[] = [declaredValues, pipelineMembers, namesOfThings, namesOfObjects];

/** Values for an argument; empty when none are known. */
export function argumentMatches(engine: Engine, inference: Inference, place: ArgumentPlace): CompletionMatch[] {
  for (const source of sources) {
    const matches = source(engine, inference, place);
    if (matches !== undefined) return matches;
  }
  return [];
}

/** What the parameter's declaration lists: a set, an enumeration, `$true` and `$false` of a switch. */
function declaredValues(
  _engine: Engine,
  _inference: Inference,
  { parameter, typed, isAttached }: ArgumentPlace,
): CompletionMatch[] | undefined {
  if (parameter === undefined) return undefined;
  const set = parameter.validations.find((validation) => validation.kind === "ValidateSet");
  if (set !== undefined) return valueMatches([...set.values].sort(byName), typed, "ParameterValue");
  const type = parameter.type.elementType ?? parameter.type;
  if (type.isEnum) return valueMatches(enumNames(type.definition.enumValues ?? []), typed, "ParameterValue");
  if (!isSwitch(parameter) || !isAttached || typed !== "") return undefined;
  return ["$true", "$false"].map((text) => ({ text, list: text, type: "ParameterValue" }));
}

function enumNames(values: readonly (readonly [name: string, value: bigint])[]): readonly string[] {
  return values.map(([name]) => name).sort(byName);
}

/** Parameters that name properties of what the pipeline brings. */
const propertyParameters: ReadonlyMap<string, readonly string[]> = new Map([
  ["Format-Table", ["Property"]],
  ["Format-List", ["Property"]],
  ["Format-Wide", ["Property"]],
  ["Format-Custom", ["Property"]],
  ["Select-Object", ["Property", "ExcludeProperty", "ExpandProperty"]],
  ["Sort-Object", ["Property"]],
  ["Group-Object", ["Property"]],
  ["Measure-Object", ["Property"]],
  ["Where-Object", ["Property"]],
]);

function pipelineMembers(engine: Engine, inference: Inference, place: ArgumentPlace): CompletionMatch[] | undefined {
  const { commandName, parameter, typed, siblings } = place;
  if (parameter === undefined) return undefined;
  const takesMember = commandName === "ForEach-Object" && parameter.name === "MemberName";
  if (!takesMember && propertyParameters.get(commandName)?.includes(parameter.name) !== true) return undefined;
  const shape = inputOf(inference, place);
  if (shape === undefined) return undefined;
  const given = new Set(
    siblings.flatMap((each) => (each.kind === "StringConstantExpression" ? [each.value.toLowerCase()] : [])),
  );
  const names = propertyNames(engine, shape).filter((name) => !given.has(name.toLowerCase()));
  const properties = valueMatches(names, typed, "Property");
  return takesMember ? [...properties, ...valueMatches(methodNames(engine, shape), typed, "Method")] : properties;
}

function inputOf(inference: Inference, { command, pipeline }: ArgumentPlace): Shape | undefined {
  if (pipeline === undefined) return undefined;
  return inference.outputOf(pipeline.pipelineElements, pipeline.pipelineElements.indexOf(command) - 1);
}

function methodNames(engine: Engine, shape: Shape): readonly string[] {
  return shapeMembers(engine, shape)
    .filter(({ isProperty }) => !isProperty)
    .map(({ name }) => name)
    .sort(byName);
}

/** Names of Exchange's objects, for parameters whose type is an identity: `Set-MailboxDatabase MB<Tab>`. */
function namesOfObjects(
  engine: Engine,
  _inference: Inference,
  { commandName, parameter, typed }: ArgumentPlace,
): CompletionMatch[] | undefined {
  if (parameter === undefined) return undefined;
  const { quote, value } = wordOf(typed);
  const names = objectNames(
    organizationOf(engine),
    commandName,
    parameter.name,
    parameter.type.fullName,
    beginningWith(value),
  );
  return names?.map((name) => ({ text: quoted(name, quote), list: name, type: "ParameterValue" }));
}

/** Parameters that name commands, aliases, variables or types. */
function namesOfThings(
  engine: Engine,
  _inference: Inference,
  { commandName, parameter, typed }: ArgumentPlace,
): CompletionMatch[] | undefined {
  switch (`${commandName} ${parameter?.name ?? ""}`) {
    case "Get-Command Name":
    case "Get-Help Name":
      return commandMatches(engine, typed);
    case "Get-Alias Definition":
      return commandMatches(engine, typed, ({ commandType }) => commandType !== "Alias");
    case "Get-Alias Name":
      return commandMatches(engine, typed, ({ commandType }) => commandType === "Alias");
    case "Get-Command Noun":
      return valueMatches(nouns(engine), typed, "Text");
    case "Get-Variable Name":
    case "Set-Variable Name":
    case "Clear-Variable Name":
    case "Remove-Variable Name":
      return valueMatches(sessionVariables(engine), typed, "Variable");
    case "New-Object TypeName":
      return typeMatches(engine, typed);
    default:
      return undefined;
  }
}
