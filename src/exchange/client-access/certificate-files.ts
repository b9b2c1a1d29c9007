import type { DirectoryObject, PropertyValue } from "../../topology/index.js";
import { fromBase64, toBase64, utf8Bytes, utf8Text } from "../../values/bytes.js";

/**
 * Certificates outside a server: as the bytes of a file, and as text. No keys are made here, so that what stands in a file
 * is a description of the certificate that the cmdlets can read again; nothing else can.
 */
export interface CertificateFile {
  readonly thumbprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly domains: readonly string[];
  /** Ticks. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly keySize: number;
  readonly friendlyName: string;
  /** What the password was, as a number; 0 without one. */
  readonly seal: number;
}

const mark = "EMS-CERTIFICATE\n";

/** A number of a password: files with another one cannot be read. */
export function sealOf(password: string): number {
  let seal = password === "" ? 0 : 0x811c9dc5;
  for (let i = 0; i < password.length; i++) seal = Math.imul(seal ^ password.charCodeAt(i), 0x01000193) >>> 0;
  return seal;
}

const textOf = (value: PropertyValue | undefined): string => (typeof value === "string" ? value : "");
const ticksOf = (value: PropertyValue | undefined): string => String(typeof value === "bigint" ? value : 0n);

/** A certificate as it is put into a file. */
export function fileOf(
  { name, properties }: Pick<DirectoryObject, "name" | "properties">,
  seal: number,
): CertificateFile {
  const { CertificateDomains: domains, PublicKeySize: size } = properties;
  return {
    thumbprint: name,
    subject: textOf(properties.Subject),
    issuer: textOf(properties.Issuer),
    serialNumber: textOf(properties.SerialNumber),
    domains: Array.isArray(domains) ? domains.map(String) : [],
    notBefore: ticksOf(properties.NotBefore),
    notAfter: ticksOf(properties.NotAfter),
    keySize: typeof size === "number" ? size : 2048,
    friendlyName: textOf(properties.FriendlyName),
    seal,
  };
}

/** The bytes of a file. */
export const fileBytes = (file: CertificateFile): readonly number[] => utf8Bytes(mark + JSON.stringify(file));

/** What a file holds; `null` for bytes that are none of ours. Text in Base64 is read as well. */
export function readFile(bytes: readonly number[]): CertificateFile | null {
  const text = utf8Text(bytes);
  if (text.startsWith(mark)) return parse(text.slice(mark.length));
  const body = text.replace(/-----[A-Z ]+-----/g, "").replace(/\s/g, "");
  if (!/^[A-Za-z0-9+/]+=*$/.test(body) || body.length % 4 !== 0) return null;
  const inner = utf8Text(fromBase64(body));
  return inner.startsWith(mark) ? parse(inner.slice(mark.length)) : null;
}

const names = ["thumbprint", "subject", "issuer", "serialNumber", "notBefore", "notAfter", "friendlyName"] as const;

function parse(text: string): CertificateFile | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof data !== "object" || data === null) return null;
  const given = new Map<string, unknown>(Object.entries(data));
  const [domains, keySize, seal] = ["domains", "keySize", "seal"].map((name) => given.get(name));
  const isWhole =
    names.every((name) => typeof given.get(name) === "string") &&
    [given.get("notBefore"), given.get("notAfter")].every((ticks) => /^\d+$/.test(String(ticks)));
  if (!isWhole || !Array.isArray(domains) || typeof keySize !== "number" || typeof seal !== "number") return null;
  const read = (name: (typeof names)[number]): string => String(given.get(name));
  return {
    thumbprint: read("thumbprint"),
    subject: read("subject"),
    issuer: read("issuer"),
    serialNumber: read("serialNumber"),
    notBefore: read("notBefore"),
    notAfter: read("notAfter"),
    friendlyName: read("friendlyName"),
    domains: domains.map(String),
    keySize,
    seal,
  };
}

const lineLength = 64;

/** Bytes as text between dashes: `-----BEGIN NEW CERTIFICATE REQUEST-----`. */
export function armored(kind: string, bytes: readonly number[]): string {
  const lines = toBase64(bytes).match(new RegExp(`.{1,${lineLength}}`, "g")) ?? [];
  return [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`].join("\n");
}
