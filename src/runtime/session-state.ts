import type { Value } from "../values/value.js";
import type { AliasInfo, CmdletInfo, CmdletSource, CommandInfo, FunctionInfo } from "./commands.js";

/** The tables of a session that commands can look at and change: variables, aliases, functions, cmdlets, by scope. */
export interface SessionState {
  readonly globalScope: Scope;
  readonly currentScope: Scope;
  /** Built-in cmdlets by name, ignoring case. */
  findCmdlet(name: string): CmdletInfo | undefined;
  addCmdlet(cmdlet: CmdletInfo): void;
  /** Adds many at once, which no cmdlet that was added by itself hides. */
  addCmdlets(source: CmdletSource): void;
  /** All commands that can be seen from the current scope: aliases, functions, cmdlets, in this order, each by name. */
  listCommands(): readonly CommandInfo[];
}

export interface VariableEntry {
  readonly name: string;
  value: Value;
  options: ReadonlySet<"ReadOnly" | "Constant" | "AllScope" | "Private">;
  description: string;
  /** Whether only code inside the session sees it: the visibility Private. */
  isPrivate: boolean;
}

export interface Scope {
  readonly parent: Scope | null;
  /** What `$script:` means here. */
  readonly scriptScope: Scope;
  variable(name: string): VariableEntry | undefined;
  setVariable(name: string, value: Value): void;
  /** Makes a variable of this scope; one of the same name is replaced whatever its options. */
  define(name: string, value: Value): VariableEntry;
  removeVariable(name: string): boolean;
  variables(): Iterable<VariableEntry>;
  alias(name: string): AliasInfo | undefined;
  setAlias(alias: AliasInfo): void;
  removeAlias(name: string): boolean;
  aliases(): Iterable<AliasInfo>;
  function(name: string): FunctionInfo | undefined;
  setFunction(info: FunctionInfo): void;
  removeFunction(name: string): boolean;
  functions(): Iterable<FunctionInfo>;
}
