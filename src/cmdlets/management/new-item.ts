import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { isNull, toText } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { fileSystemInfo } from "./file-info.js";
import { emptyDirectory, splitPath, withNode } from "./file-system.js";
import { childPath, directoryNotFound, filesOf, findNode, fullPath, parentExists, writeFile } from "./paths.js";

export const newItem = defineCmdlet({
  name: "New-Item",
  typeName: "Microsoft.PowerShell.Commands.NewItemCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Makes a file or directory.",
  defaultParameterSet: "pathSet",
  supportsShouldProcess: true,
  parameters: {
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
    Credential: { type: "object", coverage: "refused" },
  },
  create: (parameters, cmdlet) => {
    return {
      process(): void {
        const kind = (parameters.ItemType ?? "File").toLowerCase();
        for (const given of parameters.Path === undefined ? ["."] : namesOf(cmdlet, parameters.Path)) {
          const base = fullPath(cmdlet, given);
          const path = parameters.Name === undefined ? base : childPath(base, parameters.Name);
          if ("directory".startsWith(kind)) makeDirectory(path);
          else if ("file".startsWith(kind)) makeFile(path);
          else refuseType(parameters.ItemType ?? "");
        }
      },
    };

    function makeDirectory(path: string): void {
      const existing = findNode(cmdlet, path);
      if (existing !== undefined && !(parameters.Force && existing.node.kind === "directory")) {
        writeExists("DirectoryExist", `An item with the specified name ${path} already exists.`, path);
        return;
      }
      if (!cmdlet.shouldProcess(`Destination: ${path}`, "Create Directory")) return;
      const files = filesOf(cmdlet);
      if (existing === undefined) {
        const parts = splitPath(path);
        const now = cmdlet.context.now();
        files.root = withNode(files.root, parts, emptyDirectory(parts.at(-1) ?? "", now), now);
      }
      writeMade(path);
    }

    function makeFile(path: string): void {
      if (findNode(cmdlet, path) !== undefined && !parameters.Force) {
        writeExists("NewItemIOError", `The file '${path}' already exists.`, path);
        return;
      }
      if (!parentExists(cmdlet, path) && !parameters.Force) {
        cmdlet.writeError(directoryNotFound(cmdlet, path, "NewItemIOError"));
        return;
      }
      if (!cmdlet.shouldProcess(`Destination: ${path}`, "Create File")) return;
      const value = parameters.Value ?? null;
      writeFile(cmdlet, path, isNull(value) ? "" : toText(cmdlet.context, value));
      writeMade(path);
    }

    function writeMade(path: string): void {
      const made = findNode(cmdlet, path);
      if (made !== undefined) cmdlet.writeObject(fileSystemInfo(made.path, made.node));
    }

    function writeExists(id: string, message: string, path: string): void {
      cmdlet.writeError(
        cmdletError({
          id,
          category: id === "DirectoryExist" ? "ResourceExists" : "WriteError",
          exception: "IOException",
          message,
          target: path,
        }),
      );
    }

    function refuseType(type: string): never {
      return cmdlet.throwTerminatingError(
        cmdletError({
          id: "NotEmulated",
          category: "NotImplemented",
          exception: "NotSupportedException",
          message: `The emulator makes items of the types File and Directory, not ${type}.`,
        }),
      );
    }
  },
});
