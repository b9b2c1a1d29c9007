import { parseArgs } from "node:util";
import { type EditionName, editionNames, type ShellOptions, topologies } from "../index.js";

/** What the command was asked to do. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | { readonly name: "wrong"; readonly message: string }
  | { readonly name: "prompt"; readonly options: ShellOptions }
  | { readonly name: "run"; readonly file: string; readonly options: ShellOptions }
  | { readonly name: "replay"; readonly file: string; readonly stay: boolean; readonly options: ShellOptions }
  | { readonly name: "record"; readonly file: string; readonly options: ShellOptions }
  | {
      readonly name: "verify";
      readonly files: readonly string[];
      readonly update: boolean;
      readonly options: ShellOptions;
    };

type OrganizationName = keyof typeof topologies;

const organizationNames = Object.keys(topologies) as OrganizationName[];

export const usage = `ems: the Exchange Management Shell without Exchange

  ems                 a prompt; in a pipe, the lines of standard input, one entry after another
  ems run FILE        runs a script and shows what it prints
  ems replay FILE     plays a console transcript again and compares what is shown; exits with 1 when it differs
    --stay            goes on at a prompt, in the organization that the transcript leaves behind
  ems record FILE     a prompt as above, and the session as a transcript in FILE, which can be replayed
  ems verify FILE…    plays the console blocks of Markdown files and transcripts; exits with 1 when one differs
    --update          writes what is shown now into the files

  --edition NAME      ${editionNames.join(", ")} (Exchange2010)
  --org NAME          the organization to begin with: ${organizationNames.join(", ")} (headOffice)
  --width N           columns of the window (120; at a prompt, those of the terminal)
  --help, --version`;

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
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      edition: { type: "string" },
      org: { type: "string" },
      width: { type: "string" },
      stay: { type: "boolean" },
      update: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
  });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const options: ShellOptions = {
    ...(values.edition === undefined ? {} : { edition: editionOf(values.edition) }),
    ...(values.org === undefined ? {} : { topology: topologies[organizationOf(values.org)] }),
    ...(values.width === undefined ? {} : { width: widthOf(values.width) }),
  };
  const [name, ...files] = positionals;
  if (values.stay && name !== "replay") throw new RangeError("--stay belongs to 'ems replay FILE'.");
  if (values.update && name !== "verify") throw new RangeError("--update belongs to 'ems verify FILE…'.");
  if (name === undefined) return { name: "prompt", options };
  if (name === "verify") return { name, files: someFiles(files), update: values.update ?? false, options };
  if (name !== "run" && name !== "replay" && name !== "record")
    throw new RangeError(`There is no command '${name}'; there are run, replay, record and verify.`);
  const file = oneFile(name, files);
  return name === "replay" ? { name, file, stay: values.stay ?? false, options } : { name, file, options };
}

function oneFile(name: string, [file, ...rest]: readonly string[]): string {
  if (file === undefined) throw new RangeError(`'ems ${name}' needs a FILE.`);
  if (rest.length > 0) throw new RangeError(`'ems ${name}' takes one FILE; what is '${rest[0]}'?`);
  return file;
}

function someFiles(files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new RangeError("'ems verify' needs a FILE.");
  return files;
}

function editionOf(text: string): EditionName {
  return oneOf("edition", text, editionNames);
}

function organizationOf(text: string): OrganizationName {
  return oneOf("organization", text, organizationNames);
}

function oneOf<Name extends string>(what: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw new RangeError(`There is no ${what} '${text}'; there are ${names.join(", ")}.`);
  return found;
}

/** Narrower than this the shell has no room to print in. */
const narrowest = 10;

function widthOf(text: string): number {
  const width = Number(text);
  if (Number.isInteger(width) && width >= narrowest) return width;
  throw new RangeError(`--width takes a whole number from ${narrowest} on, not '${text}'.`);
}
