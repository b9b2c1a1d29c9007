import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type Noun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, count, int, property, quota, spanLimit, texts } from "../properties/property.js";
import { intKind, nullable, unlimited } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";
import { keepOneDefault } from "./default-policy.js";
import { configuration } from "./virtual-directory-rows.js";

const options = (name: string, ...members: readonly string[]) => enumeration(`${configuration}.${name}`, members);
const bluetooth = options("BluetoothType", "Disable", "HandsfreeOnly", "Allow");
const calendarAges = options("CalendarAgeFilterType", "All", "TwoWeeks", "OneMonth", "ThreeMonths", "SixMonths");
const mailAges = options("EmailAgeFilterType", "All", "OneDay", "ThreeDays", "OneWeek", "TwoWeeks", "OneMonth");
const signing = options("SignedSMIMEAlgorithmType", "SHA1", "MD5");
const encryption = options("EncryptionSMIMEAlgorithmType", "TripleDES", "DES", "RC2128bit", "RC264bit", "RC240bit");
const negotiation = options(
  "SMIMEEncryptionAlgorithmNegotiationType",
  "BlockNegotiation",
  "OnlyStrongAlgorithmNegotiation",
  "AllowAnyAlgorithmNegotiation",
);

const className = "MobileMailboxPolicy";
const yes = { default: true } as const;
const no = { default: false } as const;
const noLimit = { default: unlimited } as const;

/**
 * The rows. Since Exchange 2013 the same policy has a second noun, which says Password where the first says
 * DevicePassword. Order and defaults from memory; documented defaults are among them.
 * @param word `Device` in the older names
 */
function rowsOf(word: "Device" | ""): readonly ExchangeProperty[] {
  /** `MaxDevicePasswordFailedAttempts`: kept under the name without the word. */
  const named = (before: string, after: string) => [`${before}${word}${after}`, { attribute: before + after }] as const;
  const row = <Options extends object>(
    make: (name: string, options: Options & { readonly attribute: string }) => ExchangeProperty,
    [name, kept]: readonly [string, { readonly attribute: string }],
    more: Options,
  ) => make(name, { ...more, ...kept });
  return [
    bool("AllowNonProvisionableDevices", yes),
    row(bool, named("Alphanumeric", "PasswordRequired"), no),
    bool("AttachmentsEnabled", yes),
    bool("DeviceEncryptionEnabled", no),
    bool("RequireStorageCardEncryption", no),
    row(bool, named("", "PasswordEnabled"), no),
    bool("PasswordRecoveryEnabled", no),
    spanLimit("DevicePolicyRefreshInterval", noLimit),
    row(bool, named("AllowSimple", "Password"), yes),
    quota("MaxAttachmentSize", noLimit),
    bool("WSSAccessEnabled", yes),
    bool("UNCAccessEnabled", yes),
    row((name, more) => property(name, nullable(intKind), more), named("Min", "PasswordLength"), {}),
    spanLimit(word === "" ? "MaxInactivityTimeLock" : "MaxInactivityTimeDeviceLock", {
      ...noLimit,
      attribute: "MaxInactivityTimeLock",
    }),
    row(count, named("Max", "PasswordFailedAttempts"), noLimit),
    row(spanLimit, named("", "PasswordExpiration"), noLimit),
    row(int, named("", "PasswordHistory"), { default: 0 }),
    ...(word === "" ? [] : [bool("IsDefaultPolicy", { ...no, attribute: "IsDefault" })]),
    bool("IsDefault", word === "" ? no : { ...no, since: "2013" }),
    bool("AllowStorageCard", yes),
    bool("AllowCamera", yes),
    bool("RequireDeviceEncryption", no),
    bool("AllowUnsignedApplications", yes),
    bool("AllowUnsignedInstallationPackages", yes),
    bool("AllowWiFi", yes),
    bool("AllowTextMessaging", yes),
    bool("AllowPOPIMAPEmail", yes),
    bool("AllowIrDA", yes),
    bool("RequireManualSyncWhenRoaming", no),
    bool("AllowDesktopSync", yes),
    bool("AllowHTMLEmail", yes),
    bool("RequireSignedSMIMEMessages", no),
    bool("RequireEncryptedSMIMEMessages", no),
    bool("AllowSMIMESoftCerts", yes),
    bool("AllowBrowser", yes),
    bool("AllowConsumerEmail", yes),
    bool("AllowRemoteDesktop", yes),
    bool("AllowInternetSharing", yes),
    choice("AllowBluetooth", bluetooth, { default: "Allow", certainty: "documented" }),
    choice("MaxCalendarAgeFilter", calendarAges, { default: "All", certainty: "documented" }),
    choice("MaxEmailAgeFilter", mailAges, { default: "All", certainty: "documented" }),
    choice("RequireSignedSMIMEAlgorithm", signing, { default: "SHA1", certainty: "documented" }),
    choice("RequireEncryptionSMIMEAlgorithm", encryption, { default: "TripleDES", certainty: "documented" }),
    choice("AllowSMIMEEncryptionAlgorithmNegotiation", negotiation, {
      default: "AllowAnyAlgorithmNegotiation",
      certainty: "documented",
    }),
    row(int, named("Min", "PasswordComplexCharacters"), { default: 3 }),
    count("MaxEmailBodyTruncationSize", noLimit),
    count("MaxEmailHTMLBodyTruncationSize", noLimit),
    texts("UnapprovedInROMApplicationList"),
    texts("ApprovedApplicationList"),
    bool("AllowExternalDeviceManagement", no),
    bool("AllowMobileOTAUpdate", yes),
    bool("IrmEnabled", yes),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ];
}

/** What devices that synchronize a mailbox must do, under its name of 2010. There is no view: Get shows the list. */
export const activeSyncMailboxPolicy = defineNoun({
  noun: "ActiveSyncMailboxPolicy",
  called: "Exchange ActiveSync mailbox policy",
  class: {
    name: className,
    objectClass: ["top", "msExchRecipientTemplate", "msExchMobileMailboxSettings"],
    objectCategory: "ms-Exch-Mobile-Mailbox-Settings",
    container: { below: "organization", path: ["CN=Mobile Mailbox Policies"] },
  },
  setup: () => [{ class: className, name: "Default", properties: { IsDefault: true } }],
  typeNames: configurationTypes(`${configuration}.ActiveSyncMailboxPolicy`),
  properties: () => rowsOf("Device"),
  views: [],
});

/** The same under its name since 2013. */
export const mobileDeviceMailboxPolicy = defineNoun({
  noun: "MobileDeviceMailboxPolicy",
  called: "mobile device mailbox policy",
  class: className,
  typeNames: configurationTypes(`${configuration}.MobileMailboxPolicy`),
  properties: () => rowsOf(""),
  views: [],
});

const verbsOf = (noun: Noun): NounVerbs => ({
  Get: getVerb(noun),
  New: newVerb(noun, { after: keepOneDefault }),
  Set: setVerb(noun, { after: keepOneDefault }),
  Remove: removeVerb(noun, { accepted: ["Force"] }),
});

export const activeSyncMailboxPolicyVerbs: NounVerbs = verbsOf(activeSyncMailboxPolicy);
export const mobileDeviceMailboxPolicyVerbs: NounVerbs = verbsOf(mobileDeviceMailboxPolicy);

/** The class of the policies, for those who link to one. */
export const mobilePolicyClass = className;
