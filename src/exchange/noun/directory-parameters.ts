import { findByDistinguishedName, findByIndex, listObjects } from "../../topology/index.js";
import { PSCredential } from "../../values/types/security-types.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { domainNameOf } from "../permissions/account-names.js";
import { controllerNamed } from "./domain-controllers.js";
import { message } from "./exchange-errors.js";
import { noSuchController } from "./other-forest.js";
import type { Task } from "./task.js";

/**
 * The parameters that say how the directory is asked, the same for every cmdlet: -DomainController, -Credential and
 * -IgnoreDefaultScope. What they say wrongly is found out before the cmdlet does anything.
 */

const rule = "the rule is documented (-IgnoreDefaultScope), the text is not known";
const messages = {
  notTogether: message({
    text: (parameter: string) => `The parameters -IgnoreDefaultScope and -${parameter} can't be used together.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: rule,
  }),
  distinguishedNameOnly: message({
    text: (identity: string) =>
      `With -IgnoreDefaultScope an object is named by its distinguished name only: "${identity}" is none.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: rule,
  }),
  badCredential: message({
    text: (user: string) => `The supplied credential for '${user}' is invalid.`,
    exception: "Microsoft.Exchange.Data.Directory.ADInvalidCredentialException",
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered; category from memory",
  }),
} as const;

const outsideScope = ["DomainController", "Credential"];

/** Holds what a cmdlet was told of the directory to be possible. @throws the cmdlet's failure */
export function checkDirectoryParameters(task: Task): void {
  if (task.isOn("IgnoreDefaultScope")) checkWholeForest(task);
  const controller = task.has("DomainController") ? task.text("DomainController") : null;
  if (controller !== null && controllerNamed(task.topology, controller) === null)
    throw task.failure(noSuchController, [controller]);
  const credential = task.value("Credential");
  if (credential instanceof PSCredential && !isAccount(task, credential.userName))
    throw task.failure(messages.badCredential, [credential.userName]);
}

function checkWholeForest(task: Task): void {
  const other = outsideScope.find((parameter) => task.has(parameter));
  if (other !== undefined) throw task.failure(messages.notTogether, [other]);
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return;
  if (task.has("OrganizationalUnit")) throw task.failure(messages.notTogether, ["OrganizationalUnit"]);
  // An object that comes through the pipeline knows its distinguished name.
  const isKnown = identity.guid !== null || findByDistinguishedName(task.topology, identity.text) !== null;
  if (!isKnown && !/^(?:CN|OU|DC)=/i.test(identity.text))
    throw task.failure(messages.distinguishedNameOnly, [identity.text]);
}

/** Whether somebody has this name: `CONTOSO\anna`, `anna@contoso.com`, `anna`. Passwords are known to nobody here. */
function isAccount(task: Task, name: string): boolean {
  const [, domain, account = name] = /^([^\\]*)\\(.*)$/.exec(name) ?? [];
  const domains = listObjects(task.topology, "Domain");
  const isHere = (wanted: string): boolean =>
    domains.some((each) =>
      [each.name, domainNameOf(task.topology, each)].some((known) => known.toLowerCase() === wanted.toLowerCase()),
    );
  if (domain !== undefined && !isHere(domain)) return false;
  // Every domain has him, whether or not he stands in the picture.
  const [plain = account, suffix] = account.split("@");
  if (plain.toLowerCase() === "administrator" && (suffix === undefined || isHere(suffix))) return true;
  return ["samAccountName", "userPrincipalName"].some(
    (index) => findByIndex(task.topology, "User", index, account).length > 0,
  );
}
