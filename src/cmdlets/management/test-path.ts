import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { DateTime } from "../../values/date-time.js";
import { enumText } from "../../values/enumerations.js";
import { defineType, findTypeByFullName } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { namesOf } from "../session/scopes.js";
import type { FileSystemNode } from "./file-system.js";
import { pathFilters } from "./path-parameters.js";
import { expandPath, providerPath } from "./paths.js";
import { providerItems } from "./provider-items.js";
import { nodeFilter } from "./selected-nodes.js";

const pathType = "Microsoft.PowerShell.Commands.TestPathType";
if (findTypeByFullName(pathType) === undefined) {
  defineType({
    fullName: pathType,
    kind: "enum",
    enumValues: [
      ["Any", 0n],
      ["Container", 1n],
      ["Leaf", 2n],
    ],
  });
}

export const testPath = defineCmdlet({
  name: "Test-Path",
  typeName: "Microsoft.PowerShell.Commands.TestPathCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Tells whether something stands at a path.",
  defaultParameterSet: "Path",
  parameters: {
    Path: {
      type: "string[]",
      position: 0,
      mandatory: true,
      pipeline: "value,name",
      sets: ["Path"],
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    },
    LiteralPath: {
      type: "string[]",
      mandatory: true,
      pipeline: "name",
      sets: ["LiteralPath"],
      aliases: ["PSPath", "LP"],
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    },
    ...pathFilters,
    PathType: { type: pathType, aliases: ["Type"] },
    IsValid: { type: "switch" },
    Credential: { type: "object", coverage: "refused" },
    OlderThan: { since: 3, type: "datetime" },
    NewerThan: { since: 3, type: "datetime" },
  },
  create: (parameters, cmdlet) => {
    const accepts = nodeFilter(cmdlet, parameters);
    return {
      process(): void {
        const literal = parameters.LiteralPath !== undefined;
        const kind = parameters.PathType instanceof EnumValue ? enumText(parameters.PathType) : "Any";
        for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
          const isThere = parameters.IsValid ? isValidPath(path) : path.trim() !== "" && exists(path, literal, kind);
          cmdlet.writeObject(isThere);
        }
      },
    };

    function exists(path: string, literal: boolean, kind: string): boolean {
      const item = providerPath(cmdlet, path);
      if (item !== null) {
        if (kind === "Container") return item.name === "";
        return item.name === "" ? kind !== "Leaf" : providerItems(cmdlet, item.provider, item.name).length > 0;
      }
      return expandPath(cmdlet, path, literal).some(({ node }) => {
        if (kind === "Container" && node.kind !== "directory") return false;
        if (kind === "Leaf" && node.kind !== "file") return false;
        return accepts(node) && isInTime(node);
      });
    }

    function isInTime({ written }: FileSystemNode): boolean {
      const { OlderThan, NewerThan } = parameters;
      if (OlderThan instanceof DateTime && written >= OlderThan.ticks) return false;
      return !(NewerThan instanceof DateTime) || written > NewerThan.ticks;
    }
  },
});

/** Whether a path could be one: no characters that names may not have. */
function isValidPath(path: string): boolean {
  return path !== "" && [...path].every((c) => c >= " " && !'<>"|?*'.includes(c));
}
