// What Import-Module and its kin say when something is wrong. Texts of the running engine (7.6) unless said otherwise.
import type { ErrorRecord } from "../../values/errors.js";
import type { Value } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import type { ModuleFile } from "./module-files.js";
import type { VersionRange } from "./module-specification.js";

export function moduleNotFound(name: string): ErrorRecord {
  return cmdletError({
    id: "Modules_ModuleNotFound",
    category: "ResourceUnavailable",
    exception: "FileNotFoundException",
    message: `The specified module '${name}' was not loaded because no valid module file was found in any module directory.`,
    target: name,
  });
}

export function moduleWithVersionNotFound(name: string, { minimum, maximum, required }: VersionRange): ErrorRecord {
  const version = required ?? (maximum === null ? minimum : null);
  const asked =
    version !== null
      ? `version '${version.text}'`
      : minimum === null
        ? `MaximumVersion '${maximum?.text}'`
        : `MinimumVersion '${minimum.text}' and MaximumVersion '${maximum?.text}'`;
  return cmdletError({
    id: "Modules_ModuleWithVersionNotFound",
    category: "ResourceUnavailable",
    exception: "FileNotFoundException",
    message: `The specified module '${name}' with ${asked} was not loaded because no valid module file was found in any module directory.`,
    target: name,
  });
}

export function globalAndScope(): ErrorRecord {
  return cmdletError({
    id: "Modules_GlobalAndScopeParameterCannotBeSpecifiedTogether",
    category: "InvalidOperation",
    exception: "InvalidOperationException",
    message:
      "The 'Global' and 'Scope' parameters cannot be specified together. Remove one of these parameters, and then try running the command again.",
  });
}

export function requiredNotLoaded(name: string, path: string): ErrorRecord {
  return invalidManifest(
    `The required module '${name}' is not loaded. Load the module or remove the module from 'RequiredModules' in the file '${path}'.`,
    path,
  );
}

export function missingVersion(path: string): ErrorRecord {
  return invalidManifest(
    `The member 'ModuleVersion' is not present in the module manifest. This member must exist and be assigned a version number of the form 'n.n.n.n'. Add the missing member to the file '${path}'.`,
    path,
  );
}

function invalidManifest(message: string, path: string): ErrorRecord {
  return cmdletError({
    id: "Modules_InvalidManifest",
    category: "ResourceUnavailable",
    exception: "MissingMemberException",
    message,
    target: path,
  });
}

export function insufficientVersion(path: string, own: string, needed: string): ErrorRecord {
  return cmdletError({
    id: "Modules_InsufficientPowerShellVersion",
    category: "ResourceUnavailable",
    exception: "InvalidOperationException",
    message: `The version of PowerShell on this computer is '${own}'. The module '${path}' requires a minimum PowerShell version of '${needed}' to run. Verify that you have the minimum required version of PowerShell installed, and then try again.`,
    target: path,
  });
}

export function rootNotFound(root: string, { name, path }: ModuleFile): ErrorRecord {
  return cmdletError({
    id: "Modules_ModuleFileNotFound",
    category: "ResourceUnavailable",
    exception: "PSInvalidOperationException",
    message: `The module to process '${root}', listed in field 'ModuleToProcess/RootModule' of module manifest '${path}' was not processed because no valid module was found in any module directory.`,
    target: name,
  });
}

export function noModulesRemoved(): ErrorRecord {
  return cmdletError({
    id: "Modules_NoModulesRemoved",
    category: "ResourceUnavailable",
    exception: "InvalidOperationException",
    message:
      "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
  });
}

export function readOnlyModule(name: string, module: Value): ErrorRecord {
  return cmdletError({
    id: "Modules_ModuleIsReadOnly",
    category: "PermissionDenied",
    exception: "InvalidOperationException",
    message: `Unable to remove the module '${name}' because it is read-only. Add the Force parameter to your command to remove read-only modules.`,
    target: module,
  });
}

export function binaryModule(path: string): ErrorRecord {
  return cmdletError({
    id: "NotEmulated",
    category: "NotImplemented",
    exception: "NotSupportedException",
    message: `The emulator cannot load '${path}': modules of script (.psm1, .psd1) work, compiled ones do not.`,
    target: path,
  });
}
