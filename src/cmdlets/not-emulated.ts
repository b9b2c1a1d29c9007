import type { CmdletInfo } from "../runtime/commands.js";
import { notEmulated } from "../runtime/errors.js";

/**
 * Commands of PowerShell that exist in the real shell and have no behaviour here: typing one is no unknown command, it
 * is a command that the emulator does not run. By verb: `Verb Noun Noun …`.
 */
const powerShellCommands = `
Add Computer Type
Checkpoint Computer
Clear EventLog ItemProperty RecycleBin
Compress Archive
Connect PSSession
Copy ItemProperty
Debug Job Process Runspace
Disable ComputerRestore PSBreakpoint PSRemoting PSSessionConfiguration
Disconnect PSSession
Enable ComputerRestore PSBreakpoint PSRemoting PSSessionConfiguration
Enter PSSession
Exit PSSession
Expand Archive
Export Console Counter ModuleMember PSSession
Find Package Module Script
Format Hex
Get Acl AuthenticodeSignature Clipboard ComputerInfo ComputerRestorePoint Counter Event EventLog EventSubscriber HotFix PfxCertificate PSBreakpoint PSCallStack PSSessionConfiguration PSSnapin Runspace TraceSource Transaction WinEvent WmiObject CimInstance
Import Counter LocalizedData
Install Module Package Script
Invoke Item RestMethod WebRequest WmiMethod CimMethod
Limit EventLog
Move ItemProperty
New CimSession Event EventLog FileCatalog ItemProperty Module ModuleManifest PSSessionOption Service TemporaryFile WebServiceProxy WinEvent
Out GridView Printer
Protect CmsMessage
Receive PSSession
Register EngineEvent ObjectEvent PSSessionConfiguration WmiEvent ScheduledJob
Remove Computer Event EventLog ItemProperty PSBreakpoint Service WmiObject CimInstance
Rename Computer ItemProperty
Reset ComputerMachinePassword
Restart Computer
Restore Computer
Resume Job Service
Save Help Module
Set Acl AuthenticodeSignature Clipboard Culture PSBreakpoint PSDebug PSSessionConfiguration TimeZone TraceSource WmiInstance CimInstance
Show Command EventLog
Start Process ThreadJob Transaction
Stop Computer Process
Suspend Job Service
Test ComputerSecureChannel Connection FileCatalog Json ModuleManifest PSSessionConfigurationFile WSMan
Trace Command
Unregister Event PSSessionConfiguration
Update Help List Module
Use Transaction
Wait Event Process`;

const powerShellFunctions = ["more", "oss", "prompt", "TabExpansion", "TabExpansion2"];

/** Those that came after PowerShell 2.0, by the language version that brought them. */
export const newerCommands: Readonly<Record<number, string>> = {
  3: `Connect-PSSession Disconnect-PSSession Get-CimInstance Invoke-CimMethod Invoke-RestMethod
Invoke-WebRequest New-CimSession New-WinEvent Receive-PSSession Remove-CimInstance Rename-Computer
Resume-Job Save-Help Set-CimInstance Show-Command Suspend-Job Test-PSSessionConfigurationFile Update-Help
Register-ScheduledJob`,
  5: `Clear-RecycleBin Compress-Archive Debug-Job Debug-Runspace Expand-Archive Find-Module Find-Package Find-Script
Format-Hex Get-Clipboard Get-ComputerInfo Get-Package Get-Runspace Install-Module
Install-Package Install-Script New-FileCatalog New-TemporaryFile Protect-CmsMessage Set-Clipboard Set-TimeZone
Test-FileCatalog`,
  7: "Start-ThreadJob Test-Json",
};

let versions: ReadonlyMap<string, number> | null = null;

/** The language version that brought a command, by lower case; of those that came after 2.0. */
function commandVersions(): ReadonlyMap<string, number> {
  versions ??= new Map(
    Object.entries(newerCommands).flatMap(([version, names]) =>
      names.split(/\s+/).map((name) => [name.toLowerCase(), Number(version)] as const),
    ),
  );
  return versions;
}

let known: ReadonlyMap<string, string> | null = null;

/** Their names as spelled, by lower case. */
function knownNames(): ReadonlyMap<string, string> {
  if (known === null) {
    const cmdlets = powerShellCommands
      .trim()
      .split("\n")
      .flatMap((line) => {
        const [verb = "", ...nouns] = line.split(" ");
        return nouns.map((noun) => `${verb}-${noun}`);
      });
    known = new Map([...cmdlets, ...powerShellFunctions].map((name) => [name.toLowerCase(), name]));
  }
  return known;
}

/** A command that the real PowerShell has and the emulator does not run; `undefined` for any other name. */
export function findNotEmulatedCommand(name: string, languageVersion: number): CmdletInfo | undefined {
  const key = name.toLowerCase();
  const spelled = knownNames().get(key);
  return spelled === undefined || (commandVersions().get(key) ?? 2) > languageVersion
    ? undefined
    : powerShellFunctions.includes(spelled)
      ? { ...notEmulatedCommand(spelled, ""), isFunction: true }
      : notEmulatedCommand(spelled, "Microsoft.PowerShell");
}

/** A command that is known by name only: running it is a NotEmulated error that says so. */
export function notEmulatedCommand(name: string, source: string): CmdletInfo {
  return {
    commandType: "Cmdlet",
    name,
    source,
    version: "",
    metadata: {
      name,
      parameters: [],
      defaultParameterSet: null,
      supportsShouldProcess: false,
      confirmImpact: "Medium",
      errorTypeName: name,
      isCompiled: true,
      isAdvanced: true,
    },
    start: () => {
      throw notEmulated(`the command ${name}`, "Get-Command lists the commands that it does run.");
    },
  };
}
