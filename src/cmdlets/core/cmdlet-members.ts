import type { CommandInfo } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { DotNetMember } from "../../values/index.js";
import { helpUri } from "../help/help-uris.js";
import { property } from "./command-property.js";

/** The assembly of each module's cmdlets; a module that is not here is its own. */
const assemblies: ReadonlyMap<string, string> = new Map([
  ["Microsoft.PowerShell.Core", "System.Management.Automation"],
  ["Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.Utility"],
  ["Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.Management"],
  ["Microsoft.PowerShell.Diagnostics", "Microsoft.PowerShell.Commands.Diagnostics"],
  ["Microsoft.PowerShell.Host", "Microsoft.PowerShell.ConsoleHost"],
]);

function assemblyOf(info: CommandInfo): string {
  return info.commandType === "Cmdlet" ? (assemblies.get(info.source) ?? info.source) : "";
}

/** Where the assembly lies: in PowerShell's directory, or in the global assembly cache of .NET Framework 4 or 2. */
function libraryOf(info: CommandInfo, context: ExecutionContext | null): string | null {
  if (context === null) return null;
  const assembly = assemblyOf(info);
  const { languageVersion } = context.facts;
  if (languageVersion >= 7) return `C:\\Program Files\\PowerShell\\7\\${assembly}.dll`;
  const token = "31bf3856ad364e35";
  return languageVersion >= 3
    ? `C:\\Windows\\Microsoft.Net\\assembly\\GAC_MSIL\\${assembly}\\v4.0_3.0.0.0__${token}\\${assembly}.dll`
    : `C:\\Windows\\assembly\\GAC_MSIL\\${assembly}\\1.0.0.0__${token}\\${assembly}.dll`;
}

/** What a compiled cmdlet says of itself before its definition, in the order in which the real shell lists it. */
export const cmdletHead: readonly DotNetMember[] = [
  property("HelpUri", "string", ({ name }, context) =>
    context === null ? null : (helpUri(name, context.facts.languageVersion) ?? ""),
  ),
  property("DLL", "string", libraryOf),
];
export const cmdletTail: readonly DotNetMember[] = [
  property("HelpFile", "string", (info) => `${assemblyOf(info)}.dll-Help.xml`),
  property("PSSnapIn", "System.Management.Automation.PSSnapInInfo", (info) =>
    info.commandType === "Cmdlet" && info.source === "Microsoft.PowerShell.Core" ? info.source : null,
  ),
];
/** The .NET class of the cmdlet. */
export const implementingType: DotNetMember = property("ImplementingType", "type", (info) =>
  info.commandType === "Cmdlet" ? info.metadata.errorTypeName : null,
);
