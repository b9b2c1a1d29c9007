import { certificateClass, servicesOf } from "../exchange/client-access/exchange-certificate.js";
import { type DirectoryObject, listObjects } from "../topology/index.js";
import type { Evaluation, Machine } from "./evaluation.js";
import { fieldOf, textField, textsField } from "./fields.js";
import { https } from "./listeners.js";
import type { Host } from "./machines.js";
import { serverOf } from "./mailboxes.js";
import type { Endpoint } from "./network.js";
import { reach } from "./reach.js";
import { resolve } from "./resolve.js";
import type { Trace } from "./steps.js";

/** What a client finds at an HTTPS name. */
export interface WebAnswer {
  readonly host: Host;
  readonly via: Endpoint;
  /** The inner address at which it answers. */
  readonly address: string;
  /** What is wrong with the certificate: nothing, only who issued it, its end, or that the name is not in it. */
  readonly certificate: CertificateVerdict;
}

export type CertificateVerdict = "Valid" | "SelfSigned" | "Expired" | "WrongName" | "None";

/** Connects to an HTTPS name and looks at the certificate; null when nobody answers. */
export function openHttps(evaluation: Evaluation, machine: Machine, name: string, trace: Trace): WebAnswer | null {
  const { addresses } = resolve(evaluation, machine, name, trace);
  const [address] = addresses;
  if (address === undefined) return null;
  const reached = reach(evaluation, machine, address, https, trace);
  if (!reached.ok) return null;
  const { host, via } = reached;
  const inner = reached.address;
  const certificate = verdictOf(evaluation, host, name);
  trace.add("certificate", certificate === "Valid", certificateWords(certificate, host.name, name));
  return { host, via, address: inner, certificate };
}

function certificateWords(verdict: CertificateVerdict, host: string, name: string): string {
  switch (verdict) {
    case "Valid":
      return `The certificate of ${host} holds the name ${name}.`;
    case "SelfSigned":
      return `The certificate of ${host} holds the name ${name}, but ${host} issued it itself: clients do not trust it.`;
    case "Expired":
      return `The certificate of ${host} has expired.`;
    case "WrongName":
      return `The certificate of ${host} does not hold the name ${name}.`;
    case "None":
      return `${host} has no certificate for IIS.`;
  }
}

/** What a client says to the certificate that a server's web site shows under a name. */
export function verdictOf(evaluation: Evaluation, host: Host, name: string): CertificateVerdict {
  return evaluation.once(`certificate|${host.object.guid}|${name.toLowerCase()}`, () => {
    const certificate = webCertificate(evaluation, host);
    if (certificate === null) return "None";
    const end = fieldOf(certificate, "NotAfter");
    if (typeof end === "bigint" && end < evaluation.now) return "Expired";
    if (!certificateNames(certificate).some((each) => covers(each, name))) return "WrongName";
    return textField(certificate, "Issuer") === textField(certificate, "Subject") ? "SelfSigned" : "Valid";
  });
}

/** The certificate that IIS uses on a server: the last one that was enabled for it. */
export function webCertificate(evaluation: Evaluation, host: Host): DirectoryObject | null {
  const byServer = evaluation.once("certificates", () => {
    const all = listObjects(evaluation.network.topology, certificateClass);
    const web = all.filter((each) => servicesOf(each).includes("IIS"));
    return new Map(web.map((each) => [serverOf(evaluation, each), each] as const));
  });
  return byServer.get(host.object.guid) ?? null;
}

/** The names that a certificate holds, `*.contoso.com` among them. */
export function certificateNames(certificate: DirectoryObject): readonly string[] {
  return textsField(certificate, "CertificateDomains");
}

function covers(pattern: string, name: string): boolean {
  const [wanted, given] = [name.toLowerCase(), pattern.toLowerCase()];
  if (!given.startsWith("*.")) return given === wanted;
  const dot = wanted.indexOf(".");
  return dot > 0 && wanted.slice(dot) === given.slice(1);
}

/** The host name of a URL, in small letters; null for a text that is none. */
export function hostOfUrl(url: string): string | null {
  return /^https?:\/\/([^/:]+)/i.exec(url)?.[1]?.toLowerCase() ?? null;
}
