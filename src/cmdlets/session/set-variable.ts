import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { PSArray, type Value, WildcardPattern } from "../../values/index.js";
import { itemOptions, NameFilter, namesOf, scopeNamed } from "./scopes.js";
import {
  type FoundVariable,
  findVariables,
  isLocked,
  isPrivate,
  VariableObject,
  variableAllScopeStays,
  variableCannotBeMadeConstant,
  variableNotWritable,
  variableTarget,
} from "./variables.js";

const parameters = {
  Name: { type: "string[]", position: 0, mandatory: true, pipeline: "name" },
  Value: { type: "object", position: 1, pipeline: "value,name" },
  Include: { type: "string[]" },
  Exclude: { type: "string[]" },
  Description: { type: "string" },
  Option: { type: "System.Management.Automation.ScopedItemOptions" },
  Force: { type: "switch" },
  Visibility: { type: "System.Management.Automation.SessionStateEntryVisibility" },
  PassThru: { type: "switch" },
  Scope: { type: "string", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
} as const satisfies ParameterDeclarations;

export const setVariable = defineCmdlet({
  name: "Set-Variable",
  typeName: "Microsoft.PowerShell.Commands.SetVariableCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Sets variables, making them when needed.",
  supportsShouldProcess: true,
  parameters,
  create: (bound, cmdlet) => new SetVariable(bound, cmdlet),
});

class SetVariable implements CmdletBody {
  private readonly filter: NameFilter;
  private readonly valueIsTyped: boolean;
  /** Values from the pipeline: one stays itself, several become an array. */
  private readonly collected: Value[] = [];
  private names: readonly string[] = [];

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {
    this.filter = new NameFilter(namesOf(cmdlet, bound.Include), namesOf(cmdlet, bound.Exclude));
    this.valueIsTyped = cmdlet.isBound("Value");
  }

  process(): void {
    this.names = namesOf(this.cmdlet, this.bound.Name);
    if (this.valueIsTyped || !this.cmdlet.expectingInput) this.setAll(this.bound.Value ?? null);
    else if (this.bound.Value !== undefined) this.collected.push(this.bound.Value);
  }

  end(): void {
    if (this.valueIsTyped || !this.cmdlet.expectingInput) return;
    if (this.names.length === 0) this.names = namesOf(this.cmdlet, this.bound.Name);
    const [only] = this.collected;
    this.setAll(this.collected.length > 1 ? new PSArray(this.collected) : (only ?? null));
  }

  private setAll(value: Value): void {
    for (const name of this.names) {
      const found = this.find(name);
      if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name) && this.filter.accepts(name)) {
        this.make(WildcardPattern.unescape(name), value);
      }
      for (const variable of found) this.change(variable, value);
    }
  }

  /** Without -Scope an assignment stays in the current scope. */
  private find(name: string): readonly FoundVariable[] {
    const scope = this.bound.Scope ?? "local";
    return findVariables(this.cmdlet, name, scope, this.filter);
  }

  private make(name: string, value: Value): void {
    const { bound, cmdlet } = this;
    if (!cmdlet.shouldProcess(variableTarget(cmdlet, name, value), "Set variable")) return;
    const scope = scopeNamed(cmdlet, bound.Scope);
    // The assignment is the ordinary one: variables that are the same in all scopes keep their rules.
    scope.setVariable(name, value);
    const entry = scope.variable(name);
    if (entry === undefined) return;
    if (bound.Option !== undefined) entry.options = itemOptions(bound.Option);
    if (bound.Description !== undefined) entry.description = bound.Description;
    if (bound.Visibility !== undefined) entry.isPrivate = isPrivate(bound.Visibility);
    if (bound.PassThru) cmdlet.writeObject(new VariableObject(entry));
  }

  private change({ scope, entry }: FoundVariable, value: Value): void {
    const { bound, cmdlet } = this;
    if (!cmdlet.shouldProcess(variableTarget(cmdlet, entry.name, value), "Set variable")) return;
    if (isLocked(entry, bound.Force)) {
      cmdlet.writeError(variableNotWritable(entry.name));
      return;
    }
    const options = bound.Option === undefined ? entry.options : itemOptions(bound.Option);
    if (options.has("Constant") && bound.Option !== undefined) {
      cmdlet.writeError(variableCannotBeMadeConstant(entry.name));
      return;
    }
    if (bound.Option !== undefined && entry.options.has("AllScope") && !options.has("AllScope")) {
      cmdlet.writeError(variableAllScopeStays(entry.name));
      return;
    }
    const wasReadOnly = entry.options.has("ReadOnly");
    if (wasReadOnly) entry.options = new Set([...entry.options].filter((option) => option !== "ReadOnly"));
    try {
      if (cmdlet.isBound("Value") || bound.Option === undefined) scope.setVariable(entry.name, value);
    } finally {
      if (wasReadOnly || bound.Option !== undefined) entry.options = options;
    }
    if (bound.Description !== undefined) entry.description = bound.Description;
    if (bound.Visibility !== undefined) entry.isPrivate = isPrivate(bound.Visibility);
    if (bound.PassThru) cmdlet.writeObject(new VariableObject(entry));
  }
}
