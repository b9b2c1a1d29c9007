import { runtimeError } from "../values/errors.js";
import { heapClass } from "../values/heap/heap-class.js";
import { type Change, changeOf, epoch, keepSome } from "../values/journal.js";
import type { Value } from "../values/value.js";
import type { AliasInfo, FunctionInfo } from "./commands.js";
import type { ScriptModule } from "./script-module.js";
import type { Scope } from "./session-state.js";
import { nameKey, Variable } from "./variable.js";

/** What a scope belongs to: `$script:` means the nearest script or closure scope, else the global one. */
export type ScopeKind = "global" | "script" | "local";

/**
 * One level of names: variables, functions, aliases. A function call, a `& { }` and a script file each make one; reads
 * go up through the callers, writes stay. Drives of the session are not scoped and live in the session state.
 */
export class ScopeTables implements Scope {
  private readonly variableTable = new Map<string, Variable>();
  private functionTable: Map<string, FunctionInfo> | null = null;
  private aliasTable: Map<string, AliasInfo> | null = null;
  private strict: number | null = null;
  private moduleList: readonly ScriptModule[] = [];
  private readonly epoch = epoch;
  /** The line in which the tables of functions and aliases were last copied: in that line they change in place. */
  private commandsEpoch = epoch;

  constructor(
    readonly parent: ScopeTables | null,
    readonly kind: ScopeKind,
    /** The module whose session state the scope is of; `null`: the session's own. */
    readonly module: ScriptModule | null = null,
  ) {}

  /** A scope below this one. */
  child(kind: ScopeKind = "local"): ScopeTables {
    return new ScopeTables(this, kind, this.module);
  }

  /** The variable of exactly this scope, by its key. Its cell may be vacant: a `$_` whose time is over. */
  own(key: string): Variable | undefined {
    return this.variableTable.get(key);
  }
  /** The variable that a read in this scope sees. */
  lookUp(key: string): Variable | undefined {
    const own = this.variableTable.get(key);
    if (own !== undefined && own.current !== undefined) return own;
    for (let scope = this.parent; scope !== null; scope = scope.parent) {
      const found = scope.variableTable.get(key);
      if (found !== undefined && found.current !== undefined && (found.plain || !found.options.has("Private")))
        return found;
    }
    return undefined;
  }
  /** The private variable that a name means here, which {@link lookUp} passes over. */
  lookUpPrivate(key: string): Variable | undefined {
    for (let scope: ScopeTables | null = this; scope !== null; scope = scope.parent) {
      const found = scope.variableTable.get(key);
      if (found?.isPrivate === true) return found;
    }
    return undefined;
  }
  /** Makes a variable of this scope; an existing one of the name is replaced without asking. */
  define(name: string, value: Value, key = nameKey(name)): Variable {
    this.drop(key);
    const made = new Variable(name, value);
    this.enter(key, made);
    return made;
  }
  /** Puts a cell that exists already under its name (`[ref]`, dot-sourcing, AllScope). */
  share(variable: Variable): void {
    const key = nameKey(variable.name);
    if (this.variableTable.get(key) === variable) return;
    this.drop(key);
    this.enter(key, variable);
  }
  private enter(key: string, variable: Variable): void {
    if (this.epoch !== epoch) this.keep(key);
    this.variableTable.set(key, variable);
  }
  /** Takes a variable away whatever its options; its cell is emptied. */
  drop(key: string): void {
    const found = this.variableTable.get(key);
    if (found === undefined) return;
    if (this.epoch !== epoch) this.keep(key);
    this.variableTable.delete(key);
    found.put(undefined);
  }
  /** Journals what a name means before that changes. */
  private keep(key: string): void {
    changeOf(this, () => new NamesChange(this.variableTable))?.keep(key);
  }
  /** The variable that an assignment in this scope writes: its own, or one that is the same in all scopes. */
  target(key: string): Variable | undefined {
    const own = this.variableTable.get(key);
    if (own !== undefined) return own;
    const global = this.root.variableTable.get(key);
    return global !== undefined && !global.plain && global.options.has("AllScope") ? global : undefined;
  }
  get root(): ScopeTables {
    let scope: ScopeTables = this;
    while (scope.parent !== null) scope = scope.parent;
    return scope;
  }
  /** What `$script:` means here. */
  get scriptScope(): ScopeTables {
    let scope: ScopeTables = this;
    while (scope.kind === "local" && scope.parent !== null) scope = scope.parent;
    return scope;
  }

