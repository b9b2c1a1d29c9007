import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { Scope, VariableEntry } from "../../runtime/session-state.js";
import { heapClass } from "../../values/heap/heap-class.js";
import {
  compareText,
  type DotNetMember,
  type DotNetType,
  defineType,
  type ErrorRecord,
  isNull,
  PSArray,
  toText,
  typeNamed,
  type Value,
  WildcardPattern,
} from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { DotNetObject } from "../../values/value.js";
import { optionsValue } from "../core/command-members.js";
import { cmdletError } from "../error-record.js";
import { type NameFilter, searchedScopes } from "./scopes.js";

const fullName = "System.Management.Automation.PSVariable";

/** A variable as a value: Get-Variable's output. Reads and writes the variable itself. */
export class VariableObject extends DotNetObject {
  constructor(readonly entry: VariableEntry) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
}
heapClass("VariableObject", VariableObject);

function property(
  name: string,
  typeName: string,
  get: (entry: VariableEntry) => Value,
  set: ((entry: VariableEntry, value: Value) => void) | null = null,
): DotNetMember {
  return {
    kind: "Property",
    name,
    typeName,
    get: (_context, self) => (self instanceof VariableObject ? get(self.entry) : null),
    set:
      set === null
        ? null
        : (_context, self, value) => {
            if (self instanceof VariableObject) set(self.entry, value);
          },
  };
}

defineType({
  fullName,
  members: () => [
    property("Name", "string", (entry) => entry.name),
    property("Description", "string", (entry) => entry.description),
    property(
      "Value",
      "System.Object",
      (entry) => entry.value,
      (entry, value) => {
        entry.value = value;
      },
    ),
    property(
      "Visibility",
      visibility,
      (entry) => new EnumValue(typeNamed(visibility), entry.isPrivate ? 1n : 0n),
      (entry, value) => {
        entry.isPrivate = value === "Private" || isPrivate(value);
      },
    ),
    property("ModuleName", "string", () => ""),
    property("Options", "System.Management.Automation.ScopedItemOptions", (entry) => optionsValue(entry.options)),
    property("Attributes", "System.Collections.ObjectModel.Collection[System.Attribute]", () => new PSArray([])),
  ],
});

const visibility = "System.Management.Automation.SessionStateEntryVisibility";
defineType({
  fullName: visibility,
  kind: "enum",
  enumValues: [
    ["Public", 0n],
    ["Private", 1n],
  ],
});

/** Whether a SessionStateEntryVisibility is Private. */
export function isPrivate(value: Value): boolean {
  return value instanceof EnumValue && value.value === 1n;
}

export interface FoundVariable {
  readonly scope: Scope;
  readonly entry: VariableEntry;
}

/**
 * The variables that a name or wildcard means, by name; the nearest of each name counts, and private ones are seen in
 * their own scope only.
 */
export function findVariables(
  cmdlet: CmdletRuntime,
  pattern: string,
  scopeName: string | undefined,
  filter: NameFilter | null,
): readonly FoundVariable[] {
  const scopes = searchedScopes(cmdlet, scopeName);
  const own = cmdlet.context.session.currentScope;
  const sees = (scope: Scope, entry: VariableEntry): boolean =>
    scope === own || scopeName !== undefined || !entry.options.has("Private");
  if (!WildcardPattern.containsWildcardCharacters(pattern)) {
    const name = WildcardPattern.unescape(pattern);
    for (const scope of scopes) {
      const entry = scope.variable(name);
      if (entry !== undefined && sees(scope, entry))
        return filter?.accepts(entry.name) === false ? [] : [{ scope, entry }];
    }
    return [];
  }
  const matcher = new WildcardPattern(pattern, true);
  const found = new Map<string, FoundVariable>();
  for (const scope of scopes) {
    for (const entry of scope.variables()) {
      const key = entry.name.toLowerCase();
      if (found.has(key) || !matcher.isMatch(entry.name) || !sees(scope, entry)) continue;
      if (filter === null || filter.accepts(entry.name)) found.set(key, { scope, entry });
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.entry.name, b.entry.name, true));
}

/** `Cannot find a variable with the name 'x'.` */
export function variableNotFound(name: string): ErrorRecord {
  return cmdletError({
    id: "VariableNotFound",
    category: "ObjectNotFound",
    exception: "ItemNotFoundException",
    message: `Cannot find a variable with the name '${name}'.`,
    target: name,
  });
}

/** Whether -Force may write the variable; without it read-only ones are refused as well. */
export function isLocked(entry: VariableEntry, force: boolean): boolean {
  return entry.options.has("Constant") || (!force && entry.options.has("ReadOnly"));
}

export function variableNotWritable(name: string): ErrorRecord {
  return unauthorized(
    "VariableNotWritable",
    name,
    `Cannot overwrite variable ${name} because it is read-only or constant.`,
  );
}
export function variableNotRemovable(name: string): ErrorRecord {
  return unauthorized(
    "VariableNotRemovable",
    name,
    `Cannot remove variable ${name} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.`,
  );
}
export function variableCannotBeMadeConstant(name: string): ErrorRecord {
  return unauthorized(
    "VariableCannotBeMadeConstant",
    name,
    `Existing variable ${name} cannot be made constant. Variables can be made constant only at creation time.`,
  );
}
export function variableAllScopeStays(name: string): ErrorRecord {
  return unauthorized(
    "VariableAllScopeOptionCannotBeRemoved",
    name,
    `The AllScope option cannot be removed from the variable '${name}'.`,
  );
}
function unauthorized(id: string, name: string, message: string): ErrorRecord {
  return cmdletError({
    id,
    category: "WriteError",
    exception: "SessionStateUnauthorizedAccessException",
    message,
    target: name,
  });
}

/** `Name: x Value: 5`: what ShouldProcess asks about. */
export function variableTarget(cmdlet: CmdletRuntime, name: string, value: Value): string {
  return `Name: ${name} Value: ${isNull(value) ? "" : toText(cmdlet.context, value)}`;
}
