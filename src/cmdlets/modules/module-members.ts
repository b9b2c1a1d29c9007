import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type FunctionInfo, scriptModuleOf } from "../../runtime/commands.js";
import type { ScopeTables } from "../../runtime/scope.js";
import { engineOf, ScriptCommand } from "../../runtime/script-command.js";
import type { ModuleMembers, ScriptModule } from "../../runtime/script-module.js";
import { WildcardPattern } from "../../values/index.js";
import { ScriptBlock } from "../../values/script-block.js";
import { namesOf } from "../session/scopes.js";
import { approvedVerbs } from "../utility/get-verb.js";

/** -Function, -Cmdlet, -Variable and -Alias, as New-Module, Import-Module and Export-ModuleMember have them. */
export const memberParameters = {
  Function: { type: "string[]" },
  Cmdlet: { type: "string[]" },
  Variable: { type: "string[]" },
  Alias: { type: "string[]" },
} as const satisfies ParameterDeclarations;

/** Names and wildcards of what is wanted; `null`: nothing was said. */
export interface WantedMembers {
  readonly functions: readonly string[] | null;
  readonly variables: readonly string[] | null;
  readonly aliases: readonly string[] | null;
}

/** What the parameters ask for. As soon as one of them is given, the kinds that are not named are not wanted. */
export function wantedMembers(
  cmdlet: CmdletRuntime,
  bound: Pick<Bound<typeof memberParameters>, "Function" | "Cmdlet" | "Variable" | "Alias">,
): WantedMembers {
  const given = [bound.Function, bound.Cmdlet, bound.Variable, bound.Alias].some((each) => each !== undefined);
  const names = (value: typeof bound.Function): readonly string[] | null => (given ? namesOf(cmdlet, value) : null);
  return { functions: names(bound.Function), variables: names(bound.Variable), aliases: names(bound.Alias) };
}

function filter<T extends { readonly name: string }>(all: Iterable<T>, names: readonly string[] | null): readonly T[] {
  if (names === null) return [...all];
  const patterns = names.map((name) => new WildcardPattern(name, true));
  return [...all].filter(({ name }) => patterns.some((pattern) => pattern.isMatch(name)));
}

export function filterMembers(members: ModuleMembers, wanted: WantedMembers): ModuleMembers {
  return {
    functions: filter(members.functions, wanted.functions),
    variables: filter(members.variables, wanted.variables),
    aliases: filter(members.aliases, wanted.aliases),
  };
}

/** What the module holds of the kinds that are wanted. */
export function membersOf({ scope }: ScriptModule, { functions, variables, aliases }: WantedMembers): ModuleMembers {
  return {
    functions: filter(scope.functions(), functions ?? []),
    variables: filter(scope.variables(), variables ?? []).filter(({ name }) => !ownVariables.has(name.toLowerCase())),
    aliases: filter(scope.aliases(), aliases ?? []),
  };
}
/** Variables that the engine puts into a module's scope. */
const ownVariables: ReadonlySet<string> = new Set([
  "args",
  "input",
  "myinvocation",
  "psscriptroot",
  "pscommandpath",
  "_",
]);

/** What a module exports after its code ran: what Export-ModuleMember chose, else its functions and aliases. */
export function settleExports(module: ScriptModule): void {
  module.exported = module.chosenMembers ?? membersOf(module, { functions: ["*"], variables: [], aliases: ["*"] });
}

/** `Get-Item` with the prefix `My` is `Get-MyItem`; a name without a dash gets it in front. */
export function prefixedName(name: string, prefix: string): string {
  const dash = name.indexOf("-");
  return dash < 0 ? `${prefix}${name}` : `${name.slice(0, dash + 1)}${prefix}${name.slice(dash + 1)}`;
}

/** The same members with a prefix before the nouns of the functions, as the module says that it exports them. */
export function withPrefix(members: ModuleMembers, prefix: string): ModuleMembers {
  if (prefix === "") return members;
  const functions = members.functions.map((info) => renamed(info, prefixedName(info.name, prefix)));
  return { ...members, functions };
}

/** Aliases as they come in with a prefix: they stand for the functions under their new names. */
export function prefixedAliases(members: ModuleMembers, prefix: string): ModuleMembers {
  if (prefix === "") return members;
  const own = new Set(members.functions.map(({ name }) => name.toLowerCase()));
  const aliases = members.aliases.map((alias) => {
    const definition = prefixedName(alias.definition, prefix);
    return {
      ...alias,
      name: prefixedName(alias.name, prefix),
      definition: own.has(definition.toLowerCase()) ? definition : alias.definition,
    };
  });
  return { ...members, aliases };
}

function renamed({ commandType, scriptBlock, module }: FunctionInfo, name: string): FunctionInfo {
  return new ScriptCommand(commandType, name, scriptBlock, module);
}

