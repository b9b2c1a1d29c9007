import {
  type DirectoryObject,
  eachObject,
  getProperty,
  listObjects,
  type Topology,
  valuesOf,
} from "../../../topology/index.js";
import { parseIPAddress } from "../../../values/simple-value-parsing.js";
import type { ValueContext } from "../../../values/value-context.js";
import { sentence } from "../../noun/exchange-errors.js";
import {
  type Account,
  accountNamed,
  anonymous,
  hasExtendedRight,
} from "../../permissions/directory/effective-access.js";
import { schema } from "../../schema.js";
import { hasRole } from "../../servers/roles.js";
import { nameWithServer, serverAbove } from "../../types/ad-object-id.js";
import { parseIPBinding } from "../types/ip-binding.js";
import { parseIPRange } from "../types/ip-range.js";
import { messageIdFor } from "./categorize.js";
import type { MailContent } from "./content.js";
import { Courier } from "./courier.js";
import { arrive } from "./dispatch.js";
import { domainOfAddress, type Mail } from "./mail.js";
import { holderOf, isOurs, isOutside } from "./recipients.js";

/** A message that a client hands to a server. */
export interface Envelope {
  readonly server: string;
  readonly port: number;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  /** In bytes. */
  readonly size: bigint;
  /** The account under which the client runs. */
  readonly account: string;
  readonly content: MailContent;
}

/** Why a server did not take a message, as .NET's client words it. */
export interface SmtpRefusal {
  readonly exception: "SmtpException" | "SmtpFailedRecipientException";
  readonly text: string;
}

const declare = <Parts extends readonly string[]>(text: (...parts: Parts) => string) =>
  sentence<Parts>({
    text,
    certainty: "memory",
    evidence: "Send-MailMessage: what .NET and the server say, remembered",
  });

/** Why a server does not answer, or does not take a message. */
const refusals = {
  unknownName: declare((name: string) => `The remote name could not be resolved: '${name}'`),
  noAnswer: declare(() => "Unable to connect to the remote server"),
  notAuthenticated: declare(
    () =>
      "The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.1 Client was not authenticated",
  ),
  otherSender: declare(
    () => "Mailbox unavailable. The server response was: 5.7.1 Client does not have permissions to send as this sender",
  ),
  relay: declare(() => "Mailbox unavailable. The server response was: 5.7.1 Unable to relay"),
  tooLarge: declare(
    () => "Exceeded storage allocation. The server response was: 5.3.4 Message size exceeds fixed maximum message size",
  ),
  tooMany: declare(() => "Insufficient system storage. The server response was: 4.5.3 Too many recipients"),
} as const;

const refusal = (text: string, exception: SmtpRefusal["exception"] = "SmtpException") => ({
  refusal: { exception, text },
});

/**
 * A client that runs on a server of the organization sends a message by SMTP.
 * @param clientName the server that it runs on
 */
export function handOver(
  before: Topology,
  context: ValueContext,
  clientName: string,
  envelope: Envelope,
): { readonly topology: Topology } | { readonly refusal: SmtpRefusal } {
  const courier = new Courier(before, context);
  const server = serverNamed(before, envelope.server);
  if (server === undefined) return refusal(refusals.unknownName.text(envelope.server));
  const clientIp = addressOfServer(before, clientName);
  const connector = connectorFor(courier, server, envelope.port, clientIp);
  if (connector === undefined) return refusal(refusals.noAnswer.text());
  const problem = refusalOf(courier.topology, connector, envelope);
  if (problem !== null) return problem;
  const mail: Mail = {
    subject: envelope.subject,
    messageId: messageIdFor(courier, server),
    number: courier.nextNumber,
    from: envelope.from,
    recipients: envelope.recipients,
    size: envelope.size,
    received: courier.clock,
    sourceName: "",
    sourceIp: clientIp,
    content: envelope.content,
    categorized: false,
    resolved: false,
    reference: null,
  };
  arrive(courier, server, mail, { connector: nameWithServer(courier.topology, connector), clientName, clientIp });
  return { topology: courier.topology };
}

