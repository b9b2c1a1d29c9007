import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, link, list, smtpAddress, uri } from "../properties/property.js";
import { textual } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";
import { SmtpDomain, smtpDomainTypes } from "../types/smtp-domain.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${directory}.OrganizationRelationship`;

const freeBusyLevel = enumeration("Microsoft.Exchange.Data.Directory.FreeBusyAccessLevel", [
  "None",
  "AvailabilityOnly",
  "LimitedDetails",
]);
const mailTipsLevel = enumeration("Microsoft.Exchange.Data.Directory.MailTipsAccessLevel", ["None", "Limited", "All"]);

/** A domain of the other organization, without an asterisk. */
const domain = textual(
  "smtp domain",
  smtpDomainTypes.plain,
  (stored) => new SmtpDomain(smtpDomainTypes.plain, String(stored)),
  smtpDomainTypes.plain,
);

/**
 * What another organization may see of this one, and where it is asked. Order: captured in 2016
 * (get-organizationrelationship.1), which is 2010's with photos.
 */
export const organizationRelationship = defineNoun({
  noun: "OrganizationRelationship",
  called: "organization relationship",
  class: {
    name: "OrganizationRelationship",
    objectClass: ["top", "msExchFedSharingRelationship"],
    objectCategory: "ms-Exch-Fed-Sharing-Relationship",
    container: { below: "organization", path: ["CN=Federation"] },
  },
  typeNames: configurationTypes(typeName),
  certainty: "captured",
  properties: () => [
    list("DomainNames", domain),
    bool("FreeBusyAccessEnabled", { default: false }),
    choice("FreeBusyAccessLevel", freeBusyLevel, { default: "None" }),
    link("FreeBusyAccessScope", "Group", { prints: "canonical" }),
    bool("MailboxMoveEnabled", { default: false }),
    bool("DeliveryReportEnabled", { default: false }),
    bool("MailTipsAccessEnabled", { default: false }),
    choice("MailTipsAccessLevel", mailTipsLevel, { default: "None" }),
    link("MailTipsAccessScope", "Group", { prints: "canonical" }),
    bool("PhotosEnabled", { default: false, since: "2013" }),
    uri("TargetApplicationUri"),
    uri("TargetSharingEpr"),
    uri("TargetOwaURL"),
    uri("TargetAutodiscoverEpr"),
    smtpAddress("OrganizationContact"),
    bool("Enabled", { default: true }),
    bool("ArchiveAccessEnabled", { default: false }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [],
});

export const organizationRelationshipVerbs: NounVerbs = {
  Get: getVerb(organizationRelationship, { notFound: (task, identity) => task.parameterNotFound(identity) }),
  New: newVerb(organizationRelationship),
  // What -Force skips is a question that a change of the sharing address asks, and nothing asks here.
  Set: setVerb(organizationRelationship, { accepted: ["Force"] }),
  Remove: removeVerb(organizationRelationship),
};
