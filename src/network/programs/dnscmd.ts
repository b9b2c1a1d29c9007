import { type ApplicationRun, defineApplication } from "../../runtime/application.js";
import type { Topology } from "../../topology/index.js";
import { addRecord, addZone, removeRecord, removeZone } from "../change/dns.js";
import { nameServiceOf } from "../dns.js";
import { LabError } from "../lab-error.js";
import { type Here, here } from "./here.js";

/** Codes of Windows that dnscmd ends with. */
const codes = {
  syntax: [160, "ERROR_BAD_ARGUMENTS"],
  zoneExists: [9609, "DNS_ERROR_ZONE_ALREADY_EXISTS"],
  noZone: [9601, "DNS_ERROR_ZONE_DOES_NOT_EXIST"],
  noRecord: [9701, "DNS_ERROR_RECORD_DOES_NOT_EXIST"],
  badData: [9700, "DNS_ERROR_INVALID_DATA"],
  noName: [9714, "DNS_ERROR_NAME_DOES_NOT_EXIST"],
} as const;

/** An answer that is a failure. */
class Failed extends Error {
  constructor(readonly code: (typeof codes)[keyof typeof codes]) {
    super(code[1]);
  }
}

/** dnscmd.exe for zones and their records; each change is seen by the machines when their caches let them. */
export const dnscmd = defineApplication({
  name: "dnscmd.exe",
  version: "6.1.7600.16385",
  run(run) {
    const words = [...run.arguments];
    // The first word is the server, unless it is the command; all DNS servers of the domain have the same zones.
    if (!(words[0] ?? "").startsWith("/")) words.shift();
    const [command = "", ...rest] = words;
    try {
      perform(run, here(run.context), command.toLowerCase(), rest);
    } catch (error) {
      const failure = error instanceof LabError ? new Failed(codes.badData) : error;
      if (!(failure instanceof Failed)) throw error;
      const [code, name] = failure.code;
      run.print("");
      run.print(`Command failed:  ${name}     ${code}    0x${code.toString(16).toUpperCase()}`);
      return code;
    }
    run.print("Command completed successfully.");
    run.print("");
    return 0;
  },
});

function perform(run: ApplicationRun, place: Here, command: string, words: readonly string[]): void {
  const change = (make: (topology: Topology) => Topology): void => {
    place.organization.current = make(place.organization.current);
  };
  const zones = nameServiceOf(place.network).zones("Inside");
  const [zone = "", node = ""] = words;
  const known = zones.find((each) => each.toLowerCase() === zone.toLowerCase());
  const needZone = (): string => {
    if (known === undefined) throw new Failed(codes.noZone);
    return known;
  };
  switch (command) {
    case "/zoneadd": {
      if (known !== undefined) throw new Failed(codes.zoneExists);
      change((topology) => addZone(topology, zone));
      run.print(`DNS Server ${place.host.fqdn} created zone ${zone}:`);
      run.print("");
      return;
    }
    case "/zonedelete": {
      const name = needZone();
      change((topology) => removeZone(topology, name));
      run.print(`DNS Server ${place.host.fqdn} deleted zone ${name}:`);
      run.print("     Status = 0 (0x00000000)");
      return;
    }
    case "/recordadd": {
      const record = recordOf(needZone(), node, words.slice(2));
      change((topology) => addRecord(topology, record));
      run.print(`Add ${record.type} Record for ${record.name} at ${zone}`);
      return;
    }
    case "/recorddelete": {
      const { name, type, data } = recordOf(
        needZone(),
        node,
        words.slice(2).filter((word) => !/^\/f$/i.test(word)),
      );
      const there = nameServiceOf(place.network).recordsOf("Inside", name, type);
      if (!there.some((each) => each.data.toLowerCase() === data.toLowerCase())) throw new Failed(codes.noRecord);
      change((topology) => removeRecord(topology, { name, type, data }));
      run.print(`Deleted ${type} record(s) at ${zone}`);
      return;
    }
    case "/enumrecords": {
      printRecords(run, place, needZone(), node);
      return;
    }
    default:
      throw new Failed(codes.syntax);
  }
}

/** `[TTL] A 10.1.0.50` behind the name of a node, which `@` makes the zone itself. */
function recordOf(zone: string, node: string, words: readonly string[]) {
  const rest = words.filter((word) => !/^\/(?:aging|openacl)$/i.test(word));
  const isLifeFirst = /^\d+$/.test(rest[0] ?? "");
  const [type = "", data = ""] = isLifeFirst ? rest.slice(1) : rest;
  if (node === "" || type === "" || data === "") throw new Failed(codes.syntax);
  const name = node === "@" ? zone : node.endsWith(".") ? node.slice(0, -1) : `${node}.${zone}`;
  const life = isLifeFirst ? { timeToLive: Number(rest[0]) } : {};
  return { name, type: type.toUpperCase(), data: data.replace(/\.$/, ""), ...life };
}

function printRecords({ print }: ApplicationRun, { network }: Here, zone: string, node: string): void {
  const service = nameServiceOf(network);
  const name = node === "@" || node === "" ? zone : `${node}.${zone}`;
  const records = service.recordsOf("Inside", name);
  if (records.length === 0) throw new Failed(codes.noName);
  print("Returned records:");
  records.forEach((record, index) => {
    print(`${index === 0 ? "@" : ""}\t\t${record.timeToLive} ${record.type}\t${record.data}`);
  });
  print("");
}
