import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { toText, WildcardPattern } from "../../values/index.js";
import { NameFilter, namesOf } from "../session/scopes.js";
import { AttributeFilter, attributesExpression } from "./attribute-filter.js";
import { attributeBits, attributesOf, fileSystemInfo } from "./file-info.js";
import { type DirectoryNode, type FileSystemNode, joinPath, splitPath } from "./file-system.js";
import { childPath, expandPath, fullPath, pathNotFound, providerPath, sortedChildren } from "./paths.js";
import { providerItems } from "./provider-items.js";
import { nodeFilter } from "./selected-nodes.js";

const parameters = {
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
  Force: { type: "switch" },
  Name: { type: "switch" },
  Attributes: { since: 3, type: attributesExpression },
  FollowSymlink: { since: 7, type: "switch", coverage: "accepted" },
  Directory: { since: 3, type: "switch", aliases: ["ad", "d"] },
  File: { since: 3, type: "switch", aliases: ["af"] },
  Hidden: { since: 3, type: "switch", aliases: ["ah", "h"] },
  ReadOnly: { since: 3, type: "switch", aliases: ["ar"] },
  System: { since: 3, type: "switch", aliases: ["as"] },
} as const satisfies ParameterDeclarations;

export const getChildItem = defineCmdlet({
  name: "Get-ChildItem",
  typeName: "Microsoft.PowerShell.Commands.GetChildItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Lists what is in a directory or drive.",
  defaultParameterSet: "Items",
  parameters,
  create: (bound, cmdlet) => new Listing(bound, cmdlet),
});

class Listing implements CmdletBody {
  private readonly byName: (node: FileSystemNode) => boolean;
  private readonly byAttributes: (node: FileSystemNode) => boolean;
  private readonly depth: number;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {
    this.byName = nodeFilter(cmdlet, bound);
    this.byAttributes = this.attributes();
    const endless = bound.Recurse ? Number.POSITIVE_INFINITY : 0;
    this.depth = bound.Depth === undefined ? endless : Number(toText(cmdlet.context, bound.Depth));
  }

  process(): void {
    const { bound, cmdlet } = this;
    const literal = bound.LiteralPath !== undefined;
    const given = bound.LiteralPath ?? bound.Path;
    for (const path of given === undefined ? ["."] : namesOf(cmdlet, given)) {
      if (providerPath(cmdlet, path) === null) this.listFiles(path, literal);
      else this.listItems(path, literal);
    }
  }

  /** What the switches and -Attributes ask of a node; hidden ones need -Force or to be asked for. */
  private attributes(): (node: FileSystemNode) => boolean {
    const { bound } = this;
    const asked = bound.Attributes instanceof AttributeFilter ? bound.Attributes : null;
    const required =
      (bound.Hidden ? attributeBits.hidden : 0) |
      (bound.ReadOnly ? attributeBits.readOnly : 0) |
      (bound.System ? attributeBits.system : 0);
    const showsHidden = bound.Force || bound.Hidden || bound.System || (asked?.namesHidden ?? false);
    return (node) => {
      const bits = attributesOf(node);
      if ((bound.File && node.kind !== "file") || (bound.Directory && node.kind !== "directory")) return false;
      if (!showsHidden && (bits & (attributeBits.hidden | attributeBits.system)) !== 0) return false;
      return (bits & required) === required && (asked === null || asked.accepts(bits));
    };
  }

  /** The items of the alias, environment, function or variable drive. */
  private listItems(path: string, literal: boolean): void {
    const { bound, cmdlet } = this;
    const item = providerPath(cmdlet, path);
    if (item === null) return;
    const found = providerItems(cmdlet, item.provider, item.name === "" ? "*" : item.name);
    const isOne = literal || !WildcardPattern.containsWildcardCharacters(path);
    if (found.length === 0 && item.name !== "" && isOne) cmdlet.writeError(pathNotFound(cmdlet, item.name));
    const filter = new NameFilter(namesOf(cmdlet, bound.Include), namesOf(cmdlet, bound.Exclude));
    for (const entry of found) {
      if (filter.accepts(entry.name)) cmdlet.writeObject(bound.Name ? entry.name : entry.value);
    }
  }

  private listFiles(path: string, literal: boolean): void {
    const { bound, cmdlet } = this;
    const hasWildcard = !literal && WildcardPattern.containsWildcardCharacters(path);
    if (hasWildcard && this.depth > 0 && bound.Include === undefined && this.listBelow(path)) return;
    const found = expandPath(cmdlet, path, literal, true);
    if (found.length === 0 && !hasWildcard) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
    for (const { path: at, node } of found) {
      if (node.kind === "directory" && (!hasWildcard || this.depth > 0)) {
        // Without -Recurse, -Include asks for the directory itself, whose name it does not fit.
        if (bound.Include === undefined || this.depth > 0) this.list(at, node, "", this.depth, this.byName);
      } else this.write(at, node, node.name, hasWildcard ? "path" : "listing", this.byName);
    }
  }

  /** `dir C:\x\*.txt -Recurse` looks for the last step's names everywhere below. */
  private listBelow(path: string): boolean {
    const { cmdlet } = this;
    const steps = splitPath(fullPath(cmdlet, path));
    const leaf = steps.at(-1) ?? "";
    if (leaf === "*" || !WildcardPattern.containsWildcardCharacters(leaf)) return false;
    const pattern = new WildcardPattern(leaf, true);
    for (const { path: at, node } of expandPath(cmdlet, joinPath(steps.slice(0, -1)), false, true)) {
      if (node.kind !== "directory") continue;
      this.list(at, node, "", this.depth, (child) => pattern.isMatch(child.name) && this.byName(child));
    }
    return true;
  }

  private list(
    at: string,
    directory: DirectoryNode,
    prefix: string,
    levels: number,
    accepts: (node: FileSystemNode) => boolean,
  ): void {
    const children = sortedChildren(directory.children.values());
    // Directories come first.
    for (const kind of ["directory", "file"] as const) {
      for (const child of children) {
        if (child.kind === kind) this.write(childPath(at, child.name), child, prefix + child.name, "listing", accepts);
      }
    }
    if (levels <= 0) return;
    for (const child of children) {
      if (child.kind === "directory" && this.isOpen(child)) {
        this.list(childPath(at, child.name), child, `${prefix}${child.name}\\`, levels - 1, accepts);
      }
    }
  }

  private isOpen(node: FileSystemNode): boolean {
    return this.bound.Force || (attributesOf(node) & attributeBits.hidden) === 0;
  }

  private write(
    at: string,
    node: FileSystemNode,
    name: string,
    origin: "path" | "listing",
    accepts: (node: FileSystemNode) => boolean,
  ): void {
    if (!accepts(node) || !this.byAttributes(node)) return;
    this.cmdlet.writeObject(this.bound.Name ? name : fileSystemInfo(this.cmdlet, at, node, origin));
  }
}
