import { type DirectoryObject, getObject, getProperty, guidNamed } from "../../../topology/index.js";
import { sentence } from "../../noun/exchange-errors.js";
import { schema } from "../../schema.js";
import type { Courier, TrackedEvent } from "./courier.js";
import type { Mail } from "./mail.js";
import { enqueue, queueFor } from "./queues.js";
import { addressOf } from "./recipients.js";
import { type Failed, resolve } from "./resolver.js";
import { incidentReport, notification } from "./rule-reports.js";
import { agent, applyRules, type Ruled } from "./rules.js";

const undeliverable = sentence({
  text: (subject: string) => `Undeliverable: ${subject}`,
  certainty: "memory",
  evidence: "the subject of delivery reports, remembered",
});

/**
 * What the categorizer does with a message on a server: finds out who gets it and how, and puts it into the queues of
 * the next hops. Whoever doesn't get it is reported to the sender.
 * @returns the queues that got something
 */
export function categorize(courier: Courier, server: DirectoryObject, arrived: Mail): readonly DirectoryObject[] {
  const ruled = arrived.categorized
    ? ({ fate: "goesOn", mail: arrived, reports: [] } as const)
    : applyRules(courier, server, arrived);
  const told = ruled.reports.flatMap((rule) => sendRuleReports(courier, server, arrived, rule));
  return [...told, ...byFate(courier, server, arrived, ruled)];
}

/** What becomes of the message itself. */
function byFate(courier: Courier, server: DirectoryObject, arrived: Mail, ruled: Ruled): readonly DirectoryObject[] {
  switch (ruled.fate) {
    case "deleted":
      return [];
    case "rejected": {
      const failed = arrived.recipients.map((address) => ({ address, status: ruled.status }));
      return reportFailures(courier, server, arrived, failed, agent);
    }
    case "moderated":
      return askModerators(courier, server, ruled.mail, ruled.mail.recipients, ruled.moderators);
    case "goesOn":
      return sendOn(courier, server, ruled.mail);
  }
}

/** What a rule wants somebody to be told of a message: an incident report, a notification of its recipients. */
function sendRuleReports(
  courier: Courier,
  server: DirectoryObject,
  about: Mail,
  rule: DirectoryObject,
): readonly DirectoryObject[] {
  return [incidentReport(rule, about), notification(rule, about)].flatMap((report) => {
    if (report === null) return [];
    const mail: Mail = {
      ...about,
      ...report,
      number: courier.nextNumber,
      messageId: messageIdFor(courier, server),
      from: "",
      size: reportSize,
      received: courier.clock,
      categorized: true,
      resolved: false,
      reference: about.messageId,
    };
    courier.track(server, mail, { id: "RECEIVE", source: "AGENT", context: "Transport Rule Agent" });
    return categorize(courier, server, mail);
  });
}

/** Into the queues of the next hops. */
function sendOn(courier: Courier, server: DirectoryObject, mail: Mail): readonly DirectoryObject[] {
  const { addressees, failed, moderated } = resolve(courier, server, mail);
  const byQueue = new Map<string, { queue: DirectoryObject; recipients: string[] }>();
  for (const { address, hop } of addressees) {
    const queue = queueFor(courier, server, hop);
    const entry = byQueue.get(queue.guid) ?? { queue, recipients: [] };
    entry.recipients.push(address);
    byQueue.set(queue.guid, entry);
  }
  for (const { queue, recipients } of byQueue.values())
    enqueue(courier, queue, { ...mail, recipients, categorized: true, resolved: true });
  const queues = [...byQueue.values()].map(({ queue }) => queue);
  const asked = moderated.flatMap(({ address, moderators }) =>
    askModerators(courier, server, mail, [address], moderators),
  );
  return [...queues, ...asked, ...reportFailures(courier, server, mail, failed)];
}

/**
 * Asks those who have to approve a message before its recipients get it. It stays with the system: nothing here approves
 * it, as that is done in Outlook.
 * @param moderators GUIDs
 * @returns the queues that the request went to
 */
function askModerators(
  courier: Courier,
  server: DirectoryObject,
  mail: Mail,
  recipients: readonly string[],
  moderators: readonly string[],
): readonly DirectoryObject[] {
  const addresses = moderators
    .map((guid) => getObject(courier.topology, guid))
    .flatMap((moderator) => (moderator === null ? [] : [addressOf(moderator)]));
  courier.track(server, mail, { id: "INITMESSAGECREATED", source: "APPROVAL", recipients });
  return sendOn(courier, server, {
    ...mail,
    number: courier.nextNumber,
    messageId: messageIdFor(courier, server),
    from: "",
    recipients: addresses,
    received: courier.clock,
    categorized: true,
    resolved: false,
    reference: mail.messageId,
    content: { ...mail.content, to: addresses, cc: [], type: "ApprovalRequest" },
  });
}

/** A report's own size, besides what it quotes (invented). */
const reportSize = 6144n;

/**
 * Tells the sender which recipients don't get the message; nobody is told about reports.
 * @returns the queues that the report went to
 */
export function reportFailures(
  courier: Courier,
  server: DirectoryObject,
  mail: Mail,
  failed: readonly Failed[],
  by: Pick<TrackedEvent, "source" | "context"> = { source: "ROUTING" },
): readonly DirectoryObject[] {
  if (failed.length === 0) return [];
  for (const status of new Set(failed.map((each) => each.status))) {
    const recipients = failed.filter((each) => each.status === status).map(({ address }) => address);
    courier.track(server, mail, { id: "FAIL", ...by, recipients, status: recipients.map(() => status) });
  }
  return mail.from === "" ? [] : sendReport(courier, server, mail, failed);
}

function sendReport(
  courier: Courier,
  server: DirectoryObject,
  mail: Mail,
  failed: readonly Failed[],
): readonly DirectoryObject[] {
  const number = courier.nextNumber;
  const report: Mail = {
    ...mail,
    number,
    subject: undeliverable.text(mail.subject),
    messageId: messageIdFor(courier, server),
    from: "",
    recipients: [mail.from],
    size: reportSize,
    received: courier.clock,
    categorized: true,
    resolved: false,
    reference: mail.messageId,
    content: { ...mail.content, to: [mail.from], cc: [] },
  };
  courier.track(server, report, { id: "DSN", source: "DSN", related: failed[0]?.address ?? "" });
  return categorize(courier, server, report);
}

/** An id for a message that comes without one: as the servers make them, of a GUID and the server's name. */
export function messageIdFor(courier: Courier, server: DirectoryObject): string {
  const guid = guidNamed(courier.topology.ids.seed, `message|${courier.nextNumber}`);
  return `<${guid}@${String(getProperty(schema, server, "Fqdn") ?? server.name)}>`;
}
