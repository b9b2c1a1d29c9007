import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  type ConnectionRequest,
  notConnected,
  refusedConnection,
  silentServer,
  unknownServer,
} from "../../cmdlets/core/remote-connection.js";
import { cmdletError } from "../../cmdlets/error-record.js";
import { namesOf } from "../../cmdlets/session/scopes.js";
import { remotingKey } from "../../cmdlets/session-services.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { notEmulated } from "../../runtime/errors.js";
import { extensionOf } from "../../runtime/extension.js";
import { ScopeTables } from "../../runtime/scope.js";
import { type DirectoryObject, getProperty, listObjects } from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { ErrorRecord, ExceptionObject } from "../../values/errors.js";
import { WildcardPattern } from "../../values/index.js";
import { Uri } from "../../values/simple-values.js";
import { netText } from "../../values/text.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { organizationOf } from "../organization.js";
import { schema } from "../schema.js";
import { runs } from "../servers/running-services.js";
import { releaseOf } from "./management-session.js";
import { exchangeConfiguration, PSSession, psSessionsOf, sessionType, usualSessionName } from "./ps-session.js";

const transportException = "System.Management.Automation.Remoting.PSRemotingTransportException";

const newParameters = {
  ConnectionUri: {
    type: "uri[]",
    position: 0,
    pipeline: "name",
    aliases: ["URI", "CU"],
    sets: ["Uri"],
    mandatory: true,
  },
  ComputerName: { type: "string[]", position: 0, pipeline: "value,name", aliases: ["Cn"], sets: ["ComputerName"] },
  ConfigurationName: { type: "string", pipeline: "name" },
  Name: { type: "string[]" },
  Credential: { type: "object", pipeline: "name", coverage: "accepted" },
  Authentication: { type: "string", coverage: "accepted" },
  AllowRedirection: { type: "switch", sets: ["Uri"], coverage: "accepted" },
  SessionOption: { type: "object", coverage: "accepted" },
  ThrottleLimit: { type: "int", coverage: "accepted" },
  CertificateThumbprint: { type: "string", coverage: "accepted" },
  Port: { type: "int", sets: ["ComputerName"] },
  UseSSL: { type: "switch", sets: ["ComputerName"] },
  ApplicationName: { type: "string", pipeline: "name", sets: ["ComputerName"] },
} as const satisfies ParameterDeclarations;

/** Connects to the PowerShell virtual directory of a server of the organization, or to a machine's own PowerShell. */
export const newPSSession = defineCmdlet({
  name: "New-PSSession",
  typeName: "Microsoft.PowerShell.Commands.NewPSSessionCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis:
    "Connects to a machine, or to an Exchange server: -ConfigurationName Microsoft.Exchange -ConnectionUri http://server/PowerShell/.",
  defaultParameterSet: "ComputerName",
  parameters: newParameters,
  create: (bound, cmdlet) => ({
    process(): void {
      const names = namesOf(cmdlet, bound.Name);
      const write = (opened: PSSession | null): void => {
        if (opened !== null) cmdlet.writeObject(opened);
      };
      if (bound.ConnectionUri !== undefined) {
        for (const [index, uri] of urisOf(bound).entries()) write(open(cmdlet, uri, names[index]));
        return;
      }
      const computers = bound.ComputerName === undefined ? ["localhost"] : namesOf(cmdlet, bound.ComputerName);
      for (const [index, computer] of computers.entries()) write(openMachine(cmdlet, computer, names[index], bound));
    },
  }),
});

function urisOf(bound: Bound<typeof newParameters>): readonly Uri[] {
  const uris = toItems(bound.ConnectionUri ?? null).filter((uri) => uri instanceof Uri);
  if (uris.length === 0 || (bound.ConfigurationName ?? "").toLowerCase() !== exchangeConfiguration.toLowerCase()) {
    throw notEmulated(
      "sessions of other configurations",
      "It connects with -ConfigurationName Microsoft.Exchange and -ConnectionUri http://server/PowerShell/.",
    );
  }
  return uris;
}

