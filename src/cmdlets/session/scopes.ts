import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { Scope } from "../../runtime/session-state.js";
import { type ErrorRecord, toText, type Value, WildcardPattern } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { baseOf } from "../../values/value.js";
import { cmdletError } from "../error-record.js";

export type ItemOption = "ReadOnly" | "Constant" | "AllScope" | "Private";

/** The scope that -Scope names: `Global`, `Local`, `Script`, or how many levels up; the current one when omitted. */
export function scopeNamed(cmdlet: CmdletRuntime, name: string | undefined): Scope {
  const { globalScope, currentScope } = cmdlet.context.session;
  if (name === undefined) return currentScope;
  const wanted = name.toLowerCase();
  if (wanted === "global") return globalScope;
  if (wanted === "local" || wanted === "private") return currentScope;
  if (wanted === "script") return currentScope.scriptScope;
  if (!/^\d+$/.test(name)) {
    return cmdlet.throwTerminatingError(
      cmdletError({
        id: "Argument",
        category: "InvalidArgument",
        exception: "PSArgumentException",
        message: `Cannot process argument because the value of argument "scopeID" is not valid. Change the value of the "scopeID" argument and run the operation again.`,
      }),
    );
  }
  let scope: Scope | null = currentScope;
  for (let levels = Number(name); levels > 0 && scope !== null; levels--) scope = scope.parent;
  return scope ?? cmdlet.throwTerminatingError(tooManyLevels(name));
}

function tooManyLevels(name: string): ErrorRecord {
  return cmdletError({
    id: "ArgumentOutOfRange",
    category: "InvalidArgument",
    exception: "ArgumentOutOfRangeException",
    message: `The scope number '${name}' exceeds the number of active scopes. (Parameter 'scopeID')\nActual value was ${name}.`,
  });
}

/** The scopes that a look-up goes through: one when -Scope is given, else the current one and those around it. */
export function searchedScopes(cmdlet: CmdletRuntime, name: string | undefined): readonly Scope[] {
  if (name !== undefined) return [scopeNamed(cmdlet, name)];
  const scopes: Scope[] = [];
  for (let scope: Scope | null = cmdlet.context.session.currentScope; scope !== null; scope = scope.parent) {
    scopes.push(scope);
  }
  return scopes;
}

/** Options of a ScopedItemOptions value. */
export function itemOptions(value: Value | undefined): ReadonlySet<ItemOption> {
  const bits = value instanceof EnumValue ? value.value : 0n;
  const result = new Set<ItemOption>();
  if (bits & 1n) result.add("ReadOnly");
  if (bits & 2n) result.add("Constant");
  if (bits & 4n) result.add("Private");
  if (bits & 8n) result.add("AllScope");
  return result;
}

/** Elements of a `string[]` parameter. */
export function namesOf(
  cmdlet: CmdletRuntime,
  value: { readonly items: readonly Value[] } | undefined,
): readonly string[] {
  return value?.items.map((item) => toText(cmdlet.context, baseOf(item))) ?? [];
}

/** -Include and -Exclude. */
export class NameFilter {
  private readonly included: readonly WildcardPattern[];
  private readonly excluded: readonly WildcardPattern[];
  constructor(include: readonly string[], exclude: readonly string[]) {
    this.included = include.map((pattern) => new WildcardPattern(pattern, true));
    this.excluded = exclude.map((pattern) => new WildcardPattern(pattern, true));
  }
  accepts(name: string): boolean {
    if (this.included.length > 0 && !this.included.some((p) => p.isMatch(name))) return false;
    return !this.excluded.some((p) => p.isMatch(name));
  }
}
