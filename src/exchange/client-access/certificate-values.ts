import { type DirectoryObject, guidNamed, type Topology } from "../../topology/index.js";
import { datePartsOf, daysInMonth, ticksOf } from "../../values/date-time.js";
import { enumeration } from "../types/enumeration.js";
import { configuration } from "./virtual-directory-rows.js";

/** What certificates are made of: services, thumbprints, validity. No keys are made; nothing here signs anything. */

/** The services that a certificate is for. Values and order from memory; the joined text is captured: `IMAP, POP, IIS, SMTP`. */
export const allowedServices = enumeration(
  "Microsoft.Exchange.Management.SystemConfigurationTasks.AllowedServices",
  ["None", "IMAP", "POP", "UM", "IIS", "SMTP", "Federation", "UMCallRouter"],
  { isFlags: true },
);

export const rootType = enumeration(`${configuration}.CertificateRootCAType`, [
  "None",
  "ThirdParty",
  "Enterprise",
  "Registry",
  "GroupPolicy",
  "Unknown",
]);

/** Services by their letter, in the order of the column: `IP.WS.`; the last came with Exchange 2013. */
const letters: readonly (readonly [service: string, letter: string])[] = [
  ["IMAP", "I"],
  ["POP", "P"],
  ["UM", "U"],
  ["IIS", "W"],
  ["SMTP", "S"],
  ["Federation", "F"],
  ["UMCallRouter", "C"],
];

/** `IMAP, POP` as its parts; `None` has none. */
export function servicesIn(text: unknown): readonly string[] {
  if (typeof text !== "string") return [];
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "None");
}

/** The parts as one text, in the enumeration's order. */
export function joinedServices(names: Iterable<string>): string {
  const wanted = new Set(names);
  return allowedServices.members.filter((name) => wanted.has(name)).join(", ") || "None";
}

/** `IP.WS.`: a letter for each service, a dot for one that it is not for. */
export function serviceLetters(services: readonly string[], length: number): string {
  return letters
    .slice(0, length)
    .map(([service, letter]) => (services.includes(service) ? letter : "."))
    .join("");
}

const thumbprintLength = 40;

/**
 * Texts of hexadecimal digits that look like a hash and a serial number, the same for the same certificate of the same
 * organization.
 */
export function fingerprints(
  topology: Topology,
  server: DirectoryObject,
  what: string,
): { readonly thumbprint: string; readonly serialNumber: string } {
  const digits = (purpose: string): string =>
    guidNamed(topology.ids.seed, `certificate|${server.guid}|${what}|${purpose}`).replaceAll("-", "").toUpperCase();
  return {
    thumbprint: `${digits("hash")}${digits("more")}`.slice(0, thumbprintLength),
    serialNumber: digits("serial"),
  };
}

/** The same day and time some years later; February 29 becomes 28 where there is none. */
export function yearsLater(ticks: bigint, years: number): bigint {
  const { year, month, day } = datePartsOf(ticks);
  const midnight = ticksOf(year, month, day);
  const lastDay = Math.min(day, daysInMonth(year + years, month));
  return ticksOf(year + years, month, lastDay) + (ticks - midnight);
}
