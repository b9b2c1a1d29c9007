import { notEmulated } from "../../runtime/errors.js";
import {
  type DirectoryObject,
  findByDistinguishedName,
  getObject,
  type NewObject,
  type PropertyValue,
  parseGuid,
  reference,
} from "../../topology/index.js";
import { PSArray, PSDictionary } from "../../values/collections.js";
import { DateTime } from "../../values/date-time.js";
import { toItems } from "../../values/enumeration.js";
import { integerOf } from "../../values/numeric.js";
import { toText } from "../../values/text.js";
import { baseOf, type Value } from "../../values/value.js";
import { accountControlFlag } from "./account-control.js";
import type { Attribute, StoredAttribute } from "./attribute-kinds.js";
import { attributesOf } from "./attributes.js";
import type { DirectoryTask } from "./directory-task.js";
import { ADEntity } from "./entity.js";
import { kept, keptText } from "./entry.js";
import { directoryFailures } from "./failures.js";
import { universalTicks } from "./filter.js";
import { entityKinds, objectOf } from "./kinds.js";

type Changes = Record<string, PropertyValue>;
/** What is changed: an object, or one that is going to be made. */
export type Changed = DirectoryObject | (NewObject & { readonly properties: Changes });

const isEmpty = (value: Value): boolean => value === null || value === "";

/** A value as an attribute keeps it. */
function valueFor(task: DirectoryTask, { kind }: StoredAttribute, value: Value): PropertyValue {
  const base = baseOf(value);
  const { context } = task.cmdlet;
  switch (kind) {
    case "text":
      return isEmpty(base) ? null : toText(context, value);
    case "texts":
      return toItems(value).flatMap((item) => (isEmpty(item) ? [] : [toText(context, item)]));
    case "bool":
      return typeof base === "boolean" ? base : toText(context, value).toLowerCase() === "true";
    case "time":
      return base instanceof DateTime ? universalTicks(context, base) : null;
    case "link":
    case "links": {
      const target = isEmpty(base) ? null : reference(principalOf(task, value).guid);
      if (kind === "link") return target;
      return target === null ? [] : [target];
    }
  }
}

/** The object that a value of a link names. */
function principalOf(task: DirectoryTask, value: Value): DirectoryObject {
  const base = baseOf(value);
  if (base instanceof ADEntity)
    return objectOf(task, base.guid === null ? entityKinds.principal : entityKinds.object, base);
  const text = toText(task.cmdlet.context, value);
  const guid = parseGuid(text);
  const found = guid === null ? findByDistinguishedName(task.topology, text) : getObject(task.topology, guid);
  if (found === null) throw task.failure(directoryFailures.notFound, [text, task.dn(task.domain)]);
  return found;
}

/** Sets an attribute by either of its names. */
export function assigned(task: DirectoryTask, object: Changed, name: string, value: Value): Changes {
  const attribute = attributesOf(object.class).get(name.toLowerCase());
  const special = specialAttribute(task, object, name.toLowerCase(), value);
  if (special !== null) return special;
  if (attribute === undefined) throw task.failure(directoryFailures.badAttribute, [name]);
  const { stored } = attribute;
  if (stored === undefined) throw readOnly(name);
  return { [stored.property]: valueFor(task, stored, value) };
}

const readOnly = (name: string) =>
  notEmulated(`writing the attribute ${name}`, "Use the cmdlet that is made for it, of the module or of Exchange.");

/** Attributes behind which more than one thing stands. */
function specialAttribute(task: DirectoryTask, object: Changed, name: string, value: Value): Changes | null {
  switch (name) {
    case "mail":
    case "emailaddress":
      // Exchange writes it of whatever mail can go to: from the primary address.
      if (typeof object.properties.Alias === "string") throw readOnly(name);
      return { Mail: isEmpty(value) ? null : toText(task.cmdlet.context, value) };
    case "enabled":
      return { AccountDisabled: baseOf(value) !== true };
    case "useraccountcontrol":
      return controlChanges(Number(integerOf(baseOf(value)) ?? toText(task.cmdlet.context, value)));
    case "changepasswordatlogon":
      return { ResetPasswordOnNextLogon: baseOf(value) === true };
    case "pwdlastset":
      return toText(task.cmdlet.context, value) === "0"
        ? { ResetPasswordOnNextLogon: true }
        : { ResetPasswordOnNextLogon: false, PasswordLastSet: task.topology.clock };
    default:
      return null;
  }
}