/** A message that Exchange itself sends, from nobody who would have to be allowed to: it begins in a server's queue. */
export function submitFromSystem(
  before: Topology,
  context: ValueContext,
  server: DirectoryObject,
  message: Pick<Envelope, "recipients" | "subject" | "size" | "content">,
): Topology {
  const courier = new Courier(before, context);
  const mail: Mail = {
    ...message,
    messageId: messageIdFor(courier, server),
    number: courier.nextNumber,
    from: "",
    received: courier.clock,
    sourceName: "",
    sourceIp: addressOfServer(before, server.name),
    categorized: false,
    resolved: false,
    reference: null,
  };
  arrive(courier, server, mail, { connector: "", clientName: server.name });
  return courier.topology;
}

function maySendAs(topology: Topology, account: Account, sender: DirectoryObject): boolean {
  return account.user?.guid === sender.guid || hasExtendedRight(topology, account, sender, "Send-As");
}

/** What somebody needs who sends from an address without having signed in for it. */
const senderRight = (topology: Topology, address: string): string =>
  isOurs(topology, domainOfAddress(address)) ? "Accept-Authoritative-Domain-Sender" : "Accept-Any-Sender";

function serverNamed(topology: Topology, name: string): DirectoryObject | undefined {
  const wanted = name.toLowerCase();
  return listObjects(topology, "ExchangeServer").find(
    (server) =>
      server.name.toLowerCase() === wanted ||
      String(getProperty(schema, server, "Fqdn")).toLowerCase() === wanted ||
      addressOfServer(topology, server.name) === wanted,
  );
}

/** The address of a server: invented, by the order in which servers were installed. */
export function addressOfServer(topology: Topology, name: string): string {
  const at = listObjects(topology, "ExchangeServer").findIndex((server) => server.name === name);
  return `192.168.0.${20 + Math.max(0, at)}`;
}

/** The connector of a server that answers a client: at the port, and of those the one for the fewest addresses. */
function connectorFor(
  courier: Courier,
  server: DirectoryObject,
  port: number,
  clientIp: string,
): DirectoryObject | undefined {
  const client = parseIPAddress(clientIp);
  if (client === null || !hasRole(server, "HubTransport") || !courier.movesMail(server)) return undefined;
  const found: { readonly connector: DirectoryObject; readonly size: bigint }[] = [];
  for (const connector of eachObject(courier.topology, "ReceiveConnector")) {
    if (serverAbove(courier.topology, connector)?.guid !== server.guid) continue;
    if (getProperty(schema, connector, "Enabled") !== true) continue;
    const bindings = valuesOf(getProperty(schema, connector, "Bindings")).map((text) =>
      parseIPBinding(String(text), true),
    );
    if (!bindings.some((binding) => binding.port === port && !binding.address.isIPv6)) continue;
    for (const text of valuesOf(getProperty(schema, connector, "RemoteIPRanges"))) {
      const range = parseIPRange(String(text));
      if (range.contains(client)) found.push({ connector, size: range.size });
    }
  }
  return found.sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : 0))[0]?.connector;
}

/**
 * Why the connector does not take the message. Whom it takes messages from is in its access list, which its permission
 * groups make: an account of the organization signs in, and sends as itself or as somebody that it has Send-As for; all
 * others are anonymous.
 */
function refusalOf(topology: Topology, connector: DirectoryObject, envelope: Envelope) {
  const sender = holderOf(topology, envelope.from);
  const account = accountNamed(topology, envelope.account, connector);
  const may = (who: Account, right: string): boolean =>
    hasExtendedRight(topology, who, connector, `ms-Exch-SMTP-${right}`);
  const takesUsers = may(account, "Submit");
  const isSigned = takesUsers && sender !== undefined && maySendAs(topology, account, sender);
  const isTaken = isSigned || (may(anonymous, "Submit") && may(anonymous, senderRight(topology, envelope.from)));
  if (!isTaken) return refusal((takesUsers ? refusals.otherSender : refusals.notAuthenticated).text());
  const relays = may(isSigned ? account : anonymous, "Accept-Any-Recipient");
  if (!relays && envelope.recipients.some((address) => isOutside(topology, address)))
    return refusal(refusals.relay.text(), "SmtpFailedRecipientException");
  const limit = getProperty(schema, connector, "MaxMessageSize");
  if (typeof limit === "bigint" && envelope.size > limit) return refusal(refusals.tooLarge.text());
  const most = getProperty(schema, connector, "MaxRecipientsPerMessage");
  if (typeof most === "number" && envelope.recipients.length > most) return refusal(refusals.tooMany.text());
  return null;
}
