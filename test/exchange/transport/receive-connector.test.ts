// ReceiveConnector: below servers, `SERVER\name`; what setup makes, what -Usage means, conflicts.
import { describe, test } from "vitest";
import { receiveConnector, receiveConnectorVerbs } from "../../../src/exchange/transport/receive-connector.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const noun = { noun: receiveConnector, verbs: receiveConnectorVerbs };
const first = { identity: "'HO-EX2010-MB1\\Default HO-EX2010-MB1'" };

roundTripsOf(noun, {
  ...first,
  samples: {
    AuthMechanism: ["ExchangeServer,Tls", "Tls, ExchangeServer"],
    PermissionGroups: ["ExchangeUsers,AnonymousUsers", "AnonymousUsers, ExchangeUsers"],
    Bindings: ["10.1.1.1:2525,[::1]:26", "{10.1.1.1:2525, ::1:26}"],
    RemoteIPRanges: ["10.1.1.1,10.2.0.0/16,10.3.0.1-10.3.0.9", "{10.1.1.1, 10.2.0.0/16, 10.3.0.1-10.3.0.9}"],
    DefaultDomain: ["exchangeserverpro.net", "exchangeserverpro.net"],
    Fqdn: ["mail.fabrikam.com", "mail.fabrikam.com"],
  },
});
identitiesOf(noun, {
  ...first,
  forms: ["'Default HO-EX2010-MB1'", "'HO-EX2010-MB1\\Def*'", "'*\\Default HO-EX2010-MB1'"],
});

describe("Get-ReceiveConnector", () => {
  // Bindings of 2010 as in facts/nouns.json.
  test("two on each Hub Transport server", () => {
    expectSaid(
      startShell(),
      "Get-ReceiveConnector",
      `
Identity                                Bindings                                Enabled
--------                                --------                                -------
HO-EX2010-MB1\\Default HO-EX2010-MB1     {:::25, 0.0.0.0:25}                     True
HO-EX2010-MB1\\Client HO-EX2010-MB1      {:::587, 0.0.0.0:587}                   True
HO-EX2010-MB2\\Default HO-EX2010-MB2     {:::25, 0.0.0.0:25}                     True
HO-EX2010-MB2\\Client HO-EX2010-MB2      {:::587, 0.0.0.0:587}                   True
BR-EX2010-MB\\Default BR-EX2010-MB       {:::25, 0.0.0.0:25}                     True
BR-EX2010-MB\\Client BR-EX2010-MB        {:::587, 0.0.0.0:587}                   True`,
    );
  });

  test("of a server", () => {
    expectSaid(
      startShell({ width: 200 }),
      "Get-ReceiveConnector -Server BR-EX2010-MB | fl Identity,Fqdn,PermissionGroups,RemoteIPRanges",
      `
Identity         : BR-EX2010-MB\\Default BR-EX2010-MB
Fqdn             : BR-EX2010-MB.exchangeserverpro.net
PermissionGroups : ExchangeUsers, ExchangeServers, ExchangeLegacyServers
RemoteIPRanges   : {::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 0.0.0.0-255.255.255.255}

Identity         : BR-EX2010-MB\\Client BR-EX2010-MB
Fqdn             : BR-EX2010-MB.exchangeserverpro.net
PermissionGroups : ExchangeUsers
RemoteIPRanges   : {::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 0.0.0.0-255.255.255.255}`,
    );
  });
});

describe("New-ReceiveConnector", () => {
  test("a relay for applications, in the usual way", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-ReceiveConnector -Name 'App Relay' -Server HO-EX2010-MB2 -Usage Custom -PermissionGroups AnonymousUsers -Bindings 0.0.0.0:25 -RemoteIPRanges 192.168.10.50",
      `
Identity                                Bindings                                Enabled
--------                                --------                                -------
HO-EX2010-MB2\\App Relay                 {0.0.0.0:25}                            True`,
    );
    expectSaid(
      shell,
      "Get-ReceiveConnector 'HO-EX2010-MB2\\App Relay' | fl AuthMechanism,PermissionGroups,MaxMessageSize,Fqdn,RemoteIPRanges",
      `
AuthMechanism    : Tls
PermissionGroups : AnonymousUsers
MaxMessageSize   : 10 MB (10,485,760 bytes)
Fqdn             : HO-EX2010-MB2.exchangeserverpro.net
RemoteIPRanges   : {192.168.10.50}`,
    );
  });

  test("the same place and the same addresses as another one", () => {
    expectSaid(
      startShell(),
      "New-ReceiveConnector Relay -Internet -Bindings 0.0.0.0:25 -RemoteIPRanges 0.0.0.0-255.255.255.255",
      `
The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive conn
ector "HO-EX2010-MB1\\Default HO-EX2010-MB1".
    + CategoryInfo          : InvalidOperation: (0:Int32) [New-ReceiveConnector], ConnectorMappingConflictException
    + FullyQualifiedErrorId : 59FDDE15,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector`,
    );
  });

  test("Set refuses the same", () => {
    const shell = startShell();
    type(shell, "New-ReceiveConnector Relay -Internet -Bindings 0.0.0.0:25 -RemoteIPRanges 10.0.0.0/8");
    expectSaid(
      shell,
      "Set-ReceiveConnector HO-EX2010-MB1\\Relay -RemoteIPRanges 0.0.0.0-255.255.255.255",
      `
The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive conn
ector "HO-EX2010-MB1\\Default HO-EX2010-MB1".
    + CategoryInfo          : InvalidOperation: (0:Int32) [Set-ReceiveConnector], ConnectorMappingConflictException
    + FullyQualifiedErrorId : F5EDD4F,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector`,
    );
  });
});

test("Remove-ReceiveConnector asks; the question is from memory", () => {
  const shell = startShell({ answers: ["y"] });
  expectSaid(
    shell,
    "Remove-ReceiveConnector 'BR-EX2010-MB\\Client BR-EX2010-MB'",
    `
Confirm
Are you sure you want to perform this action?
Removing Receive connector "BR-EX2010-MB\\Client BR-EX2010-MB".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
  );
  expectSaid(shell, "(Get-ReceiveConnector -Server BR-EX2010-MB).Name", "Default BR-EX2010-MB");
});
