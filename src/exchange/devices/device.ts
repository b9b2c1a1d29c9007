import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { DateTime, ticksPerDay, ticksPerMinute } from "../../values/date-time.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import {
  canonicalIdentity,
  configurationTail,
  configurationTypes,
  identityProperty,
  objectVersions,
} from "../noun/common-properties.js";
import { sentence } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { type Filter, getVerb } from "../noun/get-verb.js";
import { defineNoun, type Noun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { computed, fixed, property, text } from "../properties/property.js";
import { timeKind } from "../properties/scalar-kinds.js";
import { mailbox } from "../recipients/mailbox.js";
import { declareInDirectory, schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { accessOf, deviceClass, devicesOf, userOf } from "./device-access.js";

const namespace = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const accessState = enumeration(`${namespace}.DeviceAccessState`, [
  "Unknown",
  "Allowed",
  "Blocked",
  "Quarantined",
  "DeviceDiscovery",
  "MailboxUpgrade",
]);
const accessReason = enumeration(`${namespace}.DeviceAccessStateReason`, [
  "Unknown",
  "Global",
  "DeviceRule",
  "Individual",
  "Policy",
  "Upgrade",
]);
const wipeStatus = enumeration("Microsoft.Exchange.Data.Storage.DeviceRemoteWipeStatus", [
  "DeviceOk",
  "DeviceBlocked",
  "DeviceWipePending",
  "DeviceWipeSucceeded",
  "AccountOnlyDeviceWipePending",
  "AccountOnlyDeviceWipeSucceeded",
]);

const adObjectId = "Microsoft.Exchange.Data.Directory.ADObjectId";
const dateTime = "System.Nullable[datetime]";
const unset = (name: string, type = "string"): ExchangeProperty =>
  fixed(name, type, () => (type === "string" ? "" : null));
const own = (name: string): ExchangeProperty => text(name, { parameter: null });
const protocol = "14.1";

/** What says whether a device may synchronize, in both kinds of objects. */
const access = (): readonly ExchangeProperty[] => [
  computed("DeviceAccessState", accessState.fullName, ({ topology, object }) =>
    accessState(accessOf(topology, object).state),
  ),
  computed("DeviceAccessStateReason", accessReason.fullName, ({ topology, object }) =>
    accessReason(accessOf(topology, object).reason),
  ),
  computed("DeviceAccessControlRule", adObjectId, ({ topology, object }) => {
    const { rule } = accessOf(topology, object);
    return rule === null ? null : new ADObjectId(topology, rule, "name");
  }),
];

declareInDirectory({
  noun: "what of a device is wiped",
  extension: { name: deviceClass, properties: { WipesAccountOnly: { holds: "boolean" } } },
});

/** A device has synchronized for a while when an organization begins. */
const firstSync = ({ object }: Source): bigint => object.whenCreated - 90n * ticksPerDay;
const local = (ticks: bigint): Value => new DateTime(ticks, "Local");

/** A noun for mobile devices: ActiveSyncDevice, and since 2013 MobileDevice. Order of the list from memory; no view. */
function deviceNoun(noun: string): Noun {
  return defineNoun({
    noun,
    called: "mobile device",
    class: deviceClass,
    tasks: "Tasks",
    identity: { classes: [deviceClass], wildcards: true, properties: ["DeviceId"] },
    typeNames: configurationTypes(`Microsoft.Exchange.Data.Directory.${noun}`),
    properties: () => [
      own("FriendlyName"),
      own("DeviceId"),
      unset("DeviceImei"),
      unset("DeviceMobileOperator"),
      own("DeviceOS"),
      fixed("DeviceOSLanguage", "string", () => "en"),
      unset("DeviceTelephoneNumber"),
      own("DeviceType"),
      own("DeviceUserAgent"),
      own("DeviceModel"),
      computed("FirstSyncTime", dateTime, (source) => local(firstSync(source))),
      computed("UserDisplayName", "string", ({ topology, object }) => {
        const user = userOf(topology, object);
        return user === null ? "" : new ADObjectId(topology, user, "canonical").toNetText();
      }),
      ...access(),
      fixed("DeviceActiveSyncVersion", "string", () => protocol, { until: "2010" }),
      fixed("ClientVersion", "string", () => protocol, { since: "2013" }),
      fixed("ClientType", "string", () => "EAS", { since: "2013" }),
      ...configurationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
    ],
    views: [],
    displayIdentity: canonicalIdentity,
  });
}

/** Wiping: the device hears of it when it next synchronizes, and says so when it is done (intervals invented). */
const untilSent = 5n * ticksPerMinute;
const untilDone = 7n * ticksPerMinute;
const wipe = (source: Source, wait: bigint): bigint | null => {
  const requested = stored(source, "WipeRequestTime");
  if (typeof requested !== "bigint") return null;
  return requested + wait <= source.topology.clock ? requested + wait : null;
};
const wipeTime = (name: string, wait: bigint): ExchangeProperty =>
  computed(name, dateTime, (source) => {
    const ticks = wipe(source, wait);
    return ticks === null ? null : local(ticks);
  });

function statusOf(source: Source): string {
  const kind = stored(source, "WipesAccountOnly") === true ? "AccountOnlyDeviceWipe" : "DeviceWipe";
  if (wipe(source, untilDone) !== null) return `${kind}Succeeded`;
  if (wipe(source, 0n) !== null) return `${kind}Pending`;
  return accessOf(source.topology, source.object).state === "Blocked" ? "DeviceBlocked" : "DeviceOk";
}

/** When a device last spoke with the server: a little ago, but not once it is wiped. */
const lastSync = (source: Source): bigint => wipe(source, untilDone) ?? source.topology.clock - 4n * ticksPerMinute;

function statisticsNoun(noun: string): Noun {
  return defineNoun({
    noun,
    class: deviceClass,
    tasks: "Tasks",
    identity: { classes: [deviceClass], wildcards: true, properties: ["DeviceId"] },
    typeNames: [`Microsoft.Exchange.Management.Tasks.${noun}`, "Microsoft.Exchange.Data.ConfigurableObject"],
    properties: () => [
      computed("FirstSyncTime", dateTime, (source) => local(firstSync(source))),
      computed("LastPolicyUpdateTime", dateTime, (source) => local(firstSync(source))),
      computed("LastSyncAttemptTime", dateTime, (source) => local(lastSync(source))),
      computed("LastSuccessSync", dateTime, (source) => local(lastSync(source))),
      own("DeviceType"),
      computed("DeviceID", "string", ({ object }) => String(getProperty(schema, object, "DeviceId") ?? "")),
      own("DeviceUserAgent"),
      wipeTime("DeviceWipeSentTime", untilSent),
      property("DeviceWipeRequestTime", timeKind, { attribute: "WipeRequestTime", parameter: null }),
      wipeTime("DeviceWipeAckTime", untilDone),
      fixed("LastPingHeartbeat", "System.Nullable[uint32]", () => 900),
      fixed("RecoveryPassword", "string", () => "********"),
      own("DeviceModel"),
      unset("DeviceImei"),
      computed("DeviceFriendlyName", "string", ({ object }) =>
        String(getProperty(schema, object, "FriendlyName") ?? ""),
      ),
      own("DeviceOS"),
      fixed("DeviceOSLanguage", "string", () => "en"),
      unset("DevicePhoneNumber"),
      unset("MailboxLogReport"),
      fixed("DeviceEnableOutboundSMS", "bool", () => false),
      unset("DeviceMobileOperator"),
      identityProperty("canonical"),
      computed("Guid", "guid", ({ object }) => new Guid(object.guid)),
      fixed("IsRemoteWipeSupported", "bool", () => true),
      computed("Status", wipeStatus.fullName, (source) => wipeStatus(statusOf(source))),
      unset("StatusNote"),
      ...access(),
      unset("DevicePolicyApplied", adObjectId),
      fixed("DevicePolicyApplicationStatus", "string", () => "AppliedInFull"),
      own("LastDeviceWipeRequestor"),
      fixed("DeviceActiveSyncVersion", "string", () => protocol, { until: "2010" }),
      fixed("ClientVersion", "string", () => protocol, { since: "2013" }),
      fixed("NumberOfFoldersSynced", "int", () => 5),
      unset("SyncStateUpgradeTime", dateTime),
      fixed("ClientType", "string", () => "EAS", { since: "2013" }),
      fixed("IsValid", "bool", () => true),
    ],
    views: [],
    displayIdentity: canonicalIdentity,
  });
}

const wiping = sentence({
  text: (device: string) => `Clearing mobile device "${device}". All its data is going to be removed.`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const clearing = sentence({
  text: (device: string) => `Clearing the Exchange account of mobile device "${device}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const cancelling = sentence({
  text: (device: string) => `Cancelling the wipe of mobile device "${device}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

function ofMailbox(task: Task): Filter {
  const user = task.resolve("Mailbox", mailbox.identity, (identity) => task.notFound(identity));
  return { from: devicesOf(task.topology, user) };
}

function clear(noun: Noun) {
  return (task: Task): void => {
    const device = task.resolve("Identity", noun.identity, (identity) => task.notFound(identity));
    const cancels = task.isOn("Cancel");
    const sentence = cancels ? cancelling : task.isOn("AccountOnly") ? clearing : wiping;
    const asked = sentence.text(noun.displayIdentity(task.source(device)));
    task.requireWrite(device);
    if (!task.shouldProcess(asked)) return;
    const requestor = cancels ? null : (task.cmdlet.context.userName ?? "Administrator");
    change(task, device, {
      properties: {
        WipesAccountOnly: !cancels && task.isOn("AccountOnly"),
        WipeRequestTime: cancels ? null : task.topology.clock,
        LastDeviceWipeRequestor: requestor,
      },
    });
  };
}

/** A device here speaks Exchange ActiveSync: other kinds of clients are asked for in vain. */
const other = (): Filter => ({ keep: (_device: DirectoryObject) => false });
const kinds = {
  ActiveSync: (): Filter => ({ keep: () => true }),
  OWAforDevices: other,
  RestApi: other,
  UniversalOutlook: other,
};

function deviceVerbs(noun: Noun): NounVerbs {
  return {
    Get: getVerb(noun, {
      limited: true,
      defaultParameterSet: "Identity",
      filters: {
        Mailbox: ofMailbox,
        ...(noun.noun.startsWith("Mobile") ? kinds : {}),
      },
      accepted: ["Monitoring"],
    }),
    Remove: removeVerb(noun),
    Clear: {
      taskClass: taskClassOf(noun, "Clear"),
      emulated: ["Identity", "Cancel", ...(noun.noun.startsWith("Mobile") ? ["AccountOnly"] : [])],
      // Mail about the wipe would come from the server's own mailbox, which has no store here.
      accepted: ["NotificationEmailAddresses"],
      confirms: true,
      process: clear(noun),
    },
  };
}

const statisticsVerbs = (noun: Noun): NounVerbs => ({
  Get: getVerb(noun, {
    defaultParameterSet: "Identity",
    filters: { Mailbox: ofMailbox, ...(noun.noun.startsWith("Mobile") ? kinds : {}) },
    // No device here has synchronized anything: there is no log of it to be sent to anybody.
    accepted: ["ShowRecoveryPassword", "GetMailboxLog", "NotificationEmailAddresses"],
  }),
});

export const activeSyncDevice = deviceNoun("ActiveSyncDevice");
export const activeSyncDeviceVerbs = deviceVerbs(activeSyncDevice);
export const mobileDevice = deviceNoun("MobileDevice");
export const mobileDeviceVerbs = deviceVerbs(mobileDevice);
export const activeSyncDeviceStatistics = statisticsNoun("ActiveSyncDeviceStatistics");
export const activeSyncDeviceStatisticsVerbs = statisticsVerbs(activeSyncDeviceStatistics);
export const mobileDeviceStatistics = statisticsNoun("MobileDeviceStatistics");
export const mobileDeviceStatisticsVerbs = statisticsVerbs(mobileDeviceStatistics);
