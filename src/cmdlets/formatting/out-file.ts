import type { ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { formattingOf } from "../../formatting/formatting.js";
import { atStatement, FormattedOutput, type OutDefault } from "../../formatting/out-default.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { Pipe } from "../../runtime/streams.js";
import { type ErrorRecord, PowerShellError } from "../../values/errors.js";
import { cmdletError } from "../error-record.js";
import { encodingParameter, newLine } from "../management/content.js";
import { defaultEncoding, encodingNamed } from "../management/file-encoding.js";
import { attributeBits, attributesOf } from "../management/file-info.js";
import type { FileEncoding } from "../management/file-system.js";
import { fileOpenDenied, fileOpenFailure, findNode, fullPath, parentExists, writeFile } from "../management/paths.js";
import { textWidths } from "./out-string.js";

const parameters = {
  FilePath: { type: "string", sets: ["ByPath"], mandatory: true, position: 0, aliases: ["Path"] },
  LiteralPath: {
    since: 3,
    type: "string",
    sets: ["ByLiteralPath"],
    mandatory: true,
    pipeline: "name",
    aliases: ["PSPath", "LP"],
  },
  Encoding: { ...encodingParameter, position: 1 },
  Append: { type: "switch" },
  Force: { type: "switch" },
  NoClobber: { type: "switch", aliases: ["NoOverwrite"] },
  Width: { type: "int", validate: [{ kind: "ValidateRange", min: 2, max: 2147483647 }] },
  NoNewline: { since: 5, type: "switch" },
  InputObject: { type: "psobject", pipeline: "value" },
} as const satisfies ParameterDeclarations;

/** SPEC A.10. */
export const outFile = defineCmdlet({
  name: "Out-File",
  typeName: "Microsoft.PowerShell.Commands.OutFileCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes the text that the console would show into a file.",
  defaultParameterSet: "ByPath",
  supportsShouldProcess: true,
  parameters,
  create: (bound, cmdlet) => {
    let out: OutDefault | null = null;
    return {
      begin() {
        const path = fullPath(cmdlet, bound.LiteralPath ?? bound.FilePath ?? "");
        if (!cmdlet.shouldProcess(path, "Output to File")) return;
        if (bound.NoClobber && !bound.Append && findNode(cmdlet, path) !== undefined) throw exists(path);
        out = openTextFile(cmdlet.context, path, {
          append: bound.Append,
          lineEnd: bound.NoNewline ? "" : newLine,
          width: bound.Width,
          force: bound.Force,
          encoding: bound.Encoding === undefined ? undefined : encodingNamed(cmdlet.context, bound.Encoding, "utf8"),
        });
      },
      process() {
        const value = bound.InputObject;
        if (value !== undefined) atStatement(() => out?.write(value));
      },
      end() {
        out?.end();
      },
    };
  },
});

export interface TextFileOptions {
  readonly append: boolean;
  /** Overwrites a read-only file. */
  readonly force: boolean;
  /** As the file had it, or as the edition begins one, when undefined. */
  readonly encoding: FileEncoding | undefined;
  readonly lineEnd: string;
  readonly width: number | undefined;
}

/** Objects laid out into a file, which is written when the output ends. Throws when the path cannot be written. */
export function openTextFile(context: ExecutionContext, path: string, options: TextFileOptions): OutDefault {
  const place = { context };
  const old = findNode(place, path);
  if (old === undefined && !parentExists(place, path)) throw failure(fileOpenFailure(place, path));
  const isLocked = old !== undefined && !options.force && (attributesOf(old.node) & attributeBits.readOnly) !== 0;
  if (old?.node.kind === "directory" || isLocked) throw failure(fileOpenDenied(path));
  const isAdded = options.append && old !== undefined;
  const encoding = options.encoding ?? (isAdded ? undefined : defaultEncoding(context, "output"));
  const parts: string[] = options.append && old?.node.kind === "file" ? [old.node.text] : [];
  // The file is there, and empty, as soon as it is opened.
  writeFile(place, path, parts.join(""), encoding);
  const line = (text: string): void => {
    parts.push(text, options.lineEnd);
  };
  const widths = textWidths(context, options.width);
  const out = new FormattedOutput(context, formattingOf(context), { writeLine: line, writeRaw: line }, widths);
  return {
    write: (value) => out.write(value),
    discard: () => out.discard(),
    end() {
      out.end();
      writeFile(place, path, parts.join(""), encoding);
    },
  };
}

/** Where `> path` and `>> path` write. */
export function openRedirection(context: ExecutionContext, path: string, append: boolean): Pipe & { end(): void } {
  return openTextFile(context, fullPath({ context }, path), {
    append,
    lineEnd: newLine,
    width: undefined,
    force: false,
    encoding: undefined,
  });
}

function failure(record: ErrorRecord): PowerShellError {
  return new PowerShellError(record);
}

function exists(path: string): PowerShellError {
  return failure(
    cmdletError({
      id: "NoClobber",
      category: "ResourceExists",
      exception: "IOException",
      message: `The file '${path}' already exists.`,
      target: path,
    }),
  );
}
