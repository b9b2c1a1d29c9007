import type { ParseArgsConfig } from "node:util";

/** An option of the command line, as it is read and as help shows it. */
interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** What stands for its value. */
  readonly value?: string;
  readonly help: string;
}

/** Every option, by its name without the dashes. */
export const options = {
  edition: { type: "string", value: "NAME", help: "which shell to be; Exchange2010 when left out" },
  org: {
    type: "string",
    value: "NAME|FILE",
    help: "the organization to begin with: a name, a file of `ems org`, or a description (docs/command-line.md); headOffice",
  },
  width: { type: "string", value: "N", help: "columns of the window: 120; at a prompt, those of the terminal" },
  files: { type: "string", value: "DIR", help: "a directory whose text files are in C:\\Scripts" },
  write: { type: "boolean", help: "what the script changed below C:\\Scripts is written into DIR" },
  json: { type: "boolean", help: "prints text, status, exit code, errors and objects as JSON, all at the end" },
  stay: { type: "boolean", help: "goes on at a prompt, in the organization that the transcript leaves behind" },
  infer: { type: "boolean", help: "in the organization that the transcript alone tells, with its variables" },
  tolerate: {
    type: "string",
    value: "NAMES",
    help: "in what it may differ: blankLines, columnWidths, lineBreaks, dashes, guids, dates, maskedValues, omittedLines, sessionLines; or all",
  },
  update: { type: "boolean", help: "writes what is shown now into the files" },
  out: { type: "string", value: "FILE", help: "where to write; standard output when left out" },
  "no-color": { type: "boolean", help: "no colours; the variable NO_COLOR does the same" },
  help: { type: "boolean", short: "h", help: "this text; behind a command, more of it" },
  version: { type: "boolean", short: "v", help: "the version" },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** The options as Node's reader of arguments takes them. */
export const readable: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(
  Object.entries<Option>(options).map(([name, { type, short }]) => [
    name,
    { type, ...(short === undefined ? {} : { short }) },
  ]),
);

/** The line of help of an option. */
export function optionHelp(name: OptionName): string {
  const { value, help }: Option = options[name];
  return `  ${`--${name}${value === undefined ? "" : ` ${value}`}`.padEnd(20)}${help}`;
}
