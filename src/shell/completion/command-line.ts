import type { Command, CommandParameter, Expression } from "../../../grammar/syntax-tree.js";
import { commonParameterSince } from "../../binding/common-parameters.js";
import { allParameterSets, type CommandMetadata, type ParameterMetadata } from "../../runtime/command-metadata.js";

/** A command line that may not be whole: which parameter each argument goes to, as far as names and places tell. */
export interface PartialBinding {
  /** All parameters that the edition knows, in the order in which they are offered. */
  readonly parameters: readonly ParameterMetadata[];
  /** Those in whose parameter sets everything typed so far fits. */
  readonly possible: readonly ParameterMetadata[];
  /** What was given, by name or by place. */
  readonly bound: ReadonlySet<ParameterMetadata>;
  /** The parameter that takes the argument at the cursor. */
  readonly current: ParameterMetadata | undefined;
}

/** An argument whose parameter is asked for: its node, or the offset at which one may be written. */
export type Target = Expression | CommandParameter | number;

/**
 * Binds what stands on a command line without running anything. Names are found by prefix; places are handed out in
 * order among the parameter sets that the names leave.
 */
export function bindPartly(
  metadata: CommandMetadata,
  command: Command,
  target: Target,
  options: { readonly hasInput: boolean; readonly languageVersion: number },
): PartialBinding {
  const parameters = offered(metadata, options.languageVersion);
  const line = readLine(parameters, command, target);
  let sets = setsOf(parameters);
  const bound = new Set<ParameterMetadata>(line.named);
  for (const parameter of line.named) sets = narrowed(sets, parameter);
  if (options.hasInput) {
    for (const parameter of parameters) if (takesInput(parameter, sets)) bound.add(parameter);
  }
  let current = line.current;
  for (const argument of line.positional) {
    const parameter = nextPositional(metadata, parameters, sets, bound, argument);
    if (parameter === undefined) break;
    if (argument === target) {
      current = parameter;
      break;
    }
    bound.add(parameter);
    sets = narrowed(sets, parameter);
  }
  const possible = parameters.filter((parameter) => isIn(parameter, sets));
  return { parameters, possible, bound, current };
}

/** The parameters of an edition: the command's own, those of ShouldProcess, the other common ones. */
function offered({ parameters }: CommandMetadata, languageVersion: number): readonly ParameterMetadata[] {
  const known = parameters.filter(
    ({ isCommon, name, since = 2 }) => (isCommon ? commonParameterSince(name) : since) <= languageVersion,
  );
  const rank = ({ isCommon, name }: ParameterMetadata) =>
    !isCommon ? 0 : name === "WhatIf" || name === "Confirm" ? 1 : 2;
  return [0, 1, 2].flatMap((wanted) => known.filter((parameter) => rank(parameter) === wanted));
}

interface Line {
  readonly named: readonly ParameterMetadata[];
  readonly positional: readonly Target[];
  readonly current: ParameterMetadata | undefined;
}

/** Parts the elements behind a command's name into named and positional arguments. */
function readLine(parameters: readonly ParameterMetadata[], command: Command, target: Target): Line {
  const named: ParameterMetadata[] = [];
  const positional: Target[] = [];
  let current: ParameterMetadata | undefined;
  let waiting: ParameterMetadata | undefined;
  const elements: readonly Target[] =
    typeof target === "number" ? withOffset(command, target) : command.commandElements.slice(1);
  for (const element of elements) {
    if (typeof element !== "number" && element.kind === "CommandParameter") {
      waiting = undefined;
      const parameter = parameterNamed(parameters, element.parameterName);
      if (parameter === undefined) continue;
      if (element === target) {
        current = parameter;
        continue;
      }
      named.push(parameter);
      if (!isSwitch(parameter) && element.argument === undefined) waiting = parameter;
      continue;
    }
    if (isLoneDash(element)) continue;
    if (waiting === undefined) positional.push(element);
    else if (element === target) current = waiting;
    waiting = undefined;
  }
  return { named, positional, current };
}

