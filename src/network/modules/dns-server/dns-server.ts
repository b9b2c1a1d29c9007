import { cmdletError } from "../../../cmdlets/error-record.js";
import type { CmdletRuntime } from "../../../runtime/cmdlet.js";
import type { ErrorCategory, ErrorRecord } from "../../../values/index.js";
import { nameServiceOf } from "../../dns.js";
import type { Host } from "../../machines.js";
import { type Here, here } from "../../programs/here.js";
import { serverNamed } from "../dns-client/lookup.js";

/**
 * DnsServer: zones and records of the inner DNS servers, which are the domain controllers; all of them have the same.
 * Tables are those of recorded consoles. Errors are from memory, but for those that say that a record exists (recorded in
 * German) and the words of the questions (recorded).
 */
export const source = "DnsServer";

/** Codes of Windows that the ids of errors carry. */
export const codes = {
  serverUnavailable: 1722,
  noZone: 9601,
  zoneExists: 9609,
  nodeIsAlias: 9708,
  aliasCollides: 9709,
  recordExists: 9711,
  noName: 9714,
} as const;

/** What all cmdlets of the module take. */
export const remote = {
  ComputerName: { type: "string", aliases: ["Cn"] },
  CimSession: { type: "object[]", aliases: ["Session"], coverage: "refused" },
  ThrottleLimit: { type: "int", coverage: "accepted" },
  AsJob: { type: "switch", coverage: "refused" },
} as const;

/** An error of a cmdlet of the module: its target is an object of the class that the cmdlet is made of. */
export function dnsFailure(init: {
  readonly code: number;
  readonly category: ErrorCategory;
  readonly message: string;
  readonly target: string;
  /** `PS_DnsServerZone`. */
  readonly className: string;
}): ErrorRecord {
  const { code, category, message, target, className } = init;
  return cmdletError({
    id: `WIN32 ${code}`,
    category,
    exception: "CimException",
    message,
    target,
    targetType: `root/Microsoft/Windows/DNS/${className}`,
  });
}

/** The server that a cmdlet works on; null when there is none, or no DNS service answers there. */
export interface DnsServer {
  readonly place: Here;
  /** As it was typed. */
  readonly name: string;
  readonly host: Host | null;
}

/** The server of -ComputerName, or this machine. */
export function dnsServer({ context }: CmdletRuntime, name: string | undefined): DnsServer {
  const place = here(context);
  if (name !== undefined && name !== "." && name.toLowerCase() !== "localhost") {
    const host = serverNamed(place, name);
    place.keep();
    return { place: here(context), name, host };
  }
  const { host } = place;
  return { place, name: host.name, host: host.runs("DNS") ? host : null };
}

/** A zone as its server spells it; without it the error is written. */
export function zoneOn(cmdlet: CmdletRuntime, server: DnsServer, zoneName: string, className: string): string | null {
  const zones = nameServiceOf(server.place.network).zones("Inside");
  const wanted = zoneName.replace(/\.$/, "").toLowerCase();
  const zone = server.host === null ? undefined : zones.find((each) => each.toLowerCase() === wanted);
  if (zone !== undefined) return zone;
  cmdlet.writeError(
    dnsFailure({
      code: server.host === null ? codes.serverUnavailable : codes.noZone,
      category: server.host === null ? "NotSpecified" : "ObjectNotFound",
      message: `Failed to get the zone information for ${zoneName} on server ${server.name}.`,
      target: zoneName,
      className,
    }),
  );
  return null;
}

/** The full name of a node of a zone: `@` is the zone itself, a name that ends with it or with a dot is full already. */
export function nameInZone(node: string, zone: string): string {
  if (node === "@" || node === "") return zone;
  const key = node.toLowerCase();
  if (node.endsWith(".")) return node.slice(0, -1);
  return key === zone.toLowerCase() || key.endsWith(`.${zone.toLowerCase()}`) ? node : `${node}.${zone}`;
}

/** The node of a name in its zone: `@` for the zone itself. */
export function nodeOf(name: string, zone: string): string {
  return name.toLowerCase() === zone.toLowerCase() ? "@" : name.slice(0, -zone.length - 1);
}
