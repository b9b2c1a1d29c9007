// Mobile devices: what synchronizes with mailboxes, which of it may, and how one is wiped.
import { describe, expect, test } from "vitest";
import {
  deviceAccessRule,
  deviceAccessRuleVerbs,
  organizationSettings,
  organizationSettingsVerbs,
} from "../../../src/exchange/devices/access-rule.js";
import { activeSyncDevice, activeSyncDeviceVerbs } from "../../../src/exchange/devices/device.js";
import { activeSyncDeviceClass, activeSyncDeviceClassVerbs } from "../../../src/exchange/devices/device-class.js";
import { buildTopology } from "../../../src/index.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const topology = buildTopology({
  domain: "contoso.com",
  servers: ["EX01"],
  databases: [{ name: "DB1", server: "EX01" }],
  mailboxes: [
    {
      name: "Anna Berg",
      devices: [
        {
          type: "iPhone",
          id: "ApplDNPGJ7WVDTC0",
          model: "iPhone5C2",
          os: "iOS 6.1.3 10B329",
          userAgent: "Apple-iPhone5C2/1002.329",
        },
        { type: "WP8", id: "A1B2C3" },
      ],
    },
    { name: "Bo Falk", devices: [{ type: "Android", id: "androidc1" }] },
    "Cleo Marx",
  ],
});
const start = (edition: "Exchange2010" | "Exchange2016" = "Exchange2010") =>
  startShell({ topology, edition, width: 160 });

const rule = [
  "$null = New-ActiveSyncDeviceAccessRule -QueryString Android -Characteristic DeviceType -AccessLevel Block",
];
roundTripsOf(
  { noun: deviceAccessRule, verbs: deviceAccessRuleVerbs },
  { topology, before: rule, identity: "'Android (DeviceType)'" },
);
identitiesOf(
  { noun: deviceAccessRule, verbs: deviceAccessRuleVerbs },
  { topology, before: rule, identity: "'Android (DeviceType)'" },
);
roundTripsOf(
  { noun: organizationSettings, verbs: organizationSettingsVerbs },
  { topology, samples: { AdminMailRecipients: ["a@contoso.com,b@contoso.com", "{a@contoso.com, b@contoso.com}"] } },
);
identitiesOf(
  { noun: activeSyncDevice, verbs: activeSyncDeviceVerbs },
  { topology, identity: "WP8§A1B2C3", forms: ["A1B2C3"] },
);

identitiesOf(
  { noun: activeSyncDeviceClass, verbs: activeSyncDeviceClassVerbs },
  { topology, identity: "'iPhone§iPhone5C2'" },
);

describe("ActiveSyncDeviceClass", () => {
  test("the kinds of devices that have synchronized", () => {
    const shell = start();
    expectSaid(
      shell,
      "Get-ActiveSyncDeviceClass -SortBy DeviceType | ft DeviceType,DeviceModel -auto",
      `
DeviceType DeviceModel
---------- -----------
Android    Android
iPhone     iPhone5C2
WP8        WP8`,
    );
    expectSaid(shell, "(Get-ActiveSyncDeviceClass -Filter { DeviceType -eq 'WP8' }).DeviceModel", "WP8");
    type(shell, "Get-ActiveSyncDeviceClass 'WP8§WP8' | Remove-ActiveSyncDeviceClass -Confirm:$false");
    expectSaid(shell, "@(Get-ActiveSyncDeviceClass).Count", "2");
  });
});

