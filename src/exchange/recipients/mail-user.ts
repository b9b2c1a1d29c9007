import type { DirectoryObject, NewObject } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import { disableVerb, enableVerb } from "../noun/change-verb.js";
import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { bool, count, fixed, guid, link, text, texts } from "../properties/property.js";
import { unlimited } from "../properties/scalar-kinds.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { accountState } from "./account-password.js";
import { defaultAlias } from "./addresses.js";
import {
  certificateRows,
  externalAddressRow,
  formatRows,
  preferFormatRow,
  recoverableItemsRows,
  richTextRow,
} from "./external-recipient-properties.js";
import { filterable } from "./filters/recipient-filter.js";
import { byAnr, withoutMail } from "./get-recipients.js";
import { leaveGroups } from "./groups/leave-groups.js";
import { mailEnabledProperties, toRecipients } from "./mail-enabled-properties.js";
import { dataSetters } from "./recipient-data.js";
import { hasMailbox, isMailEnabled, recipientClasses, recipientIdentityProperties } from "./recipient-types.js";
import {
  accountName,
  addressSetters,
  externalAddress,
  mailEnabled,
  recipientSetOptions,
  setExternalAddress,
  unitFor,
  wrongType,
} from "./recipient-writing.js";
import { secondaryExtension } from "./secondary-extension.js";
import { accountOf } from "./unique-values.js";
import { user } from "./user.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.MailUser";

const isMailUser = (user: DirectoryObject): boolean => isMailEnabled(user) && !hasMailbox(user);
const noGuid = "00000000-0000-0000-0000-000000000000";

/** A user whose mail goes to an address outside. Order of the list and view from memory. */
export const mailUser = defineNoun({
  noun: "MailUser",
  class: "User",
  tasks: "RecipientTasks",
  identity: { classes: ["User"], where: isMailUser, wildcards: "several", properties: recipientIdentityProperties },
  typeNames: presentationTypes(
    typeName,
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledOrgPerson",
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledRecipient",
  ),
  properties: () => [
    bool("DeliverToMailboxAndForward", { default: false }),
    guid("ExchangeGuid", { absent: () => new Guid(noGuid) }),
    guid("ArchiveGuid", { default: noGuid }),
    texts("ArchiveName"),
    externalAddressRow,
    link("ForwardingAddress", recipientClasses, { ...toRecipients, parameter: null }),
    preferFormatRow,
    ...formatRows,
    fixed("ProtocolSettings", "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => multiValuedProperty([])),
    count("RecipientLimits", { default: unlimited }),
    text("SamAccountName"),
    richTextRow,
    text("UserPrincipalName"),
    fixed("WindowsLiveID", smtpAddressName, () => new SmtpAddress("")),
    text("ImmutableId"),
    fixed("SKUAssigned", "System.Nullable[bool]", () => null),
    ...certificateRows(),
    ...recoverableItemsRows(),
    ...mailEnabledProperties(false),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "RecipientType", alignment: "left" }],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const object: NewObject = { class: "User", name, ...unitFor(task) };
  const external = externalAddress(task);
  const account = accountOf(task, task.text("Alias") ?? defaultAlias(name, task.text("UserPrincipalName")));
  const properties = {
    ...account,
    ...accountState(task, account.SamAccountName),
    ExternalEmailAddress: external,
    DisplayName: task.text("DisplayName") ?? name,
    FirstName: task.text("FirstName"),
    Initials: task.text("Initials"),
    LastName: task.text("LastName"),
    RecipientTypeDetails: "MailUser",
    RemotePowerShellEnabled: task.value("RemotePowerShellEnabled") !== false,
  };
  return { ...object, properties: mailEnabled(task, { object, properties, external }) };
}

const madeOf = ["ExternalEmailAddress", "Alias", "PrimarySmtpAddress"];

export const mailUserVerbs: NounVerbs = {
  Get: {
    ...getVerb(mailUser, { defaultParameterSet: "Identity", limited: true, filters: { Anr: byAnr("Anr") } }),
    // Scripts of administrators write `$recipient | Get-MailUser`, in several public repositories.
    piped: ["Identity"],
  },
  New: newVerb(mailUser, {
    defaultParameterSet: "DisabledUser",
    emulated: [
      ...madeOf,
      "OrganizationalUnit",
      "FirstName",
      "Initials",
      "LastName",
      "RemotePowerShellEnabled",
      "Password",
      "ResetPasswordOnNextLogon",
    ],
    make,
  }),
  Set: setVerb(mailUser, {
    setters: {
      ...dataSetters,
      ...secondaryExtension,
      ...addressSetters,
      ExternalEmailAddress: setExternalAddress,
      UserPrincipalName: accountName("UserPrincipalName"),
      SamAccountName: accountName("SamAccountName"),
    },
    accepted: ["CreateDTMFMap", "ForceUpgrade", "SkipDualWrite"],
    ...recipientSetOptions,
  }),
  Enable: enableVerb(mailUser, {
    defaultParameterSet: "EnabledUser",
    identity: { classes: ["User"], properties: recipientIdentityProperties },
    emulated: madeOf,
    change: (task, object) => {
      if (isMailEnabled(object)) return wrongType(task, object);
      const external = externalAddress(task);
      const properties = { ExternalEmailAddress: external, RecipientTypeDetails: "MailUser" };
      return { properties: mailEnabled(task, { object, properties, external }) };
    },
  }),
  Disable: disableVerb(mailUser, {
    accepted: ["IgnoreLegalHold"],
    change: () => ({ properties: { ...withoutMail(mailUser, user), RecipientTypeDetails: "User" } }),
  }),
  Remove: removeVerb(mailUser, { accepted: ["IgnoreLegalHold"], after: leaveGroups }),
};
