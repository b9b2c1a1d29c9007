import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import { checkQuotaOrder } from "../recipients/quota-order.js";
import { schema } from "../schema.js";
import { hasRole } from "../servers/roles.js";
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

export const setMailboxDatabase = setVerb(mailboxDatabase, {
  taskClass: "SystemConfigurationTasks.SetMailboxDatabase",
  setters: { RpcClientAccessServer: rpcClientAccessServer },
  check: checkQuotaOrder,
  sentence: sentence({
    text: (name: string) => `Setting mailbox database "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
});
