/** How scripts reach Exchange: connections, what they import, and the functions of the Exchange Management Shell. */
import type { Remoting } from "../../cmdlets/session-services.js";
import type { FormatView } from "../../formatting/index.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { Guid, Uri } from "../../values/simple-values.js";
import { exchangeCmdlets } from "../cmdlets.js";
import { organizationOf } from "../organization.js";
import { RemoteSession } from "../remote-session.js";
import { isUp, machinesOf } from "../services/machines.js";
import { importPSSession } from "./import-pssession.js";
import { PSSession, type PSSessions, psSessionViews } from "./ps-session.js";
import { connect, getPSSession, newPSSession, removePSSession } from "./pssession-cmdlets.js";

export { findImported, importedCommands, proxyKey, proxyOfKey } from "./imported-commands.js";
export { firstConnection } from "./management-session.js";
export { findManagementShellCommand, startScript } from "./management-shell.js";
export { initialPSSessions, type PSSessions, type PSSessionsState, psSessionsKey } from "./ps-session.js";

export const sessionCmdlets: readonly CmdletInfo[] = [getPSSession, importPSSession, newPSSession, removePSSession];

/** The views of an edition's language version. */
export function sessionViews(languageVersion: number): readonly FormatView[] {
  return psSessionViews(languageVersion);
}

/** `Invoke-Command -Session`: while the block runs, it finds all commands of the server. */
export function remotingOf(sessions: PSSessions): Remoting {
  return {
    runThrough(connection, body) {
      if (!(connection instanceof PSSession) || !connection.isOpen || connection.release === null) return false;
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
    runspaceOf(connection) {
      if (!(connection instanceof PSSession) || !connection.isOpen || connection.tables === null) return null;
      const { computerName, tables, instance } = connection;
      return { computerName, tables, instance: new Guid(instance) };
    },
    connect: (cmdlet, uri) => (uri instanceof Uri ? connect(cmdlet, uri) : null),
    runOn(context, computerName, body) {
      const organization = organizationOf(context);
      const { session, current } = organization;
      const key = ["localhost", "."].includes(computerName.toLowerCase())
        ? session.host.name.toLowerCase()
        : computerName.toLowerCase();
      const machine = machinesOf(current).find(({ name, fqdn }) =>
        [name.toLowerCase(), fqdn.toLowerCase()].includes(key),
      );
      if (machine === undefined) return "unknown";
      if (!isUp(current, machine)) return "down";
      const own = context.drives.environment.get("COMPUTERNAME")?.value ?? "";
      organization.session = new RemoteSession(current, session.rights, machine);
      context.drives.setEnvironment("COMPUTERNAME", machine.name.toUpperCase());
      try {
        body();
      } finally {
        organization.session = session;
        context.drives.setEnvironment("COMPUTERNAME", own);
      }
      return "ran";
    },
  };
}
