import { type DirectoryObject, pathOf } from "../../topology/index.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import type { Noun } from "../noun/noun.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { IdParameter, idParameterType } from "../parameters/id-parameter.js";
import { ADObjectId, type ADObjectIdText, serverAbove } from "../types/ad-object-id.js";
import { principalText } from "./security-principal.js";

/** Writes one entry of an object's access list: an object of its own, whose values are its own too. */
export function writeRow(
  task: Task,
  noun: Noun,
  object: DirectoryObject,
  values: Readonly<Record<string, Value>>,
): void {
  task.cmdlet.writeObject(noun.present({ ...task.source(object), live: new Map(Object.entries(values)) }));
}

/** How entries name their object: by its place in the domain, or by its name in the configuration. */
const formOf = ({ topology, object }: Source): ADObjectIdText => {
  if (pathOf(topology, object).every((step) => step.class !== "Configuration")) return "canonical";
  return object.class !== "ExchangeServer" && serverAbove(topology, object) !== null ? "server" : "name";
};

/** The object that an entry is of, of whatever class (facts/captures.jsonl: add-adpermission.1, .2). */
export const placeIdentity: ExchangeProperty = {
  name: "Identity",
  type: "Microsoft.Exchange.Data.ObjectId",
  read: (source) => new ADObjectId(source.topology, source.object, formOf(source)),
};

/** A principal as permissions show it: `CONTOSO\alan.reid`. */
export function shownPrincipal(task: Task, principal: string): Value {
  const type = typeNamed(idParameterType("SecurityPrincipalIdParameter"));
  return new IdParameter(type, principalText(task.topology, principal), null);
}
