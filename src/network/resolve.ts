import { listObjects } from "../topology/index.js";
import { addressNumber } from "./address.js";
import { type DnsAnswer, type DnsView, nameServiceOf, zoneOf } from "./dns.js";
import type { Evaluation, Machine } from "./evaluation.js";
import type { Host } from "./machines.js";
import { lookupTimeOut, type Trace } from "./steps.js";

/** What looking a name up came to. */
export interface Resolution {
  /** None: the name does not exist, or nobody answered. */
  readonly addresses: readonly string[];
  /** Where the answer is from. */
  readonly source: "Address" | "HostsFile" | "Cache" | "DNS" | "NoServer";
  /** The full name that was asked for. */
  readonly name: string;
  /** What the DNS server said, when it was asked now. */
  readonly answer: DnsAnswer | null;
  /** The DNS server that answered; null outside, and when none was asked. */
  readonly server: Host | null;
}

/** The name service that a machine asks. */
export function viewOf(machine: Machine): DnsView {
  return machine.location === "Outside" ? "Outside" : "Inside";
}

/** The DNS server that answers a machine: a domain controller whose DNS service runs, of its own site if there is one. */
export function dnsServerFor(evaluation: Evaluation, machine: Machine): Host | null {
  return evaluation.once(`dns server|${machine.site?.guid ?? ""}`, () => {
    const running = evaluation.network.hosts.filter(
      (host) => host.object.class === "DomainController" && host.isUp && host.runs("DNS"),
    );
    return running.find((host) => host.site?.guid === machine.site?.guid) ?? running[0] ?? null;
  });
}

/** A name as it is asked for: a single label inside gets the domain behind it. */
export function fullName(evaluation: Evaluation, machine: Machine, name: string): string {
  const trimmed = name.replace(/\.$/, "");
  if (trimmed.includes(".") || machine.location === "Outside") return trimmed;
  const [domain] = evaluation.once("domains", () => listObjects(evaluation.network.topology, "Domain"));
  return domain === undefined ? trimmed : `${trimmed}.${domain.name}`;
}

/**
 * Looks a name up as Windows does: the hosts file, the cache, then the DNS server. Answers are kept in the cache as long
 * as they may be; of several addresses another one comes first each time that the server is asked.
 */
export function resolve(evaluation: Evaluation, machine: Machine, wanted: string, trace?: Trace): Resolution {
  const result = lookUp(evaluation, machine, wanted);
  if (trace !== undefined) tell(trace, machine, result);
  return result;
}

function lookUp(evaluation: Evaluation, machine: Machine, wanted: string): Resolution {
  const none = { answer: null, server: null };
  if (addressNumber(wanted) !== null) return { addresses: [wanted], source: "Address", name: wanted, ...none };
  const name = fullName(evaluation, machine, wanted);
  const key = name.toLowerCase();
  const entries = machine.hostsFile.filter((entry) => [key, wanted.toLowerCase()].includes(entry.name.toLowerCase()));
  if (entries.length > 0) {
    return { addresses: entries.map(({ address }) => address), source: "HostsFile", name, ...none };
  }
  const cached = evaluation.cached(machine, name);
  if (cached !== undefined) return { addresses: cached.addresses, source: "Cache", name, ...none };
  const view = viewOf(machine);
  const server = view === "Inside" ? dnsServerFor(evaluation, machine) : null;
  if (view === "Inside" && server === null) return { addresses: [], source: "NoServer", name, ...none };
  const answer = evaluation.once(`ask|${view}|${key}`, () => nameServiceOf(evaluation.network).ask(view, name));
  const addresses = rotated(evaluation, answer);
  const aliasOf = answer.records.filter(({ type }) => type === "CNAME").map(({ data }) => data);
  evaluation.keep(machine, { name, addresses, aliasOf }, answer.timeToLive);
  return { addresses, source: "DNS", name, answer, server };
}

/** The addresses of an answer, another one first each time (round robin). */
export function rotated(evaluation: Evaluation, { data, records }: DnsAnswer): readonly string[] {
  if (data.length < 2) return data;
  const counter = records.find(({ guid, type }) => guid !== null && type !== "CNAME")?.guid;
  if (counter === undefined || counter === null) return data;
  const turn = evaluation.takeTurn(counter, data.length);
  return [...data.slice(turn), ...data.slice(0, turn)];
}

function tell(trace: Trace, machine: Machine, { addresses, source, name, answer, server }: Resolution): void {
  const list = addresses.join(", ");
  switch (source) {
    case "Address":
      return;
    case "HostsFile":
      trace.add("lookup", true, `The hosts file of ${machine.name} says that ${name} is ${list}.`);
      return;
    case "Cache":
      if (list === "") trace.add("lookup", false, `${machine.name} still remembers that ${name} does not exist.`);
      else trace.add("lookup", true, `${machine.name} has ${name} in its resolver cache: ${list}.`);
      return;
    case "NoServer":
      trace.add("lookup", false, `No DNS server answers the question for ${name}.`, lookupTimeOut);
      return;
    case "DNS": {
      const who = server === null ? "The DNS outside" : `The DNS server ${server.name}`;
      if (list !== "") trace.add("lookup", true, `${who} says that ${name} is ${list}.`);
      else if (answer?.status === "NoRecord") trace.add("lookup", false, `${who} knows ${name}, but no address of it.`);
      else trace.add("lookup", false, `${who} says that ${name} does not exist.`);
    }
  }
}

/** Whether a name is in a zone that a name service answers for. */
export function isInZone(evaluation: Evaluation, view: DnsView, name: string): boolean {
  return zoneOf(nameServiceOf(evaluation.network).zones(view), name) !== null;
}