const disabledBit = 2;
function controlChanges(bits: number): Changes {
  const flags = Object.values(accountControlFlag).map(({ property, bit }) => [property, (bits & bit) !== 0] as const);
  return { ...Object.fromEntries(flags), AccountDisabled: (bits & disabledBit) !== 0 };
}

/** The pairs of a hashtable: attributes by the directory's names. */
export function pairsOf(task: DirectoryTask, parameter: string): readonly (readonly [name: string, value: Value])[] {
  const table = baseOf(task.value(parameter));
  if (!(table instanceof PSDictionary)) return [];
  return Array.from(table.entries(), ({ key, value }) => [toText(task.cmdlet.context, key), value] as const);
}

/** What -Remove, -Add, -Replace and -Clear change, in this order, as the module does them. */
export function tableChanges(task: DirectoryTask, object: DirectoryObject): Changes {
  let now: DirectoryObject = object;
  const apply = (changes: Changes): void => {
    now = { ...now, properties: { ...now.properties, ...changes } as DirectoryObject["properties"] };
  };
  for (const [name, value] of pairsOf(task, "Remove")) apply(withoutValues(task, now, name, value));
  for (const [name, value] of pairsOf(task, "Add")) apply(withValues(task, now, name, value));
  for (const [name, value] of pairsOf(task, "Replace")) apply(assigned(task, now, name, single(value)));
  const cleared = task.value("Clear");
  if (cleared instanceof PSArray)
    for (const item of cleared.items) apply(assigned(task, now, toText(task.cmdlet.context, item), null));
  const changed = Object.entries(now.properties).filter(([name, value]) => object.properties[name] !== value);
  return Object.fromEntries(changed);
}

/** A list of one value is that value. */
const single = (value: Value): Value => {
  const items = toItems(value);
  return items.length === 1 ? (items[0] ?? null) : value;
};

function listOf(task: DirectoryTask, object: DirectoryObject, attribute: Attribute): readonly PropertyValue[] {
  const value = attribute.stored === undefined ? null : kept(task.entry(object), attribute.stored.property);
  return Array.isArray(value) ? value : value === null ? [] : [value];
}

/** The attribute behind a name in -Add and -Remove, which have to be lists to hold more than one value. */
function listed(task: DirectoryTask, object: DirectoryObject, name: string): Attribute & { stored: StoredAttribute } {
  const attribute = attributesOf(object.class).get(name.toLowerCase());
  if (attribute === undefined) throw task.failure(directoryFailures.badAttribute, [name]);
  if (attribute.stored === undefined) throw readOnly(name);
  return { ...attribute, stored: attribute.stored };
}

function withValues(task: DirectoryTask, object: DirectoryObject, name: string, value: Value): Changes {
  const attribute = listed(task, object, name);
  if (attribute.stored.kind !== "texts") return assigned(task, object, name, single(value));
  const added = valueFor(task, attribute.stored, value);
  return { [attribute.stored.property]: [...listOf(task, object, attribute), ...(Array.isArray(added) ? added : [])] };
}

function withoutValues(task: DirectoryTask, object: DirectoryObject, name: string, value: Value): Changes {
  const attribute = listed(task, object, name);
  const { stored } = attribute;
  const gone = toItems(value).map((item) => toText(task.cmdlet.context, item).toLowerCase());
  if (stored.kind !== "texts") {
    const own = keptText(task.entry(object), stored.property).toLowerCase();
    if (!gone.includes(own)) throw task.failure(directoryFailures.badAttribute, [name]);
    return { [stored.property]: null };
  }
  const left = listOf(task, object, attribute).filter((item) => !gone.includes(String(item).toLowerCase()));
  return { [stored.property]: left };
}
