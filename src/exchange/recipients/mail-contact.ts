import type { NewObject } from "../../topology/index.js";
import { disableVerb, enableVerb } from "../noun/change-verb.js";
import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { count } from "../properties/property.js";
import { unlimited } from "../properties/scalar-kinds.js";
import { contact } from "./contact.js";
import {
  certificateRows,
  externalAddressRow,
  formatRows,
  preferFormatRow,
  richTextRow,
} from "./external-recipient-properties.js";
import { filterable } from "./filters/recipient-filter.js";
import { byAnr, ofKinds, withoutMail } from "./get-recipients.js";
import { leaveGroups } from "./groups/leave-groups.js";
import { mailEnabledProperties } from "./mail-enabled-properties.js";
import { dataSetters } from "./recipient-data.js";
import { isMailEnabled, recipientIdentityProperties } from "./recipient-types.js";
import {
  addressSetters,
  externalAddress,
  mailEnabled,
  recipientSetOptions,
  setExternalAddress,
  unitFor,
  wrongType,
} from "./recipient-writing.js";
import { secondaryExtension } from "./secondary-extension.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.MailContact";

/** A contact that mail can go to. Order of the list and view from memory. */
export const mailContact = defineNoun({
  noun: "MailContact",
  class: "Contact",
  tasks: "RecipientTasks",
  identity: {
    classes: ["Contact"],
    where: isMailEnabled,
    wildcards: "several",
    properties: recipientIdentityProperties,
  },
  typeNames: presentationTypes(
    typeName,
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledOrgPerson",
    "Microsoft.Exchange.Data.Directory.Management.MailEnabledRecipient",
  ),
  properties: () => [
    externalAddressRow,
    count("MaxRecipientPerMessage", { default: unlimited }),
    richTextRow,
    preferFormatRow,
    ...formatRows,
    ...certificateRows(),
    ...mailEnabledProperties(false),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Alias" }, { property: "RecipientType", alignment: "left" }],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const object: NewObject = { class: "Contact", name, ...unitFor(task) };
  const external = externalAddress(task);
  const properties = {
    ExternalEmailAddress: external,
    DisplayName: task.text("DisplayName") ?? name,
    FirstName: task.text("FirstName"),
    Initials: task.text("Initials"),
    LastName: task.text("LastName"),
  };
  return { ...object, properties: mailEnabled(task, { object, properties, external }) };
}

const madeOf = ["ExternalEmailAddress", "Alias", "PrimarySmtpAddress"];

export const mailContactVerbs: NounVerbs = {
  Get: getVerb(mailContact, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: { ANR: byAnr("ANR"), RecipientTypeDetails: ofKinds },
  }),
  New: newVerb(mailContact, {
    emulated: [...madeOf, "OrganizationalUnit", "FirstName", "Initials", "LastName"],
    make,
  }),
  Set: setVerb(mailContact, {
    setters: { ...addressSetters, ...dataSetters, ...secondaryExtension, ExternalEmailAddress: setExternalAddress },
    accepted: ["CreateDTMFMap", "ForceUpgrade"],
    ...recipientSetOptions,
  }),
  Enable: enableVerb(mailContact, {
    identity: { classes: ["Contact"], properties: recipientIdentityProperties },
    emulated: madeOf,
    change: (task, object) => {
      if (isMailEnabled(object)) return wrongType(task, object);
      const external = externalAddress(task);
      return { properties: mailEnabled(task, { object, properties: { ExternalEmailAddress: external }, external }) };
    },
  }),
  Disable: disableVerb(mailContact, {
    change: () => ({ properties: withoutMail(mailContact, contact) }),
  }),
  Remove: removeVerb(mailContact, { after: leaveGroups }),
};
