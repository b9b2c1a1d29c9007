import type { ExecutionContext } from "../runtime/execution-context.js";
import type { Pipe } from "../runtime/streams.js";
import { PSList } from "../values/collections.js";
import { typeNamed } from "../values/types.js";
import { baseOf, type Value } from "../values/value.js";

/** The list behind -ErrorVariable, -OutVariable and their kin: objects are added as they come. */
export class VariableSink implements Pipe {
  constructor(private readonly list: PSList) {}
  write(value: Value): void {
    this.list.insert(this.list.items.length, value);
  }
}

/**
 * Makes the variable that a common parameter names: a new empty ArrayList, or with `+name` the one that is there (or
 * what is there as its first element). `null` when the parameter is not given.
 */
export function variableSink(context: ExecutionContext, given: Value | undefined): VariableSink | null {
  const name = textOf(given);
  if (name === null) return null;
  const appends = name.startsWith("+");
  const variable = appends ? name.slice(1) : name;
  const old = appends ? context.getVariable(variable) : undefined;
  const listType = typeNamed("System.Collections.ArrayList");
  if (old instanceof PSList && old.type === listType) return new VariableSink(old);
  const list = new PSList(listType, old === undefined || old === null ? [] : [old]);
  context.setVariable(variable, list);
  return new VariableSink(list);
}

/** The text of a bound value; `null` when there is none. */
export function textOf(value: Value | undefined): string | null {
  const base = value === undefined ? null : baseOf(value);
  return typeof base === "string" && base !== "" ? base : null;
}
