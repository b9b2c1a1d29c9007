import type { DnsAnswer } from "../dns.js";
import type { Endpoint } from "../network.js";
import { ledTo, listed, named, quoted, rpcPort, shortTimeToLive } from "./commands.js";
import type { Rule } from "./finding.js";
import type { AccessArray, Survey } from "./survey.js";

/** The records of the arrays' names, and what is behind them. */

/** Where an array's name leads inside. */
interface Lookup {
  readonly array: AccessArray;
  readonly answer: DnsAnswer;
  readonly endpoints: readonly { readonly address: string; readonly endpoint: Endpoint | null }[];
}

/** The address at which a connection to a port of one arrives: the firewall may lead it elsewhere. */
function arrivalAt({ network }: Survey, address: string, port: number): string {
  return network.publishing.find((rule) => rule.externalAddress === address && rule.port === port)?.target ?? address;
}

function lookUp(survey: Survey): readonly Lookup[] {
  return survey.arrays
    .filter(({ servers }) => servers.length > 0)
    .map((array) => {
      const answer = survey.names.ask("Inside", array.fqdn);
      const endpoints = answer.data.map((address) => ({
        address,
        endpoint: survey.network.at(arrivalAt(survey, address, rpcPort)),
      }));
      return { array, answer, endpoints };
    });
}

/** Lines that let an array's name lead to its servers. */
function mended(survey: Survey, { fqdn, site, servers }: AccessArray): readonly string[] {
  return ledTo(survey, fqdn, { site, servers, port: rpcPort });
}

/** Why nobody serves mailboxes at an address; null when somebody does or could. */
function emptiness(address: string, endpoint: Endpoint | null): string | null {
  if (endpoint === null) return `no machine has the address ${address}`;
  switch (endpoint.kind) {
    case "client":
      return `${address} is ${endpoint.name}, a client`;
    case "host":
      return endpoint.host.hasRole("ClientAccess")
        ? null
        : `${address} is ${endpoint.host.name}, which is no Client Access server`;
    case "balancer":
      return endpoint.pool.length > 0 ? null : `the load balancer ${endpoint.name} (${address}) has no servers`;
    case "nlb":
      return endpoint.members.length > 0 ? null : `the NLB cluster ${endpoint.name} (${address}) has no members`;
    case "group":
      return null;
  }
}

const arrayNameWithoutRecord: Rule = {
  name: "ArrayNameWithoutRecord",
  severity: "Error",
  find: (survey) =>
    lookUp(survey)
      .filter(({ endpoints }) => endpoints.length === 0)
      .map(({ array }) => ({
        objects: [array.name],
        message: `DNS has no address for ${array.fqdn}, the name of the array ${array.name}. Making an array makes no record.`,
        commands: mended(survey, array),
      })),
};

const arrayRecordLeadsNowhere: Rule = {
  name: "ArrayRecordLeadsNowhere",
  severity: "Error",
  find: (survey) =>
    lookUp(survey).flatMap(({ array, endpoints }) => {
      const reasons = endpoints.flatMap(({ address, endpoint }) => emptiness(address, endpoint) ?? []);
      if (reasons.length === 0) return [];
      const message = `${array.fqdn} resolves, but nobody serves mailboxes there: ${reasons.join("; ")}.`;
      return [{ objects: [array.name], message, commands: mended(survey, array) }];
    }),
};

const arrayRecordLeadsToDag: Rule = {
  name: "ArrayRecordLeadsToDag",
  severity: "Error",
  find: (survey) =>
    lookUp(survey).flatMap(({ array, endpoints }) =>
      endpoints.flatMap(({ address, endpoint }) =>
        endpoint?.kind !== "group"
          ? []
          : [
              {
                objects: [array.name, endpoint.name],
                message: `${array.fqdn} leads to ${address}, the address of the cluster of ${endpoint.name}. It is no endpoint for clients: it follows the core group of the cluster, not the databases and not the load.`,
                commands: mended(survey, array),
              },
            ],
      ),
    ),
};

