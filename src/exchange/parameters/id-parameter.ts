import { PSArray, PSList } from "../../values/collections.js";
import { castError } from "../../values/conversion/errors.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { Guid } from "../../values/simple-values.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { ExchangeObject } from "../noun/exchange-object.js";
import { ADObjectId, DirectoryId } from "../types/ad-object-id.js";
import { isDirectoryNamed } from "../types/directory-named.js";

const namespace = "Microsoft.Exchange.Configuration.Tasks";

/** Identity types whose names don't say so, with their namespaces. */
const otherIdentities: ReadonlyMap<string, string> = new Map([
  ["QueueIdentity", "Microsoft.Exchange.Data.QueueViewer"],
  ["MessageIdentity", "Microsoft.Exchange.Data.QueueViewer"],
  ["IPListEntryIdentity", "Microsoft.Exchange.Data"],
  ["SourceMailbox", namespace],
  ["TransportAgentObjectId", "Microsoft.Exchange.Management.AgentTasks"],
]);

/** Whether a type of the catalogue names objects. */
export function isIdentityType(name: string): boolean {
  return name.endsWith("IdParameter") || otherIdentities.has(name);
}

/** A value of an identity parameter (`DatabaseIdParameter`, …): what was typed, or the object that was handed over. */
export class IdParameter extends ValueObject {
  constructor(
    readonly type: DotNetType,
    /** As typed; of an object, what its Identity prints. */
    readonly text: string,
    /** The object's GUID, when an object or its ADObjectId was given: it is found even after a rename. */
    readonly guid: string | null,
  ) {
    super();
  }
  equalityKey(): string {
    return this.guid ?? this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("IdParameter", IdParameter);

/** Wording from memory. */
const emptyText = (fullName: string): string =>
  `Parameter values of type ${fullName} can't be empty. Specify a value, and try again.\nParameter name: identity`;

/** The client sends several values as a list, which no identity type takes. */
export function asSent(value: Value): Value {
  return value instanceof PSArray ? new PSList(typeNamed("System.Collections.ArrayList"), [...value.items]) : value;
}

/** The full name of an identity type; the type is defined at its first use. */
export function idParameterType(name: string): string {
  const fullName = `${otherIdentities.get(name) ?? namespace}.${name}`;
  if (findTypeByFullName(fullName) === undefined) {
    defineType({
      fullName,
      takesText: true,
      convertFrom: (context, value) => {
        const type = typeNamed(fullName);
        if (value === "") throw castError(context, value, type, "InvalidCastConstructorException", emptyText(fullName));
        return toIdParameter(context, type, value);
      },
      members: () => [
        property("string RawIdentity", (self: IdParameter) => self.text),
        method<IdParameter>(["string ToString()", (_context, self) => self.text]),
      ],
    });
  }
  return fullName;
}

const recipients = ["User", "Contact", "Group", "DynamicDistributionGroup", "MailPublicFolder"];

/**
 * Of which objects of the directory the identity types take one from the pipeline. What is not listed takes any: the
 * command then says that it does not find the object.
 */
const takenClasses: ReadonlyMap<string, readonly string[]> = new Map([
  ["DatabaseIdParameter", ["MailboxDatabase", "PublicFolderDatabase"]],
  ["ServerIdParameter", ["ExchangeServer"]],
  ["MailboxServerIdParameter", ["ExchangeServer"]],
  ["ClientAccessServerIdParameter", ["ExchangeServer"]],
  ["ClientAccessArrayIdParameter", ["ClientAccessArray"]],
  ["ClientAccessServerOrArrayIdParameter", ["ExchangeServer", "ClientAccessArray"]],
  ["AdSiteIdParameter", ["ADSite"]],
  ["MailboxIdParameter", ["User"]],
  ["LogonableObjectIdParameter", ["User"]],
  ["RecipientIdParameter", recipients],
  ["MailUserIdParameter", ["User"]],
  ["ContactIdParameter", ["Contact"]],
  ["MailContactIdParameter", ["Contact"]],
  ["GroupIdParameter", ["Group"]],
  ["DistributionGroupIdParameter", ["Group"]],
  ["DynamicGroupIdParameter", ["DynamicDistributionGroup"]],
  ["UserIdParameter", ["User"]],
  ["GeneralMailboxOrMailUserIdParameter", ["User"]],
  ["GeneralMailboxIdParameter", ["User"]],
  ["MailboxOrMailUserIdParameter", ["User"]],
  ["StoreMailboxIdParameter", ["User", "DisconnectedMailbox"]],
  ["PublicFolderIdParameter", ["PublicFolder", "MailPublicFolder"]],
  ["MailPublicFolderIdParameter", ["PublicFolder", "MailPublicFolder"]],
  ["RoleIdParameter", ["ManagementRole"]],
  ["RoleAssignmentIdParameter", ["RoleAssignment"]],
  ["RoleGroupIdParameter", ["Group"]],
  ["SecurityPrincipalIdParameter", ["User", "Group"]],
  ["RecipientWithAdUserGroupIdParameter", recipients],
  ["GeneralRecipientIdParameter", recipients],
  [
    "VirtualDirectoryIdParameter",
    [
      "ActiveSyncVirtualDirectory",
      "AutodiscoverVirtualDirectory",
      "EcpVirtualDirectory",
      "MapiVirtualDirectory",
      "OabVirtualDirectory",
      "OwaVirtualDirectory",
      "PowerShellVirtualDirectory",
      "RpcHttpVirtualDirectory",
      "WebServicesVirtualDirectory",
    ],
  ],
  ["ReceiveConnectorIdParameter", ["ReceiveConnector"]],
  ["OfflineAddressBookIdParameter", ["OfflineAddressBook"]],
  ["ActiveSyncDeviceIdParameter", ["ActiveSyncDevice"]],
  ["DatabaseAvailabilityGroupIdParameter", ["DatabaseAvailabilityGroup"]],
  ["DatabaseCopyIdParameter", ["DatabaseCopy", "MailboxDatabase", "PublicFolderDatabase"]],
  ["QueueIdentity", ["MessageQueue"]],
  ["MessageIdentity", ["QueuedMessage"]],
]);

function takes(type: DotNetType, className: string): boolean {
  return takenClasses.get(type.name)?.includes(className) ?? true;
}

function toIdParameter(context: ValueContext, type: DotNetType, value: Value): IdParameter | undefined {
  if (typeof value === "string") return new IdParameter(type, value, null);
  // Entries of lists are known by their numbers.
  if (typeof value === "number" && type.name === "IPListEntryIdentity") return new IdParameter(type, `${value}`, null);
  if (value instanceof Guid) return new IdParameter(type, value.text, null);
  if (value instanceof ADObjectId) return new IdParameter(type, value.toNetText(), value.guid);
  if (value instanceof DirectoryId) return new IdParameter(type, value.toNetText(), null);
  if (value instanceof IdParameter) return new IdParameter(type, value.text, value.guid);
  if (isDirectoryNamed(value)) return new IdParameter(type, value.identity, value.guid);
  if (!(value instanceof ExchangeObject) || !takes(type, value.source.object.class)) return undefined;
  // What is no object of the directory by itself says by a text which one it is.
  const own = value.source.live?.get("Identity");
  if (own instanceof DirectoryId) return new IdParameter(type, own.toNetText(), null);
  return new IdParameter(type, value.toNetText(context), value.source.object.guid);
}