  variable(name: string): Variable | undefined {
    const found = this.own(nameKey(name));
    return found?.current === undefined && found?.isPrivate !== true ? undefined : found;
  }
  setVariable(name: string, value: Value): void {
    assign(this, name, nameKey(name), value);
  }
  removeVariable(name: string): boolean {
    if (this.variable(name) === undefined) return false;
    this.drop(nameKey(name));
    return true;
  }
  *variables(): Iterable<Variable> {
    for (const variable of this.variableTable.values())
      if (variable.current !== undefined || variable.isPrivate) yield variable;
  }

  alias(name: string): AliasInfo | undefined {
    return this.aliasTable?.get(nameKey(name));
  }
  setAlias(alias: AliasInfo): void {
    this.keepCommands();
    this.aliasTable ??= new Map();
    this.aliasTable.set(nameKey(alias.name), alias);
  }
  removeAlias(name: string): boolean {
    this.keepCommands();
    return this.aliasTable?.delete(nameKey(name)) ?? false;
  }
  aliases(): Iterable<AliasInfo> {
    return this.aliasTable?.values() ?? [];
  }

  function(name: string): FunctionInfo | undefined {
    return this.functionTable?.get(nameKey(name));
  }
  setFunction(info: FunctionInfo): void {
    this.keepCommands();
    this.functionTable ??= new Map();
    this.functionTable.set(nameKey(info.name), info);
  }
  removeFunction(name: string): boolean {
    this.keepCommands();
    return this.functionTable?.delete(nameKey(name)) ?? false;
  }
  functions(): Iterable<FunctionInfo> {
    return this.functionTable?.values() ?? [];
  }
  /** Whether look-ups of commands must pass through here. */
  get hasCommands(): boolean {
    return this.functionTable !== null || this.aliasTable !== null;
  }
  /** Functions and aliases change seldom and are few: a line that changes them does so in copies of the tables. */
  private keepCommands(): void {
    if (this.commandsEpoch === epoch) return;
    keepSome(this, ["functionTable", "aliasTable", "strict"]);
    if (this.functionTable !== null) this.functionTable = new Map(this.functionTable);
    if (this.aliasTable !== null) this.aliasTable = new Map(this.aliasTable);
    this.commandsEpoch = epoch;
  }

  /** Modules that were imported here, in their order: those of a session state are in its outermost scope. */
  get modules(): readonly ScriptModule[] {
    return this.moduleList;
  }
  set modules(modules: readonly ScriptModule[]) {
    keepSome(this, ["moduleList"]);
    this.moduleList = modules;
  }

  /** Set-StrictMode of this scope; `null`: as the parent. */
  get strictVersion(): number | null {
    return this.strict;
  }
  set strictVersion(version: number | null) {
    keepSome(this, ["functionTable", "aliasTable", "strict"]);
    this.strict = version;
  }
}
heapClass("ScopeTables", ScopeTables, { unordered: ["variableTable"] });

/** What names of a scope meant before a line changed that. */
class NamesChange implements Change {
  private readonly before = new Map<string, Variable | undefined>();
  constructor(private readonly table: Map<string, Variable>) {}

  keep(key: string): void {
    if (!this.before.has(key)) this.before.set(key, this.table.get(key));
  }
  undo(): void {
    for (const [key, variable] of this.before) {
      if (variable === undefined) this.table.delete(key);
      else this.table.set(key, variable);
    }
  }
}

/**
 * An assignment in a scope: converts and validates as the variable's declaration says, makes the variable when there is
 * none. Throws VariableNotWritable for read-only ones.
 */
export function assign(scope: ScopeTables, name: string, key: string, value: Value): Variable {
  const found = scope.target(key);
  if (found === undefined) return scope.define(name, value, key);
  assignTo(found, value);
  return found;
}

/** An assignment to a variable that exists. */
export function assignTo(variable: Variable, value: Value): void {
  if (variable.plain) {
    variable.put(value);
    return;
  }
  if (!variable.isWritable) throw notWritable(variable.name);
  variable.value = variable.constraint === null ? value : variable.constraint.transform(value);
}

/** `Cannot overwrite variable x because it is read-only or constant.` */
export function notWritable(name: string): Error {
  return runtimeError(
    "VariableNotWritable",
    "WriteError",
    `Cannot overwrite variable ${name} because it is read-only or constant.`,
    { target: name, exceptionType: "System.Management.Automation.SessionStateUnauthorizedAccessException" },
  );
}