describe("Get-ActiveSyncDevice", () => {
  test("a device as a list", () => {
    expectSaid(
      start(),
      "Get-ActiveSyncDevice ApplDNPGJ7WVDTC0 | fl | Out-String -Stream | ? { $_ -notmatch '^(RunspaceId|Guid|When|Dist|Obj|Orig|Org)' }",
      `
FriendlyName            :
DeviceId                : ApplDNPGJ7WVDTC0
DeviceImei              :
DeviceMobileOperator    :
DeviceOS                : iOS 6.1.3 10B329
DeviceOSLanguage        : en
DeviceTelephoneNumber   :
DeviceType              : iPhone
DeviceUserAgent         : Apple-iPhone5C2/1002.329
DeviceModel             : iPhone5C2
FirstSyncTime           : 3/5/2013 9:00:00 AM
UserDisplayName         : contoso.com/Users/Anna Berg
DeviceAccessState       : Allowed
DeviceAccessStateReason : Global
DeviceAccessControlRule :
DeviceActiveSyncVersion : 14.1
AdminDisplayName        :
ExchangeVersion         : 0.10 (14.0.100.0)
Name                    : iPhone§ApplDNPGJ7WVDTC0
Identity                : contoso.com/Users/Anna Berg/ExchangeActiveSyncDevices/iPhone§ApplDNPGJ7WVDTC0
IsValid                 : True`,
    );
  });

  test("of a mailbox, by a filter, and who has one", () => {
    const shell = start();
    expectSaid(shell, "Get-ActiveSyncDevice -Mailbox anna.berg | % { $_.DeviceType }", "iPhone\nWP8");
    expectSaid(shell, "Get-ActiveSyncDevice -Filter { DeviceType -like 'And*' } | % { $_.Name }", "Android§androidc1");
    expectSaid(
      shell,
      "Get-CASMailbox -ResultSize Unlimited | ? { $_.HasActiveSyncDevicePartnership } | % { $_.Name }",
      "Anna Berg\nBo Falk",
    );
  });

  test("is MobileDevice in later releases", () => {
    const shell = start("Exchange2016");
    expectSaid(shell, "Get-MobileDevice -Mailbox bo.falk | % { $_.DeviceId + ' ' + $_.ClientType }", "androidc1 EAS");
    expectSaid(shell, "Get-MobileDevice -OWAforDevices", "");
    expectSaid(shell, "Get-MobileDeviceStatistics -Mailbox bo.falk | % { $_.Status.ToString() }", "DeviceOk");
  });
});

test("which devices may synchronize: said for one, by a rule, for all", () => {
  const shell = start();
  const states =
    'Get-ActiveSyncDevice | % { "$($_.DeviceType) $($_.DeviceAccessState) $($_.DeviceAccessStateReason) $($_.DeviceAccessControlRule)".Trim() }';
  expectSaid(shell, states, "iPhone Allowed Global\nWP8 Allowed Global\nAndroid Allowed Global");
  type(
    shell,
    ...rule,
    "Set-ActiveSyncOrganizationSettings -DefaultAccessLevel Quarantine",
    "Set-CASMailbox anna.berg -ActiveSyncAllowedDeviceIDs ApplDNPGJ7WVDTC0",
  );
  expectSaid(
    shell,
    states,
    "iPhone Allowed Individual\nWP8 Quarantined Global\nAndroid Blocked DeviceRule Android (DeviceType)",
  );
});

test("a device is wiped when it next synchronizes, unless that is taken back", () => {
  const shell = start();
  const wipe =
    "Get-ActiveSyncDeviceStatistics A1B2C3 | fl DeviceWipeSentTime,DeviceWipeRequestTime,DeviceWipeAckTime,Status,LastDeviceWipeRequestor";
  type(shell, "Clear-ActiveSyncDevice A1B2C3 -Confirm:$false");
  expectSaid(
    shell,
    wipe,
    `
DeviceWipeSentTime      :
DeviceWipeRequestTime   : 6/3/2013 9:00:00 AM
DeviceWipeAckTime       :
Status                  : DeviceWipePending
LastDeviceWipeRequestor : Administrator`,
  );
  type(shell, "Start-Sleep 3600");
  expectSaid(
    shell,
    wipe,
    `
DeviceWipeSentTime      : 6/3/2013 9:05:00 AM
DeviceWipeRequestTime   : 6/3/2013 9:00:00 AM
DeviceWipeAckTime       : 6/3/2013 9:07:00 AM
Status                  : DeviceWipeSucceeded
LastDeviceWipeRequestor : Administrator`,
  );
  type(shell, "Clear-ActiveSyncDevice A1B2C3 -Cancel -Confirm:$false");
  expectSaid(shell, "(Get-ActiveSyncDeviceStatistics A1B2C3).Status.ToString()", "DeviceOk");
  type(shell, "Remove-ActiveSyncDevice A1B2C3 -Confirm:$false");
  expectSaid(shell, "(Get-ActiveSyncDeviceStatistics -Mailbox anna.berg).DeviceID", "ApplDNPGJ7WVDTC0");
  expect(said(shell, "Get-ActiveSyncDevice A1B2C3")).toContain("object 'A1B2C3' couldn't be found");
});
