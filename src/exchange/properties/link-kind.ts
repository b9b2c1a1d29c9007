import {
  type DirectoryObject,
  followReference,
  type IdentityQuery,
  isReference,
  type PropertyValue,
  reference,
} from "../../topology/index.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { Source } from "../noun/source.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { ADObjectId, type ADObjectIdText } from "../types/ad-object-id.js";
import type { Kind, Setting } from "./kind.js";

export interface LinkOptions {
  /** How the link prints: by name (the default), or by its place in the directory, as recipients and sites do. */
  readonly prints?: ADObjectIdText;
  /** How the parameter finds the object, where its class alone does not say enough. */
  readonly query?: IdentityQuery;
}

/** A link to an object of a class, which the parameter names by any of its identities. */
export function linkKind(className: string | readonly string[], options: LinkOptions = {}): Kind {
  const query = options.query ?? { classes: [className].flat() };
  return {
    name: `link to ${query.classes.join(" or ")}`,
    typeName: "Microsoft.Exchange.Data.Directory.ADObjectId",
    holds: "reference",
    classes: query.classes,
    show: (stored, source) => shownLink(stored, source, options.prints ?? "name"),
    take: (given, setting) => (given === null ? null : reference(linkTarget(given, query, setting).guid)),
  };
}

/** A link that leads nowhere shows nothing. */
function shownLink(stored: PropertyValue, { topology }: Source, form: ADObjectIdText): Value {
  const target = isReference(stored) ? followReference(topology, stored) : null;
  return target?.state === "live" ? new ADObjectId(topology, target.object, form) : null;
}

/** The one object that a parameter's value means: an identity, or text in a list. */
function linkTarget(given: Value, query: IdentityQuery, { task, parameter }: Setting): DirectoryObject {
  if (given instanceof IdParameter && given === task.value(parameter))
    return task.resolve(parameter, query, (identity) => task.targetNotFound(identity, query));
  if (given instanceof IdParameter) {
    const found = task.matches(given, query);
    return task.single(found, given.text, (identity) => task.targetNotFound(identity, query));
  }
  const text = toText(task.cmdlet.context, given);
  return task.single(task.find(text, query), text, (identity) => task.targetNotFound(identity, query));
}
