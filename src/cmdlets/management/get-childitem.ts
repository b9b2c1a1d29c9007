import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { NameFilter, namesOf } from "../session/scopes.js";
import { fileSystemInfo } from "./file-info.js";
import type { DirectoryNode } from "./file-system.js";
import { childPath, expandPath, fullPath, pathNotFound, providerPath, sortedChildren } from "./paths.js";
import { providerItems } from "./provider-items.js";

export const getChildItem = defineCmdlet({
  name: "Get-ChildItem",
  typeName: "Microsoft.PowerShell.Commands.GetChildItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Lists what is in a directory or drive.",
  defaultParameterSet: "Items",
  parameters: {
    Path: { type: "string[]", position: 0, pipeline: "value,name", sets: ["Items"] },
    LiteralPath: {
      type: "string[]",
      mandatory: true,
      pipeline: "name",
      sets: ["LiteralItems"],
      aliases: ["PSPath", "LP"],
    },
    Filter: { type: "string", position: 1 },
    Include: { type: "string[]" },
    Exclude: { type: "string[]" },
    Recurse: { type: "switch", aliases: ["s"] },
    Depth: { since: 5, type: "uint32" },
    Force: { type: "switch", coverage: "accepted" },
    Name: { type: "switch" },
    File: { since: 3, type: "switch", aliases: ["af"] },
    Directory: { since: 3, type: "switch", aliases: ["ad", "d"] },
    Attributes: { since: 3, type: "object", coverage: "refused" },
  },
  create: (parameters, cmdlet) => {
    const filter = new NameFilter(namesOf(cmdlet, parameters.Include), namesOf(cmdlet, parameters.Exclude));
    const pattern = parameters.Filter === undefined ? null : new WildcardPattern(parameters.Filter, true);
    const depth =
      parameters.Depth === undefined
        ? parameters.Recurse
          ? Number.POSITIVE_INFINITY
          : 0
        : Number(namesOf(cmdlet, { items: [parameters.Depth] })[0]);
    return {
      process(): void {
        const literal = parameters.LiteralPath !== undefined;
        const given = parameters.LiteralPath ?? parameters.Path;
        for (const path of given === undefined ? ["."] : namesOf(cmdlet, given)) {
          const item = providerPath(path);
          if (item === null) listFiles(path, literal);
          else {
            for (const entry of providerItems(cmdlet, item.provider, item.name === "" ? "*" : item.name)) {
              cmdlet.writeObject(parameters.Name ? entry.name : entry.value);
            }
          }
        }
      },
    };

    function listFiles(path: string, literal: boolean): void {
      const found = expandPath(cmdlet, path, literal);
      const isOne = literal || !WildcardPattern.containsWildcardCharacters(path);
      if (found.length === 0 && isOne) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
      for (const { path: at, node } of found) {
        if (node.kind === "directory" && isOne) list(at, node, "", depth);
        else write(cmdlet, at, node, node.name);
      }
    }

    function list(at: string, directory: DirectoryNode, prefix: string, levels: number): void {
      const children = sortedChildren(directory.children.values());
      // Directories come first.
      for (const kind of ["directory", "file"] as const) {
        for (const child of children)
          if (child.kind === kind) write(cmdlet, childPath(at, child.name), child, prefix + child.name);
      }
      if (levels <= 0) return;
      for (const child of children) {
        if (child.kind === "directory") list(childPath(at, child.name), child, `${prefix}${child.name}\\`, levels - 1);
      }
    }

    function write(runtime: CmdletRuntime, at: string, node: Parameters<typeof fileSystemInfo>[1], name: string): void {
      if (parameters.File && node.kind !== "file") return;
      if (parameters.Directory && node.kind !== "directory") return;
      if (!filter.accepts(node.name) || pattern?.isMatch(node.name) === false) return;
      runtime.writeObject(parameters.Name ? name : fileSystemInfo(at, node));
    }
  },
});
