import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type PSArray, WildcardPattern } from "../../values/index.js";
import { NameFilter, namesOf } from "../session/scopes.js";
import type { FileSystemNode } from "./file-system.js";
import { expandPath, type FoundNode, fullPath, pathNotFound } from "./paths.js";

/** -Filter, -Include and -Exclude as the cmdlet got them, and -Force, with which wildcards find what is hidden. */
export interface PathFilters {
  readonly Filter?: string | undefined;
  readonly Include?: PSArray | undefined;
  readonly Exclude?: PSArray | undefined;
  readonly Force?: boolean | undefined;
}

/** Whether the names of nodes pass -Filter, -Include and -Exclude. */
export function nodeFilter(cmdlet: CmdletRuntime, { Filter, Include, Exclude }: PathFilters) {
  const names = new NameFilter(namesOf(cmdlet, Include), namesOf(cmdlet, Exclude));
  // `*.*` means all files to Windows, also those without a dot.
  const pattern = Filter === undefined || Filter === "*.*" ? null : new WildcardPattern(Filter, true);
  return ({ name }: FileSystemNode): boolean => names.accepts(name) && pattern?.isMatch(name) !== false;
}

/** The files and directories that a path means and the filters let through; a path without any is an error. */
export function selectedNodes(
  cmdlet: CmdletRuntime,
  path: string,
  literal: boolean,
  filters: PathFilters,
): readonly FoundNode[] {
  const found = expandPath(cmdlet, path, literal, filters.Force === true);
  if (found.length === 0) {
    if (literal || !WildcardPattern.containsWildcardCharacters(path)) {
      cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
    }
    return [];
  }
  const accepts = nodeFilter(cmdlet, filters);
  return found.filter(({ node }) => accepts(node));
}
