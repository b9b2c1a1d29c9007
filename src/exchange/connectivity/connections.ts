import type { ExecutionContext } from "../../runtime/execution-context.js";
import { ExtensionKey, extensionOf } from "../../runtime/extension.js";
import type { DirectoryObject } from "../../topology/index.js";

/** A client that is logged on to a store. */
export interface Logon {
  /** The mailbox's user. */
  readonly user: DirectoryObject;
  /** The mailbox or public folder database. */
  readonly database: DirectoryObject;
  /** The server on which the database is active. */
  readonly server: DirectoryObject;
  /** The server that the client is connected to; before Exchange 2010 the one with the database. */
  readonly servedBy: DirectoryObject;
  /** The client's machine. */
  readonly machine: string;
  readonly address: string;
  /** Of Outlook: `2010`. */
  readonly clientVersion: string;
  readonly isCached: boolean;
  /** Ticks. */
  readonly since: bigint;
}

/** Why a connection did not come about. */
export type ConnectionFailure = "NameNotResolved" | "TimedOut" | "Refused";

/** By what: RPC is that to mailboxes, the secured variants of POP3 and IMAP4 are told apart by their ports. */
export type Protocol = "HTTP" | "HTTPS" | "RPC" | "POP3" | "POP3S" | "IMAP4" | "IMAP4S";

/** What a server finds that connects to a name. */
export type Contact =
  | {
      readonly ok: true;
      /** Who answers in the end, behind balancers and clusters. */
      readonly server: DirectoryObject;
      readonly address: string;
      /** Of HTTPS, under the name; `Valid` for other connections. */
      readonly certificate: "Valid" | "SelfSigned" | "Expired" | "WrongName" | "None";
    }
  | { readonly ok: false; readonly failure: ConnectionFailure; readonly address: string };

/** What Autodiscover tells a client of a mailbox. */
export interface ProfileSettings {
  /** The name at which Autodiscover answered. */
  readonly at: string;
  readonly server: string;
  /** The proxy of Outlook Anywhere. */
  readonly proxy: string | null;
}

/**
 * What Exchange's cmdlets ask of the network: who is logged on where, and what a server finds that connects to somebody.
 * The network stands above this layer; the shell hands it over.
 */
export interface Connections {
  /** All logons there are now. */
  logons(): readonly Logon[];
  /** Lets a server connect to a name. */
  connect(from: DirectoryObject, name: string, by: Protocol): Contact;
  /** Lets a server ask Autodiscover for a mailbox's settings, as Outlook inside does. */
  autodiscover(from: DirectoryObject, user: DirectoryObject): ProfileSettings | null;
}

/** Under this key the shell gives its session the {@link Connections}. */
export const connectionsKey = new ExtensionKey<Connections>("connections");

/** The session's connections. */
export function connectionsOf(context: ExecutionContext): Connections {
  return extensionOf(context, connectionsKey);
}
