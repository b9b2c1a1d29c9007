import { isoFromTicks, listObjects } from "../../topology/index.js";
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
  const now = task.topology.clock;
  const [server] = listObjects(task.topology, "ExchangeServer");
  const line = (at: bigint, text: string): string => `${isoFromTicks(at)} [${server?.name ?? ""}] ${text}`;
  const start = startOf(move, now);
  return [
    line(move.queuedAt, `Created ${called}.`),
    ...(start === null
      ? []
      : [line(start, "The Microsoft Exchange Mailbox Replication service is examining the request.")]),
    ...(move.completedAt === null ? [] : [line(move.completedAt, "Request is complete.")]),
  ].join("\n");
}
