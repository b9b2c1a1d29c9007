import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { CommandInfoObject } from "../../runtime/command-info-object.js";
import type { AliasInfo } from "../../runtime/commands.js";
import { cmdletError } from "../error-record.js";
import { linesOf } from "../management/content.js";
import { expandPath, fullPath, pathNotFound } from "../management/paths.js";
import { CsvReader } from "../utility/csv-text.js";
import { type ItemOption, scopeNamed } from "./scopes.js";

export const importAlias = defineCmdlet({
  name: "Import-Alias",
  typeName: "Microsoft.PowerShell.Commands.ImportAliasCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Reads aliases from a file that Export-Alias wrote as CSV.",
  defaultParameterSet: "ByPath",
  supportsShouldProcess: true,
  parameters: {
    Path: { type: "string", position: 0, mandatory: true, pipeline: "value,name", sets: ["ByPath"] },
    LiteralPath: {
      type: "string",
      mandatory: true,
      pipeline: "name",
      sets: ["ByLiteralPath"],
      aliases: ["PSPath", "LP"],
    },
    Scope: { type: "string" },
    PassThru: { type: "switch" },
    Force: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const path = parameters.LiteralPath ?? parameters.Path ?? "";
      const [file] = expandPath(cmdlet, path, parameters.LiteralPath !== undefined);
      if (file?.node.kind !== "file") {
        cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
        return;
      }
      const scope = scopeNamed(cmdlet, parameters.Scope);
      for (const line of linesOf(file.node.text)) {
        if (line === "" || line.startsWith("#")) continue;
        const alias = aliasOf(new CsvReader(line, ",").record().map((field) => field ?? ""));
        if (alias === null) {
          cmdlet.writeError(badLine(file.path));
          continue;
        }
        if (!cmdlet.shouldProcess(`Name: ${alias.name} Value: ${alias.definition}`, "Import Alias")) continue;
        if (scope.alias(alias.name) !== undefined && !parameters.Force) {
          cmdlet.writeError(aliasExists(alias.name));
          continue;
        }
        scope.setAlias(alias);
        if (parameters.PassThru) cmdlet.writeObject(new CommandInfoObject(alias));
      }
    },
  }),
});

const allOptions: readonly ItemOption[] = ["ReadOnly", "Constant", "AllScope", "Private"];

/** Name, definition, description, options; `null` when a field is missing. */
function aliasOf([name, definition, description, options]: readonly string[]): AliasInfo | null {
  if (name === undefined || definition === undefined || description === undefined || options === undefined) return null;
  const named = new Set(options.split(",").map((option) => option.trim()));
  return {
    commandType: "Alias",
    name,
    definition,
    description,
    options: new Set(allOptions.filter((option) => named.has(option))),
  };
}

function aliasExists(name: string) {
  return cmdletError({
    id: "AliasAlreadyExists",
    category: "ResourceExists",
    exception: "SessionStateException",
    message: `The alias is not allowed, because an alias with the name '${name}' already exists.`,
    target: name,
  });
}

/** Our wording: the real sentence is not known (certainty: unknown). */
function badLine(path: string) {
  return cmdletError({
    id: "ImportAliasFileFormatError",
    category: "ReadError",
    exception: "FormatException",
    message: `A line of the file ${path} is no alias: it needs four fields.`,
    target: path,
  });
}