/** A session of a machine's own PowerShell. */
function openMachine(
  cmdlet: CmdletRuntime,
  computerName: string,
  name: string | undefined,
  request: ConnectionRequest,
): PSSession | null {
  const { context } = cmdlet;
  const outcome = extensionOf(context, remotingKey).runOn(context, computerName, () => {});
  const failed =
    outcome === "ran" ? refusedConnection(computerName, request) : outcome === "unknown" ? unknownServer : silentServer;
  if (failed !== null) {
    cmdlet.writeError(notConnected(computerName, failed, "session"));
    return null;
  }
  const tables = new ScopeTables(null, "global");
  return add(cmdlet, name, (id, usual) => {
    const configuration = request.ConfigurationName ?? "Microsoft.PowerShell";
    return new PSSession(id, usual, computerName, context.newGuid(), null, configuration, tables);
  });
}

/** Gives a connection its number and its name, and keeps it. */
function add(
  { context }: CmdletRuntime,
  name: string | undefined,
  make: (id: number, name: string) => PSSession,
): PSSession {
  const sessions = psSessionsOf(context);
  const id = sessions.state.opened + 1;
  const session = make(id, name ?? usualSessionName(context.facts.languageVersion, id));
  sessions.state = { ...sessions.state, opened: id, sessions: [...sessions.state.sessions, session] };
  return session;
}

function open(cmdlet: CmdletRuntime, uri: Uri, name: string | undefined): PSSession | null {
  const { context } = cmdlet;
  const host = uri.absolute?.host ?? "";
  const release = releaseAt(cmdlet, host);
  if (release === null) return null;
  return add(
    cmdlet,
    name,
    (id, usual) => new PSSession(id, usual, host, context.newGuid(), release, exchangeConfiguration),
  );
}

/** A connection for one command, which nobody lists. */
export function connect(cmdlet: CmdletRuntime, uri: Uri): PSSession | null {
  const host = uri.absolute?.host ?? "";
  const release = releaseAt(cmdlet, host);
  return release === null ? null : new PSSession(0, "", host, cmdlet.context.newGuid(), release, exchangeConfiguration);
}

/** Which cmdlets the Exchange server has; `null`: there is none of that name, which was written. */
function releaseAt(cmdlet: CmdletRuntime, host: string): ExchangeRelease | null {
  const server = serverNamed(cmdlet, host);
  if (server !== null) return releaseOf(server);
  cmdlet.writeError(noServer(host, cmdlet.context.facts.languageVersion));
  return null;
}

/** The server behind a host name, when its web server answers: by its name, its FQDN, or `localhost` for the one that the shell runs on. */
function serverNamed(cmdlet: CmdletRuntime, host: string): DirectoryObject | null {
  const organization = organizationOf(cmdlet.context);
  const servers = listObjects(organization.current, "ExchangeServer");
  const wanted = host.toLowerCase();
  const local = wanted === "localhost" ? organization.session.host.fqdn.toLowerCase() : wanted;
  const found = servers.find((server) => server.name.toLowerCase() === local || fqdnOf(server).toLowerCase() === local);
  return found !== undefined && runs(organization.current, found, "W3SVC") ? found : null;
}

function fqdnOf(server: DirectoryObject): string {
  const fqdn = getProperty(schema, server, "Fqdn");
  return typeof fqdn === "string" ? fqdn : "";
}

/** facts/captures.jsonl, new-pssession.2; the text of 2.0 does not name the server twice (memory). */
function noServer(host: string, languageVersion: number): ErrorRecord {
  if (findTypeByFullName(transportException) === undefined) {
    defineType({ fullName: transportException, base: "System.Management.Automation.RuntimeException" });
  }
  const again = languageVersion < 3 ? "" : ` ${host}`;
  const record = new ErrorRecord({
    exception: new ExceptionObject(
      typeNamed(transportException),
      `[${host}] Connecting to remote server${again} failed with the following error message : WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from this computer. By default, the WinRM firewall exception for public profiles limits access to remote computers within the same local subnet. For more information, see the about_Remote_Troubleshooting Help topic.`,
    ),
    errorId: "WinRMOperationTimeout",
    category: "OpenError",
    target: "System.Management.Automation.RemoteRunspace",
    targetType: "RemoteRunspace",
  });
  record.amend({ commandTypeName: "PSSessionOpenFailed" });
  return record;
}

const getParameters = {
  ComputerName: {
    type: "string[]",
    position: 0,
    mandatory: true,
    aliases: ["Cn"],
    sets: ["ComputerName"],
    coverage: "refused",
  },
  InstanceId: { type: "guid[]", sets: ["InstanceId"] },
  Name: { type: "string[]", sets: ["Name"] },
  Id: { type: "int[]", position: 0, mandatory: true, sets: ["Id"] },
} as const satisfies ParameterDeclarations;

