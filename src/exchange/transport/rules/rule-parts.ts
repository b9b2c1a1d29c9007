import type { ExchangeRelease } from "../../catalogue/release.js";

/** A condition or an action of transport rules, as the lists of both name it and as a rule's description reads. */
export interface RulePart {
  readonly name: string;
  readonly since?: ExchangeRelease;
  /** The parameters that state it: it is there when the first of them is. */
  readonly parameters: readonly [string, ...string[]];
  /** How it is offered, with what is to be said in it as a link. */
  readonly offered: string;
  /** How it reads in a rule, with the values of its parameters in the holes. */
  readonly reads: string;
}

function part(parameters: string, name: string, offered: string, reads: string, since?: ExchangeRelease): RulePart {
  const [first = "", ...others] = parameters.split(" ");
  const linked = offered.replace(/\[(\w+):([^\]]*)\]/g, '<a id="$1">$2</a>');
  return { name, parameters: [first, ...others], offered: linked, reads, ...(since === undefined ? {} : { since }) };
}

const group = "[Addresses:distribution list]";
const people = "[Addresses:people]";

/**
 * Names are documented for 2010; the words from memory, but for "Is sent to a member of group", the file extensions and the
 * rejection (facts: get-transportrule.1).
 */
export const conditions: readonly RulePart[] = [
  part("From", "From", `from ${people}`, "is received from {0}"),
  part("FromMemberOf", "FromMemberOf", `from a member of ${group}`, "is received from a member of group {0}"),
  part(
    "FromScope",
    "FromScope",
    "from users that are [Scope:inside or outside the organization]",
    "is received from {0}",
  ),
  part("SentTo", "SentTo", `sent to ${people}`, "is sent to {0}"),
  part("SentToMemberOf", "SentToMemberOf", `sent to a member of ${group}`, "is sent to a member of group {0}"),
  part(
    "SentToScope",
    "SentToScope",
    "sent to users that are [Scope:inside or outside the organization, or partners]",
    "is sent to {0}",
  ),
  part(
    "BetweenMemberOf1 BetweenMemberOf2",
    "BetweenMemberOf",
    `between members of ${group} and [Addresses2:distribution list]`,
    "is sent between members of groups {0} and {1}",
  ),
  part(
    "ManagerAddresses ManagerForEvaluatedUser",
    "ManagerIs",
    `when the manager of [EvaluatedUser:any sender] is ${people}`,
    "the manager of the {1} is {0}",
  ),
  part(
    "SenderManagementRelationship",
    "ManagementRelationship",
    "when the sender is the [ManagementRelationship:manager of a recipient]",
    "the sender is the {0} of a recipient",
  ),
  part(
    "ADComparisonAttribute ADComparisonOperator",
    "ADAttributeComparison",
    "if the sender and recipient's [ADAttribute:AD Attribute] are [Evaluation:equal]",
    "the {0} attribute of sender and recipient is {1}",
  ),
  part(
    "SenderADAttributeContainsWords",
    "SenderAttributeContains",
    "when the sender's properties contain [Words:specific words]",
    "the sender's properties include these words: {0}",
  ),
  part(
    "SenderADAttributeMatchesPatterns",
    "SenderAttributeMatches",
    "when the sender's properties match [Patterns:text patterns]",
    "the sender's properties match these patterns: {0}",
  ),
  part(
    "RecipientADAttributeContainsWords",
    "RecipientAttributeContains",
    "when the recipient's properties contain [Words:specific words]",
    "a recipient's properties include these words: {0}",
  ),
  part(
    "RecipientADAttributeMatchesPatterns",
    "RecipientAttributeMatches",
    "when the recipient's properties match [Patterns:text patterns]",
    "a recipient's properties match these patterns: {0}",
  ),
  ...["To", "Cc", "ToCc"].flatMap((box) => {
    const called = box === "ToCc" ? "To or Cc" : box;
    return [
      part(
        `AnyOf${box}Header`,
        `AnyOf${box}Header`,
        `when any of the recipients in the ${called} field is ${people}`,
        `the ${called} field has {0}`,
      ),
      part(
        `AnyOf${box}HeaderMemberOf`,
        `AnyOf${box}HeaderMemberOf`,
        `when any of the recipients in the ${called} field is a member of ${group}`,
        `the ${called} field has a member of group {0}`,
      ),
    ];
  }),
  ...(
    [
      ["Subject", "Subject", "Subject field", "subject"],
      ["SubjectOrBody", "SubjectOrBody", "Subject field or message body", "subject or body"],
      ["FromAddress", "FromAddress", "From address", "sender's address"],
      ["RecipientAddress", "RecipientAddress", "a recipient's address", "recipient's address"],
      ["AnyOfRecipientAddress", "AnyOfRecipientAddress", "any recipient's address", "address of any recipient"],
    ] as const
  ).flatMap(([parameter, name, field, called]) => [
    part(
      `${parameter}ContainsWords`,
      `${name}Contains`,
      `when the ${field} contains [Words:specific words]`,
      `includes these words in the ${called}: {0}`,
    ),
    part(
      `${parameter}MatchesPatterns`,
      `${name}Matches`,
      `when the ${field} matches [Patterns:text patterns]`,
      `includes these patterns in the ${called}: {0}`,
    ),
  ]),
  part(
    "HeaderContainsWords HeaderContainsMessageHeader",
    "HeaderContains",
    "when the [MessageHeader:message header] contains [Words:specific words]",
    "has a header {1} that includes these words: {0}",
  ),
  part(
    "HeaderMatchesPatterns HeaderMatchesMessageHeader",
    "HeaderMatches",
    "when the [MessageHeader:message header] matches [Patterns:text patterns]",
    "has a header {1} that matches these patterns: {0}",
  ),
  part(
    "SenderDomainIs",
    "SenderDomainIs",
    "when the sender's domain is [Words:domain]",
    "the sender's domain is {0}",
    "2013",
  ),
  part(
    "RecipientDomainIs",
    "RecipientDomainIs",
    "when a recipient's domain is [Words:domain]",
    "a recipient's domain is {0}",
    "2013",
  ),
  part(
    "AttachmentNameMatchesPatterns",
    "AttachmentNameMatches",
    "when any attachment file name matches [Patterns:text patterns]",
    "has an attachment whose file name matches these patterns: {0}",
  ),
  part(
    "AttachmentExtensionMatchesWords",
    "AttachmentExtensionMatchesWords",
    "when any attachment file extension matches [Words:specific words]",
    "has an attachment with a file extension that matches one of these values: {0}",
    "2013",
  ),
  part(
    "AttachmentContainsWords",
    "AttachmentContainsWords",
    "when any attachment contains [Words:specific words]",
    "has an attachment that contains these words: {0}",
  ),
  part(
    "AttachmentMatchesPatterns",
    "AttachmentMatchesPatterns",
    "when any attachment matches [Patterns:text patterns]",
    "has an attachment that matches these patterns: {0}",
  ),
  part(
    "AttachmentIsUnsupported",
    "AttachmentIsUnsupported",
    "when any attachment can't be inspected",
    "has an attachment that can't be inspected",
  ),
  part(
    "AttachmentHasExecutableContent",
    "AttachmentHasExecutableContent",
    "when any attachment has executable content",
    "has an attachment with executable content",
    "2013",
  ),
  part(
    "AttachmentSizeOver",
    "AttachmentSizeOver",
    "when the size of any attachment is greater than or equal to [Size:limit]",
    "has an attachment whose size is greater than or equal to {0}",
  ),
  part(
    "MessageSizeOver",
    "MessageSizeOver",
    "when the size of the message is greater than or equal to [Size:limit]",
    "the message's size is greater than or equal to {0}",
    "2013",
  ),
  part(
    "SenderIpRanges",
    "SenderIpRanges",
    "when the sender's IP address is in [IpRanges:ranges]",
    "the sender's IP address is in the range {0}",
    "2013",
  ),
  part(
    "SCLOver",
    "SclOver",
    "with a spam confidence level (SCL) rating that is greater than or equal to [SclValue:limit]",
    "has a spam confidence level (SCL) that is greater than or equal to {0}",
  ),
  part("WithImportance", "WithImportance", "marked with [Importance:importance]", "is marked with importance {0}"),
  part("MessageTypeMatches", "MessageTypeMatches", "with message type [MessageType:type]", "is of the type {0}"),
];

