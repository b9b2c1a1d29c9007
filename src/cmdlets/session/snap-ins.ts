import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { extensionOf } from "../../runtime/extension.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, typeNamed, type Value, WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { loadedModulesKey } from "./loaded-modules.js";
import { versionOf } from "./module-info.js";
import { namesOf } from "./scopes.js";

/** Snap-ins, by which cmdlets came into a session before there were modules. From memory but for what is said. */

interface SnapIn {
  readonly name: string;
  readonly description: string;
}

const windows = (name: string, what: string): SnapIn => ({
  name,
  description: `This Windows PowerShell snap-in contains ${what}`,
});
const core = windows("Microsoft.PowerShell.Core", "cmdlets used to manage components of Windows PowerShell.");

/** What PowerShell 2.0 begins with; from 3.0 on all but the first are modules. */
const snapInsOf2: readonly SnapIn[] = [
  windows("Microsoft.PowerShell.Diagnostics", "Windows Eventing and Performance Counter cmdlets."),
  windows(
    "Microsoft.WSMan.Management",
    "cmdlets (such as Get-WSManInstance and Set-WSManInstance) that are used by the Windows PowerShell host to manage WSMan operations.",
  ),
  core,
  windows("Microsoft.PowerShell.Utility", "utility Cmdlets used to manipulate data."),
  windows(
    "Microsoft.PowerShell.Host",
    "cmdlets (such as Start-Transcript and Stop-Transcript) that are provided for use with the Windows PowerShell console host.",
  ),
  windows("Microsoft.PowerShell.Management", "management cmdlets used to manage Windows components."),
  windows("Microsoft.PowerShell.Security", "cmdlets to manage Windows PowerShell security."),
];

const exchange = "Microsoft.Exchange.Management.PowerShell.";
const admin = "Admin Tasks for the Exchange Server";
const setup: SnapIn = { name: `${exchange}Setup`, description: "Setup Tasks for the Exchange Server" };
const support: SnapIn = { name: `${exchange}Support`, description: "Support Tasks for the Exchange Server" };
const ofExchange2010: readonly SnapIn[] = [{ name: `${exchange}E2010`, description: admin }, setup, support];
/** Since 2013 under two names: scripts of 2010's time find theirs. */
const ofExchange2013: readonly SnapIn[] = [
  { name: `${exchange}E2010`, description: admin },
  setup,
  { name: `${exchange}SnapIn`, description: admin },
  support,
];

/** The snap-ins that setup has registered on the machine: Exchange's, where its tools are. */
function registered(context: ExecutionContext): readonly SnapIn[] {
  const folder = context.drives.environment.get("EXCHANGEINSTALLPATH")?.value ?? "";
  if (folder === "") return [];
  return /\\V14\\?$/i.test(folder) ? ofExchange2010 : ofExchange2013;
}

const shownWith = (context: ExecutionContext): readonly SnapIn[] =>
  context.facts.languageVersion < 3 ? snapInsOf2 : [core];

/** Those that were added, in the order of their registration. */
function added(context: ExecutionContext): readonly SnapIn[] {
  const { names } = extensionOf(context, loadedModulesKey);
  return registered(context).filter(({ name }) => names.has(name.toLowerCase()));
}

/** Whether a script that asks for a snap-in finds its cmdlets: Exchange's shell has them without any. */
export function hasSnapIn(context: ExecutionContext, name: string): boolean {
  const isCalled = (snapIn: SnapIn): boolean => snapIn.name.toLowerCase() === name.toLowerCase();
  return snapInsOf2.some(isCalled) || registered(context).some(isCalled);
}

const snapinType = "System.Management.Automation.PSSnapInInfo";
defineResultType(snapinType, [
  { name: "Name", typeName: "string" },
  { name: "PSVersion", typeName: "version" },
  { name: "Description", typeName: "string" },
]);

/** A snap-in as Get-PSSnapin shows it. */
class SnapinInfo extends ResultObject {
  constructor(name: string, version: Value, description: string) {
    super();
    this.setField("Name", name);
    this.setField("PSVersion", version);
    this.setField("Description", description);
  }
  get type(): DotNetType {
    return typeNamed(snapinType);
  }
  override text(): string {
    return String(this.field("Name"));
  }
}
heapClass("SnapinInfo", SnapinInfo);

function shown(context: ExecutionContext, { name, description }: SnapIn): SnapinInfo {
  const version = name.startsWith(exchange) ? "1.0" : context.runtimeFacts.psVersion;
  return new SnapinInfo(name, versionOf(version), description);
}

