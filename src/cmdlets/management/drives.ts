import { compareText } from "../../values/index.js";
import type { FileSystem } from "./file-system.js";

/** The providers whose items the emulator has. */
export type ProviderName = "Alias" | "Environment" | "FileSystem" | "Function" | "Variable";

/** A drive of the session, as Get-PSDrive lists it. */
export interface PSDrive {
  readonly name: string;
  readonly provider: ProviderName;
  /** `C:\`, a UNC path, or empty where items have no directories. */
  readonly root: string;
  readonly description: string;
}

const itemDrives: readonly PSDrive[] = [
  {
    name: "Alias",
    provider: "Alias",
    root: "",
    description: "Drive that contains a view of the aliases stored in a session state",
  },
  {
    name: "Env",
    provider: "Environment",
    root: "",
    description: "Drive that contains a view of the environment variables for the process",
  },
  {
    name: "Function",
    provider: "Function",
    root: "",
    description: "Drive that contains a view of the functions stored in a session state",
  },
  {
    name: "Variable",
    provider: "Variable",
    root: "",
    description: "Drive that contains a view of those variables stored in a session state",
  },
];

/** Drives of Windows whose items the emulator does not have. */
const drivesElsewhere: ReadonlySet<string> = new Set(["hklm", "hkcu", "cert", "wsman", "ad"]);

/** Whether the real shell has a drive that the emulator leaves out. */
export function isDriveElsewhere(name: string): boolean {
  return drivesElsewhere.has(name.toLowerCase());
}

/** All drives of the session by name. Made drives are the FileSystem's `madeDrives`. */
export function drivesOf({ root, madeDrives }: FileSystem): readonly PSDrive[] {
  const disks = [...root.children.values()]
    .filter(({ name }) => /^[A-Za-z]:$/.test(name))
    .map(({ name }) => ({
      name: name.slice(0, 1).toUpperCase(),
      provider: "FileSystem" as const,
      root: `${name.slice(0, 1).toUpperCase()}:\\`,
      description: "",
    }));
  return [...itemDrives, ...disks, ...madeDrives].sort((a, b) => compareText(a.name, b.name, true));
}

/** A drive by its name without colon, ignoring case. */
export function driveNamed(files: FileSystem, name: string): PSDrive | undefined {
  const key = name.toLowerCase();
  return drivesOf(files).find((drive) => drive.name.toLowerCase() === key);
}

/** `C` of `C:\x`, `Env` of `env:PATH` as typed; `null` for relative and UNC paths. */
export function driveNameOf(path: string): string | null {
  return /^([^:\\/]+):/.exec(path)?.[1] ?? null;
}

/** The drive that a path is on, that of the location when it names none, and whether there is such a drive. */
export function driveOf(files: FileSystem, path: string): { readonly name: string; readonly exists: boolean } {
  const name = driveNameOf(path) ?? driveNameOf(files.location) ?? "";
  return { name, exists: driveNamed(files, name) !== undefined };
}

/** Where the location stands on a drive: `data\sub` for `C:\data\sub`; empty elsewhere. */
export function currentLocationOn({ name }: PSDrive, location: string): string {
  const at = driveNameOf(location);
  return at?.toLowerCase() === name.toLowerCase() ? location.slice(at.length + 1).replace(/^\\/, "") : "";
}
