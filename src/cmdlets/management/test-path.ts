import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { DateTime } from "../../values/date-time.js";
import { enumText } from "../../values/enumerations.js";
import { defineType, findTypeByFullName } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { toText } from "../../values/text.js";
import { cmdletError } from "../error-record.js";
import type { FileSystemNode } from "./file-system.js";
import { pathFilters } from "./path-parameters.js";
import { expandPath, providerPath } from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";
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

/** Before PowerShell 7 nothing and empty text are no paths at all. */
const strict = { allowNull: false, allowEmptyString: false, allowEmptyCollection: false } as const;

/** As PowerShell 7 says it. */
function nullPath() {
  const what = "The provided Path argument was null or an empty collection.";
  return cmdletError({
    id: "NullPathNotPermitted",
    category: "InvalidArgument",
    exception: "ArgumentNullException",
    message: `Value cannot be null. (Parameter '${what}')`,
    details: new Map([["ParamName", what]]),
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
      before7: strict,
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
      before7: strict,
    },
    ...pathFilters,
    PathType: { type: pathType, aliases: ["Type"] },
    IsValid: { type: "switch" },
    Credential: credential,
    OlderThan: { since: 3, type: "datetime" },
    NewerThan: { since: 3, type: "datetime" },
  },
  create: withoutCredentials((parameters, cmdlet) => {
    const accepts = nodeFilter(cmdlet, parameters);
    return {
      process(): void {
        const literal = parameters.LiteralPath !== undefined;
        const kind = parameters.PathType instanceof EnumValue ? enumText(parameters.PathType) : "Any";
        const given = parameters.LiteralPath ?? parameters.Path;
        if (given === undefined || given.items.length === 0) {
          cmdlet.writeError(nullPath());
          return;
        }
        for (const value of given.items) {
          if (value === null) {
            cmdlet.writeError(nullPath());
            continue;
          }
          const path = toText(cmdlet.context, value);
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
  }),
});

/** Whether a path could be one: no characters that names may not have. */
function isValidPath(path: string): boolean {
  return path !== "" && [...path].every((c) => c >= " " && !'<>"|?*'.includes(c));
}
