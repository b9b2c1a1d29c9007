import type { DirectoryObject, PropertyValue } from "../../topology/index.js";
import { isList } from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { toText } from "../../values/text.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import type { Filter } from "../noun/get-verb.js";
import { columnsOf, type Noun } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { addressesIn } from "./addresses.js";
import { anyPrincipal, attributeOf, recipientTypeOf, textOf, typeDetailsOf } from "./recipient-types.js";

/** What the Get cmdlets of all recipients narrow by. */

const fields = ["DisplayName", "FirstName", "LastName", "Alias", "SamAccountName", "LegacyExchangeDN"];

/**
 * Ambiguous name resolution, as the directory does it: what a name or an address begins with. Two words are also looked
 * for as the beginnings of first and last name, in either order. An asterisk at the edge changes nothing.
 */
export const byAnr =
  (parameter: "Anr" | "ANR") =>
  (task: Task): Filter => {
    const wanted = (task.text(parameter) ?? "").toLowerCase().replace(/^\*+|\*+$/g, "");
    const words = wanted.split(" ").filter((word) => word !== "");
    const [one = "", two = ""] = words.length === 2 ? words : [];
    return { keep: (object) => begins(object, wanted) || (two !== "" && hasBothNames(object, one, two)) };
  };

function begins(object: DirectoryObject, wanted: string): boolean {
  const starts = (text: string): boolean => text.toLowerCase().startsWith(wanted);
  if (starts(object.name) || fields.some((field) => starts(textOf(object, field)))) return true;
  return addressesIn(object).some((address) => starts(address.slice(address.indexOf(":") + 1)));
}

function hasBothNames(object: DirectoryObject, one: string, two: string): boolean {
  const first = textOf(object, "FirstName").toLowerCase();
  const last = textOf(object, "LastName").toLowerCase();
  return (first.startsWith(one) && last.startsWith(two)) || (first.startsWith(two) && last.startsWith(one));
}

function wantedIn(task: Task, parameter: string): ReadonlySet<string> {
  return new Set(toItems(task.value(parameter)).map((item) => toText(task.cmdlet.context, item).toLowerCase()));
}

/** -RecipientTypeDetails. */
export function ofKinds(task: Task): Filter {
  const wanted = wantedIn(task, "RecipientTypeDetails");
  return { keep: (object) => wanted.has(typeDetailsOf(object).toLowerCase()) };
}

/** -RecipientType. */
export function ofTypes(task: Task): Filter {
  const wanted = wantedIn(task, "RecipientType");
  return { keep: (object) => wanted.has(recipientTypeOf(object).toLowerCase()) };
}

/** -ManagedBy: groups that somebody manages. */
export function managedBy(task: Task): Filter {
  const manager = task.resolve("ManagedBy", anyPrincipal, (identity) =>
    task.failure(exchangeMessages.parameterObjectNotFound, [identity]),
  );
  const leadsThere = (value: PropertyValue): boolean =>
    typeof value === "object" && value !== null && "guid" in value && value.guid === manager.guid;
  return {
    keep: (group) => {
      const managers = attributeOf(group, "ManagedBy");
      return isList(managers) ? managers.some(leadsThere) : leadsThere(managers);
    },
  };
}

/**
 * What becomes of an object that mail can no longer go to: all that its noun keeps, but for what is the object's own.
 * @param plain the noun of such objects without mail
 */
export function withoutMail(noun: Noun, plain: Noun): Record<string, PropertyValue> {
  const kept = new Set(columnsOf(plain.properties).map(({ attribute }) => attribute));
  const columns = columnsOf(noun.properties).filter(({ attribute }) => !kept.has(attribute));
  return Object.fromEntries(columns.map((column) => [column.attribute, column.default]));
}
