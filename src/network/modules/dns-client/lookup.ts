import { ticksPerSecond } from "../../../values/date-time.js";
import { addressNumber, reverseName } from "../../address.js";
import { authorityOf, type ZoneAuthority } from "../../authority.js";
import { type DnsAnswer, type NameService, nameServiceOf, type ResourceRecord } from "../../dns.js";
import type { CacheEntry } from "../../evaluation.js";
import type { Host } from "../../machines.js";
import type { Here } from "../../programs/here.js";
import { dnsServerFor, fullName, resolve, rotated } from "../../resolve.js";

/** What Resolve-DnsName asks for. */
export interface Question {
  readonly name: string;
  /** `A`, `A_AAAA`, `MX`, … */
  readonly type: string;
  /** The server that is asked, past the cache and the hosts file; null: the machine's own. */
  readonly server: string | null;
  readonly cacheOnly: boolean;
  readonly withHostsFile: boolean;
}

/** A record of an answer. */
export interface AnsweredRecord {
  readonly name: string;
  readonly type: string;
  readonly timeToLive: number;
  readonly section: "Answer" | "Authority" | "Additional";
  readonly data: string;
  /** Of a SOA record. */
  readonly authority?: ZoneAuthority;
}

/** What came of a question. */
export type Lookup =
  | { readonly kind: "answered"; readonly records: readonly AnsweredRecord[] }
  | { readonly kind: "failed"; readonly why: "NoName" | "NotCached" | "TimedOut"; readonly name: string };

/** How long Windows keeps what its hosts file says: a day. From memory. */
const hostsFileTimeToLive = 86_400;

/** Asks as the DNS client of a machine does: hosts file, cache, server. */
export function lookUp(place: Here, question: Question): Lookup {
  const { evaluation, machine } = place;
  const isAddress = addressNumber(question.name) !== null;
  const name = isAddress ? reverseName(question.name) : fullName(evaluation, machine, question.name);
  const type = isAddress && question.type === "A_AAAA" ? "PTR" : question.type;
  const looked = ask(place, { ...question, name, type });
  // An error names what was typed.
  return looked.kind === "failed" && !isAddress ? { ...looked, name: question.name } : looked;
}

function ask(place: Here, question: Question): Lookup {
  const { evaluation, machine } = place;
  const { name, type } = question;
  if (question.server === null && (type === "A" || type === "A_AAAA")) return lookUpAddresses(place, question);
  if (question.cacheOnly) return { kind: "failed", why: "NotCached", name };
  const server = question.server === null ? dnsServerFor(evaluation, machine) : serverNamed(place, question.server);
  return server === null ? { kind: "failed", why: "TimedOut", name } : askServer(place, question);
}

/** A DNS server by its name or address, when it answers. */
export function serverNamed({ network, evaluation, machine }: Here, name: string): Host | null {
  const [address] = resolve(evaluation, machine, name).addresses;
  const endpoint = address === undefined ? null : network.at(address);
  const host = endpoint?.kind === "host" ? endpoint.host : null;
  return host?.isUp === true && host.runs("DNS") ? host : null;
}

/** Addresses, the only records that the cache of a machine keeps here. */
function lookUpAddresses(place: Here, { name, cacheOnly, withHostsFile }: Question): Lookup {
  const { evaluation } = place;
  const machine = withHostsFile ? place.machine : { ...place.machine, hostsFile: [] };
  const isKnown =
    evaluation.cached(machine, name) !== undefined ||
    machine.hostsFile.some((entry) => entry.name.toLowerCase() === name.toLowerCase());
  if (cacheOnly && !isKnown) return { kind: "failed", why: "NotCached", name };
  const cached = evaluation.cached(machine, name);
  const { source, addresses, answer } = resolve(evaluation, machine, name);
  if (source === "NoServer") return { kind: "failed", why: "TimedOut", name };
  if (source === "DNS" && answer !== null) return withAnswer(place, name, answer, addresses);
  if (addresses.length === 0) return { kind: "failed", why: "NoName", name };
  if (source === "Cache" && cached !== undefined) {
    return { kind: "answered", records: recordsOfEntry(cached, evaluation.now) };
  }
  return { kind: "answered", records: addressRecords(name, addresses, hostsFileTimeToLive) };
}

const addressRecords = (name: string, addresses: readonly string[], timeToLive: number): readonly AnsweredRecord[] =>
  addresses.map((data) => ({ name, type: "A", timeToLive, section: "Answer", data }));

