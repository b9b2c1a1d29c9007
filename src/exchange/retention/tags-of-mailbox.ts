import {
  type DirectoryObject,
  followReference,
  getProperty,
  isReference,
  reference,
  type Topology,
  valuesOf,
} from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { mailbox } from "../recipients/mailbox.js";
import { declareInDirectory, schema } from "../schema.js";

/** The retention tags of a mailbox: those of its policy, and the personal ones that its owner has chosen beside them. */

const attribute = "OptionalRetentionTags";
declareInDirectory({
  noun: "the retention tags that people choose",
  extension: { name: "User", properties: { [attribute]: { holds: "reference", many: true } } },
});

const notPersonal = message({
  text: (name: string) => `The retention policy tag "${name}" isn't a personal tag; nobody can choose it.`,
  exception: "System.InvalidOperationException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "the rule is documented (Set-RetentionPolicyTag -OptionalInMailbox), the text is not known",
});
const choosing = sentence({
  text: (name: string) => `Setting the optional retention policy tags of mailbox "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

function followed(topology: Topology, object: DirectoryObject, property: string): readonly DirectoryObject[] {
  return valuesOf(getProperty(schema, object, property)).flatMap((link) => {
    const target = isReference(link) ? followReference(topology, link) : null;
    return target?.state === "live" ? [target.object] : [];
  });
}

const userGiven = (task: Task): DirectoryObject =>
  task.resolve("Mailbox", mailbox.identity, (identity) => task.parameterNotFound(identity));

/** Get-RetentionPolicyTag -Mailbox. */
export function tagsOfMailbox(task: Task, optionalOnly: boolean): readonly DirectoryObject[] {
  const user = userGiven(task);
  const { topology } = task;
  const optional = followed(topology, user, attribute);
  if (optionalOnly) return optional;
  const ofPolicy = followed(topology, user, "RetentionPolicy").flatMap((policy) =>
    followed(topology, policy, "RetentionPolicyTagLinks"),
  );
  return [...new Map([...ofPolicy, ...optional].map((tag) => [tag.guid, tag])).values()];
}

/** Set-RetentionPolicyTag -Mailbox -OptionalInMailbox: these tags and no others; `$null`: none. */
export function setOptionalTags(task: Task): void {
  const user = userGiven(task);
  const tags = toItems(task.value("OptionalInMailbox")).flatMap((given) => {
    if (!(given instanceof IdParameter)) return [];
    const found = task.matches(given, { classes: ["RetentionPolicyTag"] });
    return [task.single(found, given.text, (identity) => task.parameterNotFound(identity))];
  });
  for (const tag of tags)
    if (getProperty(schema, tag, "Type") !== "Personal") throw task.failure(notPersonal, [tag.name], task.id(tag));
  task.requireWrite(user);
  if (!task.shouldProcess(choosing.text(user.name))) return;
  change(task, user, { properties: { [attribute]: tags.map(({ guid }) => reference(guid)) } });
}
