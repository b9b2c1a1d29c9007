import { part, type RulePart } from "./rule-part.js";

/** What rules do to messages. Names are documented for 2010; the words from memory, but for the rejection (facts: get-transportrule.1). */
export const actions: readonly RulePart[] = [
  part("PrependSubject", "PrependSubject", "prepend the subject with [Prefix:string]", "prepend the subject with {0}"),
  part(
    "SetAuditSeverity",
    "SetAuditSeverity",
    "set audit severity level to [SeverityLevel:level]",
    "set audit severity level to {0}",
    "2013",
  ),
  part(
    "ApplyClassification",
    "ApplyClassification",
    "apply message classification [Classification:classification]",
    "apply the classification {0} to the message",
  ),
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
  part(
    "GenerateIncidentReport IncidentReportContent",
    "GenerateIncidentReport",
    "generate incident report and send it to [Addresses:addresses]",
    "send the incident report to {0}, with these message properties in the report: {1}",
    "2013",
  ),
  part(
    "RouteMessageOutboundRequireTls",
    "RouteMessageOutboundRequireTls",
    "require TLS encryption",
    "require TLS encryption",
    "2013",
  ),
  part(
    "GenerateNotification",
    "GenerateNotification",
    "notify the recipient with [Text:a message]",
    "notify the recipient with the message {0}",
    "2016",
  ),
];
