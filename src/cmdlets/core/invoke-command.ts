import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { notEmulated } from "../../runtime/errors.js";
import { extensionOf } from "../../runtime/extension.js";
import { toItems } from "../../values/enumeration.js";
import type { ScriptBlock, Value } from "../../values/index.js";
import { getProperty } from "../../values/member-access/index.js";
import { displayText, scriptBlockText } from "../../values/text.js";
import { cmdletError } from "../error-record.js";
import { addJob, type Job } from "../jobs/job.js";
import { recorded } from "../jobs/run-job.js";
import { findNode, fullPath, pathNotFound } from "../management/paths.js";
import { namesOf } from "../session/scopes.js";
import { remotingKey } from "../session-services.js";
import type { ConnectionRequest } from "./remote-connection.js";
import { type RemoteRun, runOnComputer } from "./remote-run.js";

/**
 * Runs a block through a connection: on a machine that keeps what was made there before, or here with the commands of
 * an Exchange server, which is what `run` does.
 * @returns whether nothing ended it before its end
 */
function through(cmdlet: CmdletRuntime, session: Value, what: RemoteRun, run: () => void): boolean {
  const remoting = extensionOf(cmdlet.context, remotingKey);
  const runspace = remoting.runspaceOf(session);
  if (runspace !== null) return runOnComputer(cmdlet, runspace.computerName, { ...what, runspace });
  if (remoting.runThrough(session, run)) return true;
  cmdlet.writeError(
    cmdletError({
      id: "PSSessionStateBroken",
      category: "InvalidOperation",
      exception: "PSInvalidOperationException",
      message:
        "Because the session state for the session is not equal to Open, you cannot run a command in the session.",
      target: session,
    }),
  );
  return false;
}

/** The connections that were given, and those that are made for this command. */
function connections(
  cmdlet: CmdletRuntime,
  given: {
    readonly Session: Value | undefined;
    readonly ConnectionUri: Value | undefined;
    readonly ConfigurationName: string | undefined;
  },
): readonly Value[] {
  if (given.ConnectionUri === undefined) return toItems(given.Session ?? null);
  if ((given.ConfigurationName ?? "").toLowerCase() !== "microsoft.exchange")
    throw notEmulated(
      "a connection to another endpoint by its URI",
      "It connects with -ConfigurationName Microsoft.Exchange and -ConnectionUri http://server/PowerShell/.",
    );
  const remoting = extensionOf(cmdlet.context, remotingKey);
  return toItems(given.ConnectionUri).flatMap((uri) => remoting.connect(cmdlet, uri) ?? []);
}

/** A job that runs the block on each of the machines. */
function remoteJob(
  cmdlet: CmdletRuntime,
  name: string | undefined,
  computers: readonly string[],
  what: RemoteRun,
  request: ConnectionRequest,
): Job {
  return addJob(cmdlet.context, {
    name,
    kind: "RemoteJob",
    childKind: "",
    command: scriptBlockText(what.block),
    children: computers.map((location) => ({
      location,
      run: () => recorded(cmdlet, (recorder) => runOnComputer(recorder, location, what, request)),
    })),
  });
}

/** A job that runs the block through each of the connections. */
function sessionJob(
  cmdlet: CmdletRuntime,
  name: string | undefined,
  sessions: readonly Value[],
  what: RemoteRun,
  run: (runtime: CmdletRuntime) => void,
): Job {
  return addJob(cmdlet.context, {
    name,
    kind: "RemoteJob",
    childKind: "",
    command: scriptBlockText(what.block),
    children: sessions.map((session) => ({
      location: displayText(cmdlet.context, getProperty(cmdlet.context, session, "ComputerName") ?? null),
      run: () => recorded(cmdlet, (recorder) => through(recorder, session, what, () => run(recorder))),
    })),
  });
}

/** The code of a script file, which runs as it is. */
function scriptOf(cmdlet: CmdletRuntime, path: string | undefined): ScriptBlock | undefined {
  if (path === undefined) return undefined;
  const found = findNode(cmdlet, fullPath(cmdlet, path));
  if (found?.node.kind === "file") return cmdlet.context.createScriptBlock(found.node.text.replace(/^\uFEFF/, ""));
  cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
  return undefined;
}

