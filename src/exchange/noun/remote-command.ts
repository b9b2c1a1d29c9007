import type { RemoteCommand } from "../../runtime/command-metadata.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { organizationOf } from "../organization.js";
import { remoteReason } from "./exchange-errors.js";

export const snapIn = "Microsoft.Exchange.Management.PowerShell.E2010";

/** From PowerShell 3.0 on, that is Exchange 2013, the client notes on an error which computer it came from. */
export function remoteCommandOf(release: ExchangeRelease): RemoteCommand {
  return {
    // The module lies in a folder named like the server (from memory).
    moduleName: (context) => organizationOf(context).session.computerName,
    stampError: (context, record) => {
      record.amend({ reason: remoteReason(record.reason === "" ? record.exception.type.name : record.reason) });
      if (release !== "2010") organizationOf(context).session.stampError(record);
    },
  };
}
