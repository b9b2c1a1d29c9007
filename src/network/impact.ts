import { listObjects, type Topology } from "../topology/index.js";
import { nextStarts, startDue } from "./change/power.js";
import { Evaluation } from "./evaluation.js";
import { isSet } from "./fields.js";
import { nextFindings } from "./health-checks.js";
import type { Host } from "./machines.js";
import { networkOf } from "./network.js";
import { connectOutlook } from "./outlook.js";
import { type Outlook, type OutlookAttempt, outlookOf } from "./outlook-client.js";

/** What becomes of a client by a change. */
export interface ClientImpact {
  readonly client: string;
  /**
   * `Kept`: as it was. `Moved`: another server serves it. `Lost`: it has no connection, now. `Gained`: it had none and has
   * one.
   */
  readonly effect: "Kept" | "Moved" | "Lost" | "Gained" | "StillLost";
  readonly before: string | null;
  readonly after: string | null;
  /** When a client that is without a connection gets one by itself, ticks; null: not as things are. */
  readonly back: bigint | null;
  readonly attempt: OutlookAttempt;
}

/**
 * What a change means to the Outlooks that are open: which keep, lose or change their connection at once, and when those
 * that lose it are back because an address that they keep comes to its end, or a balancer sees that a member has failed.
 * @param before the organization before the change, settled
 * @param after the organization with it
 */
export function impactOf(before: Topology, after: Topology): readonly ClientImpact[] {
  const old = new Evaluation(networkOf(before));
  const now = new Evaluation(networkOf(after));
  const former = new Map(listObjects(before, "OutlookClient").map((object) => [object.guid, object]));
  return listObjects(after, "OutlookClient").flatMap((object): readonly ClientImpact[] => {
    if (!isSet(object, "IsOpen")) return [];
    const outlook = outlookOf(now, object);
    if (outlook === null) return [];
    const was = former.get(object.guid);
    const earlier = was === undefined ? null : outlookOf(old, was);
    const serverBefore = old.network.host(earlier?.connection?.server ?? null);
    // The connection that it had is what it starts from, also when the change is settled already.
    const attempt = connectOutlook(now, { ...outlook, connection: earlier?.connection ?? null });
    return [
      {
        client: outlook.name,
        effect: effectOf(serverBefore, attempt.server),
        before: serverBefore?.name ?? null,
        after: attempt.server?.name ?? null,
        back: attempt.isConnected ? null : backAt(now, outlook, after),
        attempt,
      },
    ];
  });
}

function effectOf(before: Host | null, after: Host | null): ClientImpact["effect"] {
  if (before === null) return after === null ? "StillLost" : "Gained";
  if (after === null) return "Lost";
  return before.object.guid === after.object.guid ? "Kept" : "Moved";
}

/** When a client succeeds: with a fresh address, because a balancer has seen what failed, or a server is back. */
function backAt(evaluation: Evaluation, outlook: Outlook, topology: Topology): bigint | null {
  const entries = [...evaluation.cacheOf(outlook.machine).values()];
  const moments = [...entries.map(({ expires }) => expires), ...nextFindings(topology), ...nextStarts(topology)];
  const times = [...new Set(moments)].filter((time) => time > evaluation.now).sort((a, b) => (a < b ? -1 : 1));
  for (const time of times) {
    const later = new Evaluation(networkOf(startDue(topology, time)), time);
    if (connectOutlook(later, { ...outlook, connection: null }).isConnected) return time;
  }
  return null;
}
