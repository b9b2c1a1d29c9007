import type { PropertyValue } from "../../topology/index.js";
import { SmallInteger } from "../../values/numbers.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Kind } from "../properties/kind.js";
import { computed, property } from "../properties/property.js";
import { nullable, unlimited, unsignedCountKind } from "../properties/scalar-kinds.js";

/**
 * The limits of a throttling policy. Those of 2010 are numbers or nothing, which is no limit (order and defaults from
 * memory); those of 2013 and later are numbers or Unlimited (captured: facts/captures.jsonl, get-throttlingpolicy.2).
 */

/** A limit's name, and its default; `null`: none. */
type Limit = readonly [name: string, first: number | null];

const of2010: readonly Limit[] = [
  ["AnonymousMaxConcurrency", 1],
  ["AnonymousPercentTimeInAD", null],
  ["AnonymousPercentTimeInCAS", null],
  ["AnonymousPercentTimeInMailboxRPC", null],
  ["EASMaxConcurrency", 10],
  ["EASPercentTimeInAD", null],
  ["EASPercentTimeInCAS", null],
  ["EASPercentTimeInMailboxRPC", null],
  ["EASMaxDevices", 10],
  ["EASMaxDeviceDeletesPerMonth", null],
  ["EWSMaxConcurrency", 10],
  ["EWSPercentTimeInAD", 50],
  ["EWSPercentTimeInCAS", 90],
  ["EWSPercentTimeInMailboxRPC", 60],
  ["EWSMaxSubscriptions", 20],
  ["EWSFastSearchTimeoutInSeconds", 60],
  ["EWSFindCountLimit", 1000],
  ["IMAPMaxConcurrency", null],
  ["IMAPPercentTimeInAD", null],
  ["IMAPPercentTimeInCAS", null],
  ["IMAPPercentTimeInMailboxRPC", null],
  ["OWAMaxConcurrency", 5],
  ["OWAPercentTimeInAD", 30],
  ["OWAPercentTimeInCAS", 150],
  ["OWAPercentTimeInMailboxRPC", 150],
  ["POPMaxConcurrency", 20],
  ["POPPercentTimeInAD", null],
  ["POPPercentTimeInCAS", null],
  ["POPPercentTimeInMailboxRPC", null],
  ["PowerShellMaxConcurrency", 18],
  ["PowerShellMaxTenantConcurrency", null],
  ["PowerShellMaxCmdlets", null],
  ["PowerShellMaxCmdletsTimePeriod", null],
  ["ExchangeMaxCmdlets", null],
  ["PowerShellMaxCmdletQueueDepth", null],
  ["PowerShellMaxDestructiveCmdlets", null],
  ["PowerShellMaxDestructiveCmdletsTimePeriod", null],
  ["RCAMaxConcurrency", 20],
  ["RCAPercentTimeInAD", 5],
  ["RCAPercentTimeInCAS", 205],
  ["RCAPercentTimeInMailboxRPC", 200],
  ["CPAMaxConcurrency", 20],
  ["CPAPercentTimeInCAS", 205],
  ["CPAPercentTimeInMailboxRPC", 200],
  ["MessageRateLimit", null],
  ["RecipientRateLimit", null],
  ["ForwardeeLimit", null],
  ["CPUStartPercent", 75],
];