/** The records that an entry of a cache stands for, with the seconds that they are still kept. */
export function recordsOfEntry({ name, addresses, aliasOf, expires }: CacheEntry, now: bigint) {
  const timeToLive = Number((expires - now) / ticksPerSecond);
  const aliases = aliasOf.map((data, index): AnsweredRecord => {
    const alias = index === 0 ? name : (aliasOf[index - 1] ?? name);
    return { name: alias, type: "CNAME", timeToLive, section: "Answer", data };
  });
  return [...aliases, ...addressRecords(aliasOf.at(-1) ?? name, addresses, timeToLive)];
}

function askServer(place: Here, { name, type }: Question): Lookup {
  const service = nameServiceOf(place.network);
  const ofZone = zoneRecords(place, service, name, type);
  if (ofZone.length > 0) return { kind: "answered", records: ofZone };
  const answer = service.ask("Inside", name, type === "A_AAAA" ? "A" : type);
  return withAnswer(place, name, answer, type === "A" || type === "A_AAAA" ? rotated(place.evaluation, answer) : null);
}

/** What the top of a zone has beside its records: NS and SOA; and all records of a name, for the type ALL. */
function zoneRecords(place: Here, service: NameService, name: string, type: string): readonly AnsweredRecord[] {
  const isAll = type === "ANY" || type === "ALL";
  const zone = service.zones("Inside").find((each) => each.toLowerCase() === name.toLowerCase());
  const own = isAll ? service.recordsOf("Inside", name).map(inSection("Answer")) : [];
  if (zone === undefined) return own;
  const authority = authorityOf(place.network, "Inside", zone);
  const servers = authority.nameServers.map((data): AnsweredRecord => {
    return { name: zone, type: "NS", timeToLive: authority.timeToLive, section: "Answer", data };
  });
  return [
    ...own,
    ...(isAll || type === "NS" ? [...servers, ...additional(service, servers)] : []),
    ...(isAll || type === "SOA" ? [startOfAuthority(authority, "Answer")] : []),
  ];
}

function startOfAuthority(authority: ZoneAuthority, section: AnsweredRecord["section"]): AnsweredRecord {
  const { zone, timeToLive, primaryServer } = authority;
  return { name: zone, type: "SOA", timeToLive, section, data: primaryServer, authority };
}

const inSection =
  (section: AnsweredRecord["section"]) =>
  ({ name, type, timeToLive, data }: ResourceRecord): AnsweredRecord => ({ name, type, timeToLive, section, data });

/** @param addresses the addresses of the answer in the order of the round robin; null for other records */
function withAnswer(place: Here, name: string, answer: DnsAnswer, addresses: readonly string[] | null): Lookup {
  const { status, zone, view, records } = answer;
  if (status === "NoName") return { kind: "failed", why: "NoName", name };
  if (status === "NoRecord") {
    if (zone === null) return { kind: "failed", why: "NoName", name };
    const aliases = records.map(inSection("Answer"));
    return {
      kind: "answered",
      records: [...aliases, startOfAuthority(authorityOf(place.network, view, zone), "Authority")],
    };
  }
  const answered = records.map(inSection("Answer"));
  const inOrder =
    addresses === null
      ? answered
      : [
          ...answered.filter(({ type }) => type === "CNAME"),
          ...addresses.flatMap((address) => answered.filter(({ type, data }) => type === "A" && data === address)),
        ];
  return { kind: "answered", records: [...inOrder, ...additional(nameServiceOf(place.network), answered)] };
}

/** The addresses of servers that an answer names. */
function additional(service: NameService, answered: readonly AnsweredRecord[]): readonly AnsweredRecord[] {
  const targets = answered
    .filter(({ type }) => type === "MX" || type === "SRV" || type === "NS")
    .map(({ data }) => wordsOf(data).at(-1) ?? "");
  return [...new Set(targets)].flatMap((target) =>
    service.recordsOf("Inside", target, "A").map(inSection("Additional")),
  );
}

/** The words of a record's data: `[10][mail.contoso.com]`, `10 mail.contoso.com`. */
export function wordsOf(data: string): readonly string[] {
  return data
    .split(/[\s[\]]+/)
    .filter((word) => word !== "")
    .map((word) => word.replace(/\.$/, ""));
}
