import { PowerShellError } from "../../../values/errors.js";
import { RegexOptions, regexFor } from "../../../values/regex/index.js";
import type { ExchangeRelease } from "../../catalogue/release.js";
import { message } from "../../noun/exchange-errors.js";
import type { ExchangeProperty } from "../../noun/exchange-object.js";
import type { Kind } from "../../properties/kind.js";
import { linkKind } from "../../properties/link-kind.js";
import { listKind } from "../../properties/list-kind.js";
import { bool, choice, fixed, property } from "../../properties/property.js";
import { choiceKind, intKind, nullable, sizeKind, textKind } from "../../properties/scalar-kinds.js";
import { enumeration } from "../../types/enumeration.js";
import { anyClassification } from "../message-classification.js";
import { recipientKind } from "../rule-kinds.js";
import { ipRangeKind } from "../transport-kinds.js";
import { adAttributeNames } from "./ad-attributes.js";
import { dataClassifications } from "./data-classifications.js";

/** The properties of a transport rule that are its conditions, its exceptions and its actions. */

const tasks = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks";

const fromScope = enumeration(`${tasks}.FromUserScope`, ["InOrganization", "NotInOrganization"]);
const toScope = enumeration(`${tasks}.ToUserScope`, [
  "InOrganization",
  "NotInOrganization",
  "ExternalPartner",
  "ExternalNonPartner",
]);
const evaluatedUser = enumeration(`${tasks}.EvaluatedUser`, ["Recipient", "Sender"]);
const relationship = enumeration(`${tasks}.ManagementRelationship`, ["Manager", "DirectReport"]);
const adAttribute = enumeration(`${tasks}.ADAttribute`, adAttributeNames);
const evaluation = enumeration(`${tasks}.Evaluation`, ["Equal", "NotEqual"]);
const importance = enumeration(`${tasks}.Importance`, ["High", "Normal", "Low"]);
const messageType = enumeration(`${tasks}.MessageType`, [
  "OOF",
  "AutoForward",
  "Encrypted",
  "Calendaring",
  "PermissionControlled",
  "Voicemail",
  "Signed",
  "ApprovalRequest",
  "ReadReceipt",
]);
const location = enumeration(`${tasks}.DisclaimerLocation`, ["Append", "Prepend"]);
const fallback = enumeration(`${tasks}.DisclaimerFallbackAction`, ["Wrap", "Ignore", "Reject"]);
const mode = enumeration(`${tasks}.RuleMode`, ["Audit", "AuditAndNotify", "Enforce"]);
const errorAction = enumeration(`${tasks}.RuleErrorAction`, ["Ignore", "Defer"]);
const addressLocation = enumeration(`${tasks}.SenderAddressLocation`, ["Header", "Envelope", "HeaderOrEnvelope"]);
const subType = enumeration(`${tasks}.RuleSubType`, ["None", "Dlp"]);
const originalMail = enumeration(`${tasks}.IncidentReportOriginalMail`, [
  "DoNotIncludeOriginalMail",
  "IncludeOriginalMail",
]);
const reportContent = enumeration(`${tasks}.IncidentReportContent`, [
  "Sender",
  "Recipients",
  "Subject",
  "CC",
  "BCC",
  "Severity",
  "Override",
  "RuleDetections",
  "FalsePositive",
  "DataClassifications",
  "IdMatch",
  "AttachOriginalMail",
]);
const notifySender = enumeration(`${tasks}.NotifySenderType`, [
  "NotifyOnly",
  "RejectMessage",
  "RejectUnlessFalsePositiveOverride",
  "RejectUnlessSilentOverride",
  "RejectUnlessExplicitOverride",
]);
const severities = ["DoNotAudit", "Low", "Medium", "High"];
const recipientType = enumeration(`${tasks}.AddedRecipientType`, ["To", "Cc", "Bcc", "Redirect"]);

