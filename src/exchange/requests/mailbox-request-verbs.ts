import { writeFile } from "../../cmdlets/management/paths.js";
import {
  type DirectoryObject,
  eachObject,
  getProperty,
  listObjects,
  type NewObject,
  reference,
} from "../../topology/index.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { type Noun, type NounVerbs, taskClassOf, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { usualSentence } from "../noun/sentences.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { requireAcceptedLoss } from "./data-loss.js";
import { requestNoun, requestStatisticsNoun } from "./mailbox-request.js";
import { fileText, mailboxOf, type RequestKind, workAsProperties, workOf } from "./mailbox-request-state.js";
import { type Move, resumed, suspended } from "./move-state.js";
import { requestsMeant } from "./queues.js";
import { refuseRemoteSettings, unanswered } from "./remote-move.js";
import { reportLines, reportOf } from "./report.js";
import { contentFor, copyOptions, filePath, sourceDatabase } from "./request-content.js";
import { filters, requestName } from "./request-filters.js";

const recipientTask = "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException";
const messages = {
  noSuchRequest: message({
    text: () =>
      "Couldn't find a request that matches the information provided. Reason: No such request exists in the specified index.",
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "InvalidArgument",
    certainty: "derived",
    evidence: "facts/messages.md: text documented for requests; category and class from memory",
  }),
  notUnique: message({
    text: () => "Couldn't find a unique request with the provided information.",
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException",
    category: "InvalidArgument",
    certainty: "documented",
    evidence: "facts/messages.md: text documented for requests; category and class from memory",
  }),
  nameTaken: message({
    text: (name: string, user: string) =>
      `The name must be unique per mailbox. There's already a request named '${name}' associated with mailbox '${user}'.`,
    exception: recipientTask,
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered of New-MailboxExportRequest",
  }),
  completed: message({
    text: (request: string) => `The request "${request}" is completed.`,
    exception: recipientTask,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const removing = sentence({
  text: (request: string) => `Removing request "${request}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

const highestNumber = 9;

/** The name that was given, or the first free one of MailboxExport, MailboxExport1, … MailboxExport9. */
function freeName(task: Task, kind: RequestKind, user: DirectoryObject): string {
  const taken = new Set(
    listObjects(task.topology, kind)
      .filter((request) => mailboxOf(task.topology, request)?.guid === user.guid)
      .map((request) => requestName(request).toLowerCase()),
  );
  const usual = kind.replace(/Request$/, "");
  const numbered = [usual, ...Array.from({ length: highestNumber }, (_, index) => `${usual}${index + 1}`)];
  const given = task.text("Name");
  const free = given === null ? numbered.find((name) => !taken.has(name.toLowerCase())) : given;
  if (free === undefined || taken.has(free.toLowerCase()))
    throw task.failure(messages.nameTaken, [free ?? usual, user.name]);
  return free;
}

function make(kind: RequestKind) {
  return (task: Task): NewObject => {
    refuseElsewhere(task);
    requireAcceptedLoss(task);
    const { user, folders } = contentFor(task, kind);
    const name = freeName(task, kind, user);
    const now = task.topology.clock;
    const isSuspended = task.isOn("Suspend");
    return {
      class: kind,
      name: `${name}${task.cmdlet.context.newGuid()}`,
      properties: {
        RequestName: name,
        Mailbox: reference(user.guid),
        ...(task.has("FilePath") ? { FilePath: filePath(task) } : {}),
        Content: fileText(folders),
        Size: folders.reduce((sum, { size }) => sum + size, 0n),
        ItemCount: folders.reduce((sum, { items }) => sum + items, 0),
        QueuedAt: now,
        Worked: 0n,
        ActiveSince: isSuspended ? null : now,
        SuspendedAt: isSuspended ? now : null,
        SuspendComment: task.text("SuspendComment"),
        ...sourceDatabase(task, kind),
        ...copyOptions(task),
      },
    };
  };
}

/** `alan.reid\MailboxExport`, the GUID of a request, or all requests of a mailbox. */
function meant(noun: Noun, task: Task): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return [];
  const exact = task.matches(identity, { classes: noun.identity.classes });
  if (exact.length > 0) return exact;
  const backslash = identity.text.lastIndexOf("\\");
  const [owner, name] = [identity.text.slice(0, Math.max(backslash, 0)), identity.text.slice(backslash + 1)];
  const users = task.find(owner === "" ? name : owner, mailbox.identity).map(({ guid }) => guid);
  return noun.identity.classes
    .flatMap((each) => [...eachObject(task.topology, each)])
    .filter((request) => {
      const user = mailboxOf(task.topology, request);
      const fits = owner === "" || requestName(request).toLowerCase() === name.toLowerCase();
      return user !== null && users.includes(user.guid) && fits;
    });
}

const theOne = (noun: Noun) => (task: Task) => {
  const [request, ...others] = meant(noun, task);
  if (request === undefined) throw task.failure(messages.noSuchRequest, []);
  if (others.length > 0) throw task.failure(messages.notUnique, []);
  return request;
};

function changing(noun: Noun, verb: Verb, next: (task: Task, work: Move) => Move, confirms = false): VerbBehaviour {
  const question = usualSentence(noun, verb);
  return {
    taskClass: taskClassOf(noun, verb),
    emulated: ["Identity", ...(verb === "Suspend" ? ["SuspendComment"] : [])],
    accepted: [],
    ...(confirms ? { confirms } : {}),
    process: (task) => {
      const request = theOne(noun)(task);
      const name = noun.displayIdentity(task.source(request));
      const work = workOf(request);
      if (work.completedAt !== null) throw task.failure(messages.completed, [name]);
      task.requireWrite(request);
      if (task.shouldProcess(question.text(name)))
        change(task, request, { properties: workAsProperties(next(task, work)) });
    },
  };
}

const common = [
  "Name",
  "IncludeFolders",
  "ExcludeFolders",
  "ExcludeDumpster",
  "SourceRootFolder",
  "TargetRootFolder",
  "Suspend",
  "SuspendComment",
  "AcceptLargeDataLoss",
  "AssociatedMessagesCopyOption",
  "ConflictResolutionOption",
];
const ofFiles = [...common, "Mailbox", "FilePath", "IsArchive"];
const creation: Readonly<Record<RequestKind, readonly string[]>> = {
  MailboxExportRequest: [...ofFiles, "RemoteHostName", "ContentFilter", "ContentFilterLanguage"],
  MailboxImportRequest: ofFiles,
  MailboxRestoreRequest: [
    ...common,
    "TargetMailbox",
    "SourceStoreMailbox",
    "SourceMailbox",
    "SourceDatabase",
    "SourceIsArchive",
    "TargetIsArchive",
    "TargetType",
    "AllowLegacyDNMismatch",
  ],
};
/** Since 2013: what is left out, how large an item may be, how long a completed request is kept. */
const details = ["CompletedRequestAgeLimit", "InternalFlags", "LargeItemLimit", "RequestExpiryInterval", "SkipMerging"];
/** Which server works, and for what. */
const copying = [...details, "MRSServer", "WorkloadType"];
const acceptedByNew: Readonly<Record<RequestKind, readonly string[]>> = {
  // For the service alone: where a search for compliance leaves its messages, and in which format.
  MailboxExportRequest: [...copying, "RemoteCredential", "ComplianceStorePath", "PreferredMessageFormat"],
  // Texts here have no code page; the others are the service's own.
  MailboxImportRequest: [...copying, "ContentCodePage", "MigrationMailbox", "SourceEndpoint"],
  MailboxRestoreRequest: copying,
};

/** -RemoteHostName of New: the mailbox is in another forest, which does not answer. */
function refuseElsewhere(task: Task): void {
  const host = task.text("RemoteHostName");
  if (host !== null) throw unanswered(task, host);
}

function requestVerbs(kind: RequestKind, noun: Noun): NounVerbs {
  return {
    Get: getVerb(noun, {
      limited: true,
      defaultParameterSet: kind === "MailboxExportRequest" ? "MailboxFiltering" : "Filtering",
      find: (task) => meant(noun, task),
      filters: filters(kind),
    }),
    New: {
      ...newVerb(noun, {
        emulated: creation[kind],
        accepted: acceptedByNew[kind],
        defaultParameterSet: kind === "MailboxExportRequest" ? "MailboxExportRequest" : "Default",
        make: make(kind),
        after: (task, request) => {
          const content = getProperty(schema, request, "Content");
          if (kind === "MailboxExportRequest" && typeof content === "string")
            writeFile(task.cmdlet, filePath(task), content);
        },
      }),
      // The reference calls it mandatory; Exchange puts the folders at the top of the file.
      optional: ["TargetRootFolder"],
    },
    Set: setVerb(noun, {
      emulated: ["Identity", "AcceptLargeDataLoss", ...(kind === "MailboxImportRequest" ? [] : ["RemoteHostName"])],
      // One server does all the work: a request that goes home is there.
      accepted: [...details, "RehomeRequest", ...(kind === "MailboxExportRequest" ? ["RemoteCredential"] : [])],
      defaultParameterSet: "Identity",
      find: theOne(noun),
      check: (task, request) => {
        requireAcceptedLoss(task);
        refuseRemoteSettings(task, noun.displayIdentity(task.source(request)), "request");
      },
    }),
    Suspend: changing(
      noun,
      "Suspend",
      (task, work) => suspended(work, task.topology.clock, task.text("SuspendComment") ?? ""),
      true,
    ),
    Resume: changing(noun, "Resume", (task, work) => resumed(work, task.topology.clock)),
    Remove: removeVerb(noun, {
      emulated: ["Identity", "RequestGuid", "RequestQueue"],
      accepted: ["Force"],
      defaultParameterSet: "Identity",
      find: (task) => {
        const [queued] = task.has("RequestGuid") ? requestsMeant(task, kind) : [];
        return queued ?? theOne(noun)(task);
      },
      sentence: removing,
    }),
  };
}

const statisticsVerbs = (noun: Noun, defaultParameterSet: string): NounVerbs => ({
  Get: getVerb(noun, {
    defaultParameterSet,
    find: (task) => meant(noun, task),
    all: (task) => noun.identity.classes.flatMap((each) => requestsMeant(task, each)),
    emulated: ["RequestQueue", "RequestGuid", "MRSInstance"],
    // They add what support reads: the service's own notes, whose content is no part of the picture.
    accepted: ["Diagnostic", "DiagnosticArgument"],
    live: {
      IncludeReport: (task, request) => new Map([["Report", reportOf(task, workOf(request), calledIn(request))]]),
    },
    instead: {
      ReportOnly: (task, request) => reportLines(task, workOf(request), calledIn(request)),
    },
  }),
});

const calledIn = (request: DirectoryObject): string => request.class.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();

export const mailboxExportRequest = requestNoun("MailboxExportRequest");
export const mailboxExportRequestVerbs = requestVerbs("MailboxExportRequest", mailboxExportRequest);
export const mailboxExportRequestStatistics = requestStatisticsNoun("MailboxExportRequest");
export const mailboxExportRequestStatisticsVerbs = statisticsVerbs(mailboxExportRequestStatistics, "Identity");
export const mailboxImportRequest = requestNoun("MailboxImportRequest");
export const mailboxImportRequestVerbs = requestVerbs("MailboxImportRequest", mailboxImportRequest);
export const mailboxImportRequestStatistics = requestStatisticsNoun("MailboxImportRequest");
export const mailboxImportRequestStatisticsVerbs = statisticsVerbs(
  mailboxImportRequestStatistics,
  "IdentityOnPremises",
);
export const mailboxRestoreRequest = requestNoun("MailboxRestoreRequest");
export const mailboxRestoreRequestVerbs = requestVerbs("MailboxRestoreRequest", mailboxRestoreRequest);
export const mailboxRestoreRequestStatistics = requestStatisticsNoun("MailboxRestoreRequest");
export const mailboxRestoreRequestStatisticsVerbs = statisticsVerbs(
  mailboxRestoreRequestStatistics,
  "IdentityOnPremises",
);
