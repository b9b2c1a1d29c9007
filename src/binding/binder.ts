import type { CommandMetadata } from "../runtime/command-metadata.js";
import type { ParameterBinder } from "../runtime/execution-context.js";
import { BindingErrors } from "./binding-errors.js";
import { type BindingFacts, powerShell7Binding } from "./binding-facts.js";
import { BindingState } from "./binding-state.js";
import { coerce } from "./coercion.js";
import { bindCommandLine, bindGiven } from "./command-line.js";
import { CommandRuntime } from "./command-runtime.js";
import { CommandTable } from "./command-table.js";
import { findFailure } from "./validation.js";

/** From arguments to parameters, for compiled cmdlets and script functions by the same code (SPEC section C). */
export function createParameterBinder(facts: BindingFacts): ParameterBinder {
  const tables = new WeakMap<CommandMetadata, CommandTable>();
  const tableOf = (metadata: CommandMetadata): CommandTable => {
    let table = tables.get(metadata);
    if (table === undefined) {
      table = new CommandTable(metadata, facts.languageVersion);
      tables.set(metadata, table);
    }
    return table;
  };
  return {
    bind(metadata, invocation) {
      const errors = new BindingErrors(metadata, invocation, facts);
      const state = new BindingState(tableOf(metadata), invocation, errors, facts);
      bindCommandLine(state);
      return state;
    },
    bindDeclared(metadata, invocation) {
      const errors = new BindingErrors(metadata, invocation, facts);
      const state = new BindingState(tableOf(metadata), invocation, errors, facts);
      bindGiven(state);
      return state;
    },
    createRuntime(metadata, invocation, bound) {
      const runtime = new CommandRuntime(metadata, invocation, bound, facts);
      if (bound instanceof BindingState) bound.reportError = (record) => runtime.writeError(record);
      return runtime;
    },
    convertDefault(metadata, invocation, name, value) {
      const table = tableOf(metadata);
      const parameter = table.exactly(name);
      if (parameter === undefined) return value;
      const errors = new BindingErrors(metadata, invocation, facts);
      return coerce(new BindingState(table, invocation, errors, facts), parameter, value, null);
    },
    isValid: (context, validation, value) => findFailure(context, facts, validation, value) === null,
  };
}

/** The binder of PowerShell 7. */
export const parameterBinder: ParameterBinder = createParameterBinder(powerShell7Binding);
