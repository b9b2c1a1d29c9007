import { remoteInvocation } from "../../binding/binding-errors.js";
import { type ErrorCategory, ErrorRecord, ExceptionObject } from "../../values/errors.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import type { RemoteSession } from "../remote-session.js";
import type { Certainty } from "./source.js";

/** A failure of an Exchange cmdlet: how its record is made, and how sure its words are. */
export interface ExchangeMessage<Parts extends readonly string[]> {
  readonly text: (...parts: Parts) => string;
  /** 2010 shows a target that isn't there as `(:)`, as it was seen, and not as `(0:Int32)`. */
  readonly hasNoTarget?: boolean;
  /** The class of the cmdlet in the release that fails so, where the releases differ. */
  readonly taskClass?: string;
  /** Full name of the exception's type. */
  readonly exception: string;
  readonly category: ErrorCategory;
  /** The id of a failure before the server knows which cmdlet it runs: neither the cmdlet nor its class is named. */
  readonly earlyId?: string;
  /** The failure's id where it is one of the shell's own: the server's binder failed, without an object. */
  readonly id?: string;
  /** Ids of the failure that were seen, by the cmdlet's class; others are made up, and stay the same. */
  readonly hashes?: Readonly<Record<string, string>>;
  readonly certainty: Certainty;
  /** Where the text was seen. */
  readonly evidence: string;
}

const tasks = "Microsoft.Exchange.Configuration.Tasks";
const directory = "Microsoft.Exchange.Data.Directory";

/** A text of Exchange's in the list of coverage: how sure its words are, and why. */
export interface DeclaredText {
  /** With the names of its holes in braces. */
  readonly template: string;
  readonly certainty: Certainty;
  readonly evidence: string;
}

const declared: (() => DeclaredText)[] = [];

/** All failures, warnings and questions that the loaded nouns declare. */
export function declaredTexts(): readonly DeclaredText[] {
  return declared.map((make) => make());
}

const holes = ["{0}", "{1}", "{2}", "{3}"];

/** Declares a failure. */
export function message<Parts extends readonly string[]>(definition: ExchangeMessage<Parts>): ExchangeMessage<Parts> {
  const { text, certainty, evidence } = definition;
  declared.push(() => ({ template: text(...partsOf<Parts>()), certainty, evidence }));
  return definition;
}

/** A warning, or the sentence of a question, with how sure its words are. */
export interface ExchangeSentence<Parts extends readonly string[]> {
  readonly text: (...parts: Parts) => string;
  readonly certainty: Certainty;
  readonly evidence: string;
}

/** Declares a warning, or the sentence of -WhatIf and -Confirm. */
export function sentence<Parts extends readonly string[]>(
  definition: ExchangeSentence<Parts>,
): ExchangeSentence<Parts> {
  const { text, certainty, evidence } = definition;
  declared.push(() => ({ template: text(...partsOf<Parts>()), certainty, evidence }));
  return definition;
}

/** As many holes as any text has; those behind the last are not used. */
function partsOf<Parts extends readonly string[]>(): Parts {
  return holes as readonly string[] as Parts;
}

const noUnit = {
  text: (identity: string) =>
    `Organizational unit "${identity}" was not found. Please make sure you have typed it correctly.`,
  exception: `${tasks}.ManagementObjectNotFoundException`,
  category: "NotSpecified",
  certainty: "captured",
} as const;

