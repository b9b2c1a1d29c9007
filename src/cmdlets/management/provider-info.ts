import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, PSArray, PSCredential, SecureString, typeNamed } from "../../values/index.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { currentLocationOn, drivesOf, type ProviderName, type PSDrive } from "./drives.js";
import { filesOf, type HasContext } from "./paths.js";

const providerType = "System.Management.Automation.ProviderInfo";
const driveType = "System.Management.Automation.PSDriveInfo";

defineResultType(providerType, [
  { name: "ImplementingType", typeName: "type" },
  { name: "HelpFile", typeName: "string" },
  { name: "Name", typeName: "string" },
  { name: "PSSnapIn", typeName: "System.Management.Automation.PSSnapInInfo" },
  { name: "ModuleName", typeName: "string" },
  { name: "Module", typeName: "psmoduleinfo" },
  { name: "Description", typeName: "string", settable: true },
  { name: "Capabilities", typeName: "System.Management.Automation.Provider.ProviderCapabilities" },
  { name: "Home", typeName: "string", settable: true },
  { name: "Drives", typeName: "System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo]" },
]);
defineResultType(driveType, [
  { name: "Used", typeName: "System.Object" },
  { name: "Free", typeName: "System.Object" },
  { name: "CurrentLocation", typeName: "string", settable: true },
  { name: "Name", typeName: "string" },
  { name: "Provider", typeName: "System.Management.Automation.ProviderInfo" },
  { name: "Root", typeName: "string" },
  { name: "Description", typeName: "string", settable: true },
  { name: "MaximumSize", typeName: "System.Nullable[long]" },
  { name: "Credential", typeName: "pscredential" },
  { name: "DisplayRoot", typeName: "string" },
]);

/** A provider of items and what it can do, as Get-PSProvider shows it. */
interface ProviderFacts {
  readonly name: ProviderName;
  readonly implementingType: string;
  readonly capabilities: string;
}

/** The providers that are emulated; what they can do is what the engine says (7) and 5.1's documentation. */
export const providers: readonly ProviderFacts[] = [
  { name: "Alias", implementingType: "Microsoft.PowerShell.Commands.AliasProvider", capabilities: "ShouldProcess" },
  {
    name: "Environment",
    implementingType: "Microsoft.PowerShell.Commands.EnvironmentProvider",
    capabilities: "ShouldProcess",
  },
  {
    name: "FileSystem",
    implementingType: "Microsoft.PowerShell.Commands.FileSystemProvider",
    capabilities: "Filter, ShouldProcess, Credentials",
  },
  {
    name: "Function",
    implementingType: "Microsoft.PowerShell.Commands.FunctionProvider",
    capabilities: "ShouldProcess",
  },
  {
    name: "Variable",
    implementingType: "Microsoft.PowerShell.Commands.VariableProvider",
    capabilities: "ShouldProcess",
  },
];

/** A provider; its text is its full name, as PSProvider of an item shows it. */
export class ProviderInfo extends ResultObject {
  constructor(private readonly facts: ProviderFacts) {
    super();
    this.setField("HelpFile", "System.Management.Automation.dll-Help.xml");
    this.setField("Name", facts.name);
    this.setField("PSSnapIn", "Microsoft.PowerShell.Core");
    this.setField("ModuleName", "Microsoft.PowerShell.Core");
    this.setField("Description", "");
    this.setField("Capabilities", facts.capabilities);
    this.setField("Home", facts.name === "FileSystem" ? "C:\\Users\\Administrator" : "");
  }
  get type(): DotNetType {
    return typeNamed(providerType);
  }
  override text(): string {
    return `Microsoft.PowerShell.Core\\${this.facts.name}`;
  }
}
heapClass("ProviderInfo", ProviderInfo);

const providerObjects: ReadonlyMap<ProviderName, ProviderInfo> = new Map(
  providers.map((facts) => [facts.name, new ProviderInfo(facts)]),
);

/** The provider of a name. Its Drives are filled in where a session shows it. */
export function providerInfo(name: ProviderName): ProviderInfo | null {
  return providerObjects.get(name) ?? null;
}

/** Every disk of the emulated machine: 127 GB as a virtual machine is given them, the system and Exchange on it. */
const diskSize = 136_363_110_400n;
const diskUsed = 45_229_522_944n;

/** A drive as Get-PSDrive gives it; its text is its name. */
export class PSDriveInfo extends ResultObject {
  constructor(
    readonly drive: PSDrive,
    location: string,
  ) {
    super();
    if (/^[A-Za-z]:\\$/.test(drive.root)) {
      this.setField("Used", diskUsed);
      this.setField("Free", diskSize - diskUsed);
    }
    this.setField("CurrentLocation", location);
    this.setField("Name", drive.name);
    this.setField("Provider", providerInfo(drive.provider));
    this.setField("Root", drive.root);
    this.setField("Description", drive.description);
    this.setField("Credential", new PSCredential("", new SecureString("")));
  }
  get type(): DotNetType {
    return typeNamed(driveType);
  }
  override text(): string {
    return this.drive.name;
  }
}
heapClass("PSDriveInfo", PSDriveInfo);

/** The object of a drive of the session. */
export function driveInfo(cmdlet: HasContext, drive: PSDrive): PSDriveInfo {
  return new PSDriveInfo(drive, currentLocationOn(drive, filesOf(cmdlet).location));
}

/** A provider with the drives that the session has of it now. */
export function providerWithDrives(cmdlet: HasContext, facts: ProviderFacts): ProviderInfo {
  const info = new ProviderInfo(facts);
  const drives = drivesOf(filesOf(cmdlet)).filter(({ provider }) => provider === facts.name);
  info.setField("Drives", new PSArray(drives.map((drive) => driveInfo(cmdlet, drive))));
  return info;
}
