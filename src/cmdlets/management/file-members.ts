import { PSArray, type PSMember, type TypeTable, type Value } from "../../values/index.js";
import { FileSystemInfo, modeText } from "./file-info.js";
import { FileVersionInfo } from "./file-version-info.js";

/**
 * What PowerShell's types.ps1xml adds to files and directories: Mode, VersionInfo, BaseName; links since 5.0. The order
 * is that of `Format-List *` (7: asked of the engine; 5.1 and 2.0: documented listings).
 */
export function addFileMembers(table: TypeTable, languageVersion: number): void {
  for (const kind of ["file", "directory"] as const) {
    const typeName = kind === "file" ? "System.IO.FileInfo" : "System.IO.DirectoryInfo";
    for (const member of membersOf(kind, languageVersion)) table.add(typeName, member);
  }
}

function membersOf(kind: "file" | "directory", languageVersion: number): readonly PSMember[] {
  const mode = member("Mode", "System.String Mode{get=Mode;}", ({ node }) => modeText(node, languageVersion));
  const version = member(
    "VersionInfo",
    "System.Object VersionInfo {get=[System.Diagnostics.FileVersionInfo]::GetVersionInfo($this.FullName);}",
    ({ path }) => new FileVersionInfo(path),
  );
  const base = member("BaseName", baseNameDefinition[kind], baseNameOf);
  const versions = kind === "file" ? [version] : [];
  if (languageVersion < 5) return [...versions, base, mode];
  const link = member("LinkType", "System.String LinkType{get=GetLinkType;}", () => null);
  if (languageVersion < 7) {
    const target = member(
      "Target",
      "System.Collections.Generic.IEnumerable`1[[System.String, mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089]] Target{get=GetTarget;}",
      () => new PSArray([]),
    );
    return [mode, ...versions, base, target, link];
  }
  return [
    mode,
    member("ModeWithoutHardLink", "System.String ModeWithoutHardLink{get=ModeWithoutHardLink;}", ({ node }) =>
      modeText(node, languageVersion),
    ),
    ...versions,
    base,
    member("ResolvedTarget", "System.String ResolvedTarget{get=ResolvedTarget;}", ({ path }) => path),
    member("Target", "System.String Target{get=GetTarget;}", () => null),
    link,
  ];
}

const baseNameDefinition = {
  file: "System.Object BaseName {get=if ($this.Extension.Length -gt 0){$this.Name.Remove($this.Name.Length - $this.Extension.Length)}else{$this.Name};}",
  directory: "System.Object BaseName {get=$this.Name;}",
} as const;

/** A directory's base name is its whole name. */
function baseNameOf({ node, extension }: FileSystemInfo): string {
  return node.kind === "directory" ? node.name : node.name.slice(0, node.name.length - extension.length);
}

function member(name: string, definition: string, get: (info: FileSystemInfo) => Value): PSMember {
  return {
    kind: "CodeProperty",
    name,
    definition,
    get: (self) => (self instanceof FileSystemInfo ? get(self) : null),
  };
}
