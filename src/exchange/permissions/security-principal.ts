import { getObject, listObjects, type Topology } from "../../topology/index.js";
import type { PowerShellError } from "../../values/errors.js";
import type { Value } from "../../values/value.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { accountNameOf, domainNameOf } from "./account-names.js";

/** Whom a permission is for: a user or group of the directory, or one of Windows' own principals. */

const classes = ["User", "Group"];

/** Principals that have no object in the domain, by what may be typed for them. */
const wellKnown: ReadonlyMap<string, string> = new Map(
  [
    "NT AUTHORITY\\SELF",
    "NT AUTHORITY\\SYSTEM",
    "NT AUTHORITY\\NETWORK SERVICE",
    "NT AUTHORITY\\ANONYMOUS LOGON",
    "NT AUTHORITY\\Authenticated Users",
    "NT AUTHORITY\\ENTERPRISE DOMAIN CONTROLLERS",
    "BUILTIN\\Administrators",
    "BUILTIN\\Account Operators",
    "BUILTIN\\Pre-Windows 2000 Compatible Access",
    "BUILTIN\\Terminal Server License Servers",
    "BUILTIN\\Windows Authorization Access Group",
    "MS Exchange\\Edge Transport Servers",
    "MS Exchange\\Externally Secured Servers",
    "MS Exchange\\Hub Transport Servers",
    "MS Exchange\\Partner Servers",
    "Everyone",
  ].flatMap((name): [string, string][] => {
    const bare = name.slice(name.indexOf("\\") + 1);
    return [
      [name.toLowerCase(), name],
      [bare.toLowerCase(), name],
    ];
  }),
);

/** Accounts that each domain has, and the groups that the preparation of the forest makes, where no object is for them. */
const domainAccounts: ReadonlyMap<string, string> = new Map(
  [
    "Administrator",
    "Cert Publishers",
    "Domain Admins",
    "Domain Computers",
    "Domain Controllers",
    "Domain Guests",
    "Domain Users",
    "Enterprise Admins",
    "Group Policy Creator Owners",
    "RAS and IAS Servers",
    "Schema Admins",
    "Delegated Setup",
    "Exchange Servers",
    "Exchange Trusted Subsystem",
    "Exchange Windows Permissions",
    "ExchangeLegacyInterop",
    "Organization Management",
    "Public Folder Management",
  ].map((name) => [name.toLowerCase(), name]),
);

const messages = {
  principalNotFound: message({
    text: (identity: string) =>
      `User or group "${identity}" wasn't found. Please make sure that the user or group exists and that you've typed the name correctly.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered",
  }),
} as const;

/** How a permission keeps its principal: the GUID of an object, or the name of one of Windows' own. */
export function principalText(topology: Topology, principal: string): string {
  const object = getObject(topology, principal);
  return object === null ? principal : accountNameOf(topology, object);
}

/**
 * The principal that a parameter means, as permissions keep it.
 * @param given the parameter's name, or its value
 * @throws {PowerShellError} when there is none
 */
export function principalFor(task: Task, given: string | Value): string {
  const identity = typeof given === "string" ? task.value(given) : given;
  const text = identity instanceof IdParameter ? identity.text : "";
  const known = wellKnown.get(text.toLowerCase());
  if (known !== undefined) return known;
  const notFound = (given: string): PowerShellError => task.failure(messages.principalNotFound, [given]);
  const found =
    identity instanceof IdParameter && identity.guid !== null
      ? task.find(identity.guid, { classes })
      : task.find(text, { classes });
  const account = found.length > 0 ? null : domainAccountNamed(task.topology, text);
  return account ?? task.single(found, text, notFound).guid;
}

/** `CONTOSO\Domain Admins`, for that text or the bare name; `null`: no such account. */
function domainAccountNamed(topology: Topology, text: string): string | null {
  const [domain] = listObjects(topology, "Domain");
  if (domain === undefined) return null;
  const short = domainNameOf(topology, domain);
  const bare = text.toLowerCase().startsWith(`${short.toLowerCase()}\\`) ? text.slice(short.length + 1) : text;
  const name = domainAccounts.get(bare.toLowerCase());
  return name === undefined ? null : `${short}\\${name}`;
}
