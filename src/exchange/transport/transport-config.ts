import { cultureOfName } from "../../values/culture.js";
import { ticksPerDay, ticksPerMinute } from "../../values/date-time.js";
import { CultureInfo } from "../../values/types/culture-info.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
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
  text,
  texts,
} from "../properties/property.js";
import { bytesOf, smtpAddressKind, textual } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";
import { smtpDomainTypes } from "../types/smtp-domain.js";
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

const own = (): readonly ExchangeProperty[] => [
  bool("ClearCategories", { default: true }),
  bool("ConvertDisclaimerWrapperToEml", { default: false }),
  choice("DSNConversionMode", conversionMode, { default: "UseExchangeDSNs" }),
  bool("ExternalDelayDsnEnabled", { default: true }),
  property("ExternalDsnDefaultLanguage", cultureKind),
  bool("ExternalDsnLanguageDetectionEnabled", { default: true }),
  size("ExternalDsnMaxMessageAttachSize", { default: bytesOf("10MB") }),
  text("ExternalDsnReportingAuthority", { type: smtpDomainTypes.plain }),
  bool("ExternalDsnSendHtml", { default: true }),
  smtpAddress("ExternalPostmasterAddress"),
  texts("GenerateCopyOfDSNFor"),
  choice("HygieneSuite", hygieneSuite, { default: "Standard", parameter: null }),
  bool("InternalDelayDsnEnabled", { default: true }),
  property("InternalDsnDefaultLanguage", cultureKind),
  bool("InternalDsnLanguageDetectionEnabled", { default: true }),
  size("InternalDsnMaxMessageAttachSize", { default: bytesOf("10MB") }),
  text("InternalDsnReportingAuthority", { type: smtpDomainTypes.plain }),
  bool("InternalDsnSendHtml", { default: true }),
  list("InternalSMTPServers", ipRangeKind),
  property("JournalingReportNdrTo", smtpAddressKind, { default: "<>" }),
  bool("LegacyJournalingMigrationEnabled", { default: false }),
  size("MaxDumpsterSizePerDatabase", { default: bytesOf("18MB") }),
  span("MaxDumpsterTime", { default: 7n * ticksPerDay }),
  quota("MaxReceiveSize", { default: bytesOf("10MB") }),
  count("MaxRecipientEnvelopeLimit", { default: 5000 }),
  quota("MaxSendSize", { default: bytesOf("10MB") }),
  bool("MigrationEnabled", { default: false, parameter: null }),
  bool("OpenDomainRoutingEnabled", { default: false, parameter: null }),
  bool("Rfc2231EncodingEnabled", { default: false }),
  int("ShadowHeartbeatRetryCount", { default: 12 }),
  span("ShadowHeartbeatTimeoutInterval", { default: 15n * ticksPerMinute }),
  span("ShadowMessageAutoDiscardInterval", { default: 2n * ticksPerDay }),
  bool("ShadowRedundancyEnabled", { default: true }),
  texts("SupervisionTags", { default: ["Reject", "Allow"] }),
  texts("TLSReceiveDomainSecureList"),
  texts("TLSSendDomainSecureList"),
  bool("VerifySecureSubmitEnabled", { default: false }),
  bool("VoicemailJournalingEnabled", { default: true }),
  choice("HeaderPromotionModeSetting", headerPromotion, { default: "NoCreate" }),
  bool("Xexch50Enabled", { default: true }),
];

/** The settings of the organization's transport: its limits, its delivery reports. From memory (facts/nouns.json). */
export const transportConfig = defineNoun({
  noun: "TransportConfig",
  called: "transport configuration",
  class: transportSettingsClass.name,
  singleton: true,
  typeNames: configurationTypes(typeName),
  properties: () => [...own(), ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" })],
  views: [
    {
      kind: "list",
      name: typeName,
      typeNames: [typeName],
      get entries() {
        return [{ items: own().map(({ name }) => ({ property: name })) }];
      },
    },
  ],
});

export const transportConfigVerbs: NounVerbs = {
  Get: getVerb(transportConfig, { accepted: ["Identity"] }),
  Set: setVerb(transportConfig, { accepted: ["Identity"] }),
};
