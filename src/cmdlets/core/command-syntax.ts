import {
  allParameterSets,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterSetData,
} from "../../runtime/command-metadata.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { arrayBrackets } from "../../values/type-text.js";

/** 2.0 shows what all commands have one by one, and types by their own names (documented: Getting detailed help). */
const commonParameters2 =
  "[-Verbose] [-Debug] [-ErrorAction <ActionPreference>] [-WarningAction <ActionPreference>] [-ErrorVariable <String>] [-WarningVariable <String>] [-OutVariable <String>] [-OutBuffer <Int32>]";

/** A parameter with what it is in one set. */
export type SetParameter = readonly [ParameterMetadata, ParameterSetData];

/**
 * The lines of `Get-Command -Syntax`, one a parameter set: `Get-Thing [-Name] <string> [-Force] [<CommonParameters>]`.
 * @param name as the command is to be shown
 */
export function commandSyntax(name: string, metadata: CommandMetadata, languageVersion = 7): readonly string[] {
  if (languageVersion === 2) return syntax2(name, metadata);
  const tail = metadata.isAdvanced ? " [<CommonParameters>]" : "";
  return syntaxSets(metadata, languageVersion).map(({ parameters }) => {
    const parts = parameters.map(([parameter, data]) => parameterSyntax(parameter, data));
    return [name, ...parts].join(" ") + tail;
  });
}

/** Of 2.0: what all commands have stands before `[-WhatIf] [-Confirm]`. */
function syntax2(name: string, metadata: CommandMetadata): readonly string[] {
  return syntaxSets(metadata, 2).map(({ parameters }) => {
    const texts = (common: boolean): readonly string[] =>
      parameters
        .filter(([{ isCommon }]) => isCommon === common)
        .map(([parameter, data]) => parameterSyntax(parameter, data, true));
    return [name, ...texts(false), ...(metadata.isAdvanced ? [commonParameters2] : []), ...texts(true)].join(" ");
  });
}

/** The parameter sets as syntax shows them, the default one first, with their parameters in its order. */
export function syntaxSets(
  metadata: CommandMetadata,
  languageVersion: number,
): readonly { readonly name: string; readonly parameters: readonly SetParameter[] }[] {
  const own = ownParameters(metadata, languageVersion);
  const sets = new Set<string>();
  for (const parameter of own) for (const set of parameter.sets.keys()) if (set !== allParameterSets) sets.add(set);
  // The default set comes first.
  const { defaultParameterSet } = metadata;
  const named =
    defaultParameterSet !== null && sets.delete(defaultParameterSet) ? [defaultParameterSet, ...sets] : [...sets];
  const names = named.length === 0 ? [allParameterSets] : named;
  return names.map((name) => ({ name, parameters: inOrder(own, name) }));
}

/** Common parameters that a command has only when it asks for them: syntax shows these. */
const shownCommon: ReadonlySet<string> = new Set(["WhatIf", "Confirm", "IncludeTotalCount", "Skip", "First"]);

/** The parameters of a command as an edition has them: its own ones and those that it asks for. */
export function ownParameters(metadata: CommandMetadata, languageVersion: number): readonly ParameterMetadata[] {
  return metadata.parameters
    .filter(({ isCommon, name, since = 2 }) => (isCommon ? shownCommon.has(name) : since <= languageVersion))
    .map((parameter) => (languageVersion < 7 ? (parameter.before7 ?? parameter) : parameter));
}

/** Parameters of a set: positional ones by position, then mandatory ones, then the others as declared. */
function inOrder(parameters: readonly ParameterMetadata[], set: string): readonly SetParameter[] {
  const present = parameters.flatMap((parameter) => {
    const data = parameter.sets.get(set) ?? parameter.sets.get(allParameterSets);
    return data === undefined ? [] : [[parameter, data] as const];
  });
  const rank = (data: ParameterSetData): number =>
    data.position ?? (data.mandatory ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER);
  return present
    .map((entry, i) => [entry, i] as const)
    .sort(([[, a], i], [[, b], j]) => rank(a) - rank(b) || i - j)
    .map(([entry]) => entry);
}

/** `[-Name] <string>` as it stands in a set. */
export function parameterSyntax(
  { name, type }: ParameterMetadata,
  { mandatory, position }: ParameterSetData,
  isOld = false,
): string {
  const dashed = position === null ? `-${name}` : `[-${name}]`;
  if (type.fullName === "System.Management.Automation.SwitchParameter") return mandatory ? `-${name}` : `[-${name}]`;
  const text = `${dashed} <${isOld ? type.name : syntaxTypeName(type)}>`;
  return mandatory ? text : `[${text}]`;
}

const shortNames: ReadonlyMap<string, string> = new Map([
  ["System.String", "string"],
  ["System.Int32", "int"],
  ["System.Int64", "long"],
  ["System.Boolean", "bool"],
  ["System.Byte", "byte"],
  ["System.Char", "char"],
  ["System.Double", "double"],
  ["System.Single", "float"],
  ["System.Decimal", "decimal"],
  ["System.UInt16", "ushort"],
  ["System.UInt32", "uint"],
  ["System.UInt64", "ulong"],
  ["System.Collections.Hashtable", "hashtable"],
  ["System.Management.Automation.ScriptBlock", "scriptblock"],
  ["System.Management.Automation.PSObject", "psobject"],
  ["System.DateTime", "datetime"],
  ["System.TimeSpan", "timespan"],
  ["System.Version", "version"],
  ["System.Guid", "guid"],
  ["System.Uri", "uri"],
  ["System.Text.RegularExpressions.Regex", "regex"],
  ["System.Xml.XmlDocument", "xml"],
  ["System.Management.Automation.PSCredential", "pscredential"],
  ["System.Security.SecureString", "securestring"],
  ["System.Type", "type"],
]);

/** A type as syntax names it: `int`, `string[]`, `ScheduleInterval`. */
export function syntaxTypeName(type: DotNetType): string {
  if (type.elementType !== null) return syntaxTypeName(type.elementType) + arrayBrackets(type);
  const known = shortNames.get(type.fullName);
  if (known !== undefined || type.genericArguments.length === 0) return known ?? type.name;
  const args = type.genericArguments.map(syntaxTypeName).join(",");
  return type.fullName.startsWith("System.Nullable`1")
    ? args
    : `${type.name.slice(0, type.name.indexOf("`"))}[${args}]`;
}
