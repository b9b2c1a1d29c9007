import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { positionOf } from "../../runtime/errors.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { Collector } from "../../runtime/pipes.js";
import { engineOf } from "../../runtime/script-command.js";
import { tryConvertTo } from "../../values/conversion/index.js";
import { toItems } from "../../values/enumeration.js";
import { PSArray, PSDictionary, toText, typeNamed, type Value } from "../../values/index.js";
import { ScriptBlock, type SourceText } from "../../values/script-block.js";
import { Version } from "../../values/simple-values.js";
import { cmdletError } from "../error-record.js";
import type { ModuleFile } from "./module-files.js";

/** What a manifest may say, in the order in which the engine lists it. */
const members = (
  "ModuleToProcess NestedModules GUID Author CompanyName Copyright ModuleVersion Description PowerShellVersion " +
  "PowerShellHostName PowerShellHostVersion CLRVersion DotNetFrameworkVersion ProcessorArchitecture RequiredModules " +
  "TypesToProcess FormatsToProcess ScriptsToProcess PrivateData RequiredAssemblies ModuleList FileList " +
  "FunctionsToExport VariablesToExport AliasesToExport CmdletsToExport DscResourcesToExport CompatiblePSEditions " +
  "HelpInfoURI RootModule DefaultCommandPrefix"
).split(" ");

/** A module manifest that was read: a `.psd1` file's hashtable. */
export class ModuleManifest {
  constructor(
    private readonly context: ExecutionContext,
    readonly file: ModuleFile,
    private readonly entries: PSDictionary,
  ) {}

  get(name: string): Value | undefined {
    const key = name.toLowerCase();
    return [...this.entries.entries()].find((entry) => toText(this.context, entry.key).toLowerCase() === key)?.value;
  }
  text(name: string): string {
    const value = this.get(name);
    return value === undefined || value === null ? "" : toText(this.context, value);
  }
  /** Elements as texts; `null` when the manifest says nothing of it. */
  list(name: string): readonly string[] | null {
    const value = this.get(name);
    return value === undefined || value === null ? null : toItems(value).map((item) => toText(this.context, item));
  }
  items(name: string): readonly Value[] {
    const value = this.get(name);
    return value === undefined || value === null ? [] : toItems(value);
  }
  converted(name: string, typeName: string): Value {
    const value = this.get(name);
    return value === undefined ? null : (tryConvertTo(this.context, value, typeNamed(typeName)) ?? null);
  }
  get version(): Version {
    const version = this.converted("ModuleVersion", "System.Version");
    return version instanceof Version ? version : new Version(0, 0);
  }
  /** The script that is the module's code; empty: it has none. */
  get root(): string {
    return this.text("RootModule") || this.text("ModuleToProcess");
  }
  get tags(): PSArray {
    const data = this.get("PrivateData");
    const own = data instanceof PSDictionary ? data.get("PSData") : undefined;
    const tags = own instanceof PSDictionary ? own.get("Tags") : undefined;
    return new PSArray(tags === undefined || tags === null ? [] : [...toItems(tags)]);
  }
}

/** Who reads a manifest: a cmdlet, or the search for a command. */
export type ManifestReader = Pick<CmdletRuntime, "context" | "throwTerminatingError">;

/** Reads a manifest; ends the cmdlet's statement when it is none. */
export function readManifest(cmdlet: ManifestReader, file: ModuleFile): ModuleManifest {
  const { context } = cmdlet;
  const engine = engineOf(context);
  const source: SourceText = { text: file.text.replace(/^\uFEFF/, ""), file: file.path };
  const { tree, errors } = engine.parse(source.text);
  const [first] = errors;
  if (first !== undefined) return cmdlet.throwTerminatingError(invalidManifest(file, placed(context, source, first)));
  const refused = commandsIn(tree).find((node) => !allowed.has(commandName(node).toLowerCase()));
  if (refused !== undefined) {
    const message = `The command '${commandName(refused)}' is not allowed in restricted language mode or a Data section.`;
    return cmdlet.throwTerminatingError(invalidManifest(file, placed(context, source, { ...refused, message })));
  }
  const output = new Collector(engine);
  context.invokeBlock(new ScriptBlock(tree, source), { output });
  const entries = output.result();
  if (!(entries instanceof PSDictionary)) return cmdlet.throwTerminatingError(invalidManifest(file, ""));
  const wrong = [...entries.entries()]
    .map(({ key }) => toText(context, key))
    .filter((key) => !members.some((member) => member.toLowerCase() === key.toLowerCase()));
  if (wrong.length > 0) return cmdlet.throwTerminatingError(invalidMembers(file, wrong));
  return new ModuleManifest(context, file, entries);
}

/** Commands that a manifest's text may call. */
const allowed: ReadonlySet<string> = new Set(["import-localizeddata", "convertfrom-stringdata", "join-path"]);

interface CommandNode {
  readonly start: number;
  readonly end: number;
  readonly commandElements: readonly { readonly value?: unknown }[];
}

/** The commands anywhere in a syntax tree. */
function commandsIn(node: unknown): readonly CommandNode[] {
  if (typeof node !== "object" || node === null) return [];
  const inside = (Array.isArray(node) ? node : Object.values(node)).flatMap(commandsIn);
  return isCommand(node) ? [node, ...inside] : inside;
}
function isCommand(node: object): node is CommandNode {
  return "kind" in node && node.kind === "Command";
}
function commandName({ commandElements: [name] }: CommandNode): string {
  return typeof name?.value === "string" ? name.value : "";
}

function placed(
  { services }: ExecutionContext,
  source: SourceText,
  { start, end, message }: { readonly start: number; readonly end: number; readonly message: string },
): string {
  return `${services.positionText(positionOf(source, { start, end }))}\n${message}`;
}

// Texts of the running engine (7.6).
function invalidManifest({ path }: ModuleFile, why: string) {
  return cmdletError({
    id: "Modules_InvalidManifest",
    category: "ResourceUnavailable",
    exception: "MissingMemberException",
    message: `The module manifest '${path}' could not be processed because it is not a valid PowerShell module manifest file. Remove the elements that are not permitted: ${why}`,
    target: path,
  });
}
function invalidMembers({ path }: ModuleFile, names: readonly string[]) {
  const quoted = (all: readonly string[]): string => all.map((name) => `'${name}'`).join(", ");
  return cmdletError({
    id: "Modules_InvalidManifestMember",
    category: "InvalidData",
    exception: "InvalidOperationException",
    message: `The '${path}' module cannot be imported because its manifest contains one or more members that are not valid. The valid manifest members are (${quoted(members)}). Remove the members that are not valid (${quoted(names)}), then try to import the module again.`,
    target: path,
  });
}
