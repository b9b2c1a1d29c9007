import { type DirectoryObject, getProperty, listObjects, type Topology, valuesOf } from "../../../topology/index.js";
import { schema } from "../../schema.js";
import { type Courier, textProperty } from "./courier.js";
import type { Mail } from "./mail.js";
import { holderOf } from "./recipients.js";

/** What rules leave of a message: it goes on, is gone, or goes back to its sender. */
export type Ruled =
  | { readonly fate: "goesOn"; readonly mail: Mail }
  | { readonly fate: "deleted" }
  /** @member moderators GUIDs of those who have to approve it first */
  | { readonly fate: "moderated"; readonly mail: Mail; readonly moderators: readonly string[] }
  | { readonly fate: "rejected"; readonly status: string };

/** The transport rules in the order in which they run. */
export function rulesOf(topology: Topology): DirectoryObject[] {
  const priority = (rule: DirectoryObject): number => Number(getProperty(schema, rule, "Priority"));
  return [...listObjects(topology, "TransportRule")].sort((a, b) => priority(a) - priority(b));
}

/** Runs the rules over a message, on the first server that sees it; reports are left alone. */
export function applyRules(courier: Courier, server: DirectoryObject, mail: Mail): Ruled {
  let current = mail;
  for (const rule of mail.from === "" ? [] : rulesOf(courier.topology)) {
    if (textProperty(rule, "State") !== "Enabled" || !applies(courier.topology, rule, current)) continue;
    const agent = { source: "AGENT", context: "Transport Rule Agent" } as const;
    if (getProperty(schema, rule, "DeleteMessage") === true) {
      const status = "550 5.2.1 Message deleted by the transport rules agent";
      courier.track(server, current, { id: "FAIL", ...agent, status: current.recipients.map(() => status) });
      return { fate: "deleted" };
    }
    const reason = textProperty(rule, "RejectMessageReasonText");
    const code = textProperty(rule, "RejectMessageEnhancedStatusCode");
    if (reason !== "" || code !== "")
      return {
        fate: "rejected",
        status: `550 ${code || "5.7.1"} ${reason || "Delivery not authorized, message refused"}`,
      };
    current = changed(rule, current);
  }
  return { fate: "goesOn", mail: withJournal(courier.topology, current) };
}

const list = (rule: DirectoryObject, property: string): readonly string[] =>
  valuesOf(getProperty(schema, rule, property)).map((value) => String(value).toLowerCase());

/** What the actions make of a message. */
function changed(rule: DirectoryObject, mail: Mail): Mail {
  const added = ["AddToRecipients", "CopyTo", "BlindCopyTo"].flatMap((property) => list(rule, property));
  const redirected = list(rule, "RedirectMessageTo");
  const recipients = redirected.length > 0 ? redirected : mail.recipients;
  return {
    ...mail,
    subject: `${textProperty(rule, "PrependSubject")}${mail.subject}`,
    recipients: [...recipients, ...added],
  };
}

/** All conditions fit, and no exception does; a rule without conditions is for every message. */
function applies(topology: Topology, rule: DirectoryObject, mail: Mail): boolean {
  const tests = outcomes(topology, rule, mail, "");
  return tests.every((fits) => fits) && !outcomes(topology, rule, mail, "ExceptIf").some((fits) => fits);
}

/** Of each condition that the rule sets, whether the message fits it. */
function outcomes(topology: Topology, rule: DirectoryObject, mail: Mail, prefix: "" | "ExceptIf"): readonly boolean[] {
  const isInside = (address: string): boolean => holderOf(topology, address) !== undefined;
  const recipients = mail.recipients.map((address) => address.toLowerCase());
  const from = mail.from.toLowerCase();
  const words = (property: string, texts: readonly string[]): boolean | null => {
    const wanted = list(rule, `${prefix}${property}`);
    return wanted.length === 0 ? null : wanted.some((word) => texts.some((text) => hasWord(text, word)));
  };
  const people = (property: string, addresses: readonly string[]): boolean | null => {
    const wanted = list(rule, `${prefix}${property}`);
    return wanted.length === 0 ? null : addresses.some((address) => wanted.includes(address));
  };
  const scope = (property: string, addresses: readonly string[]): boolean | null => {
    const wanted = textProperty(rule, `${prefix}${property}`);
    return wanted === "" ? null : addresses.some((address) => isInside(address) === (wanted === "InOrganization"));
  };
  return [
    people("From", [from]),
    scope("FromScope", [from]),
    people("SentTo", recipients),
    scope("SentToScope", recipients),
    words("SubjectContainsWords", [mail.subject]),
    words("FromAddressContainsWords", [from]),
    words("RecipientAddressContainsWords", recipients),
  ].filter((fits) => fits !== null);
}

/** Whole words, case aside. */
function hasWord(text: string, word: string): boolean {
  const whole = text.toLowerCase();
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = whole.indexOf(word); at >= 0 && word !== ""; at = whole.indexOf(word, at + 1))
    if (!isLetter(whole[at - 1]) && !isLetter(whole[at + word.length])) return true;
  return false;
}

/** The mailboxes that journal rules report to get the message too. */
function withJournal(topology: Topology, mail: Mail): Mail {
  const people = [mail.from, ...mail.recipients].map((address) => address.toLowerCase());
  const isOutside = people.some((address) => holderOf(topology, address) === undefined);
  const journals = listObjects(topology, "JournalRule")
    .filter((rule) => {
      const scope = textProperty(rule, "Scope");
      const wanted = textProperty(rule, "Recipient").toLowerCase();
      if (getProperty(schema, rule, "Enabled") !== true || (wanted !== "" && !people.includes(wanted))) return false;
      return scope === "Global" || (scope === "External") === isOutside;
    })
    .map((rule) => textProperty(rule, "JournalEmailAddress"))
    .filter((address) => address !== "");
  return journals.length === 0 ? mail : { ...mail, recipients: [...mail.recipients, ...journals] };
}
