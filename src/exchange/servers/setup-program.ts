import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { notEmulated } from "../../runtime/errors.js";
import { listObjects, serverRoles } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { toText } from "../../values/text.js";
import { sentence } from "../noun/exchange-errors.js";
import { organizationOf } from "../organization.js";
import { RemoteSession } from "../remote-session.js";
import { localMachine } from "../services/machines.js";
import { rolesOf } from "./roles.js";
import { uninstallObstacles, withoutRoles } from "./uninstall.js";

/**
 * Setup.com of Exchange 2010 (Setup.exe since 2013) in mode Uninstall, on the server on which the shell runs. No cmdlet
 * takes a server out of the organization; this does.
 */

const remembered = { certainty: "memory", evidence: "remembered of the unattended setup of 2010" } as const;
const texts = {
  welcome: sentence({ text: () => "Welcome to Microsoft Exchange Server 2010 Unattended Setup", ...remembered }),
  preparing: sentence({ text: () => "Preparing Exchange Setup", ...remembered }),
  removed: sentence({ text: () => "The following server roles will be removed", ...remembered }),
  checks: sentence({ text: () => "Performing Microsoft Exchange Server Prerequisite Check", ...remembered }),
  configuring: sentence({ text: () => "Configuring Microsoft Exchange Server", ...remembered }),
  done: sentence({
    text: () => "The Microsoft Exchange Server setup operation completed successfully.",
    ...remembered,
  }),
  failed: sentence({
    text: () => "The Exchange Server setup operation didn't complete. More details can be found in ExchangeSetup.log.",
    ...remembered,
  }),
} as const;

/** What setup calls the roles, in its order. */
const roleNames: Readonly<Record<string, string>> = {
  HubTransport: "Hub Transport Role",
  ClientAccess: "Client Access Role",
  Mailbox: "Mailbox Role",
  UnifiedMessaging: "Unified Messaging Role",
  Edge: "Edge Transport Server Role",
};

/** Short forms of /roles. */
const shortRoles: Readonly<Record<string, string>> = {
  ht: "HubTransport",
  h: "HubTransport",
  ca: "ClientAccess",
  c: "ClientAccess",
  mb: "Mailbox",
  m: "Mailbox",
  um: "UnifiedMessaging",
  u: "UnifiedMessaging",
  et: "Edge",
  e: "Edge",
  edgetransport: "Edge",
};

const line = (text: string, state: string): string => `    ${text} ......................... ${state}\n`;

/** `/mode:Uninstall /roles:ClientAccess`, by full and short names. */
function optionsOf(args: readonly string[]): ReadonlyMap<string, string> {
  const short: Readonly<Record<string, string>> = { m: "mode", r: "roles", role: "roles" };
  return new Map(
    args.map((each) => {
      const [, name = "", value = ""] = /^[/-]?(\w+)(?::(.*))?$/.exec(each) ?? [];
      const key = name.toLowerCase();
      return [short[key] ?? key, value] as const;
    }),
  );
}

function rolesAsked(text: string | undefined, all: readonly string[]): readonly string[] {
  if (text === undefined) return all;
  const wanted = text.split(/[,;]/).map((name) => {
    const key = name.trim().toLowerCase();
    return shortRoles[key] ?? serverRoles.find((role) => role.toLowerCase() === key) ?? "";
  });
  return all.filter((role) => wanted.includes(role));
}

function uninstall(cmdlet: CmdletRuntime, asked: string | undefined): void {
  const { context } = cmdlet;
  const organization = organizationOf(context);
  const local = localMachine(context)?.name.toLowerCase();
  const server = listObjects(organization.current, "ExchangeServer").find(({ name }) => name.toLowerCase() === local);
  if (server === undefined) throw notEmulated("Setup", "It runs on a server of Exchange only.");
  const roles = rolesAsked(asked, rolesOf(server));
  if (roles.length === 0) throw notEmulated("this use of Setup", "Name roles that the server has.");
  const shown = Object.keys(roleNames).filter((role) => roles.includes(role));
  const names = shown.map((role) => roleNames[role] ?? role);
  const write = (text: string): void => context.host.write(text);
  write(`\n${texts.welcome.text()}\n\n${texts.preparing.text()}\n\n${texts.removed.text()}\n`);
  for (const name of names) write(`    ${name}\n`);
  write(`\n${texts.checks.text()}\n\n`);
  const obstacles = uninstallObstacles(organization.current, server, roles);
  for (const name of names) write(line(`${name} Checks`, obstacles.length === 0 ? "COMPLETED" : "FAILED"));
  if (obstacles.length > 0) {
    write(`\n${obstacles.map((text) => `     ${text}\n`).join("")}\n${texts.failed.text()}\n`);
    return;
  }
  organization.current = withoutRoles(organization.current, server, roles);
  write(`\n${texts.configuring.text()}\n\n`);
  for (const name of names) write(line(name, "COMPLETED"));
  write(`\n${texts.done.text()}\n`);
  // The shell goes on through another server when its own is gone.
  if (roles.length === rolesOf(server).length) organization.session = new RemoteSession(organization.current);
}

const setupProgram = defineCmdlet({
  name: "Setup.com",
  typeName: "Setup.com",
  source: "",
  synopsis: "Exchange's setup: takes roles, or all of Exchange, from the server on which the shell runs.",
  parameters: { Options: { type: "string[]", remaining: true, position: 0 } },
  create: (parameters, cmdlet) => ({
    end: () => {
      const { Options: given } = parameters;
      const args = given instanceof PSArray ? given.items.map((item) => toText(cmdlet.context, item)) : [];
      const options = optionsOf(args);
      if (options.get("mode")?.toLowerCase() !== "uninstall")
        throw notEmulated("this use of Setup", "/mode:Uninstall works, with /roles:ClientAccess and so on.");
      uninstall(cmdlet, options.get("roles"));
    },
  }),
});

const programPath = /^(?:.*\\)?setup(?:\.com|\.exe)$/i;

/** Exchange's setup program by a path. */
export function findSetupProgram(name: string) {
  return programPath.test(name) ? setupProgram : undefined;
}
