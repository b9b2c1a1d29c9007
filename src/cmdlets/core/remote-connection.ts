import { ErrorRecord, ExceptionObject } from "../../values/errors.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/types.js";

// What consoles show of connections that cannot be made (documented: about_Remote_Troubleshooting; captures of consoles).

const transportException = "System.Management.Automation.Remoting.PSRemotingTransportException";
const more = "For more information, see the about_Remote_Troubleshooting Help topic.";

/** What a command line says of a connection besides its machine. */
export interface ConnectionRequest {
  readonly Port?: number | undefined;
  readonly UseSSL?: boolean | undefined;
  readonly ConfigurationName?: string | undefined;
  readonly ApplicationName?: string | undefined;
}

/** The endpoints that Windows Server has. */
const configurations: ReadonlySet<string> = new Set([
  "microsoft.powershell",
  "microsoft.powershell32",
  "microsoft.powershell.workflow",
  "microsoft.windows.servermanager",
  "microsoft.windows.servermanagerworkflows",
]);

/** WinRM listens without encryption, on one port. */
const port = 5985;

/** Why a machine that answers refuses a connection; `null`: it does not. Id and text. */
export function refusedConnection(
  computerName: string,
  { Port = 0, UseSSL = false, ConfigurationName, ApplicationName }: ConnectionRequest,
): readonly [id: string, text: string] | null {
  if (UseSSL || (Port !== 0 && Port !== port))
    return [
      "CannotConnect",
      `The client cannot connect to the destination specified in the request. Verify that the service on the destination is running and is accepting requests. Consult the logs and documentation for the WS-Management service running on the destination, most commonly IIS or WinRM. If the destination is the WinRM service, run the following command on the destination to analyze and configure the WinRM service: "winrm quickconfig". ${more}`,
    ];
  if (ApplicationName !== undefined && ApplicationName.toLowerCase() !== "wsman")
    return [
      "URLNotAvailable",
      `The WinRM client sent a request to an HTTP server and got a response saying the requested HTTP URL was not available. This is usually returned by a HTTP server that does not support the WS-Management protocol. ${more}`,
    ];
  if (ConfigurationName !== undefined && !configurations.has(ConfigurationName.toLowerCase()))
    return [
      "CannotUseConfiguration",
      `The WS-Management service cannot process the request. Cannot find the ${ConfigurationName} session configuration in the WSMan: drive on the ${computerName} computer. ${more}`,
    ];
  return null;
}

/** A name that nobody knows. */
export const unknownServer = [
  "ComputerNotFound",
  `The WinRM client cannot process the request because the server name cannot be resolved. ${more}`,
] as const;

/** A machine that does not answer. */
export const silentServer = [
  "WinRMOperationTimeout",
  `WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from this computer. By default, the WinRM firewall exception for public profiles limits access to remote computers within the same local subnet. ${more}`,
] as const;

/** The error of a connection: for Invoke-Command, or for a session that is to be opened. */
export function notConnected(
  name: string,
  [errorId, why]: readonly [id: string, text: string],
  purpose: "command" | "session" = "command",
): ErrorRecord {
  if (findTypeByFullName(transportException) === undefined)
    defineType({ fullName: transportException, base: "System.Management.Automation.RuntimeException" });
  const message = `[${name}] Connecting to remote server ${name} failed with the following error message : ${why}`;
  const record = new ErrorRecord({
    exception: new ExceptionObject(typeNamed(transportException), message),
    errorId,
    category: "OpenError",
    target: purpose === "command" ? name : "System.Management.Automation.RemoteRunspace",
    ...(purpose === "command" ? {} : { targetType: "RemoteRunspace" }),
  });
  record.amend({ commandTypeName: purpose === "command" ? "PSSessionStateBroken" : "PSSessionOpenFailed" });
  return record;
}
