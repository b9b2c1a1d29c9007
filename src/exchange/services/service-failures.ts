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

export function cannotStop(label: string, name: string, target: Value): ErrorRecord {
  const message = `Service '${label}' cannot be stopped due to the following error: Cannot stop ${name} service on computer '.'.`;
  return failure("CouldNotStopService", "CloseError", message, target);
}

export function cannotStart(label: string, name: string, target: Value): ErrorRecord {
  const message = `Service '${label}' cannot be started due to the following error: Cannot start service ${name} on computer '.'.`;
  return failure("CouldNotStartService", "OpenError", message, target);
}

/** No such server, or none that answers. */
export function noServiceManager(computer: string): ErrorRecord {
  return cmdletError({
    id: "System.InvalidOperationException",
    category: "NotSpecified",
    exception: "InvalidOperationException",
    message: `Cannot open Service Control Manager on computer '${computer}'. This operation might require other privileges.`,
  });
}
