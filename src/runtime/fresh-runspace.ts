import type { Expression, ScriptBlock as ScriptBlockNode, UsingExpression } from "../../grammar/syntax-tree.js";
import { runtimeError } from "../values/errors.js";
import type { ScriptBlock } from "../values/script-block.js";
import type { Value } from "../values/value.js";
import { defineAutomaticVariables } from "./automatic-variables.js";
import type { AliasInfo } from "./commands.js";
import type { Engine } from "./engine.js";
import { ScopeTables } from "./scope.js";
import { nameKey } from "./variable.js";

/** Variables that every runspace of the machine begins with, beside those of the language. */
const ofMachine = "HOME PSHOME PROFILE PWD IsWindows IsLinux IsMacOS IsCoreCLR".split(" ");

/** Where code runs, as far as a runspace of its own has it differently. */
type Place = Pick<Engine, "currentScope" | "propagating" | "usingScope"> & { readonly globalScope: ScopeTables };

function placeOf({ currentScope, propagating, usingScope, globalScope }: Engine): Place {
  return { currentScope, propagating, usingScope, globalScope };
}
function enter(engine: Engine, { currentScope, propagating, usingScope, globalScope }: Place): void {
  engine.session.globalScope = globalScope;
  engine.currentScope = currentScope;
  engine.propagating = propagating;
  engine.usingScope = usingScope;
}

/** Runs something elsewhere and comes back. */
function at<T>(engine: Engine, place: Place, run: () => T): T {
  const before = placeOf(engine);
  enter(engine, place);
  try {
    return run();
  } finally {
    enter(engine, before);
  }
}

/** Runs something where the runspace was made: what a task writes is shown there. */
export type Outside = <T>(run: () => T) => T;

/**
 * Runs something in a runspace of its own, as the tasks of ForEach-Object -Parallel do: a session without the variables,
 * functions and aliases that the user made, gone when it is over.
 * @param usings what `$using:` means there, by the variable's name; `null`: nothing
 * @param kept a runspace that stays when it is over: what was made there before is there again
 */
export function inFreshRunspace(
  engine: Engine,
  aliases: readonly AliasInfo[],
  usings: ReadonlyMap<string, Value> | null,
  body: (outside: Outside) => void,
  kept?: ScopeTables,
): void {
  const outer = placeOf(engine);
  const fresh = kept ?? new ScopeTables(null, "global");
  const isNew = fresh.variable("HOME") === undefined;
  const usingScope = usings === null ? null : new ScopeTables(null, "global");
  for (const [name, value] of usings ?? []) usingScope?.define(name, value);
  at(engine, { globalScope: fresh, currentScope: fresh, propagating: false, usingScope }, () => {
    if (isNew) defineAutomaticVariables(engine, engine.errorLog.list);
    for (const name of ofMachine) {
      const value = outer.globalScope.variable(name)?.current;
      if (value !== undefined && isNew) fresh.define(name, value);
    }
    if (isNew) for (const alias of aliases) fresh.setAlias(alias);
    body((run) => at(engine, outer, run));
  });
}

/** What the `$using:` variables of a block mean where it is written. Throws UsingVariableIsUndefined. */
export function usingValuesOf(engine: Engine, { tree }: ScriptBlock): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const name of usingNames(tree)) {
    const value = engine.currentScope.lookUp(nameKey(name))?.current;
    if (value === undefined)
      throw runtimeError(
        "UsingVariableIsUndefined",
        "InvalidOperation",
        `The value of the using variable '$using:${name}' cannot be retrieved because it has not been set in the local session.`,
      );
    values.set(name, value);
  }
  return values;
}

/** The names behind `$using:` anywhere in a tree, in their order. */
function usingNames(tree: ScriptBlockNode): readonly string[] {
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (isUsing(node)) {
      const name = rootVariable(node.subExpression);
      if (name !== null) names.push(name);
      return;
    }
    for (const child of Array.isArray(node) ? node : Object.values(node)) visit(child);
  };
  visit(tree);
  return names;
}

function isUsing(node: object): node is UsingExpression {
  return "kind" in node && node.kind === "UsingExpression";
}

/** `x` of `$using:x.Property[0]`. */
function rootVariable(expression: Expression): string | null {
  switch (expression.kind) {
    case "VariableExpression":
      return expression.variablePath.userPath;
    case "MemberExpression":
      return rootVariable(expression.expression);
    case "IndexExpression":
      return rootVariable(expression.target);
    default:
      return null;
  }
}
