import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { CommandInfoObject } from "../../runtime/command-info-object.js";
import type { AliasInfo } from "../../runtime/commands.js";
import type { Scope } from "../../runtime/session-state.js";
import type { ErrorRecord, Value } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { itemOptions } from "./scopes.js";

/** The parameters that New-Alias and Set-Alias share. */
export const aliasParameters = {
  Name: { type: "string", position: 0, mandatory: true, pipeline: "name" },
  Value: { type: "string", position: 1, mandatory: true, pipeline: "name" },
  Description: { type: "string" },
  Option: { type: "System.Management.Automation.ScopedItemOptions" },
  PassThru: { type: "switch" },
  Scope: { type: "string", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  Force: { type: "switch" },
} as const;

export interface NewAlias {
  readonly name: string;
  readonly definition: string;
  readonly description: string;
  readonly option: Value | undefined;
  readonly passThru: boolean;
}

/** Puts an alias into a scope, and on the pipeline with -PassThru; one that all scopes have stays so. */
export function putAlias(cmdlet: CmdletRuntime, scope: Scope, alias: NewAlias): void {
  const options = itemOptions(alias.option);
  if (!options.has("AllScope") && visibleAlias(scope, alias.name)?.options.has("AllScope") === true) {
    cmdlet.writeError(allScopeStays(alias.name));
    return;
  }
  const info: AliasInfo = {
    commandType: "Alias",
    name: alias.name,
    definition: alias.definition,
    options,
    description: alias.description,
  };
  scope.setAlias(info);
  if (alias.passThru) cmdlet.writeObject(new CommandInfoObject(info));
}

/** The alias of a name that a scope or one around it has. */
export function visibleAlias(scope: Scope, name: string): AliasInfo | undefined {
  for (let current: Scope | null = scope; current !== null; current = current.parent) {
    const found = current.alias(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Captured: consoles whose owners gave `cd` or `curl` another meaning. */
function allScopeStays(name: string): ErrorRecord {
  return cmdletError({
    id: "AliasAllScopeOptionCannotBeRemoved",
    category: "WriteError",
    exception: "SessionStateUnauthorizedAccessException",
    message: `The AllScope option cannot be removed from the alias '${name}'.`,
    target: name,
  });
}

export function aliasNotWritable(name: string): ErrorRecord {
  return cmdletError({
    id: "AliasNotWritable",
    category: "WriteError",
    exception: "SessionStateUnauthorizedAccessException",
    message: `Alias is not writeable because alias ${name} is read-only or constant and cannot be written to.`,
    target: name,
  });
}
