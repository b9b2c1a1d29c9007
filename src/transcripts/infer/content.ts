import { changeFolder, foldersOf, neverLoggedOn, totalsOf } from "../../exchange/mailboxes/mailbox-content.js";
import { type Move, moveAsProperties, progressOf } from "../../exchange/requests/move-state.js";
import { schema } from "../../exchange/schema.js";
import { parseByteQuantifiedSize } from "../../exchange/types/byte-quantified-size.js";
import {
  type DirectoryObject,
  findByIndex,
  findByName,
  getObject,
  getProperty,
  isReference,
  type PropertyValue,
  type Topology,
  ticksFromIso,
  updateObject,
} from "../../topology/index.js";
import { ticksPerSecond } from "../../values/date-time.js";
import type { SeenObject } from "./seen.js";

/**
 * Puts into mailboxes what statistics show of them, and makes the moves that are shown or named: none of this is set by
 * a cmdlet.
 */
export function withContent(topology: Topology, objects: readonly SeenObject[]): Topology {
  return objects
    .filter(({ noun }) => noun === "Mailbox")
    .reduce((current, object) => {
      const [user] = findByName(current, ["User"], object.name);
      return user === undefined ? current : withMove(withTotals(current, user, object), user.guid, object);
    }, topology);
}

const bytesIn = (text: string | undefined): bigint | undefined =>
  text === undefined ? undefined : parseByteQuantifiedSize(text)?.bytes;
const countIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;

/** The folders that what differs goes into: of the mailbox, and of what was deleted. */
const ownFolder = "/Inbox";
const deletedFolder = "/Deletions";

function withTotals(topology: Topology, user: DirectoryObject, { properties, shownBy }: SeenObject): Topology {
  const ofStatistics = (name: string): string | undefined =>
    shownBy.get(name)?.toLowerCase() === "mailboxstatistics" ? properties.get(name) : undefined;
  const totals = totalsOf(foldersOf(user));
  const items = countIn(ofStatistics("itemcount"));
  const size =
    bytesIn(ofStatistics("totalitemsize")) ?? sizeAtLimit(topology, user, ofStatistics("storagelimitstatus"));
  const deletedItems = countIn(ofStatistics("deleteditemcount"));
  const deletedSize = bytesIn(ofStatistics("totaldeleteditemsize"));
  let current = topology;
  const change = (folder: string, count: number, bytes: bigint): void => {
    const mailbox = getObject(current, user.guid);
    if (mailbox !== null && (count !== 0 || bytes !== 0n))
      current = changeFolder(current, mailbox, folder, count, bytes);
  };
  change(ownFolder, (items ?? totals.items) - totals.items, (size ?? totals.size) - totals.size);
  change(
    deletedFolder,
    (deletedItems ?? totals.deletedItems) - totals.deletedItems,
    (deletedSize ?? totals.deletedSize) - totals.deletedSize,
  );
  const logon = ofStatistics("lastlogontime") === "" ? neverLoggedOn : timeIn(ofStatistics("lastlogontime"));
  return logon === undefined ? current : updated(current, user.guid, { LastLogon: logon });
}

/** How large a mailbox is that has just passed the quota which a status is about; of another status nothing follows. */
function sizeAtLimit(topology: Topology, user: DirectoryObject, status: string | undefined): bigint | undefined {
  const quotas: Readonly<Record<string, string>> = {
    IssueWarning: "IssueWarningQuota",
    ProhibitSend: "ProhibitSendQuota",
    MailboxDisabled: "ProhibitSendReceiveQuota",
  };
  if (status === "BelowLimit") return 0n;
  const quota = status === undefined || !Object.hasOwn(quotas, status) ? undefined : quotas[status];
  const link = getProperty(schema, user, "Database");
  const database = isReference(link) ? getObject(topology, link.guid) : null;
  const limit = quota === undefined || database === null ? null : getProperty(schema, database, quota);
  return typeof limit === "bigint" ? limit : undefined;
}

