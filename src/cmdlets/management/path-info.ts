import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, typeNamed } from "../../values/index.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { driveNamed, driveNameOf } from "./drives.js";
import { filesOf, fullPath, type HasContext, providerPath } from "./paths.js";
import { driveInfo, providerInfo } from "./provider-info.js";

const fullName = "System.Management.Automation.PathInfo";
defineResultType(fullName, [
  { name: "Drive", typeName: "System.Management.Automation.PSDriveInfo" },
  { name: "Provider", typeName: "System.Management.Automation.ProviderInfo" },
  { name: "ProviderPath", typeName: "string" },
  { name: "Path", typeName: "string" },
]);

/** A path as Get-Location and Resolve-Path give it; its text is the path. */
export class PathInfo extends ResultObject {
  constructor(
    cmdlet: HasContext,
    private readonly path: string,
  ) {
    super();
    const drive = driveNamed(filesOf(cmdlet), driveNameOf(path) ?? "");
    const item = providerPath(cmdlet, path);
    this.setField("Drive", drive === undefined ? null : driveInfo(cmdlet, drive));
    this.setField("Provider", providerInfo(item?.provider ?? "FileSystem"));
    this.setField("ProviderPath", item?.name ?? fullPath(cmdlet, path));
    // A UNC path belongs to no drive: its provider is told.
    this.setField("Path", drive === undefined ? `Microsoft.PowerShell.Core\\FileSystem::${path}` : path);
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    const path = this.field("Path");
    return typeof path === "string" ? path : this.path;
  }
}
heapClass("PathInfo", PathInfo);
