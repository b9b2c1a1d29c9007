import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, computed, fixed, link, text, texts } from "../properties/property.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { filterable } from "./filters/recipient-filter.js";
import { byAnr, ofKinds } from "./get-recipients.js";
import { linkedMasterAccount } from "./linked-account.js";
import { unitOf } from "./mail-enabled-properties.js";
import { wantsKind } from "./mailbox-kinds.js";
import { orgPersonIndexes, orgPersonProperties } from "./org-person-properties.js";
import { recipientIdentityProperties, typeDetailsOf } from "./recipient-types.js";
import { accountName, primaryAddressSetter, recipientSetOptions } from "./recipient-writing.js";
import { sidOf } from "./security-identifier.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.User";

/** A user account, with or without a mailbox: the same object as Get-Mailbox and Get-MailUser show. Order from memory. */
export const user = defineNoun({
  noun: "User",
  class: "User",
  indexes: orgPersonIndexes,
  tasks: "RecipientTasks",
  identity: { classes: ["User"], wildcards: "several", properties: recipientIdentityProperties },
  typeNames: presentationTypes(typeName, "Microsoft.Exchange.Data.Directory.Management.OrgPersonPresentationObject"),
  properties: () => [
    fixed("IsSecurityPrincipal", "bool", () => true),
    text("SamAccountName"),
    computed("Sid", "System.Security.Principal.SecurityIdentifier", sidOf),
    fixed(
      "SidHistory",
      "Microsoft.Exchange.Data.MultiValuedProperty[System.Security.Principal.SecurityIdentifier]",
      () => multiValuedProperty([]),
    ),
    text("UserPrincipalName"),
    bool("ResetPasswordOnNextLogon", { default: false }),
    texts("CertificateSubject"),
    bool("RemotePowerShellEnabled", { default: true }),
    fixed("NetID", "Microsoft.Exchange.Data.NetID", () => null),
    computed("OrganizationalUnit", "string", unitOf),
    computed("IsLinked", "bool", ({ object }) => typeDetailsOf(object).startsWith("Linked")),
    text("LinkedMasterAccount", { parameter: null }),
    fixed("ExternalDirectoryObjectId", "string", () => ""),
    fixed("SKUAssigned", "System.Nullable[bool]", () => null),
    ...orgPersonProperties(),
    link("AuthenticationPolicy", "AuthenticationPolicy", { since: "2019", certainty: "memory" }),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/captures.jsonl, get-user.1: two halves of the console.
      columns: [{ property: "Name" }, { property: "RecipientType", alignment: "left" }],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

/** Accounts of mailboxes that Exchange keeps for itself are shown to who asks for them only. */
export const userVerbs: NounVerbs = {
  Get: getVerb(user, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: { Anr: byAnr("Anr"), RecipientTypeDetails: ofKinds },
    emulated: ["Arbitration", "AuditLog", "AuxAuditLog", "PublicFolder", "SupervisoryReviewPolicy"],
    arrange: function* (task, users) {
      const isWanted = wantsKind(task);
      for (const each of users) if (isWanted(each)) yield each;
    },
  }),
  Set: setVerb(user, {
    setters: {
      WindowsEmailAddress: primaryAddressSetter,
      UserPrincipalName: accountName("UserPrincipalName"),
      SamAccountName: accountName("SamAccountName"),
      LinkedMasterAccount: linkedMasterAccount,
    },
    accepted: [
      "Arbitration",
      "PublicFolder",
      "SkipDualWrite",
      "CreateDTMFMap",
      "LinkedCredential",
      "LinkedDomainController",
      // What a mailbox leaves on its user here is nothing that a later one takes up.
      "PermanentlyClearPreviousMailboxInfo",
    ],
    ...recipientSetOptions,
  }),
};
