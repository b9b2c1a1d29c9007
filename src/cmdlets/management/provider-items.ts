import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { CommandInfoObject } from "../../runtime/command-info-object.js";
import { ScriptCommand } from "../../runtime/script-command.js";
import type { Scope } from "../../runtime/session-state.js";
import {
  compareText,
  type ErrorRecord,
  ScriptBlock,
  toText,
  typeNamed,
  type Value,
  WildcardPattern,
} from "../../values/index.js";
import { DictionaryEntry } from "../../values/pairs.js";
import { baseOf } from "../../values/value.js";
import { allCommands } from "../core/all-commands.js";
import { definitionText } from "../core/command-members.js";
import { cmdletError } from "../error-record.js";
import {
  findVariables,
  isLocked,
  VariableObject,
  variableNotRemovable,
  variableNotWritable,
} from "../session/variables.js";
import type { ItemProvider } from "./paths.js";

/** An item of the variable, alias or function drive. */
export interface ProviderItem {
  readonly name: string;
  /** The item as Get-Item gives it. */
  readonly value: Value;
  /** What Get-Content gives. */
  readonly content: Value;
  /** Removes it; an error when it may not. */
  remove(force: boolean): ErrorRecord | null;
}

/** The items that a name or wildcard means, by name. */
export function providerItems(cmdlet: CmdletRuntime, provider: ItemProvider, pattern: string): readonly ProviderItem[] {
  switch (provider) {
    case "Variable":
      return findVariables(cmdlet, pattern, undefined, null).map(({ scope, entry }) => ({
        name: entry.name,
        value: new VariableObject(entry),
        content: entry.value,
        remove: (force) => {
          if (isLocked(entry, force)) return variableNotRemovable(entry.name);
          scope.removeVariable(entry.name);
          return null;
        },
      }));
    case "Alias":
      return commandItems(cmdlet, pattern, (scope) => scope.aliases()).map(({ scope, item }) => ({
        name: item.name,
        value: new CommandInfoObject(item),
        content: item.definition,
        remove: (force) => {
          const isConstant = item.options.has("Constant") || (item.options.has("ReadOnly") && !force);
          if (isConstant) return aliasNotRemovable(item.name);
          scope.removeAlias(item.name);
          return null;
        },
      }));
    case "Function":
      return functionItems(cmdlet, pattern);
    case "Environment":
      return environmentItems(cmdlet, pattern);
  }
}

/** Functions of the session, and those of the console that are the emulator's own code: these stay. */
function functionItems(cmdlet: CmdletRuntime, pattern: string): readonly ProviderItem[] {
  const { context } = cmdlet;
  const matcher = new WildcardPattern(pattern, true);
  const scripts = commandItems(cmdlet, pattern, (scope) => scope.functions()).map(({ scope, item }) => ({
    name: item.name,
    value: new CommandInfoObject(item),
    content: item.scriptBlock,
    remove: () => {
      scope.removeFunction(item.name);
      return null;
    },
  }));
  const own = allCommands(context).flatMap((info): readonly ProviderItem[] => {
    const isListed = info.commandType === "Cmdlet" && info.isFunction === true && matcher.isMatch(info.name);
    if (!isListed || scripts.some(({ name }) => name.toLowerCase() === info.name.toLowerCase())) return [];
    const value = new CommandInfoObject(info);
    const text = definitionText(info, context);
    return [
      { name: info.name, value, content: context.createScriptBlock(text), remove: () => functionStays(info.name) },
    ];
  });
  return [...scripts, ...own].sort((a, b) => compareText(a.name, b.name, true));
}

function functionStays(name: string): ErrorRecord {
  return cmdletError({
    id: "NotEmulated",
    category: "NotImplemented",
    exception: "NotSupportedException",
    message: `The emulator does not remove the function ${name}, which is its own code; a function of yours can take its place.`,
    target: name,
  });
}

/** The environment of the emulated process; nothing of the real machine is seen. */
function environmentItems({ context }: CmdletRuntime, pattern: string): readonly ProviderItem[] {
  const matcher = new WildcardPattern(pattern, true);
  const type = typeNamed("System.Collections.DictionaryEntry");
  return [...context.drives.environment.values()]
    .filter(({ name }) => matcher.isMatch(name))
    .sort((a, b) => compareText(a.name, b.name, true))
    .map(({ name, value }) => ({
      name,
      value: new DictionaryEntry(type, name, value),
      content: value,
      remove: () => {
        context.drives.setEnvironment(name, null);
        return null;
      },
    }));
}

function commandItems<T extends { readonly name: string }>(
  cmdlet: CmdletRuntime,
  pattern: string,
  list: (scope: Scope) => Iterable<T>,
): readonly { readonly scope: Scope; readonly item: T }[] {
  const found = new Map<string, { readonly scope: Scope; readonly item: T }>();
  const matcher = new WildcardPattern(pattern, true);
  for (let scope: Scope | null = cmdlet.context.session.currentScope; scope !== null; scope = scope.parent) {
    for (const item of list(scope)) {
      const key = item.name.toLowerCase();
      if (!found.has(key) && matcher.isMatch(item.name)) found.set(key, { scope, item });
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.item.name, b.item.name, true));
}

function aliasNotRemovable(name: string): ErrorRecord {
  return cmdletError({
    id: "AliasNotRemovable",
    category: "WriteError",
    exception: "SessionStateUnauthorizedAccessException",
    message: `Alias was not removed because alias ${name} is constant or read-only.`,
    target: name,
  });
}

/** Sets an item; an error when it may not be set. */
export function setProviderItem(
  cmdlet: CmdletRuntime,
  provider: ItemProvider,
  name: string,
  value: Value,
): ErrorRecord | null {
  const scope = cmdlet.context.session.currentScope;
  switch (provider) {
    case "Variable": {
      const [found] = findVariables(cmdlet, name, undefined, null);
      if (found !== undefined && isLocked(found.entry, false)) return variableNotWritable(name);
      (found?.scope ?? scope).setVariable(name, value);
      return null;
    }
    case "Alias":
      scope.setAlias({
        commandType: "Alias",
        name,
        definition: toText(cmdlet.context, value),
        options: new Set(),
        description: "",
      });
      return null;
    case "Function": {
      const base = baseOf(value);
      const block =
        base instanceof ScriptBlock ? base : cmdlet.context.createScriptBlock(toText(cmdlet.context, value));
      scope.setFunction(new ScriptCommand("Function", name, block));
      return null;
    }
    case "Environment":
      cmdlet.context.drives.setEnvironment(name, value);
      return null;
  }
}
