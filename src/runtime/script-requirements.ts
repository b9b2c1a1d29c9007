import type { ScriptRequirements } from "../../grammar/syntax-tree.js";
import { type PowerShellError, runtimeError } from "../values/errors.js";
import { notEmulated } from "./errors.js";
import type { ExecutionContext } from "./execution-context.js";

/** What a session has of what scripts may require; the shell supplies it. */
export interface Requirable {
  /** Loads a module; false when there is none of the name. */
  loadModule(context: ExecutionContext, name: string): boolean;
  hasSnapIn(context: ExecutionContext, name: string): boolean;
}

const exceptionType = "System.Management.Automation.ScriptRequiresException";

/**
 * Refuses a script whose `#requires` lines ask for what the session is not: version, edition, snap-ins, modules, in that
 * order. The session's user is an administrator, and assemblies are taken as given. Messages of 7: the real engine's;
 * of Windows PowerShell, which calls itself so: from memory.
 */
export function requirementFailure(
  context: ExecutionContext,
  script: string,
  required: ScriptRequirements,
): PowerShellError | undefined {
  const { psVersion } = context.runtimeFacts;
  // Windows PowerShell before 5.1 does not say that it is one.
  const psEdition = context.runtimeFacts.psEdition ?? "Desktop";
  const isCore = psEdition === "Core";
  const product = isCore ? "PowerShell" : "Windows PowerShell";
  const refused = (id: string, message: string): PowerShellError =>
    runtimeError(id, "ResourceUnavailable", message, { target: script, exceptionType });
  const cannotRun = `The script '${script}' cannot be run because`;
  const { requiredPSVersion: version, requiredPSEditions: editions, requiredApplicationId: shell } = required;
  if (shell !== undefined && required.requiredSnapIns.length === 0)
    return refused(
      "RequiresShellIDInvalidForSingleShell",
      `A #requires statement has specified only a shellID. #Requires statements must specify a required ${product} snap-in when running in ${product}.`,
    );
  if (version !== undefined && !isVersionMet(version, psVersion))
    return refused(
      "ScriptRequiresUnmatchedPSVersion",
      `${cannotRun} it contained a "#requires" statement for ${product} ${withMinor(version)}. The version of ${product} that is required by the script does not match the currently running version of ${product} ${psVersion}.`,
    );
  if (editions.length > 0 && !editions.some((each) => each.toLowerCase() === psEdition.toLowerCase()))
    return runtimeError(
      "ScriptRequiresUnmatchedPSEdition",
      "NotSpecified",
      `${cannotRun} it contained a "#requires" statement for PowerShell editions '${editions.join(",")}'. The edition of PowerShell that is required by the script does not match the currently running PowerShell ${psEdition} edition.`,
      { target: script },
    );
  const { requirable } = context.services;
  // PowerShell 6 has no snap-ins and asks for none.
  const snapIns = isCore
    ? []
    : required.requiredSnapIns.filter((name) => requirable?.hasSnapIn(context, name) !== true);
  if (snapIns.length > 0)
    return refused(
      "ScriptRequiresMissingPSSnapIns",
      `${cannotRun} the following snap-ins that are specified by the "#requires" statements of the script are missing: ${snapIns.join(", ")}.`,
    );
  return missingModules(context, required.requiredModules, (missing) =>
    refused(
      "ScriptRequiresMissingModules",
      `${cannotRun} the following modules that are specified by the "#requires" statements of the script are missing: ${missing}.`,
    ),
  );
}

/** Loads the modules, up to the first that there is none of. */
function missingModules(
  context: ExecutionContext,
  specifications: readonly string[],
  refused: (missing: string) => PowerShellError,
): PowerShellError | undefined {
  const isCore = context.runtimeFacts.psEdition === "Core";
  for (const specification of specifications) {
    const name = /\bModuleName\s*=\s*(['"]?)([^'";}]+)\1/i.exec(specification)?.[2]?.trim() ?? specification;
    const version = /\b(ModuleVersion|RequiredVersion|MaximumVersion|GUID)\s*=\s*(['"]?)([^'";}]+)\2/i.exec(
      specification,
    );
    if (context.services.requirable?.loadModule(context, name) === true) {
      if (version === null) continue;
      return notEmulated(`#requires for a version of the module ${name}`, "Its name alone works.");
    }
    const [, key = "", , value = ""] = version ?? [];
    const wanted = version === null ? "" : ` with ${key} '${value.trim()}'`;
    return refused(isCore ? `The module '${name}' cannot be found${wanted}.` : name);
  }
  return undefined;
}

/** Versions that there have been before the ones with any number of minors. */
const versionsBefore = ["1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "6.1", "6.2"];

function isVersionMet(required: string, running: string): boolean {
  const [major = 0, minor = 0] = required.split(".").map(Number);
  const [runningMajor = 0, runningMinor = 0] = running.split(".").map(Number);
  if (major > runningMajor || (major === runningMajor && minor > runningMinor)) return false;
  return major === runningMajor || versionsBefore.includes(`${major}.${minor}`);
}

/** `3` is 3.0. */
const withMinor = (version: string): string => (version.includes(".") ? version : `${version}.0`);