/** Here, on other machines of the network, or through a connection to an Exchange server. */
export const invokeCommand = defineCmdlet({
  name: "Invoke-Command",
  typeName: "Microsoft.PowerShell.Commands.InvokeCommandCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Runs a script block.",
  defaultParameterSet: "InProcess",
  parameters: {
    ScriptBlock: {
      type: "scriptblock",
      mandatory: true,
      aliases: ["Command"],
      sets: ["InProcess", "ComputerName", "Session", "Uri"],
      inSet: {
        Uri: { position: 1, mandatory: true },
        InProcess: { position: 0, mandatory: true },
        ComputerName: { position: 1, mandatory: true },
        Session: { position: 1, mandatory: true },
      },
    },
    NoNewScope: { type: "switch", sets: ["InProcess"] },
    InputObject: { type: "psobject", pipeline: "value" },
    ArgumentList: { type: "object[]", aliases: ["Args"] },
    ComputerName: { type: "string[]", position: 0, aliases: ["Cn"], sets: ["ComputerName", "FilePathComputerName"] },
    Session: {
      type: "System.Management.Automation.Runspaces.PSSession[]",
      position: 0,
      mandatory: true,
      sets: ["Session"],
    },
    AsJob: { type: "switch", sets: ["ComputerName", "Session", "FilePathComputerName"] },
    // Whoever asks may connect to every machine, however it is asked.
    Credential: {
      type: "pscredential",
      pipeline: "name",
      sets: ["ComputerName", "FilePathComputerName", "Uri"],
      coverage: "accepted",
    },
    Port: { type: "int", sets: ["ComputerName", "FilePathComputerName"] },
    UseSSL: { type: "switch", sets: ["ComputerName", "FilePathComputerName"] },
    ConfigurationName: { type: "string", sets: ["ComputerName", "FilePathComputerName", "Uri"] },
    ApplicationName: { type: "string", sets: ["ComputerName", "FilePathComputerName"] },
    CertificateThumbprint: { type: "string", sets: ["ComputerName"], coverage: "accepted" },
    Authentication: { type: "string", sets: ["ComputerName", "FilePathComputerName", "Uri"], coverage: "accepted" },
    SessionOption: { type: "object", sets: ["ComputerName", "FilePathComputerName", "Uri"], coverage: "accepted" },
    ThrottleLimit: { type: "int", sets: ["ComputerName", "Session", "FilePathComputerName"], coverage: "accepted" },
    JobName: { type: "string", sets: ["ComputerName", "Session", "FilePathComputerName"] },
    ConnectionUri: { type: "uri[]", position: 0, mandatory: true, sets: ["Uri"], aliases: ["URI", "CU"] },
    AllowRedirection: { type: "switch", sets: ["Uri"], coverage: "accepted" },
    FilePath: { type: "string", position: 1, mandatory: true, aliases: ["PSPath"], sets: ["FilePathComputerName"] },
    InDisconnectedSession: { since: 3, type: "switch", sets: ["ComputerName"], coverage: "refused" },
    EnableNetworkAccess: { since: 3, type: "switch", sets: ["ComputerName"], coverage: "accepted" },
    SessionName: { since: 3, type: "string[]", sets: ["ComputerName"], coverage: "refused" },
    VMId: { since: 5, type: "object[]", sets: ["VMId"], coverage: "refused" },
    VMName: { since: 5, type: "string[]", sets: ["VMId"], coverage: "refused" },
    ContainerId: { since: 5, type: "string[]", sets: ["VMId"], coverage: "refused" },
    RunAsAdministrator: { since: 5, type: "switch", sets: ["VMId"], coverage: "refused" },
    HostName: { since: 7, type: "string[]", sets: ["SSHHost"], coverage: "refused" },
    UserName: { since: 7, type: "string", sets: ["SSHHost"], coverage: "refused" },
    KeyFilePath: { since: 7, type: "string", sets: ["SSHHost"], coverage: "refused" },
    Subsystem: { since: 7, type: "string", sets: ["SSHHost"], coverage: "refused" },
    ConnectingTimeout: { since: 7, type: "int", sets: ["SSHHost"], coverage: "refused" },
    SSHTransport: { since: 7, type: "switch", sets: ["SSHHost"], coverage: "refused" },
    SSHConnection: { since: 7, type: "object[]", sets: ["SSHHost"], coverage: "refused" },
    Options: { since: 7, type: "hashtable", sets: ["SSHHost"], coverage: "refused" },
    RemoteDebug: { since: 7, type: "switch", sets: ["SSHHost"], coverage: "refused" },
    HideComputerName: {
      type: "switch",
      aliases: ["HCN"],
      sets: ["ComputerName", "Session", "FilePathComputerName"],
    },
  },
  create: (parameters, cmdlet) => {
    const input: Value[] = [];
    return {
      process(): void {
        if (cmdlet.expectingInput && parameters.InputObject !== undefined) input.push(parameters.InputObject);
      },
      end(): void {
        const block = parameters.ScriptBlock ?? scriptOf(cmdlet, parameters.FilePath);
        if (block === undefined) return;
        if (!cmdlet.expectingInput && parameters.InputObject !== undefined) input.push(parameters.InputObject);
        const args = parameters.ArgumentList?.items ?? [];
        const what: RemoteRun = { block, args, input, hidesComputerName: parameters.HideComputerName };
        // A name asks for a job, too.
        const isJob = parameters.AsJob || parameters.JobName !== undefined;
        if (parameters.ComputerName !== undefined && isJob) {
          const names = namesOf(cmdlet, parameters.ComputerName);
          cmdlet.writeObject(remoteJob(cmdlet, parameters.JobName, names, what, parameters));
          return;
        }
        if (parameters.ComputerName !== undefined) {
          for (const name of namesOf(cmdlet, parameters.ComputerName)) runOnComputer(cmdlet, name, what, parameters);
          return;
        }
        const run = (runtime: CmdletRuntime): void => {
          const { context, streams } = runtime;
          context.invokeBlock(block, {
            arguments: args,
            input,
            output: { write: (value) => runtime.writeObject(value) },
            useCallerScope: parameters.NoNewScope,
            ...(context.callerInvocation ? { invocationInfo: context.callerInvocation } : {}),
            streams,
          });
        };
        if (!cmdlet.isBound("Session") && parameters.ConnectionUri === undefined) {
          run(cmdlet);
          return;
        }
        const sessions = connections(cmdlet, parameters);
        if (isJob) cmdlet.writeObject(sessionJob(cmdlet, parameters.JobName, sessions, what, run));
        else for (const session of sessions) through(cmdlet, session, what, () => run(cmdlet));
      },
    };
  },
});
