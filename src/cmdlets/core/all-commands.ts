import type { CommandInfo } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { shellFunctions } from "../host/shell-functions.js";

/** The commands that a session lists, those with which the console starts included. */
export function allCommands({ session, facts }: ExecutionContext): readonly CommandInfo[] {
  const listed = session.listCommands();
  const names = new Set(listed.map(({ name }) => name.toLowerCase()));
  const others = shellFunctions(facts.languageVersion).filter(({ name }) => !names.has(name.toLowerCase()));
  return [...listed, ...others];
}
