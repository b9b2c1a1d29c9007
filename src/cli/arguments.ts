import { parseArgs } from "node:util";
import { type EditionName, editionNames } from "../shell/edition-names.js";
import { allTolerances, defaultTolerances, type Tolerance } from "../transcripts/tolerance-names.js";
import { type CommandName, commandNamed, takersOf, takes, typedCommands } from "./commands.js";
import { type OptionName, options, readable } from "./options.js";

/** What a session of the command begins with; the organization is a name or a file, which is not read yet. */
export interface SessionArguments {
  readonly edition?: EditionName;
  readonly width?: number;
  readonly org?: string;
  readonly noColor: boolean;
}

/** What the command was asked to do. */
export type Command =
  | { readonly name: "help"; readonly about: CommandName | undefined }
  | { readonly name: "version" }
  | { readonly name: "wrong"; readonly message: string }
  | { readonly name: "prompt"; readonly session: SessionArguments }
  | {
      readonly name: "run";
      readonly file: string;
      readonly arguments: readonly string[];
      readonly files: string | undefined;
      readonly write: boolean;
      readonly json: boolean;
      readonly session: SessionArguments;
    }
  | {
      readonly name: "replay";
      readonly file: string;
      readonly stay: boolean;
      readonly infer: boolean;
      readonly tolerances: readonly Tolerance[];
      readonly session: SessionArguments;
    }
  | { readonly name: "record"; readonly file: string; readonly session: SessionArguments }
  | {
      readonly name: "verify";
      readonly files: readonly string[];
      readonly update: boolean;
      readonly tolerances: readonly Tolerance[];
      readonly session: SessionArguments;
    }
  | {
      readonly name: "org";
      readonly what: OrganizationCommand;
      readonly files: readonly string[];
      readonly org: string | undefined;
      readonly out: string | undefined;
      readonly edition: EditionName | undefined;
    };

const organizationCommands = ["new", "show", "export", "import", "infer"] as const;
export type OrganizationCommand = (typeof organizationCommands)[number];

/** Reads the arguments of the command line; what is wrong with them comes back as a command of its own. */
export function readArguments(args: readonly string[]): Command {
  try {
    return commandOf(args);
  } catch (error) {
    // parseArgs throws a TypeError with a sentence for the user; a wrong value throws a RangeError.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return { name: "wrong", message: error.message };
  }
}

function commandOf(args: readonly string[]): Command {
  const { own, scripts } = separated(args);
  const { values, positionals } = parseArgs({ args: [...own], allowPositionals: true, options: readable });
  const [typed, ...files] = positionals;
  const name = typed === undefined ? "prompt" : commandNamed(typed);
  if (values.help) return { name: "help", about: typed === undefined ? undefined : name };
  if (values.version) return { name: "version" };
  if (name === undefined)
    throw new RangeError(`There is no command '${typed}'; there are ${typedCommands.join(", ")}.`);
  const given = Object.keys(values).find((option) => !takes(name, option as OptionName)) as OptionName | undefined;
  if (given !== undefined) throw new RangeError(`--${given} belongs to ${takersOf(given)}.`);
  const text = (option: OptionName): string | undefined => {
    const value = values[option];
    return typeof value === "string" ? value : undefined;
  };
  const session = sessionOf(text, values["no-color"] === true);
  switch (name) {
    case "prompt":
      return { name, session };
    case "run": {
      const [file = oneFile(name, files)] = files;
      if (values.write === true && text("files") === undefined)
        throw new RangeError("--write needs --files DIR: where should it write?");
      return {
        name,
        file,
        arguments: scripts,
        files: text("files"),
        write: values.write === true,
        json: values.json === true,
        session,
      };
    }
    case "replay":
      if (values.infer === true && session.org !== undefined)
        throw new RangeError("--infer makes the organization of the transcript; --org gives another. Which one?");
      return {
        name,
        file: oneFile(name, files),
        stay: values.stay === true,
        infer: values.infer === true,
        tolerances: tolerancesOf(text("tolerate")),
        session,
      };
    case "record":
      return { name, file: oneFile(name, files), session };
    case "verify":
      return {
        name,
        files: someFiles("ems verify", files),
        update: values.update === true,
        tolerances: tolerancesOf(text("tolerate")),
        session,
      };
    case "org":
      return organizationCommand(files, text("org"), text("out"), session.edition);
  }
}

