import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../../cmdlets/error-record.js";
import { moduleInfo } from "../../cmdlets/session/module-info.js";
import { namesOf } from "../../cmdlets/session/scopes.js";
import { approvedVerbs } from "../../cmdlets/utility/get-verb.js";
import { formattingKey } from "../../formatting/index.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { notEmulated } from "../../runtime/errors.js";
import { extensionOf } from "../../runtime/extension.js";
import { WildcardPattern } from "../../values/index.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { exchangeCmdlets } from "../cmdlets.js";
import { isIn } from "../noun/exchange-object.js";
import { nouns } from "../nouns.js";
import { prefixed } from "./imported-commands.js";
import { PSSession, psSessionsOf, sessionType } from "./ps-session.js";

const parameters = {
  Session: { type: sessionType, position: 0, mandatory: true },
  CommandName: { type: "string[]", position: 2, aliases: ["Name"] },
  Prefix: { type: "string" },
  AllowClobber: { type: "switch" },
  DisableNameChecking: { type: "switch" },
  FormatTypeName: { type: "string[]", position: 3, coverage: "refused" },
  ArgumentList: { type: "object[]", aliases: ["Args"], coverage: "refused" },
  CommandType: { type: "string", aliases: ["Type"], coverage: "refused" },
  Module: { type: "string[]", aliases: ["PSSnapin"], coverage: "refused" },
} as const satisfies ParameterDeclarations;

/** Makes functions of the commands of an Exchange server, in a module that it gives out. */
export const importPSSession = defineCmdlet({
  name: "Import-PSSession",
  typeName: "Microsoft.PowerShell.Commands.ImportPSSessionCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes the commands of an Exchange server commands of this session.",
  parameters,
  create: (bound, cmdlet) => ({ process: () => importInto(cmdlet, bound) }),
});

function importInto(cmdlet: CmdletRuntime, bound: Bound<typeof parameters>): void {
  const { context } = cmdlet;
  const session = bound.Session;
  if (!(session instanceof PSSession)) return;
  if (!session.isOpen) throw cmdlet.throwTerminatingError(notOpen(session));
  const { release } = session;
  if (release === null)
    throw notEmulated("commands of a machine's own PowerShell", "Import-PSSession brings those of Exchange servers.");
  const prefix = bound.Prefix ?? "";
  const offered = asked(release, bound.CommandName === undefined ? null : namesOf(cmdlet, bound.CommandName));
  const isThere = (name: string): boolean => {
    const found = context.findCommand(prefixed(name, prefix));
    return found !== undefined && found.commandType !== "ExternalScript";
  };
  const skipped = bound.AllowClobber ? [] : offered.filter(isThere);
  if (skipped.length > 0) cmdlet.writeWarning(skippedText(skipped.map((name) => prefixed(name, prefix))));
  const hidden = new Set(skipped);
  const names = offered.filter((name) => !hidden.has(name));
  if (names.length === 0) throw cmdlet.throwTerminatingError(nothingImported());
  const moduleName = `tmp_${context.facts.languageVersion < 3 ? context.newGuid() : randomFileName(context.newGuid())}`;
  const sessions = psSessionsOf(context);
  const commands = new Set(names.map((name) => name.toLowerCase()));
  const module = { session: session.id, name: moduleName, prefix, release, commands };
  sessions.state = { ...sessions.state, modules: [...sessions.state.modules, module] };
  bringViews(cmdlet, release);
  const shown = names.map((name) => prefixed(name, prefix));
  const verbs = approvedVerbs();
  if (!bound.DisableNameChecking && shown.some((name) => !verbs.has(name.slice(0, name.indexOf("-")))))
    cmdlet.writeWarning(unapproved(moduleName, context.facts.languageVersion));
  const imported = shown.flatMap((name) => context.findCommand(name) ?? []);
  cmdlet.writeObject(
    moduleInfo({ name: moduleName, kind: "Script", version: "1.0", directory: null, commands: imported }),
  );
}

/** The commands of the server that -CommandName means, by name. */
function asked(release: ExchangeRelease, wanted: readonly string[] | null): readonly string[] {
  const names = exchangeCmdlets(release).map(({ name }) => name);
  const patterns = wanted?.map((name) => new WildcardPattern(name, true));
  const found = patterns === undefined ? names : names.filter((name) => patterns.some((each) => each.isMatch(name)));
  return found.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** The server's views of its objects come along, once. */
function bringViews(cmdlet: CmdletRuntime, release: ExchangeRelease): void {
  const formatting = extensionOf(cmdlet.context, formattingKey);
  const known = new Set(formatting.views.views);
  const missing = nouns.flatMap(({ noun }) => noun.views).filter((view) => isIn(view, release) && !known.has(view));
  if (missing.length > 0) formatting.views = formatting.views.append(missing);
}

/** As .NET makes names for temporary files: eight letters or digits, a dot, three more. */
function randomFileName(guid: string): string {
  const digits = guid.replaceAll("-", "");
  const letters = [...digits]
    .map((digit, i) => ((Number.parseInt(digit, 16) * 2 + (i % 2)) % 32).toString(32))
    .join("");
  return `${letters.slice(0, 8)}.${letters.slice(8, 11)}`;
}

/** The texts below are from memory. */
function unapproved(module: string, languageVersion: number): string {
  return languageVersion < 3
    ? "Some imported command names include unapproved verbs which might make them less discoverable.  Use the Verbose parameter for more detail or type Get-Verb to see the list of approved verbs."
    : `The names of some imported commands from the module '${module}' include unapproved verbs that might make them less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of approved verbs, type Get-Verb.`;
}

function skippedText(names: readonly string[]): string {
  return `Proxy creation has been skipped for the following command: '${names.join(", ")}', because it would shadow an existing local command.  Use the AllowClobber parameter if you want to shadow existing local commands.`;
}

function nothingImported() {
  return cmdletError({
    id: "ErrorNoCommandsImportedBecauseOfSkipping",
    category: "InvalidResult",
    exception: "ArgumentException",
    message:
      "No command proxies have been created, because all of the requested remote commands would shadow existing local commands.  Use the AllowClobber parameter if you want to shadow existing local commands.",
  });
}

function notOpen(session: PSSession) {
  return cmdletError({
    id: "ErrorRunspaceNotOpened",
    category: "InvalidArgument",
    exception: "ArgumentException",
    message: "The session must be open to import its commands.",
    target: session,
  });
}
