import { argumentError, inputStringError, netError } from "./net-errors.js";
import { IPAddress, MailAddress, Uri, type UriParts, Version } from "./simple-values.js";
import type { ValueContext } from "./value-context.js";

/** Guid.Parse: N, D, B, P or X; the D form in lower case. Throws FormatException. */
export function parseGuid(context: ValueContext, text: string): string {
  const t = text.trim();
  const hex = "[0-9a-fA-F]";
  const d = `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`;
  const match =
    new RegExp(`^(${d})$`).exec(t) ?? new RegExp(`^\\{(${d})\\}$`).exec(t) ?? new RegExp(`^\\((${d})\\)$`).exec(t);
  if (match !== null) return (match[1] as string).toLowerCase();
  if (/^[0-9a-fA-F]{32}$/.test(t)) {
    return `${t.slice(0, 8)}-${t.slice(8, 12)}-${t.slice(12, 16)}-${t.slice(16, 20)}-${t.slice(20)}`.toLowerCase();
  }
  const core = context.facts.exceptionTexts === "core";
  if (core && /^[0-9a-fA-F-]{36}$/.test(t)) {
    throw netError(
      "System.FormatException",
      "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).",
    );
  }
  throw netError("System.FormatException", core ? "Unrecognized Guid format." : "Unrecognized Guid format.");
}

/** Guid.ParseExact: N, D, B, P or X and nothing else. Throws FormatException. */
export function parseGuidExact(text: string, format: string): string {
  const shape = guidShapes.get(format.toUpperCase());
  if (shape === undefined) {
    throw netError(
      "System.FormatException",
      'Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".',
    );
  }
  const match = shape.exec(text.trim());
  if (match === null) {
    throw netError(
      "System.FormatException",
      "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).",
    );
  }
  const widths = format.toUpperCase() === "X" ? [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2] : [];
  const hex = match
    .slice(1)
    .map((part, i) => part.padStart(widths[i] ?? 0, "0"))
    .join("")
    .replace(/-/g, "")
    .toLowerCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const dashed = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
const hexOf = (most: number): string => `0x([0-9a-fA-F]{1,${most}})`;
const guidShapes: ReadonlyMap<string, RegExp> = new Map([
  ["N", /^([0-9a-fA-F]{32})$/],
  ["D", new RegExp(`^(${dashed})$`)],
  ["B", new RegExp(`^\\{(${dashed})\\}$`)],
  ["P", new RegExp(`^\\((${dashed})\\)$`)],
  ["X", new RegExp(`^\\{${hexOf(8)},${hexOf(4)},${hexOf(4)},\\{${new Array(8).fill(hexOf(2)).join(",")}\\}\\}$`)],
]);

/** Version.Parse: two to four numbers. Throws ArgumentException, FormatException, OverflowException. */
export function parseVersion(context: ValueContext, text: string): Version {
  const parts = text.split(".");
  if (parts.length < 2 || parts.length > 4) {
    throw argumentError(context, "Version string portion was too short or too long.", "input");
  }
  const numbers = parts.map((part) => {
    const t = part.trim();
    if (/^-\d+$/.test(t)) {
      throw argumentError(
        context,
        "Version's parameters must be greater than or equal to zero.",
        "input",
        "System.ArgumentOutOfRangeException",
      );
    }
    if (!/^\+?\d+$/.test(t)) throw inputStringError(context, part);
    const n = Number(t);
    if (n > 2147483647)
      throw netError("System.OverflowException", "Value was either too large or too small for an Int32.");
    return n;
  });
  return new Version(numbers[0] as number, numbers[1] as number, numbers[2] ?? -1, numbers[3] ?? -1);
}

/** IPAddress.Parse: dotted forms of one to four parts (also octal and 0x), IPv6; `null` when it is none. */
export function parseIPAddress(text: string): IPAddress | null {
  return text.includes(":") ? parseIPv6(text) : parseIPv4(text);
}

function parseIPv4(text: string): IPAddress | null {
  const parts = text.split(".");
  if (parts.length > 4) return null;
  const numbers: number[] = [];
  for (const part of parts) {
    const n = /^0x[0-9a-f]+$/i.test(part)
      ? Number.parseInt(part.slice(2), 16)
      : /^0[0-7]+$/.test(part)
        ? Number.parseInt(part, 8)
        : /^\d+$/.test(part)
          ? Number(part)
          : Number.NaN;
    if (Number.isNaN(n)) return null;
    numbers.push(n);
  }
  const last = numbers.pop() as number;
  if (numbers.some((n) => n > 255) || last >= 256 ** (4 - numbers.length)) return null;
  const bytes = [...numbers];
  for (let i = 3 - numbers.length; i >= 0; i--) bytes.push(Math.floor(last / 256 ** i) % 256);
  return new IPAddress(bytes);
}

function parseIPv6(text: string): IPAddress | null {
  const scoped = /^\[?([0-9a-fA-F:.]+)(?:%(\d+))?\]?$/.exec(text);
  if (scoped === null) return null;
  const [head = "", tail, ...more] = (scoped[1] as string).split("::");
  if (more.length > 0) return null;
  const left = ipv6Groups(head);
  const right = tail === undefined ? [] : ipv6Groups(tail);
  if (left === null || right === null) return null;
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...new Array<number>(missing).fill(0), ...right];
  return new IPAddress(
    groups.flatMap((g) => [g >> 8, g & 255]),
    Number(scoped[2] ?? 0),
  );
}

