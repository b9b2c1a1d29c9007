import type { Evaluation } from "./evaluation.js";
import { https, rpc } from "./listeners.js";
import type { Host } from "./machines.js";
import type { DatabaseFacts } from "./mailboxes.js";
import { type Endpoint, endpointGuid } from "./network.js";
import type { Connection, Outlook, OutlookAttempt } from "./outlook-client.js";
import { serves } from "./serving.js";
import type { Step } from "./steps.js";

/**
 * A connection that stands goes on, whatever names say by now: as long as the server serves this mailbox, and what is
 * between still leads there.
 */
export function keptConnection(
  evaluation: Evaluation,
  outlook: Outlook,
  database: DatabaseFacts,
): OutlookAttempt | null {
  const { connection } = outlook;
  if (connection === null) return null;
  const { network } = evaluation;
  const host = network.host(connection.server);
  const inner = innerAddress(evaluation, outlook, connection);
  const via = inner === null ? null : network.at(inner);
  if (host === null || via === null || endpointGuid(via) !== connection.via) return null;
  const stands =
    host.isUp &&
    leadsTo(via, host) &&
    (connection.type === "HTTPS" ? servesHttps(host) : rpc.answers(host)) &&
    (connection.type === "HTTPS" || serves(evaluation, host, database, outlook.profileServer) === "here") &&
    database.isMounted;
  if (!stands) return null;
  const { profileServer, profileProxy } = outlook;
  const text = `It is connected to ${host.name}, and the connection stands.`;
  const steps: readonly Step[] = [{ kind: "serve", ok: true, text }];
  return { isConnected: true, connection, server: host, via, profileServer, profileProxy, seconds: 0, steps };
}

function servesHttps(host: Host): boolean {
  return https.answers(host) && (host.major !== 14 || host.runs("MSExchangeRPC"));
}

/** The inner address that a connection led to, when it still would. */
function innerAddress({ network }: Evaluation, { machine }: Outlook, { address, type }: Connection): string | null {
  if (machine.location !== "Outside") return address;
  const port = type === "HTTPS" ? 443 : rpc.port;
  // The connection is kept under its inner address.
  return network.publishing.some((rule) => rule.target === address && rule.port === port) ? address : null;
}

function leadsTo(via: Endpoint, host: Host): boolean {
  const isHost = (other: Host): boolean => other.object.guid === host.object.guid;
  switch (via.kind) {
    case "host":
      return isHost(via.host);
    case "balancer":
      return via.isUp && via.pool.some(isHost);
    case "nlb":
      return via.started.some(isHost);
    case "group":
      return via.owner !== null && isHost(via.owner);
    case "client":
      return false;
  }
}