export const getPSSession = defineCmdlet({
  name: "Get-PSSession",
  typeName: "Microsoft.PowerShell.Commands.GetPSSessionCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Gives the connections that are open.",
  defaultParameterSet: "Name",
  parameters: getParameters,
  create: (bound, cmdlet) => ({
    process(): void {
      for (const session of selected(cmdlet, bound)) cmdlet.writeObject(session);
    },
  }),
});

/** What a command line says of the connections that it means. */
interface Selection {
  readonly Session?: Value | undefined;
  readonly Id?: Value | undefined;
  readonly Name?: Value | undefined;
  readonly InstanceId?: Value | undefined;
}

/** The connections that are meant, all where nothing is said. Ids and names without wildcards that mean none are errors. */
function selected(cmdlet: CmdletRuntime, { Session, Id, Name, InstanceId }: Selection): readonly PSSession[] {
  const { sessions } = psSessionsOf(cmdlet.context).state;
  if (Session !== undefined) return toItems(Session).filter((item) => item instanceof PSSession);
  const asked = [
    ...wanted(cmdlet, "Id", Id, (session, text) => String(session.id) === text),
    ...wanted(cmdlet, "InstanceId", InstanceId, (session, text) => session.instance === text.toLowerCase()),
    ...wanted(cmdlet, "Name", Name, (session, text) => new WildcardPattern(text, true).isMatch(session.name)),
  ];
  if (Id === undefined && Name === undefined && InstanceId === undefined) return sessions;
  return asked;
}

function wanted(
  cmdlet: CmdletRuntime,
  parameter: "Id" | "Name" | "InstanceId",
  value: Value | undefined,
  fits: (session: PSSession, text: string) => boolean,
): readonly PSSession[] {
  const { sessions } = psSessionsOf(cmdlet.context).state;
  return toItems(value ?? null).flatMap((item) => {
    const text = netText(cmdlet.context, item);
    const found = sessions.filter((session) => fits(session, text));
    if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(text))
      cmdlet.writeError(noSession(parameter, text, item));
    return found;
  });
}

/** Wordings from memory. */
function noSession(parameter: "Id" | "Name" | "InstanceId", text: string, target: Value): ErrorRecord {
  const called = { Id: "session ID", Name: "name", InstanceId: "instance ID" }[parameter];
  const id = { Id: "SessionId", Name: "Name", InstanceId: "InstanceId" }[parameter];
  return cmdletError({
    id: `PSSession${id}NotFound`,
    category: "InvalidArgument",
    exception: "PSArgumentException",
    message: `The specified session with the ${called} ${text} cannot be found. Provide a valid ${called}.`,
    target,
  });
}

const removeParameters = {
  Session: { type: `${sessionType}[]`, position: 0, mandatory: true, pipeline: "value,name", sets: ["Session"] },
  Id: { type: "int[]", position: 0, mandatory: true, pipeline: "name", sets: ["Id"] },
  Name: { type: "string[]", mandatory: true, pipeline: "name", sets: ["Name"] },
  InstanceId: { type: "guid[]", mandatory: true, pipeline: "name", sets: ["InstanceId"] },
} as const satisfies ParameterDeclarations;

/** Closes connections; what was imported through them goes with them. */
export const removePSSession = defineCmdlet({
  name: "Remove-PSSession",
  typeName: "Microsoft.PowerShell.Commands.RemovePSSessionCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Closes connections, and takes away what was imported through them.",
  defaultParameterSet: "Id",
  supportsShouldProcess: true,
  parameters: removeParameters,
  create: (bound, cmdlet) => ({
    process(): void {
      for (const session of selected(cmdlet, bound)) {
        if (!cmdlet.shouldProcess(session.text(), "Remove")) continue;
        session.close();
        const sessions = psSessionsOf(cmdlet.context);
        sessions.state = {
          ...sessions.state,
          sessions: sessions.state.sessions.filter(({ id }) => id !== session.id),
          modules: sessions.state.modules.filter((module) => module.session !== session.id),
          management: sessions.state.management === session.id ? "closed" : sessions.state.management,
        };
      }
    },
  }),
});
