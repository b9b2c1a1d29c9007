import {
  type DirectoryObject,
  getProperty,
  isReference,
  listObjects,
  type Topology,
  valuesOf,
} from "../../../topology/index.js";
import { schema } from "../../schema.js";
import { managerOf } from "../rules/ad-attributes.js";
import { type MailContent, utf8Length } from "./content.js";
import { type Courier, textProperty } from "./courier.js";
import type { Mail } from "./mail.js";
import { addressOf, holderOf } from "./recipients.js";
import { applies } from "./rule-conditions.js";

/**
 * What rules leave of a message: it goes on, is gone, goes back to its sender, or waits for somebody's approval.
 * @member reports the rules that want somebody else to be told
 */
export type Ruled = Fate & { readonly reports: readonly DirectoryObject[] };

type Fate =
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

const isOn = (rule: DirectoryObject, property: string): boolean => getProperty(schema, rule, property) === true;
/** The agent that runs the rules, as the log has it. */
export const agent = { source: "AGENT", context: "Transport Rule Agent" } as const;

/** Runs the rules over a message, on the first server that sees it; reports are left alone. */
export function applyRules(courier: Courier, server: DirectoryObject, mail: Mail): Ruled {
  const reports: DirectoryObject[] = [];
  let current = mail;
  let moderators: readonly string[] = [];
  for (const rule of mail.from === "" ? [] : rulesOf(courier.topology)) {
    if (!isInForce(rule, courier.clock) || !applies(courier, rule, current)) continue;
    if (reportsTo(rule)) reports.push(rule);
    if (isOn(rule, "DeleteMessage")) {
      const status = "550 5.2.1 Message deleted by the transport rules agent";
      courier.track(server, current, { id: "FAIL", ...agent, status: current.recipients.map(() => status) });
      return { fate: "deleted", reports };
    }
    const status = rejection(rule);
    if (status !== null) return { fate: "rejected", status, reports };
    current = changed(courier.topology, rule, current);
    moderators = [...moderators, ...moderatorsOf(courier.topology, rule, current)];
    if (isOn(rule, "StopRuleProcessing")) break;
  }
  const goesOn = withJournal(courier.topology, current);
  return moderators.length === 0
    ? { fate: "goesOn", mail: goesOn, reports }
    : { fate: "moderated", mail: goesOn, moderators, reports };
}

/** Whether a rule does something now: it is enabled, its time has come, and it is not only tried (-Mode). */
function isInForce(rule: DirectoryObject, now: bigint): boolean {
  const [first, last] = ["ActivationDate", "ExpiryDate"].map((name) => getProperty(schema, rule, name));
  return (
    textProperty(rule, "State") === "Enabled" &&
    textProperty(rule, "Mode") === "Enforce" &&
    (typeof first !== "bigint" || first <= now) &&
    (typeof last !== "bigint" || now < last)
  );
}

const reportsTo = (rule: DirectoryObject): boolean =>
  ["GenerateIncidentReport", "GenerateNotification"].some((name) => textProperty(rule, name) !== "");

/**
 * What becomes of a message that a rule rejects, `null` where it does not. The log has the rule's code and words of its own,
 * whatever reason the rule gives to the sender (facts/captures.jsonl, get-transportrule.1 and get-messagetrackinglog.2 of
 * the same server).
 */
function rejection(rule: DirectoryObject): string | null {
  const reason = textProperty(rule, "RejectMessageReasonText");
  const code = textProperty(rule, "RejectMessageEnhancedStatusCode");
  const isRefused = textProperty(rule, "SenderNotificationType").startsWith("Reject");
  if (reason === "" && code === "" && !isRefused) return null;
  return `550 ${code || defaultCode} TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy`;
}
/** Documented. */
export const defaultCode = "5.7.1";
export const defaultReason = "Delivery not authorized, message refused";

/** Who has to approve the message: those that the rule names, or the sender's manager where he has one (documented). */
function moderatorsOf(topology: Topology, rule: DirectoryObject, mail: Mail): readonly string[] {
  const named = list(rule, "ModerateMessageByUser").map((address) => holderOf(topology, address));
  const manager = isOn(rule, "ModerateMessageByManager")
    ? managerOf(topology, holderOf(topology, mail.from))
    : undefined;
  return [...named, manager].flatMap((each) => (each === undefined ? [] : [each.guid]));
}

const list = (rule: DirectoryObject, property: string): readonly string[] =>
  valuesOf(getProperty(schema, rule, property)).map((value) => String(value).toLowerCase());

/** What the actions make of a message. */
function changed(topology: Topology, rule: DirectoryObject, mail: Mail): Mail {
  const content = contentAfter(rule, mail.content);
  const grown = BigInt(utf8Length(content.body) - utf8Length(mail.content.body));
  const { to, cc, bcc, redirect } = added(topology, rule, mail);
  const redirected = [...list(rule, "RedirectMessageTo"), ...redirect];
  const recipients = redirected.length > 0 ? redirected : mail.recipients;
  return {
    ...mail,
    subject: `${textProperty(rule, "PrependSubject")}${mail.subject}`,
    size: mail.size + grown,
    recipients: [...recipients, ...to, ...cc, ...bcc],
    content: { ...content, to: [...content.to, ...to], cc: [...content.cc, ...cc] },
  };
}

/** Who gets the message besides, by box. */
function added(topology: Topology, rule: DirectoryObject, mail: Mail) {
  const how = textProperty(rule, "AddManagerAsRecipientType");
  const manager = how === "" ? undefined : managerOf(topology, holderOf(topology, mail.from));
  const managers = manager === undefined ? [] : [addressOf(manager)];
  const as = (type: string): readonly string[] => (how === type ? managers : []);
  return {
    to: [...list(rule, "AddToRecipients"), ...as("To")],
    cc: [...list(rule, "CopyTo"), ...as("Cc")],
    bcc: [...list(rule, "BlindCopyTo"), ...as("Bcc")],
    redirect: as("Redirect"),
  };
}

function contentAfter(rule: DirectoryObject, content: MailContent): MailContent {
  const scl = getProperty(schema, rule, "SetSCL");
  const header = textProperty(rule, "SetHeaderName");
  const gone = [header, textProperty(rule, "RemoveHeader")].map((name) => name.toLowerCase());
  const kept = content.headers.filter((line) => !gone.includes(line.slice(0, line.indexOf(":")).toLowerCase()));
  const classification = getProperty(schema, rule, "ApplyClassification");
  return {
    ...content,
    classification: isReference(classification) ? classification.guid : content.classification,
    body: withDisclaimer(rule, content),
    scl: typeof scl === "number" ? scl : content.scl,
    headers: header === "" ? kept : [...kept, `${header}: ${textProperty(rule, "SetHeaderValue")}`],
  };
}

/** A disclaimer behind the text, or before it: in plain text without its tags (documented). */
function withDisclaimer(rule: DirectoryObject, { body, isHtml }: MailContent): string {
  const html = textProperty(rule, "ApplyHtmlDisclaimerText");
  if (html === "") return body;
  const text = isHtml ? html : html.replace(/<[^<>]*>/g, "");
  const between = isHtml ? "" : "\r\n";
  return textProperty(rule, "ApplyHtmlDisclaimerLocation") === "Prepend"
    ? `${text}${between}${body}`
    : `${body}${between}${text}`;
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
