import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { enumerate, isNull, toText, type Value } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { desktopEncodings, encodingArgument } from "./file-encoding.js";
import { attributeBits, attributesOf } from "./file-info.js";
import { namedPathOrLiteralPath, pathFilters } from "./path-parameters.js";
import { directoryNotFound, expandPath, findNode, fullPath, parentExists, pathNotFound } from "./paths.js";
import { credential } from "./provider-credentials.js";
import { nodeFilter, type PathFilters } from "./selected-nodes.js";

/** Line end of text files as Windows writes them. */
export const newLine = "\r\n";

/** -Encoding of cmdlets that write or read text: up to 5.1 one of a set of names. */
export const encodingParameter = {
  type: "object",
  transform: encodingArgument,
  before7: {
    validate: [{ kind: "ValidateSet", values: desktopEncodings, ignoreCase: true, errorMessage: null }],
    transform: undefined,
  },
} as const;

/** The parameters that the *-Content cmdlets share. */
export const contentPathParameters = {
  ...namedPathOrLiteralPath,
  ...pathFilters,
  Force: { type: "switch" },
  Credential: credential,
  Encoding: {
    type: "object",
    transform: encodingArgument,
    before7: { type: "Microsoft.PowerShell.Commands.FileSystemCmdletProviderEncoding", transform: undefined },
  },
  Stream: { since: 3, type: "string" },
} as const;

/** Absolute paths of files to be written: those that a wildcard means, or the path itself. Errors are written. */
export function filesToWrite(
  cmdlet: CmdletRuntime,
  path: string,
  how: { readonly literal: boolean; readonly errorId: string; readonly force: boolean; readonly filters: PathFilters },
): readonly string[] {
  const found = expandPath(cmdlet, path, how.literal, how.force);
  if (found.length > 0) {
    const accepts = nodeFilter(cmdlet, how.filters);
    const accepted = found.filter(({ node }) => accepts(node));
    return accepted.filter((item) => isWritable(cmdlet, item, how.force)).map((item) => item.path);
  }
  const absolute = fullPath(cmdlet, path);
  if (parentExists(cmdlet, absolute)) return [absolute];
  cmdlet.writeError(directoryNotFound(cmdlet, absolute, how.errorId));
  return [];
}

/** Directories, and without -Force files that are read-only, are not written. */
function isWritable(
  cmdlet: CmdletRuntime,
  { path, node }: ReturnType<typeof expandPath>[number],
  force: boolean,
): boolean {
  const isLocked = (attributesOf(node) & attributeBits.readOnly) !== 0 && !force;
  if (node.kind === "file" && !isLocked) return true;
  cmdlet.writeError(
    cmdletError({
      id: "GetContentWriterUnauthorizedAccessError",
      category: "PermissionDenied",
      exception: "UnauthorizedAccessException",
      message: `Access to the path '${path}' is denied.`,
      target: path,
    }),
  );
  return false;
}

/** The text of an existing file; writes an error when there is none. */
export function readFileText(cmdlet: CmdletRuntime, path: string): string | undefined {
  const found = findNode(cmdlet, path);
  if (found?.node.kind === "file") return found.node.text;
  cmdlet.writeError(pathNotFound(cmdlet, path));
  return undefined;
}

/** Values as the lines of a file: elements of collections one by one. */
export function contentText(cmdlet: CmdletRuntime, value: Value, noNewline: boolean): string {
  let text = "";
  for (const element of enumerate(value) ?? [value]) {
    if (isNull(element) && enumerate(value) === null) continue;
    text += toText(cmdlet.context, element) + (noNewline ? "" : newLine);
  }
  return text;
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): string[] {
  if (text === "") return [];
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
