import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { CommandInfoObject } from "../../runtime/command-info-object.js";
import { type CommandInfo, shownType } from "../../runtime/commands.js";
import { tryConvertTo } from "../../values/conversion/index.js";
import { DotNetType } from "../../values/dotnet-type.js";
import { toItems } from "../../values/enumeration.js";
import { typeNamed, WildcardPattern } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { Version } from "../../values/simple-values.js";
import { isAssignable } from "../../values/value-types.js";
import { cmdletError } from "../error-record.js";
import { addMember } from "../instance-members.js";
import { isModule, specificationsOf } from "../modules/module-specification.js";
import { toDouble } from "../numeric.js";
import { namesOf } from "../session/scopes.js";
import { allCommands } from "./all-commands.js";
import { commandTypeBits, moduleOf, resolvedCommand, versionOf } from "./command-members.js";
import { commandSyntax } from "./command-syntax.js";
import { showCommandInfo } from "./show-command-info.js";
import { abbreviated, nameDistance } from "./similar-names.js";

const parameters = {
  Name: { type: "string[]", position: 0, pipeline: "value,name", sets: ["AllCommandSet"] },
  Verb: { type: "string[]", pipeline: "name", sets: ["CmdletSet"] },
  Noun: { type: "string[]", pipeline: "name", sets: ["CmdletSet"] },
  Module: { type: "string[]", pipeline: "name", aliases: ["PSSnapin"] },
  FullyQualifiedModule: {
    since: 3,
    type: "Microsoft.PowerShell.Commands.ModuleSpecification[]",
    pipeline: "name",
  },
  CommandType: {
    type: "System.Management.Automation.CommandTypes",
    pipeline: "name",
    sets: ["AllCommandSet"],
    aliases: ["Type"],
  },
  TotalCount: { type: "int", pipeline: "name" },
  Syntax: { type: "switch", pipeline: "name" },
  ShowCommandInfo: { since: 3, type: "switch" },
  ArgumentList: {
    type: "object[]",
    position: 1,
    remaining: true,
    aliases: ["Args"],
    allowNull: true,
    allowEmptyCollection: true,
    coverage: "accepted",
  },
  All: { since: 3, type: "switch", pipeline: "name", coverage: "accepted" },
  ListImported: { since: 3, type: "switch", pipeline: "name", coverage: "accepted" },
  ParameterName: { since: 3, type: "string[]", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  ExcludeModule: { since: 7, type: "string[]", pipeline: "name" },
  UseFuzzyMatching: { since: 7, type: "switch", sets: ["AllCommandSet"] },
  FuzzyMinimumDistance: { since: 7, type: "uint", sets: ["AllCommandSet"] },
  UseAbbreviationExpansion: { since: 7, type: "switch", sets: ["AllCommandSet"] },
  ParameterType: { since: 3, type: "type[]", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
} as const satisfies ParameterDeclarations;

/** SPEC E.14. */
export const getCommand = defineCmdlet({
  name: "Get-Command",
  typeName: "Microsoft.PowerShell.Commands.GetCommandCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Gives the commands of the session.",
  defaultParameterSet: "CmdletSet",
  parameters,
  create: (bound, cmdlet) => new CommandSearch(bound, cmdlet),
});

class CommandSearch implements CmdletBody {
  private count = 0;
  private readonly similar: { readonly name: string; readonly info: CommandInfo; readonly score: number | null }[] = [];

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  begin(): void {
    if (!this.bound.ShowCommandInfo || !this.bound.Syntax) return;
    this.cmdlet.throwTerminatingError(
      cmdletError({
        id: "GetCommandCannotSpecifySyntaxAndShowCommandInfoTogether",
        category: "InvalidArgument",
        exception: "PSArgumentException",
        message: "The ShowCommandInfo and Syntax parameters cannot be specified together.",
      }),
    );
  }

  process(): void {
    const { bound, cmdlet } = this;
    const names = bound.Name === undefined ? ["*"] : namesOf(cmdlet, bound.Name);
    for (const name of names) {
      if (bound.UseFuzzyMatching || bound.UseAbbreviationExpansion) this.findSimilar(name);
      else if (WildcardPattern.containsWildcardCharacters(name)) {
        const pattern = new WildcardPattern(name, true);
        this.writeAll(this.listed(bound.Name === undefined).filter((info) => pattern.isMatch(info.name)));
      } else this.writeNamed(name);
    }
  }

  end(): void {
    // The nearest first; what is as near as another stays in its place.
    const found = this.similar.sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
    for (const { name, info, score } of found) this.writeAll([info], { name, score });
  }

  private writeNamed(name: string): void {
    const info = this.cmdlet.context.findCommand(name);
    if (info !== undefined && this.isWanted(info)) this.writeAll([info]);
    else this.writeNotFound(name);
  }

  /** Commands whose names are near the one given, or else abbreviated to it. None is no error. */
  private findSimilar(name: string): void {
    const { bound, cmdlet } = this;
    const { FuzzyMinimumDistance: given } = bound;
    const limit = given === undefined ? defaultDistance : (toDouble(cmdlet.context, given) ?? defaultDistance);
    const pattern = new WildcardPattern(name, true);
    for (const info of this.listed(false)) {
      if (this.similar.some((found) => found.info === info)) continue;
      if (bound.UseFuzzyMatching) {
        const score = nameDistance(info.name, name);
        if (score <= limit) this.similar.push({ name, info, score });
      } else if (pattern.isMatch(info.name) || abbreviated(info.name).toLowerCase() === name.toLowerCase()) {
        this.similar.push({ name, info, score: null });
      }
    }
  }

  /** All commands; aliases only when they are asked for by name or type. */
  private listed(withoutName: boolean): readonly CommandInfo[] {
    const { bound, cmdlet } = this;
    const cmdletsOnly = bound.Verb !== undefined || bound.Noun !== undefined;
    const isOld = cmdlet.context.facts.languageVersion < 3;
    const listed = allCommands(cmdlet.context).filter((info) => {
      if (info.commandType === "Alias" && (cmdletsOnly || (isOld && withoutName && bound.CommandType === undefined)))
        return false;
      if (withoutName && bound.CommandType === undefined && info.commandType === "ExternalScript") return false;
      return this.isWanted(info);
    });
    return sorted(listed);
  }

  private isWanted(info: CommandInfo): boolean {
    const { bound, cmdlet } = this;
    if (bound.CommandType instanceof EnumValue && (bound.CommandType.value & commandTypeBits[shownType(info)]) === 0n)
      return false;
    const dash = info.name.indexOf("-");
    const verb = dash < 0 ? "" : info.name.slice(0, dash);
    const noun = dash < 0 ? "" : info.name.slice(dash + 1);
    if (!matchesAny(namesIfGiven(cmdlet, bound.Verb), verb) || !matchesAny(namesIfGiven(cmdlet, bound.Noun), noun))
      return false;
    if (!matchesAny(namesIfGiven(cmdlet, bound.Module), moduleOf(info, cmdlet.context))) return false;
    const excluded = namesIfGiven(cmdlet, bound.ExcludeModule);
    if (excluded !== null && matchesAny(excluded, moduleOf(info, cmdlet.context))) return false;
    if (bound.FullyQualifiedModule !== undefined && !this.isOfModule(info)) return false;
    if (bound.ParameterName === undefined && bound.ParameterType === undefined) return true;
    return this.hasParameter(info, bound.ParameterName === undefined ? ["*"] : namesOf(cmdlet, bound.ParameterName));
  }

  /** Whether the command is of one of the modules of -FullyQualifiedModule. */
  private isOfModule(info: CommandInfo): boolean {
    const { context } = this.cmdlet;
    const name = moduleOf(info, context);
    const version = tryConvertTo(context, versionOf(info), typeNamed("System.Version"));
    return specificationsOf(this.bound.FullyQualifiedModule).some((wanted) =>
      isModule(wanted, name, version instanceof Version ? version : new Version(0, 0)),
    );
  }

  private hasParameter(info: CommandInfo, names: readonly string[]): boolean {
    if (info.commandType === "Alias") return false;
    const { ParameterType } = this.bound;
    const types =
      ParameterType === undefined ? [] : toItems(ParameterType).filter((type) => type instanceof DotNetType);
    const metadata = info.commandType === "Cmdlet" ? info.metadata : info.metadata(this.cmdlet.context);
    const patterns = names.map((name) => new WildcardPattern(name, true));
    return metadata.parameters.some(
      (p) =>
        patterns.some((pattern) => [p.name, ...p.aliases].some((n) => pattern.isMatch(n))) &&
        (ParameterType === undefined || types.some((type) => isOfType(p.type, type))),
    );
  }

  /** @param similar how a name that was given differs from the command's, where it was not found by its own */
  private writeAll(infos: readonly CommandInfo[], similar: Similar | null = null): void {
    const { bound, cmdlet } = this;
    for (const info of infos) {
      if (bound.TotalCount !== undefined && bound.TotalCount >= 0 && this.count >= bound.TotalCount) return;
      this.count++;
      if (bound.Syntax) cmdlet.writeObject(this.syntaxOf(info, similar?.name ?? info.name));
      else if (bound.ShowCommandInfo) cmdlet.writeObject(showCommandInfo(cmdlet.context, info));
      else {
        const object = new CommandInfoObject(info);
        if (similar !== null && similar.score !== null)
          addMember(object, { kind: "NoteProperty", name: "Score", value: similar.score });
        cmdlet.writeObject(object);
      }
    }
  }

  /** @param name as it was typed; what does not call the command so is taken for an alias */
  private syntaxOf(info: CommandInfo, name: string): string {
    const { context } = this.cmdlet;
    const target = resolvedCommand(context, info);
    if (target === undefined) return "";
    const metadata = target.commandType === "Cmdlet" ? target.metadata : target.metadata(context);
    const isOther = info.commandType === "Alias" || name.toLowerCase() !== info.name.toLowerCase();
    const head = isOther ? `${name} (alias) -> ${target.name}\n` : "";
    const { languageVersion } = context.facts;
    const lines = commandSyntax(name, metadata, languageVersion);
    return languageVersion === 2 ? `${lines.join("\n")}\n` : `${head}\n${lines.join("\n\n")}\n`;
  }

  private writeNotFound(name: string): void {
    const since71 = this.cmdlet.context.facts.languageVersion >= 7;
    this.cmdlet.writeError(
      cmdletError({
        id: "CommandNotFoundException",
        category: "ObjectNotFound",
        exception: "CommandNotFoundException",
        message: since71
          ? `The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.`
          : `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
        target: name,
      }),
    );
  }
}

/** How many letters a name may differ by when nothing else is said. */
const defaultDistance = 5;

interface Similar {
  readonly name: string;
  readonly score: number | null;
}

/** The type itself, one that is based on it, or an array of such. */
function isOfType(declared: DotNetType, wanted: DotNetType): boolean {
  const { elementType } = declared;
  return isAssignable(declared, wanted) || (elementType !== null && isAssignable(elementType, wanted));
}

function namesIfGiven(cmdlet: CmdletRuntime, value: Parameters<typeof namesOf>[1]): readonly string[] | null {
  return value === undefined ? null : namesOf(cmdlet, value);
}

function matchesAny(patterns: readonly string[] | null, text: string): boolean {
  return patterns === null || patterns.some((pattern) => new WildcardPattern(pattern, true).isMatch(text));
}

const places: Readonly<Record<CommandInfo["commandType"], number>> = {
  Alias: 0,
  Function: 1,
  Filter: 1,
  Cmdlet: 2,
  ExternalScript: 3,
  Application: 4,
};

/** Aliases, functions, cmdlets, scripts, each by name. */
function sorted(infos: readonly CommandInfo[]): readonly CommandInfo[] {
  const keys = new Map(infos.map((info) => [info, info.name.toLowerCase()]));
  const key = (info: CommandInfo): string => keys.get(info) ?? "";
  return [...infos].sort(
    (a, b) => places[shownType(a)] - places[shownType(b)] || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
}
