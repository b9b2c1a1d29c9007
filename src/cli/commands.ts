import { editionNames } from "../shell/edition-names.js";
import { startingPointNames } from "../topology/starting-point-names.js";
import { type OptionName, optionHelp } from "./options.js";

/** A command of `ems` as help shows it. */
interface CommandHelp {
  /** What is typed, without its options. */
  readonly usage: string;
  /** One line. */
  readonly summary: string;
  /** What else there is to know of it. */
  readonly more: string;
  readonly options: readonly OptionName[];
}

const session: readonly OptionName[] = ["edition", "org", "width"];

/** The commands by name; that without a name is the prompt. */
export const commands = {
  prompt: {
    usage: "ems",
    summary: "a prompt; in a pipe, the lines of standard input, one entry after another",
    more: `Tab completes, the arrow keys go through history, Ctrl+C stops a running line, exit or Ctrl+D ends.
Exit code: that of \`exit N\`, else 0.`,
    options: [...session, "no-color"],
  },
  run: {
    usage: "ems run SCRIPT [ARGUMENTS]",
    summary: "runs a script as `powershell -File` does and shows what it prints",
    more: `Arguments are bound to the script's parameters: -Name Value, -Switch, -Switch:$false, values by position. What
begins with -- is an option of ems, wherever it stands; everything behind a lone -- goes to the script.
A script that uses $input or has a process block gets the lines of a redirected standard input; those of others answer
its questions.
Ctrl+C stops the script. Exit code: that of \`exit N\`; 1 when an error or a limit ended the script, or it did not
parse; 130 after Ctrl+C; 2 when ems was used wrongly or a file could not be read; else 0.`,
    options: [...session, "files", "write", "json"],
  },
  replay: {
    usage: "ems replay FILE",
    summary: "plays a console transcript again and compares what is shown",
    more: "Exit code: 0 when every entry shows what it showed, 1 when one differs or there is none, 2 for what is no text.",
    options: [...session, "infer", "tolerate", "stay", "no-color"],
  },
  record: {
    usage: "ems record FILE",
    summary: "a prompt as above, and the session as a transcript in FILE, which can be replayed",
    more: "Exit code: as the prompt's.",
    options: [...session, "no-color"],
  },
  verify: {
    usage: "ems verify FILE…",
    summary: "plays the console blocks of Markdown files and transcripts",
    more: "Exit code: 0 when all show what they showed, 1 when one differs and is not updated, 2 for what is no text.",
    options: [...session, "tolerate", "update"],
  },
  org: {
    usage: "ems org new|show|export|import|infer [FILE…]",
    summary: "makes, shows, writes, imports and infers organizations",
    more: `ems org new [FILE]      the organization of a description (docs/command-line.md), or of --org, as a file for --org
ems org show            sites, servers, databases and numbers of recipients of --org
ems org export          --org as a file for --org
ems org import FILE…    what Export-Clixml or Export-Csv wrote of Get-ExchangeServer, Get-MailboxDatabase, Get-Mailbox, …
                        in a real organization; what was not told is said on standard error
ems org infer FILE…     the smallest organization in which console transcripts are true; what contradicts itself, what
                        nothing tells and what variables held is said on standard error
Exit code: 0; 1 when nothing was imported or inferred; 2 when ems was used wrongly or a file could not be read.`,
    options: ["org", "out", "edition"],
  },
} as const satisfies Readonly<Record<string, CommandHelp>>;

export type CommandName = keyof typeof commands;

const names = Object.keys(commands) as CommandName[];

/** The name of a command as typed; `undefined`: there is none. */
export function commandNamed(text: string): CommandName | undefined {
  return names.find((name) => name === text && name !== "prompt");
}

/** The names of the commands that are typed. */
export const typedCommands: readonly string[] = names.filter((name) => name !== "prompt");

/** Whether an option belongs to a command. */
export function takes(command: CommandName, option: OptionName): boolean {
  const { options }: CommandHelp = commands[command];
  return options.includes(option) || option === "help" || option === "version";
}

/** The commands that take an option, as they are typed. */
export function takersOf(option: OptionName): string {
  return names
    .filter((name) => takes(name, option))
    .map((name) => `'${commands[name].usage}'`)
    .join(", ");
}

const lists = `editions       ${editionNames.join(", ")}
organizations  ${startingPointNames.join(", ")}`;

const usageWidth = Math.max(...names.map((name) => commands[name].usage.length)) + 2;

/** What `ems --help` shows. */
export const usage = `ems: the Exchange Management Shell without Exchange

${names.map((name) => `  ${commands[name].usage.padEnd(usageWidth)}${commands[name].summary}`).join("\n")}

Options
${[...session, "help" as const, "version" as const].map(optionHelp).join("\n")}

${lists}
\`ems COMMAND --help\` tells all about a command.`;

/** What `ems COMMAND --help` shows. */
export function helpOf(command: CommandName): string {
  const { usage: line, summary, more, options }: CommandHelp = commands[command];
  return `${line}\n  ${summary}\n\n${more}\n\nOptions\n${options.map(optionHelp).join("\n")}\n\n${lists}`;
}
