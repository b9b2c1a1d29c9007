/** How scripts reach Exchange: connections, what they import, and the functions of the Exchange Management Shell. */
import type { Remoting } from "../../cmdlets/session-services.js";
import type { FormatView } from "../../formatting/index.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { exchangeCmdlets } from "../cmdlets.js";
import { importPSSession } from "./import-pssession.js";
import { PSSession, type PSSessions, psSessionViews } from "./ps-session.js";
import { getPSSession, newPSSession, removePSSession } from "./pssession-cmdlets.js";

export { findImported, importedCommands, proxyKey, proxyOfKey } from "./imported-commands.js";
export { findManagementShellCommand } from "./management-shell.js";
export { initialPSSessions, type PSSessionsState, psSessionsKey } from "./ps-session.js";

export const sessionCmdlets: readonly CmdletInfo[] = [getPSSession, importPSSession, newPSSession, removePSSession];

/** The views of an edition's language version. */
export function sessionViews(languageVersion: number): readonly FormatView[] {
  return psSessionViews(languageVersion);
}

/** `Invoke-Command -Session`: while the block runs, it finds all commands of the server. */
export function remotingOf(sessions: PSSessions): Remoting {
  return {
    runThrough(connection, body) {
      if (!(connection instanceof PSSession) || !connection.isOpen) return false;
      const { id, name, release } = connection;
      const commands = new Set(exchangeCmdlets(release).map((cmdlet) => cmdlet.name.toLowerCase()));
      const module = { session: id, name, prefix: "", release, commands };
      sessions.state = { ...sessions.state, modules: [...sessions.state.modules, module] };
      try {
        body();
      } finally {
        sessions.state = { ...sessions.state, modules: sessions.state.modules.filter((each) => each !== module) };
      }
      return true;
    },
  };
}
