import { type DirectoryObject, getProperty, listObjects, type ObjectChange, valuesOf } from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { typeDetailsOf } from "./recipient-types.js";

const messages = {
  notDefined: message({
    text: (property: string, kind: string) =>
      `The resource property "${property}" isn't valid for this mailbox: the resource configuration has no "${kind}/${property}". Add it with Set-ResourceConfig -ResourcePropertySchema.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.TaskInvalidOperationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "the rule is documented (Set-Mailbox -ResourceCustom, Set-ResourceConfig), the text is not known",
  }),
  noResource: message({
    text: (mailbox: string) => `The mailbox "${mailbox}" isn't a resource mailbox and can't have resource properties.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.TaskInvalidOperationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "the rule is documented (Set-Mailbox -ResourceCustom), the text is not known",
  }),
} as const;

const kinds: Readonly<Record<string, string>> = {
  RoomMailbox: "Room",
  LinkedRoomMailbox: "Room",
  EquipmentMailbox: "Equipment",
};

/** Holds -ResourceCustom to what Set-ResourceConfig has defined for rooms or for equipment. */
export function checkResourceProperties(task: Task, object: DirectoryObject, { properties = {} }: ObjectChange): void {
  const wanted = valuesOf(properties.ResourceCustom ?? null).map(String);
  if (wanted.length === 0) return;
  const kind = kinds[String(properties.RecipientTypeDetails ?? typeDetailsOf(object))];
  if (kind === undefined) throw task.failure(messages.noResource, [object.name], task.id(object));
  const [config] = listObjects(task.topology, "ResourceConfig");
  const defined = valuesOf(config === undefined ? null : getProperty(schema, config, "ResourcePropertySchema"));
  const known = new Set(defined.map((each) => String(each).toLowerCase()));
  const missing = wanted.find((name) => !known.has(`${kind}/${name}`.toLowerCase()));
  if (missing !== undefined) throw task.failure(messages.notDefined, [missing, kind], task.id(object));
}
