import { getProperty, listObjects, type Topology } from "../../../topology/index.js";
import { parseIPAddress } from "../../../values/simple-value-parsing.js";
import { schema } from "../../schema.js";
import type { Courier } from "./courier.js";

/*
 * Which hosts take mail on. The world outside of the organization is there and answers, but for what cannot exist:
 * names below the organization's own domains that no server has, the reserved domain .invalid (RFC 2606), and private
 * addresses (RFC 1918), behind which nothing of this organization listens.
 */

const unresolved = "451 4.4.0 DNS query failed. The error was: SMTPSEND.DNS.NonExistentDomain; nonexistent domain";
const noAnswer =
  '451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.';

/** Why none of these hosts takes mail on; `null` when one does. */
export function unreachableBecause(courier: Courier, hosts: readonly string[]): string | null {
  let reason: string | null = unresolved;
  for (const host of hosts) {
    reason = problemOf(courier, host.replace(/^\[(.*)\]$/, "$1").toLowerCase());
    if (reason === null) return null;
  }
  return reason;
}

/** Whether a domain of recipients cannot exist: then there is no use in trying again. */
export function isNonexistent(domain: string): boolean {
  return /(^|\.)invalid$/i.test(domain);
}

function problemOf(courier: Courier, host: string): string | null {
  if (parseIPAddress(host) !== null) return isPrivate(host) ? noAnswer : null;
  const server = listObjects(courier.topology, "ExchangeServer").find(
    (each) => each.name.toLowerCase() === host || String(getProperty(schema, each, "Fqdn")).toLowerCase() === host,
  );
  if (server !== undefined) return courier.movesMail(server) ? null : noAnswer;
  return isNonexistent(host) || !host.includes(".") || isInside(courier.topology, host) ? unresolved : null;
}

function isInside(topology: Topology, host: string): boolean {
  return listObjects(topology, "Domain").some(({ name }) => host === name || host.endsWith(`.${name.toLowerCase()}`));
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|127\.|169\.254\.|f[cd][\da-f]{2}:|fe80:)/i.test(address);
}
