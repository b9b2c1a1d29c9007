import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import { type Setter, setVerb, valueAfter } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { checkQuotaOrder } from "../recipients/quota-order.js";
import { schema } from "../schema.js";
import { hasRole } from "../servers/roles.js";
import { copiesOf, linked } from "./copies.js";
import { mailboxDatabase } from "./mailbox-database.js";

const accessServerQuery = {
  classes: ["ClientAccessArray", "ExchangeServer"],
  indexes: ["name", "fqdn", "legacyDN"],
  where: (object: DirectoryObject) => object.class === "ClientAccessArray" || hasRole(object, "ClientAccess"),
};

/** Stores the FQDN of the array or server, as text: it does not follow when that changes. */
const rpcClientAccessServer: Setter = (task) => {
  const found = task.resolve("RpcClientAccessServer", accessServerQuery, (identity) =>
    task.parameterNotFound(identity),
  );
  return { properties: { RpcClientAccessServer: getProperty(schema, found, "Fqdn") } };
};

const restartForLogging = sentence({
  text: (server: string, database: string) =>
    `You need to restart the Microsoft Exchange Information Store service on server "${server}", or dismount and mount the database "${database}", for the change of circular logging to take effect.`,
  certainty: "unknown",
  evidence: "facts/nouns.json, Set-MailboxDatabase: the rule from memory, the text is not known",
});

/** The store of a database without other copies reads how it is to log when it mounts it. */
function warnOfLogging(task: Task, database: DirectoryObject): void {
  if (!changed.has(task)) return;
  const server = linked(task.topology, getProperty(schema, database, "Server"));
  if (server !== null) task.cmdlet.writeWarning(restartForLogging.text(server.name, database.name));
}

/** The tasks that change how a mounted database without other copies logs. */
const changed = new WeakSet<Task>();

export const setMailboxDatabase = setVerb(mailboxDatabase, {
  taskClass: "SystemConfigurationTasks.SetMailboxDatabase",
  setters: { RpcClientAccessServer: rpcClientAccessServer },
  check: (task, database, change) => {
    checkQuotaOrder(task, database, change);
    const isChanged =
      valueAfter(database, change.properties ?? {}, "CircularLoggingEnabled") !==
      getProperty(schema, database, "CircularLoggingEnabled");
    const isAlone = copiesOf(task.topology, database).length < 2;
    if (isChanged && isAlone && getProperty(schema, database, "Mounted") === true) changed.add(task);
  },
  after: warnOfLogging,
  sentence: sentence({
    text: (name: string) => `Setting mailbox database "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
});
