import { findNode, writeFile } from "../../cmdlets/management/paths.js";
import {
  type DirectoryObject,
  eachObject,
  findByIndex,
  getProperty,
  isReference,
  listObjects,
  type NewObject,
  reference,
} from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { netText, toText } from "../../values/text.js";
import { type Folder, foldersOf, isRecoverable } from "../mailboxes/mailbox-content.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { type Filter, getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { type Noun, type NounVerbs, taskClassOf, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { usualSentence } from "../noun/sentences.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { mailbox } from "../recipients/mailbox.js";
import { hasMailbox } from "../recipients/recipient-types.js";
import { schema } from "../schema.js";
import { requestNoun, requestStatisticsNoun } from "./mailbox-request.js";
import { fileText, foldersIn, mailboxOf, type RequestKind, workAsProperties, workOf } from "./mailbox-request-state.js";
import { type Move, progressOf, resumed, suspended } from "./move-state.js";

const permanent = "Microsoft.Exchange.MailboxReplicationService.RemotePermanentException";
const recipientTask = "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException";
const messages = {
  notUnc: message({
    text: (path: string) => `The path "${path}" isn't a UNC path. Write it as \\\\server\\share\\file.pst.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (facts/nouns.json), the text is not known",
  }),
  noFile: message({
    text: (path: string) => `Unable to open PST file '${path}'. Error details: Could not find file '${path}'.`,
    exception: permanent,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "facts/nouns.json, New-MailboxExportRequest: as for a share that can't be opened",
  }),
  nameTaken: message({
    text: (name: string, user: string) =>
      `The name must be unique per mailbox. There's already a request named '${name}' associated with mailbox '${user}'.`,
    exception: recipientTask,
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered of New-MailboxExportRequest",
  }),
  noArchive: message({
    text: (user: string) => `The mailbox "${user}" has no archive.`,
    exception: recipientTask,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
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
const requestName = (request: DirectoryObject): string => String(getProperty(schema, request, "RequestName"));

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

function userIn(task: Task, parameter: string): DirectoryObject {
  return task.resolve(parameter, mailbox.identity, (identity) => task.notFound(identity));
}

/** `Inbox`, `#Inbox#` (a well-known folder in any language), `Inbox/*`: whether one of the patterns means a folder. */
function named(task: Task, parameter: string, folder: Folder): boolean {
  const path = folder.path.slice(1).toLowerCase();
  return toItems(task.value(parameter)).some((item) => {
    const pattern = toText(task.cmdlet.context, item)
      .replace(/^[\\/]/, "")
      .toLowerCase()
      .replaceAll("\\", "/");
    const root = pattern.replace(/\/\*$/, "");
    if (root === `#${folder.type.toLowerCase()}#`) return true;
    return path === root || (pattern.endsWith("/*") && path.startsWith(`${root}/`));
  });
}

/** What -IncludeFolders, -ExcludeFolders and -ExcludeDumpster leave of the folders. */
function chosen(task: Task, folders: readonly Folder[]): readonly Folder[] {
  return folders.filter((folder) => {
    if (folder.items === 0 || (task.isOn("ExcludeDumpster") && isRecoverable(folder))) return false;
    if (task.has("IncludeFolders") && !named(task, "IncludeFolders", folder)) return false;
    return !(task.has("ExcludeFolders") && named(task, "ExcludeFolders", folder));
  });
}

function filePath(task: Task): string {
  const path = task.text("FilePath") ?? "";
  if (!/^\\\\[^\\]+\\[^\\]+\\.+/.test(path)) throw task.failure(messages.notUnc, [path]);
  return path;
}

function archiveChecked(task: Task, user: DirectoryObject, parameter: string): boolean {
  if (!task.isOn(parameter)) return false;
  if (!isReference(getProperty(schema, user, "ArchiveDatabase"))) throw task.failure(messages.noArchive, [user.name]);
  return true;
}

/** Below -TargetRootFolder, where one is given. */
function moved(task: Task, folders: readonly Folder[]): readonly Folder[] {
  const root = task.text("TargetRootFolder");
  if (root === null) return folders;
  const top = `/${root.replaceAll("\\", "/").replace(/^\/|\/$/g, "")}`;
  return folders.map((folder) => ({ ...folder, path: `${top}${folder.path}` }));
}

/** The folders that a request copies, and the mailbox that it is about. */
function contentFor(
  task: Task,
  kind: RequestKind,
): { readonly user: DirectoryObject; readonly folders: readonly Folder[] } {
  if (kind === "MailboxExportRequest") {
    const user = userIn(task, "Mailbox");
    filePath(task);
    // An archive begins empty, and nothing here puts anything into it.
    const folders = archiveChecked(task, user, "IsArchive") ? [] : foldersOf(user);
    return { user, folders: moved(task, chosen(task, folders)) };
  }
  if (kind === "MailboxImportRequest") {
    const user = userIn(task, "Mailbox");
    const path = filePath(task);
    const node = findNode(task.cmdlet, path)?.node;
    if (node?.kind !== "file") throw task.failure(messages.noFile, [path]);
    archiveChecked(task, user, "IsArchive");
    return { user, folders: moved(task, chosen(task, foldersIn(node.text))) };
  }
  const user = userIn(task, "TargetMailbox");
  const source = task.resolve(
    "SourceStoreMailbox",
    {
      classes: ["DisconnectedMailbox", "User"],
      where: (object) => object.class !== "User" || hasMailbox(object),
      properties: ["DisplayName", "ExchangeGuid"],
    },
    (identity) => task.notFound(identity),
  );
  archiveChecked(task, user, "TargetIsArchive");
  return { user, folders: moved(task, chosen(task, foldersOf(source))) };
}

function make(kind: RequestKind) {
  return (task: Task): NewObject => {
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
  const identity = task.value("Identity");
  return task.single(meant(noun, task), identity instanceof IdParameter ? identity.text : "", (name) =>
    task.notFound(name),
  );
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

const keep =
  (fits: (task: Task, request: DirectoryObject) => boolean) =>
  (task: Task): Filter => ({ keep: (request) => fits(task, request) });
const equal = (task: Task, parameter: string, value: unknown): boolean =>
  (task.text(parameter) ?? "").toLowerCase() === String(value ?? "").toLowerCase();

/** -Database, -RequestQueue: that of the mailbox. */
const inDatabase =
  (parameter: string) =>
  (task: Task): Filter => {
    const database = task.resolve(parameter, { classes: ["MailboxDatabase"] }, (identity) =>
      task.targetNotFound(identity, { classes: ["MailboxDatabase"] }),
    );
    const users = new Set(findByIndex(task.topology, "User", "database", database.guid).map(({ guid }) => guid));
    return { keep: (request) => users.has(mailboxOf(task.topology, request)?.guid ?? "") };
  };
const ofMailbox =
  (parameter: string) =>
  (task: Task): Filter => {
    const user = userIn(task, parameter);
    return { keep: (request) => mailboxOf(task.topology, request)?.guid === user.guid };
  };

function filters(kind: RequestKind): Readonly<Record<string, (task: Task) => Filter>> {
  const shared = {
    Name: keep((task, request) => equal(task, "Name", requestName(request))),
    BatchName: keep((task, request) => equal(task, "BatchName", getProperty(schema, request, "BatchName"))),
    Status: keep(
      (task, request) =>
        progressOf(workOf(request), task.topology.clock).status === netText(task.cmdlet.context, task.value("Status")),
    ),
    Suspend: keep((task, request) => (workOf(request).suspendedAt !== null) === task.isOn("Suspend")),
    HighPriority: keep(
      (task, request) => /High|Emergency/.test(workOf(request).priority) === task.isOn("HighPriority"),
    ),
    RequestQueue: inDatabase("RequestQueue"),
  };
  return kind === "MailboxRestoreRequest"
    ? { ...shared, TargetMailbox: ofMailbox("TargetMailbox"), TargetDatabase: inDatabase("TargetDatabase") }
    : { ...shared, Mailbox: ofMailbox("Mailbox"), Database: inDatabase("Database") };
}

const common = [
  "Name",
  "IncludeFolders",
  "ExcludeFolders",
  "ExcludeDumpster",
  "TargetRootFolder",
  "Suspend",
  "SuspendComment",
];
const ofFiles = [...common, "Mailbox", "FilePath", "IsArchive"];
const creation: Readonly<Record<RequestKind, readonly string[]>> = {
  MailboxExportRequest: ofFiles,
  MailboxImportRequest: ofFiles,
  MailboxRestoreRequest: [...common, "TargetMailbox", "SourceStoreMailbox", "TargetIsArchive"],
};
/** How items are copied that are there already; which server works; the database of a mailbox that its name finds anyway. */
const copying = [
  "AcceptLargeDataLoss",
  "AssociatedMessagesCopyOption",
  "ConflictResolutionOption",
  "MRSServer",
  "WorkloadType",
];
const acceptedByNew: Readonly<Record<RequestKind, readonly string[]>> = {
  MailboxExportRequest: copying,
  MailboxImportRequest: copying,
  MailboxRestoreRequest: [...copying, "SourceDatabase", "AllowLegacyDNMismatch"],
};

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
      emulated: ["Identity"],
      accepted: ["AcceptLargeDataLoss"],
      defaultParameterSet: "Identity",
      find: theOne(noun),
    }),
    Suspend: changing(
      noun,
      "Suspend",
      (task, work) => suspended(work, task.topology.clock, task.text("SuspendComment") ?? ""),
      true,
    ),
    Resume: changing(noun, "Resume", (task, work) => resumed(work, task.topology.clock)),
    Remove: removeVerb(noun, {
      emulated: ["Identity"],
      accepted: ["Force"],
      defaultParameterSet: "Identity",
      find: theOne(noun),
      sentence: removing,
    }),
  };
}

const statisticsVerbs = (noun: Noun): NounVerbs => ({
  Get: getVerb(noun, { defaultParameterSet: "Identity", find: (task) => meant(noun, task) }),
});

export const mailboxExportRequest = requestNoun("MailboxExportRequest");
export const mailboxExportRequestVerbs = requestVerbs("MailboxExportRequest", mailboxExportRequest);
export const mailboxExportRequestStatistics = requestStatisticsNoun("MailboxExportRequest");
export const mailboxExportRequestStatisticsVerbs = statisticsVerbs(mailboxExportRequestStatistics);
export const mailboxImportRequest = requestNoun("MailboxImportRequest");
export const mailboxImportRequestVerbs = requestVerbs("MailboxImportRequest", mailboxImportRequest);
export const mailboxImportRequestStatistics = requestStatisticsNoun("MailboxImportRequest");
export const mailboxImportRequestStatisticsVerbs = statisticsVerbs(mailboxImportRequestStatistics);
export const mailboxRestoreRequest = requestNoun("MailboxRestoreRequest");
export const mailboxRestoreRequestVerbs = requestVerbs("MailboxRestoreRequest", mailboxRestoreRequest);
export const mailboxRestoreRequestStatistics = requestStatisticsNoun("MailboxRestoreRequest");
export const mailboxRestoreRequestStatisticsVerbs = statisticsVerbs(mailboxRestoreRequestStatistics);
