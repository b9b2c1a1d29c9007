import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { PowerShellError, type PSArray, WildcardPattern } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { driveNamed, drivesOf, type PSDrive } from "./drives.js";
import { driveNotFound, expandPath, filesOf } from "./paths.js";
import { driveInfo, providers, providerWithDrives } from "./provider-info.js";

const scope = { type: "string", pipeline: "name", coverage: "accepted" } as const;

export const getPSDrive = defineCmdlet({
  name: "Get-PSDrive",
  typeName: "Microsoft.PowerShell.Commands.GetPSDriveCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Lists the drives of the session.",
  defaultParameterSet: "Name",
  parameters: {
    Name: { type: "string[]", position: 0, pipeline: "name", sets: ["Name"] },
    LiteralName: { type: "string[]", position: 0, mandatory: true, pipeline: "name", sets: ["LiteralName"] },
    Scope: scope,
    PSProvider: { type: "string[]", pipeline: "name" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const files = filesOf(cmdlet);
      const literal = parameters.LiteralName !== undefined;
      const wantedProviders = namesOf(cmdlet, parameters.PSProvider).map((name) => new WildcardPattern(name, true));
      const all = drivesOf(files).filter(
        ({ provider }) => wantedProviders.length === 0 || wantedProviders.some((pattern) => pattern.isMatch(provider)),
      );
      const given = parameters.LiteralName ?? parameters.Name;
      for (const name of given === undefined ? ["*"] : namesOf(cmdlet, given)) {
        const pattern = new WildcardPattern(literal ? WildcardPattern.escape(name) : name, true);
        const found = all.filter((drive) => pattern.isMatch(drive.name));
        for (const drive of found) cmdlet.writeObject(driveInfo(cmdlet, drive));
        if (found.length === 0 && (literal || !WildcardPattern.containsWildcardCharacters(name))) {
          cmdlet.writeError(noMatchingDrive(name));
        }
      }
    },
  }),
});

function noMatchingDrive(name: string) {
  return cmdletError({
    id: "GetLocationNoMatchingDrive",
    category: "ObjectNotFound",
    exception: "DriveNotFoundException",
    message: `Cannot find drive. A drive with the name '${name}' does not exist.`,
    target: name,
  });
}

export const getPSProvider = defineCmdlet({
  name: "Get-PSProvider",
  typeName: "Microsoft.PowerShell.Commands.GetPSProviderCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Lists the providers of the session.",
  parameters: { PSProvider: { type: "string[]", position: 0, pipeline: "name" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const given = parameters.PSProvider;
      for (const name of given === undefined ? ["*"] : namesOf(cmdlet, given)) {
        const pattern = new WildcardPattern(name, true);
        const found = providers.filter((facts) => pattern.isMatch(facts.name));
        for (const facts of found) cmdlet.writeObject(providerWithDrives(cmdlet, facts));
        if (found.length === 0) cmdlet.writeError(providerNotFound(name));
      }
    },
  }),
});

function providerNotFound(name: string) {
  return cmdletError({
    id: "ProviderNotFound",
    category: "ObjectNotFound",
    exception: "ProviderNotFoundException",
    message: `Cannot find a provider with the name '${name}'.`,
    target: name,
  });
}

/** Drives of files stand for a directory that is there; the others are one more name for the same items. */
export const newPSDrive = defineCmdlet({
  name: "New-PSDrive",
  typeName: "Microsoft.PowerShell.Commands.NewPSDriveCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Makes a drive that stands for a directory.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string", position: 0, mandatory: true, pipeline: "name" },
    PSProvider: { type: "string", position: 1, mandatory: true, pipeline: "name" },
    Root: { type: "string", position: 2, mandatory: true, pipeline: "name", allowEmptyString: true },
    Description: { type: "string", pipeline: "name" },
    Scope: scope,
    Persist: { since: 3, type: "switch" },
    // Every share lets everybody in.
    Credential: { type: "pscredential", pipeline: "name", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const files = filesOf(cmdlet);
      const { Name: name = "", Root: root = "", Description: description = "" } = parameters;
      const wanted = (parameters.PSProvider ?? "").toLowerCase();
      const facts = providers.find((each) => each.name.toLowerCase() === wanted);
      if (facts === undefined) throw new PowerShellError(providerNotFound(parameters.PSProvider ?? ""));
      if (driveNamed(files, name) !== undefined) {
        cmdlet.writeError(driveExists(name));
        return;
      }
      let at = "";
      if (parameters.Persist && !root.startsWith("\\\\")) {
        cmdlet.writeError(notRemote(name));
        return;
      }
      if (facts.name === "FileSystem") {
        const directory = expandPath(cmdlet, root, true).find(({ node }) => node.kind === "directory");
        if (directory === undefined) {
          cmdlet.writeError(rootNotFound(root));
          return;
        }
        at = directory.path;
      }
      if (
        !cmdlet.shouldProcess(
          `Name: ${name} Provider: ${`Microsoft.PowerShell.Core\\${facts.name}`} Root: ${root}`,
          "New drive",
        )
      ) {
        return;
      }
      files.madeDrives = [...files.madeDrives, { name, provider: facts.name, root: at, description }];
      const made = driveNamed(files, name);
      if (made !== undefined) cmdlet.writeObject(driveInfo(cmdlet, made));
    },
  }),
});

