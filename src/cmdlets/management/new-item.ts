import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { isNull, ScriptBlock, toText, type Value } from "../../values/index.js";
import { baseOf } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { fileSystemInfo } from "./file-info.js";
import { emptyDirectory, splitPath, withNode } from "./file-system.js";
import {
  directoryNotFound,
  driveError,
  filesOf,
  findNode,
  fullPath,
  type ItemProvider,
  parentExists,
  providerPath,
  writeFile,
} from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";
import { providerItems, setProviderItem } from "./provider-items.js";
import { itemExists } from "./provider-transfers.js";

const parameters = {
  Path: {
    type: "string[]",
    position: 0,
    pipeline: "name",
    sets: ["pathSet", "nameSet"],
    inSet: { pathSet: { mandatory: true } },
  },
  Name: {
    type: "string",
    mandatory: true,
    pipeline: "name",
    sets: ["nameSet"],
    allowNull: true,
    allowEmptyString: true,
  },
  ItemType: { type: "string", pipeline: "name", aliases: ["Type"] },
  Value: { type: "object", pipeline: "value,name", aliases: ["Target"] },
  Force: { type: "switch" },
  Credential: credential,
} as const satisfies ParameterDeclarations;

export const newItem = defineCmdlet({
  name: "New-Item",
  typeName: "Microsoft.PowerShell.Commands.NewItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Makes a file, a directory, or an item of another drive.",
  defaultParameterSet: "pathSet",
  supportsShouldProcess: true,
  parameters,
  create: withoutCredentials((bound, cmdlet) => new ItemMaking(bound, cmdlet)),
});

/** The function `mkdir` of the real shell, which calls New-Item. */
export const makeDirectory = defineCmdlet({
  name: "mkdir",
  typeName: "Microsoft.PowerShell.Commands.NewItemCommand",
  source: "",
  synopsis: "Makes a directory.",
  isFunction: true,
  defaultParameterSet: "pathSet",
  supportsShouldProcess: true,
  parameters,
  create: withoutCredentials((bound, cmdlet) => new ItemMaking(bound, cmdlet, "directory")),
});

