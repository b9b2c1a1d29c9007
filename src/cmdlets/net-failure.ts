import type { CmdletRuntime } from "../runtime/cmdlet.js";
import { type ErrorCategory, PowerShellError } from "../values/index.js";
import { rewrapped } from "./error-record.js";

/**
 * Runs .NET's code for a cmdlet that does not catch what it throws: the exception becomes the cmdlet's terminating
 * error, named by the exception's type.
 */
export function orThrow<T>(cmdlet: CmdletRuntime, body: () => T, category: ErrorCategory = "NotSpecified"): T {
  try {
    return body();
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError)) throw thrown;
    return cmdlet.throwTerminatingError(rewrapped(thrown.record, thrown.record.exception.type.fullName, category));
  }
}
