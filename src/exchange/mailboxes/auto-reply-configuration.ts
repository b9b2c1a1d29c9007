import { type DirectoryObject, getProperty, type Topology } from "../../topology/index.js";
import { DateTime, ticksPerDay, ticksPerHour } from "../../values/date-time.js";
import { linked } from "../databases/copies.js";
import { canonicalIdentity, identityProperty } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb, valueAfter } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import { bool, choice, computed, fixed, property, text } from "../properties/property.js";
import { timeKind } from "../properties/scalar-kinds.js";
import { mailbox } from "../recipients/mailbox.js";
import { declareInDirectory, schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { changeFolder } from "./mailbox-content.js";
import { noStore, requireStore } from "./open-mailbox.js";

const storage = "Microsoft.Exchange.Data.Storage";
const typeName = `${storage}.Management.MailboxAutoReplyConfiguration`;
const state = enumeration(`${storage}.OofState`, ["Disabled", "Enabled", "Scheduled"]);
const audience = enumeration(`${storage}.ExternalAudience`, ["None", "Known", "All"]);

/** The next full hour today, or tomorrow: what Outlook offers where no time was set (from memory). */
const nextHour =
  (days: bigint) =>
  ({ topology }: Source) =>
    new DateTime((topology.clock / ticksPerHour + 1n) * ticksPerHour + days * ticksPerDay, "Local");

const time = (name: string, days: bigint) =>
  property(name, timeKind, { attribute: `AutoReply${name}`, type: "datetime", absent: nextHour(days) });

/** Documented (Set-MailboxAutoReplyConfiguration); the list is alphabetical (from memory). */
const since2016 = { since: "2016", certainty: "memory" } as const;

/** What a mailbox answers while its owner is away. */
export const autoReplyConfiguration = defineNoun({
  noun: "MailboxAutoReplyConfiguration",
  called: "mailbox auto-reply configuration",
  class: "User",
  tasks: "StoreTasks",
  identity: mailbox.identity,
  typeNames: [
    typeName,
    `${storage}.Management.XsoMailboxConfigurationObject`,
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: () => [
    bool("AutoDeclineFutureRequestsWhenOOF", { default: false, ...since2016 }),
    choice("AutoReplyState", state, { default: "Disabled" }),
    bool("CreateOOFEvent", { default: false, ...since2016 }),
    bool("DeclineAllEventsForScheduledOOF", { default: false, ...since2016 }),
    bool("DeclineEventsForScheduledOOF", { default: false, ...since2016 }),
    text("DeclineMeetingMessage", since2016),
    time("EndTime", 1n),
    fixed("EventsToDeleteIDs", "string[]", () => null, since2016),
    choice("ExternalAudience", audience, { default: "All", attribute: "AutoReplyExternalAudience" }),
    text("ExternalMessage", { attribute: "AutoReplyExternalMessage" }),
    text("InternalMessage", { attribute: "AutoReplyInternalMessage" }),
    text("OOFEventSubject", since2016),
    time("StartTime", 0n),
    computed(
      "MailboxOwnerId",
      "Microsoft.Exchange.Data.Directory.ADObjectId",
      ({ topology, object }) => new ADObjectId(topology, object, "canonical"),
    ),
    identityProperty("canonical"),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "Changed", { since: "2013" }),
  ],
  views: [],
  displayIdentity: canonicalIdentity,
});

/** An event without people or text, in bytes (invented). */
const eventSize = 2_048n;

/** Where a mailbox keeps whom it has answered since its replies were last set. */
export const repliedTo = "AutoRepliedTo";
declareInDirectory({
  noun: "whom mailboxes have answered",
  extension: { name: "User", properties: { [repliedTo]: { holds: "string", many: true } } },
});

const wrongTimes = message({
  text: () => "The end of the automatic replies must be later than their beginning.",
  exception: "Microsoft.Exchange.Data.DataValidationException",
  category: "InvalidData",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

export const autoReplyConfigurationVerbs: NounVerbs = {
  Get: getVerb(autoReplyConfiguration, { limited: true }),
  Set: setVerb(autoReplyConfiguration, {
    // Which of the declined meetings go: the picture's calendars have no single meetings.
    accepted: ["EventsToDeleteIDs"],
    after: (task, object) => {
      const isScheduled = getProperty(schema, object, "AutoReplyState") === "Scheduled";
      if (task.has("CreateOOFEvent") && task.value("CreateOOFEvent") === true && isScheduled)
        task.commit(changeFolder(task.topology, object, "/Calendar", 1, eventSize));
    },
    check: (task, object, { properties = {} }) => {
      const database = linked(task.topology, getProperty(schema, object, "Database"));
      if (database !== null) requireStore(task, database, noStore);
      const after = (name: string) => valueAfter(object, properties, name);
      const [start, end] = [after("AutoReplyStartTime"), after("AutoReplyEndTime")];
      if (typeof start === "bigint" && typeof end === "bigint" && end <= start) throw task.failure(wrongTimes, []);
    },
    // Another absence: everybody is told anew.
    complete: (_task, _object, change) => ({ ...change, properties: { ...change.properties, [repliedTo]: null } }),
  }),
};

/** Whether a mailbox answers by itself at the moment: for whatever delivers to it. */
export function isAway(topology: Topology, user: DirectoryObject): boolean {
  if (user.class !== "User") return false;
  const held = (name: string) => getProperty(schema, user, name);
  const value = held("AutoReplyState");
  if (value !== "Scheduled") return value === "Enabled";
  const [start, end] = [held("AutoReplyStartTime"), held("AutoReplyEndTime")];
  const now = topology.clock;
  return typeof start === "bigint" && typeof end === "bigint" && start <= now && now < end;
}
