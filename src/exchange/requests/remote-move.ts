import type { PowerShellError } from "../../values/errors.js";
import { connectionsOf } from "../connectivity/connections.js";
import { socketFailure } from "../connectivity/failures.js";
import { localServer } from "../connectivity/test-users.js";
import { message } from "../noun/exchange-errors.js";
import { noSuchController } from "../noun/other-forest.js";
import type { Task } from "../noun/task.js";
import { mailbox } from "../recipients/mailbox.js";
import { isMailEnabled, recipientIdentityProperties } from "../recipients/recipient-types.js";

/** Moves from and to other forests: nobody in these answers, so that each comes to the refusal that a real one would. */

const replication = "Microsoft.Exchange.MailboxReplicationService";
const httpsPort = 443;

const messages = {
  noEndpoint: message({
    text: (url: string, reason: string) =>
      `The call to '${url}' failed. Error details: There was no endpoint listening at ${url} that could accept the message. This is often caused by an incorrect address or SOAP action. See InnerException, if present, for more details. --> ${reason}.`,
    exception: `${replication}.RemoteTransientException`,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered; the reasons are .NET's",
  }),
  noProxy: message({
    text: (url: string) =>
      `The call to '${url}' failed. Error details: There was no endpoint listening at ${url} that could accept the message. --> The remote server returned an error: (404) Not Found.`,
    exception: `${replication}.RemoteTransientException`,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered: what is said while the proxy of the replication service is off",
  }),
  timedOut: message({
    text: (url: string) => `The call to '${url}' timed out.\nThe operation has timed out`,
    exception: `${replication}.RemoteTransientException`,
    category: "NotSpecified",
    hashes: { "Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest": "725EBC5" },
    certainty: "captured",
    evidence: "facts/captures.jsonl, new-moverequest.7",
  }),
  notMailUser: message({
    text: (name: string) =>
      `The target recipient '${name}' must be a mail-enabled user when the primary mailbox is moving cross forest.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    hashes: { "Microsoft.Exchange.Management.Migration.MailboxReplication.MoveRequest.NewMoveRequest": "202CD93F" },
    certainty: "captured",
    evidence: "facts/captures.jsonl, new-moverequest.3",
  }),
  localOnly: message({
    text: (parameter: string, name: string, called: string) =>
      `The parameter "${parameter}" is for moves between forests, and the ${called} "${name}" is within this one.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Set-MoveRequest), the text is not known",
  }),
} as const;

export const remoteParameters = [
  "Remote",
  "Outbound",
  "RemoteLegacy",
  "RemoteHostName",
  "RemoteGlobalCatalog",
] as const;
/** What is asked of the other forest once it answers. */
export const unreached = [
  "RemoteCredential",
  "RemoteOrganizationName",
  "RemoteTargetDatabase",
  "RemoteArchiveTargetDatabase",
  "TargetDeliveryDomain",
  "ArchiveDomain",
];

/** The failure of whoever asks another forest for its mailboxes: nobody answers the call. */
export function unanswered(task: Task, host: string): PowerShellError {
  const url = `https://${host}/EWS/mrsproxy.svc`;
  const contact = connectionsOf(task.cmdlet.context).connect(localServer(task), host, "HTTPS");
  if (contact.ok) return task.failure(messages.noProxy, [url]);
  switch (contact.failure) {
    case "NameNotResolved":
      return task.failure(messages.noEndpoint, [url, `The remote name could not be resolved: '${host}'`]);
    case "TimedOut":
      return task.failure(messages.timedOut, [url]);
    case "Refused": {
      const inner = socketFailure(contact.failure, contact.address, httpsPort).replace(/^\[[^\]]+\]: /, "");
      return task.failure(messages.noEndpoint, [url, `Unable to connect to the remote server --> ${inner}`]);
    }
  }
}

/**
 * Refuses a move between forests; does nothing for one within the organization.
 * @throws {PowerShellError} what the shell says when the other side does not answer
 */
export function refuseRemote(task: Task): void {
  const incoming = task.isOn("Remote") || task.isOn("RemoteLegacy");
  if (!incoming && !task.isOn("Outbound")) return;
  // A mailbox goes out, a mail user gets one from outside.
  if (incoming) {
    const query = { classes: ["User"], where: isMailEnabled, properties: recipientIdentityProperties };
    const user = task.resolve("Identity", query, (identity) => task.notFound(identity));
    if (mailbox.identity.where?.(user) === true) {
      throw task.failure(messages.notMailUser, [user.name], task.value("Identity"));
    }
  } else task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  if (task.isOn("RemoteLegacy")) throw task.failure(noSuchController, [task.text("RemoteGlobalCatalog") ?? ""]);
  throw unanswered(task, task.text("RemoteHostName") ?? "");
}

/** -RemoteHostName and its like of Set-MoveRequest: all moves here are within the organization. */
export function refuseRemoteSettings(task: Task, name: string, called = "move request"): void {
  const given = ["RemoteHostName", "RemoteGlobalCatalog", "RemoteCredential"].find((each) => task.has(each));
  if (given !== undefined) throw task.failure(messages.localOnly, [given, name, called]);
}
