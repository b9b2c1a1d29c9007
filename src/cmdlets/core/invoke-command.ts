import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import type { Value } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { remotingKey } from "../session-services.js";

/** Runs what it is given through a connection. */
function through(cmdlet: CmdletRuntime, session: Value, run: () => void): void {
  if (extensionOf(cmdlet.context, remotingKey).runThrough(session, run)) return;
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
}

/** Here, or through a connection to an Exchange server; there are no other computers to run anything on. */
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
      position: 0,
      aliases: ["Command"],
      sets: ["InProcess", "ComputerName", "Session"],
    },
    NoNewScope: { type: "switch", sets: ["InProcess"] },
    InputObject: { type: "psobject", pipeline: "value" },
    ArgumentList: { type: "object[]", aliases: ["Args"] },
    ComputerName: { type: "string[]", mandatory: true, aliases: ["Cn"], sets: ["ComputerName"], coverage: "refused" },
    Session: { type: "object[]", mandatory: true, sets: ["Session"] },
    AsJob: { type: "switch", sets: ["ComputerName", "Session"], coverage: "refused" },
    Credential: { type: "object", sets: ["ComputerName"], coverage: "refused" },
    Port: { type: "int", sets: ["ComputerName"], coverage: "refused" },
    UseSSL: { type: "switch", sets: ["ComputerName"], coverage: "refused" },
    ConfigurationName: { type: "string", sets: ["ComputerName"], coverage: "refused" },
    ApplicationName: { type: "string", sets: ["ComputerName"], coverage: "refused" },
    CertificateThumbprint: { type: "string", sets: ["ComputerName"], coverage: "refused" },
    Authentication: { type: "string", sets: ["ComputerName"], coverage: "refused" },
    SessionOption: { type: "object", sets: ["ComputerName"], coverage: "refused" },
    ThrottleLimit: { type: "int", sets: ["ComputerName", "Session"], coverage: "refused" },
    JobName: { type: "string", sets: ["ComputerName", "Session"], coverage: "refused" },
    ConnectionUri: { type: "object[]", sets: ["Uri"], coverage: "refused" },
    AllowRedirection: { type: "switch", sets: ["Uri"], coverage: "refused" },
    FilePath: { type: "string", sets: ["FilePathComputerName"], coverage: "refused" },
    InDisconnectedSession: { since: 3, type: "switch", sets: ["ComputerName"], coverage: "refused" },
    EnableNetworkAccess: { since: 3, type: "switch", sets: ["ComputerName"], coverage: "refused" },
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
    HideComputerName: { type: "switch", aliases: ["HCN"], sets: ["ComputerName", "Session"], coverage: "refused" },
  },
  create: (parameters, cmdlet) => {
    const input: Value[] = [];
    return {
      process(): void {
        if (cmdlet.expectingInput && parameters.InputObject !== undefined) input.push(parameters.InputObject);
      },
      end(): void {
        const block = parameters.ScriptBlock;
        if (block === undefined) return;
        if (!cmdlet.expectingInput && parameters.InputObject !== undefined) input.push(parameters.InputObject);
        const run = (): void =>
          cmdlet.context.invokeBlock(block, {
            arguments: parameters.ArgumentList?.items ?? [],
            input,
            output: { write: (value) => cmdlet.writeObject(value) },
            useCallerScope: parameters.NoNewScope,
            ...(cmdlet.context.callerInvocation ? { invocationInfo: cmdlet.context.callerInvocation } : {}),
            streams: cmdlet.streams,
          });
        if (!cmdlet.isBound("Session")) run();
        else for (const session of parameters.Session?.items ?? []) through(cmdlet, session, run);
      },
    };
  },
});
