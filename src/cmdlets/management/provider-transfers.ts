import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type ErrorRecord, WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { itemNotFound, type ProviderItemPath, providerPath } from "./paths.js";
import { type ProviderItem, providerItems, setProviderItem } from "./provider-items.js";

interface Transfer {
  readonly Destination: string | undefined;
  readonly PassThru: boolean;
}

/**
 * Copies items of the alias, environment, function and variable drives under another name of the same drive. Texts asked
 * of the engine.
 * @returns `false` when the path and the destination are both of files
 */
export function copiesItems(cmdlet: CmdletRuntime, path: string, { Destination, PassThru }: Transfer): boolean {
  const sides = sidesOf(cmdlet, path, Destination);
  if (sides === null) return false;
  const { from, to } = sides;
  const found = from === null ? [] : itemsOf(cmdlet, path, from);
  if (found === null) return true;
  if (from === null || to === null || from.provider !== to.provider) {
    cmdlet.writeError(invalidArgument("Source and destination path did not resolve to the same provider."));
    return true;
  }
  for (const item of found) {
    const name = to.name === "" ? item.name : to.name;
    if (!cmdlet.shouldProcess(`Item: ${item.name} Destination: ${name}`, `Copy ${from.provider}`)) continue;
    put(cmdlet, from, item, name, PassThru);
  }
  return true;
}

/** The same of Move-Item, which these drives refuse. */
export function refusesMove(cmdlet: CmdletRuntime, path: string, destination: string | undefined): boolean {
  const sides = sidesOf(cmdlet, path, destination);
  if (sides === null) return false;
  const { from, to } = sides;
  if (from !== null && itemsOf(cmdlet, path, from) === null) return true;
  const same = from !== null && from.provider === to?.provider;
  cmdlet.writeError(
    same
      ? cmdletError({
          id: "NotSupported",
          category: "NotImplemented",
          exception: "PSNotSupportedException",
          message: "The NavigationCmdletProvider methods are not supported by this provider.",
        })
      : invalidArgument(
          "Cannot move the item because the source and destination paths did not resolve to the same provider.",
        ),
  );
  return true;
}

/** Gives an item of these drives another name; `false` when the path is one of files. */
export function renamesItem(
  cmdlet: CmdletRuntime,
  path: string,
  newName: string,
  { Force, PassThru }: { readonly Force: boolean; readonly PassThru: boolean },
): boolean {
  const from = providerPath(cmdlet, path);
  if (from === null) return false;
  const [item, ...others] = providerItems(cmdlet, from.provider, from.name);
  // What is not there is told as it is of files.
  if (item === undefined) return false;
  if (others.length > 0) {
    const message =
      "Cannot rename item because the path resolved to multiple items. Only one item can be renamed at a time.";
    cmdlet.writeError(invalidArgument(message));
    return true;
  }
  const there = providerItems(cmdlet, from.provider, WildcardPattern.escape(newName));
  if (there.length > 0 && !Force) cmdlet.writeError(itemExists(newName));
  else if (cmdlet.shouldProcess(`Item: ${item.name} New name: ${newName}`, `Rename ${from.provider}`)) {
    const error = item.remove(Force);
    if (error !== null) cmdlet.writeError(from.provider === "Variable" ? notRenamed(item.name) : error);
    else put(cmdlet, from, item, newName, PassThru);
  }
  return true;
}

/** An item of this name is there already (asked of the engine). */
export function itemExists(name: string): ErrorRecord {
  return invalidArgument(`The item at path '${name}' already exists.`);
}

/** Both ends of a transfer, `null` those of files; `null` when both are. */
function sidesOf(cmdlet: CmdletRuntime, path: string, destination: string | undefined) {
  const from = providerPath(cmdlet, path);
  const to = providerPath(cmdlet, destination ?? ".");
  return from === null && to === null ? null : { from, to };
}

/** The items that a path means; `null` when one by that name is not there, which is told. */
function itemsOf(cmdlet: CmdletRuntime, path: string, from: ProviderItemPath): readonly ProviderItem[] | null {
  const found = providerItems(cmdlet, from.provider, from.name);
  if (found.length > 0 || WildcardPattern.containsWildcardCharacters(path)) return found;
  cmdlet.writeError(itemNotFound(cmdlet, path, from));
  return null;
}

function put(
  cmdlet: CmdletRuntime,
  { provider }: ProviderItemPath,
  item: ProviderItem,
  name: string,
  passThru: boolean,
): void {
  const error = setProviderItem(cmdlet, provider, name, item.content);
  if (error !== null) cmdlet.writeError(error);
  else if (passThru) {
    for (const { value } of providerItems(cmdlet, provider, WildcardPattern.escape(name))) cmdlet.writeObject(value);
  }
}

function notRenamed(name: string): ErrorRecord {
  return cmdletError({
    id: "CannotRenameVariable",
    category: "WriteError",
    exception: "SessionStateUnauthorizedAccessException",
    message: `Cannot rename variable because variable ${name} is read-only or constant.`,
    target: name,
  });
}

function invalidArgument(message: string): ErrorRecord {
  return cmdletError({ id: "Argument", category: "InvalidArgument", exception: "PSArgumentException", message });
}
