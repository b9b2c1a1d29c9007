import { type DirectoryObject, getObject } from "../../topology/index.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { resolveServer, serverQuery } from "../servers/resolve-server.js";
import { hasRole } from "../servers/roles.js";
import { Courier } from "./mail-flow/courier.js";
import { dispatch } from "./mail-flow/dispatch.js";
import { mailOf } from "./mail-flow/mail.js";
import { enqueue, messagesOf, queuesOf, submissionOf } from "./mail-flow/queues.js";

/** Redirect-Message, since 2013: what waits on a server goes to others, before it is taken out of service. */

const redirecting = sentence({
  text: (from: string, to: string) => `Redirecting the messages on server "${from}" to "${to}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const sameServer = message({
  text: (server: string) => `The messages of server "${server}" can't be redirected to itself.`,
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

/** The servers that -Target names. */
function targets(task: Task): readonly DirectoryObject[] {
  const query = { ...serverQuery, where: (server: DirectoryObject) => hasRole(server, "HubTransport") };
  const given = task.value("Target");
  const names = given instanceof MultiValuedChange ? given.applyTo([]) : [];
  return names.map((name) => task.single(task.find(name, query), name, (identity) => task.parameterNotFound(identity)));
}

function redirect(task: Task): void {
  const server = resolveServer(task, "Server", "HubTransport");
  const others = targets(task);
  if (others.some(({ guid }) => guid === server.guid)) throw task.failure(sameServer, [server.name]);
  task.requireWrite(server);
  if (!task.shouldProcess(redirecting.text(server.name, others.map(({ name }) => name).join(", ")))) return;
  const courier = new Courier(task.topology, task.cmdlet.context);
  const waiting = queuesOf(courier.topology, server).flatMap((queue) => messagesOf(courier.topology, queue));
  for (const [index, each] of waiting.entries()) {
    const target = others[index % others.length];
    if (target === undefined) break;
    const mail = mailOf(each);
    courier.remove(each);
    courier.track(server, mail, { id: "REDIRECT", source: "QUEUE", serverName: target.name });
    // It is routed anew from there.
    enqueue(courier, submissionOf(courier, target), { ...mail, resolved: false });
  }
  for (const target of others) {
    const now = getObject(courier.topology, target.guid);
    if (now !== null) dispatch(courier, submissionOf(courier, now));
  }
  task.commit(courier.topology);
}

export const redirectMessages: VerbBehaviour = {
  taskClass: "QueueViewerTasks.RedirectMessage",
  emulated: ["Server", "Target"],
  accepted: [],
  confirms: true,
  process: redirect,
};
