import { childrenOf, type DirectoryObject, eachObject, getProperty, parseGuid } from "../../topology/index.js";
import { ticksPerSecond } from "../../values/date-time.js";
import { toItems } from "../../values/enumeration.js";
import { localTime } from "../../values/local-time.js";
import { Guid } from "../../values/simple-values.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { linked } from "../databases/copies.js";
import { storeMailboxFor } from "../mailboxes/store-mailbox.js";
import { message } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { add } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { bool, computed, fixed, texts } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { EnhancedTimeSpan, enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import { enumeration } from "../types/enumeration.js";

/** Since 2013 the store works on repairs by itself, as jobs: a little in the queue, then some time (both invented). */

const className = "MailboxRepairJob";
const typeName = "Microsoft.Exchange.Data.Storage.Management.StoreIntegrityCheckJob";
const waiting = 5n * ticksPerSecond;
const working = 20n * ticksPerSecond;

const jobState = enumeration("Microsoft.Exchange.Data.Storage.Management.JobState", [
  "Initializing",
  "Queued",
  "Running",
  "Succeeded",
  "Failed",
]);

/** How far a job is. */
function progressOf({ topology, object }: Source): { readonly state: string; readonly percent: number } {
  const passed = topology.clock - object.whenCreated;
  if (passed < waiting) return { state: "Queued", percent: 0 };
  if (passed >= waiting + working) return { state: "Succeeded", percent: 100 };
  return { state: "Running", percent: Number(((passed - waiting) * 100n) / working) };
}

const isDone = (source: Source): boolean => progressOf(source).state === "Succeeded";
const guidText = (object: DirectoryObject, name: string): string => String(getProperty(schema, object, name) ?? "");
/** The database's GUID, that of the request and that of the job (documented). */
const identityOf = ({ object }: Source): string =>
  [object.parent ?? "", guidText(object, "RequestGuid"), object.guid].join("\\");
const none = (): Value => null;

/** A job. Names documented and from pages about it, order and view from memory. */
export const repairJob = defineNoun({
  noun: "MailboxRepairRequest",
  called: "mailbox repair request",
  class: {
    name: className,
    objectClass: ["top"],
    objectCategory: "Mailbox-Repair-Job",
    container: { belowClass: "MailboxDatabase", path: [] },
    properties: { RequestGuid: { holds: "string" }, MailboxGuid: { holds: "string" } },
  },
  tasks: "StoreTasks",
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Identity", "Microsoft.Exchange.Data.Storage.Management.StoreIntegrityCheckJobId", identityOf),
    computed("Mailbox", "System.Nullable[guid]", ({ object }) => {
      const guid = getProperty(schema, object, "MailboxGuid");
      return typeof guid === "string" ? new Guid(guid) : null;
    }),
    fixed("Source", "string", () => "OnDemand"),
    texts("Tasks"),
    bool("DetectOnly", { default: false }),
    computed("JobState", jobState.fullName, (source) => jobState(progressOf(source).state)),
    computed("Progress", "int16", (source) => progressOf(source).percent),
    computed("CreationTime", "System.Nullable[datetime]", ({ object }, context) =>
      localTime(context, object.whenCreated),
    ),
    computed("FinishTime", "System.Nullable[datetime]", (source, context) =>
      isDone(source) ? localTime(context, source.object.whenCreated + waiting + working) : null,
    ),
    computed("LastExecutionTime", "System.Nullable[datetime]", (source, context) =>
      progressOf(source).state === "Queued" ? null : localTime(context, source.object.whenCreated + waiting),
    ),
    // Nothing is corrupt here.
    fixed("CorruptionsDetected", "int", () => 0),
    fixed("CorruptionsFixed", "int", () => 0),
    computed("TimeInServer", enhancedTimeSpanName, (source) => {
      const passed = source.topology.clock - source.object.whenCreated - waiting;
      return new EnhancedTimeSpan(passed < 0n ? 0n : passed > working ? working : passed);
    }),
    fixed("ErrorCode", "System.Nullable[int]", none),
    fixed("Corruptions", "string[]", none),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Identity" },
        { property: "Tasks", label: "Task", width: 20 },
        { property: "DetectOnly", label: "Detect Only", width: 12, alignment: "left" },
        { property: "JobState", label: "Job State", width: 12, alignment: "left" },
        { property: "Progress", width: 8 },
      ],
    },
  ],
  displayIdentity: identityOf,
});