export const actions: readonly RulePart[] = [
  part("PrependSubject", "PrependSubject", "prepend the subject with [Prefix:string]", "prepend the subject with {0}"),
  part(
    "ApplyHtmlDisclaimerText ApplyHtmlDisclaimerLocation ApplyHtmlDisclaimerFallbackAction",
    "ApplyHtmlDisclaimer",
    "[Location:append] [Text:disclaimer text] and fallback to [FallbackAction:action] if unable to apply",
    "{1} the disclaimer {0} and fall back to action {2} if the disclaimer can't be applied",
  ),
  part(
    "SetSCL",
    "SetScl",
    "set the spam confidence level to [SclValue:value]",
    "set the spam confidence level (SCL) to {0}",
  ),
  part(
    "SetHeaderName SetHeaderValue",
    "SetHeader",
    "set [MessageHeader:header] with [HeaderValue:value]",
    "set the header {0} with the value {1}",
  ),
  part("RemoveHeader", "RemoveHeader", "remove [MessageHeader:header]", "remove the header {0}"),
  part(
    "AddToRecipients",
    "AddToRecipient",
    "add a recipient in the To field [Addresses:addresses]",
    "add {0} to the To field",
  ),
  part("CopyTo", "CopyTo", "copy the message to [Addresses:addresses]", "copy the message to {0}"),
  part(
    "BlindCopyTo",
    "BlindCopyTo",
    "Blind carbon copy (Bcc) the message to [Addresses:addresses]",
    "blind carbon copy (Bcc) the message to {0}",
  ),
  part(
    "AddManagerAsRecipientType",
    "AddManagerAsRecipientType",
    "add the sender's manager as a specific [RecipientType:recipient type]",
    "add the sender's manager as recipient type {0}",
  ),
  part(
    "ModerateMessageByUser",
    "ModerateMessageByUser",
    "forward the message to [Addresses:addresses] for moderation",
    "forward the message for approval to {0}",
  ),
  part(
    "ModerateMessageByManager",
    "ModerateMessageByManager",
    "forward the message to the sender's manager for moderation",
    "forward the message for approval to the sender's manager",
  ),
  part(
    "RedirectMessageTo",
    "RedirectMessage",
    "redirect the message to [Addresses:addresses]",
    "redirect the message to {0}",
  ),
  part(
    "RejectMessageReasonText RejectMessageEnhancedStatusCode",
    "RejectMessage",
    "send [RejectReason:rejection message] to sender with [EnhancedStatusCode:enhanced status code]",
    "reject the message and include the explanation {0} with the status code: {1}",
  ),
  part(
    "DeleteMessage",
    "DeleteMessage",
    "delete the message without notifying anyone",
    "delete the message without notifying the recipient or sender",
  ),
];