/** Functions of nested modules are the outer module's when that gives them out. */
export function ownFunctions(module: ScriptModule): void {
  const { exported } = module;
  const functions = exported.functions.map((info) =>
    scriptModuleOf(info) === module ? info : new ScriptCommand(info.commandType, info.name, info.scriptBlock, module),
  );
  module.exported = { ...exported, functions };
}

/** How members come into a session state. */
export interface ImportOptions {
  readonly noClobber: boolean;
  /** Whether unapproved verbs are warned of. */
  readonly checkNames: boolean;
}

/** Brings members of a module into a scope, and says what it does as Import-Module's -Verbose shows it. */
export function importMembers(
  cmdlet: CmdletRuntime,
  module: ScriptModule,
  members: ModuleMembers,
  target: ScopeTables,
  { noClobber, checkNames }: ImportOptions,
): void {
  const isTaken = (name: string): boolean => noClobber && cmdlet.context.findCommand(name) !== undefined;
  const functions = members.functions.filter(({ name }) => !isTaken(name));
  const aliases = members.aliases.filter(({ name }) => !isTaken(name));
  const unapproved = checkNames ? functions.filter(({ name }) => hasUnapprovedVerb(name)) : [];
  let isWarned = false;
  for (const info of byName(functions)) {
    if (unapproved.includes(info)) {
      if (!isWarned) cmdlet.writeWarning(unapprovedVerbs(module.name));
      isWarned = true;
      cmdlet.writeVerbose(unapprovedVerb(info.name, module.name));
    }
    cmdlet.writeVerbose(`Importing function '${info.name}'.`);
    target.setFunction(info);
  }
  for (const variable of byName(members.variables)) {
    cmdlet.writeVerbose(`Importing variable '${variable.name}'.`);
    target.share(variable);
  }
  for (const alias of byName(aliases)) {
    cmdlet.writeVerbose(`Importing alias '${alias.name}'.`);
    target.setAlias({ ...alias, module });
  }
}

function byName<T extends { readonly name: string }>(members: readonly T[]): readonly T[] {
  return members.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** The scope that what is imported here goes to: the outermost one of the session state that runs. */
export function importTarget(cmdlet: CmdletRuntime, scope: "global" | "local" | null = null): ScopeTables {
  const { currentScope, globalScope } = engineOf(cmdlet.context);
  if (scope === "local") return currentScope;
  return scope === "global" ? globalScope : (currentScope.module?.scope ?? globalScope);
}

/** Takes a module with all that came of it, and the modules inside it, out of the session. */
export function removeScriptModule(cmdlet: CmdletRuntime, module: ScriptModule): void {
  const engine = engineOf(cmdlet.context);
  const onRemove = module.property("OnRemove");
  if (onRemove instanceof ScriptBlock)
    engine.invokeBlock(onRemove, { arguments: [module], output: cmdlet.streams.output, streams: cmdlet.streams });
  const gone = new Set<ScriptModule>(withNested(module));
  for (const scope of new Set([engine.globalScope, importTarget(cmdlet)])) {
    for (const info of byName([...scope.functions()])) {
      const from = scriptModuleOf(info);
      if (from === null || !gone.has(from)) continue;
      cmdlet.writeVerbose(`Removing the imported "${info.name}" function.`);
      scope.removeFunction(info.name);
    }
    for (const { name } of [...scope.aliases()].filter(
      (alias) => alias.module !== undefined && gone.has(alias.module),
    )) {
      cmdlet.writeVerbose(`Removing the imported "${name}" alias.`);
      scope.removeAlias(name);
    }
    for (const each of gone) removeVariables(cmdlet, each, scope);
    if (scope.modules.some((each) => gone.has(each))) scope.modules = scope.modules.filter((each) => !gone.has(each));
  }
}

/** A variable that both sides share stays the module's. */
function removeVariables(cmdlet: CmdletRuntime, { exported, scope }: ScriptModule, target: ScopeTables): void {
  for (const variable of exported.variables) {
    const { name, current } = variable;
    if (current === undefined || target.variable(name) !== variable) continue;
    cmdlet.writeVerbose(`Removing the imported "${name}" variable.`);
    target.removeVariable(name);
    scope.define(name, current);
  }
}

export function withNested(module: ScriptModule): readonly ScriptModule[] {
  return [...module.scope.modules.flatMap(withNested), module];
}

const verbs = approvedVerbs();
function hasUnapprovedVerb(name: string): boolean {
  const dash = name.indexOf("-");
  return dash > 0 && ![...verbs].some((verb) => verb.toLowerCase() === name.slice(0, dash).toLowerCase());
}

// Of the running engine (7.6).
function unapprovedVerbs(module: string): string {
  return `The names of some imported commands from the module '${module}' include unapproved verbs that might make them less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of approved verbs, type Get-Verb.`;
}
function unapprovedVerb(command: string, module: string): string {
  return `The '${command}' command in the ${module}' module was imported, but because its name does not include an approved verb, it might be difficult to find. For a list of approved verbs, type Get-Verb.`;
}