function ipv6Groups(text: string): number[] | null {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [i, part] of parts.entries()) {
    if (part.includes(".") && i === parts.length - 1) {
      const v4 = /^\d+\.\d+\.\d+\.\d+$/.test(part) ? parseIPv4(part) : null;
      if (v4 === null) return null;
      const [a = 0, b = 0, c = 0, d = 0] = v4.bytes;
      groups.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}

const defaultPorts: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["https", 443],
  ["ftp", 21],
  ["ws", 80],
  ["wss", 443],
  ["ldap", 389],
  ["nntp", 119],
  ["gopher", 70],
  ["telnet", 23],
  ["net.tcp", 808],
  ["mailto", 25],
]);

/** new Uri(text, kind). Throws UriFormatException. */
export function parseUri(
  _context: ValueContext,
  text: string,
  kind: "Absolute" | "Relative" | "RelativeOrAbsolute",
): Uri {
  const parts = kind === "Relative" ? null : uriParts(text.trim());
  if (parts !== null) return new Uri(text, parts);
  if (kind === "Absolute") {
    const message = text === "" ? "The URI is empty." : "The format of the URI could not be determined.";
    throw netError("System.UriFormatException", `Invalid URI: ${message}`);
  }
  return new Uri(text, null);
}

function uriParts(text: string): UriParts | null {
  const drive = /^([a-zA-Z]:)[\\/](.*)$/.exec(text);
  if (drive !== null) return filePath("", `/${drive[1]}/${(drive[2] ?? "").replace(/\\/g, "/")}`);
  const unc = /^\\\\([^\\/]+)([\\/].*)?$/.exec(text);
  if (unc !== null) return filePath((unc[1] as string).toLowerCase(), (unc[2] ?? "/").replace(/\\/g, "/"));
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/.exec(text);
  if (match === null) return null;
  const scheme = (match[1] as string).toLowerCase();
  const rest = match[2] as string;
  const authority = /^\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/.exec(rest);
  if (authority === null) {
    if (defaultPorts.has(scheme) && scheme !== "mailto") return null;
    const plain = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(rest);
    return assemble(scheme, "", "", -1, plain?.[1] ?? "", plain?.[2] ?? "", plain?.[3] ?? "", false);
  }
  const [, where = "", path = "", query = "", fragment = ""] = authority;
  const at = where.lastIndexOf("@");
  const userInfo = at < 0 ? "" : where.slice(0, at);
  const hostPort = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(where.slice(at + 1));
  if (hostPort === null || (hostPort[1] === "" && scheme !== "file")) return null;
  const port = hostPort[2] === undefined || hostPort[2] === "" ? -1 : Number(hostPort[2]);
  if (port > 65535) return null;
  return assemble(
    scheme,
    userInfo,
    (hostPort[1] as string).toLowerCase(),
    port,
    path === "" ? "/" : path,
    query,
    fragment,
    true,
  );
}

function filePath(host: string, path: string): UriParts {
  return assemble("file", "", host, -1, path, "", "", true);
}

/** Schemes whose paths are walked: `..` leaves a segment, `.` stays. */
const compactedSchemes: ReadonlySet<string> = new Set([
  "http",
  "https",
  "ftp",
  "file",
  "ws",
  "wss",
  "net.tcp",
  "net.pipe",
]);

/** A path without its `.` and `..` segments; above the root there is nothing. */
function compacted(path: string): string {
  if (!/\/\.\.?(?:\/|$)/.test(path)) return path;
  const [, ...segments] = path.split("/");
  const kept: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === "..") kept.pop();
    if (segment !== "." && segment !== "..") kept.push(segment);
    else if (isLast) kept.push("");
  }
  return `/${kept.join("/")}`;
}

function assemble(
  scheme: string,
  userInfo: string,
  host: string,
  port: number,
  written: string,
  query: string,
  fragment: string,
  hierarchical: boolean,
): UriParts {
  const path = hierarchical && compactedSchemes.has(scheme) ? compacted(written) : written;
  const known = defaultPorts.get(scheme) ?? -1;
  const isDefaultPort = port < 0 || port === known;
  const start = hierarchical
    ? `${scheme}://${userInfo === "" ? "" : `${userInfo}@`}${host}${isDefaultPort ? "" : `:${port}`}`
    : `${scheme}:`;
  const escaped = escapeUri(path);
  return {
    scheme,
    userInfo,
    host,
    port: port < 0 ? known : port,
    isDefaultPort,
    path: escaped,
    query: escapeUri(query),
    fragment: escapeUri(fragment),
    absoluteUri: start + escaped + escapeUri(query) + escapeUri(fragment),
    displayText: start + path + query + fragment,
    isUnc: scheme === "file" && host !== "",
  };
}

/** Escapes what may not stand in a URI, keeping what is escaped already. */
function escapeUri(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu, (c) => encodeURIComponent(c));
}

/** new MailAddress(text): `user@host` or `Name <user@host>`. Throws ArgumentException, FormatException. */
export function parseMailAddress(context: ValueContext, text: string): MailAddress {
  if (text === "") throw argumentError(context, "The parameter 'address' cannot be an empty string.", "address");
  const match = /^(?:\s*"?([^"<]*?)"?\s*<([^<>@\s]+)@([^<>@\s]+)>|([^<>@\s]+)@([^<>@\s]+))\s*$/.exec(text);
  if (match === null) {
    throw netError("System.FormatException", "The specified string is not in the form required for an e-mail address.");
  }
  return new MailAddress(match[1] ?? "", (match[2] ?? match[4]) as string, (match[3] ?? match[5]) as string);
}
