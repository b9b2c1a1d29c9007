import type { DirectoryObject } from "../topology/index.js";
import { isRecord } from "../topology/index.js";
import { nameServiceOf } from "./dns.js";
import type { Evaluation, Machine } from "./evaluation.js";
import { fieldOf, textField } from "./fields.js";
import type { Host } from "./machines.js";
import { type DatabaseFacts, mailDomain, profileServerFor, proxyFor } from "./mailboxes.js";
import { viewOf } from "./resolve.js";
import type { Trace } from "./steps.js";
import { hostOfUrl, openHttps } from "./web.js";

/** What Autodiscover tells an Outlook. */
export interface Settings {
  /** For the profile's field "Microsoft Exchange server". */
  readonly server: string;
  /** For "Connect using HTTP"; null when Outlook Anywhere is off. */
  readonly proxy: string | null;
}

/** Settings as they were found. */
export interface FoundSettings extends Settings {
  /** The name at which Autodiscover answered. */
  readonly at: string;
}

/**
 * Autodiscover: inside by the service connection points of the domain, those of the machine's site first; then, and
 * outside, by the names that follow from the address. Null when none of them answers.
 */
export function autodiscover(
  evaluation: Evaluation,
  machine: Machine,
  mailbox: DirectoryObject,
  database: DatabaseFacts,
  trace: Trace,
): FoundSettings | null {
  const server = profileServerFor(evaluation, mailbox, database);
  if (server === null) {
    trace.add("autodiscover", false, `Nobody can say where the mailbox of ${mailbox.name} is.`);
    return null;
  }
  for (const name of namesToTry(evaluation, machine, mailbox, trace)) {
    const answer = openHttps(evaluation, machine, name, trace);
    if (answer === null) continue;
    // A wrong name is asked about; Outlook goes on when the user says so, and that is what users say.
    const proxy = proxyFor(evaluation, database, machine.location !== "Outside");
    const also = proxy === null ? "" : ` and the proxy ${proxy}`;
    trace.add("autodiscover", true, `Autodiscover at ${name} gives the server name ${server}${also}.`);
    return { at: name, server, proxy };
  }
  trace.add("autodiscover", false, "Autodiscover does not answer under any name.");
  return null;
}

function* namesToTry(
  evaluation: Evaluation,
  machine: Machine,
  mailbox: DirectoryObject,
  trace: Trace,
): Generator<string> {
  if (machine.location !== "Outside") {
    for (const host of connectionPoints(evaluation, machine)) {
      const name = hostOfUrl(internalUri(host));
      if (name === null) continue;
      trace.add("autodiscover", true, `The service connection point of ${host.name} names ${name}.`);
      yield name;
    }
  }
  const domain = mailDomain(mailbox);
  if (domain === "") return;
  yield domain;
  yield `autodiscover.${domain}`;
  const service = nameServiceOf(evaluation.network).ask(viewOf(machine), `_autodiscover._tcp.${domain}`, "SRV");
  const target = service.data[0]?.trim().split(/\s+/).at(-1);
  if (target !== undefined) yield target.replace(/\.$/, "");
}

/** The address of Autodiscover that a server registers in Active Directory. */
export function internalUri(host: Host): string {
  const own = textField(host.object, "AutoDiscoverServiceInternalUri");
  return own ?? `https://${host.fqdn.toLowerCase()}/Autodiscover/Autodiscover.xml`;
}

/** Client Access servers in the order in which a machine tries their connection points. */
function connectionPoints(evaluation: Evaluation, machine: Machine): readonly Host[] {
  const site = machine.site?.name.toLowerCase() ?? "";
  return evaluation.once(`connection points|${site}`, () => {
    const all = evaluation.network.hosts.filter((host) => host.hasRole("ClientAccess"));
    const isNear = (host: Host): boolean => scopeOf(host).some((name) => name.toLowerCase() === site);
    return [...all.filter(isNear), ...all.filter((host) => !isNear(host))];
  });
}

function scopeOf(host: Host): readonly string[] {
  const value = fieldOf(host.object, "AutoDiscoverSiteScope");
  const sites = isRecord(value) ? value.sites : undefined;
  if (Array.isArray(sites)) return sites.map(String);
  return host.site === null ? [] : [host.site.name];
}