/** What Exchange says when something fails, in one place; nouns add their own beside their verbs. */
export const exchangeMessages = {
  objectNotFound: message({
    text: (identity: string, domainController: string) =>
      `The operation couldn't be performed because object '${identity}' couldn't be found on '${domainController}'.`,
    exception: `${tasks}.ManagementObjectNotFoundException`,
    hashes: {
      "Microsoft.Exchange.Monitoring.TestMapiConnectivity": "186247B",
      "Microsoft.Exchange.Management.RecipientTasks.SetRemoteMailbox": "1082ECE3",
    },
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json (general) errors; category of 2010 from memory",
  }),
  objectAmbiguous: message({
    text: (identity: string) => `The operation couldn't be performed because '${identity}' matches multiple entries.`,
    exception: `${tasks}.ManagementObjectAmbiguousException`,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "facts/nouns.json (general) errors",
  }),
  databaseNotFound: message({
    text: (identity: string) => `Couldn't find database "${identity}". Make sure you have typed it correctly.`,
    exception: `${tasks}.ManagementObjectNotFoundException`,
    hashes: { "Microsoft.Exchange.Management.RecipientTasks.GetMailbox": "E3DE7D95" },
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json (general) errors",
  }),
  parameterObjectNotFound: message({
    text: (identity: string) =>
      `Couldn't find object "${identity}". Please make sure that it was spelled correctly or specify a different object.`,
    exception: `${tasks}.ManagementObjectNotFoundException`,
    hashes: { "Microsoft.Exchange.Management.SystemConfigurationTasks.GetOrganizationRelationship": "EF6F1393" },
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json (general) errors",
  }),
  outOfWriteScope: message({
    text: (what: string, name: string, the: string) =>
      `The operation on ${what} failed because it's out of the current user's write scope. '${name}' isn't within your current write scopes. Can't perform ${the}save operation.`,
    exception: `${tasks}.TaskInvalidOperationException`,
    category: "NotSpecified",
    hashes: { "Microsoft.Exchange.Management.RecipientTasks.AddMailboxPermission": "CFE6232C" },
    certainty: "derived",
    evidence:
      "first sentence of mailboxes in 2010, category and reason: facts, add-mailboxpermission.1; the others: an error of a later release in a public issue report",
  }),
  outOfView: message({
    text: (place: string, root: string) =>
      `The requested search root '${place}' is not within the scope of this operation. Cannot perform searches outside the scope '${root}'.`,
    exception: `${directory}.ADScopeException`,
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered of Get-Mailbox -OrganizationalUnit; category from memory",
  }),
  alreadyExists: message({
    text: (domainController: string, distinguishedName: string) =>
      `Active Directory operation failed on ${domainController}. The object '${distinguishedName}' already exists.`,
    exception: `${directory}.ADObjectAlreadyExistsException`,
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json (general) errors; category from memory",
  }),
  /** The directory denies Exchange to write; the place in the domain controller's code differs by its version. */
  accessDenied: message({
    text: (domainController: string, place: string) =>
      `Active Directory operation failed on ${domainController}. This error is not retriable. Additional information: Insufficient access rights to perform the operation.\nActive directory response: 00002098: SecErr: DSID-03150${place}, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0`,
    exception: `${directory}.ADOperationException`,
    category: "NotSpecified",
    hashes: {
      "Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest": "B959FFD3",
      "Microsoft.Exchange.Management.RecipientTasks.EnableMailbox": "268CEFB0",
    },
    certainty: "captured",
    evidence: "facts/captures.jsonl, new-moverequest.4 (2010), enable-mailbox.1 (2013)",
  }),
  notValid: message({
    text: (violation: string) => violation,
    exception: "Microsoft.Exchange.Data.DataValidationException",
    category: "NotSpecified",
    hashes: { "Microsoft.Exchange.Management.RecipientTasks.GetMailbox": "C7D089CE" },
    certainty: "captured",
    evidence: "facts/captures.jsonl, get-mailbox.11; facts/nouns.json, New-Mailbox: validation",
  }),
  unitNotFound: message({
    ...noUnit,
    evidence: "facts/nouns.json (general) errors; category from memory",
  }),
  /** Of the parameter that says where objects lie or are made: found out before all else. */
  givenUnitNotFound: message({
    ...noUnit,
    earlyId: "382C1DB8",
    evidence: "facts/nouns.json (general) errors",
  }),
  unknownSortProperty: message({
    text: (property: string, noun: string) =>
      `The property "${property}" can't be used to sort: a ${noun} has no property of this name.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  badValue: message({
    text: (reason: string) => reason,
    exception: "Microsoft.Exchange.Data.DataValidationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "our wording: the real texts are not known",
  }),
  directoryRefused: message({
    text: (reason: string) => reason,
    exception: `${directory}.ADOperationException`,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real texts are not known",
  }),
} as const;

/** What the record of a failure tells about the command and the session. */
export interface FailedCommand {
  readonly name: string;
  /** The cmdlet's full class name, behind the comma of the error id. */
  readonly taskClass: string;
  readonly release: ExchangeRelease;
  readonly session: RemoteSession;
  /** Time of the failure as the server writes it, and an id for the request; from 2013 on. */
  readonly request: () => { readonly id: string; readonly timeStamp: string };
}

const longestReason = 40;
const keptOfReason = 15;

/** Names of exceptions come cut in the middle from the server: `ParameterBindin...mationException`. */
export function remoteReason(exceptionName: string): string {
  if (exceptionName.length <= longestReason) return exceptionName;
  return `${exceptionName.slice(0, keptOfReason)}...${exceptionName.slice(-keptOfReason)}`;
}

/** A target that Exchange 2010 prints as `(0:Int32)` where it has no object. */
const noTarget2010 = 0;

/**
 * The record of an Exchange failure. It comes from the server, so it knows no position in the typed line. From 2013 on
 * its id says which server, request and kind of failure it was, and the client adds the computer's name.
 */
export function exchangeError<Parts extends readonly string[]>(
  failure: ExchangeMessage<Parts>,
  parts: Parts,
  command: FailedCommand,
  target: Value,
): ErrorRecord {
  const exception = new ExceptionObject(exceptionType(failure.exception), failure.text(...parts));
  const is2010 = command.release === "2010";
  const hash = failure.hashes?.[command.taskClass] ?? stableHash(`${failure.exception}|${command.taskClass}`);
  const record = new ErrorRecord({
    exception,
    errorId: failure.earlyId ?? failure.id ?? (is2010 ? hash : `${requestPrefix(command, exception.type.name)}${hash}`),
    category: failure.category,
    target: target ?? (is2010 && hasTarget(failure) ? noTarget2010 : null),
    activity: failure.earlyId === undefined ? command.name : "",
    reason: remoteReason(exception.type.name),
  });
  if (failure.earlyId === undefined) record.amend({ commandTypeName: failure.taskClass ?? command.taskClass });
  record.amend({ invocation: remoteInvocation(command.name) });
  if (!is2010) command.session.stampError(record);
  return record;
}

const hasTarget = ({
  id,
  earlyId,
  hasNoTarget,
}: Pick<ExchangeMessage<[]>, "id" | "earlyId" | "hasNoTarget">): boolean =>
  id === undefined && earlyId === undefined && hasNoTarget !== true;

/** `[Server=EX01,RequestId=…,TimeStamp=9/9/2022 3:17:40 PM] [FailureCategory=Cmdlet-…] ` (facts: messages.md, frames). */
function requestPrefix({ session, request }: FailedCommand, exceptionName: string): string {
  const { id, timeStamp } = request();
  return `[Server=${session.serverName},RequestId=${id},TimeStamp=${timeStamp}] [FailureCategory=Cmdlet-${exceptionName}] `;
}

function exceptionType(fullName: string) {
  if (findTypeByFullName(fullName) === undefined) defineType({ fullName, base: "System.Exception" });
  return typeNamed(fullName);
}

/** Up to eight upper-case hexadecimal digits, without leading zeros, the same for the same place of failure. */
function stableHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).toUpperCase();
}
