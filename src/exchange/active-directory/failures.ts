import { ErrorRecord, ExceptionObject } from "../../values/errors.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { type ExchangeMessage, message } from "../noun/exchange-errors.js";

const namespace = "Microsoft.ActiveDirectory.Management";

/** A failure of a cmdlet of the module. */
export interface DirectoryFailure<Parts extends readonly string[]> extends ExchangeMessage<Parts> {
  /** What stands before the comma of the error id: `ActiveDirectoryServer:1355`; of 2008 R2's module it is the text. */
  readonly id: string;
}

function failure<Parts extends readonly string[]>(
  name: string,
  definition: Omit<DirectoryFailure<Parts>, "exception" | "id"> & { readonly server?: number },
): DirectoryFailure<Parts> {
  const exception = name.includes(".") ? name : `${namespace}.${name}`;
  const { server } = definition;
  const id = server === undefined ? `ActiveDirectoryCmdlet:${exception}` : `ActiveDirectoryServer:${server}`;
  return { ...message({ ...definition, exception }), id };
}

/** What the module says when something fails. */
export const directoryFailures = {
  notFound: failure("ADIdentityNotFoundException", {
    text: (identity: string, base: string) => `Cannot find an object with identity: '${identity}' under: '${base}'.`,
    category: "ObjectNotFound",
    certainty: "captured",
    evidence: "public console output of Get-ADUser in several blogs; the id of 2008 R2's module from memory",
  }),
  baseNotFound: failure("ADIdentityNotFoundException", {
    text: () => "Directory object not found",
    server: 8333,
    category: "ObjectNotFound",
    certainty: "memory",
    evidence: "remembered of a -SearchBase or -Path that is not there",
  }),
  ambiguous: failure("ADMultipleMatchingIdentitiesException", {
    text: (identity: string, base: string) =>
      `Multiple objects with identity: '${identity}' were found under: '${base}'.`,
    category: "InvalidResult",
    certainty: "unknown",
    evidence: "the failure is known, its text is not",
  }),
  badProperties: failure("System.ArgumentException", {
    text: (name: string) => `One or more properties are invalid.\nParameter name: ${name}`,
    category: "InvalidArgument",
    certainty: "captured",
    evidence: "public console output of Get-ADUser -Properties *",
  }),
  badFilter: failure("ADFilterParsingException", {
    text: (filter: string, reason: string, position: string) =>
      `Error parsing query: '${filter}' Error Message: '${reason}' at position: '${position}'.`,
    category: "ParserError",
    certainty: "memory",
    evidence: "remembered",
  }),
  noVariable: failure("System.ArgumentException", {
    text: (reason: string) => reason,
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered of variables and properties in a filter that are not there",
  }),
  searchRefused: failure("ADException", {
    text: () => "The search filter cannot be recognized",
    server: 8254,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered",
  }),
  noServer: failure("ADServerDownException", {
    text: () =>
      "Unable to contact the server. This may be because this server does not exist, it is currently down, or it does not have the Active Directory Web Services running.",
    server: 0,
    category: "ResourceUnavailable",
    certainty: "memory",
    evidence: "remembered",
  }),
  accountExists: failure("ADIdentityAlreadyExistsException", {
    text: () => "The specified account already exists",
    server: 1316,
    category: "ResourceExists",
    certainty: "memory",
    evidence: "remembered of New-ADUser",
  }),
  groupExists: failure("ADException", {
    text: () => "The specified group already exists",
    server: 1318,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered of New-ADGroup",
  }),
  nameInUse: failure("ADException", {
    text: () => "An attempt was made to add an object to the directory with a name that is already in use",
    server: 8305,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered of New-ADUser and New-ADOrganizationalUnit",
  }),
  principalNameInUse: failure("ADException", {
    text: () => "Operation failed because UPN value provided for addition/modification is not unique forest-wide",
    server: 8648,
    category: "NotSpecified",
    certainty: "captured",
    evidence: "public console output of Set-ADUser",
  }),
  badPassword: failure("ADPasswordComplexityException", {
    text: () => "The password does not meet the length, complexity, or history requirement of the domain.",
    server: 1325,
    category: "InvalidData",
    certainty: "memory",
    evidence: "remembered of New-ADUser and Set-ADAccountPassword",
  }),
  wrongPassword: failure("ADInvalidPasswordException", {
    text: () => "The specified network password is not correct",
    server: 86,
    category: "InvalidData",
    certainty: "memory",
    evidence: "remembered of Set-ADAccountPassword",
  }),
  alreadyMember: failure("ADException", {
    text: () => "The specified account name is already a member of the group",
    server: 1378,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered of Add-ADGroupMember",
  }),
  notMember: failure("ADException", {
    text: () => "The specified account name is not a member of the group",
    server: 1377,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered of Remove-ADGroupMember",
  }),
  notLeaf: failure("ADException", {
    text: () => "The directory service can perform the requested operation only on a leaf object",
    server: 8213,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered of Remove-ADObject",
  }),
  accessDenied: failure("System.UnauthorizedAccessException", {
    text: () => "Access is denied",
    server: 5,
    category: "PermissionDenied",
    certainty: "memory",
    evidence: "remembered of Remove-ADOrganizationalUnit on a protected unit",
  }),
  badAttribute: failure("System.ArgumentException", {
    text: (name: string) =>
      `The specified directory service attribute or value does not exist\nParameter name: ${name}`,
    server: 8202,
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered of Set-ADUser -Replace",
  }),
  refused: failure("ADException", {
    text: (reason: string) => reason,
    server: 8202,
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "our wording: the real texts are not known",
  }),
} as const;

/**
 * The record of a failure.
 * @param languageVersion of the session's PowerShell: with 2 comes the module of Windows Server 2008 R2
 */
export function directoryError<Parts extends readonly string[]>(
  { text, exception, category, id }: DirectoryFailure<Parts>,
  parts: Parts,
  target: Value,
  languageVersion: number,
): ErrorRecord {
  const words = text(...parts);
  if (findTypeByFullName(exception) === undefined) defineType({ fullName: exception, base: "System.Exception" });
  return new ErrorRecord({
    exception: new ExceptionObject(typeNamed(exception), words),
    errorId: languageVersion < 3 ? words : id,
    category,
    target,
  });
}
