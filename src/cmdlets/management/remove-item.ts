import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { namesOf } from "../session/scopes.js";
import { splitPath, withoutNode } from "./file-system.js";
import { pathFilters, pathOrLiteralPath } from "./path-parameters.js";
import { expandPath, type FoundNode, filesOf, fullPath, pathNotFound, providerPath } from "./paths.js";
import { providerItems } from "./provider-items.js";

export const removeItem = defineCmdlet({
  name: "Remove-Item",
  typeName: "Microsoft.PowerShell.Commands.RemoveItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Removes files, directories, variables, aliases or functions.",
  defaultParameterSet: "Path",
  supportsShouldProcess: true,
  parameters: {
    ...pathOrLiteralPath,
    ...pathFilters,
    Recurse: { type: "switch" },
    Force: { type: "switch" },
    Credential: { type: "object", coverage: "refused" },
    Stream: { since: 3, type: "string[]", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const literal = parameters.LiteralPath !== undefined;
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        const item = providerPath(path);
        const isOne = literal || !WildcardPattern.containsWildcardCharacters(path);
        if (item !== null) {
          const found = providerItems(cmdlet, item.provider, item.name);
          if (found.length === 0 && isOne) cmdlet.writeError(pathNotFound(cmdlet, item.name));
          for (const entry of found) {
            if (!cmdlet.shouldProcess(`Item: ${entry.name}`, `Remove ${item.provider}`)) continue;
            const error = entry.remove(parameters.Force);
            if (error !== null) cmdlet.writeError(error);
          }
          continue;
        }
        const found = expandPath(cmdlet, path, literal);
        if (found.length === 0 && isOne) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
        for (const entry of found) removeFile(cmdlet, entry, parameters.Recurse);
      }
    },
  }),
});

function removeFile(cmdlet: CmdletRuntime, { path, node }: FoundNode, recurse: boolean): void {
  if (node.kind === "directory" && node.children.size > 0 && !recurse) {
    const question = `The item at ${path} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?`;
    if (!cmdlet.shouldContinue(question, "Confirm")) return;
  }
  if (!cmdlet.shouldProcess(path, node.kind === "file" ? "Remove File" : "Remove Directory")) return;
  const files = filesOf(cmdlet);
  files.root = withoutNode(files.root, splitPath(path));
}
