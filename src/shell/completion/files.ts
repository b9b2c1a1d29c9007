import { fileSystemKey } from "../../cmdlets/index.js";
import { absolutePath, nodeAt, splitPath } from "../../cmdlets/management/file-system.js";
import type { Engine } from "../../runtime/engine.js";
import { extensionOf } from "../../runtime/extension.js";
import type { CompletionMatch } from "./result.js";
import { beginningWith, byName, quoted, wordOf } from "./words.js";

/** Files and directories whose path begins with a typed word. */
export function fileMatches(engine: Engine, typed: string): CompletionMatch[] {
  const { quote, value } = wordOf(typed);
  const cut = Math.max(value.lastIndexOf("\\"), value.lastIndexOf("/")) + 1;
  const folder = value.slice(0, cut);
  const files = extensionOf(engine, fileSystemKey);
  const node = nodeAt(files.root, splitPath(absolutePath(folder, files.location)));
  if (node?.kind !== "directory") return [];
  const isWanted = beginningWith(value.slice(cut));
  return [...node.children.values()]
    .filter(({ name }) => isWanted(name))
    .sort((a, b) => byName(a.name, b.name))
    .map((child) => ({
      text: quoted(`${folder === "" ? ".\\" : folder.replaceAll("/", "\\")}${child.name}`, quote),
      list: child.name,
      type: child.kind === "directory" ? "ProviderContainer" : "ProviderItem",
    }));
}