/**
 * Takes the arguments of a script apart from those of ems: behind `run SCRIPT`, what begins with two dashes is ours and
 * takes its value with it, up to a lone `--`.
 */
function separated(args: readonly string[]): { readonly own: readonly string[]; readonly scripts: readonly string[] } {
  const own: string[] = [];
  const scripts: string[] = [];
  let words = 0;
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] as string;
    const isOurs = argument.startsWith("--");
    if (words >= 2 && argument === "--") return { own, scripts: [...scripts, ...args.slice(i + 1)] };
    if (isOurs || words < 2 || own[0] === undefined) own.push(argument);
    else scripts.push(argument);
    if (!isOurs) words++;
    // The first word has to be run; another command has no arguments of a script.
    if (words === 1 && !isOurs && argument !== "run") return { own: args, scripts: [] };
    const name = argument.slice(2);
    const takesValue = isOurs && isOption(name) && options[name].type === "string";
    if (takesValue && args[i + 1] !== undefined) own.push(args[++i] as string);
  }
  return { own, scripts };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function organizationCommand(
  [what, ...files]: readonly string[],
  org: string | undefined,
  out: string | undefined,
  edition: EditionName | undefined,
): Command {
  const known = organizationCommands.find((each) => each === what);
  if (known === undefined) throw new RangeError(`'ems org' needs one of ${organizationCommands.join(", ")}.`);
  if (edition !== undefined && known !== "infer")
    throw new RangeError("--edition belongs to 'ems org infer', not to others.");
  if (org !== undefined && known === "infer")
    throw new RangeError("'ems org infer' begins with nothing but its transcripts, and takes no --org.");
  if (known === "import" || known === "infer") someFiles(`ems org ${known}`, files);
  else if (files.length > (known === "new" ? 1 : 0))
    throw new RangeError(`'ems org ${known}' takes no further FILE; what is '${files.at(-1)}'?`);
  return { name: "org", what: known, files, org, out, edition };
}

function sessionOf(text: (option: OptionName) => string | undefined, noColor: boolean): SessionArguments {
  const edition = text("edition");
  const width = text("width");
  const org = text("org");
  return {
    ...(edition === undefined ? {} : { edition: editionOf(edition) }),
    ...(width === undefined ? {} : { width: widthOf(width) }),
    ...(org === undefined ? {} : { org }),
    noColor,
  };
}

function oneFile(name: string, [file, ...rest]: readonly string[]): string {
  if (file === undefined) throw new RangeError(`'ems ${name}' needs a FILE.`);
  if (rest.length > 0) throw new RangeError(`'ems ${name}' takes one FILE; what is '${rest[0]}'?`);
  return file;
}

function someFiles(command: string, files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new RangeError(`'${command}' needs a FILE.`);
  return files;
}

function editionOf(text: string): EditionName {
  const found = editionNames.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw new RangeError(`There is no edition '${text}'; there are ${editionNames.join(", ")}.`);
  return found;
}

/** `blankLines,guids`, or `all`; what is forgiven without the option is forgiven with it. */
function tolerancesOf(text: string | undefined): readonly Tolerance[] {
  if (text === undefined) return defaultTolerances;
  if (text.toLowerCase() === "all") return allTolerances;
  const given = text.split(",").map((typed) => {
    const found = allTolerances.find((name) => name.toLowerCase() === typed.trim().toLowerCase());
    if (found !== undefined) return found;
    throw new RangeError(`There is no tolerance '${typed}'; there are ${allTolerances.join(", ")}, and all.`);
  });
  return [...new Set([...defaultTolerances, ...given])];
}

/** Narrower than this the shell has no room to print in. */
const narrowest = 10;

function widthOf(text: string): number {
  const width = Number(text);
  if (Number.isInteger(width) && width >= narrowest) return width;
  throw new RangeError(`--width takes a whole number from ${narrowest} on, not '${text}'.`);
}
