import { listObjects } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { Task } from "../noun/task.js";
import { type Move, progressOf } from "./move-state.js";

const thirtySeconds = 300_000_000n;
/** When the copying begins, if the move has come so far. */
export const startOf = (move: Move, now: bigint): bigint | null => {
  const { status } = progressOf(move, now);
  return status === "Queued" || (status === "Suspended" && move.worked < thirtySeconds)
    ? null
    : move.queuedAt + thirtySeconds;
};
/**
 * What -IncludeReport adds: the milestones of a move or request, a line each (from memory).
 * @param called what is reported on: `move request`
 */
export function reportOf(task: Task, move: Move, called: string): Value {
  return reportLines(task, move, called).join("\n");
}

/** The milestones, one by one: what -ReportOnly gives. */
export function reportLines(task: Task, move: Move, called: string): readonly string[] {
  const now = task.topology.clock;
  const [server] = listObjects(task.topology, "ExchangeServer");
  const { context } = task.cmdlet;
  const at = (ticks: bigint): string => netText(context, localTime(context, ticks));
  // facts/captures.jsonl, get-moverequeststatistics.1: how a line begins
  const line = (ticks: bigint, text: string): string => `${at(ticks)} [${server?.name ?? ""}] ${text}`;
  const start = startOf(move, now);
  return [
    line(move.queuedAt, `Created ${called}.`),
    ...(start === null
      ? []
      : [line(start, "The Microsoft Exchange Mailbox Replication service is examining the request.")]),
    ...(move.completedAt === null ? [] : [line(move.completedAt, "Request is complete.")]),
  ];
}
