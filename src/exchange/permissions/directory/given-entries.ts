import type { DirectoryObject } from "../../../topology/index.js";
import { toItems } from "../../../values/enumeration.js";
import { netText } from "../../../values/text.js";
import type { Value } from "../../../values/value.js";
import { message } from "../../noun/exchange-errors.js";
import { ExchangeObject } from "../../noun/exchange-object.js";
import { once } from "../../noun/once.js";
import type { Task } from "../../noun/task.js";
import { IdParameter } from "../../parameters/id-parameter.js";
import { schema } from "../../schema.js";
import { isPresent } from "../present.js";
import { principalFor } from "../security-principal.js";
import { hasAccessList } from "./access-list.js";
import type { DirectoryEntry } from "./directory-entry.js";
import { bitsOf, extendedRightNamed } from "./rights.js";

/** What the parameters of Add- and Remove-ADPermission mean. */

const messages = {
  objectNotFound: message({
    text: (identity: string) => `${identity} wasn't found. Please make sure you've typed it correctly.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered",
  }),
  noSuchRight: message({
    text: (right: string) => `The extended right "${right}" wasn't found. Make sure that you've typed it correctly.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  nothingGiven: message({
    text: () => "Specify what is to be allowed or denied: AccessRights or ExtendedRights.",
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

/** Whatever Active Directory has: named by its name, not by an alias (documented of the parameter). */
const anything = once(() => ({
  classes: schema.classes.flatMap(({ name }) => (hasAccessList(name) ? [name] : [])),
  indexes: ["name", "samAccountName"],
  owner: "ExchangeServer",
}));

/** The object whose list it is: of -Identity, or that of the entry that was handed over. */
export function objectGiven(task: Task): DirectoryObject {
  const instance = task.value("Instance");
  const notFound = (identity: string) => task.failure(messages.objectNotFound, [identity]);
  if (instance instanceof ExchangeObject && !task.has("Identity")) {
    const { guid, name } = instance.source.object;
    return task.single(task.find(guid, anything()), name, notFound);
  }
  return task.resolve("Identity", anything(), notFound);
}

/** The entries that the parameters mean, or the entry that was handed over: one for each right, property or class. */
export function entriesGiven(task: Task): readonly DirectoryEntry[] {
  const { context } = task.cmdlet;
  const instance = task.value("Instance");
  const of = (name: string): Value =>
    task.has(name) || !(instance instanceof ExchangeObject)
      ? task.value(name)
      : (instance.source.live?.get(name) ?? null);
  const texts = (name: string): readonly string[] =>
    toItems(of(name)).map((each) => (each instanceof IdParameter ? each.text : netText(context, each)));
  const [onto = null] = texts("InheritedObjectType");
  const shared = {
    principal: principalFor(task, of("User")),
    deny: task.has("Deny") ? task.isOn("Deny") : isPresent(of("Deny")),
    inheritance: netText(context, of("InheritanceType")) || "All",
    onto,
  };
  const rights = texts("AccessRights").flatMap((text) => text.split(",").map((name) => name.trim()));
  const extended = texts("ExtendedRights").map((text) => {
    const right = extendedRightNamed(text);
    if (right === undefined) throw task.failure(messages.noSuchRight, [text]);
    return { ...shared, bits: bitsOf(["ExtendedRight"]), about: right };
  });
  const others = rights.filter((name) => extended.length === 0 || name !== "ExtendedRight");
  const abouts = [...texts("Properties"), ...texts("ChildObjectTypes")];
  const bits = bitsOf(others);
  if (bits === 0n && extended.length === 0) throw task.failure(messages.nothingGiven, []);
  const plain = abouts.length === 0 ? [null] : abouts;
  return [...(bits === 0n ? [] : plain.map((about) => ({ ...shared, bits, about }))), ...extended];
}
