import type { Evaluation } from "./evaluation.js";
import { guidField } from "./fields.js";
import { rpc } from "./listeners.js";
import type { Host } from "./machines.js";
import { databaseFacts } from "./mailboxes.js";
import type { Outlook } from "./outlook-client.js";
import { reach } from "./reach.js";
import { resolve, viewOf } from "./resolve.js";
import { type Step, Trace } from "./steps.js";

/** Connects to public folders: straight to the Mailbox server that holds them, past any array. */
export function connectPublicFolders(
  evaluation: Evaluation,
  outlook: Outlook,
): { readonly server: Host | null; readonly isConnected: boolean; readonly steps: readonly Step[] } | null {
  const guid = outlook.mailbox === null ? null : guidField(outlook.mailbox, "Database");
  const folders = guid === null ? null : (databaseFacts(evaluation, guid)?.publicFolders ?? null);
  if (folders === null) return null;
  const trace = new Trace();
  const { server } = folders;
  const through = outlook.machine.location === "Outside" ? "the proxy" : outlook.machine.name;
  if (server === null || !server.isUp) {
    const name = server?.name ?? "no server";
    trace.add(
      "publicFolders",
      false,
      `${through} waits for ${name}, which holds the public folders and is down: Outlook hangs.`,
    );
    return { server, isConnected: false, steps: trace.steps };
  }
  if (viewOf(outlook.machine) === "Inside") {
    const [address] = resolve(evaluation, outlook.machine, server.fqdn, trace).addresses;
    const reached = address === undefined ? null : reach(evaluation, outlook.machine, address, rpc, trace);
    if (reached?.ok !== true) return { server, isConnected: false, steps: trace.steps };
  }
  const text = folders.isUp
    ? `Public folders come straight from ${server.name}.`
    : `The public folder database ${folders.object.name} is not mounted on ${server.name}.`;
  trace.add("publicFolders", folders.isUp, text);
  return { server, isConnected: folders.isUp, steps: trace.steps };
}
