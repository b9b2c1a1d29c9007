import type { SyntaxNode, VariableExpression } from "../../../grammar/syntax-tree.js";
import type { Engine } from "../../runtime/engine.js";
import { nodesBefore, type Path } from "./place.js";
import type { CompletionMatch } from "./result.js";
import { beginningWith, byName } from "./words.js";

/** Names that mean something although no variable of the session may have them yet. */
const specialVariables = [
  "CurrentlyExecutingCommand",
  "foreach",
  "LASTEXITCODE",
  "LogCommandHealthEvent",
  "LogCommandLifecycleEvent",
  "LogEngineHealthEvent",
  "LogEngineLifecycleEvent",
  "LogProviderHealthEvent",
  "LogProviderLifecycleEvent",
  "LogSettingsEvent",
  "Matches",
  "OFS",
  "PSCmdlet",
  "PSDebugContext",
  "PSItem",
  "PSLogUserData",
  "PSModuleAutoLoadingPreference",
  "PSSenderInfo",
  "switch",
  "this",
  "VerboseHelpErrors",
  "_",
];
/** Variables that any running code has. */
const runningVariables = ["args", "input", "MyInvocation", "PSBoundParameters", "PSCommandPath", "PSScriptRoot"];
const drives = ["Alias:", "Env:", "Function:", "Variable:"];
const coreDrives = ["Alias:", "Env:", "Function:", "Temp:", "Variable:"];
const scopes = ["Global:", "Local:", "Script:", "Private:", "Using:"];

/** Scopes that, at the prompt, all mean the session's variables. */
const sessionScopes: ReadonlySet<string> = new Set(["global", "local", "script", "private", "variable"]);

/**
 * Variables that begin with a typed `$na`, `@na`, `${na` or `$scope:na`: those that the text assigns, those of the
 * session, environment variables, names with a meaning of their own, drives and scopes.
 */
export function variableMatches(engine: Engine, typed: string, path: Path, cursor: number): CompletionMatch[] {
  const sigil = typed.startsWith("@") ? "@" : "$";
  const isBraced = typed.startsWith("${");
  const name = isBraced ? typed.slice(2).replace(/\}$/, "") : typed.slice(1);
  const colon = name.indexOf(":");
  if (colon >= 0) return scopedMatches(engine, sigil, name.slice(0, colon), name.slice(colon + 1), isBraced);
  const isWanted = beginningWith(name);
  const seen = new Set<string>();
  const matches: CompletionMatch[] = [];
  const add = (full: string, list = full): void => {
    if (!isWanted(full) || seen.has(full.toLowerCase())) return;
    seen.add(full.toLowerCase());
    matches.push({ text: written(sigil, full, isBraced), list, type: "Variable" });
  };
  for (const each of assignedNames(path, cursor)) add(each);
  for (const each of [...sessionVariables(engine), ...runningVariables].sort(byName)) add(each);
  for (const each of environmentNames(engine)) add(`env:${each}`);
  for (const each of specialVariables) add(each);
  for (const each of engine.runtimeFacts.psEdition === "Core" ? coreDrives : drives) add(each, each.slice(0, -1));
  for (const each of scopes) add(each);
  return matches;
}

/** What stands behind `$scope:` or `$drive:`. */
function scopedMatches(
  engine: Engine,
  sigil: string,
  scope: string,
  name: string,
  isBraced: boolean,
): CompletionMatch[] {
  return itemsOf(engine, scope.toLowerCase())
    .filter(beginningWith(name))
    .map((each) => ({ text: written(sigil, `${scope}:${each}`, isBraced), list: each, type: "Variable" }));
}

function itemsOf(engine: Engine, drive: string): readonly string[] {
  if (sessionScopes.has(drive)) return sessionVariables(engine);
  const commandType = drive === "alias" ? "Alias" : drive === "function" ? "Function" : undefined;
  if (commandType !== undefined) {
    return engine.session
      .listCommands()
      .filter((info) => info.commandType === commandType)
      .map(({ name }) => name)
      .sort(byName);
  }
  return drive === "env" ? environmentNames(engine) : [];
}

/** Names of the variables that code at the prompt sees. */
export function sessionVariables(engine: Engine): readonly string[] {
  return [...engine.globalScope.variables()].map(({ name }) => name).sort(byName);
}

function environmentNames(engine: Engine): readonly string[] {
  return [...engine.drives.environment.values()].map(({ name }) => name).sort(byName);
}

function written(sigil: string, name: string, isBraced: boolean): string {
  return isBraced || !/^(?:\w+:)?[\w?]*$/.test(name) ? `${sigil}{${name}}` : `${sigil}${name}`;
}

/** Variables that the text gives a value before the cursor, in the script blocks around it. */
function assignedNames(path: Path, cursor: number): readonly string[] {
  const [root] = path;
  if (root === undefined) return [];
  const names = new Map<string, string>();
  const note = ({ variablePath: { unqualifiedPath } }: VariableExpression): void => {
    if (!names.has(unqualifiedPath.toLowerCase())) names.set(unqualifiedPath.toLowerCase(), unqualifiedPath);
  };
  for (const node of nodesBefore(root, cursor, (each) => each.kind !== "FunctionDefinition" || path.includes(each))) {
    const variable = node.kind === "AssignmentStatement" ? assignedVariable(node.left) : declaredVariable(node);
    // What is being typed is no variable yet.
    if (variable !== undefined && variable.end < cursor) note(variable);
  }
  return [...names.values()].sort(byName);
}

/** The variable of a loop or a parameter. */
function declaredVariable(node: SyntaxNode): VariableExpression | undefined {
  if (node.kind === "ForEachStatement") return node.variable;
  return node.kind === "Parameter" ? node.name : undefined;
}

/** The variable that `$x = …`, `[int]$x = …` assigns. */
export function assignedVariable(left: SyntaxNode): VariableExpression | undefined {
  if (left.kind === "VariableExpression") return left;
  if (left.kind === "ConvertExpression" || left.kind === "AttributedExpression") return assignedVariable(left.child);
  return undefined;
}
