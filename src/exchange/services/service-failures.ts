import { cmdletError } from "../../cmdlets/error-record.js";
import type { ErrorCategory, ErrorRecord, Value } from "../../values/index.js";

/** `Microsoft Exchange Information Store (MSExchangeIS)`: how errors and questions name a service. */
export function serviceLabel({ name, displayName }: { readonly name: string; readonly displayName: string }): string {
  return `${displayName} (${name})`;
}

function failure(id: string, category: ErrorCategory, message: string, target: Value): ErrorRecord {
  return cmdletError({ id, category, exception: "ServiceCommandException", message, target });
}

export function noServiceOfName(name: string): ErrorRecord {
  const message = `Cannot find any service with service name '${name}'.`;
  return failure("NoServiceFoundForGivenName", "ObjectNotFound", message, name);
}

export function noServiceOfDisplayName(name: string): ErrorRecord {
  const message = `Cannot find any service with display name '${name}'.`;
  return failure("NoServiceFoundForGivenDisplayName", "ObjectNotFound", message, name);
}

export function hasDependents(label: string, target: Value): ErrorRecord {
  const message = `Cannot stop service '${label}' because it has dependent services. It can only be stopped if the Force flag is set.`;
  return failure("ServiceHasDependentServices", "InvalidOperation", message, target);
}

/** A service that cannot be stopped or started: which one, on which computer (`.`: this one), the object at fault. */
export interface StuckService {
  readonly label: string;
  readonly name: string;
  readonly computer: string;
  readonly target: Value;
}

export function cannotStop({ label, name, computer, target }: StuckService): ErrorRecord {
  return notStopped(label, `Cannot stop ${name} service on computer '${computer}'.`, target);
}

export function cannotStart({ label, name, computer, target }: StuckService): ErrorRecord {
  return notStarted(label, `Cannot start service ${name} on computer '${computer}'.`, target);
}

/** The computer of a service that was found does not answer any more. */
export function cannotReachToStop({ label, computer, target }: StuckService): ErrorRecord {
  return notStopped(label, noManagerText(computer), target);
}

export function cannotReachToStart({ label, computer, target }: StuckService): ErrorRecord {
  return notStarted(label, noManagerText(computer), target);
}

function notStopped(label: string, reason: string, target: Value): ErrorRecord {
  const message = `Service '${label}' cannot be stopped due to the following error: ${reason}`;
  return failure("CouldNotStopService", "CloseError", message, target);
}

function notStarted(label: string, reason: string, target: Value): ErrorRecord {
  const message = `Service '${label}' cannot be started due to the following error: ${reason}`;
  return failure("CouldNotStartService", "OpenError", message, target);
}

const noManagerText = (computer: string): string =>
  `Cannot open Service Control Manager on computer '${computer}'. This operation might require other privileges.`;

/** No such server, or none that answers. */
export function noServiceManager(computer: string): ErrorRecord {
  return cmdletError({
    id: "System.InvalidOperationException",
    category: "NotSpecified",
    exception: "InvalidOperationException",
    message: noManagerText(computer),
  });
}
