import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { enumerate, isNull, toText, type Value } from "../../values/index.js";
import { namedPathOrLiteralPath, pathFilters } from "./path-parameters.js";
import { directoryNotFound, expandPath, findNode, fullPath, parentExists, pathNotFound } from "./paths.js";

/** Line end of text files as Windows writes them. */
export const newLine = "\r\n";

/** The parameters that the *-Content cmdlets share. */
export const contentPathParameters = {
  ...namedPathOrLiteralPath,
  ...pathFilters,
  Force: { type: "switch", coverage: "accepted" },
  Credential: { type: "object", coverage: "refused" },
  Encoding: { type: "object", coverage: "accepted" },
  Stream: { since: 3, type: "string", coverage: "refused" },
} as const;

/** Absolute paths of files to be written: those that a wildcard means, or the path itself. Errors are written. */
export function filesToWrite(
  cmdlet: CmdletRuntime,
  path: string,
  literal: boolean,
  errorId: string,
): readonly string[] {
  const found = expandPath(cmdlet, path, literal);
  if (found.length > 0) return found.map((item) => item.path);
  const absolute = fullPath(cmdlet, path);
  if (parentExists(cmdlet, absolute)) return [absolute];
  cmdlet.writeError(directoryNotFound(cmdlet, absolute, errorId));
  return [];
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
