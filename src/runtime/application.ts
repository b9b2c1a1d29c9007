import { enumerate } from "../values/enumeration.js";
import { ErrorRecord, ExceptionObject } from "../values/errors.js";
import { isNull } from "../values/objects.js";
import { toText } from "../values/text.js";
import { typeNamed } from "../values/types.js";
import type { Value } from "../values/value.js";
import type { CommandMetadata } from "./command-metadata.js";
import type { ApplicationInfo, CommandArgument, CommandInvocation, CommandProcessor } from "./commands.js";
import type { ExecutionContext } from "./execution-context.js";
import { engineOf } from "./script-command.js";

/** One run of a program. */
export interface ApplicationRun {
  readonly context: ExecutionContext;
  /** The words behind its name. */
  readonly arguments: readonly string[];
  /** The lines that the pipeline gave it. */
  readonly input: readonly string[];
  /** Prints a line. */
  print(line: string): void;
  /** Prints a line to the stream of errors, which the console shows as it is. */
  printError(line: string): void;
}

/** What a program is and does. */
export interface ApplicationDefinition {
  /** With its extension: `ping.exe`. */
  readonly name: string;
  readonly version: string;
  /** Where its file is; left out: `C:\Windows\system32`. */
  readonly folder?: string;
  readonly resource?: NonNullable<ApplicationInfo["resource"]>;
  /** Runs it. Gives the exit code. */
  run(run: ApplicationRun): number;
}

/** Makes a program of Windows a command: its lines are strings, its exit code becomes `$LASTEXITCODE`. */
export function defineApplication({ name, version, folder, resource, run }: ApplicationDefinition): ApplicationInfo {
  return {
    commandType: "Application",
    name,
    path: `${folder ?? "C:\\Windows\\system32"}\\${name}`,
    version,
    ...(resource === undefined ? {} : { resource }),
    metadata: () => ({ ...declaresNothing, name }),
    start: (invocation) => new ApplicationProcessor(name, run, invocation),
  };
}

const declaresNothing: Omit<CommandMetadata, "name"> = {
  parameters: [],
  defaultParameterSet: null,
  supportsShouldProcess: false,
  confirmImpact: "Medium",
  errorTypeName: "",
  isCompiled: false,
  isAdvanced: false,
};

class ApplicationProcessor implements CommandProcessor {
  private readonly input: string[] = [];

  constructor(
    private readonly name: string,
    private readonly run: ApplicationDefinition["run"],
    private readonly invocation: CommandInvocation,
  ) {}

  begin(): void {}

  process(input: Value): void {
    this.input.push(toText(this.invocation.context, input));
  }

  end(): void {
    const { context, streams } = this.invocation;
    const exitCode = this.run({
      context,
      arguments: this.invocation.arguments.flatMap((argument) => wordsOf(context, argument)),
      input: this.input,
      print: (line) => streams.output.write(line),
      printError: (line) => this.printError(line),
    });
    const engine = engineOf(context);
    engine.globalScope.setVariable("LASTEXITCODE", exitCode);
    if (exitCode !== 0) engine.noteFailure();
  }

  /** The console shows the stream of errors as text; redirected, its lines become error records. */
  private printError(line: string): void {
    const { streams, context, invocationInfo } = this.invocation;
    if (streams.isErrorRedirected !== true) {
      context.host.write(`${line}\n`);
      return;
    }
    const record = new ErrorRecord({
      exception: new ExceptionObject(typeNamed("System.Management.Automation.RemoteException"), line, null),
      errorId: "NativeCommandError",
      category: "NotSpecified",
      target: line,
    });
    record.amend({ invocation: { ...invocationInfo, commandName: this.name } });
    streams.error.write(record);
  }
}

/** The words that an argument becomes: each element of an array is one, nothing becomes none. */
function wordsOf(context: ExecutionContext, argument: CommandArgument): readonly string[] {
  const { value } = argument;
  const words = value === undefined || isNull(value) ? [] : texts(context, value);
  if (argument.kind === "value") return words;
  const name = `-${argument.name}`;
  if (!argument.hasValue) return [name];
  return [`${name}:${words[0] ?? ""}`, ...words.slice(1)];
}

function texts(context: ExecutionContext, value: Value): readonly string[] {
  const elements = enumerate(value);
  if (elements === null) return [toText(context, value)];
  return [...elements].flatMap((element) => (isNull(element) ? [] : [toText(context, element)]));
}
