import { ParameterNameArgument } from "../runtime/parameter-name-argument.js";
import { PSList } from "../values/collections.js";
import { isCollection, operand } from "../values/enumeration.js";
import { ScriptBlock } from "../values/script-block.js";
import { netText } from "../values/text.js";
import { genericTypeOf, typeNamed } from "../values/types.js";
import { baseOf, type Value } from "../values/value.js";
import { commonTypes } from "../values/value-types.js";
import {
  type NamedArgument,
  type PairedArgument,
  type PositionalArgument,
  pairArguments,
  type UnknownArgument,
} from "./argument-pairs.js";
import { bindValue } from "./bind-value.js";
import type { Extent } from "./binding-errors.js";
import type { BindingState } from "./binding-state.js";
import type { TableParameter } from "./command-table.js";
import { bindDefaultValues } from "./default-values.js";
import { promptForMandatory } from "./mandatory-prompt.js";
import { checkSets, chooseSet } from "./parameter-sets.js";
import { prepareInput } from "./pipeline-binding.js";
import { bindPositional } from "./positional.js";

/** Binds everything that the command line gives (SPEC C.1, steps 1 to 8). */
export function bindCommandLine(state: BindingState): void {
  const { table, invocation } = state;
  const leftovers = bindGiven(state);
  if (table.metadata.isAdvanced) bindDefaultValues(state);
  checkSets(state);
  bindLeftovers(state, leftovers);
  if (invocation.expectingInput) checkSets(state);
  else chooseSet(state);
  promptForMandatory(state);
  prepareInput(state);
}

/**
 * Binds what has a name or a position.
 * @returns the arguments that no parameter took
 */
export function bindGiven(state: BindingState): readonly Leftover[] {
  const { table, invocation, errors, facts } = state;
  const typed = pairArguments(table, invocation.arguments, errors, facts);
  const pairs = table.metadata.remote !== undefined && facts.remoteUnknownIsPositional ? namesAsText(typed) : typed;
  bindNamed(state, pairs);
  const unnamed = pairs.filter((pair) => pair.kind === "positional");
  const left = new Set<PairedArgument>(bindPositional(state, unnamed));
  return pairs.filter((pair): pair is Leftover => pair.kind === "unknown" || left.has(pair));
}

/** Unknown names and what stands behind them as arguments without a name, after all others. */
function namesAsText(pairs: readonly PairedArgument[]): readonly PairedArgument[] {
  const unknown = pairs.filter((pair) => pair.kind === "unknown");
  if (unknown.length === 0) return pairs;
  const asText = unknown.flatMap(({ text, values, nameAt }) =>
    [text, ...values].map((value): PairedArgument => ({ kind: "positional", value, at: nameAt })),
  );
  return [...pairs.filter((pair) => pair.kind !== "unknown"), ...asText];
}

function bindNamed(state: BindingState, pairs: readonly PairedArgument[]): void {
  const named = pairs.filter((pair) => pair.kind === "named");
  if (named.length === 0) return;
  if (!state.facts.explicitOverridesSplatted || !named.some((pair) => pair.isSplatted)) {
    for (const pair of named) bindOneNamed(state, pair);
    return;
  }
  const explicit = new Set<TableParameter>();
  for (const pair of named) {
    if (pair.isSplatted) continue;
    bindOneNamed(state, pair);
    explicit.add(pair.parameter);
  }
  for (const pair of named) if (pair.isSplatted && !explicit.has(pair.parameter)) bindOneNamed(state, pair);
}

function bindOneNamed(state: BindingState, { parameter, value, at, nameAt }: NamedArgument): void {
  if (state.isBound(parameter)) throw state.errors.boundTwice(parameter, nameAt);
  if ((parameter.sets & state.sets) === 0) throw state.errors.ambiguousSet();
  bindArgument(state, parameter, value, at);
}

/** Binds a value of the command line; a script block may wait for pipeline objects instead. */
export function bindArgument(state: BindingState, parameter: TableParameter, value: Value, at: Extent): void {
  const base = baseOf(value);
  if (!(base instanceof ScriptBlock) || !isDelayable(state, parameter)) {
    bindValue(state, parameter, value, at, "command line");
    return;
  }
  if (!state.invocation.expectingInput) throw state.errors.blockWithoutInput(parameter, at);
  state.delay({ parameter, block: base, at });
}

/** Whether a script block is run for each pipeline object: the parameter could take input, but not a script block. */
function isDelayable(state: BindingState, { type, byValue, byName }: TableParameter): boolean {
  if (((byValue | byName) & state.sets) === 0) return false;
  const common = commonTypes();
  const takesBlocks = (t: typeof type): boolean =>
    t === common.object || t === common.psObject || t.fullName === "System.Management.Automation.ScriptBlock";
  return !takesBlocks(type) && !(type.elementType !== null && takesBlocks(type.elementType));
}

type Leftover = PositionalArgument | UnknownArgument;

/** What no parameter took goes to a ValueFromRemainingArguments parameter, to `$args`, or is an error. */
function bindLeftovers(state: BindingState, leftovers: readonly Leftover[]): void {
  const takers = state.table.remainingParameters.filter(
    (parameter) => (parameter.remaining & state.sets) !== 0 && !state.isBound(parameter),
  );
  const [rest, ...more] = takers;
  if (rest !== undefined) {
    if (leftovers.length > 0 && more.length > 0) throw state.errors.ambiguousRest();
    const only = leftovers.length === 1 && leftovers[0]?.kind === "positional" ? leftovers[0].at : null;
    if (leftovers.length > 0) bindValue(state, rest, remainingValue(leftovers), only, "command line");
    return;
  }
  if (!state.table.metadata.isAdvanced) {
    state.remaining = leftovers.flatMap(toArgs);
    return;
  }
  const first = leftovers[0];
  if (first === undefined) return;
  if (first.kind === "unknown") throw state.errors.unknownName(first.name, first.nameAt);
  throw state.errors.extraPositional(netText(state.context, first.value));
}

function toArgs(argument: Leftover): readonly Value[] {
  return argument.kind === "positional"
    ? [argument.value]
    : [new ParameterNameArgument(argument.text.slice(1)), ...argument.values];
}

/** All leftovers as one list; a single array is passed as it is. */
function remainingValue(leftovers: readonly Leftover[]): Value {
  const values = leftovers.flatMap((argument) =>
    argument.kind === "positional" ? [argument.value] : [argument.text, ...argument.values],
  );
  const first = values[0];
  if (first !== undefined && values.length === 1 && isCollection(operand(first))) return first;
  return new PSList(listOfObject(), [...values]);
}

function listOfObject(): PSList["type"] {
  return (
    genericTypeOf("System.Collections.Generic.List`1", [typeNamed("System.Object")]) ??
    typeNamed("System.Collections.ArrayList")
  );
}
