import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { type CommandInfo, shownType } from "../../runtime/commands.js";
import { notEmulated } from "../../runtime/errors.js";
import { PSArray } from "../../values/collections.js";
import { WildcardPattern } from "../../values/index.js";
import { PSCustomObject } from "../../values/objects.js";
import { displayText } from "../../values/text.js";
import { defineType } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { resolvedCommand } from "../core/command-members.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { commandHelp } from "./command-help.js";
import { helpPart } from "./help-objects.js";

defineType({ fullName: "Microsoft.PowerShell.Commands.HelpNotFoundException", base: "System.Exception" });

const categories = [
  "Alias",
  "Cmdlet",
  "Provider",
  "General",
  "FAQ",
  "Glossary",
  "HelpFile",
  "ScriptCommand",
  "Function",
  "Filter",
  "ExternalScript",
  "All",
  "DefaultHelp",
  "DscResource",
  "Class",
  "Configuration",
] as const;

const parameters = {
  Name: { type: "string", position: 0, pipeline: "name", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  // What a provider adds to a cmdlet's help stands in help files that have to be downloaded.
  Path: { type: "string", coverage: "accepted" },
  Category: {
    type: "string[]",
    validate: [{ kind: "ValidateSet", values: categories, ignoreCase: true, errorMessage: null }],
  },
  Detailed: { type: "switch", mandatory: true, sets: ["DetailedView"] },
  Full: { type: "switch", sets: ["AllUsersView"] },
  Examples: { type: "switch", mandatory: true, sets: ["Examples"] },
  Parameter: {
    type: "string[]",
    mandatory: true,
    sets: ["Parameters"],
  },
  Component: { type: "string[]" },
  Functionality: { type: "string[]" },
  Role: { type: "string[]" },
  ShowWindow: { since: 3, type: "switch", mandatory: true, sets: ["ShowWindow"] },
  Online: { type: "switch", mandatory: true, sets: ["Online"] },
} as const satisfies ParameterDeclarations;

/** SPEC E.14. What the layouts look like stands in formatting/views/help-views.ts. */
export const getHelp = defineCmdlet({
  name: "Get-Help",
  typeName: "Microsoft.PowerShell.Commands.GetHelpCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Shows what a command does and which parameters it has.",
  defaultParameterSet: "AllUsersView",
  parameters,
  create: (bound, cmdlet) => new HelpSearch(bound, cmdlet, false),
});

/** The function `help`; it shows everything from version 3.0 on. A page at a time is not emulated: nothing waits here. */
export const help = defineCmdlet({
  name: "help",
  typeName: "help",
  source: "",
  isFunction: true,
  synopsis: "Shows the help of a command.",
  defaultParameterSet: "AllUsersView",
  parameters,
  create: (bound, cmdlet) => new HelpSearch(bound, cmdlet, cmdlet.context.facts.languageVersion >= 3),
});

/** What help can be chosen by, besides its name and category. */
const criteria = ["Component", "Functionality", "Role"] as const;
type Criterion = (typeof criteria)[number];

const viewNames = { DetailedView: "DetailedView", Examples: "ExamplesView", AllUsersView: "FullView" } as const;

class HelpSearch implements CmdletBody {
  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
    private readonly fullByDefault: boolean,
  ) {}

  process(): void {
    const { bound, cmdlet } = this;
    const isFiltered = bound.Category !== undefined || criteria.some((criterion) => bound[criterion] !== undefined);
    const name = bound.Name ?? (isFiltered ? "*" : "default");
    if (/^about_/i.test(name)) {
      throw notEmulated(`the help topic ${name}`, "Get-Help shows the help of commands: Get-Help Get-Command.");
    }
    const info = WildcardPattern.containsWildcardCharacters(name) ? undefined : cmdlet.context.findCommand(name);
    if (info !== undefined && this.isWanted(info)) {
      this.show(info);
      return;
    }
    const isPattern = WildcardPattern.containsWildcardCharacters(name);
    const [only, ...others] = this.search(isPattern ? name : `*${name}*`);
    if (only === undefined) {
      if (!isPattern) this.writeNotFound(name);
    } else if (others.length === 0) this.show(only, isPattern);
    else for (const each of [only, ...others]) cmdlet.writeObject(this.short(each));
  }

  /** Commands by a pattern: aliases, then cmdlets, each by name, then functions and scripts. */
  private search(name: string): readonly CommandInfo[] {
    const pattern = new WildcardPattern(name, true);
    const found = this.cmdlet.context.session
      .listCommands()
      .filter((info) => pattern.isMatch(info.name) && this.isWanted(info));
    const rank = ({ commandType }: CommandInfo): number =>
      commandType === "Alias" ? 0 : commandType === "Cmdlet" ? 1 : 2;
    const key = (info: CommandInfo): string => (rank(info) === 2 ? "" : info.name.toLowerCase());
    return [...found].sort((a, b) => rank(a) - rank(b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  }

  private isWanted(info: CommandInfo): boolean {
    return this.isOfCategory(info) && criteria.every((criterion) => this.meets(info, criterion));
  }

  private isOfCategory(info: CommandInfo): boolean {
    const { bound, cmdlet } = this;
    if (bound.Category === undefined) return true;
    const wanted = namesOf(cmdlet, bound.Category).map((each) => each.toLowerCase());
    return wanted.includes("all") || wanted.includes(shownType(info).toLowerCase());
  }

  /** Whether one of the patterns fits what the command's help says of the kind; an empty one asks for nothing. */
  private meets(info: CommandInfo, criterion: Criterion): boolean {
    const { cmdlet } = this;
    const wanted = this.bound[criterion];
    const patterns = wanted === undefined ? [] : namesOf(cmdlet, wanted).filter((pattern) => pattern !== "");
    if (patterns.length === 0) return true;
    const value = this.fact(info, criterion);
    return patterns.some((pattern) => new WildcardPattern(pattern, true).isMatch(value));
  }

  private fact(info: CommandInfo, name: Criterion): string {
    const { context } = this.cmdlet;
    const target = resolvedCommand(context, info);
    // Only comments name such things: the help of cmdlets need not be made for it.
    if (target === undefined || target.commandType === "Cmdlet" || target.commandType === "Application") return "";
    return displayText(context, note(commandHelp(context, target), name));
  }

  private show(info: CommandInfo, asAlias = false): void {
    const { cmdlet } = this;
    const { context, parameterSetName } = cmdlet;
    const target = resolvedCommand(context, info);
    if (target === undefined) {
      this.writeNotFound(info.name);
      return;
    }
    if (asAlias && info.commandType === "Alias") {
      cmdlet.writeObject(aliasHelp(info.name, target.name));
      return;
    }
    if (parameterSetName === "Online")
      throw notEmulated("a browser for -Online", `Get-Help ${target.name} shows what there is here.`);
    // The help is in a window of its own: the console shows nothing.
    if (parameterSetName === "ShowWindow") return;
    const object = commandHelp(context, target);
    if (parameterSetName === "Parameters") this.showParameters(object);
    else cmdlet.writeObject(this.inView(object));
  }

  /** The object with the type names by which the wanted view is found. */
  private inView(object: PSCustomObject): PSCustomObject {
    const { bound, fullByDefault, cmdlet } = this;
    const { parameterSetName: set } = cmdlet;
    if (set !== "DetailedView" && set !== "Examples" && set !== "AllUsersView") return object;
    if (set === "AllUsersView" && !bound.Full && !fullByDefault) return object;
    const names = object.typeNames ?? [];
    object.typeNames = [...names.map((name) => `${name}#${viewNames[set]}`), ...names];
    return object;
  }

  private showParameters(object: PSCustomObject): void {
    const { bound, cmdlet } = this;
    const names = bound.Parameter === undefined ? [] : namesOf(cmdlet, bound.Parameter);
    const patterns = names.map((name) => new WildcardPattern(name, true));
    const all = listOf(note(note(object, "parameters"), "parameter"));
    const found = all.filter((parameter) => {
      const name = displayText(cmdlet.context, note(parameter, "name"));
      return patterns.some((pattern) => pattern.isMatch(name));
    });
    for (const parameter of found) cmdlet.writeObject(parameter);
    if (found.length > 0) return;
    cmdlet.throwTerminatingError(
      cmdletError({
        id: "NoParmsFound",
        category: "InvalidArgument",
        exception: "PSArgumentException",
        message: `No parameter matches criteria ${names.join(",")}.`,
        target: "System.Management.Automation.ProviderCommandHelpInfo",
        targetType: "ProviderCommandHelpInfo",
      }),
    );
  }

  private short(info: CommandInfo): PSCustomObject {
    const { context } = this.cmdlet;
    const target = resolvedCommand(context, info);
    const Synopsis =
      info.commandType === "Alias"
        ? info.definition
        : target === undefined
          ? ""
          : displayText(context, note(commandHelp(context, target), "Synopsis"));
    return helpPart(["HelpInfoShort"], {
      Name: info.name,
      Category: shownType(info),
      Synopsis,
      ModuleName: info.commandType === "Cmdlet" ? info.source : "",
      Component: this.fact(info, "Component"),
      Role: this.fact(info, "Role"),
      Functionality: this.fact(info, "Functionality"),
    });
  }

  private writeNotFound(name: string): void {
    const { languageVersion } = this.cmdlet.context.facts;
    // 3.0 and later as asked of 7; 2.0 from memory.
    const message =
      languageVersion < 3
        ? `Cannot find Help for topic "${name}".`
        : `Get-Help could not find ${name} in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.`;
    this.cmdlet.writeError(
      cmdletError({ id: "HelpNotFound", category: "ResourceUnavailable", exception: "HelpNotFoundException", message }),
    );
  }
}

function aliasHelp(name: string, target: string): PSCustomObject {
  return helpPart(["AliasHelpInfo", "HelpInfo"], {
    Name: name,
    Category: "Alias",
    Synopsis: target,
    Component: "",
    Role: "",
    Functionality: "",
  });
}

function note(value: Value, name: string): Value {
  const member = value instanceof PSCustomObject ? value.instanceMembers.get(name) : undefined;
  return member?.kind === "NoteProperty" ? member.value : null;
}

function listOf(value: Value): readonly Value[] {
  if (value === null) return [];
  return value instanceof PSArray ? value.items : [value];
}
