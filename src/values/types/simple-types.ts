import { bytesOf, utf8Bytes } from "../bytes.js";
import { PSArray } from "../collections.js";
import { PowerShellError } from "../errors.js";
import { formatGuid } from "../format/format-value.js";
import { ownMembers, setTypeNames } from "../members.js";
import { argumentError, netError } from "../net-errors.js";
import { EnumValue } from "../numbers.js";
import { integerOf } from "../numeric.js";
import { PSReference } from "../objects.js";
import { SemanticVersion } from "../semantic-version.js";
import { coreProperty, method, overload, property } from "../signatures.js";
import {
  parseGuid,
  parseGuidExact,
  parseIPAddress,
  parseMailAddress,
  parseUri,
  parseVersion,
} from "../simple-value-parsing.js";
import { Guid, IPAddress, MailAddress, Uri, type UriParts, Version } from "../simple-values.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { byteArray } from "./convert.js";

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");
const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

function attempt(result: Value | undefined, run: () => Value, zero: Value): boolean {
  if (!(result instanceof PSReference)) return false;
  try {
    result.set(run());
    return true;
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    result.set(zero);
    return false;
  }
}

const emptyGuid = "00000000-0000-0000-0000-000000000000";
defineType({
  fullName: "System.Guid",
  kind: "struct",
  interfaces: ["System.IComparable", "System.IFormattable"],
  members: () => [
    method<Guid>([
      "int CompareTo(System.Object value)",
      (_, g, [o]) => (o instanceof Guid ? (g.text < o.text ? -1 : g.text > o.text ? 1 : 0) : 1),
    ]),
    method<Guid>(["bool Equals(System.Object o)", (_, g, [o]) => o instanceof Guid && o.text === g.text]),
    method<Guid>(["byte[] ToByteArray()", (_, g) => byteArray(guidBytes(g.text))]),
    coreProperty("int Variant", (g: Guid) => Number.parseInt(g.text[19] ?? "0", 16)),
    coreProperty("int Version", (g: Guid) => Number.parseInt(g.text[14] ?? "0", 16)),
    method<Guid>(
      ["string ToString()", (_, g) => g.text],
      ["string ToString(string format)", (_, g, [f]) => formatGuid(g, text(f))],
    ),
  ],
  staticMembers: () => [
    property("guid Empty", () => new Guid(emptyGuid)),
    method(["static guid NewGuid()", (c) => new Guid(c.newGuid())]),
    method(["static guid Parse(string input)", (c, _, [s]) => new Guid(parseGuid(c, text(s)))]),
    method([
      "static bool TryParse(string input, [ref] guid result)",
      (c, _, [s, r]) => attempt(r, () => new Guid(parseGuid(c, text(s))), new Guid(emptyGuid)),
    ]),
    method([
      "static guid ParseExact(string input, string format)",
      (_, __, [s, f]) => new Guid(parseGuidExact(text(s), text(f))),
    ]),
    method([
      "static bool TryParseExact(string input, string format, [ref] guid result)",
      (_, __, [s, f, r]) => attempt(r, () => new Guid(parseGuidExact(text(s), text(f))), new Guid(emptyGuid)),
    ]),
  ],
  constructors: () => [
    overload("guid new()", () => new Guid(emptyGuid)),
    overload("guid new(string g)", (c, _, [s]) => new Guid(parseGuid(c, text(s)))),
    overload("guid new(byte[] b)", (_, __, [b]) => new Guid(guidFromBytes(bytesOf(b ?? null)))),
  ],
});

const guidOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
function guidBytes(guid: string): number[] {
  const hex = guid.replace(/-/g, "");
  return guidOrder.map((i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}
function guidFromBytes(bytes: readonly number[]): string {
  const hex = guidOrder.map((i) => (bytes[i] ?? 0).toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function compareVersions(a: Version, b: Value | undefined): number {
  if (!(b instanceof Version)) return 1;
  for (let i = 0; i < 4; i++) {
    const d = (a.parts[i] ?? 0) - (b.parts[i] ?? 0);
    if (d !== 0) return d < 0 ? -1 : 1;
  }
  return 0;
}
function makeVersion(context: ValueContext, args: readonly Value[]): Version {
  const [a = 0, b = 0, c = -1, d = -1] = args.map(int);
  if ([a, b].some((n) => n < 0))
    throw argumentError(
      context,
      "Version's parameters must be greater than or equal to zero.",
      "major",
      "System.ArgumentOutOfRangeException",
    );
  return new Version(a, b, c, d);
}
defineType({
  fullName: "System.Version",
  interfaces: ["System.IComparable"],
  members: () => [
    method<Version>(
      ["int CompareTo(System.Object version)", (_, v, [o]) => compareVersions(v, o)],
      ["int CompareTo(version value)", (_, v, [o]) => compareVersions(v, o)],
    ),
    method<Version>([
      "bool Equals(System.Object obj)",
      (_, v, [o]) => o instanceof Version && compareVersions(v, o) === 0,
    ]),
    method<Version>(
      ["string ToString()", (_, v) => v.text],
      ["string ToString(int fieldCount)", (_, v, [n]) => v.text.split(".").slice(0, int(n)).join(".")],
    ),
    property("int Major", (v: Version) => v.major),
    property("int Minor", (v: Version) => v.minor),
    property("int Build", (v: Version) => v.build),
    property("int Revision", (v: Version) => v.revision),
    property("short MajorRevision", (v: Version) => v.revision >> 16),
    property("short MinorRevision", (v: Version) => (v.revision << 16) >> 16),
  ],
  staticMembers: () => [
    method(["static version Parse(string input)", (c, _, [s]) => parseVersion(c, text(s))]),
    method([
      "static bool TryParse(string input, [ref] version result)",
      (c, _, [s, r]) => attempt(r, () => parseVersion(c, text(s)), null),
    ]),
  ],
  constructors: () => [
    overload("version new()", () => new Version(0, 0)),
    overload("version new(string version)", (c, _, [s]) => parseVersion(c, text(s))),
    overload("version new(int major, int minor)", (c, _, args) => makeVersion(c, args)),
    overload("version new(int major, int minor, int build)", (c, _, args) => makeVersion(c, args)),
    overload("version new(int major, int minor, int build, int revision)", (c, _, args) => makeVersion(c, args)),
  ],
  convertFrom: (_, value) => (value instanceof SemanticVersion ? fromSemantic(value) : undefined),
});

/** The version of a semantic one, whose labels stay with it as notes. */
function fromSemantic({ major, minor, patch, preReleaseLabel, buildLabel }: SemanticVersion): Version {
  const version = new Version(major, minor, patch);
  if (preReleaseLabel === null && buildLabel === null) return version;
  const members = ownMembers(version);
  members.set({ kind: "NoteProperty", name: "PSSemVerPreReleaseLabel", value: preReleaseLabel });
  members.set({ kind: "NoteProperty", name: "PSSemVerBuildLabel", value: buildLabel });
  setTypeNames(version, ["System.Version#IncludeLabel", "System.Version", "System.Object"]);
  return version;
}

function parseAddress(value: Value | undefined): IPAddress {
  const address = parseIPAddress(text(value));
  if (address === null) throw netError("System.FormatException", "An invalid IP address was specified.");
  return address;
}
defineType({
  fullName: "System.Net.IPAddress",
  members: () => [
    method<IPAddress>([
      "bool Equals(System.Object comparand)",
      (_, a, [o]) => o instanceof IPAddress && o.equalityKey() === a.equalityKey(),
    ]),
    method<IPAddress>(["byte[] GetAddressBytes()", (_, a) => byteArray(a.bytes)]),
    method<IPAddress>([
      "ipaddress MapToIPv6()",
      (_, a) => (a.isIPv6 ? a : new IPAddress([...new Array<number>(10).fill(0), 255, 255, ...a.bytes])),
    ]),
    method<IPAddress>(["ipaddress MapToIPv4()", (_, a) => (a.isIPv6 ? new IPAddress(a.bytes.slice(12)) : a)]),
    method<IPAddress>(["string ToString()", (_, a) => a.text]),
    property(
      "System.Net.Sockets.AddressFamily AddressFamily",
      (a: IPAddress) => new EnumValue(typeNamed("System.Net.Sockets.AddressFamily"), a.isIPv6 ? 23n : 2n),
    ),
    property("long ScopeId", (a: IPAddress) => (a.isIPv6 ? BigInt(a.scopeId) : null)),
    property("bool IsIPv6Multicast", (a: IPAddress) => a.isIPv6 && a.bytes[0] === 255),
    property(
      "bool IsIPv6LinkLocal",
      (a: IPAddress) => a.isIPv6 && a.bytes[0] === 0xfe && ((a.bytes[1] ?? 0) & 0xc0) === 0x80,
    ),
    property(
      "bool IsIPv6SiteLocal",
      (a: IPAddress) => a.isIPv6 && a.bytes[0] === 0xfe && ((a.bytes[1] ?? 0) & 0xc0) === 0xc0,
    ),
    property("bool IsIPv6Teredo", (a: IPAddress) => a.isIPv6 && a.text.startsWith("2001:0:")),
    property("bool IsIPv6UniqueLocal", (a: IPAddress) => a.isIPv6 && ((a.bytes[0] ?? 0) & 0xfe) === 0xfc),
    property("bool IsIPv4MappedToIPv6", (a: IPAddress) => a.isIPv6 && a.text.startsWith("::ffff:")),
    property("long Address", (a: IPAddress) =>
      BigInt((a.bytes[3] ?? 0) * 2 ** 24 + ((a.bytes[2] ?? 0) << 16) + ((a.bytes[1] ?? 0) << 8) + (a.bytes[0] ?? 0)),
    ),
  ],
  staticMembers: () => [
    property("ipaddress Any", () => new IPAddress([0, 0, 0, 0])),
    property("ipaddress Loopback", () => new IPAddress([127, 0, 0, 1])),
    property("ipaddress Broadcast", () => new IPAddress([255, 255, 255, 255])),
    property("ipaddress None", () => new IPAddress([255, 255, 255, 255])),
    property("ipaddress IPv6Any", () => new IPAddress(new Array<number>(16).fill(0))),
    property("ipaddress IPv6Loopback", () => new IPAddress([...new Array<number>(15).fill(0), 1])),
    method(["static ipaddress Parse(string ipString)", (_, __, [s]) => parseAddress(s)]),
    method([
      "static bool TryParse(string ipString, [ref] ipaddress address)",
      (_, __, [s, r]) => attempt(r, () => parseAddress(s), null),
    ]),
    method([
      "static bool IsLoopback(ipaddress address)",
      (_, __, [a]) => a instanceof IPAddress && (a.isIPv6 ? a.text === "::1" : a.bytes[0] === 127),
    ]),
  ],
  constructors: () => [
    overload("ipaddress new(byte[] address)", (_, __, [b]) => new IPAddress(bytesOf(b ?? null))),
    overload("ipaddress new(long newAddress)", (_, __, [n]) => {
      const v = Number(BigInt.asUintN(32, integerOf(n ?? null) ?? 0n));
      return new IPAddress([v & 255, (v >>> 8) & 255, (v >>> 16) & 255, v >>> 24]);
    }),
  ],
});

function absolute(uri: Uri): UriParts {
  if (uri.absolute === null)
    throw netError("System.InvalidOperationException", "This operation is not supported for a relative URI.");
  return uri.absolute;
}
const hostType = (host: string): bigint =>
  host === "" ? 1n : host.startsWith("[") ? 4n : /^\d+(\.\d+){3}$/.test(host) ? 3n : 2n;
/** Percent-escapes everything that is not unreserved. */
export function escapeData(value: string): string {
  return utf8Bytes(value)
    .map((b) =>
      /[A-Za-z0-9\-._~]/.test(String.fromCharCode(b)) && b < 128
        ? String.fromCharCode(b)
        : `%${b.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
}
function unescapeData(value: string): string {
  return value.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch (error) {
      if (error instanceof URIError) return run;
      throw error;
    }
  });
}
defineType({
  fullName: "System.Uri",
  members: () => [
    method<Uri>([
      "bool Equals(System.Object comparand)",
      (_, u, [o]) => o instanceof Uri && o.equalityKey() === u.equalityKey(),
    ]),
    method<Uri>(["bool IsBaseOf(uri uri)", (_, u, [o]) => o instanceof Uri && o.text.startsWith(u.text)]),
    method<Uri>(["string ToString()", (_, u) => u.text]),
    property("string AbsolutePath", (u: Uri) => absolute(u).path),
    property("string AbsoluteUri", (u: Uri) => absolute(u).absoluteUri),
    property("string LocalPath", (u: Uri) => localPath(absolute(u))),
    property(
      "string Authority",
      (u: Uri) => absolute(u).host + (absolute(u).isDefaultPort ? "" : `:${absolute(u).port}`),
    ),
    property(
      "System.UriHostNameType HostNameType",
      (u: Uri) => new EnumValue(typeNamed("System.UriHostNameType"), hostType(absolute(u).host)),
    ),
    property("bool IsDefaultPort", (u: Uri) => absolute(u).isDefaultPort),
    property("bool IsFile", (u: Uri) => absolute(u).scheme === "file"),
    property("bool IsLoopback", (u: Uri) => /^(localhost|127\..*|\[::1\]|)$/.test(absolute(u).host)),
    property("string PathAndQuery", (u: Uri) => absolute(u).path + absolute(u).query),
    property(
      "string[] Segments",
      (u: Uri) => new PSArray([...(absolute(u).path.match(/[^/]*\/|[^/]+$/g) ?? [])], typeNamed("System.String")),
    ),
    property("bool IsUnc", (u: Uri) => absolute(u).isUnc),
    property("string Host", (u: Uri) => absolute(u).host),
    property("int Port", (u: Uri) => absolute(u).port),
    property("string Query", (u: Uri) => absolute(u).query),
    property("string Fragment", (u: Uri) => absolute(u).fragment),
    property("string Scheme", (u: Uri) => absolute(u).scheme),
    property("string OriginalString", (u: Uri) => u.originalString),
    property("string DnsSafeHost", (u: Uri) => absolute(u).host.replace(/[[\]]/g, "")),
    property("string IdnHost", (u: Uri) => absolute(u).host),
    property("bool IsAbsoluteUri", (u: Uri) => u.absolute !== null),
    property("bool UserEscaped", () => false),
    property("string UserInfo", (u: Uri) => absolute(u).userInfo),
  ],
  staticMembers: () => [
    property("string UriSchemeHttp", () => "http"),
    property("string UriSchemeHttps", () => "https"),
    property("string SchemeDelimiter", () => "://"),
    method(["static string EscapeDataString(string stringToEscape)", (_, __, [s]) => escapeData(text(s))]),
    method(["static string UnescapeDataString(string stringToUnescape)", (_, __, [s]) => unescapeData(text(s))]),
    method(["static string EscapeUriString(string stringToEscape)", (_, __, [s]) => encodeURI(text(s))]),
    method([
      "static bool IsWellFormedUriString(string uriString, System.UriKind uriKind)",
      (c, _, [s, k]) => {
        const uri = parseUri(c, text(s), "RelativeOrAbsolute");
        const kind = k instanceof EnumValue ? Number(k.value) : 0;
        return !/\s/.test(text(s)) && (kind === 0 || (kind === 1) === (uri.absolute !== null));
      },
    ]),
    method([
      "static bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)",
      (c, _, [s, k, r]) => attempt(r, () => parseUri(c, text(s), kindName(k)), null),
    ]),
    method([
      "static System.UriHostNameType CheckHostName(string name)",
      (_, __, [s]) => new EnumValue(typeNamed("System.UriHostNameType"), text(s) === "" ? 0n : hostType(text(s))),
    ]),
  ],
  constructors: () => [
    overload("uri new(string uriString)", (c, _, [s]) => parseUri(c, text(s), "Absolute")),
    overload("uri new(string uriString, System.UriKind uriKind)", (c, _, [s, k]) => parseUri(c, text(s), kindName(k))),
    overload("uri new(uri baseUri, string relativeUri)", (c, _, [b, s]) => combine(c, b ?? null, text(s))),
  ],
});
function localPath(parts: UriParts): string {
  const path = unescapeData(parts.path);
  if (parts.scheme !== "file") return path;
  if (parts.isUnc) return `\\\\${parts.host}${path.replace(/\//g, "\\")}`;
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1).replace(/\//g, "\\") : path;
}
function kindName(value: Value | undefined): "Absolute" | "Relative" | "RelativeOrAbsolute" {
  const n = value instanceof EnumValue ? Number(value.value) : 0;
  return n === 1 ? "Absolute" : n === 2 ? "Relative" : "RelativeOrAbsolute";
}
function combine(context: ValueContext, base: Value, relative: string): Uri {
  const other = parseUri(context, relative, "RelativeOrAbsolute");
  if (other.absolute !== null || !(base instanceof Uri)) return other;
  const parts = absolute(base);
  const root = `${parts.scheme}://${parts.host}${parts.isDefaultPort ? "" : `:${parts.port}`}`;
  const path = relative.startsWith("/") ? relative : parts.path.replace(/[^/]*$/, "") + relative;
  return parseUri(context, root + path, "Absolute");
}

defineType({
  fullName: "System.Net.Mail.MailAddress",
  members: () => [
    property("string DisplayName", (m: MailAddress) => m.displayName),
    property("string User", (m: MailAddress) => m.user),
    property("string Host", (m: MailAddress) => m.host),
    property("string Address", (m: MailAddress) => `${m.user}@${m.host}`),
    method<MailAddress>(["string ToString()", (_, m) => m.text]),
  ],
  constructors: () => [
    overload("mailaddress new(string address)", (c, _, [s]) => parseMailAddress(c, text(s))),
    overload("mailaddress new(string address, string displayName)", (c, _, [s, d]) => {
      const m = parseMailAddress(c, text(s));
      return new MailAddress(text(d), m.user, m.host);
    }),
  ],
});
