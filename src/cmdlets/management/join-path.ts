import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { namesOf } from "../session/scopes.js";
import { driveNamed, driveNameOf, isDriveElsewhere } from "./drives.js";
import { driveNotFound, expandPath, filesOf, fullPath, pathNotFound } from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";

export const joinPathCmdlet = defineCmdlet({
  name: "Join-Path",
  typeName: "Microsoft.PowerShell.Commands.JoinPathCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Puts paths together.",
  parameters: {
    Path: { type: "string[]", position: 0, mandatory: true, pipeline: "value,name", aliases: ["PSPath"] },
    ChildPath: {
      type: "string",
      position: 1,
      mandatory: true,
      pipeline: "name",
      allowNull: true,
      allowEmptyString: true,
    },
    AdditionalChildPath: {
      since: 7,
      type: "string[]",
      remaining: true,
      pipeline: "name",
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    },
    Resolve: { type: "switch" },
    Credential: credential,
  },
  create: withoutCredentials((parameters, cmdlet) => ({
    process(): void {
      const children = [parameters.ChildPath ?? "", ...namesOf(cmdlet, parameters.AdditionalChildPath)];
      for (const path of namesOf(cmdlet, parameters.Path)) {
        const drive = driveNameOf(path);
        if (drive !== null && !isDrive(cmdlet, drive)) {
          cmdlet.writeError(driveNotFound(drive));
          continue;
        }
        const joined = children.reduce(joinTwo, path);
        if (!parameters.Resolve) cmdlet.writeObject(joined);
        else writeResolved(cmdlet, joined);
      }
    },
  })),
});

/** Whether a drive of that name is there, or would be in the real shell. */
function isDrive(cmdlet: CmdletRuntime, name: string): boolean {
  return driveNamed(filesOf(cmdlet), name) !== undefined || isDriveElsewhere(name);
}

function joinTwo(parent: string, child: string): string {
  const left = parent.replaceAll("/", "\\").replace(/\\+$/, "");
  const right = child.replaceAll("/", "\\").replace(/^\\+/, "");
  return `${left}\\${right}`;
}

function writeResolved(cmdlet: CmdletRuntime, path: string): void {
  const found = expandPath(cmdlet, path, false);
  if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
  for (const item of found) cmdlet.writeObject(item.path);
}
