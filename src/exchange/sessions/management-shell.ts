import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { CommandInfoObject } from "../../runtime/command-info-object.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { notEmulated } from "../../runtime/errors.js";
import { WildcardPattern } from "../../values/index.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { findTestUserScript } from "../connectivity/new-test-user.js";
import { snapIn } from "../noun/remote-command.js";
import { organizationOf } from "../organization.js";
import { findSetupProgram } from "../servers/setup-program.js";
import { assembleMessage } from "./assemble-message.js";
import { connectExchangeServer } from "./connect-exchange-server.js";

/** The functions that Exchange's start-up script makes. They are the session's own from the first prompt on. */

const greeting = "         Welcome to the Exchange Management Shell!";
const commands = [
  "Full list of cmdlets: Get-Command",
  "Only Exchange cmdlets: Get-ExCommand",
  "Cmdlets that match a specific string: Help *<string>*",
  "Get general help: Help",
  "Get help for a cmdlet: Help <cmdlet name> or <cmdlet name> -?",
];
const quickReference = "Show quick reference guide: QuickRef";
const wholeOutput = "Show full output for a command: <command> | Format-List";
const blog = "Exchange team blog: Get-ExBlog";

/**
 * What the start-up script shows: the lines and, of later releases, their order are captured (facts: new-pssession.1, of
 * 2019); the order in 2010 and the blanks are from memory.
 */
function bannerOf(release: ExchangeRelease | null): string {
  const rest = release === "2010" ? [quickReference, blog, wholeOutput, ""] : [blog, wholeOutput, "", quickReference];
  return ["", greeting, "", ...commands, ...rest, ""].join("\n");
}

/** Our own: the real ones are the product's text. */
const tips: readonly string[] = [
  "Get-Mailbox gives the first 1000 mailboxes. -ResultSize Unlimited gives all of them.",
  "A command that changes something tells with -WhatIf what it would do, and does nothing.",
  "Filter where the objects are: -Filter asks the directory, Where-Object looks at what was sent.",
  'Export what you see: Get-Mailbox | Select-Object Name, Database | Export-Csv "C:\\mailboxes.csv" -NoTypeInformation.',
  "Many commands take lists with changes: @{Add='a'; Remove='b'} keeps the other values.",
];

function showTip({ context }: CmdletRuntime, number: number): void {
  context.host.write(`Tip of the day #${number}:\n\n${tips[number] ?? ""}\n\n`);
}

const source = "";

const getTip = defineCmdlet({
  name: "Get-Tip",
  typeName: "Get-Tip",
  source,
  isFunction: true,
  synopsis: "Shows a tip, in the emulator's own words.",
  parameters: { TipNumber: { type: "int", position: 0 } },
  create: (parameters, cmdlet) => ({
    end: () => {
      const asked = parameters.TipNumber;
      const any = Math.floor(cmdlet.context.random() * tips.length);
      showTip(cmdlet, asked !== undefined && asked >= 0 && asked < tips.length ? asked : any);
    },
  }),
});

const bannerUnder = (name: string): CmdletInfo =>
  defineCmdlet({
    name,
    typeName: name,
    source,
    isFunction: true,
    synopsis: "Shows what the shell shows when it starts.",
    parameters: {},
    create: (_parameters, { context }) => ({
      end: () => context.host.write(bannerOf(organizationOf(context).release)),
    }),
  });

const getExCommand = defineCmdlet({
  name: "Get-ExCommand",
  typeName: "Get-ExCommand",
  source,
  isFunction: true,
  synopsis: "Lists the commands of Exchange.",
  parameters: { Name: { type: "string", position: 0 } },
  create: (parameters, cmdlet) => ({
    end: () => {
      const pattern = new WildcardPattern(parameters.Name ?? "*", true);
      const commands = cmdlet.context.session
        .listCommands()
        .filter((info) => info.commandType === "Cmdlet" && info.source === snapIn && pattern.isMatch(info.name))
        .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
      for (const info of commands) cmdlet.writeObject(new CommandInfoObject(info));
    },
  }),
});

/** Functions that open a window or a page. */
function opening(name: string, what: string): CmdletInfo {
  return defineCmdlet({
    name,
    typeName: name,
    source,
    isFunction: true,
    synopsis: `Opens ${what}; the emulator has no windows.`,
    parameters: {},
    create: () => {
      throw notEmulated(`the command ${name}`, `It opens ${what}, and there are no windows here.`);
    },
  });
}

const functions: readonly CmdletInfo[] = [
  assembleMessage,
  connectExchangeServer,
  bannerUnder("Get-Banner"),
  bannerUnder("Get-ExBanner"),
  getExCommand,
  getTip,
  opening("Get-ExBlog", "a page of the Exchange team"),
  opening("QuickRef", "the quick reference guide"),
];
const byName = new Map(functions.map((info) => [info.name.toLowerCase(), info]));

/** The script with which the shell starts: its functions are there anyway. */
export const startScript = (release: ExchangeRelease): string =>
  release === "2010" ? "Get-ExBanner\nGet-Tip\n" : "Get-ExBanner\n";

/** A function of the Exchange Management Shell by name, or one of its scripts or Exchange's setup by its path. */
export function findManagementShellCommand(name: string): CmdletInfo | undefined {
  return byName.get(name.toLowerCase()) ?? findTestUserScript(name) ?? findSetupProgram(name);
}
