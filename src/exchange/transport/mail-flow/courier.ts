import {
  addObject,
  type DirectoryObject,
  describeFailure,
  getProperty,
  type NewObject,
  type ObjectChange,
  type PropertyValue,
  removeObject,
  type Topology,
  updateObject,
  type WriteResult,
} from "../../../topology/index.js";
import type { ValueContext } from "../../../values/value-context.js";
import { schema } from "../../schema.js";
import { machinesOf, servicesOf } from "../../services/machines.js";
import { defaultDomain } from "../accepted-domain.js";
import type { Mail } from "./mail.js";

/** What the tracking log notes beside the message itself. */
export interface TrackedEvent {
  readonly id:
    | "RECEIVE"
    | "SUBMIT"
    | "DELIVER"
    | "SEND"
    | "FAIL"
    | "EXPAND"
    | "DSN"
    | "DEFER"
    | "REDIRECT"
    | "RESOLVE"
    | "RESUBMIT"
    | "INITMESSAGECREATED";
  readonly source: "SMTP" | "STOREDRIVER" | "ROUTING" | "AGENT" | "DSN" | "ADMIN" | "QUEUE" | "APPROVAL";
  readonly recipients?: readonly string[];
  readonly status?: readonly string[];
  readonly connector?: string;
  readonly context?: string;
  readonly related?: string;
  readonly clientName?: string;
  readonly clientIp?: string;
  readonly serverName?: string;
  readonly data?: readonly string[];
}

/** Moves mail through one organization after another: each step of a message is a write. */
export class Courier {
  constructor(
    public topology: Topology,
    /** For what compares values as the shell does: the filters of dynamic groups. */
    readonly context: ValueContext,
  ) {}

  get clock(): bigint {
    return this.topology.clock;
  }
  /** A number that nothing in this organization has had. */
  get nextNumber(): number {
    return this.topology.usn + 1;
  }

  private keep(result: WriteResult): DirectoryObject {
    if (!result.ok) throw new Error(describeFailure(result.failure));
    this.topology = result.topology;
    return result.object;
  }
  add(object: NewObject): DirectoryObject {
    return this.keep(addObject(schema, this.topology, object));
  }
  change(object: DirectoryObject, change: ObjectChange): DirectoryObject {
    return this.keep(updateObject(schema, this.topology, object.guid, change));
  }
  remove(object: DirectoryObject): void {
    this.keep(removeObject(schema, this.topology, object.guid, { recursive: true }));
  }

  /** Notes an event in the log of a server. */
  track(server: DirectoryObject, mail: Mail, event: TrackedEvent): void {
    const optional: Readonly<Record<string, PropertyValue | undefined>> = {
      ClientIp: event.clientIp,
      ClientHostname: event.clientName,
      ServerHostname: event.serverName,
      SourceContext: event.context,
      ConnectorId: event.connector,
      RecipientStatus: event.status,
      RelatedRecipientAddress: event.related,
      EventData: event.data,
      ...(mail.reference === null ? {} : { Reference: [mail.reference] }),
    };
    const given = Object.entries(optional).filter((entry): entry is [string, PropertyValue] => entry[1] !== undefined);
    this.add({
      class: "MessageTrackingEvent",
      name: String(this.nextNumber),
      parent: server.guid,
      properties: {
        Timestamp: this.clock,
        EventId: event.id,
        Source: event.source,
        InternalMessageId: BigInt(mail.number),
        MessageId: mail.messageId,
        Recipients: event.recipients ?? mail.recipients,
        TotalBytes: mail.size,
        MessageSubject: mail.subject,
        Sender: mail.from === "" ? reportSender(this.topology) : mail.from,
        ReturnPath: mail.from === "" ? "<>" : mail.from,
        ...Object.fromEntries(given),
      },
    });
  }

  /** Whether a service of a server runs. */
  runs(server: DirectoryObject, service: string): boolean {
    const machine = machinesOf(this.topology).find(({ object }) => object.guid === server.guid);
    if (machine === undefined) return false;
    const found = servicesOf(this.topology, machine).find(({ name }) => name.toLowerCase() === service.toLowerCase());
    return found?.status === "Running";
  }
  movesMail(server: DirectoryObject): boolean {
    return this.runs(server, "MSExchangeTransport");
  }
}

/** Who delivery reports are from: an account of the system, of a fixed name (documented), in the default domain. */
export function reportSender(topology: Topology): string {
  return `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${defaultDomain(topology) ?? "localhost"}`;
}

export function textProperty(object: DirectoryObject, property: string): string {
  const value = getProperty(schema, object, property);
  return typeof value === "string" ? value : "";
}
