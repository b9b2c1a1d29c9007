import { type DirectoryObject, getProperty, type Topology } from "../../topology/index.js";
import { timeSpanText } from "../../values/format/time-span-format.js";
import { schema } from "../schema.js";

const ticksPerDay = 864_000_000_000n;

/** How long replay may be put off beyond the lag, unless -ReplayLagMaxDelay says otherwise (get-mailboxdatabasecopystatus.4). */
export const usualMaxDelay = ticksPerDay;

const ticksOf = (object: DirectoryObject, property: string): bigint => {
  const value = getProperty(schema, object, property);
  return typeof value === "bigint" ? value : 0n;
};

function least(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

/** How far a passive copy's replay is behind. */
export interface ReplayLag {
  /** Whether it is kept behind: it has a lag, and Resume-MailboxDatabaseCopy -DisableReplayLag has not played it down. */
  readonly isEnabled: boolean;
  /** In ticks. */
  readonly configured: bigint;
  /** In ticks: no more than the time since the copy was made. */
  readonly actual: bigint;
}

/**
 * The replay lag of a copy. Its logs are replayed up to `actual` before now, or, where it is suspended, before that.
 * @param stoppedAt when replication stopped, in ticks; null: it goes on
 */
export function replayLagOf(topology: Topology, copy: DirectoryObject, stoppedAt: bigint | null): ReplayLag {
  const configured = ticksOf(copy, "ReplayLagTime");
  const isEnabled = configured > 0n && getProperty(schema, copy, "ReplayLagDisabled") !== true;
  const since = topology.clock - copy.whenCreated;
  const kept = isEnabled ? least(configured, since) : 0n;
  const stopped = stoppedAt === null ? 0n : topology.clock - stoppedAt;
  return { isEnabled, configured, actual: kept > stopped ? kept : stopped };
}

/**
 * `Enabled:True; PlayDownReason:None; …`, as the ReplayLagStatus of a copy prints: captured in 2016 of copies without a lag
 * (get-mailboxdatabasecopystatus.4), the reasons from memory.
 */
export function replayLagText(copy: DirectoryObject, { isEnabled, configured, actual }: ReplayLag): string {
  const isPlayedDown = !isEnabled && configured > 0n;
  const percentage = isEnabled ? (actual * 100n) / configured : 0n;
  const maxDelay = getProperty(schema, copy, "ReplayLagMaxDelay");
  return [
    `Enabled:${isEnabled ? "True" : "False"}`,
    `PlayDownReason:${isPlayedDown ? "LagDisabled" : "None"}`,
    "ReplaySuspendReason:None",
    `Percentage:${percentage > 100n ? 100n : percentage}`,
    `Configured:${timeSpanText(configured)}`,
    `MaxDelay:${timeSpanText(typeof maxDelay === "bigint" ? maxDelay : usualMaxDelay)}`,
    `Actual:${timeSpanText(actual)}`,
  ].join("; ");
}
