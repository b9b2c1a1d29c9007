import { part, type RulePart } from "./rule-part.js";

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
  part(
    "HasClassification",
    "HasClassification",
    "marked with [Classification:classification]",
    "is marked with the classification {0}",
  ),
  part(
    "HasNoClassification",
    "HasNoClassification",
    "not marked with a message classification",
    "isn't marked with a classification",
  ),
  part(
    "AttachmentPropertyContainsWords",
    "AttachmentPropertyContainsWords",
    "when any attachment has [Properties:these properties], including any of these words",
    "has an attachment with these properties: {0}",
    "2016",
  ),
  part(
    "AttachmentProcessingLimitExceeded",
    "AttachmentProcessingLimitExceeded",
    "when any attachment didn't complete scanning",
    "has an attachment that didn't complete scanning",
    "2013",
  ),
  part(
    "AttachmentIsPasswordProtected",
    "AttachmentIsPasswordProtected",
    "when any attachment is password protected",
    "has an attachment that is password protected",
    "2013",
  ),
  part(
    "ContentCharacterSetContainsWords",
    "ContentCharacterSetContainsWords",
    "when the character set contains [Words:specific words]",
    "includes these words in the character set: {0}",
    "2013",
  ),
  part(
    "MessageContainsDataClassifications",
    "MessageContainsDataClassifications",
    "when the message contains [DataClassifications:sensitive information]",
    "the message contains these sensitive information types: {0}",
    "2013",
  ),
  part(
    "HasSenderOverride",
    "HasSenderOverride",
    "when the sender has overridden the Policy Tip",
    "the sender has overridden the Policy Tip",
    "2013",
  ),
  part("WithImportance", "WithImportance", "marked with [Importance:importance]", "is marked with importance {0}"),
  part("MessageTypeMatches", "MessageTypeMatches", "with message type [MessageType:type]", "is of the type {0}"),
];
