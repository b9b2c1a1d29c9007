import { builtInGroups } from "../../exchange/permissions/roles/built-in.js";
import { propertyOf } from "./nouns.js";
import type { ShownObject } from "./shown-objects.js";
import { argumentOf, type TypedCommand } from "./typed-commands.js";

/** Parameters that name an object of another noun. */
export const references: Readonly<Record<string, string>> = {
  server: "ExchangeServer",
  database: "MailboxDatabase",
  targetdatabase: "MailboxDatabase",
  recoverydatabase: "MailboxDatabase",
  mailboxserver: "ExchangeServer",
  runfromserverid: "ExchangeServer",
  mailbox: "Mailbox",
  site: "ADSite",
};

/** What else a parameter says of the object that it names. */
export const referenceFacts: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  recoverydatabase: [
    ["recovery", "True"],
    ["mounted", "True"],
  ],
};

/** Parameters that name users, also as `CONTOSO\anna`. */
export const people: readonly string[] = ["user", "member", "members", "roleassignee", "trustee", "owner"];
/** Whom no directory has an object of, and groups that setup makes. */
export const noUser: ReadonlySet<string> = new Set([
  "default",
  "anonymous",
  "everyone",
  "nt authority",
  ...builtInGroups.map(({ name }) => name.toLowerCase()),
]);
/** `contoso.com/Users/Anna Berg` */
export const userPath = /^(?:[\w-]+\.)+[\w-]+\/Users\/([^/]+)$/;

/** Parameters that narrow nothing. */
export const harmless: ReadonlySet<string> = new Set([
  "resultsize",
  "status",
  "erroraction",
  "domaincontroller",
  "verbose",
]);

/** Verbs that name no object which is there: it is made, or was something else before. */
export const makingVerbs: ReadonlySet<string> = new Set(["new", "connect", "import", "install", "add"]);

/** Where a move is that a verb is used on. */
export const statusBefore: Readonly<Record<string, string>> = { remove: "Completed", resume: "Suspended" };

/** What objects are called of which a transcript shows properties, and no name. */
export const defaultNames: Readonly<Record<string, (index: number) => string>> = {
  ExchangeServer: (index) => `EX${String(index + 1).padStart(2, "0")}`,
  MailboxDatabase: (index) => `Mailbox Database ${index + 1}`,
  Mailbox: (index) => `User ${index + 1}`,
};

/** Nouns that show several things of one mailbox, server or group: their rows are no objects of the directory. */
export const parts: ReadonlySet<string> = new Set(
  [
    "MailboxFolderStatistics",
    "MailboxFolderPermission",
    "MailboxPermission",
    "ServerComponentState",
    "ServiceHealth",
    "ServerHealth",
    "HealthReport",
    "ReplicationHealth",
    "RoleGroupMember",
    "DistributionGroupMember",
    "ManagementRoleEntry",
    "Queue",
    "Message",
    "MessageTrackingLog",
  ].map((noun) => noun.toLowerCase()),
);

export const isMissing = (shown: string, name: string): boolean => {
  const text = shown.replaceAll(/\s+/g, " ");
  return [`'${name}' couldn't be found`, `"${name}" couldn't be found`, `Couldn't find database "${name}"`].some(
    (sentence) => text.includes(sentence),
  );
};

export function withProperties(noun: string, { properties }: ShownObject): ShownObject {
  return { properties: new Map([...properties].map(([label, text]) => [propertyOf(noun, label), text])) };
}

/** A command that gives all objects of its noun. */
export function isBare({ parameters, positional }: TypedCommand): boolean {
  return positional.length === 0 && [...parameters.keys()].every((name) => harmless.has(name));
}

/** A command that leaves no object out. */
export function isFormat({ verb, noun, parameters }: TypedCommand): boolean {
  if (/^(?:ft|fl|fw|fc|sort)$/i.test(noun) || verb.toLowerCase() === "format") return true;
  const isSelect = /^select$/i.test(verb === "" ? noun : verb);
  return isSelect && [...parameters.keys()].every((name) => "property".startsWith(name));
}

export function identityOf(command: TypedCommand): readonly string[] | undefined {
  return argumentOf(command, "Identity") ?? command.positional[0];
}

/** Servers are also named by FQDN. */
export function shortName(noun: string, name: string): string {
  return noun === "ExchangeServer" ? (name.split(".", 1)[0] ?? name) : name;
}

export const lastStep = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
