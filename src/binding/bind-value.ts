import { operand } from "../values/enumeration.js";
import { PowerShellError } from "../values/errors.js";
import { EnumValue } from "../values/numbers.js";
import type { Value } from "../values/value.js";
import type { Extent } from "./binding-errors.js";
import type { BindingState, BoundBy } from "./binding-state.js";
import { coerce, nullRefusal } from "./coercion.js";
import type { TableParameter } from "./command-table.js";
import { checkMandatory, validate } from "./validation.js";

/**
 * Converts, checks and keeps one value.
 * @param at the argument's place; `null` when it came from the pipeline or a prompt: the whole command is underlined
 */
export function bindValue(
  state: BindingState,
  parameter: TableParameter,
  value: Value,
  at: Extent | null,
  by: BoundBy,
): void {
  if (parameter.metadata.coverage === "refused") throw state.errors.notEmulated(parameter, at);
  const coerced = coerce(state, parameter, transformed(state, parameter, value, at), at);
  // The attributes of script functions have the first word; of compiled cmdlets those against null, the others come
  // after the check of mandatory ones.
  const refusesNull =
    !state.table.metadata.isCompiled || parameter.validations.some(({ kind }) => kind.startsWith("ValidateNotNull"));
  if (!refusesNull) checkMandatory(state, parameter, coerced, at);
  if (parameter.validations.length > 0) validate(state, parameter, coerced, at);
  if (refusesNull) checkMandatory(state, parameter, coerced, at);
  checkSetter(state, parameter, coerced, at);
  state.set(parameter, coerced, by);
}

/** What the parameter makes of a value before it is converted; a value that stays keeps the text of a number. */
function transformed(state: BindingState, parameter: TableParameter, value: Value, at: Extent | null): Value {
  const { transform } = parameter.metadata;
  if (transform === undefined) return value;
  const given = operand(value);
  try {
    const made = transform(given, state.context);
    return made === given ? value : made;
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError)) throw thrown;
    const { exception } = thrown.record;
    throw state.errors.transformation(parameter, exception.message, at, exception);
  }
}

/** What the property behind a parameter of a compiled cmdlet, or behind a common one, refuses. */
function checkSetter(state: BindingState, parameter: TableParameter, value: Value, at: Extent | null): void {
  const { errors } = state;
  if (!parameter.isCommon && !state.table.metadata.isCompiled) return;
  if (operand(value) === null) {
    const refusal = nullRefusal(state, parameter);
    if (refusal !== null) throw errors.setterFailed(parameter, refusal, at);
    return;
  }
  if (!parameter.isCommon) return;
  if (value instanceof EnumValue && isSuspend(value)) {
    throw errors.setterFailed(parameter, state.facts.suspendText(parameter.name), at);
  }
  if (value === "" && variableParameters.has(parameter.name)) {
    throw errors.validation(
      parameter,
      'Cannot process argument because the value of argument "path" is not valid. Change the value of the "path" argument and run the operation again.',
      at,
    );
  }
}

/** ActionPreference.Suspend. */
function isSuspend(value: EnumValue): boolean {
  return value.type.fullName === "System.Management.Automation.ActionPreference" && value.value === 5n;
}

/** Common parameters whose value names a variable. */
const variableParameters: ReadonlySet<string> = new Set([
  "ErrorVariable",
  "WarningVariable",
  "InformationVariable",
  "OutVariable",
  "PipelineVariable",
]);
