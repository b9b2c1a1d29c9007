import type { DirectoryObject } from "../../topology/index.js";
import type { Host } from "../machines.js";
import { certificateNames, verdictOf, webCertificate } from "../web.js";
import { ledTo, listed, named, quoted } from "./commands.js";
import type { Rule } from "./finding.js";
import type { Survey } from "./survey.js";
import type { WebAddress } from "./web-addresses.js";

/** URLs of web services, their names and the certificates for them. */

const httpsPort = 443;

/** Addresses of servers of one site and version of Exchange. */
interface Place {
  readonly site: DirectoryObject;
  readonly servers: readonly Host[];
  readonly addresses: readonly WebAddress[];
}

function places({ webAddresses }: Survey): readonly Place[] {
  const known = new Map<string, { readonly site: DirectoryObject; addresses: WebAddress[]; servers: Set<Host> }>();
  for (const address of webAddresses) {
    const { site, major } = address.host;
    if (site === null) continue;
    const key = `${site.guid}|${major}`;
    const place = known.get(key) ?? { site, addresses: [], servers: new Set<Host>() };
    known.set(key, place);
    place.addresses.push(address);
    place.servers.add(address.host);
  }
  return [...known.values()].map(({ site, addresses, servers }) => ({ site, addresses, servers: [...servers] }));
}

/** The addresses of each service and scope whose servers do not have the same. */
function differing({ addresses }: Place): readonly (readonly WebAddress[])[] {
  const groups = new Map<string, WebAddress[]>();
  for (const address of addresses) {
    const key = `${address.service}|${address.scope}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [address]);
    else known.push(address);
  }
  return [...groups.values()].filter((all) => new Set(all.map(({ url }) => url?.toLowerCase() ?? "")).size > 1);
}

const isOwnName = ({ network }: Survey, name: string | null): boolean =>
  name !== null && network.hostNamed(name) !== null;

/** The URL that all servers of a group should have: one that is no server's own, else the first with a shared name. */
function sharedUrl(survey: Survey, group: readonly WebAddress[], shared: string): string {
  const given = group.filter(({ url }) => url !== null);
  const common = given.find(({ name }) => !isOwnName(survey, name));
  if (common?.url != null) return common.url;
  const [first] = given;
  return first?.url == null ? shared : first.url.replace(/^(https?:\/\/)?[^/:]+/i, `$1${shared}`);
}

const urlsDiffer: Rule = {
  name: "UrlsDiffer",
  severity: "Warning",
  find: (survey) =>
    places(survey).flatMap((place) => {
      const groups = differing(place);
      if (groups.length === 0) return [];
      const { site, servers, addresses } = place;
      const used = addresses.find(
        ({ name, scope }) => scope === "internal" && name !== null && !isOwnName(survey, name),
      );
      const shared = used?.name ?? survey.freeName("mail", site);
      const commands = groups.flatMap((group) => {
        const url = sharedUrl(survey, group, shared);
        return group.filter((each) => each.url?.toLowerCase() !== url.toLowerCase()).map((each) => each.setTo(url));
      });
      const isMissing = survey.names.ask("Inside", shared).status !== "Found";
      const record = isMissing ? ledTo(survey, shared, { site, servers, port: httpsPort }) : [];
      const services = groups.flatMap(([first]) => (first === undefined ? [] : [`${first.service} (${first.scope})`]));
      const message = `The servers of the site ${site.name} do not have the same addresses for ${services.join(", ")}. Clients get the name of one server, and what works through one does not work through the other.`;
      return [{ objects: servers.map(({ name }) => name), message, commands: [...record, ...commands] }];
    }),
};

const webNameWithoutRecord: Rule = {
  name: "WebNameWithoutRecord",
  severity: "Error",
  find: (survey) =>
    places(survey).flatMap(({ site, servers, addresses }) => {
      const inside = addresses.filter(({ scope, name }) => scope === "internal" && name !== null);
      return [...new Set(inside.map(({ name }) => name ?? ""))]
        .filter((name) => survey.names.ask("Inside", name).data.length === 0)
        .map((name) => {
          const services = inside.filter((each) => each.name === name).map(({ service }) => service);
          const message = `DNS has no address inside for ${name}, the host name of ${[...new Set(services)].join(", ")} in the site ${site.name}.`;
          return { objects: [name], message, commands: ledTo(survey, name, { site, servers, port: httpsPort }) };
        });
    }),
};

/** The names of web services on each server for which it needs a certificate. */
function securedNames({ webAddresses }: Survey): ReadonlyMap<Host, readonly string[]> {
  const names = new Map<Host, string[]>();
  for (const { host, name, isSecure } of webAddresses) {
    if (name === null || !isSecure) continue;
    const known = names.get(host);
    if (known === undefined) names.set(host, [name]);
    else if (!known.includes(name)) known.push(name);
  }
  return names;
}

const install = (host: Host, names: readonly string[]): string =>
  `Install-LabCertificate ${quoted(host.name)} ${listed([...new Set(names.map((name) => name.toLowerCase()))])}`;

/** The names of the certificate that a server has now, and others. */
function withPresent({ evaluation }: Survey, host: Host, names: readonly string[]): readonly string[] {
  const certificate = webCertificate(evaluation, host);
  return [...names, ...(certificate === null ? [] : certificateNames(certificate))];
}

const certificateWithoutNames: Rule = {
  name: "CertificateWithoutNames",
  severity: "Error",
  find: (survey) =>
    [...securedNames(survey)].flatMap(([host, names]) => {
      const missing = names.filter((name) => ["WrongName", "None"].includes(verdictOf(survey.evaluation, host, name)));
      if (missing.length === 0) return [];
      const has = webCertificate(survey.evaluation, host) !== null;
      const message = has
        ? `The certificate that IIS uses on ${host.name} does not hold ${named(missing)}.`
        : `${host.name} has no certificate for IIS; it needs one with ${named(missing)}.`;
      return [{ objects: [host.name], message, commands: [install(host, withPresent(survey, host, names))] }];
    }),
};

const certificateNotTrusted: Rule = {
  name: "CertificateNotTrusted",
  severity: "Warning",
  find: (survey) =>
    [...securedNames(survey)].flatMap(([host, names]) => {
      const verdicts = new Set(names.map((name) => verdictOf(survey.evaluation, host, name)));
      if (!verdicts.has("Expired") && !verdicts.has("SelfSigned")) return [];
      const certificate = `The certificate that IIS uses on ${host.name}`;
      const why = verdicts.has("Expired") ? "has expired" : "is self-signed";
      const message = `${certificate} ${why}: browsers warn of it, and telephones do not connect.`;
      return [{ objects: [host.name], message, commands: [install(host, withPresent(survey, host, names))] }];
    }),
};

export const webRules = [urlsDiffer, webNameWithoutRecord, certificateWithoutNames, certificateNotTrusted];
