import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { displayText } from "../../values/text.js";
import { cmdletError } from "../error-record.js";
import { addMember, asObject } from "../instance-members.js";
import { childPath, driveError, findNode, fullPath, providerPath, writeFile } from "../management/paths.js";
import { environmentText, headerText, stamp } from "./transcript-text.js";
import { transcriptsKey } from "./transcription.js";

export const startTranscript = defineCmdlet({
  name: "Start-Transcript",
  typeName: "Microsoft.PowerShell.Commands.StartTranscriptCommand",
  source: "Microsoft.PowerShell.Host",
  synopsis: "Writes what the console shows into a file, from now on.",
  defaultParameterSet: "ByPath",
  supportsShouldProcess: true,
  parameters: {
    Path: { type: "string", position: 0, sets: ["ByPath"] },
    LiteralPath: { type: "string", position: 0, sets: ["ByLiteralPath"], aliases: ["PSPath", "LP"] },
    OutputDirectory: { since: 5, type: "string", sets: ["ByOutputDirectory"] },
    Append: { type: "switch" },
    Force: { type: "switch", coverage: "accepted" },
    NoClobber: { type: "switch", aliases: ["NoOverwrite"] },
    IncludeInvocationHeader: { since: 5, type: "switch" },
    UseMinimalHeader: { since: 7, type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    begin(): void {
      const { context } = cmdlet;
      const transcripts = extensionOf(context, transcriptsKey);
      const given = parameters.LiteralPath ?? parameters.Path ?? usualPath(cmdlet, parameters.OutputDirectory);
      const path =
        given === undefined ? defaultPath(cmdlet, parameters.OutputDirectory) : transcriptPath(cmdlet, given);
      if (!cmdlet.shouldProcess(path)) return;
      if (transcripts.open.length > 0 && context.facts.languageVersion < 5)
        cmdlet.throwTerminatingError(alreadyStarted());
      const there = findNode(cmdlet, path)?.node;
      if (there?.kind === "directory") cmdlet.throwTerminatingError(cannotStart(path));
      if (there !== undefined && parameters.NoClobber && !parameters.Append) {
        cmdlet.throwTerminatingError(noClobber(path));
      }
      const old = parameters.Append && there?.kind === "file" ? there.text : "";
      const header = parameters.UseMinimalHeader ? minimalHeader(cmdlet) : headerText(context);
      writeFile(cmdlet, path, old);
      transcripts.start({ path, withInvocationHeader: parameters.IncludeInvocationHeader }, header);
      const message = asObject(`Transcript started, output file is ${path}`);
      addMember(message, { kind: "NoteProperty", name: "Path", value: path });
      cmdlet.writeObject(message);
    },
  }),
});

/** What `$Transcript` says, where neither a path nor a directory is given. */
function usualPath({ context }: CmdletRuntime, directory: string | undefined): string | undefined {
  if (directory !== undefined) return undefined;
  const value = context.session.globalScope.variable("Transcript")?.value ?? null;
  return value === null ? undefined : displayText(context, value);
}

/** The absolute path of a file; what is none cannot be written to. */
function transcriptPath(cmdlet: CmdletRuntime, given: string): string {
  const other = providerPath(cmdlet, given);
  if (other !== null) cmdlet.throwTerminatingError(otherProvider(other.provider));
  const path = fullPath(cmdlet, given);
  const error = driveError(cmdlet, path);
  if (error !== null) cmdlet.throwTerminatingError(error);
  return path;
}

/** Title and time only. */
function minimalHeader({ context }: CmdletRuntime): string {
  const lines = headerText(context).split("\r\n");
  return [...lines.slice(0, 3), lines[0]].map((line) => `${line}\r\n`).join("");
}

/** In the user's documents. 5.0 on, the name holds the machine and eight characters of chance. */
function defaultPath(cmdlet: CmdletRuntime, directory: string | undefined): string {
  const { context } = cmdlet;
  const folder = directory === undefined ? "C:\\Users\\Administrator\\Documents" : fullPath(cmdlet, directory);
  const time = stamp(context);
  if (context.facts.languageVersion < 5) return childPath(folder, `PowerShell_transcript.${time}.txt`);
  const machine = environmentText(context, "COMPUTERNAME");
  return childPath(folder, `PowerShell_transcript.${machine}.${chance(cmdlet)}.${time}.txt`);
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+_";

function chance({ context }: CmdletRuntime): string {
  let text = "";
  for (let i = 0; i < 8; i++) text += letters.charAt(Math.floor(context.random() * letters.length));
  return text;
}

/** 5.0 on, several transcripts can be open at once. */
function alreadyStarted() {
  return cmdletError({
    id: "InvalidOperation",
    category: "InvalidOperation",
    exception: "PSInvalidOperationException",
    message: "Transcription has already been started. Use the stop-transcript command to stop transcription.",
  });
}

/** Text from memory. */
function otherProvider(provider: string) {
  return cmdletError({
    id: "ReadWriteFileNotFileSystemProvider",
    category: "InvalidArgument",
    exception: "PSInvalidOperationException",
    message: `The current provider (Microsoft.PowerShell.Core\\${provider}) cannot open a file.`,
  });
}

/** Text from memory. */
function cannotStart(path: string) {
  return cmdletError({
    id: "CannotStartTranscription",
    category: "InvalidOperation",
    exception: "PSInvalidOperationException",
    message: `Transcription cannot be started due to the error: Access to the path '${path}' is denied.`,
  });
}

function noClobber(path: string) {
  return cmdletError({
    id: "NoClobber",
    category: "ResourceExists",
    exception: "UnauthorizedAccessException",
    message: `File ${path} already exists and NoClobber was specified.`,
    target: path,
  });
}
