import type { CommandMetadata } from "../../runtime/command-metadata.js";
import type { CommandInfo } from "../../runtime/commands.js";
import type { Engine } from "../../runtime/engine.js";
import { PowerShellError } from "../../values/errors.js";
import type { CompletionMatch } from "./result.js";
import { beginningWith, byName, quoted, wordOf } from "./words.js";

/** A command that runs: what an alias ends at. */
export type RunnableCommand = Exclude<CommandInfo, { readonly commandType: "Alias" }>;

/** Names of commands that begin with a typed word, aliases among them, each once. */
export function commandMatches(
  engine: Engine,
  typed: string,
  wanted: (info: CommandInfo) => boolean = () => true,
): CompletionMatch[] {
  const { quote, value } = wordOf(typed);
  const isWanted = beginningWith(value);
  const names = new Map<string, string>();
  for (const info of engine.session.listCommands()) {
    if (isWanted(info.name) && wanted(info) && !names.has(info.name.toLowerCase()))
      names.set(info.name.toLowerCase(), info.name);
  }
  return [...names.values()].sort(byName).map((name) => ({ text: quoted(name, quote), list: name, type: "Command" }));
}

/** Nouns of the session's commands, each once. */
export function nouns(engine: Engine): readonly string[] {
  const found = new Map<string, string>();
  for (const info of engine.session.listCommands()) {
    const dash = info.name.indexOf("-");
    if (info.commandType === "Alias" || dash < 1) continue;
    const noun = info.name.slice(dash + 1);
    if (!found.has(noun.toLowerCase())) found.set(noun.toLowerCase(), noun);
  }
  return [...found.values()].sort(byName);
}

/** The command of a name, through its aliases; `undefined` when there is none. */
export function commandNamed(engine: Engine, name: string): RunnableCommand | undefined {
  const seen = new Set<string>();
  let info = engine.findCommand(name);
  while (info?.commandType === "Alias") {
    if (seen.has(info.name.toLowerCase())) return undefined;
    seen.add(info.name.toLowerCase());
    info = engine.findCommand(info.definition);
  }
  return info;
}

/** What is known of a command's parameters; `undefined` when its declaration names a type that does not exist. */
export function metadataOf(engine: Engine, info: RunnableCommand): CommandMetadata | undefined {
  if (info.commandType === "Cmdlet") return info.metadata;
  try {
    return info.metadata(engine);
  } catch (error) {
    if (error instanceof PowerShellError) return undefined;
    throw error;
  }
}
