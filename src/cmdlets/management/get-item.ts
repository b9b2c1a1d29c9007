import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { attributeBits, attributesOf, fileSystemInfo } from "./file-info.js";
import { streamInfo, streamNotFound, streamsNamed } from "./file-streams.js";
import type { FileNode } from "./file-system.js";
import { pathFilters, pathOrLiteralPath } from "./path-parameters.js";
import { type FoundNode, itemNotFound, providerPath } from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";
import { providerItems } from "./provider-items.js";
import { selectedNodes } from "./selected-nodes.js";

export const getItem = defineCmdlet({
  name: "Get-Item",
  typeName: "Microsoft.PowerShell.Commands.GetItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives what stands at a path.",
  defaultParameterSet: "Path",
  parameters: {
    ...pathOrLiteralPath,
    ...pathFilters,
    Force: { type: "switch" },
    Credential: credential,
    Stream: { since: 3, type: "string[]" },
  },
  create: withoutCredentials((parameters, cmdlet) => {
    return { process };

    function process(): void {
      const literal = parameters.LiteralPath !== undefined;
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        const item = providerPath(cmdlet, path);
        const isOne = literal || !WildcardPattern.containsWildcardCharacters(path);
        if (item === null) {
          for (const found of selectedNodes(cmdlet, path, literal, parameters)) writeNode(found, isOne);
          continue;
        }
        const found = providerItems(cmdlet, item.provider, item.name === "" ? "*" : item.name);
        if (found.length === 0 && isOne) cmdlet.writeError(itemNotFound(cmdlet, path, item));
        for (const { value } of found) cmdlet.writeObject(value);
      }
    }

    function writeStreams(path: string, node: FileNode, patterns: readonly string[]): void {
      for (const pattern of patterns) {
        const names = streamsNamed(node, pattern);
        if (names.length === 0 && !WildcardPattern.containsWildcardCharacters(pattern))
          cmdlet.writeError(streamNotFound(path, pattern, "AlternateDataStreamNotFound"));
        for (const name of names) cmdlet.writeObject(streamInfo(cmdlet, path, node, name));
      }
    }

    /** Hidden files show with -Force only: one that is named is an error, one among others is passed over. */
    function writeNode({ path, node }: FoundNode, isOne: boolean): void {
      if (parameters.Stream !== undefined) {
        if (node.kind === "file") writeStreams(path, node, namesOf(cmdlet, parameters.Stream));
        return;
      }
      const isHidden = (attributesOf(node) & (attributeBits.hidden | attributeBits.system)) !== 0;
      if (!isHidden || parameters.Force) cmdlet.writeObject(fileSystemInfo(cmdlet, path, node));
      else if (isOne) cmdlet.writeError(couldNotFind(path));
    }
  }),
});

function couldNotFind(path: string) {
  return cmdletError({
    id: "ItemNotFound",
    category: "ObjectNotFound",
    exception: "IOException",
    message: `Could not find item ${path}.`,
    target: path,
  });
}
