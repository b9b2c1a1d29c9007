import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { CommandInfoObject } from "../../runtime/command-info-object.js";
import type { AliasInfo } from "../../runtime/commands.js";
import { englishCulture } from "../../values/culture.js";
import { DateTime } from "../../values/date-time.js";
import { enumText } from "../../values/enumerations.js";
import { formatDateTime } from "../../values/format/date-time-format.js";
import { compareText, defineType, findTypeByFullName, WildcardPattern } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { cmdletError } from "../error-record.js";
import { environmentText } from "../host/transcript-text.js";
import { newLine } from "../management/content.js";
import { appendToFile, fileOpenFailure, findNode, fullPath, parentExists, writeFile } from "../management/paths.js";
import { namesOf, searchedScopes } from "./scopes.js";

const formType = "Microsoft.PowerShell.Commands.ExportAliasFormat";
if (findTypeByFullName(formType) === undefined) {
  defineType({
    fullName: formType,
    kind: "enum",
    enumValues: [
      ["Csv", 0n],
      ["Script", 1n],
    ],
  });
}

export const exportAlias = defineCmdlet({
  name: "Export-Alias",
  typeName: "Microsoft.PowerShell.Commands.ExportAliasCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes aliases into a file, as CSV or as script.",
  defaultParameterSet: "ByPath",
  supportsShouldProcess: true,
  parameters: {
    Path: { type: "string", position: 0, mandatory: true, sets: ["ByPath"] },
    LiteralPath: {
      type: "string",
      mandatory: true,
      pipeline: "name",
      sets: ["ByLiteralPath"],
      aliases: ["PSPath", "LP"],
    },
    Name: { type: "string[]", position: 1, pipeline: "value,name" },
    PassThru: { type: "switch" },
    As: { type: formType },
    Append: { type: "switch" },
    Force: { type: "switch", coverage: "accepted" },
    NoClobber: { type: "switch", aliases: ["NoOverwrite"] },
    Description: { type: "string" },
    Scope: { type: "string" },
  },
  create: (parameters, cmdlet) => {
    const names: string[] = [];
    return {
      process(): void {
        names.push(...namesOf(cmdlet, parameters.Name));
      },
      end(): void {
        const path = fullPath(cmdlet, parameters.LiteralPath ?? parameters.Path ?? "");
        const aliases = chosenAliases(cmdlet, names.length === 0 ? ["*"] : names, parameters.Scope);
        if (!cmdlet.shouldProcess(path)) return;
        if (!parentExists(cmdlet, path)) cmdlet.throwTerminatingError(fileOpenFailure(cmdlet, path));
        if (findNode(cmdlet, path) !== undefined && parameters.NoClobber && !parameters.Append) {
          cmdlet.throwTerminatingError(fileExists(path));
        }
        const isScript = parameters.As instanceof EnumValue && enumText(parameters.As) === "Script";
        const head = [
          ...headOf(cmdlet),
          ...(parameters.Description === undefined ? [] : [`# ${parameters.Description}`]),
        ];
        const body = aliases.map((alias) => (isScript ? scriptLine(alias) : csvLine(alias)));
        const text = [...head, ...body].map((line) => line + newLine).join("");
        if (parameters.Append) appendToFile(cmdlet, path, text);
        else writeFile(cmdlet, path, text);
        if (parameters.PassThru) for (const alias of aliases) cmdlet.writeObject(new CommandInfoObject(alias));
      },
    };
  },
});

/** The aliases that names and wildcards mean, by name. */
function chosenAliases(
  cmdlet: CmdletRuntime,
  names: readonly string[],
  scope: string | undefined,
): readonly AliasInfo[] {
  const patterns = names.map((name) => new WildcardPattern(name, true));
  const found = new Map<string, AliasInfo>();
  for (const each of searchedScopes(cmdlet, scope)) {
    for (const alias of each.aliases()) {
      const key = alias.name.toLowerCase();
      if (!found.has(key) && patterns.some((pattern) => pattern.isMatch(alias.name))) found.set(key, alias);
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.name, b.name, true));
}

/** Who wrote the file, when and where (documented examples). */
function headOf({ context }: CmdletRuntime): readonly string[] {
  const culture = context.currentCulture ?? englishCulture(context.facts);
  const time = formatDateTime(new DateTime(context.now(), "Local"), "F", culture, 0n);
  return [
    "# Alias File",
    `# Exported by : ${environmentText(context, "USERNAME")}`,
    `# Date/Time : ${time}`,
    `# Computer : ${environmentText(context, "COMPUTERNAME")}`,
  ];
}

const optionsText = ({ options }: AliasInfo): string =>
  options.size === 0
    ? "None"
    : (["ReadOnly", "Constant", "Private", "AllScope"] as const).filter((o) => options.has(o)).join(", ");

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csvLine = (alias: AliasInfo): string =>
  [alias.name, alias.definition, alias.description, optionsText(alias)].map(quoted).join(",");
const scriptLine = (alias: AliasInfo): string =>
  `set-alias -Name:"${alias.name}" -Value:"${alias.definition}" -Description:"${alias.description}" -Option:"${optionsText(alias)}"`;

function fileExists(path: string) {
  return cmdletError({
    id: "NoClobber",
    category: "ResourceExists",
    exception: "IOException",
    message: `The file '${path}' already exists.`,
    target: path,
  });
}
