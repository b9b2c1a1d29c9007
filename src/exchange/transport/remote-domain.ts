import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, count, int, property, smtpDomain, text } from "../properties/property.js";
import { boolKind, intKind, nullable, unlimited } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.DomainContentConfig`;

const allowedOOFType = enumeration(`${configuration}.AllowedOOFType`, [
  "External",
  "InternalLegacy",
  "ExternalLegacy",
  "None",
]);
const contentType = enumeration(`${configuration}.ContentType`, ["MimeHtmlText", "MimeText", "MimeHtml"]);
const byteEncoder = enumeration("Microsoft.Exchange.Data.ByteEncoderTypeFor7BitCharsetsEnum", [
  "Undefined",
  "Use7Bit",
  "UseQP",
  "UseBase64",
  "UseQPHtmlDetectTextPlain",
  "UseBase64HtmlDetectTextPlain",
  "UseQPHtml7BitTextPlain",
  "UseBase64Html7BitTextPlain",
]);
const shiftJis = enumeration("Microsoft.Exchange.Data.PreferredInternetCodePageForShiftJisEnum", [
  "Undefined",
  "Iso2022Jp",
  "Esc2022Jp",
  "Sio2022Jp",
]);

/** How mail to a domain outside is written. Order and defaults from memory; view from a capture of 2016. */
export const remoteDomain = defineNoun({
  noun: "RemoteDomain",
  called: "remote domain",
  class: {
    name: "RemoteDomain",
    objectClass: ["top", "msExchDomainContentConfig"],
    objectCategory: "ms-Exch-Domain-Content-Config",
    container: { below: "organization", path: ["CN=Global Settings", "CN=Internet Message Formats"] },
    indexes: { domainName: { property: "DomainName", unique: "class" } },
  },
  setup: () => [{ class: "RemoteDomain", name: "Default", properties: { DomainName: "*" } }],
  typeNames: configurationTypes(typeName),
  properties: () => [
    smtpDomain("DomainName"),
    bool("IsInternal", { default: false }),
    bool("TargetDeliveryDomain", { default: false }),
    choice("ByteEncoderTypeFor7BitCharsets", byteEncoder, { default: "Undefined" }),
    text("CharacterSet", { default: "iso-8859-1" }),
    text("NonMimeCharacterSet", { default: "iso-8859-1" }),
    choice("AllowedOOFType", allowedOOFType, { default: "External" }),
    bool("AutoReplyEnabled", { default: false }),
    bool("AutoForwardEnabled", { default: false }),
    bool("DeliveryReportEnabled", { default: true }),
    bool("NDREnabled", { default: true }),
    bool("MeetingForwardNotificationEnabled", { default: false }),
    choice("ContentType", contentType, { default: "MimeHtmlText" }),
    bool("DisplaySenderName", { default: true }),
    choice("PreferredInternetCodePageForShiftJis", shiftJis, { default: "Undefined" }),
    property("RequiredCharsetCoverage", nullable(intKind)),
    property("TNEFEnabled", nullable(boolKind)),
    count("LineWrapSize", { default: unlimited }),
    bool("TrustedMailOutboundEnabled", { default: false }),
    bool("TrustedMailInboundEnabled", { default: false }),
    bool("UseSimpleDisplayName", { default: false }),
    bool("NDRDiagnosticInfoEnabled", { default: true }),
    bool("IsCoexistenceDomain", { default: false, until: "2010" }),
    int("MessageCountThreshold", { default: 2147483647, since: "2013" }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "DomainName" }, { property: "AllowedOOFType" }],
    },
  ],
});

export const remoteDomainVerbs: NounVerbs = {
  Get: getVerb(remoteDomain),
  New: newVerb(remoteDomain),
  Set: setVerb(remoteDomain),
  Remove: removeVerb(remoteDomain),
};
