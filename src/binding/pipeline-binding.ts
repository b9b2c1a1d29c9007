import { PSArray } from "../values/collections.js";
import { operand } from "../values/enumeration.js";
import { PowerShellError } from "../values/errors.js";
import { adaptedMember, extendedMember, getInstanceProperty } from "../values/member-access/properties.js";
import type { PSMember } from "../values/members.js";
import { AutomationNull } from "../values/objects.js";
import { toText } from "../values/text.js";
import type { Value } from "../values/value.js";
import { bindValue } from "./bind-value.js";
import type { BindingState, DelayedBlock } from "./binding-state.js";
import { valueAsItIs } from "./coercion.js";
import type { SetMask, TableParameter } from "./command-table.js";
import { chooseSet, missingIn } from "./parameter-sets.js";

/** Notes what the command line left for pipeline objects to give. */
export function prepareInput(state: BindingState): void {
  state.commandLineSets = state.sets;
  state.inputParameters = state.table.pipelineParameters.filter((parameter) => !state.isBound(parameter));
}

/**
 * Binds one pipeline object (SPEC C.3). Failures are written as non-terminating errors of the object.
 * @returns whether the command may process it
 */
export function bindInput(state: BindingState, input: Value): boolean {
  if (!state.table.metadata.isAdvanced) return true;
  resetInput(state);
  state.errors.target = operand(input);
  try {
    bindObject(state, input);
    return true;
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    state.report(error);
    return false;
  } finally {
    state.errors.target = null;
  }
}

/** Forgets what the object before gave. */
function resetInput(state: BindingState): void {
  for (const parameter of state.fromInput) state.unset(parameter);
  state.fromInput.length = 0;
  state.sets = state.commandLineSets;
}

function bindObject(state: BindingState, input: Value): void {
  for (const entry of state.delayed) bindDelayed(state, entry, input);
  const { inputParameters } = state;
  // The common case by far: one parameter that takes the object as it is.
  const only = inputParameters.length === 1 ? inputParameters[0] : undefined;
  if (only !== undefined && (only.byValue & state.sets) !== 0) {
    const fitting = valueAsItIs(only, input);
    if (fitting !== undefined) {
      keep(state, only, fitting, only.byValue);
      finishObject(state);
      return;
    }
  }
  for (const pass of passes) runPass(state, pass, input);
  finishObject(state);
}

interface Pass {
  readonly source: "value" | "name";
  readonly withConversion: boolean;
}

const passes: readonly Pass[] = [
  { source: "value", withConversion: false },
  { source: "name", withConversion: false },
  { source: "value", withConversion: true },
  { source: "name", withConversion: true },
];

/** One pass: in the default set; when nothing was bound there, in all that are possible. */
function runPass(state: BindingState, pass: Pass, input: Value): void {
  const { sets, inputParameters, table } = state;
  if (inputParameters.length === 0) return;
  const first = sets & table.defaultSet;
  if (first !== 0 && first !== sets && bindInSets(state, pass, input, first)) return;
  bindInSets(state, pass, input, sets);
}

/** Tries every parameter of the sets; those possible at the start of the pass stay so until its end. */
function bindInSets(state: BindingState, pass: Pass, input: Value, sets: SetMask): boolean {
  let isBound = false;
  for (const parameter of state.inputParameters) {
    const taking = pass.source === "value" ? parameter.byValue : parameter.byName;
    if ((taking & sets) === 0 || state.isBound(parameter)) continue;
    const value = pass.source === "value" ? input : propertyFor(state, parameter, input);
    if (value !== undefined && tryBind(state, parameter, value, taking, pass)) isBound = true;
  }
  return isBound;
}

function tryBind(state: BindingState, parameter: TableParameter, value: Value, taking: SetMask, pass: Pass): boolean {
  if (!pass.withConversion) {
    const fitting = valueAsItIs(parameter, value);
    if (fitting === undefined) return false;
    keep(state, parameter, fitting, taking);
    return true;
  }
  try {
    keep(state, parameter, value, taking);
    return true;
  } catch (error) {
    if (error instanceof PowerShellError && isPassedOver(state, pass, error.record.errorId)) return false;
    throw error;
  }
}

/** A value that cannot be converted is no failure, but a property for a script function's parameter is. */
function isPassedOver(state: BindingState, pass: Pass, errorId: string): boolean {
  if (errorId === "ParameterArgumentTransformationError")
    return pass.source === "value" && !state.table.metadata.isCompiled;
  return errorId === "CannotConvertArgumentNoMessage" || errorId === "CannotConvertArgument";
}

function keep(state: BindingState, parameter: TableParameter, value: Value, taking: SetMask): void {
  bindValue(state, parameter, value, null, "pipeline");
  state.sets &= taking;
  state.fromInput.push(parameter);
}

function propertyFor(state: BindingState, parameter: TableParameter, input: Value): Value | undefined {
  for (const name of parameter.propertyNames) {
    const value = propertyOf(state, input, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A property of the object itself: keys of dictionaries, methods and elements' properties are none. */
function propertyOf({ context }: BindingState, input: Value, name: string): Value | undefined {
  const base = operand(input);
  if (base === null) return undefined;
  const extended = extendedMember(context, input, name);
  if (extended?.kind === "NoteProperty") return extended.value;
  if (extended !== undefined) return isProperty(extended) ? getInstanceProperty(context, input, name) : undefined;
  const adapted = adaptedMember(base, name);
  return adapted?.kind === "Property" ? adapted.get(context, base) : undefined;
}

function isProperty({ kind }: PSMember): boolean {
  return kind === "AliasProperty" || kind === "ScriptProperty" || kind === "CodeProperty";
}

/** The set is chosen, mandatory parameters are there, and something was bound. */
function finishObject(state: BindingState): void {
  if (state.setCount !== 1) chooseSet(state);
  if (state.table.mandatoryParameters.length > 0 && state.fromInput.length + state.delayed.length > 0) {
    const missing = missingIn(state, state.sets);
    if (missing.length > 0) throw state.errors.inputIncomplete(missing);
  }
  if (state.fromInput.length === 0 && state.delayed.length === 0) throw state.errors.inputNotBound();
}

/** Runs a script block that stands for a value, with the object as `$_`. */
function bindDelayed(state: BindingState, { parameter, block, at }: DelayedBlock, input: Value): void {
  const { context, errors } = state;
  let output: Value;
  try {
    output = context.invoke(block, [], { underscore: input, propagateErrors: true });
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw errors.blockFailed(parameter, error.record.exception, at);
  }
  if (output === AutomationNull) throw errors.blockWithoutOutput(parameter, at);
  // Several objects become one text for a text parameter, though on the command line it takes no collection.
  const isText = output instanceof PSArray && parameter.type.fullName === "System.String";
  bindValue(state, parameter, isText ? toText(context, output) : output, at, "block");
}
