import { message } from "../../noun/exchange-errors.js";
import { bool, choice, fixed, int, list, type PropertyOptions, smtpAddress, text } from "../../properties/property.js";
import { smtpAddressKind, smtpDomainKind } from "../../properties/scalar-kinds.js";
import { enumeration } from "../../types/enumeration.js";
import { filterConfig, filterConfigVerbs } from "./filter-config.js";

/** The anti-spam agents' settings, a table each. */

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

const messages = {
  outOfRange: message({
    text: (name: string, least: string, most: string) =>
      `The property value is invalid. The value of ${name} must be within the range of ${least} through ${most}.`,
    exception: "Microsoft.Exchange.Data.DataValidationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "the ranges are documented, the text is not known",
  }),
} as const;

const within =
  (name: string, least: number, most: number): NonNullable<PropertyOptions["check"]> =>
  (value, { task }) => {
    if (typeof value === "number" && (value < least || value > most))
      throw task.failure(messages.outOfRange, [name, String(least), String(most)]);
  };

/** A threshold of the spam confidence level, 0 to 9. */
const threshold = (name: string, usual: number) => int(name, { default: usual, check: within(name, 0, 9) });

export const contentFilterConfig = filterConfig({
  noun: "ContentFilterConfig",
  called: "content filter configuration",
  objectClass: "msExchMessageHygieneContentFilterConfig",
  objectCategory: "ms-Exch-Message-Hygiene-Content-Filter-Config",
  properties: () => [
    text("RejectionResponse", { default: "Message rejected as spam by Content Filtering." }),
    bool("OutlookEmailPostmarkValidationEnabled", { default: true }),
    list("BypassedRecipients", smtpAddressKind),
    smtpAddress("QuarantineMailbox"),
    threshold("SCLRejectThreshold", 7),
    bool("SCLRejectEnabled", { default: true }),
    threshold("SCLDeleteThreshold", 9),
    bool("SCLDeleteEnabled", { default: false }),
    threshold("SCLQuarantineThreshold", 9),
    bool("SCLQuarantineEnabled", { default: false }),
    list("BypassedSenders", smtpAddressKind),
    list("BypassedSenderDomains", smtpDomainKind),
  ],
});

const blockedSenderAction = enumeration(`${configuration}.BlockedSenderAction`, ["StampStatus", "Reject"]);
const recipientBlockedSenderAction = enumeration(`${configuration}.RecipientBlockedSenderAction`, ["Reject", "Delete"]);

export const senderFilterConfig = filterConfig({
  noun: "SenderFilterConfig",
  called: "sender filter configuration",
  objectClass: "msExchMessageHygieneSenderFilterConfig",
  objectCategory: "ms-Exch-Message-Hygiene-Sender-Filter-Config",
  properties: () => [
    list("BlockedSenders", smtpAddressKind),
    list("BlockedDomains", smtpDomainKind),
    list("BlockedDomainsAndSubdomains", smtpDomainKind),
    choice("Action", blockedSenderAction, { default: "Reject" }),
    bool("BlankSenderBlockingEnabled", { default: false }),
    choice("RecipientBlockedSenderAction", recipientBlockedSenderAction, { default: "Reject" }),
  ],
});

export const recipientFilterConfig = filterConfig({
  noun: "RecipientFilterConfig",
  called: "recipient filter configuration",
  objectClass: "msExchMessageHygieneRecipientFilterConfig",
  objectCategory: "ms-Exch-Message-Hygiene-Recipient-Filter-Config",
  properties: () => [
    list("BlockedRecipients", smtpAddressKind),
    bool("RecipientValidationEnabled", { default: false }),
    bool("BlockListEnabled", { default: false }),
  ],
});

const senderIdAction = enumeration(`${configuration}.SenderIdAction`, ["StampStatus", "Reject", "Delete"]);

