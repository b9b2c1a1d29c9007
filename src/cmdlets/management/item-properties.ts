import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  getProperty,
  PSCustomObject,
  propertiesOf,
  setProperty,
  type Value,
  WildcardPattern,
} from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { addMember } from "../instance-members.js";
import { namesOf } from "../session/scopes.js";
import { type FileSystemInfo, fileSystemInfo } from "./file-info.js";
import { pathFilters, pathOrLiteralPath } from "./path-parameters.js";
import { providerPath } from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";
import { type PathFilters, selectedNodes } from "./selected-nodes.js";

/** The provider's notes, which go along with the properties that were asked for. */
const providerNotes = ["PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider"] as const;

/** The files that paths mean. Items of other drives have no properties. */
function* objectsAt(
  cmdlet: CmdletRuntime,
  paths: readonly string[],
  literal: boolean,
  filters: PathFilters,
): Generator<FileSystemInfo> {
  for (const path of paths) {
    if (providerPath(cmdlet, path) !== null) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "NotSupported",
          category: "NotImplemented",
          exception: "PSNotSupportedException",
          message: "Cannot use interface. The IPropertyCmdletProvider interface is not supported by this provider.",
        }),
      );
    }
    for (const { path: at, node } of selectedNodes(cmdlet, path, literal, filters))
      yield fileSystemInfo(cmdlet, at, node);
  }
}

function noProperty(name: string, path: string) {
  return cmdletError({
    id: "System.Management.Automation.PSArgumentException",
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: `Property ${name} does not exist at path ${path}.`,
    target: name,
  });
}

/** The names that a pattern means on an object. */
function matching(cmdlet: CmdletRuntime, info: FileSystemInfo, name: string): readonly string[] {
  const pattern = new WildcardPattern(name, true);
  const found = propertiesOf(cmdlet.context, info)
    .map((property) => property.name)
    .filter((each) => pattern.isMatch(each));
  if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
    cmdlet.writeError(noProperty(name, info.path));
  }
  return found;
}

export const getItemProperty = defineCmdlet({
  name: "Get-ItemProperty",
  typeName: "Microsoft.PowerShell.Commands.GetItemPropertyCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives properties of files and directories.",
  defaultParameterSet: "Path",
  parameters: {
    ...pathOrLiteralPath,
    Name: { type: "string[]", position: 1, aliases: ["PSProperty"] },
    ...pathFilters,
    Credential: credential,
  },
  create: withoutCredentials((parameters, cmdlet) => ({
    process(): void {
      const paths = namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path);
      for (const info of objectsAt(cmdlet, paths, parameters.LiteralPath !== undefined, parameters)) {
        if (parameters.Name === undefined) {
          cmdlet.writeObject(info);
          continue;
        }
        const result = new PSCustomObject();
        const note = (name: string, value: Value): void => addMember(result, { kind: "NoteProperty", name, value });
        const names = namesOf(cmdlet, parameters.Name).flatMap((name) => matching(cmdlet, info, name));
        if (names.length === 0) continue;
        for (const name of names) note(name, getProperty(cmdlet.context, info, name) ?? null);
        for (const name of providerNotes) note(name, getProperty(cmdlet.context, info, name) ?? null);
        cmdlet.writeObject(result);
      }
    },
  })),
});

export const getItemPropertyValue = defineCmdlet({
  name: "Get-ItemPropertyValue",
  since: 5,
  typeName: "Microsoft.PowerShell.Commands.GetItemPropertyValueCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives the values of properties of files and directories.",
  defaultParameterSet: "Path",
  parameters: {
    Path: { type: "string[]", position: 0, pipeline: "value,name", sets: ["Path"] },
    LiteralPath: pathOrLiteralPath.LiteralPath,
    Name: { type: "string[]", position: 1, mandatory: true, aliases: ["PSProperty"] },
    ...pathFilters,
    Credential: credential,
  },
  create: withoutCredentials((parameters, cmdlet) => ({
    process(): void {
      const given = parameters.LiteralPath ?? parameters.Path;
      const paths = given === undefined ? ["."] : namesOf(cmdlet, given);
      for (const info of objectsAt(cmdlet, paths, parameters.LiteralPath !== undefined, parameters)) {
        for (const name of namesOf(cmdlet, parameters.Name).flatMap((each) => matching(cmdlet, info, each))) {
          cmdlet.writeObject(getProperty(cmdlet.context, info, name) ?? null);
        }
      }
    },
  })),
});

const targetParameters = {
  Path: {
    type: "string[]",
    position: 0,
    mandatory: true,
    pipeline: "name",
    sets: ["propertyValuePathSet", "propertyPSObjectPathSet"],
  },
  LiteralPath: {
    type: "string[]",
    mandatory: true,
    pipeline: "name",
    sets: ["propertyValueLiteralPathSet", "propertyPSObjectLiteralPathSet"],
    aliases: ["PSPath", "LP"],
  },
} as const;

export const setItemProperty = defineCmdlet({
  name: "Set-ItemProperty",
  typeName: "Microsoft.PowerShell.Commands.SetItemPropertyCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Sets a property of files and directories.",
  defaultParameterSet: "propertyValuePathSet",
  supportsShouldProcess: true,
  parameters: {
    ...targetParameters,
    Name: {
      type: "string",
      position: 1,
      mandatory: true,
      pipeline: "name",
      sets: ["propertyValuePathSet", "propertyValueLiteralPathSet"],
      aliases: ["PSProperty"],
    },
    Value: {
      type: "object",
      position: 2,
      mandatory: true,
      pipeline: "name",
      allowNull: true,
      sets: ["propertyValuePathSet", "propertyValueLiteralPathSet"],
    },
    InputObject: {
      type: "psobject",
      mandatory: true,
      pipeline: "value,name",
      sets: ["propertyPSObjectPathSet", "propertyPSObjectLiteralPathSet"],
    },
    PassThru: { type: "switch" },
    Force: { type: "switch", coverage: "accepted" },
    ...pathFilters,
    Credential: credential,
  },
  create: withoutCredentials((parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      const paths = namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path);
      const { InputObject: given } = parameters;
      const wanted: readonly (readonly [name: string, value: Value])[] =
        given === undefined
          ? [[parameters.Name ?? "", parameters.Value ?? null]]
          : propertiesOf(context, given).map((property) => [property.name, property.get()]);
      for (const info of objectsAt(cmdlet, paths, parameters.LiteralPath !== undefined, parameters)) {
        for (const [name, value] of wanted) {
          if (getProperty(context, info, name) === undefined) {
            cmdlet.writeError(noProperty(name, info.path));
            continue;
          }
          const target = `Item: ${info.path} Property: ${name}`;
          const what = info.node.kind === "file" ? "Set Property File" : "Set Property Directory";
          if (cmdlet.shouldProcess(target, what)) setProperty(context, info, name, value);
        }
        if (parameters.PassThru) cmdlet.writeObject(info);
      }
    },
  })),
});
