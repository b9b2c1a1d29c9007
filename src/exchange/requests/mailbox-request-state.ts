import {
  type DirectoryObject,
  eachObject,
  getObject,
  getProperty,
  isReference,
  type PropertyValue,
  type Topology,
  updateObject,
} from "../../topology/index.js";
import { changeFolder, type Folder } from "../mailboxes/mailbox-content.js";
import { declareInDirectory, schema } from "../schema.js";
import { dueAt, type Move } from "./move-state.js";

/** The kinds of requests that copy what is in a mailbox: out to a file, in from one, or out of a lost mailbox. */
export const requestKinds = ["MailboxExportRequest", "MailboxImportRequest", "MailboxRestoreRequest"] as const;
export type RequestKind = (typeof requestKinds)[number];

const bigint = (request: DirectoryObject, name: string): bigint | null => {
  const value = getProperty(schema, request, name);
  return typeof value === "bigint" ? value : null;
};

/** How far a request is follows the rules of moves: it waits, copies, ends. */
export function workOf(request: DirectoryObject): Move {
  const text = (name: string): string => String(getProperty(schema, request, name) ?? "");
  return {
    source: "",
    target: null,
    archiveSource: null,
    archiveTarget: null,
    size: bigint(request, "Size") ?? 0n,
    items: Number(getProperty(schema, request, "ItemCount") ?? 0),
    queuedAt: bigint(request, "QueuedAt") ?? 0n,
    worked: bigint(request, "Worked") ?? 0n,
    activeSince: bigint(request, "ActiveSince"),
    suspendedAt: bigint(request, "SuspendedAt"),
    completedAt: bigint(request, "CompletedAt"),
    suspendWhenReady: false,
    batchName: text("BatchName"),
    suspendComment: text("SuspendComment"),
    badItemLimit: 0,
    largeItemLimit: 0,
    priority: text("Priority"),
    protect: false,
    ignoreRuleLimitErrors: false,
    startAfter: null,
    completeAfter: null,
    preventCompletion: false,
  };
}

/** The properties that keep how far a request is. */
export const workAsProperties = (work: Move): Record<string, PropertyValue> => ({
  Worked: work.worked,
  ActiveSince: work.activeSince,
  SuspendedAt: work.suspendedAt,
  CompletedAt: work.completedAt,
  SuspendComment: work.suspendComment === "" ? null : work.suspendComment,
});

/** The mailbox of a request: what is exported, or what is filled. */
export function mailboxOf(topology: Topology, request: DirectoryObject): DirectoryObject | null {
  const link = getProperty(schema, request, "Mailbox");
  return isReference(link) ? getObject(topology, link.guid) : null;
}

/** What a request copies, by folders: `path`, how many items, how large. */
export function contentOf(request: DirectoryObject): readonly Folder[] {
  const content = getProperty(schema, request, "Content");
  return typeof content === "string" ? foldersIn(content) : [];
}

/** What an emulated PST file says of its content; other text has none. */
const header = "!BDN";
export function foldersIn(text: string): readonly Folder[] {
  return text.split("\n").flatMap((line) => {
    const [path = "", items, size] = line.split("\t");
    if (!path.startsWith("/") || items === undefined || size === undefined || !/^\d+$/.test(size)) return [];
    return [{ path, type: "User Created", items: Number(items), size: BigInt(size) }];
  });
}
export const fileText = (folders: readonly Folder[]): string =>
  [header, ...folders.map(({ path, items, size }) => `${path}\t${items}\t${size}`)].join("\n");

/** Requests that are through: what was imported or restored lies in the mailbox. */
function completeRequests(topology: Topology): Topology {
  let passed = topology;
  for (const kind of requestKinds) {
    for (const request of eachObject(topology, kind)) {
      const work = workOf(request);
      const due = work.completedAt === null ? dueAt(work) : null;
      if (due === null || due > topology.clock) continue;
      const result = updateObject(schema, passed, request.guid, { properties: { CompletedAt: due } });
      if (!result.ok) continue;
      passed = kind === "MailboxExportRequest" ? result.topology : filled(result.topology, request);
    }
  }
  return passed;
}

function filled(topology: Topology, request: DirectoryObject): Topology {
  let result = topology;
  for (const { path, items, size } of contentOf(request)) {
    const user = mailboxOf(result, request);
    if (user !== null && items > 0) result = changeFolder(result, user, path, items, size);
  }
  return result;
}

declareInDirectory({ noun: "requests of mailboxes", passing: completeRequests });
