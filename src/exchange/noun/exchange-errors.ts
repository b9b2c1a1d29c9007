import { type ErrorCategory, ErrorRecord, ExceptionObject } from "../../values/errors.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { Certainty } from "./source.js";

/** A failure of an Exchange cmdlet: how its record is made, and how sure its words are. */
export interface ExchangeMessage<Parts extends readonly string[]> {
  readonly text: (...parts: Parts) => string;
  /** Full name of the exception's type. */
  readonly exception: string;
  readonly category: ErrorCategory;
  readonly certainty: Certainty;
  /** Where the text was seen. */
  readonly evidence: string;
}

const tasks = "Microsoft.Exchange.Configuration.Tasks";
const directory = "Microsoft.Exchange.Data.Directory";

export const message = <Parts extends readonly string[]>(definition: ExchangeMessage<Parts>): ExchangeMessage<Parts> => definition;

/** What Exchange says when something fails, in one place; nouns add their own beside their verbs. */
export const exchangeMessages = {
  objectNotFound: message({
    text: (identity: string, domainController: string) =>
      `The operation couldn't be performed because object '${identity}' couldn't be found on '${domainController}'.`,
    exception: `${tasks}.ManagementObjectNotFoundException`,
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
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json (general) errors",
  }),
  parameterObjectNotFound: message({
    text: (identity: string) =>
      `Couldn't find object "${identity}". Please make sure that it was spelled correctly or specify a different object.`,
    exception: `${tasks}.ManagementObjectNotFoundException`,
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json (general) errors",
  }),
  alreadyExists: message({
    text: (domainController: string, distinguishedName: string) =>
      `Active Directory operation failed on ${domainController}. The object '${distinguishedName}' already exists.`,
    exception: `${directory}.ADObjectAlreadyExistsException`,
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json (general) errors; category from memory",
  }),
  directoryRefused: message({
    text: (reason: string) => reason,
    exception: `${directory}.ADOperationException`,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real texts are not known",
  }),
} as const;

/**
 * The record of an Exchange failure. It comes from the server, so it knows no position in the typed line.
 * @param taskClass the cmdlet's full class name, behind the comma of the error id
 */
export function exchangeError<Parts extends readonly string[]>(
  failure: ExchangeMessage<Parts>,
  parts: Parts,
  command: { readonly name: string; readonly taskClass: string },
  target: Value,
): ErrorRecord {
  const exception = new ExceptionObject(exceptionType(failure.exception), failure.text(...parts));
  const record = new ErrorRecord({
    exception,
    errorId: stableHash(`${failure.exception}|${command.taskClass}`),
    category: failure.category,
    target,
    activity: command.name,
    reason: exception.type.name,
  });
  record.commandTypeName = command.taskClass;
  record.invocation = { invocationName: null, commandName: command.name, sourceText: "", file: null, start: 0, end: 0 };
  return record;
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
