import { PSDictionary } from "../values/collections.js";
import { equals } from "../values/comparison.js";
import { isTrue } from "../values/conversion/index.js";
import { newHashtable } from "../values/dictionary.js";
import { PowerShellError } from "../values/errors.js";
import { PSCustomObject } from "../values/objects.js";
import { ScriptBlock } from "../values/script-block.js";
import { toText } from "../values/text.js";
import { baseOf, type Value } from "../values/value.js";
import { WildcardPattern } from "../values/wildcard.js";
import { bindValue } from "./bind-value.js";
import type { BindingState } from "./binding-state.js";
import type { TableParameter } from "./command-table.js";
import { actionFor } from "./preferences.js";

/**
 * Values of `$PSDefaultParameterValues` for parameters that the command line left out: keys `command:parameter`, with
 * wildcards in the command's part and the parameter's full name or alias. What cannot be used gives a warning.
 */
export function bindDefaultValues(state: BindingState): void {
  const table = state.facts.languageVersion < 3 ? undefined : state.context.getVariable("PSDefaultParameterValues");
  if (!(table instanceof PSDictionary) || table.size === 0) return;
  const disabled = table.get("Disabled");
  if (disabled !== undefined && isTrue(disabled)) return;
  const { sets } = state;
  for (const [parameter, values] of matchingEntries(state, table)) {
    if (state.isBound(parameter) || (parameter.sets & sets) === 0) continue;
    bindDefault(state, parameter, values);
  }
}

function bindDefault(state: BindingState, parameter: TableParameter, values: readonly Value[]): void {
  const { context } = state;
  const first = values[0] ?? null;
  if (values.some((value) => !equals(context, first, value, false))) {
    warn(
      state,
      `Multiple different default values are defined in $PSDefaultParameterValues for the parameter matching the following name or alias: ${parameter.name}. These defaults have been ignored.`,
    );
    return;
  }
  const value = evaluate(state, first);
  try {
    bindValue(state, parameter, value, null, "default");
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    const shown = toText(context, value);
    warn(
      state,
      `The binding of default value '${shown}' to parameter '${parameter.name}' failed: ${error.record.message}`,
    );
  }
}

/** Values for each parameter of the command, in the order of the table. */
function matchingEntries(state: BindingState, table: PSDictionary): ReadonlyMap<TableParameter, readonly Value[]> {
  const command = state.table.metadata.name;
  const found = new Map<TableParameter, Value[]>();
  for (const { key, value } of table.entries()) {
    const split = splitKey(baseOf(key));
    if (split === null || !new WildcardPattern(split.command, true).isMatch(command)) continue;
    const parameter = state.table.exactly(split.parameter);
    if (parameter === undefined) continue;
    const values = found.get(parameter);
    if (values === undefined) found.set(parameter, [value]);
    else values.push(value);
  }
  return found;
}

function splitKey(key: Value): { readonly command: string; readonly parameter: string } | null {
  if (typeof key !== "string") return null;
  const colon = key.lastIndexOf(":");
  if (colon <= 0 || colon === key.length - 1) return null;
  const part = (text: string): string => text.trim().replace(/^(['"])(.*)\1$/, "$2");
  return { command: part(key.slice(0, colon)), parameter: part(key.slice(colon + 1)) };
}

/** A script block is run, with what is bound so far as its argument; two pairs of braces pass one. */
function evaluate({ context, values }: BindingState, value: Value): Value {
  const base = baseOf(value);
  if (!(base instanceof ScriptBlock)) return value;
  const bound = newHashtable();
  for (const [name, given] of values) bound.set(name, given);
  return context.invoke(base, [new PSCustomObject([["BoundParameters", bound]])]);
}

function warn(state: BindingState, text: string): void {
  const action = actionFor(state.context, state, "Warning", "Continue");
  if (action !== "Ignore" && action !== "SilentlyContinue") state.context.host.writeMessage("warning", text);
}
