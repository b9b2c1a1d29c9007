import { PowerShellError } from "../values/errors.js";
import type { PositionalArgument } from "./argument-pairs.js";
import type { BindingState } from "./binding-state.js";
import { valueAsItIs } from "./coercion.js";
import { bindArgument } from "./command-line.js";
import type { SetMask, TableParameter, TablePosition } from "./command-table.js";

/**
 * Gives arguments without a name to the parameters with positions, lowest position first. For each: the default set
 * without conversion, any set without, the default set with, any set with.
 * @returns the arguments that are left
 */
export function bindPositional(
  state: BindingState,
  args: readonly PositionalArgument[],
): readonly PositionalArgument[] {
  let used = 0;
  for (const position of state.table.positions) {
    const argument = args[used];
    if (argument === undefined) break;
    if (bindPosition(state, position, argument)) used++;
  }
  return args.slice(used);
}

function bindPosition(state: BindingState, position: TablePosition, argument: PositionalArgument): boolean {
  const open = position.candidates.filter(
    ({ parameter, sets }) =>
      !state.isBound(parameter) && (sets & state.sets) !== 0 && (parameter.remaining & sets & state.sets) === 0,
  );
  if (open.length === 0) return false;
  checkOverlap(state, open);
  // With one candidate the four passes come to the same.
  const only = open.length === 1 ? open[0] : undefined;
  if (only !== undefined) {
    bindAt(state, only.parameter, only.sets, argument);
    return true;
  }
  const { defaultSet } = state.table;
  const passes: readonly (readonly [mask: SetMask, withConversion: boolean])[] = [
    [defaultSet, false],
    [-1, false],
    [defaultSet, true],
    [-1, true],
  ];
  return passes.some(([mask, withConversion]) => tryPass(state, open, argument, mask & state.sets, withConversion));
}

/** A script must not give one position to two parameters of a set. */
function checkOverlap(state: BindingState, open: TablePosition["candidates"]): void {
  if (open.length < 2 || state.table.metadata.isCompiled) return;
  let seen: SetMask = 0;
  for (const { sets } of open) {
    if ((seen & sets) !== 0) throw state.errors.ambiguousPosition();
    seen |= sets;
  }
}

function tryPass(
  state: BindingState,
  open: readonly { readonly parameter: TableParameter; readonly sets: SetMask }[],
  argument: PositionalArgument,
  mask: SetMask,
  withConversion: boolean,
): boolean {
  let isBound = false;
  for (const { parameter, sets } of open) {
    if ((sets & mask) === 0 || parameter.metadata.refusesByPosition?.(argument.value)) continue;
    if (!withConversion && valueAsItIs(parameter, argument.value) === undefined) continue;
    try {
      bindAt(state, parameter, sets, argument);
      isBound = true;
    } catch (error) {
      // A value that does not convert to one candidate of a compiled cmdlet may do for another, or for what takes the
      // rest; of a function it fails.
      const mayDoForAnother = withConversion && state.table.metadata.isCompiled;
      if (!(error instanceof PowerShellError) || !mayDoForAnother) throw error;
    }
  }
  return isBound;
}

function bindAt(
  state: BindingState,
  parameter: TableParameter,
  sets: SetMask,
  { value, at }: PositionalArgument,
): void {
  bindArgument(state, parameter, value, at);
  state.sets &= sets;
}
