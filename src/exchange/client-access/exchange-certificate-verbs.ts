import {
  addObject,
  type DirectoryObject,
  eachObject,
  getProperty,
  removeObject,
  updateObject,
} from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { displayText, netText } from "../../values/text.js";
import { ExchangeObject } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { type NounVerbs, taskClassOf, type Verb, type VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { schema } from "../schema.js";
import { defaultDomain } from "../transport/accepted-domain.js";
import { serverAbove } from "../types/ad-object-id.js";
import { exportCertificate, importCertificate, writeRequest } from "./certificate-exchange.js";
import { creating, enabling, messages, overwriting, removing } from "./certificate-texts.js";
import { joinedServices, servicesIn } from "./certificate-values.js";
import { exchangeCertificate, fqdnOf, selfSigned, servicesOf } from "./exchange-certificate.js";
import { serverOrLocal } from "./virtual-directory.js";

const certificatesOn = (task: Task, server: DirectoryObject): readonly DirectoryObject[] =>
  task.find(`${server.name}\\*`, { ...exchangeCertificate.identity, wildcards: true });

/** The certificate that -Identity (`SERVER\\thumbprint`, since 2013) or -Thumbprint means, on -Server or the session's. */
function certificateMeant(task: Task): DirectoryObject {
  const identity = task.text("Identity") ?? "";
  const backslash = identity.indexOf("\\");
  const thumbprint = (task.text("Thumbprint") ?? identity.slice(backslash + 1)).replaceAll(" ", "").toUpperCase();
  const owner = backslash < 0 ? serverOrLocal(task).name : identity.slice(0, backslash);
  const [found] = task.find(`${owner}\\${thumbprint}`, exchangeCertificate.identity);
  if (found === undefined) throw task.failure(messages.notFound, [owner, thumbprint]);
  return found;
}

/** -DomainName: certificates for any of the domains. */
function forDomains(task: Task): (certificate: DirectoryObject) => boolean {
  const wanted = new Set(textsOf(task, "DomainName").map((domain) => domain.toLowerCase()));
  return (certificate) => {
    const domains = getProperty(schema, certificate, "CertificateDomains");
    return Array.isArray(domains) && domains.some((domain) => wanted.has(String(domain).toLowerCase()));
  };
}

function textsOf(task: Task, parameter: string): readonly string[] {
  const value = task.value(parameter);
  return value instanceof MultiValuedChange ? value.applyTo([]) : [];
}

const getCertificate: VerbBehaviour = getVerb(exchangeCertificate, {
  defaultParameterSet: "Thumbprint",
  filters: {
    Server: (task) => ({ from: certificatesOn(task, serverOrLocal(task)) }),
    Thumbprint: (task) => ({ from: [certificateMeant(task)] }),
    DomainName: (task) => ({ keep: forDomains(task) }),
  },
});

/** The certificate that another cmdlet handed over. */
function instanceOf(task: Task): DirectoryObject | null {
  const instance = task.value("Instance");
  return instance instanceof ExchangeObject ? instance.source.object : null;
}

/** Without any of them, Get shows those of the server of the session; of one that was handed over, that one as it is now. */
const localByDefault: VerbBehaviour = {
  ...getCertificate,
  emulated: [...getCertificate.emulated, "Instance"],
  process: (task) => {
    const given = instanceOf(task);
    if (given !== null) {
      const [now] = task.find(given.guid, exchangeCertificate.identity);
      if (now !== undefined) task.cmdlet.writeObject(exchangeCertificate.present(task.source(now)));
      return;
    }
    if (["Server", "Thumbprint", "Identity"].some((parameter) => task.has(parameter))) {
      getCertificate.process(task);
      return;
    }
    const keep = task.has("DomainName") ? forDomains(task) : () => true;
    for (const certificate of certificatesOn(task, serverOrLocal(task))) {
      if (keep(certificate)) task.cmdlet.writeObject(exchangeCertificate.present(task.source(certificate)));
    }
  },
};

function change(
  task: Task,
  certificate: DirectoryObject,
  properties: Readonly<Record<string, string | boolean>>,
): void {
  const result = updateObject(schema, task.topology, certificate.guid, { properties });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
}

/** The web server and the protocols of mail programs have one certificate each; transport may have several. */
const exclusive: ReadonlySet<string> = new Set(["IMAP", "POP", "IIS", "UM", "UMCallRouter"]);

/** A certificate gets services, and those that only one can have are taken from the others of its server. */
function giveServices(task: Task, certificate: DirectoryObject, wanted: readonly string[]): void {
  const server = serverAbove(task.topology, certificate);
  const others = server === null ? [] : certificatesOn(task, server).filter(({ guid }) => guid !== certificate.guid);
  for (const other of others) {
    const had = servicesOf(other);
    const kept = had.filter((name) => !(exclusive.has(name) && wanted.includes(name)));
    if (kept.length < had.length) change(task, other, { Services: joinedServices(kept) });
  }
  change(task, certificate, { Services: joinedServices([...servicesOf(certificate), ...wanted]) });
  if (!wanted.includes("SMTP")) return;
  const current = others.find((other) => getProperty(schema, other, "IsDefaultSmtp") === true);
  if (current !== undefined && !mayOverwrite(task, current, certificate)) return;
  if (current !== undefined) change(task, current, { IsDefaultSmtp: false });
  change(task, certificate, { IsDefaultSmtp: true });
}

function mayOverwrite(task: Task, current: DirectoryObject, replacement: DirectoryObject): boolean {
  if (task.isOn("Force")) return true;
  const described = (certificate: DirectoryObject): string => {
    const end = getProperty(schema, certificate, "NotAfter");
    const expires = typeof end === "bigint" ? netText(task.cmdlet.context, new DateTime(end, "Local")) : "";
    return `'${certificate.name}' (expires ${expires})`;
  };
  return task.shouldContinue(overwriting.text(described(current), described(replacement)));
}

const servicesGiven = (task: Task): readonly string[] =>
  servicesIn(task.value("Services") === null ? "" : displayText(task.cmdlet.context, task.value("Services")));

const taskClass = (verb: Verb): string => taskClassOf(exchangeCertificate, verb);

const enableCertificate: VerbBehaviour = {
  taskClass: taskClass("Enable"),
  emulated: ["Thumbprint", "Identity", "Services", "Server", "Force"],
  // Access rights to the key, and what the web site asks for, are not shown anywhere.
  accepted: ["NetworkServiceAllowed", "DoNotRequireSsl"],
  defaultParameterSet: "Thumbprint",
  process: (task) => {
    const certificate = certificateMeant(task);
    const wanted = servicesGiven(task);
    const owner = serverAbove(task.topology, certificate)?.name ?? "";
    if (getProperty(schema, certificate, "IsPending") === true)
      throw task.failure(messages.notValid, [owner, certificate.name]);
    task.requireWrite(certificate);
    if (!task.shouldProcess(enabling.text(certificate.name, joinedServices(wanted)))) return;
    giveServices(task, certificate, wanted);
  },
};

/** The Send connectors that name a certificate, as `<I>issuer<S>subject` (since 2013). */
function connectorsWith(task: Task, certificate: DirectoryObject): readonly string[] {
  const name = `<I>${textIn(certificate, "Issuer") ?? ""}<S>${textIn(certificate, "Subject") ?? ""}`.toLowerCase();
  return [...eachObject(task.topology, "SendConnector")]
    .filter((connector) => textIn(connector, "TlsCertificateName")?.toLowerCase() === name)
    .map((connector) => connector.name);
}

const removeCertificate: VerbBehaviour = {
  taskClass: taskClass("Remove"),
  emulated: ["Thumbprint", "Identity", "Server"],
  accepted: [],
  confirms: true,
  defaultParameterSet: "Thumbprint",
  process: (task) => {
    const certificate = certificateMeant(task);
    task.requireWrite(certificate);
    if (!task.shouldProcess(removing.text(certificate.name))) return;
    const server = serverAbove(task.topology, certificate);
    if (getProperty(schema, certificate, "IsDefaultSmtp") === true)
      throw task.failure(messages.inUse, [server?.name ?? ""]);
    const connectors = connectorsWith(task, certificate);
    if (connectors.length > 0) throw task.failure(messages.onConnectors, [server?.name ?? "", connectors.join(", ")]);
    const result = removeObject(schema, task.topology, certificate.guid);
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
  },
};

const textIn = (certificate: DirectoryObject | null, property: string): string | null => {
  const value = certificate === null ? null : getProperty(schema, certificate, property);
  return typeof value === "string" && value !== "" ? value : null;
};

function subjectFor(task: Task, server: DirectoryObject, renewed: DirectoryObject | null): string {
  return (
    task.text("SubjectName") ?? textIn(renewed, "Subject") ?? `CN=${textsOf(task, "DomainName")[0] ?? server.name}`
  );
}

/** Those that were asked for; those of the certificate that is renewed; else the usual ones. */
function servicesFor(task: Task, renewed: DirectoryObject | null): readonly string[] {
  if (task.has("Services")) return servicesGiven(task);
  return renewed === null ? usualServices : servicesOf(renewed);
}

/**
 * The domains of a new certificate: those that were given, and those that switches ask for; else those of the certificate
 * that it renews, or the server's names.
 */
function domainsOf(task: Task, server: DirectoryObject, renewed: DirectoryObject | null): readonly string[] {
  const fqdn = fqdnOf(server);
  const accepted = [...eachObject(task.topology, "AcceptedDomain")].map((domain) =>
    String(getProperty(schema, domain, "DomainName") ?? ""),
  );
  const domains = [
    ...textsOf(task, "DomainName"),
    ...(task.isOn("IncludeServerNetBIOSName") ? [server.name] : []),
    ...(task.isOn("IncludeServerFQDN") ? [fqdn] : []),
    ...(task.isOn("IncludeAutoDiscover") ? [`autodiscover.${defaultDomain(task.topology) ?? ""}`] : []),
    ...(task.isOn("IncludeAcceptedDomains") ? accepted : []),
  ];
  if (domains.length > 0) return [...new Set(domains)];
  const before = renewed === null ? null : getProperty(schema, renewed, "CertificateDomains");
  return Array.isArray(before) && before.length > 0 ? before.map(String) : [server.name, fqdn];
}

/** Self-signed certificates are for these unless others are named (documented). */
const usualServices = ["IMAP", "POP", "SMTP"];
const yearsOfOwn = 5;

const newCertificate: VerbBehaviour = {
  taskClass: taskClass("New"),
  emulated: [
    "DomainName",
    "Force",
    "BinaryEncoded",
    "FriendlyName",
    "GenerateRequest",
    "IncludeAcceptedDomains",
    "IncludeAutoDiscover",
    "IncludeServerFQDN",
    "IncludeServerNetBIOSName",
    "Instance",
    "KeySize",
    "PrivateKeyExportable",
    "RequestFile",
    "Server",
    "Services",
    "SubjectName",
  ],
  accepted: ["SubjectKeyIdentifier"],
  defaultParameterSet: "Certificate",
  process: (task) => {
    const server = serverOrLocal(task);
    const renewed = instanceOf(task);
    const subject = subjectFor(task, server, renewed);
    const size = task.value("KeySize") ?? (renewed === null ? null : getProperty(schema, renewed, "PublicKeySize"));
    const isRequest = task.isOn("GenerateRequest");
    const made = selfSigned(task.topology, server, {
      subject,
      domains: domainsOf(task, server, renewed),
      services: [],
      notBefore: task.topology.clock,
      years: yearsOfOwn,
      what: `new ${task.topology.usn}`,
      properties: {
        FriendlyName: task.text("FriendlyName") ?? textIn(renewed, "FriendlyName") ?? "Microsoft Exchange",
        PrivateKeyExportable: task.has("PrivateKeyExportable")
          ? task.isOn("PrivateKeyExportable")
          : renewed !== null && getProperty(schema, renewed, "PrivateKeyExportable") === true,
        ...(isRequest ? { IsPending: true } : {}),
        ...(typeof size === "number" ? { PublicKeySize: size } : {}),
      },
    });
    task.requireWrite(server);
    if (!task.shouldProcess(creating.text(subject))) return;
    const result = addObject(schema, task.topology, made);
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
    if (isRequest) {
      writeRequest(task, result.object);
      return;
    }
    giveServices(task, result.object, servicesFor(task, renewed));
    const [written] = task.find(result.object.guid, exchangeCertificate.identity);
    if (written !== undefined) task.cmdlet.writeObject(exchangeCertificate.present(task.source(written)));
  },
};

/** A request that -GenerateRequest made waits for good: nobody signs it here. */
export const exchangeCertificateVerbs: NounVerbs = {
  Get: localByDefault,
  New: newCertificate,
  Import: importCertificate,
  Export: exportCertificate(certificateMeant),
  Enable: enableCertificate,
  Remove: removeCertificate,
};
