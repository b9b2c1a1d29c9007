import type { TopologySpec } from "../../topology/index.js";
import type { Evidence } from "./evidence.js";
import type { SeenObject } from "./seen.js";

/** What nothing in a transcript tells, and as what it was taken: a sentence for each. */
export function defaultsIn(
  { domain, servers = [], databases = [] }: TopologySpec,
  objects: readonly SeenObject[],
  evidence: Evidence,
): readonly string[] {
  const nameOf = (spec: string | { readonly name: string }): string => (typeof spec === "string" ? spec : spec.name);
  const isTold = (noun: string): boolean => objects.some((object) => object.noun === noun && object.name !== "");
  const telling = objects.flatMap(({ properties }) => [...properties.entries()]);
  const tells = (...names: readonly string[]): boolean => telling.some(([name]) => names.includes(name));
  const server = servers[0] === undefined ? undefined : nameOf(servers[0]);
  const database = databases[0] === undefined ? undefined : nameOf(databases[0]);
  const isServerTold = isTold("ExchangeServer") || evidence.server !== undefined;
  const sentences = [
    evidence.domain === undefined ? `Nothing tells the domain: it is ${domain}.` : undefined,
    server !== undefined &&
    !isServerTold &&
    !tells("server", "servername", "members", "rpcclientaccessserver", "servers")
      ? `Nothing tells a server: there is ${server}.`
      : undefined,
    servers.length > 0 && !tells("admindisplayversion") && evidence.version === undefined
      ? "Nothing tells the build of the servers: it is one of the edition's."
      : undefined,
    servers.length > 0 && !tells("site", "sitename") && !isTold("ADSite")
      ? "Nothing tells the site of the servers: it is the first one, Default-First-Site-Name."
      : undefined,
    database !== undefined && !isTold("MailboxDatabase") && !tells("database", "sourcedatabase")
      ? `Nothing tells a database: mailboxes are in ${database}.`
      : undefined,
    evidence.domainControllers.length === 0 ? "Nothing tells a domain controller: there is DC01." : undefined,
    evidence.now === undefined ? "Nothing tells the time: the clock is that of a new organization." : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}
