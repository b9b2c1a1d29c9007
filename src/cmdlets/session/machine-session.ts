import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import type { Value } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { remotingKey } from "../session-services.js";

/** The type of connections. */
export const sessionType = "System.Management.Automation.Runspaces.PSSession";

/** Ends the statement for a connection that is closed, or to an endpoint that has no such command (own words). */
export function demandMachine(cmdlet: CmdletRuntime, session: Value): void {
  if (extensionOf(cmdlet.context, remotingKey).runspaceOf(session) !== null) return;
  cmdlet.throwTerminatingError(
    cmdletError({
      id: "RemoteModulesNotAvailable",
      category: "InvalidOperation",
      exception: "PSInvalidOperationException",
      message: "The session is not open, or its endpoint has no modules that it tells of.",
      target: session,
    }),
  );
}
