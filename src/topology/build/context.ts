import { fold } from "../fold.js";
import type { DirectoryObject } from "../state.js";
import type { ForestBuilder } from "./forest-builder.js";
import type { Problems } from "./problems.js";

/** A server as the later parts of a description need it. */
export interface BuiltServer {
  readonly object: DirectoryObject;
  readonly fqdn: string;
  readonly site: DirectoryObject | null;
  readonly isMailbox: boolean;
  readonly isClientAccess: boolean;
  /** Of its version: 14 is 2010. */
  readonly major: number;
  readonly dataPath: string;
  /** The group that it is a member of. */
  readonly group: DirectoryObject | null;
  /** Databases that were made on it, for the prefixes of their log files. */
  databases: number;
}

/** That a server is said to be a member of a group, and where. */
export interface Membership {
  readonly member: string;
  readonly group: DirectoryObject;
  readonly where: string;
}

/** What the parts of a description build up together. Things described are kept by their folded names. */
export interface BuildContext {
  readonly problems: Problems;
  readonly forest: ForestBuilder;
  readonly domainName: string;
  /** Of servers that give none. */
  readonly version: string;
  /** `/o=…/ou=…`: how the legacy names of all objects of the organization begin. */
  readonly legacyPrefix: string;
  /** The same for recipients, ready for their name. */
  readonly recipientsPrefix: string;
  readonly sites: Map<string, DirectoryObject>;
  readonly units: Map<string, DirectoryObject>;
  /** Memberships of availability groups, by the name of the server. */
  readonly memberships: Map<string, Membership>;
  readonly servers: Map<string, BuiltServer>;
  readonly controllers: Map<string, DirectoryObject>;
  /** Folded names of servers and domain controllers that are switched off. */
  readonly downHosts: ReadonlySet<string>;
  /** FQDNs of the arrays, by the GUID of their site. */
  readonly arrays: Map<string, string>;
  readonly databases: Map<string, { readonly object: DirectoryObject; readonly recovery: boolean }>;
}

/** Keeps a thing under its name; a second one of the name is noted as a fault, and the first one stays. */
export function keep<T>(context: BuildContext, where: string, name: string, things: Map<string, T>, thing: T): void {
  if (name === "") return;
  if (things.has(fold(name))) context.problems.add(where, `the name "${name}" is given twice.`);
  else things.set(fold(name), thing);
}
