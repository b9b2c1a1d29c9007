import {
  type DirectoryObject,
  findByName,
  getProperty,
  isList,
  listObjects,
  type Topology,
} from "../../topology/index.js";
import type { ValueContext } from "../../values/value-context.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { defaultDomain } from "../transport/accepted-domain.js";
import { freeAddress } from "./addresses.js";
import { recipientTest } from "./filters/stored-filter.js";
import { textOf } from "./recipient-types.js";

/** What address policies make of a recipient: `%g.%s@contoso.com` of Alan Reid is Alan.Reid@contoso.com. */

export const policyClass = "EmailAddressPolicy";

const numberOf = (policy: DirectoryObject): number => {
  const priority = getProperty(schema, policy, "Priority");
  return typeof priority === "number" ? priority : Number.POSITIVE_INFINITY;
};

/** The policies in the order in which they are tried; the default one is the last. */
export function policiesInOrder(topology: Topology): readonly DirectoryObject[] {
  return listObjects(topology, policyClass).sort((a, b) => numberOf(a) - numberOf(b));
}

/** The policy that makes a recipient's addresses: the first whose filter it fits. */
export function policyFor(
  context: ValueContext,
  topology: Topology,
  recipient: DirectoryObject,
): DirectoryObject | undefined {
  return policiesInOrder(topology).find((policy) => recipientTest(context, topology, policy)(recipient));
}

/** The templates of a policy with their prefixes; without a policy, the alias in the default domain. */
function templatesFor(task: Task, recipient: DirectoryObject): readonly string[] {
  const policy = policyFor(task.cmdlet.context, task.topology, recipient);
  const templates = policy === undefined ? [] : getProperty(schema, policy, "EnabledEmailAddressTemplates");
  if (isList(templates) && templates.length > 0) return templates.map(String);
  return [`SMTP:@${defaultDomain(task.topology) ?? ""}`];
}

/** An address that a policy wants, before anyone asks whether it is free. */
interface Wanted {
  readonly prefix: string;
  readonly local: string;
  readonly domain: string;
}

function wantedBy(task: Task, recipient: DirectoryObject): readonly Wanted[] {
  const wanted = templatesFor(task, recipient).flatMap((template): Wanted[] => {
    const colon = template.indexOf(":");
    const at = template.lastIndexOf("@");
    const prefix = template.slice(0, colon);
    if (prefix.toLowerCase() !== "smtp" || at < 0) return [];
    const local = expanded(template.slice(colon + 1, at), recipient);
    return local === "" ? [] : [{ prefix, local, domain: template.slice(at + 1) }];
  });
  return wanted;
}

/**
 * The addresses that the policies make for a recipient, each free of others, with their prefixes.
 * @param self the recipient itself where it exists, whose own addresses are no obstacle
 */
export function policyAddresses(
  task: Task,
  recipient: DirectoryObject,
  self: DirectoryObject | null,
): readonly string[] {
  return wantedBy(task, recipient).map(
    ({ prefix, local, domain }) => `${prefix}:${freeAddress(task, local, domain, self)}`,
  );
}

/** Whether a change of a recipient makes the policies want other addresses. */
export function wantsOtherAddresses(task: Task, before: DirectoryObject, after: DirectoryObject): boolean {
  const text = (recipient: DirectoryObject): string =>
    wantedBy(task, recipient)
      .map(({ prefix, local, domain }) => `${prefix}:${local}@${domain}`)
      .join("\n");
  return text(before) !== text(after);
}

/** What `%` and a letter stand for; a number between them keeps so many characters. */
const variables: Readonly<Partial<Record<string, string>>> = {
  m: "Alias",
  g: "FirstName",
  i: "Initials",
  s: "LastName",
  d: "DisplayName",
};

/** The local part of a template; an empty one stands for the alias. Characters that no address may have go. */
function expanded(template: string, recipient: DirectoryObject): string {
  const replacements: (readonly [from: string, to: string])[] = [];
  let local = "";
  for (let at = 0; at < template.length; at++) {
    const variable = template[at] === "%" ? /^%(?:(\d*)([mgisd])|r(.)(.))/i.exec(template.slice(at, at + 8)) : null;
    if (variable === null) {
      local += template[at] ?? "";
      continue;
    }
    at += variable[0].length - 1;
    const [, count = "", letter = "", from, to] = variable;
    if (from !== undefined && to !== undefined) {
      // %rxy: x becomes y in what follows, and goes where both are the same.
      replacements.push([from, from === to ? "" : to]);
      continue;
    }
    const value = usable(textOf(recipient, variables[letter.toLowerCase()] ?? ""), replacements);
    local += count === "" ? value : value.slice(0, Number(count));
  }
  return template === "" ? textOf(recipient, "Alias") : local.replace(/^\.+|\.+$/g, "");
}

function usable(value: string, replacements: readonly (readonly [from: string, to: string])[]): string {
  const replaced = replacements.reduce((text, [from, to]) => text.replaceAll(from, to), value);
  return replaced.replace(/[^A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\u00a1-\uffff]/g, "");
}

/** The domain that a template or an address ends with. */
export const domainOfAddress = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** Whether the organization takes mail for a domain, itself or by a pattern. */
export function isAcceptedDomain(topology: Topology, domain: string): boolean {
  return (
    findByName(topology, ["AcceptedDomain"], domain).length > 0 ||
    listObjects(topology, "AcceptedDomain").some((accepted) => {
      const name = textOf(accepted, "DomainName").toLowerCase();
      const wanted = domain.toLowerCase();
      return name === wanted || (name.startsWith("*.") && wanted.endsWith(name.slice(1)));
    })
  );
}
