import { type DirectoryObject, findByIndex, getProperty, type PropertyValue } from "../../topology/index.js";
import { TimeSpan, ticksPerHour } from "../../values/date-time.js";
import { exchangeMessages, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { mailbox } from "../recipients/mailbox.js";
import { declareInDirectory, schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { databaseParameter } from "./connect-mailbox.js";
import { disconnectedIn } from "./disconnected-mailbox.js";
import { storeMailboxFor } from "./store-mailbox.js";

/** Mailboxes that the store keeps everybody out of, for a time: since 2013 an administrator can say which. */

const kept = {
  QuarantineBegin: { holds: "bigint" },
  QuarantineEnd: { holds: "bigint" },
  QuarantineReason: { holds: "string" },
} as const;
declareInDirectory({ noun: "quarantine of users' mailboxes", extension: { name: "User", properties: kept } });
declareInDirectory({
  noun: "quarantine of lost mailboxes",
  extension: { name: "DisconnectedMailbox", properties: kept },
});

/** When a mailbox came into quarantine, and until when, in UTC ticks. */
export interface Quarantine {
  readonly begin: bigint;
  readonly end: bigint;
  readonly reason: string;
}

/** The quarantine that a mailbox is in at a time; `null`: none, or it is over. */
export function quarantineOf(object: DirectoryObject, now: bigint): Quarantine | null {
  if (object.class !== "User" && object.class !== "DisconnectedMailbox") return null;
  const of = (name: string): PropertyValue => getProperty(schema, object, name);
  const [begin, end] = [of("QuarantineBegin"), of("QuarantineEnd")];
  if (typeof begin !== "bigint" || typeof end !== "bigint" || end <= now) return null;
  return { begin, end, reason: String(of("QuarantineReason") ?? "") };
}

/** A noun of verbs alone: what they do is seen in Get-MailboxStatistics. */
export const mailboxQuarantine = defineNoun({
  noun: "MailboxQuarantine",
  tasks: "MapiTasks",
  typeNames: ["Microsoft.Exchange.Data.Mapi.MailboxQuarantine"],
  properties: [],
  views: [],
});

const question = (doing: string) =>
  sentence({
    text: (name: string) => `${doing} quarantine of mailbox "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  });
const questions = { enable: question("Enabling"), disable: question("Disabling") } as const;

/** Documented (Enable-MailboxQuarantine -Duration). */
const usualHours = 24n;

const none = { QuarantineBegin: null, QuarantineEnd: null, QuarantineReason: null };

function meant(task: Task): readonly DirectoryObject[] {
  if (task.has("StoreMailboxIdentity")) return [storeMailboxFor(task, databaseParameter(task), "StoreMailboxIdentity")];
  if (task.has("IncludeAllMailboxes")) return mailboxesIn(task, databaseParameter(task));
  if (task.has("IncludeAllDatabases")) {
    const server = resolveServer(task, "Server");
    return findByIndex(task.topology, "MailboxDatabase", "server", server.guid).flatMap((each) =>
      mailboxesIn(task, each),
    );
  }
  return [
    task.resolve("Identity", mailbox.identity, (identity) =>
      task.failure(exchangeMessages.objectNotFound, [identity, task.domainController]),
    ),
  ];
}

const mailboxesIn = (task: Task, database: DirectoryObject): readonly DirectoryObject[] => [
  ...findByIndex(task.topology, "User", "database", database.guid),
  ...disconnectedIn(task.topology, database),
];

export const mailboxQuarantineVerbs: NounVerbs = {
  Enable: {
    taskClass: "MapiTasks.EnableMailboxQuarantine",
    emulated: ["Identity", "Database", "StoreMailboxIdentity", "Duration", "QuarantineReason"],
    // Moves here read a mailbox whoever else may.
    accepted: ["AllowMigration"],
    defaultParameterSet: "MailboxIdentity",
    process: (task) => {
      const duration = task.value("Duration");
      const { clock } = task.topology;
      for (const object of meant(task)) {
        task.requireWrite(object);
        if (!task.shouldProcess(questions.enable.text(object.name))) continue;
        change(task, object, {
          properties: {
            QuarantineBegin: clock,
            QuarantineEnd: clock + (duration instanceof TimeSpan ? duration.ticks : usualHours * ticksPerHour),
            QuarantineReason: task.text("QuarantineReason"),
          },
        });
      }
    },
  },
  Disable: {
    taskClass: "MapiTasks.DisableMailboxQuarantine",
    emulated: ["Identity", "Database", "StoreMailboxIdentity", "IncludeAllMailboxes", "IncludeAllDatabases", "Server"],
    // The passive copies of a database have no quarantine of their own here.
    accepted: ["IncludePassive"],
    defaultParameterSet: "MailboxIdentity",
    process: (task) => {
      for (const object of meant(task)) {
        task.requireWrite(object);
        if (task.shouldProcess(questions.disable.text(object.name))) change(task, object, { properties: none });
      }
    },
  },
};
