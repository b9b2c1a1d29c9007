import { type DirectoryObject, getProperty, isReference, type Topology, valuesOf } from "../../topology/index.js";
import { addressesIn as ownAddresses } from "../recipients/addresses.js";
import { schema } from "../schema.js";
import type { Mail } from "../transport/mail-flow/mail.js";
import { rulesOf } from "./rule-owner.js";

/** What the rules of a mailbox make of a message that arrives in it. */
export interface RuledDelivery {
  /** The folders that it lies in afterwards, by their paths. */
  readonly folders: readonly string[];
  /** To whom it goes on: as a new message of the mailbox's owner, or as it is. */
  readonly forwarded: readonly string[];
  readonly redirected: readonly string[];
}

const inbox = "/Inbox";
const deletedItems = "/Deleted Items";

const texts = (rule: DirectoryObject, name: string): readonly string[] =>
  valuesOf(getProperty(schema, rule, name)).map((value) => String(value).toLowerCase());
const isOn = (rule: DirectoryObject, name: string): boolean => getProperty(schema, rule, name) === true;

/** Runs the rules of a mailbox over a message, in their order. */
export function runRules(topology: Topology, user: DirectoryObject, mail: Mail): RuledDelivery {
  let home = inbox;
  const copies: string[] = [];
  const forwarded: string[] = [];
  const redirected: string[] = [];
  for (const rule of rulesOf(topology, user)) {
    if (!isOn(rule, "Enabled") || !applies(topology, user, rule, mail)) continue;
    const target = getProperty(schema, rule, "MoveToFolder");
    if (typeof target === "string") home = target;
    if (isOn(rule, "DeleteMessage")) home = deletedItems;
    const copy = getProperty(schema, rule, "CopyToFolder");
    if (typeof copy === "string") copies.push(copy);
    forwarded.push(...texts(rule, "ForwardTo"), ...texts(rule, "ForwardAsAttachmentTo"));
    redirected.push(...texts(rule, "RedirectTo"));
    if (isOn(rule, "StopProcessingRules")) break;
  }
  return { folders: [home, ...copies], forwarded, redirected };
}

/** All conditions fit, and no exception does; a rule without conditions is for every message. */
function applies(topology: Topology, user: DirectoryObject, rule: DirectoryObject, mail: Mail): boolean {
  return (
    outcomes(topology, user, rule, mail, "").every((fits) => fits) &&
    !outcomes(topology, user, rule, mail, "ExceptIf").some((fits) => fits)
  );
}

/** Of each condition that a rule has, whether the message fits. Messages here have no flags, and normal sensitivity. */
function outcomes(
  topology: Topology,
  user: DirectoryObject,
  rule: DirectoryObject,
  mail: Mail,
  prefix: "" | "ExceptIf",
): readonly boolean[] {
  const mine = ownAddresses(user).map((address) => address.replace(/^smtp:/i, "").toLowerCase());
  const recipients = mail.recipients.map((address) => address.toLowerCase());
  const { content } = mail;
  const isMine = (address: string): boolean => mine.includes(address.toLowerCase());
  // Mail to a group has come by nobody's name.
  const [toMe, ccMe] = [content.to.some(isMine), content.cc.some(isMine)];
  const results: boolean[] = [];
  const list = (name: string, fits: (wanted: string) => boolean): void => {
    const wanted = texts(rule, `${prefix}${name}`);
    if (wanted.length > 0) results.push(wanted.some(fits));
  };
  const truth = (name: string, fits: boolean): void => {
    if (isOn(rule, `${prefix}${name}`)) results.push(fits);
  };
  const amount = (name: string, fits: (limit: bigint) => boolean): void => {
    const limit = getProperty(schema, rule, `${prefix}${name}`);
    if (typeof limit === "bigint") results.push(fits(limit));
  };
  const never = (): boolean => false;
  const has =
    (text: string) =>
    (word: string): boolean =>
      text.toLowerCase().includes(word);
  list("From", (address) => address === mail.from.toLowerCase());
  list("SentTo", (address) => recipients.includes(address));
  list("SubjectContainsWords", has(mail.subject));
  list("SubjectOrBodyContainsWords", has(`${mail.subject}\n${content.body}`));
  list("FromAddressContainsWords", (word) => mail.from.toLowerCase().includes(word));
  list("RecipientAddressContainsWords", (word) => recipients.some((address) => address.includes(word)));
  list("BodyContainsWords", has(content.body));
  list("HeaderContainsWords", has(content.headers.join("\n")));
  list("FlaggedForAction", never);
  const classifications = valuesOf(getProperty(schema, rule, `${prefix}HasClassification`));
  if (classifications.length > 0)
    results.push(classifications.some((each) => isReference(each) && each.guid === content.classification));
  list("MessageTypeMatches", (type) => type === kindOf(mail));
  list("WithImportance", (value) => value === content.importance.toLowerCase());
  list("WithSensitivity", (value) => value === "normal");
  truth("HasAttachment", content.attachments.length > 0);
  truth("MyNameInToBox", toMe);
  truth("MyNameInToOrCcBox", toMe || ccMe);
  truth("MyNameInCcBox", ccMe);
  truth("MyNameNotInToBox", !toMe);
  truth("SentOnlyToMe", toMe && content.to.length + content.cc.length === 1);
  amount("ReceivedAfterDate", (time) => topology.clock > time);
  amount("ReceivedBeforeDate", (time) => topology.clock < time);
  amount("WithinSizeRangeMinimum", (limit) => mail.size >= limit);
  amount("WithinSizeRangeMaximum", (limit) => mail.size <= limit);
  return results;
}

/** What sort of message the system has made, in small letters; empty for what somebody wrote. */
function kindOf({ from, content }: Mail): string {
  return content.type === "" && from === "" ? "nondeliveryreport" : content.type.toLowerCase();
}
