import type { ClassExtension, PropertyDefinition } from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";

const unlimited = { kind: "unlimited" } as const;
const gigabyte = 1024n ** 3n;
const rulesQuota = 64n * 1024n;

const quota = (value: bigint | typeof unlimited): PropertyDefinition => ({
  holds: ["bigint", "record"],
  default: value,
});
const flag = (value: boolean): PropertyDefinition => ({ holds: "boolean", default: value });

const customAttributes = Object.fromEntries(
  Array.from({ length: 15 }, (_, index) => [
    `CustomAttribute${index + 1}`,
    { holds: "string" } satisfies PropertyDefinition,
  ]),
);

/** What a mailbox keeps on its user, with the defaults of a new one (facts/nouns.json, Get-Mailbox: from memory). */
export const userExtension: ClassExtension = {
  name: "User",
  properties: {
    UseDatabaseRetentionDefaults: flag(true),
    DeliverToMailboxAndForward: flag(false),
    LitigationHoldEnabled: flag(false),
    SingleItemRecoveryEnabled: flag(false),
    RetentionHoldEnabled: flag(false),
    RetentionComment: { holds: "string" },
    RetentionUrl: { holds: "string" },
    CalendarRepairDisabled: flag(false),
    MessageTrackingReadStatusEnabled: flag(true),
    ForwardingAddress: { holds: "reference" },
    ForwardingSmtpAddress: { holds: "string" },
    RetainDeletedItemsFor: { holds: "bigint", default: 14n * ticksPerDay },
    ProhibitSendQuota: quota(unlimited),
    ProhibitSendReceiveQuota: quota(unlimited),
    RecoverableItemsQuota: quota(30n * gigabyte),
    RecoverableItemsWarningQuota: quota(20n * gigabyte),
    IssueWarningQuota: quota(unlimited),
    UseDatabaseQuotaDefaults: flag(true),
    RulesQuota: { holds: "bigint", default: rulesQuota },
    ResourceCapacity: { holds: "number" },
    AntispamBypassEnabled: flag(false),
    Office: { holds: "string" },
    ArchiveDatabase: { holds: "reference" },
    ArchiveQuota: quota(50n * gigabyte),
    ArchiveWarningQuota: quota(45n * gigabyte),
    AuditEnabled: flag(false),
    AuditLogAgeLimit: { holds: "bigint", default: 90n * ticksPerDay },
    HiddenFromAddressListsEnabled: flag(false),
    MaxSendSize: quota(unlimited),
    MaxReceiveSize: quota(unlimited),
    ModerationEnabled: flag(false),
    EmailAddressPolicyEnabled: flag(true),
    RequireSenderAuthenticationEnabled: flag(false),
    SimpleDisplayName: { holds: "string" },
    MailTip: { holds: "string" },
    ...customAttributes,
  },
};
