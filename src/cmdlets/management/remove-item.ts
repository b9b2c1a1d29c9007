import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { attributeBits, attributesOf } from "./file-info.js";
import { removeStreams } from "./file-streams.js";
import { splitPath, withoutNode } from "./file-system.js";
import { pathFilters, pathOrLiteralPath } from "./path-parameters.js";
import { type FoundNode, filesOf, itemNotFound, providerPath } from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";
import { providerItems } from "./provider-items.js";
import { selectedNodes } from "./selected-nodes.js";

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
    Credential: credential,
    Stream: { since: 3, type: "string[]" },
  },
  create: withoutCredentials((parameters, cmdlet) => {
    const answered = { yesToAll: false, noToAll: false };
    return {
      process(): void {
        const literal = parameters.LiteralPath !== undefined;
        for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
          if (providerPath(cmdlet, path) !== null) removeItems(path, literal);
          else for (const found of selectedNodes(cmdlet, path, literal, parameters)) removeNode(found);
        }
      },
    };

    function removeItems(path: string, literal: boolean): void {
      const item = providerPath(cmdlet, path);
      if (item === null) return;
      const found = providerItems(cmdlet, item.provider, item.name);
      const isOne = literal || !WildcardPattern.containsWildcardCharacters(path);
      if (found.length === 0 && isOne) cmdlet.writeError(itemNotFound(cmdlet, path, item));
      for (const entry of found) {
        if (!cmdlet.shouldProcess(`Item: ${entry.name}`, `Remove ${item.provider}`)) continue;
        const error = entry.remove(parameters.Force);
        if (error !== null) cmdlet.writeError(error);
      }
    }

    function removeNode({ path, node }: FoundNode): void {
      if (parameters.Stream !== undefined) {
        if (node.kind === "file") removeStreams(cmdlet, path, node, namesOf(cmdlet, parameters.Stream));
        return;
      }
      const files = filesOf(cmdlet);
      if (`${files.location}\\`.toLowerCase().startsWith(`${path}\\`.toLowerCase())) {
        cmdlet.writeError(inUse(path));
        return;
      }
      if (node.kind === "directory" && node.children.size > 0 && !parameters.Recurse) {
        const question = `The item at ${path} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?`;
        if (!cmdlet.shouldContinueForAll(question, "Confirm", answered)) return;
      }
      if (!cmdlet.shouldProcess(path, node.kind === "file" ? "Remove File" : "Remove Directory")) return;
      const locked = attributeBits.readOnly | attributeBits.hidden | attributeBits.system;
      if (!parameters.Force && (attributesOf(node) & locked) !== 0) {
        cmdlet.writeError(noAccess(path, cmdlet.context.facts.languageVersion));
        return;
      }
      files.root = withoutNode(files.root, splitPath(path), cmdlet.context.now());
    }
  }),
});

/** From memory of 5.1. */
function inUse(path: string) {
  return cmdletError({
    id: "InvalidOperation",
    category: "InvalidOperation",
    exception: "PSInvalidOperationException",
    message: `Cannot remove the item at '${path}' because it is in use.`,
  });
}

/** From memory: 7 says more. */
function noAccess(path: string, languageVersion: number) {
  const reason =
    languageVersion >= 7
      ? "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only."
      : "You do not have sufficient access rights to perform this operation.";
  return cmdletError({
    id: "RemoveFileSystemItemUnAuthorizedAccess",
    category: "PermissionDenied",
    exception: "IOException",
    message: `Cannot remove item ${path}: ${reason}`,
    target: path,
  });
}
