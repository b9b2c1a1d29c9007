import { type DirectoryObject, isBackEnd, listObjects } from "../../topology/index.js";
import { internalUri } from "../autodiscover.js";
import type { Evaluation } from "../evaluation.js";
import { textField } from "../fields.js";
import type { Host } from "../machines.js";
import { serverOf } from "../mailboxes.js";
import { hostOfUrl } from "../web.js";
import { quoted } from "./commands.js";

/** An address under which a Client Access server offers a web service, or would. */
export interface WebAddress {
  readonly host: Host;
  /** `OWA`, `Autodiscover`, …: for words. */
  readonly service: string;
  readonly scope: "internal" | "external";
  /** A URL, or the host name of Outlook Anywhere; null for none. */
  readonly url: string | null;
  /** Its host name in small letters. */
  readonly name: string | null;
  /** Whether clients look at a certificate there. */
  readonly isSecure: boolean;
  /** The line that gives the server another one. */
  setTo(url: string): string;
}

/** Virtual directories: what they are for, their class, the cmdlet that sets them. */
const directories = [
  ["OWA", "OwaVirtualDirectory"],
  ["ECP", "EcpVirtualDirectory"],
  ["EWS", "WebServicesVirtualDirectory"],
  ["ActiveSync", "ActiveSyncVirtualDirectory"],
  ["OAB", "OabVirtualDirectory"],
] as const;

/** All addresses of web services: by service, servers in the order of the organization. */
export function webAddressesOf(evaluation: Evaluation): readonly WebAddress[] {
  const servers = evaluation.network.hosts.filter((host) => host.hasRole("ClientAccess") && (host.major ?? 0) >= 14);
  const eachDirectory = (
    className: string,
    give: (host: Host, directory: DirectoryObject) => readonly WebAddress[],
  ): readonly WebAddress[] => {
    const byServer = directoriesByServer(evaluation, className);
    return servers.flatMap((host) => (byServer.get(host.object.guid) ?? []).flatMap((each) => give(host, each)));
  };
  return [
    ...servers.map(autodiscoverAddress),
    ...directories.flatMap(([service, className]) =>
      eachDirectory(className, (host, directory) => [
        urlOf({ host, service, directory }, "internal"),
        urlOf({ host, service, directory }, "external"),
      ]),
    ),
    ...eachDirectory("RpcHttpVirtualDirectory", (host, directory) => [outlookAnywhere(host, directory)]),
  ];
}

function directoriesByServer(
  evaluation: Evaluation,
  className: string,
): ReadonlyMap<string, readonly DirectoryObject[]> {
  const byServer = new Map<string, DirectoryObject[]>();
  for (const directory of listObjects(evaluation.network.topology, className)) {
    if (isBackEnd(directory)) continue;
    const server = serverOf(evaluation, directory) ?? "";
    const known = byServer.get(server);
    if (known === undefined) byServer.set(server, [directory]);
    else known.push(directory);
  }
  return byServer;
}

function autodiscoverAddress(host: Host): WebAddress {
  const url = internalUri(host);
  return {
    host,
    service: "Autodiscover",
    scope: "internal",
    url,
    name: hostOfUrl(url),
    isSecure: true,
    setTo: (to) => `Set-ClientAccessServer ${quoted(host.name)} -AutoDiscoverServiceInternalUri ${quoted(to)}`,
  };
}

interface Directory {
  readonly host: Host;
  readonly service: string;
  readonly directory: DirectoryObject;
}

function urlOf({ host, service, directory }: Directory, scope: WebAddress["scope"]): WebAddress {
  const property = scope === "internal" ? "InternalUrl" : "ExternalUrl";
  const given = textField(directory, property);
  const url = given === "" ? null : given;
  const identity = quoted(`${host.name}\\${directory.name}`);
  return {
    host,
    service,
    scope,
    url,
    name: url === null ? null : hostOfUrl(url),
    isSecure: url !== null && /^https:/i.test(url),
    setTo: (to) => `Set-${directory.class} ${identity} -${property} ${quoted(to)}`,
  };
}

function outlookAnywhere(host: Host, directory: DirectoryObject): WebAddress {
  const given = textField(directory, "ExternalHostname");
  const name = given === "" ? null : given;
  return {
    host,
    service: "Outlook Anywhere",
    scope: "external",
    url: name,
    name: name?.toLowerCase() ?? null,
    isSecure: name !== null,
    setTo: (to) => `Set-OutlookAnywhere ${quoted(`${host.name}\\${directory.name}`)} -ExternalHostname ${quoted(to)}`,
  };
}