function driveExists(name: string) {
  return cmdletError({
    id: "DriveAlreadyExists",
    category: "ResourceExists",
    exception: "SessionStateException",
    message: `A drive with the name '${name}' already exists.`,
    target: name,
  });
}

/** -Persist makes a mapped network drive of Windows (documented: New-PSDrive's help; the id from memory). */
function notRemote(name: string) {
  return cmdletError({
    id: "DriveRootNotNetworkPath",
    category: "InvalidOperation",
    exception: "PSInvalidOperationException",
    message: "When you use the Persist parameter, the root must be a file system location on a remote computer.",
    target: name,
  });
}

function rootNotFound(root: string) {
  return cmdletError({
    id: "DriveRootError",
    category: "ReadError",
    exception: "IOException",
    message: `The specified drive root "${root}" either does not exist, or it is not a folder.`,
  });
}

export const removePSDrive = defineCmdlet({
  name: "Remove-PSDrive",
  typeName: "Microsoft.PowerShell.Commands.RemovePSDriveCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Removes a drive that New-PSDrive made.",
  defaultParameterSet: "Name",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string[]", position: 0, mandatory: true, pipeline: "name", sets: ["Name"] },
    LiteralName: { type: "string[]", position: 0, mandatory: true, pipeline: "name", sets: ["LiteralName"] },
    PSProvider: { type: "string[]", pipeline: "name" },
    Scope: scope,
    Force: { type: "switch", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const files = filesOf(cmdlet);
      for (const name of namesOf(cmdlet, parameters.LiteralName ?? parameters.Name)) {
        const pattern = new WildcardPattern(
          parameters.LiteralName === undefined ? name : WildcardPattern.escape(name),
          true,
        );
        const isOfProvider = providerFilter(cmdlet, parameters.PSProvider);
        const found = drivesOf(files).filter((drive) => pattern.isMatch(drive.name) && isOfProvider(drive));
        if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
          cmdlet.writeError(driveNotFound(name));
        }
        for (const drive of found) {
          const target = `Name: ${drive.name} Provider: Microsoft.PowerShell.Core\\${drive.provider} Root: ${drive.root}`;
          if (!cmdlet.shouldProcess(target, "Remove Drive")) continue;
          const rest = files.madeDrives.filter((made) => made.name !== drive.name);
          if (rest.length === files.madeDrives.length) cmdlet.writeError(driveNotRemovable(drive.name));
          files.madeDrives = rest;
        }
      }
    },
  }),
});

/** Whether a drive is of one of the providers that are named. */
function providerFilter(cmdlet: CmdletRuntime, names: PSArray | undefined): (drive: PSDrive) => boolean {
  if (names === undefined) return () => true;
  const patterns = namesOf(cmdlet, names).map((name) => new WildcardPattern(name, true));
  return ({ provider }) => patterns.some((pattern) => pattern.isMatch(provider));
}

/** The drives that a session starts with stay; the real shell lets them go. */
function driveNotRemovable(name: string) {
  return cmdletError({
    id: "NotEmulated",
    category: "NotImplemented",
    exception: "NotSupportedException",
    message: `The emulator keeps the drive ${name}: that the session began with; drives made with New-PSDrive can be removed.`,
    target: name,
  });
}
