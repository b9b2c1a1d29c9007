import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { cmdletError } from "../../../cmdlets/error-record.js";
import { namesOf } from "../../../cmdlets/session/scopes.js";
import { enumText } from "../../../values/enumerations.js";
import type { ErrorRecord } from "../../../values/index.js";
import { EnumValue } from "../../../values/numbers.js";
import { here } from "../../programs/here.js";
import { lookupTimeOut } from "../../steps.js";
import { waitFor } from "../elapsed-time.js";
import { moduleVersion } from "../windows-module.js";
import { dnsRecord } from "./dns-record.js";
import { type Lookup, lookUp } from "./lookup.js";

type Failure = Extract<Lookup, { kind: "failed" }>;

/** Texts and ids of Windows' DNS errors; those of the first two are recorded, the last is from memory. */
const failures = {
  NoName: { id: "DNS_ERROR_RCODE_NAME_ERROR", text: "DNS name does not exist", category: "ResourceUnavailable" },
  TimedOut: {
    id: "ERROR_TIMEOUT",
    text: "This operation returned because the timeout period expired",
    category: "OperationTimeout",
  },
  NotCached: {
    id: "DNS_ERROR_RECORD_DOES_NOT_EXIST",
    text: "DNS record does not exist",
    category: "ResourceUnavailable",
  },
} as const;

function failureOf({ why, name }: Failure): ErrorRecord {
  const { id, text, category } = failures[why];
  return cmdletError({ id, category, exception: "Win32Exception", message: `${name} : ${text}`, target: name });
}

/** Without effect here: there are no other protocols for names, no signed zones, and one way to ask. */
const accepted = { type: "switch", coverage: "accepted" } as const;

export const resolveDnsName = defineCmdlet({
  name: "Resolve-DnsName",
  typeName: "Microsoft.DnsClient.Commands.ResolveDnsName",
  source: "DnsClient",
  version: moduleVersion,
  synopsis: "Looks a name up as the DNS client of this machine does.",
  parameters: {
    Name: { type: "string", mandatory: true, position: 0, pipeline: "value,name" },
    Type: { type: "Microsoft.DnsClient.Commands.RecordType", position: 1, pipeline: "name" },
    Server: { type: "string[]", pipeline: "name" },
    DnsOnly: accepted,
    CacheOnly: { type: "switch" },
    DnssecOk: accepted,
    DnssecCd: accepted,
    NoHostsFile: { type: "switch" },
    LlmnrNetbiosOnly: { type: "switch", coverage: "refused" },
    LlmnrFallback: accepted,
    LlmnrOnly: { type: "switch", coverage: "refused" },
    NetbiosFallback: accepted,
    NoIdn: accepted,
    NoRecursion: { type: "switch", coverage: "refused" },
    QuickTimeout: { type: "switch" },
    TcpOnly: accepted,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const place = here(cmdlet.context);
      const { Name: name = "", Type, CacheOnly: cacheOnly, NoHostsFile } = parameters;
      const type = Type instanceof EnumValue ? enumText(Type) : "A_AAAA";
      const servers = namesOf(cmdlet, parameters.Server);
      const question = { name, type, cacheOnly, withHostsFile: !NoHostsFile };
      const looked = firstAnswer(servers.length === 0 ? [null] : servers, (server) =>
        lookUp(place, { ...question, server }),
      );
      place.keep();
      if (looked.kind === "answered") {
        for (const record of looked.records) cmdlet.writeObject(dnsRecord(record));
        return;
      }
      if (looked.why === "TimedOut") waitFor(cmdlet, parameters.QuickTimeout ? 1 : lookupTimeOut);
      cmdlet.writeError(failureOf(looked));
    },
  }),
});

/** Servers are asked one behind the other until one answers. */
function firstAnswer(servers: readonly (string | null)[], ask: (server: string | null) => Lookup): Lookup {
  const [first = null, ...others] = servers;
  const looked = ask(first);
  const isSilent = looked.kind === "failed" && looked.why === "TimedOut";
  return isSilent && others.length > 0 ? firstAnswer(others, ask) : looked;
}
