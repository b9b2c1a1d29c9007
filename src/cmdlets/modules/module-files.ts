import type { ExecutionContext } from "../../runtime/execution-context.js";
import { Version } from "../../values/simple-values.js";
import { findNode, fullPath, type HasContext, sortedChildren } from "../management/paths.js";
import { newerFirst } from "./module-specification.js";

/** A file that a module can be loaded from. */
export interface ModuleFile {
  /** The module's name: that of the file. */
  readonly name: string;
  readonly path: string;
  readonly directory: string;
  readonly kind: "psd1" | "psm1" | "ps1" | "dll";
  readonly text: string;
  /** By which name it was looked for. */
  readonly asked: string;
}

/** In the order in which a directory is searched. */
const kinds = ["psd1", "psm1", "dll"] as const;

function fileAt(holder: HasContext, path: string, asked = path): ModuleFile | undefined {
  const found = findNode(holder, path);
  const match = /^(.*)\\([^\\]+)\.(psd1|psm1|ps1|dll)$/i.exec(found?.path ?? "");
  if (found?.node.kind !== "file" || match === null) return undefined;
  const [, directory = "", name = "", extension = ""] = match;
  const kind = extension.toLowerCase() as ModuleFile["kind"];
  return {
    name,
    path: found.path,
    directory: /^.:$/.test(directory) ? `${directory}\\` : directory,
    kind,
    text: found.node.text,
    asked,
  };
}

/** The files of the module that a directory is of: in its directories by version, the newest first, then in itself. */
function inDirectory(holder: HasContext, directory: string): readonly ModuleFile[] {
  const found = findNode(holder, directory);
  if (found?.node.kind !== "directory") return [];
  const { name } = found.node;
  const of = (path: string): ModuleFile | undefined =>
    kinds.map((kind) => fileAt(holder, `${path}\\${name}.${kind}`)).find((file) => file !== undefined);
  const versions = [...found.node.children.values()]
    .filter((child) => child.kind === "directory" && /^\d+(\.\d+){1,3}$/.test(child.name))
    .map((child) => ({ path: `${found.path}\\${child.name}`, version: versionOfDirectory(child.name) }))
    .toSorted((a, b) => newerFirst(a.version, b.version));
  return [...versions.map(({ path }) => path), found.path].flatMap((path) => of(path) ?? []);
}

function versionOfDirectory(name: string): Version {
  const [major = 0, minor = 0, build = -1, revision = -1] = name.split(".").map(Number);
  return new Version(major, minor, build, revision);
}

/** The directories of `$env:PSModulePath`. */
function moduleDirectories(context: ExecutionContext): readonly string[] {
  const path = context.drives.environment.get("PSMODULEPATH")?.value ?? "";
  return path
    .split(";")
    .map((directory) => directory.trim().replace(/[\\/]+$/, ""))
    .filter((directory) => directory !== "")
    .map((directory) => fullPath({ context }, directory));
}

/** Whether a name says where the module is. */
export function isModulePath(name: string): boolean {
  return /[\\/]/.test(name) || /^[^\\/]:/.test(name) || /^\.\.?$/.test(name);
}

/** The files that a name or a path means, the best first. */
export function findModuleFiles(context: ExecutionContext, name: string): readonly ModuleFile[] {
  const holder = { context };
  if (!isModulePath(name)) {
    if (/[*?[]/.test(name)) return [];
    return moduleDirectories(context).flatMap((directory) => inDirectory(holder, `${directory}\\${name}`));
  }
  const path = fullPath(holder, name);
  const file = fileAt(holder, path, name);
  if (file !== undefined) return [file];
  const beside = kinds.flatMap((kind) => fileAt(holder, `${path}.${kind}`) ?? []);
  return [...beside, ...inDirectory(holder, path)];
}

/** All modules of `$env:PSModulePath`, in the order of its directories. */
export function installedModuleFiles(context: ExecutionContext): readonly ModuleFile[] {
  const holder = { context };
  return moduleDirectories(context).flatMap((directory) => {
    const found = findNode(holder, fullPath(holder, directory));
    if (found?.node.kind !== "directory") return [];
    return sortedChildren(found.node.children.values())
      .filter((child) => child.kind === "directory")
      .flatMap((child) => inDirectory(holder, `${found.path}\\${child.name}`));
  });
}
