import type { CommandInvocation, CommandProcessor } from "./commands.js";
import type { StartableCommand } from "./pipeline.js";

/** Starts a command, or Get-Help for it when one of its arguments is `-?`. */
export function startCommand(command: StartableCommand, invocation: CommandInvocation): CommandProcessor {
  if (!asksForHelp(command, invocation)) return command.start(invocation);
  const help = invocation.context.findCommand("Get-Help");
  if (help === undefined || help.commandType === "Alias") return command.start(invocation);
  const value = { kind: "value", value: command.name, isBareword: true, isSplatted: false, start: 0, end: 0 } as const;
  return help.start({ ...invocation, arguments: [value], expectingInput: false });
}

/** A simple function takes `-?` as an argument like others. */
function asksForHelp(command: StartableCommand, { arguments: args, context }: CommandInvocation): boolean {
  if (!args.some((argument) => argument.kind === "parameter" && argument.name === "?" && !argument.isSplatted))
    return false;
  return command.commandType === "Cmdlet" || command.metadata(context).isAdvanced;
}
