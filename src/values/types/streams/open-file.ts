import { argumentError, netError } from "../../net-errors.js";
import type { ValueContext } from "../../value-context.js";
import { FileStream, givenPath, packed, sessionFiles } from "./byte-stream.js";

/** System.IO.FileMode. */
export type FileMode = "CreateNew" | "Create" | "Open" | "OpenOrCreate" | "Truncate" | "Append";
/** System.IO.FileAccess. */
export type FileAccess = "Read" | "Write" | "ReadWrite";

/**
 * Opens a file as FileStream's constructor does. Nothing is locked: there is one session only.
 * Throws FileNotFoundException, DirectoryNotFoundException, IOException for a file that must not be there,
 * UnauthorizedAccessException for a directory, ArgumentException for an access that the mode does not allow.
 */
export function openFile(
  context: ValueContext,
  given: string | null,
  mode: FileMode,
  access: FileAccess = mode === "Append" ? "Write" : "ReadWrite",
): FileStream {
  const files = sessionFiles(context);
  const path = files.fullPath(givenPath(context, given));
  const isUnfit =
    mode === "Append" ? access !== "Write" : access === "Read" && mode !== "Open" && mode !== "OpenOrCreate";
  if (isUnfit) {
    const message = `Combining FileMode: ${mode} with FileAccess: ${access} is invalid.`;
    throw argumentError(context, message, "access");
  }
  if (files.isDirectory(path))
    throw netError("System.UnauthorizedAccessException", `Access to the path '${path}' is denied.`);
  const exists = files.exists(path);
  if (mode === "CreateNew" && exists) throw netError("System.IO.IOException", `The file '${path}' already exists.`);
  const isEmpty = mode === "Create" || mode === "CreateNew" || mode === "Truncate" || (!exists && mode !== "Open");
  // A file that must be there is read even when nothing of it stays: that says when it is not.
  const old = mode === "Open" || mode === "Truncate" || !isEmpty ? packed(files.readBytes(path)) : "";
  if (isEmpty && (mode !== "Truncate" || old !== "")) files.writeBytes(path, []);
  const content = isEmpty ? "" : old;
  return new FileStream(path, content, mode === "Append" ? content.length : 0, access !== "Write", access !== "Read");
}