export const senderIdConfig = filterConfig({
  noun: "SenderIdConfig",
  called: "Sender ID configuration",
  objectClass: "msExchMessageHygieneSenderIDConfig",
  objectCategory: "ms-Exch-Message-Hygiene-Sender-ID-Config",
  properties: () => [
    choice("SpoofedDomainAction", senderIdAction, { default: "StampStatus" }),
    choice("TempErrorAction", senderIdAction, { default: "StampStatus" }),
    list("BypassedRecipients", smtpAddressKind),
    list("BypassedSenderDomains", smtpDomainKind),
  ],
});

const proxyType = enumeration(`${configuration}.ProxyType`, [
  "None",
  "Socks4",
  "Socks5",
  "HttpConnect",
  "HttpPost",
  "Telnet",
  "Cisco",
  "Wingate",
]);

export const senderReputationConfig = filterConfig({
  noun: "SenderReputationConfig",
  called: "sender reputation configuration",
  name: "Sender Reputation",
  objectClass: "msExchSenderReputation",
  objectCategory: "ms-Exch-Sender-Reputation",
  properties: () => [
    fixed("MinMessagesPerDatabaseTransaction", "int", () => 20),
    int("SrlBlockThreshold", { default: 7, check: within("SrlBlockThreshold", 0, 9) }),
    bool("OpenProxyDetectionEnabled", { default: true }),
    bool("SenderBlockingEnabled", { default: true }),
    fixed("OpenProxyRescanInterval", "int", () => 10),
    fixed("MinMessagesPerTimeSlice", "int", () => 100),
    fixed("TimeSliceInterval", "int", () => 48),
    fixed("OpenProxyFlags", "int", () => 0),
    fixed("MinReverseDnsQueryPeriod", "int", () => 1),
    int("SenderBlockingPeriod", {
      default: 24,
      check: within("SenderBlockingPeriod", 0, 48),
    }),
    text("ProxyServerName"),
    int("ProxyServerPort", { default: 0 }),
    choice("ProxyServerType", proxyType, { default: "None" }),
  ],
});

const refusal =
  "External client with IP address {0} does not have permissions to submit to this server. Visit http://support.microsoft.com/kb/928123 for more information.";

export const ipAllowListConfig = filterConfig({
  noun: "IPAllowListConfig",
  called: "IP Allow list configuration",
  objectClass: "msExchMessageHygieneIPAllowListConfig",
  objectCategory: "ms-Exch-Message-Hygiene-IP-Allow-List-Config",
  properties: () => [],
});

export const ipBlockListConfig = filterConfig({
  noun: "IPBlockListConfig",
  called: "IP Block list configuration",
  objectClass: "msExchMessageHygieneIPBlockListConfig",
  objectCategory: "ms-Exch-Message-Hygiene-IP-Block-List-Config",
  properties: () => [
    text("MachineEntryRejectionResponse", { default: refusal }),
    text("StaticEntryRejectionResponse", { default: refusal }),
  ],
});

export const ipAllowListProvidersConfig = filterConfig({
  noun: "IPAllowListProvidersConfig",
  called: "IP Allow list providers configuration",
  objectClass: "msExchMessageHygieneIPAllowListProviderConfig",
  objectCategory: "ms-Exch-Message-Hygiene-IP-Allow-List-Provider-Config",
  properties: () => [],
});

export const ipBlockListProvidersConfig = filterConfig({
  noun: "IPBlockListProvidersConfig",
  called: "IP Block list providers configuration",
  objectClass: "msExchMessageHygieneIPBlockListProviderConfig",
  objectCategory: "ms-Exch-Message-Hygiene-IP-Block-List-Provider-Config",
  properties: () => [list("BypassedRecipients", smtpAddressKind)],
});

/** Each with its verbs. */
export const filterConfigs = [
  contentFilterConfig,
  senderFilterConfig,
  recipientFilterConfig,
  senderIdConfig,
  senderReputationConfig,
  ipAllowListConfig,
  ipBlockListConfig,
  ipAllowListProvidersConfig,
  ipBlockListProvidersConfig,
].map((noun) => ({ noun, verbs: filterConfigVerbs(noun) }));
