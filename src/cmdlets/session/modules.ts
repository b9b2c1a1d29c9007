import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import type { Requirable } from "../../runtime/script-requirements.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, typeNamed, type Value, WildcardPattern } from "../../values/index.js";
import { Version } from "../../values/simple-values.js";
import { cmdletError } from "../error-record.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { loadedModulesKey } from "./loaded-modules.js";
import { namesOf } from "./scopes.js";

/** Modules and snap-ins whose commands are there anyway, or whose commands answer for themselves. */
export const builtInModules: ReadonlySet<string> = new Set(
  (
    "activedirectory microsoft.powershell.core microsoft.powershell.diagnostics microsoft.powershell.host " +
    "microsoft.powershell.management microsoft.powershell.security microsoft.powershell.utility servermanager " +
    "webadministration"
  ).split(" "),
);

const exchangeSnapins: ReadonlySet<string> = new Set([
  "microsoft.exchange.management.powershell.admin",
  "microsoft.exchange.management.powershell.e2010",
  "microsoft.exchange.management.powershell.setup",
  "microsoft.exchange.management.powershell.snapin",
  "microsoft.exchange.management.powershell.support",
]);

/** What `#requires` lines of scripts may ask for. */
export const requirable: Requirable = {
  loadModule(context, name) {
    const key = name.toLowerCase();
    if (!builtInModules.has(key)) return false;
    const loaded = extensionOf(context, loadedModulesKey);
    if (!loaded.names.has(key)) loaded.names = new Set([...loaded.names, key]);
    return true;
  },
  hasSnapIn(context, name) {
    const key = name.toLowerCase();
    if (!exchangeSnapins.has(key))
      return coreSnapins.some((each) => `microsoft.powershell.${each}`.toLowerCase() === key);
    return context.findCommand("Get-ExchangeServer")?.commandType === "Cmdlet";
  },
};

/** Scripts of Exchange 2010's time begin with it: the snap-in's cmdlets are the session's own. */
export const addPSSnapin = defineCmdlet({
  name: "Add-PSSnapin",
  typeName: "Microsoft.PowerShell.Commands.AddPSSnapinCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Accepts the snap-ins whose cmdlets the session has.",
  parameters: {
    Name: { type: "string[]", position: 0, mandatory: true, pipeline: "name" },
    PassThru: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      for (const name of namesOf(cmdlet, parameters.Name)) {
        const key = name.toLowerCase();
        const pattern = new WildcardPattern(name, true);
        const registered = registeredSnapins(cmdlet);
        if (registered.length > 0 && [...exchangeSnapins].some((snapin) => pattern.isMatch(snapin))) {
          const added = registered.filter((snapin) => pattern.isMatch(snapin.text()));
          if (parameters.PassThru) for (const snapin of added) cmdlet.writeObject(snapin);
          continue;
        }
        if (builtInModules.has(key)) cmdlet.writeError(alreadyAdded(name));
        else cmdlet.writeError(notInstalled(name));
      }
    },
  }),
});

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

const coreSnapins = "Core Diagnostics Host Management Security Utility".split(" ");

/** The snap-ins of a session in our own words; Exchange's are there when its cmdlets are. */
export const getPSSnapin = defineCmdlet({
  name: "Get-PSSnapin",
  typeName: "Microsoft.PowerShell.Commands.GetPSSnapinCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Lists the snap-ins whose cmdlets the session has.",
  parameters: {
    Name: { type: "string[]", position: 0 },
    Registered: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const version = new Version(...majorAndMinor(cmdlet.context.runtimeFacts.psVersion));
      const names = coreSnapins.map((name) => `Microsoft.PowerShell.${name}`);
      const own = names.map((name) => new SnapinInfo(name, version, "Cmdlets of Windows PowerShell."));
      const registered = registeredSnapins(cmdlet);
      // PowerShell's own are not registered, they are part of it.
      const all = parameters.Registered ? registered : [...registered.slice(0, 1), ...own];
      if (parameters.Registered && parameters.Name === undefined) {
        for (const snapin of all) cmdlet.writeObject(snapin);
        return;
      }
      for (const name of parameters.Name === undefined ? ["*"] : namesOf(cmdlet, parameters.Name)) {
        const pattern = new WildcardPattern(name, true);
        const found = all.filter((snapin) => pattern.isMatch(snapin.text()));
        if (found.length === 0) cmdlet.writeError(noSnapin(name));
        for (const snapin of found) cmdlet.writeObject(snapin);
      }
    },
  }),
});

/** Those that setup registers on an Exchange server: the names are those that scripts add, the descriptions from memory. */
function registeredSnapins({ context }: CmdletRuntime): readonly SnapinInfo[] {
  if (context.findCommand("Get-ExchangeServer")?.commandType !== "Cmdlet") return [];
  const rows = [
    ["E2010", "Admin Tasks for the Exchange Server"],
    ["Setup", "Setup Tasks for the Exchange Server"],
    ["Support", "Support Tasks for the Exchange Server"],
  ] as const;
  return rows.map(
    ([name, description]) =>
      new SnapinInfo(`Microsoft.Exchange.Management.PowerShell.${name}`, new Version(1, 0), description),
  );
}

function majorAndMinor(text: string): [number, number] {
  const [major = 2, minor = 0] = text.split(".").map(Number);
  return [major, minor];
}

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