class ItemMaking implements CmdletBody {
  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
    private readonly kind?: "directory",
  ) {}

  process(): void {
    const { bound, cmdlet } = this;
    const given = bound.Path === undefined ? [] : namesOf(cmdlet, bound.Path);
    for (const path of given.length === 0 ? ["."] : given) {
      const item = providerPath(cmdlet, path);
      if (item !== null) this.makeItem(item.provider, item.name);
      else this.makeNode(fullPath(cmdlet, path));
    }
  }

  private makeNode(base: string): void {
    const { bound } = this;
    const kind = this.kind ?? (bound.ItemType ?? "File").toLowerCase();
    const path = bound.Name === undefined ? base : fullPath(this.cmdlet, `${base}\\${bound.Name}`);
    if ("directory".startsWith(kind) || kind === "container") this.makeDirectory(path);
    else if ("file".startsWith(kind)) this.makeFile(path);
    else this.refuseType(bound.ItemType ?? "");
  }

  /** An alias, function, variable or environment variable; one that is there needs -Force. */
  private makeItem(provider: ItemProvider, path: string): void {
    const { bound, cmdlet } = this;
    const name = path === "" ? (bound.Name ?? "") : path;
    if (providerItems(cmdlet, provider, name).length > 0 && !bound.Force) {
      cmdlet.writeError(itemExists(name));
      return;
    }
    const wrong = wrongValue(provider, bound.Value ?? null);
    if (wrong !== null) {
      cmdlet.writeError(wrong);
      return;
    }
    const label = provider === "Environment" ? "New Item" : `New ${provider}`;
    if (!cmdlet.shouldProcess(`${provider} item: ${name}`, label)) return;
    const error = setProviderItem(cmdlet, provider, name, bound.Value ?? null);
    if (error !== null) cmdlet.writeError(error);
    else for (const { value } of providerItems(cmdlet, provider, name)) cmdlet.writeObject(value);
  }

  private makeDirectory(path: string): void {
    const { bound, cmdlet } = this;
    const existing = findNode(cmdlet, path);
    if (existing !== undefined && !(bound.Force && existing.node.kind === "directory")) {
      this.writeExists("DirectoryExist", `An item with the specified name ${path} already exists.`, path);
      return;
    }
    const failed = driveError(cmdlet, path);
    if (failed !== null) {
      cmdlet.writeError(failed);
      return;
    }
    if (!cmdlet.shouldProcess(`Destination: ${path}`, "Create Directory")) return;
    const files = filesOf(cmdlet);
    if (existing === undefined) {
      const parts = splitPath(path);
      const now = cmdlet.context.now();
      files.root = withNode(files.root, parts, emptyDirectory(parts.at(-1) ?? "", now), now);
    }
    this.writeMade(path);
  }

  private makeFile(path: string): void {
    const { bound, cmdlet } = this;
    if (findNode(cmdlet, path) !== undefined && !bound.Force) {
      this.writeExists("NewItemIOError", `The file '${path}' already exists.`, path);
      return;
    }
    if (!parentExists(cmdlet, path) && (!bound.Force || driveError(cmdlet, path) !== null)) {
      cmdlet.writeError(directoryNotFound(cmdlet, path, "NewItemIOError", "WriteError"));
      return;
    }
    if (!cmdlet.shouldProcess(`Destination: ${path}`, "Create File")) return;
    const value = bound.Value ?? null;
    writeFile(cmdlet, path, isNull(value) ? "" : toText(cmdlet.context, value));
    this.writeMade(path);
  }

  private writeMade(path: string): void {
    const made = findNode(this.cmdlet, path);
    if (made !== undefined) this.cmdlet.writeObject(fileSystemInfo(this.cmdlet, made.path, made.node));
  }

  private writeExists(id: string, message: string, path: string): void {
    this.cmdlet.writeError(
      cmdletError({
        id,
        category: id === "DirectoryExist" ? "ResourceExists" : "WriteError",
        exception: "IOException",
        message,
        target: path,
      }),
    );
  }

  private refuseType(type: string): void {
    const isLink = linkTypes.some((name) => name.startsWith(type.toLowerCase()));
    this.cmdlet.writeError(isLink ? linkNotEmulated(type) : unknownType(this.cmdlet));
  }
}

const linkTypes = ["symboliclink", "hardlink", "junction"];

function linkNotEmulated(type: string) {
  return cmdletError({
    id: "NotEmulated",
    category: "NotImplemented",
    exception: "NotSupportedException",
    message: `The emulator makes items of the types File and Directory, not ${type}.`,
  });
}

/** Links came with 5.0; the text of before is from memory. */
function unknownType({ context }: CmdletRuntime) {
  const known =
    context.facts.languageVersion < 5 ? '"file" and "directory" can' : '"file","directory" or "symboliclink" can';
  return cmdletError({
    id: "Argument",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: `The type is not a known type for the file system. Only ${known} be specified.`,
  });
}

/** What an item may not be: nothing, and a function of something else than a block or text (asked of the engine). */
function wrongValue(provider: ItemProvider, value: Value) {
  if (isNull(value)) {
    return cmdletError({
      id: "ArgumentNull",
      category: "InvalidArgument",
      exception: "PSArgumentNullException",
      message:
        'Cannot process argument because the value of argument "value" is null. Change the value of argument "value" to a non-null value.',
    });
  }
  const base = baseOf(value);
  if (provider !== "Function" || typeof base === "string" || base instanceof ScriptBlock) return null;
  return cmdletError({
    id: "Argument",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message:
      'Cannot process argument because the value of argument "value" is not valid. Change the value of the "value" argument and run the operation again.',
  });
}