/** `name` or `name=default`, in the order of the capture. */
const since2013 =
  "AnonymousMaxConcurrency=1 AnonymousMaxBurst=120000 AnonymousRechargeRate=420000 AnonymousCutoffBalance=720000 EasMaxConcurrency=10 EasMaxBurst=480000 EasRechargeRate=1800000 EasCutoffBalance=600000 EasMaxDevices=100 EasMaxDeviceDeletesPerMonth EasMaxInactivityForDeviceCleanup EwsMaxConcurrency=27 EwsMaxBurst=300000 EwsRechargeRate=900000 EwsCutoffBalance=3000000 EwsMaxSubscriptions=5000 ImapMaxConcurrency ImapMaxBurst=3600000 ImapRechargeRate=600000 ImapCutoffBalance OutlookServiceMaxConcurrency=27 OutlookServiceMaxBurst=300000 OutlookServiceRechargeRate=900000 OutlookServiceCutoffBalance=3000000 OutlookServiceMaxSubscriptions=5000 OutlookServiceMaxSocketConnectionsPerDevice=4 OutlookServiceMaxSocketConnectionsPerUser=12 OwaMaxConcurrency=20 OwaMaxBurst=480000 OwaRechargeRate=1800000 OwaCutoffBalance OwaVoiceMaxConcurrency=3 OwaVoiceMaxBurst=75000 OwaVoiceRechargeRate=375000 OwaVoiceCutoffBalance=525000 PopMaxConcurrency=20 PopMaxBurst=3600000 PopRechargeRate=600000 PopCutoffBalance PowerShellMaxConcurrency=18 PowerShellMaxBurst PowerShellRechargeRate PowerShellCutoffBalance PowerShellMaxTenantConcurrency PowerShellMaxOperations PowerShellMaxCmdletsTimePeriod ExchangeMaxCmdlets PowerShellMaxCmdletQueueDepth PowerShellMaxDestructiveCmdlets PowerShellMaxDestructiveCmdletsTimePeriod PowerShellMaxCmdlets PowerShellMaxRunspaces PowerShellMaxTenantRunspaces PowerShellMaxRunspacesTimePeriod PswsMaxConcurrency=18 PswsMaxRequest PswsMaxRequestTimePeriod RcaMaxConcurrency=40 RcaMaxBurst=150000 RcaRechargeRate=900000 RcaCutoffBalance CpaMaxConcurrency=20 CpaMaxBurst CpaRechargeRate CpaCutoffBalance MessageRateLimit RecipientRateLimit ForwardeeLimit DiscoveryMaxConcurrency=2 DiscoveryMaxMailboxes=5000 DiscoveryMaxKeywords=500 DiscoveryMaxPreviewSearchMailboxes=5000 DiscoveryMaxStatsSearchMailboxes=100 DiscoveryPreviewSearchResultsPageSize=200 DiscoveryMaxKeywordsPerPage=25 DiscoveryMaxRefinerResults=10 DiscoveryMaxSearchQueueDepth=32 DiscoverySearchTimeoutPeriod=10 PushNotificationMaxConcurrency=20 PushNotificationMaxBurst PushNotificationRechargeRate PushNotificationCutoffBalance PushNotificationMaxBurstPerDevice=10 PushNotificationRechargeRatePerDevice=6 PushNotificationSamplingPeriodPerDevice=600000 EncryptionSenderMaxConcurrency=200 EncryptionSenderMaxBurst=4800000 EncryptionSenderRechargeRate=18000000 EncryptionSenderCutoffBalance EncryptionRecipientMaxConcurrency=20 EncryptionRecipientMaxBurst=480000 EncryptionRecipientRechargeRate=1800000 EncryptionRecipientCutoffBalance ComplianceMaxExpansionDGRecipients=10000 ComplianceMaxExpansionNestedDGs=25";

/** Of 2016: from the reference, defaults and place from memory. */
const since2016 = ["BookingSelfService", "Consensus", "RcaShared", "Schedules", "Suite"]
  .flatMap((of) => ["MaxConcurrency", "MaxBurst", "RechargeRate", "CutoffBalance"].map((name) => `${of}${name}`))
  .concat("EwsCostThreshold");

/** What a policy has where nobody has set a limit. */
const firstOf = (first: number | null): PropertyValue => first ?? unlimited;

/** Nothing is stored for what is so from the beginning; `$null` was no limit in 2010, and is the beginning since. */
function limitKind(first: number | null): Kind {
  return {
    ...nullable(unsignedCountKind),
    name: "throttling limit",
    show: (kept, source, context) => {
      const value = kept ?? firstOf(first);
      if (source.release !== "2010") return unsignedCountKind.show(value, source, context);
      return typeof value === "number" ? new SmallInteger("UInt32", value) : null;
    },
    take: (given, setting) => {
      if (given !== null) return unsignedCountKind.take(given, setting);
      return setting.task.info.release === "2010" ? unlimited : null;
    },
  };
}

/** Get-ThrottlingPolicy -Explicit shows what was set of this policy alone. */
const isExplicit = (source: Source): boolean => source.live?.get("Explicit") === true;

function row(name: string, first: number | null, since: "2013" | "2016"): ExchangeProperty {
  const made = property(name, limitKind(first), { since });
  return {
    ...made,
    read: (source, context): Value =>
      isExplicit(source) && stored(source, name) === null ? null : made.read(source, context),
  };
}

/** The rows of 2010, then those of later releases; a limit of both is kept once. */
export function limitRows(): readonly ExchangeProperty[] {
  const shared = new Map(of2010.map(([name]) => [name.toLowerCase(), name]));
  const later = since2013.split(" ").map((each): ExchangeProperty => {
    const [name = "", text] = each.split("=");
    const first = text === undefined ? null : Number(text);
    const before = shared.get(name.toLowerCase());
    if (before === undefined) return row(name, first, "2013");
    const kind = limitKind(first);
    return computed(
      name,
      kind.typeName,
      (source, context) => {
        const kept = stored(source, before);
        return isExplicit(source) && kept === null ? null : kind.show(kept, source, context);
      },
      { since: "2013" },
    );
  });
  return [
    ...of2010.map(([name, first]) =>
      property(name, limitKind(first), { until: "2010", type: "System.Nullable[uint32]" }),
    ),
    ...later,
    ...since2016.map((name) => row(name, null, "2016")),
  ];
}
