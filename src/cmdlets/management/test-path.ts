import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { enumText } from "../../values/enumerations.js";
import { defineType, findTypeByFullName } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { namesOf } from "../session/scopes.js";
import { pathFilters } from "./path-parameters.js";
import { expandPath, providerPath } from "./paths.js";
import { providerItems } from "./provider-items.js";

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
    OlderThan: { since: 3, type: "datetime", coverage: "refused" },
    NewerThan: { since: 3, type: "datetime", coverage: "refused" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const literal = parameters.LiteralPath !== undefined;
      const kind = parameters.PathType instanceof EnumValue ? enumText(parameters.PathType) : "Any";
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        const isThere = parameters.IsValid
          ? isValidPath(path)
          : path.trim() !== "" && exists(cmdlet, path, literal, kind);
        cmdlet.writeObject(isThere);
      }
    },
  }),
});

function exists(cmdlet: CmdletRuntime, path: string, literal: boolean, kind: string): boolean {
  const item = providerPath(path);
  if (item !== null) {
    if (kind === "Container") return item.name === "";
    return item.name === "" ? kind !== "Leaf" : providerItems(cmdlet, item.provider, item.name).length > 0;
  }
  const found = expandPath(cmdlet, path, literal);
  if (kind === "Container") return found.some(({ node }) => node.kind === "directory");
  return kind === "Leaf" ? found.some(({ node }) => node.kind === "file") : found.length > 0;
}

/** Whether a path could be one: no characters that names may not have. */
function isValidPath(path: string): boolean {
  return path !== "" && [...path].every((c) => c >= " " && !'<>"|?*'.includes(c));
}
