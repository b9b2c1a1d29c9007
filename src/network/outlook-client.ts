import { type DirectoryObject, isReference, type RecordValue, reference } from "../topology/index.js";
import { type Evaluation, type Machine, machineOf } from "./evaluation.js";
import { fieldOf, isSet, linkField, textField } from "./fields.js";
import type { Host } from "./machines.js";
import type { Endpoint } from "./network.js";
import type { Step } from "./steps.js";

/** The versions of Outlook that are emulated. */
export const outlookVersions = ["2003", "2007", "2010", "2013"] as const;
export type OutlookVersion = (typeof outlookVersions)[number];

/** An Outlook with its profile, as the organization has it. */
export interface Outlook {
  readonly object: DirectoryObject;
  readonly name: string;
  readonly mailbox: DirectoryObject | null;
  readonly machine: Machine;
  readonly version: OutlookVersion;
  readonly isCached: boolean;
  readonly isOpen: boolean;
  /** Null before there is a profile. */
  readonly profileServer: string | null;
  readonly profileProxy: string | null;
  readonly connection: Connection | null;
  /** Since when it is connected or not, ticks. */
  readonly since: bigint | null;
}

/** A connection that stands: which server, under which address, and who answers there. */
export interface Connection {
  readonly server: string;
  readonly address: string;
  /** GUID of the balancer or cluster in between, or of the server itself. */
  readonly via: string;
  readonly type: "TCP/IP" | "HTTPS";
}

/** What an attempt of Outlook to connect came to, and what the profile says afterwards. */
export interface OutlookAttempt {
  readonly isConnected: boolean;
  readonly connection: Connection | null;
  /** The Client Access server (before Exchange 2010: the Mailbox server) that serves the client. */
  readonly server: Host | null;
  /** What stands between: a balancer, a cluster, or the server's own address. */
  readonly via: Endpoint | null;
  readonly profileServer: string | null;
  readonly profileProxy: string | null;
  /** Seconds of waiting. */
  readonly seconds: number;
  readonly steps: readonly Step[];
}

/** An Outlook, read from its object. */
export function outlookOf(evaluation: Evaluation, object: DirectoryObject): Outlook | null {
  const { network } = evaluation;
  const machine = machineOf(network, object);
  if (machine === null) return null;
  return {
    object,
    name: object.name,
    mailbox: linkField(network.topology, object, "Mailbox"),
    machine,
    version: outlookVersions.find((each) => each === textField(object, "Version")) ?? "2010",
    isCached: isSet(object, "IsCached"),
    isOpen: isSet(object, "IsOpen"),
    profileServer: textField(object, "ProfileServer"),
    profileProxy: textField(object, "ProfileProxy"),
    connection: connectionOf(object),
    since: sinceOf(object),
  };
}

function sinceOf(object: DirectoryObject): bigint | null {
  const value = fieldOf(object, "Since");
  return typeof value === "bigint" ? value : null;
}

function connectionOf(object: DirectoryObject): Connection | null {
  const value = fieldOf(object, "Connection") as RecordValue | null;
  const server = value?.server ?? null;
  if (value === null || !isReference(server)) return null;
  return {
    server: server.guid,
    address: String(value.address),
    via: String(value.via),
    type: value.type === "HTTPS" ? "HTTPS" : "TCP/IP",
  };
}

/** A connection as the organization keeps it. */
export function connectionRecord({ server, address, via, type }: Connection): RecordValue {
  return { kind: "connection", server: reference(server), address, via, type };
}
