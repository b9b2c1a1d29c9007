import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { FoundScript } from "../../runtime/script-file.js";
import { netError } from "../../values/net-errors.js";
import type { TextFiles } from "../../values/value-context.js";
import { fileBytes, fileOfBytes } from "./file-bytes.js";
import { attributesOf } from "./file-info.js";
import { type FileEncoding, type FileNode, splitPath, withNode, withoutNode } from "./file-system.js";
import {
  type FoundNode,
  filesOf,
  findNode,
  fullPath,
  type HasContext,
  parentExists,
  providerPath,
  writeFile,
} from "./paths.js";

/** The session's files for methods of .NET, such as XmlDocument's Load and Save. */
export function sessionFiles(session: () => ExecutionContext): TextFiles {
  const place = (path: string): { readonly cmdlet: HasContext; readonly full: string } => {
    const cmdlet = { context: session() };
    return { cmdlet, full: fullPath(cmdlet, path) };
  };
  const existing = (path: string): FileNode => {
    const { cmdlet, full } = place(path);
    const found = findNode(cmdlet, full);
    if (found?.node.kind === "file") return found.node;
    if (!parentExists(cmdlet, full)) throw missingDirectory(full);
    throw missingFile(full);
  };
  const something = (path: string): FoundNode => {
    const { cmdlet, full } = place(path);
    const found = findNode(cmdlet, full);
    if (found !== undefined) return found;
    if (!parentExists(cmdlet, full)) throw missingDirectory(full);
    throw missingFile(full);
  };
  const write = (path: string, text: string, encoding?: FileEncoding): void => {
    const { cmdlet, full } = place(path);
    if (!parentExists(cmdlet, full)) throw missingDirectory(full);
    writeFile(cmdlet, full, text, encoding);
  };
  return {
    read: (path) => existing(path).text,
    write: (path, text) => write(path, text),
    readBytes: (path) => fileBytes(existing(path)),
    writeBytes(path, bytes) {
      const { text, encoding } = fileOfBytes(bytes);
      write(path, text, encoding);
    },
    exists(path) {
      const { cmdlet, full } = place(path);
      return findNode(cmdlet, full)?.node.kind === "file";
    },
    remove(path) {
      const { cmdlet, full } = place(path);
      if (!parentExists(cmdlet, full)) throw missingDirectory(full);
      if (findNode(cmdlet, full)?.node.kind !== "file") return;
      const files = filesOf(cmdlet);
      files.root = withoutNode(files.root, splitPath(full), cmdlet.context.now());
    },
    isDirectory(path) {
      const { cmdlet, full } = place(path);
      return findNode(cmdlet, full)?.node.kind === "directory";
    },
    fullPath: (path) => place(path).full,
    transfer(source, target, { isCopy, overwrites }) {
      const from = place(source).full;
      const node = existing(source);
      const { cmdlet, full } = place(target);
      if (!parentExists(cmdlet, full)) throw missingDirectory(full);
      const there = findNode(cmdlet, full);
      if (there !== undefined && !overwrites) throw alreadyThere(cmdlet, full, isCopy);
      const files = filesOf(cmdlet);
      const now = cmdlet.context.now();
      const parts = splitPath(full);
      const placed = { ...node, name: parts.at(-1) ?? node.name, ...(isCopy ? { created: now } : {}) };
      if (!isCopy) files.root = withoutNode(files.root, splitPath(from), now);
      files.root = withNode(files.root, parts, placed, now);
    },
    facts(path) {
      const { cmdlet, full } = place(path);
      const node = findNode(cmdlet, full)?.node;
      if (node === undefined) return undefined;
      const { created, written, accessed = written } = node;
      return { created, written, accessed, attributes: attributesOf(node) };
    },
    change(path, facts) {
      const { path: full, node } = something(path);
      const files = filesOf(place(path).cmdlet);
      files.root = withNode(files.root, splitPath(full), { ...node, ...facts }, node.written);
    },
  };
}

/** Windows does not say which file a move finds in its way; .NET Framework keeps the line end of Windows' message. */
function alreadyThere({ context }: HasContext, path: string, isCopy: boolean) {
  const windows = "Cannot create a file when that file already exists.";
  const moved = context.facts.exceptionTexts === "core" ? windows : `${windows}\r\n`;
  return netError("System.IO.IOException", isCopy ? `The file '${path}' already exists.` : moved);
}

function missingFile(path: string) {
  return netError("System.IO.FileNotFoundException", `Could not find file '${path}'.`);
}

/**
 * The script that a name stands for: by its path, with or without `.ps1`, or in a directory of `$env:Path`, where the
 * current one is not among.
 */
export function findScript(context: ExecutionContext, name: string): FoundScript | undefined {
  const cmdlet = { context };
  const scriptAt = (path: string): FoundScript | undefined => {
    const found = findNode(cmdlet, path);
    return found?.node.kind === "file" && /\.ps1$/i.test(found.path)
      ? { path: found.path, text: found.node.text }
      : undefined;
  };
  const named = (path: string): FoundScript | undefined => scriptAt(path) ?? scriptAt(`${path}.ps1`);
  if (/[\\/:]/.test(name)) return providerPath(cmdlet, name) === null ? named(fullPath(cmdlet, name)) : undefined;
  if (name === "" || name.startsWith(".")) return undefined;
  const directories = (context.drives.environment.get("PATH")?.value ?? "").split(";");
  for (const directory of directories) {
    const found = directory.trim() === "" ? undefined : named(fullPath(cmdlet, `${directory.trim()}\\${name}`));
    if (found !== undefined) return found;
  }
  return undefined;
}

function missingDirectory(path: string) {
  return netError("System.IO.DirectoryNotFoundException", `Could not find a part of the path '${path}'.`);
}
