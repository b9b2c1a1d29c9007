import type { PowerShellError } from "../errors.js";

/**
 * Errors that left a script block which a method called as a delegate. .NET does not know them for the engine's own: the
 * call of the method wraps them as any other exception, also one that would end the script.
 */
const ofDelegates = new WeakSet<PowerShellError>();

export function noteDelegateError(error: PowerShellError): void {
  ofDelegates.add(error);
}

export function isDelegateError(error: PowerShellError): boolean {
  return ofDelegates.has(error);
}
