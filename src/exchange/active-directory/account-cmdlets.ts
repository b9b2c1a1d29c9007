import type { CmdletInfo } from "../../runtime/commands.js";
import { type PropertyValue, updateObject } from "../../topology/index.js";
import { schema } from "../schema.js";
import { type DirectoryTask, directoryCmdlet } from "./directory-task.js";
import { kept } from "./entry.js";
import { directoryFailures } from "./failures.js";
import { writeEntity } from "./get-cmdlets.js";
import { entityKinds, identityOf } from "./kinds.js";
import { setPassword } from "./passwords.js";
import { identityParameter } from "./set-cmdlets.js";

const { account } = entityKinds;

/** A cmdlet that changes one thing of an account. */
function accountCmdlet(
  verb: string,
  what: string,
  changes: (task: DirectoryTask, object: ReturnType<typeof identityOf>) => Record<string, PropertyValue>,
): CmdletInfo {
  return directoryCmdlet({
    name: `${verb}-ADAccount`,
    synopsis: what,
    confirms: "Medium",
    parameters: { ...identityParameter(account), PassThru: { type: "switch" } },
    process: (task) => {
      const object = identityOf(task, account);
      const properties = changes(task, object);
      if (!task.cmdlet.shouldProcess(task.dn(object), "Set")) return;
      const written = task.written(updateObject(schema, task.topology, object.guid, { properties }));
      if (task.isOn("PassThru")) writeEntity(task, account, written, account.properties);
    },
  });
}

/** An account that was made without a password can't be turned on. */
function enable(task: DirectoryTask, object: ReturnType<typeof identityOf>): Record<string, PropertyValue> {
  const needsOne = kept(task.entry(object), "PasswordNotRequired") !== true;
  if (object.properties.HasNoPassword === true && needsOne) throw task.failure(directoryFailures.badPassword, []);
  return { AccountDisabled: false };
}

const setAccountPassword = directoryCmdlet({
  name: "Set-ADAccountPassword",
  synopsis: "Gives an account another password.",
  confirms: "Medium",
  parameters: {
    ...identityParameter(account),
    NewPassword: { type: "securestring" },
    OldPassword: { type: "securestring" },
    Reset: { type: "switch" },
    PassThru: { type: "switch" },
  },
  process: (task) => {
    const object = identityOf(task, account);
    if (!task.cmdlet.shouldProcess(task.dn(object), "Set-ADAccountPassword")) return;
    // Passwords are not kept, so that an old one can't be compared: whoever says one is believed.
    if (!task.isOn("Reset") && !task.has("OldPassword")) throw task.failure(directoryFailures.wrongPassword, []);
    setPassword(task, object, task.value("NewPassword"), task.value("Identity"));
    if (task.isOn("PassThru")) writeEntity(task, account, object, account.properties);
  },
});

export const accountCmdlets: readonly CmdletInfo[] = [
  accountCmdlet("Enable", "Turns an account on.", enable),
  accountCmdlet("Disable", "Turns an account off.", () => ({ AccountDisabled: true })),
  accountCmdlet("Unlock", "Unlocks an account; none is ever locked here.", () => ({})),
  setAccountPassword,
];