/** `9/8/2013 10:04:20 AM`, or with the day first where the clock has 24 hours: ticks. */
function timeIn(text: string | undefined): bigint | undefined {
  const time = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}) (\d{1,2}):(\d\d):(\d\d)(?: ([AP])M)?$/.exec(text ?? "");
  if (time === null) return undefined;
  const [, first = "", second = "", year, hour = "", minute, rest, half] = time;
  const isDayFirst = Number(first) > 12 || (text ?? "").includes(".") || (half === undefined && Number(second) <= 12);
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  if (Number(month) > 12 || Number(day) > 31) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === "P" ? 12 : 0);
  const two = (number: string | number): string => String(number).padStart(2, "0");
  return ticksFromIso(`${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${rest}Z`, "LastLogonTime");
}

const moveNouns: ReadonlySet<string> = new Set(["moverequest", "moverequeststatistics"]);

/** A move that stands where it was seen. */
function withMove(topology: Topology, guid: string, { properties, shownBy }: SeenObject): Topology {
  const user = getObject(topology, guid);
  const isMoved = [...shownBy.values()].some((noun) => moveNouns.has(noun.toLowerCase()));
  const link = user === null ? null : getProperty(schema, user, "Database");
  if (user === null || !isMoved || !isReference(link)) return topology;
  const targetName = properties.get("targetdatabase");
  const [target] = targetName === undefined ? [] : findByName(topology, ["MailboxDatabase"], targetName);
  const totals = totalsOf(foldersOf(user));
  const now = topology.clock;
  const move: Move = {
    source: link.guid,
    target: target?.guid ?? otherDatabase(topology, link.guid),
    archiveSource: null,
    archiveTarget: null,
    size: bytesIn(properties.get("totalmailboxsize")) ?? totals.size,
    items: totals.items,
    queuedAt: now,
    worked: 0n,
    activeSince: now,
    suspendedAt: null,
    completedAt: null,
    suspendWhenReady: false,
    batchName: properties.get("batchname") ?? "",
    suspendComment: "",
    badItemLimit: 0,
    largeItemLimit: 0,
    priority: "Normal",
    protect: false,
    ignoreRuleLimitErrors: false,
    startAfter: null,
    completeAfter: null,
    preventCompletion: false,
  };
  const status = properties.get("statusdetail") ?? properties.get("status") ?? "InProgress";
  return updated(
    topology,
    guid,
    moveAsProperties(moveAt(move, status, countIn(properties.get("percentcomplete")), now)),
  );
}

/** The move at the point that a status and a percentage tell. */
function moveAt(move: Move, status: string, percent: number | undefined, now: bigint): Move {
  if (status === "Queued") return move;
  const start = now - hour;
  const queuedAt = start;
  if (status === "Completed") return { ...move, queuedAt, activeSince: start, completedAt: now };
  // The work done is searched for, as what is copied by when is the service's own matter.
  let [low, high] = [0n, hour * 24n * 365n];
  const at = (worked: bigint): Move => ({ ...move, queuedAt, worked });
  const isEnough = (worked: bigint): boolean => {
    const progress = progressOf({ ...at(worked), activeSince: now }, now);
    if (status === "AutoSuspended" || status === "CompletionInProgress")
      return progress.status === "CompletionInProgress";
    return percent === undefined ? progress.status !== "Queued" : progress.percent >= percent;
  };
  while (high - low > ticksPerSecond) {
    const middle = (low + high) / 2n;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  if (status === "Suspended") return { ...at(high), activeSince: null, suspendedAt: now };
  return { ...at(high), activeSince: now, suspendWhenReady: status === "AutoSuspended" };
}

const hour = 3600n * ticksPerSecond;

/** Any database beside the one where the mailbox is; none: only the archive moves. */
function otherDatabase(topology: Topology, guid: string): string | null {
  const database = getObject(topology, guid);
  const server = database === null ? null : getProperty(schema, database, "Server");
  const near = isReference(server) ? findByIndex(topology, "MailboxDatabase", "server", server.guid) : [];
  return near.find((each) => each.guid !== guid)?.guid ?? guid;
}

function updated(topology: Topology, guid: string, properties: Readonly<Record<string, PropertyValue>>): Topology {
  const result = updateObject(schema, topology, guid, { properties });
  return result.ok ? result.topology : topology;
}
