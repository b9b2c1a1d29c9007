import type { Evaluation } from "./evaluation.js";
import type { Host } from "./machines.js";
import { accessNameOf, allowsCrossSite, type DatabaseFacts } from "./mailboxes.js";

/**
 * Whether a server that answers RPC serves the mailboxes of a database to a client: `here`, or the name to which it
 * sends the client, or null when it knows none.
 */
export function serves(
  evaluation: Evaluation,
  host: Host,
  database: DatabaseFacts,
  profileServer: string | null,
): "here" | string | null {
  const active = database.server;
  if (active === null || active.major === null || host.major === null) return null;
  if (active.major > 14) return host.major > 14 ? "here" : null;
  if (active.major < 14) return host.object.guid === active.object.guid ? "here" : active.fqdn;
  // Exchange 2010. A server of an older version knows where the mailbox has gone.
  if (host.major < 14 || !host.hasRole("ClientAccess")) return database.rpcClientAccessServer;
  if (host.major > 14) return null;
  if (host.site?.guid === active.site?.guid) return "here";
  const { group } = database;
  const asksGroup = group !== null && host.minor >= 2;
  if (!asksGroup || allowsCrossSite(group)) return "here";
  const other = accessNameOf(evaluation, active.site);
  // Where nobody else can, the first site goes on.
  return other === null || other.toLowerCase() === profileServer?.toLowerCase() ? "here" : other;
}