const messages = {
  badPattern: message({
    text: (pattern: string, reason: string) => `The pattern "${pattern}" isn't a valid regular expression: ${reason}`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  badSeverity: message({
    text: (severity: string) => `"${severity}" isn't a severity level: ${severities.join(", ")}.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the levels are documented (New-TransportRule -SetAuditSeverity), the text is not known",
  }),
  badAttribute: message({
    text: (value: string) =>
      `"${value}" has to name an attribute of Active Directory and words, such as Department:Sales,Marketing.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the form is documented, the text is not known",
  }),
} as const;

/** Several values; a rule that has none shows nothing, where other lists show braces (captured). */
function severalOf(element: Kind, name: string): Kind {
  const kind = listKind(element);
  return {
    ...kind,
    name,
    show: (stored, source, context) =>
      Array.isArray(stored) && stored.length > 0 ? kind.show(stored, source, context) : null,
  };
}

/** .NET's regular expressions; Exchange 2010 documents a part of them. */
const pattern: Kind = {
  ...textKind,
  name: "pattern",
  take: (given, setting) => {
    const text = textKind.take(given, setting);
    const { task } = setting;
    if (typeof text === "string") {
      try {
        regexFor(task.cmdlet.context, text.slice(text.indexOf(":") + 1), RegexOptions.IgnoreCase);
      } catch (error) {
        if (!(error instanceof PowerShellError)) throw error;
        throw task.failure(messages.badPattern, [text, error.message]);
      }
    }
    return text;
  },
};

/** `Department:Sales,Marketing` */
function ofAttribute(element: Kind): Kind {
  return {
    ...element,
    take: (given, setting) => {
      const text = element.take(given, setting);
      if (typeof text !== "string") return text;
      const [name = "", words = ""] = text.split(/:(.*)/s);
      const known = adAttributeNames.some((each) => each.toLowerCase() === name.toLowerCase());
      if (!known || words === "") throw setting.task.failure(messages.badAttribute, [text]);
      return text;
    },
  };
}

const people = severalOf(recipientKind, "rule people");
const words = severalOf(textKind, "rule words");
const patterns = severalOf(pattern, "rule words");
const attributeWords = severalOf(ofAttribute(textKind), "rule attributes");
const attributePatterns = severalOf(ofAttribute(pattern), "rule attributes");
/** How bad it is that a message fits, for reports. */
const severity: Kind = {
  ...textKind,
  parameterType: "string",
  take: (given, setting) => {
    const text = textKind.take(given, setting);
    if (typeof text !== "string") return text;
    const known = severities.find((each) => each.toLowerCase() === text.toLowerCase());
    if (known === undefined) throw setting.task.failure(messages.badSeverity, [text]);
    return known;
  },
};
const header: Kind = { ...textKind, parameterType: "string" };
const one = (type: Parameters<typeof choiceKind>[0]): Kind => nullable(choiceKind(type));
const level: Kind = nullable({ ...intKind, parameterType: "int" });
const size: Kind = nullable(sizeKind);

/** By its name, as the parameter is a text. */
const classification = linkKind("MessageClassification", { query: anyClassification });

/**
 * A condition: the parameter that states it, and its values; `true` where it is a truth value. What messages here can't be
 * tested for is never set: `null` stands for a value, `false` for a truth value.
 */
type Condition = readonly [name: string, kind: Kind | boolean | null, since?: ExchangeRelease];

/** In the order of a rule's list (facts: get-transportrule.1 of 2016). */
const conditions: readonly Condition[] = [
  ["From", people],
  ["FromMemberOf", people],
  ["FromScope", one(fromScope)],
  ["SentTo", people],
  ["SentToMemberOf", people],
  ["SentToScope", one(toScope)],
  ["BetweenMemberOf1", people],
  ["BetweenMemberOf2", people],
  ["ManagerAddresses", people],
  ["ManagerForEvaluatedUser", one(evaluatedUser)],
  ["SenderManagementRelationship", one(relationship)],
  ["ADComparisonAttribute", one(adAttribute)],
  ["ADComparisonOperator", one(evaluation)],
  ["SenderADAttributeContainsWords", attributeWords],
  ["SenderADAttributeMatchesPatterns", attributePatterns],
  ["RecipientADAttributeContainsWords", attributeWords],
  ["RecipientADAttributeMatchesPatterns", attributePatterns],
  ["AnyOfToHeader", people],
  ["AnyOfToHeaderMemberOf", people],
  ["AnyOfCcHeader", people],
  ["AnyOfCcHeaderMemberOf", people],
  ["AnyOfToCcHeader", people],
  ["AnyOfToCcHeaderMemberOf", people],
  ["HasClassification", classification],
  ["HasNoClassification", true],
  ["SubjectContainsWords", words],
  ["SubjectOrBodyContainsWords", words],
  ["HeaderContainsMessageHeader", header],
  ["HeaderContainsWords", words],
  ["FromAddressContainsWords", words],
  ["SenderDomainIs", words, "2013"],
  ["RecipientDomainIs", words, "2013"],
  ["SubjectMatchesPatterns", patterns],
  ["SubjectOrBodyMatchesPatterns", patterns],
  ["HeaderMatchesMessageHeader", header],
  ["HeaderMatchesPatterns", patterns],
  ["FromAddressMatchesPatterns", patterns],
  ["AttachmentNameMatchesPatterns", patterns],
  ["AttachmentExtensionMatchesWords", words, "2013"],
  ["AttachmentPropertyContainsWords", words, "2016"],
  ["ContentCharacterSetContainsWords", words, "2013"],
  // Behind the last one of the exceptions.
  ["HasSenderOverride", true, "2013"],
  ["MessageContainsDataClassifications", dataClassifications, "2013"],
  ["MessageContainsAllDataClassifications", null, "2013"],
  ["SenderIpRanges", severalOf(ipRangeKind, "rule ranges"), "2013"],
  ["SCLOver", level],
  ["AttachmentSizeOver", size],
  ["MessageSizeOver", size, "2013"],
  ["WithImportance", one(importance)],
  ["MessageTypeMatches", one(messageType)],
  ["RecipientAddressContainsWords", words],
  ["RecipientAddressMatchesPatterns", patterns],
  ["SenderInRecipientList", null, "2016"],
  ["RecipientInSenderList", null, "2016"],
  ["AttachmentContainsWords", words],
  ["AttachmentMatchesPatterns", patterns],
  ["AttachmentIsUnsupported", true],
  ["AttachmentProcessingLimitExceeded", true, "2013"],
  ["AttachmentHasExecutableContent", true, "2013"],
  ["AttachmentIsPasswordProtected", true, "2013"],
  ["AnyOfRecipientAddressContainsWords", words],
  ["AnyOfRecipientAddressMatchesPatterns", patterns],
];

function row(name: string, kind: Kind | boolean | null, since?: ExchangeRelease): ExchangeProperty {
  const made =
    kind === true
      ? bool(name, { default: false })
      : kind === false
        ? fixed(name, "bool", () => false)
        : kind === null
          ? fixed(name, "string", () => null)
          : property(name, kind);
  return since === undefined ? made : { ...made, since };
}

/** Which stand last among the exceptions. */
const lastExceptions: readonly string[] = [
  "HasSenderOverride",
  "MessageContainsDataClassifications",
  "MessageContainsAllDataClassifications",
  "SenderIpRanges",
];

/** The conditions, or with the prefix the exceptions that say the same. */
export function conditionRows(prefix: "" | "ExceptIf"): readonly ExchangeProperty[] {
  const isLast = ([name]: Condition): boolean => prefix !== "" && lastExceptions.includes(name);
  const ordered = [...conditions.filter((each) => !isLast(each)), ...conditions.filter(isLast)];
  return ordered.map(([name, kind, since]) => row(`${prefix}${name}`, kind, since));
}

const later = (names: readonly string[], kind: false | null): readonly ExchangeProperty[] =>
  names.map((name) => row(name, kind, "2013"));

/** What rules have since 2013 before their conditions. Whether the sender is looked for on the envelope is the same here. */
export const laterRows = (): readonly ExchangeProperty[] => [
  choice("Mode", mode, { default: "Enforce", since: "2013" }),
  choice("RuleErrorAction", errorAction, { default: "Ignore", since: "2013" }),
  choice("SenderAddressLocation", addressLocation, { default: "Header", since: "2013" }),
  choice("RuleSubType", subType, { default: "None", since: "2013" }),
  bool("UseLegacyRegex", { default: false, since: "2013" }),
];

export const actionRows = (): readonly ExchangeProperty[] => [
  property("PrependSubject", { ...textKind, parameterType: "string" }),
  { ...property("SetAuditSeverity", severity), since: "2013" },
  row("ApplyClassification", classification),
  property("ApplyHtmlDisclaimerLocation", one(location)),
  property("ApplyHtmlDisclaimerText", { ...textKind, parameterType: "string" }),
  property("ApplyHtmlDisclaimerFallbackAction", one(fallback)),
  row("ApplyRightsProtectionTemplate", null),
  property("SetSCL", level),
  property("SetHeaderName", header),
  property("SetHeaderValue", header),
  property("RemoveHeader", header),
  property("AddToRecipients", people),
  property("CopyTo", people),
  property("BlindCopyTo", people),
  property("AddManagerAsRecipientType", one(recipientType)),
  property("ModerateMessageByUser", people),
  bool("ModerateMessageByManager", { default: false }),
  property("RedirectMessageTo", people),
  property("RejectMessageEnhancedStatusCode", { ...textKind, parameterType: "string" }),
  property("RejectMessageReasonText", { ...textKind, parameterType: "string" }),
  bool("DeleteMessage", { default: false }),
  row("Disconnect", false),
  row("Quarantine", false),
  row("SmtpRejectMessageRejectText", null),
  row("SmtpRejectMessageRejectStatusCode", null),
  row("LogEventText", null),
  { ...bool("StopRuleProcessing", { default: false }), since: "2013" },
  property("SenderNotificationType", one(notifySender), { parameter: "NotifySender", since: "2013" }),
  { ...property("GenerateIncidentReport", recipientKind), since: "2013" },
  { ...property("IncidentReportOriginalMail", one(originalMail)), since: "2013", until: "2013" },
  { ...property("IncidentReportContent", severalOf(choiceKind(reportContent), "rule report")), since: "2013" },
  ...later(["RouteMessageOutboundConnector"], null),
  bool("RouteMessageOutboundRequireTls", { default: false, since: "2013" }),
  ...later(["ApplyOME", "RemoveOME"], false),
  fixed("OMEExpiryDays", "int", () => 0, { since: "2016" }),
  { ...property("GenerateNotification", { ...textKind, parameterType: "string" }), since: "2016" },
];
