import { cultureOfName } from "../../values/culture.js";
import { ticksPerDay, ticksPerMinute } from "../../values/date-time.js";
import { CultureInfo } from "../../values/types/culture-info.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { type ExchangeProperty, isIn } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs, type NounView } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import type { Kind } from "../properties/kind.js";
import {
  bool,
  choice,
  count,
  int,
  list,
  property,
  quota,
  size,
  smtpAddress,
  span,
  texts,
  uint,
} from "../properties/property.js";
import { bytesOf, plainDomainKind, smtpAddressKind, textual } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";
import { ipRangeKind } from "./transport-kinds.js";
import { transportSettingsClass } from "./transport-settings.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.TransportConfigContainer`;

const conversionMode = enumeration(`${configuration}.DSNConversionOption`, [
  "UseExchangeDSNs",
  "PreserveDSNBody",
  "DoNotConvert",
]);
const hygieneSuite = enumeration(`${configuration}.HygieneSuiteEnum`, ["Standard", "Premium"]);
const headerPromotion = enumeration(`${configuration}.HeaderPromotionMode`, ["NoCreate", "MayCreate", "MustCreate"]);

const cultureKind: Kind = textual("culture", "cultureinfo", (stored, _source, context) => {
  const culture = cultureOfName(String(stored), context.facts);
  return culture === null || culture === undefined ? null : new CultureInfo(culture);
});

const shadowPreference = enumeration(`${configuration}.ShadowMessagePreference`, [
  "PreferRemote",
  "LocalOnly",
  "RemoteOnly",
]);
/** Since Exchange 2013; defaults as the reference gives them, their places from memory. */
const recent = { since: "2013" } as const;

const own = (): readonly ExchangeProperty[] => [
  bool("AddressBookPolicyRoutingEnabled", { default: false, ...recent }),
  bool("AgentGeneratedMessageLoopDetectionInSmtpEnabled", { default: true, ...recent }),
  bool("AgentGeneratedMessageLoopDetectionInSubmissionEnabled", { default: true, ...recent }),
  bool("ClearCategories", { default: true }),
  bool("ConvertDisclaimerWrapperToEml", { default: false }),
  choice("DSNConversionMode", conversionMode, { default: "UseExchangeDSNs" }),
  int("DiagnosticsAggregationServicePort", { default: 9710, ...recent }),
  bool("ExternalDelayDsnEnabled", { default: true }),
  property("ExternalDsnDefaultLanguage", cultureKind),
  bool("ExternalDsnLanguageDetectionEnabled", { default: true }),
  size("ExternalDsnMaxMessageAttachSize", { default: bytesOf("10MB") }),
  property("ExternalDsnReportingAuthority", plainDomainKind),
  bool("ExternalDsnSendHtml", { default: true }),
  smtpAddress("ExternalPostmasterAddress"),
  texts("GenerateCopyOfDSNFor"),
  choice("HygieneSuite", hygieneSuite, { default: "Standard", parameter: null }),
  bool("InternalDelayDsnEnabled", { default: true }),
  property("InternalDsnDefaultLanguage", cultureKind),
  bool("InternalDsnLanguageDetectionEnabled", { default: true }),
  size("InternalDsnMaxMessageAttachSize", { default: bytesOf("10MB") }),
  property("InternalDsnReportingAuthority", plainDomainKind),
  bool("InternalDsnSendHtml", { default: true }),
  list("InternalSMTPServers", ipRangeKind),
  property("JournalingReportNdrTo", smtpAddressKind, { default: "<>" }),
  bool("LegacyJournalingMigrationEnabled", { default: false }),
  uint("MaxAllowedAgentGeneratedMessageDepth", { default: 3, ...recent }),
  uint("MaxAllowedAgentGeneratedMessageDepthPerAgent", { default: 2, ...recent }),
  size("MaxDumpsterSizePerDatabase", { default: bytesOf("18MB") }),
  span("MaxDumpsterTime", { default: 7n * ticksPerDay }),
  quota("MaxReceiveSize", { default: bytesOf("10MB") }),
  count("MaxRecipientEnvelopeLimit", { default: 5000 }),
  int("MaxRetriesForLocalSiteShadow", { default: 2, ...recent }),
  int("MaxRetriesForRemoteSiteShadow", { default: 4, ...recent }),
  quota("MaxSendSize", { default: bytesOf("10MB") }),
  bool("MigrationEnabled", { default: false, parameter: null }),
  bool("OpenDomainRoutingEnabled", { default: false, parameter: null }),
  span("QueueDiagnosticsAggregationInterval", { default: ticksPerMinute, ...recent }),
  bool("RejectMessageOnShadowFailure", { default: false, ...recent }),
  bool("Rfc2231EncodingEnabled", { default: false }),
  span("SafetyNetHoldTime", { default: 2n * ticksPerDay, ...recent }),
  span("ShadowHeartbeatFrequency", { default: 2n * ticksPerMinute, ...recent }),
  int("ShadowHeartbeatRetryCount", { default: 12 }),
  span("ShadowHeartbeatTimeoutInterval", { default: 15n * ticksPerMinute }),
  span("ShadowMessageAutoDiscardInterval", { default: 2n * ticksPerDay }),
  choice("ShadowMessagePreferenceSetting", shadowPreference, { default: "PreferRemote", ...recent }),
  bool("ShadowRedundancyEnabled", { default: true }),
  span("ShadowResubmitTimeSpan", { default: 180n * ticksPerMinute, ...recent }),
  texts("SupervisionTags", { default: ["Reject", "Allow"] }),
  texts("TLSReceiveDomainSecureList"),
  texts("TLSSendDomainSecureList"),
  size("TransportRuleAttachmentTextScanLimit", { default: bytesOf("150KB"), ...recent }),
  bool("VerifySecureSubmitEnabled", { default: false }),
  bool("VoicemailJournalingEnabled", { default: true }),
  choice("HeaderPromotionModeSetting", headerPromotion, { default: "NoCreate" }),
  bool("Xexch50Enabled", { default: true }),
];

/** Get-TransportConfig alone is a list of what is particular to it. */
const listView = (release: ExchangeRelease, marks: Pick<ExchangeProperty, "since" | "until">): NounView => ({
  kind: "list",
  name: typeName,
  typeNames: [typeName],
  ...marks,
  get entries() {
    const rows = own().filter((row) => isIn(row, release));
    return [{ items: rows.map(({ name }) => ({ property: name })) }];
  },
});

/** The settings of the organization's transport: its limits, its delivery reports. From memory (facts/nouns.json). */
export const transportConfig = defineNoun({
  noun: "TransportConfig",
  called: "transport configuration",
  class: transportSettingsClass.name,
  singleton: true,
  typeNames: configurationTypes(typeName),
  properties: () => [...own(), ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" })],
  views: [listView("2010", { until: "2010" }), listView("2019", { since: "2013" })],
});

export const transportConfigVerbs: NounVerbs = {
  Get: getVerb(transportConfig, { accepted: ["Identity"] }),
  // -Force leaves out questions that are not asked here.
  Set: setVerb(transportConfig, { accepted: ["Identity", "Force"] }),
};