/** The Client Access servers that an array's name leads to, when it leads to servers only; null otherwise. */
function serversBehind({ endpoints }: Lookup): readonly string[] | null {
  const servers = endpoints.flatMap(({ endpoint }) =>
    endpoint?.kind === "host" && endpoint.host.hasRole("ClientAccess") ? [endpoint.host.name] : [],
  );
  return servers.length === 0 || servers.length < endpoints.length ? null : servers;
}

const arrayRecordLeadsToOneServer: Rule = {
  name: "ArrayRecordLeadsToOneServer",
  severity: "Warning",
  find: (survey) =>
    lookUp(survey).flatMap((lookup) => {
      const { array } = lookup;
      const servers = serversBehind(lookup);
      if (servers?.length !== 1 || array.servers.length < 2) return [];
      const message = `${array.fqdn} leads to ${servers[0] ?? ""} alone, although the site ${array.site.name} has ${array.servers.length} Client Access servers. While it is down no client of the array connects.`;
      return [{ objects: [array.name], message, commands: mended(survey, array) }];
    }),
};

const arrayRecordIsRoundRobin: Rule = {
  name: "ArrayRecordIsRoundRobin",
  severity: "Warning",
  find: (survey) =>
    lookUp(survey).flatMap((lookup) => {
      const { array } = lookup;
      const servers = serversBehind(lookup);
      if (servers === null || servers.length < 2) return [];
      const message = `${array.fqdn} leads to ${named(servers)} by DNS round robin. DNS does not know which of them is up: clients that were given the address of one that is down stay disconnected.`;
      return [{ objects: [array.name], message, commands: mended(survey, array) }];
    }),
};

const arrayTimeToLiveTooLong: Rule = {
  name: "ArrayTimeToLiveTooLong",
  severity: "Warning",
  find: (survey) =>
    lookUp(survey).flatMap(({ array, answer, endpoints }) => {
      const isBalanced = !endpoints.some(({ endpoint }) => endpoint?.kind === "host");
      if (isBalanced || answer.timeToLive <= shortTimeToLive || answer.view === "Outside") return [];
      const minutes = Math.round(answer.timeToLive / 60);
      const message = `Clients keep the address of ${array.fqdn} for ${minutes} minutes (${answer.timeToLive} seconds), and no load balancer is behind it. When the record has to lead to another server they follow only then.`;
      const names = [...new Set(answer.records.filter(({ type }) => type === "A").map(({ name }) => name))];
      const commands = names.map((name) => `Set-LabDnsRecord ${quoted(name)} -Type A -TimeToLive ${shortTimeToLive}`);
      return [{ objects: [array.name], message, commands }];
    }),
};

const serverNotBehindBalancer: Rule = {
  name: "ServerNotBehindBalancer",
  severity: "Warning",
  find: (survey) =>
    lookUp(survey).flatMap(({ array, endpoints }) =>
      endpoints.flatMap(({ endpoint }) => {
        if (endpoint?.kind !== "balancer" || endpoint.pool.length === 0) return [];
        const pool = new Set(endpoint.pool.map(({ object }) => object.guid));
        const left = array.servers.filter(({ object }) => !pool.has(object.guid)).map(({ name }) => name);
        if (left.length === 0) return [];
        const is = left.length === 1 ? "is a member" : "are members";
        const message = `${named(left)} ${is} of the array ${array.name}, but not in the pool of the load balancer ${endpoint.name}: no client is sent there.`;
        const all = [...endpoint.pool.map(({ name }) => name), ...left];
        const commands = [`Set-LabBalancer ${quoted(endpoint.name)} -Pool ${listed(all)}`];
        return [{ objects: left, message, commands }];
      }),
    ),
};

export const recordRules = [
  arrayNameWithoutRecord,
  arrayRecordLeadsNowhere,
  arrayRecordLeadsToDag,
  arrayRecordLeadsToOneServer,
  arrayRecordIsRoundRobin,
  arrayTimeToLiveTooLong,
  serverNotBehindBalancer,
];
