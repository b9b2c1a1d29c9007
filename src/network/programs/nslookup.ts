import { type ApplicationRun, defineApplication } from "../../runtime/application.js";
import { notEmulated } from "../../runtime/errors.js";
import { addressNumber, reverseName } from "../address.js";
import { type DnsAnswer, nameServiceOf, type ResourceRecord } from "../dns.js";
import type { Host } from "../machines.js";
import { dnsServerFor, fullName } from "../resolve.js";
import { type Here, here, nameAt } from "./here.js";

/** nslookup.exe with a name: asks a DNS server itself, past the hosts file and the cache. */
export const nslookup = defineApplication({
  name: "nslookup.exe",
  version: "6.1.7600.16385",
  run(run) {
    const options = run.arguments.filter((word) => word.startsWith("-"));
    const [wanted, serverName] = run.arguments.filter((word) => !word.startsWith("-"));
    if (wanted === undefined || wanted === "") {
      throw notEmulated("nslookup without a name", "Give it one: nslookup NAME [SERVER].");
    }
    const place = here(run.context);
    const server = serverOf(place, serverName);
    if (server === "unknown") {
      run.printError(`*** Can't find server address for '${serverName}':`);
      return 1;
    }
    const type = typeOf(options, wanted);
    if (server === null) return tellTimeOut(run, place);
    run.print(`Server:  ${nameOf(place, server)}`);
    run.print(`Address:  ${server.addresses[0] ?? ""}`);
    run.print("");
    return tellAnswer(run, place, { server, wanted, type });
  },
});

/** The server that is asked: the machine's own, or the one that was named; null when none answers. */
function serverOf({ network, evaluation, machine }: Here, name: string | undefined): Host | null | "unknown" {
  if (name === undefined) return dnsServerFor(evaluation, machine);
  const endpoint = network.at(name);
  const host = endpoint?.kind === "host" ? endpoint.host : network.hostNamed(name);
  if (host === null) return addressNumber(name) === null ? "unknown" : null;
  return host.isUp && host.runs("DNS") ? host : null;
}

function typeOf(options: readonly string[], wanted: string): string {
  for (const option of options) {
    const given = /^-(?:q|qu|que|quer|query|querytype|ty|typ|type)=(.+)$/i.exec(option)?.[1];
    if (given !== undefined) return given.toUpperCase();
  }
  return addressNumber(wanted) === null ? "A" : "PTR";
}

function nameOf({ network }: Here, { addresses }: Host): string {
  return nameAt(network, addresses[0] ?? "") ?? "UnKnown";
}

function tellTimeOut(run: ApplicationRun, { network }: Here): number {
  const [address = ""] = network.hosts.find(({ object }) => object.class === "DomainController")?.addresses ?? [];
  run.printError("DNS request timed out.");
  run.printError("    timeout was 2 seconds.");
  run.print("Server:  UnKnown");
  run.print(`Address:  ${address}`);
  run.print("");
  for (let attempt = 0; attempt < 2; attempt++) {
    run.printError("DNS request timed out.");
    run.printError("    timeout was 2 seconds.");
  }
  run.printError("*** Request to UnKnown timed-out");
  return 1;
}

interface Question {
  readonly server: Host;
  readonly wanted: string;
  readonly type: string;
}

function tellAnswer(run: ApplicationRun, place: Here, { server, wanted, type }: Question): number {
  const { network, evaluation, machine } = place;
  const service = nameServiceOf(network);
  const isAddress = addressNumber(wanted) !== null;
  const name = isAddress ? reverseName(wanted) : fullName(evaluation, machine, wanted);
  const answer = service.ask("Inside", name, type);
  if (answer.status === "NoName") {
    run.printError(`*** ${nameOf(place, server)} can't find ${wanted}: Non-existent domain`);
    return 1;
  }
  if (answer.view === "Outside") run.printError("Non-authoritative answer:");
  if (answer.status === "NoRecord" && type !== "A") {
    run.printError(`*** No ${typeTitle(type)} (${type}) records available for ${wanted}`);
    return 1;
  }
  if (isAddress) tellName(run, wanted, answer);
  else if (type === "A") tellAddresses(run, name, answer);
  else for (const record of answer.records) run.print(recordLine(record));
  run.print("");
  return 0;
}

function tellName({ print }: ApplicationRun, address: string, { data }: DnsAnswer): void {
  print(`Name:    ${data[0] ?? ""}`);
  print(`Address:  ${address}`);
}

function tellAddresses({ print }: ApplicationRun, name: string, { records, data }: DnsAnswer): void {
  const aliases = records.filter(({ type }) => type === "CNAME").map((record) => record.name);
  const target = records.findLast(({ type }) => type === "A")?.name ?? name;
  print(`Name:    ${target}`);
  const [first, ...more] = data;
  if (first !== undefined) print(`${more.length === 0 ? "Address" : "Addresses"}:  ${first}`);
  for (const address of more) print(`\t  ${address}`);
  aliases.forEach((alias, index) => {
    print(index === 0 ? `Aliases:  ${alias}` : `\t  ${alias}`);
  });
}

const titles: Readonly<Record<string, string>> = {
  CNAME: "canonical name",
  MX: "mail exchanger",
  PTR: "name",
  SRV: "service location",
  TXT: "text",
};

const typeTitle = (type: string): string => titles[type] ?? type;

function recordLine({ name, type, data }: ResourceRecord): string {
  switch (type) {
    case "CNAME":
      return `${name}\tcanonical name = ${data}`;
    case "PTR":
      return `${name}\tname = ${data}`;
    case "MX": {
      const [preference = "", exchanger = ""] = data.replace(/[[\]]/g, "").split(/\s+/);
      return `${name}\tMX preference = ${preference}, mail exchanger = ${exchanger}`;
    }
    case "TXT":
      return `${name}\ttext =\n\n\t"${data}"`;
    default:
      return `${name}\tinternet address = ${data}`;
  }
}
