import { type DirectoryObject, isBackEnd, listObjects } from "../topology/index.js";
import { internalUri } from "./autodiscover.js";
import { type Evaluation, type Machine, machineOf } from "./evaluation.js";
import { guidField, linkField, textField } from "./fields.js";
import type { Host } from "./machines.js";
import { accessServersOf, databaseFacts, mailDomain, serverOf } from "./mailboxes.js";
import { type Step, Trace } from "./steps.js";
import { type CertificateVerdict, hostOfUrl, openHttps } from "./web.js";

/** What HTTPS clients are for. */
export const webProtocols = ["ActiveSync", "OWA", "ECP", "EWS", "OAB", "Autodiscover"] as const;
export type WebProtocol = (typeof webProtocols)[number];

const directoryClasses: Readonly<Record<Exclude<WebProtocol, "Autodiscover">, string>> = {
  ActiveSync: "ActiveSyncVirtualDirectory",
  OWA: "OwaVirtualDirectory",
  ECP: "EcpVirtualDirectory",
  EWS: "WebServicesVirtualDirectory",
  OAB: "OabVirtualDirectory",
};

/** A client of a web service. */
export interface HttpsClient {
  readonly object: DirectoryObject;
  readonly name: string;
  readonly protocol: WebProtocol;
  /** As it was given; null: that of the mailbox's site. */
  readonly url: string | null;
  readonly machine: Machine;
  readonly mailbox: DirectoryObject | null;
}

/** A client of a web service, read from its object. */
export function httpsClientOf(evaluation: Evaluation, object: DirectoryObject): HttpsClient | null {
  const machine = machineOf(evaluation.network, object);
  if (machine === null) return null;
  return {
    object,
    name: object.name,
    protocol: webProtocols.find((each) => each === textField(object, "Protocol")) ?? "OWA",
    url: textField(object, "Url"),
    machine,
    mailbox: linkField(evaluation.network.topology, object, "Mailbox"),
  };
}

/** What a request came to. Each one is a connection of its own. */
export interface HttpsAttempt {
  readonly isConnected: boolean;
  readonly url: string | null;
  readonly server: Host | null;
  readonly certificate: CertificateVerdict | null;
  readonly seconds: number;
  readonly steps: readonly Step[];
}

/** Telephones refuse what browsers warn of. */
const strict: readonly WebProtocol[] = ["ActiveSync"];

/** Lets a client of a web service ask once. */
export function connectHttps(evaluation: Evaluation, client: HttpsClient): HttpsAttempt {
  const trace = new Trace();
  const { machine, mailbox, protocol } = client;
  const guid = mailbox === null ? null : guidField(mailbox, "Database");
  const database = guid === null ? null : databaseFacts(evaluation, guid);
  const url = client.url ?? (mailbox === null ? null : urlFor(evaluation, protocol, mailbox, machine));
  const end = (isConnected: boolean, server: Host | null, certificate: CertificateVerdict | null): HttpsAttempt => {
    return { isConnected, url, server, certificate, seconds: trace.seconds, steps: trace.steps };
  };
  const stop = (kind: Step["kind"], text: string, certificate: CertificateVerdict | null = null): HttpsAttempt => {
    trace.add(kind, false, text);
    return end(false, null, certificate);
  };
  if (!machine.isUp) return stop("profile", `${machine.name} is switched off.`);
  if (mailbox === null || database === null) return stop("mailbox", "There is no such mailbox.");
  const name = url === null ? null : hostOfUrl(url);
  if (name === null) return stop("profile", `${protocol} has no URL for a client that is ${placeWords(machine)}.`);
  const answer = openHttps(evaluation, machine, name, trace);
  if (answer === null) return end(false, null, null);
  const { host, certificate } = answer;
  if (certificate !== "Valid" && strict.includes(protocol)) {
    return stop("certificate", `${protocol} does not connect when the certificate is not right.`, certificate);
  }
  if (!database.isMounted) {
    return stop("mailbox", `The database ${database.object.name} is not mounted.`, certificate);
  }
  const active = database.server;
  const far = active !== null && active.site?.guid !== host.site?.guid;
  const how = far ? `, and hands it on to the site ${active.site?.name ?? ""}` : "";
  trace.add("serve", true, `${host.name} serves ${protocol} of ${mailbox.name}${how}.`);
  return end(true, host, certificate);
}

function placeWords({ location }: Machine): string {
  return location === "Inside" ? "inside" : location === "VPN" ? "in the VPN" : "outside";
}

/** The URL of a web service for a mailbox: that of its site's first server that has one; null without any. */
export function urlFor(
  evaluation: Evaluation,
  protocol: WebProtocol,
  mailbox: DirectoryObject,
  machine: Pick<Machine, "location">,
): string | null {
  const isOutside = machine.location === "Outside";
  const guid = guidField(mailbox, "Database");
  const site = guid === null ? null : (databaseFacts(evaluation, guid)?.server?.site ?? null);
  const hosts = accessServersOf(evaluation, site);
  if (protocol === "Autodiscover") {
    if (isOutside) return `https://autodiscover.${mailDomain(mailbox)}/Autodiscover/Autodiscover.xml`;
    return hosts[0] === undefined ? null : internalUri(hosts[0]);
  }
  const property = isOutside ? "ExternalUrl" : "InternalUrl";
  for (const host of hosts) {
    const url = directoryUrl(evaluation, host, directoryClasses[protocol], property);
    if (url !== null) return url;
  }
  return null;
}

/** A URL of a server's virtual directory. */
export function directoryUrl(evaluation: Evaluation, host: Host, className: string, property: string): string | null {
  const all = evaluation.once(className, () =>
    listObjects(evaluation.network.topology, className).filter((each) => !isBackEnd(each)),
  );
  const directory = all.find((each) => serverOf(evaluation, each) === host.object.guid);
  const url = directory === undefined ? null : textField(directory, property);
  return url === "" ? null : url;
}
