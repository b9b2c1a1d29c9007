import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { toItems } from "../../values/enumeration.js";
import { type ErrorRecord, isNull, PSCredential, toText, type Value } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { providerPath } from "./paths.js";

/** -Credential of the item and content cmdlets. */
export const credential = { type: "pscredential", pipeline: "name" } as const;

interface WithCredential {
  readonly Credential?: Value | undefined;
}

/**
 * The body of a cmdlet whose paths know no credentials: each path is an error when -Credential brings any. Texts and ids
 * asked of the engine's providers (7.6).
 */
export function withoutCredentials<P extends WithCredential>(
  create: (parameters: P, cmdlet: CmdletRuntime) => CmdletBody,
): (parameters: P, cmdlet: CmdletRuntime) => CmdletBody {
  return (parameters, cmdlet) => {
    const body = create(parameters, cmdlet);
    return {
      begin: () => body.begin?.(),
      process(): void {
        const given = parameters.Credential;
        if (!(given instanceof PSCredential) || given.userName === "") body.process?.();
        else for (const path of pathsOf(cmdlet, parameters)) cmdlet.writeError(notSupported(cmdlet, path));
      },
      end: () => body.end?.(),
    };
  };
}

/** Whatever the parameters name as a path; the location when they name none. */
function pathsOf({ context }: CmdletRuntime, parameters: WithCredential): readonly string[] {
  const given: Readonly<Record<string, unknown>> = { ...parameters };
  const value = (given.LiteralPath ?? given.Path ?? ".") as Value;
  return isNull(value) ? ["."] : toItems(value).map((path) => toText(context, path));
}

function notSupported(cmdlet: CmdletRuntime, path: string): ErrorRecord {
  const again = "Perform the operation again without specifying credentials.";
  return cmdletError({
    id: "NotSupported",
    category: "NotImplemented",
    exception: "PSNotSupportedException",
    message:
      providerPath(cmdlet, path) === null
        ? `The FileSystem provider supports credentials only on the New-PSDrive cmdlet. ${again}`
        : `The provider does not support the use of credentials. ${again}`,
  });
}
