import type { ExecutionContext } from "../../runtime/execution-context.js";
import { netError } from "../../values/net-errors.js";
import type { TextFiles } from "../../values/value-context.js";
import { findNode, fullPath, parentExists, writeFile } from "./paths.js";

/** The session's files for methods of .NET, such as XmlDocument's Load and Save. */
export function sessionFiles(session: () => ExecutionContext): TextFiles {
  return {
    read(path) {
      const cmdlet = { context: session() };
      const full = fullPath(cmdlet, path);
      const found = findNode(cmdlet, full);
      if (found?.node.kind === "file") return found.node.text;
      if (!parentExists(cmdlet, full)) throw missingDirectory(full);
      throw netError("System.IO.FileNotFoundException", `Could not find file '${full}'.`);
    },
    write(path, text) {
      const cmdlet = { context: session() };
      const full = fullPath(cmdlet, path);
      if (!parentExists(cmdlet, full)) throw missingDirectory(full);
      writeFile(cmdlet, full, text);
    },
  };
}

function missingDirectory(path: string) {
  return netError("System.IO.DirectoryNotFoundException", `Could not find a part of the path '${path}'.`);
}