const noJob = message({
  text: (identity: string) => `The mailbox repair request "${identity}" couldn't be found.`,
  exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

/** Makes a job for a mailbox, or for a whole database, and shows it. */
export function startJob(task: Task, database: DirectoryObject, mailboxGuid: string | null): void {
  const { context } = task.cmdlet;
  const job = add(task, {
    class: className,
    name: context.newGuid(),
    parent: database.guid,
    properties: {
      RequestGuid: context.newGuid(),
      MailboxGuid: mailboxGuid,
      Tasks: toItems(task.value("CorruptionType")).map((type) => toText(context, type)),
      DetectOnly: task.isOn("DetectOnly"),
    },
  });
  task.cmdlet.writeObject(repairJob.present(task.source(job)));
}

/** What -Identity means: a job, by all three GUIDs or its own; the first two mean all jobs of a request. */
function jobsNamed(task: Task): readonly DirectoryObject[] {
  const given = task.value("Identity");
  if (given instanceof IdParameter && given.guid !== null)
    return [...eachObject(task.topology, className)].filter(({ guid }) => guid === given.guid);
  const parts = (task.text("Identity") ?? "").split("\\").map((part) => parseGuid(part) ?? part);
  return [...eachObject(task.topology, className)].filter((job) => {
    const own = [job.parent ?? "", guidText(job, "RequestGuid"), job.guid];
    return parts.length === 1 ? parts[0] === job.guid : parts.every((part, index) => part === own[index]);
  });
}

function jobsMeant(task: Task): readonly DirectoryObject[] {
  if (task.has("Identity")) {
    const found = jobsNamed(task);
    if (found.length === 0) throw task.failure(noJob, [task.text("Identity") ?? ""]);
    return found;
  }
  const of = (database: DirectoryObject, guid: string | null): readonly DirectoryObject[] =>
    childrenOf(task.topology, database.guid).filter(
      (child) => child.class === className && (guid === null || guidText(child, "MailboxGuid") === guid),
    );
  if (task.has("Mailbox")) {
    const user = task.resolve("Mailbox", mailbox.identity, (identity) => task.notFound(identity));
    const prefix = task.isOn("Archive") ? "Archive" : "";
    const database = linked(task.topology, getProperty(schema, user, `${prefix}Database`));
    return database === null ? [] : of(database, guidText(user, prefix === "" ? "ExchangeGuid" : "ArchiveGuid"));
  }
  const query = { classes: ["MailboxDatabase"] };
  const database = task.resolve("Database", query, (identity) => task.targetNotFound(identity, query));
  const one = task.has("StoreMailbox") ? storeMailboxFor(task, database, "StoreMailbox") : null;
  return of(database, one === null ? null : guidText(one, "ExchangeGuid"));
}

export const repairJobVerbs: NounVerbs = {
  Get: {
    taskClass: "StoreTasks.GetMailboxRepairRequest",
    emulated: ["Identity", "Database", "Mailbox", "StoreMailbox", "Archive"],
    // A job here has no parts of its own.
    accepted: ["Detailed"],
    defaultParameterSet: "Identity",
    process: (task) => {
      for (const job of jobsMeant(task)) task.cmdlet.writeObject(repairJob.present(task.source(job)));
    },
  },
  Remove: removeVerb(repairJob, {
    emulated: ["Identity"],
    find: (task) =>
      task.single(jobsNamed(task), task.text("Identity") ?? "", (identity) => task.failure(noJob, [identity])),
  }),
};