/** A dash without a name: the beginning of a parameter that is being typed. */
function isLoneDash(element: Target): boolean {
  return (
    typeof element !== "number" &&
    element.kind === "StringConstantExpression" &&
    element.stringConstantType === "BareWord" &&
    element.value === "-"
  );
}

/** The elements behind the name with the place of an argument that is not written yet. */
function withOffset(command: Command, offset: number): readonly Target[] {
  const rest = command.commandElements.slice(1);
  const index = rest.findIndex(({ start }) => start >= offset);
  return index < 0 ? [...rest, offset] : [...rest.slice(0, index), offset, ...rest.slice(index)];
}

/** A parameter by its name, an alias, or the beginning of a name that no other has. */
export function parameterNamed(parameters: readonly ParameterMetadata[], name: string): ParameterMetadata | undefined {
  const wanted = name.toLowerCase();
  const namesOf = ({ name, aliases }: ParameterMetadata) => [name, ...aliases].map((each) => each.toLowerCase());
  const exact = parameters.find((parameter) => namesOf(parameter).includes(wanted));
  if (exact !== undefined) return exact;
  const found = parameters.filter((parameter) => namesOf(parameter).some((each) => each.startsWith(wanted)));
  if (found.length === 1) return found[0];
  const own = found.filter(({ isCommon }) => !isCommon);
  return own.length === 1 ? own[0] : undefined;
}

export function isSwitch({ type }: ParameterMetadata): boolean {
  return type.fullName === "System.Management.Automation.SwitchParameter";
}

function setsOf(parameters: readonly ParameterMetadata[]): ReadonlySet<string> {
  const names = new Set(parameters.flatMap(({ sets }) => [...sets.keys()]).filter((name) => name !== allParameterSets));
  return names.size === 0 ? new Set([allParameterSets]) : names;
}

function isIn({ sets }: ParameterMetadata, names: ReadonlySet<string>): boolean {
  return sets.has(allParameterSets) || [...sets.keys()].some((name) => names.has(name));
}

/** The sets that a given parameter leaves; all, when none would be left: the line is wrong anyway. */
function narrowed(names: ReadonlySet<string>, { sets }: ParameterMetadata): ReadonlySet<string> {
  if (sets.has(allParameterSets)) return names;
  const left = [...names].filter((name) => sets.has(name));
  return left.length === 0 ? names : new Set(left);
}

function takesInput({ sets }: ParameterMetadata, names: ReadonlySet<string>): boolean {
  return [...sets].some(([name, data]) => data.valueFromPipeline && (name === allParameterSets || names.has(name)));
}

/** The parameter that takes the next argument without a name. */
function nextPositional(
  { defaultParameterSet }: CommandMetadata,
  parameters: readonly ParameterMetadata[],
  names: ReadonlySet<string>,
  bound: ReadonlySet<ParameterMetadata>,
  argument: Target,
): ParameterMetadata | undefined {
  const isBlock = typeof argument !== "number" && argument.kind === "ScriptBlockExpression";
  const candidates = parameters
    .filter((parameter) => !bound.has(parameter))
    .flatMap((parameter) =>
      [...parameter.sets]
        .filter(([name, { position }]) => position !== null && (name === allParameterSets || names.has(name)))
        .map(([set, { position }]) => ({ parameter, set, position: position ?? 0 })),
    );
  const lowest = Math.min(...candidates.map(({ position }) => position));
  const next = candidates.filter(({ position }) => position === lowest);
  // Two sets may mean different things by one place: a script block goes where one is wanted, anything else does not.
  const fitting = next.filter(({ parameter }) => isBlock === isScriptBlock(parameter));
  const choice = fitting.length > 0 ? fitting : next;
  const byPosition = choice.find(({ set }) => set === defaultParameterSet) ?? choice[0];
  return (
    byPosition?.parameter ??
    parameters.find(({ sets }) =>
      [...sets.values()].some(({ valueFromRemainingArguments }) => valueFromRemainingArguments),
    )
  );
}

function isScriptBlock({ type }: ParameterMetadata): boolean {
  return (type.elementType ?? type).fullName === "System.Management.Automation.ScriptBlock";
}
