import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { WildcardPattern } from "../../values/index.js";
import { namesOf } from "../session/scopes.js";
import { fileSystemInfo } from "./file-info.js";
import { pathFilters, pathOrLiteralPath } from "./path-parameters.js";
import { expandPath, fullPath, pathNotFound, providerPath } from "./paths.js";
import { providerItems } from "./provider-items.js";

export const getItem = defineCmdlet({
  name: "Get-Item",
  typeName: "Microsoft.PowerShell.Commands.GetItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives what stands at a path.",
  defaultParameterSet: "Path",
  parameters: {
    ...pathOrLiteralPath,
    ...pathFilters,
    Force: { type: "switch", coverage: "accepted" },
    Credential: { type: "object", coverage: "refused" },
    Stream: { since: 3, type: "string[]", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const literal = parameters.LiteralPath !== undefined;
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        const item = providerPath(path);
        const found =
          item === null
            ? expandPath(cmdlet, path, literal).map((entry) => fileSystemInfo(entry.path, entry.node))
            : providerItems(cmdlet, item.provider, item.name === "" ? "*" : item.name).map(({ value }) => value);
        if (found.length === 0 && (literal || !WildcardPattern.containsWildcardCharacters(path))) {
          cmdlet.writeError(pathNotFound(cmdlet, item === null ? fullPath(cmdlet, path) : item.name));
        }
        for (const value of found) cmdlet.writeObject(value);
      }
    },
  }),
});