function remember(context: ExecutionContext, change: (names: Set<string>) => void): void {
  const loaded = extensionOf(context, loadedModulesKey);
  const names = new Set(loaded.names);
  change(names);
  loaded.names = names;
}

/** Scripts of Exchange 2010's time begin with it; what Exchange's snap-ins bring is the session's own already. */
export const addPSSnapin = defineCmdlet({
  name: "Add-PSSnapin",
  typeName: "Microsoft.PowerShell.Commands.AddPSSnapinCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Adds snap-ins of the machine to the session.",
  parameters: {
    Name: { type: "string[]", position: 0, mandatory: true, pipeline: "name" },
    PassThru: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      for (const name of namesOf(cmdlet, parameters.Name)) {
        for (const snapIn of asked(cmdlet, name)) add(cmdlet, snapIn, parameters.PassThru === true);
      }
    },
  }),
});

/** The snap-ins that a name or pattern means; a name that none has is an error, a pattern is not. */
function asked(cmdlet: CmdletRuntime, name: string): readonly SnapIn[] {
  const { context } = cmdlet;
  const pattern = new WildcardPattern(name, true);
  const isPattern = WildcardPattern.containsWildcardCharacters(name);
  const all = isPattern ? registered(context) : [...registered(context), ...snapInsOf2];
  const found = all.filter((snapIn) => pattern.isMatch(snapIn.name));
  if (found.length === 0) cmdlet.writeError(isPattern ? noSnapin(name) : notInstalled(name));
  return found;
}

function add(cmdlet: CmdletRuntime, snapIn: SnapIn, passThru: boolean): void {
  const { context } = cmdlet;
  const key = snapIn.name.toLowerCase();
  if (snapInsOf2.includes(snapIn) || extensionOf(context, loadedModulesKey).names.has(key)) {
    cmdlet.writeError(alreadyAdded(snapIn.name));
    return;
  }
  remember(context, (names) => names.add(key));
  if (passThru) cmdlet.writeObject(shown(context, snapIn));
}

export const getPSSnapin = defineCmdlet({
  name: "Get-PSSnapin",
  typeName: "Microsoft.PowerShell.Commands.GetPSSnapinCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Lists the snap-ins of the session, or those that the machine has.",
  parameters: {
    Name: { type: "string[]", position: 0 },
    Registered: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      const all = parameters.Registered ? registered(context) : [...shownWith(context), ...added(context)];
      if (parameters.Name === undefined) {
        for (const snapIn of all) cmdlet.writeObject(shown(context, snapIn));
        return;
      }
      for (const name of namesOf(cmdlet, parameters.Name)) {
        const pattern = new WildcardPattern(name, true);
        const found = all.filter((snapIn) => pattern.isMatch(snapIn.name));
        if (found.length === 0) cmdlet.writeError(noSnapin(name));
        for (const snapIn of found) cmdlet.writeObject(shown(context, snapIn));
      }
    },
  }),
});

/** Takes snap-ins out of the list; the cmdlets of Exchange's own shell stay, which are its connection's. */
export const removePSSnapin = defineCmdlet({
  name: "Remove-PSSnapin",
  typeName: "Microsoft.PowerShell.Commands.RemovePSSnapinCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Removes snap-ins from the session.",
  parameters: {
    Name: { type: "string[]", position: 0, mandatory: true, pipeline: "name" },
    PassThru: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      for (const name of namesOf(cmdlet, parameters.Name)) {
        const pattern = new WildcardPattern(name, true);
        const found = added(context).filter((snapIn) => pattern.isMatch(snapIn.name));
        if (found.length === 0) cmdlet.writeError(noSnapin(name));
        for (const snapIn of found) {
          remember(context, (names) => names.delete(snapIn.name.toLowerCase()));
          if (parameters.PassThru) cmdlet.writeObject(shown(context, snapIn));
        }
      }
    },
  }),
});

function noSnapin(name: string) {
  return cmdletError({
    id: "NoPSSnapInsFound",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: `No Windows PowerShell snap-ins matching the pattern '${name}' were found. Check the pattern and then try the command again.`,
    target: name,
  });
}

function alreadyAdded(name: string) {
  return cmdletError({
    id: "AddPSSnapInRead",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: `Cannot add Windows PowerShell snap-in ${name} because it is already added. Verify the name of the snap-in, and then try again.`,
    target: name,
  });
}

function notInstalled(name: string) {
  return cmdletError({
    id: "AddPSSnapInRead",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: `The Windows PowerShell snap-in '${name}' is not installed on this computer.`,
    target: name,
  });
}
