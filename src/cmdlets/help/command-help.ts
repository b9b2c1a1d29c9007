import type { CommandMetadata, ParameterMetadata } from "../../runtime/command-metadata.js";
import type { CommandInfo } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { PSCustomObject } from "../../values/objects.js";
import type { ScriptBlock } from "../../values/script-block.js";
import type { CommentHelp } from "./comment-help.js";
import { declaredHelp } from "./declared-help.js";
import { findCommentHelp, parameterComment } from "./find-comment-help.js";
import { helpUri } from "./help-uris.js";
import { isSwitch, type WrittenHelp, writtenHelp } from "./written-help.js";

/** A command that has help of its own: an alias has that of what it stands for. */
export type HelpedCommand = Exclude<CommandInfo, { readonly commandType: "Alias" }>;

/** How many links to other help are followed. */
const longestForwarding = 8;

/** The help of a command: what its comments say, what is written about it here, or what its declaration says. */
export function commandHelp(context: ExecutionContext, info: HelpedCommand, forwarded = 0): PSCustomObject {
  if (info.commandType === "Cmdlet") return cmdletHelp(context, info);
  if (info.commandType === "Application") {
    return declaredHelp({ ...common(context, info, info.metadata(context)), aliases: [], remarks: "None" });
  }
  const comments = findCommentHelp(info.scriptBlock, info.commandType === "ExternalScript" ? null : info.name);
  const target = comments?.forwardTo ?? null;
  const other = target === null || forwarded >= longestForwarding ? undefined : context.findCommand(target);
  if (other !== undefined && other.commandType !== "Alias") return commandHelp(context, other, forwarded + 1);
  const metadata = info.metadata(context);
  if (comments !== null) return commentedHelp(context, info, metadata, comments);
  return declaredHelp({ ...common(context, info, metadata), aliases: aliasesOf(context, info.name), remarks: "None" });
}

function common(context: ExecutionContext, info: HelpedCommand, metadata: CommandMetadata) {
  const { languageVersion } = context.facts;
  const category = info.commandType;
  const moduleName = info.commandType === "Cmdlet" ? info.source : "";
  return { name: info.name, category, moduleName, metadata, languageVersion };
}

/**
 * PowerShell 2.0 and Exchange came with their help files; later shells without downloaded help show the declaration.
 * What the files say is not known here: the words are ours.
 */
function cmdletHelp(
  context: ExecutionContext,
  info: Extract<HelpedCommand, { commandType: "Cmdlet" }>,
): PSCustomObject {
  const { metadata, synopsis, bringsHelp } = info;
  const { languageVersion } = context.facts;
  if (synopsis !== undefined && (bringsHelp || languageVersion < 3 || metadata.remote !== undefined)) {
    return writtenHelp({
      ...common(context, info, metadata),
      ...nothingElse,
      synopsis,
      description: synopsis,
      describe: (parameter) => parameterWords(parameter, languageVersion),
      defaultOf: () => "",
    });
  }
  return declaredHelp({
    ...common(context, info, metadata),
    aliases: aliasesOf(context, info.name),
    remarks: partialHelpRemark(info.name, languageVersion),
  });
}

const nothingElse = {
  notes: "",
  examples: [],
  inputs: [],
  outputs: [],
  links: [],
  component: "",
  role: "",
  functionality: "",
} as const;

/** What our own words say of a parameter: the values that it takes, and whether it does anything here. */
function parameterWords(parameter: ParameterMetadata, languageVersion: number): string {
  const element = parameter.type.elementType ?? parameter.type;
  const values = element.isEnum ? (element.definition.enumValues ?? []).map(([name]) => name) : [];
  const since = (parameter.since ?? 2) > languageVersion ? " A later version brought it." : "";
  const coverage = {
    emulated: "",
    accepted: "Taken without effect by the emulator.",
    refused: "Not emulated.",
    missing: "",
  };
  return `${values.length === 0 ? "" : `One of ${values.join(", ")}. `}${coverage[parameter.coverage]}${since}`.trim();
}

function partialHelpRemark(name: string, languageVersion: number): string {
  const uri = helpUri(name, languageVersion);
  const online =
    uri === undefined
      ? ""
      : `\n    -- To view the Help topic for this cmdlet online, type: "Get-Help ${name} -Online" or\n       go to ${uri}.`;
  return `Get-Help cannot find the Help files for this cmdlet on this computer. It is displaying only partial help.\n    -- To download and install Help files for the module that includes this cmdlet, use Update-Help.${online}`;
}

/** All names that stand for a command, in the order in which the session has them. */
function aliasesOf(context: ExecutionContext, name: string): readonly string[] {
  const key = name.toLowerCase();
  return context.session
    .listCommands()
    .flatMap((info) => (info.commandType === "Alias" && info.definition.toLowerCase() === key ? [info.name] : []));
}

function commentedHelp(
  context: ExecutionContext,
  info: Exclude<HelpedCommand, { commandType: "Cmdlet" | "Application" }>,
  metadata: CommandMetadata,
  comments: CommentHelp,
): PSCustomObject {
  const { scriptBlock } = info;
  const help: WrittenHelp = {
    ...common(context, info, metadata),
    ...comments,
    describe: ({ name }) => comments.parameters.get(name.toUpperCase()) ?? parameterComment(scriptBlock, name),
    defaultOf: (parameter) => defaultText(scriptBlock, parameter),
  };
  return writtenHelp(help);
}

const numbers = /^System\.(S?Byte|U?Int(16|32|64)|Double|Single|Decimal)$/;

/** The default of a script's parameter: a constant's value, other source as it is; numbers and switches have one. */
function defaultText({ source, tree }: ScriptBlock, parameter: ParameterMetadata): string {
  const node = tree.paramBlock?.parameters.find(
    ({ name }) => name.variablePath.userPath.toLowerCase() === parameter.name.toLowerCase(),
  );
  const value = node?.defaultValue;
  if (value === undefined) {
    if (parameter.isCommon) return "";
    if (isSwitch(parameter) || parameter.type.fullName === "System.Boolean") return "False";
    return numbers.test(parameter.type.fullName) ? "0" : "";
  }
  if (value.kind === "StringConstantExpression") return value.value;
  const written = source.text.slice(value.start, value.end);
  const constant = { $true: "True", $false: "False", $null: "" }[written.toLowerCase()];
  return constant ?? written;
}
