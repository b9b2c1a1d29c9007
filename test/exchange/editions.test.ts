// What a shell of a later Exchange begins with when nobody gives it an organization: the starting point with servers of its release.
import { describe, expect, test } from "vitest";
import { buildTopology, createShell, type EditionName, topologies } from "../../src/index.js";
import { expectSaid, said, type } from "./support.js";

const servers = "Get-ExchangeServer | ft Name,AdminDisplayVersion,ServerRole -auto";
/** Enumerations stand on the right, as numbers do. */
const listed = (version: string, role: string): string => `
Name          ${"AdminDisplayVersion".padEnd(version.length)} ${"ServerRole".padStart(role.length)}
----          ${"-------------------".padEnd(version.length)} ${"----------".padStart(role.length)}
HO-EX2010-MB1 ${version} ${role.padStart(10)}
HO-EX2010-MB2 ${version} ${role.padStart(10)}
BR-EX2010-MB  ${version} ${role.padStart(10)}`;

describe("servers are of the edition's version (facts/nouns.json, Get-ExchangeServer: what ServerRole prints)", () => {
  test.each<[EditionName, string, string]>([
    ["Exchange2010", "Version 14.3 (Build 123.4)", "Mailbox, ClientAccess, HubTransport"],
    ["Exchange2013", "Version 15.0 (Build 1497.2)", "Mailbox, ClientAccess"],
    ["Exchange2016", "Version 15.1 (Build 2507.6)", "Mailbox"],
    ["Exchange2019", "Version 15.2 (Build 1118.7)", "Mailbox"],
  ])("%s", (edition, version, role) => expectSaid(createShell({ edition }), servers, listed(version, role)));

  test("an organization that is given stays as it is: servers of 2010 in a shell of 2016", () => {
    const shell = createShell({ edition: "Exchange2016", topology: topologies.headOffice });
    expectSaid(shell, servers, listed("Version 14.3 (Build 123.4)", "Mailbox, ClientAccess, HubTransport"));
  });
});

describe("what comes with the Mailbox role since 2016", () => {
  const shell = createShell({ edition: "Exchange2016" });

  test("the five Receive connectors", () =>
    expectSaid(
      shell,
      "Get-ReceiveConnector -Server BR-EX2010-MB | ft Identity,Bindings,TransportRole -auto",
      `
Identity                                          Bindings                  TransportRole
--------                                          --------                  -------------
BR-EX2010-MB\\Default BR-EX2010-MB                 {0.0.0.0:2525, [::]:2525} HubTransport
BR-EX2010-MB\\Client Proxy BR-EX2010-MB            {[::]:465, 0.0.0.0:465}   HubTransport
BR-EX2010-MB\\Default Frontend BR-EX2010-MB        {[::]:25, 0.0.0.0:25}     FrontendTransport
BR-EX2010-MB\\Outbound Proxy Frontend BR-EX2010-MB {[::]:717, 0.0.0.0:717}   FrontendTransport
BR-EX2010-MB\\Client Frontend BR-EX2010-MB         {[::]:587, 0.0.0.0:587}   FrontendTransport`,
    ));

  test("Client Access: the cmdlets of its services find the servers, and so does Test-ServiceHealth", () => {
    expectSaid(shell, "(Get-ClientAccessService).Name -join ' '", "HO-EX2010-MB1 HO-EX2010-MB2 BR-EX2010-MB");
    expect(said(shell, "(Test-ServiceHealth).Role -join '; '")).toBe(
      "Mailbox Server Role; Client Access Server Role; Unified Messaging Server Role; Hub Transport Server Role",
    );
    expect(said(createShell({ edition: "Exchange2019" }), "(Test-ServiceHealth).Role -join '; '")).toBe(
      "Mailbox Server Role; Client Access Server Role; Hub Transport Server Role",
    );
  });

  test("files lie below V15", () =>
    expectSaid(
      shell,
      '$exinstall; "$((Get-MailboxDatabase MB-HO-02).EdbFilePath)"',
      `
C:\\Program Files\\Microsoft\\Exchange Server\\V15\\
C:\\Program Files\\Microsoft\\Exchange Server\\V15\\Mailbox\\MB-HO-02\\MB-HO-02.edb`,
    ));
});

describe("coexistence: servers of 2010 and of 2016 in one organization", () => {
  const topology = buildTopology({
    domain: "contoso.com",
    release: "2016",
    servers: [{ name: "EX10", version: "14.3.123.4" }, "EX16"],
    clientAccessArrays: [{ fqdn: "outlook.contoso.com", site: "Default-First-Site-Name" }],
    databases: [
      { name: "DB10", server: "EX10" },
      { name: "DB16", server: "EX16" },
    ],
    mailboxes: [{ name: "Alan Reid", database: "DB10" }],
  });
  const later = createShell({ edition: "Exchange2016", topology });

  test("the shell of 2016 lists older databases when it is asked to, or by name (documented)", () => {
    expectSaid(later, "(Get-MailboxDatabase).Name", "DB16");
    expectSaid(later, "(Get-MailboxDatabase -IncludePreExchange2013).Name -join ' '", "DB10 DB16");
    expectSaid(later, "(Get-MailboxDatabase DB10).Name", "DB10");
    expectSaid(createShell({ topology }), "Get-MailboxDatabase | % { $_.Name }", "DB10\nDB16");
  });

  test("only databases of 2010 point to the array; a new one of 2016 has its server", () => {
    expectSaid(
      later,
      "Get-MailboxDatabase -IncludePreExchange2013 | ft Name,RpcClientAccessServer -auto",
      `
Name RpcClientAccessServer
---- ---------------------
DB10 outlook.contoso.com
DB16 EX16.contoso.com`,
    );
    type(later, "$null = New-MailboxDatabase DBX -Server EX16 3> $null");
    expectSaid(later, "(Get-MailboxDatabase DBX).RpcClientAccessServer", "EX16.contoso.com");
  });
});

test("Get-TransportConfig has the settings of its release (documented defaults)", () => {
  const names = "Get-TransportConfig | fl Safety*,ShadowMessagePref*,AddressBookPolicy*";
  expectSaid(createShell(), names, "");
  expectSaid(
    createShell({ edition: "Exchange2016" }),
    names,
    `
SafetyNetHoldTime               : 2.00:00:00
ShadowMessagePreferenceSetting  : PreferRemote
AddressBookPolicyRoutingEnabled : False`,
  );
});

test("what setup makes by itself is called as in the release (documented)", () => {
  const names = "(Get-RetentionPolicy).Name; (Get-RoleGroup).Count";
  expectSaid(
    createShell(),
    "(Get-RetentionPolicy).Name; @(Get-RoleGroup).Count",
    "Default Archive and Retention Policy\n11",
  );
  const shell = createShell({ edition: "Exchange2016" });
  expectSaid(shell, names, "Default MRM Policy\n12");
  expectSaid(
    shell,
    "Get-OfflineAddressBook | fl Name,Server,GeneratingMailbox",
    `
Name              : Default Offline Address Book
Server            :
GeneratingMailbox : exchangeserverpro.net/Users/SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}`,
  );
  expectSaid(
    shell,
    "\"$((Get-Mailbox -Arbitration 'SystemMailbox{bb*').GeneratedOfflineAddressBooks)\"",
    "\\Default Offline Address Book",
  );
});

describe("what runs on a server, by its version", () => {
  const differing = "UM UMCR Compliance HMRecovery Mitigation NotificationsBroker"
    .split(" ")
    .map((name) => `MSExchange${name}`);
  test.each<[EditionName, string]>([
    ["Exchange2013", "MSExchangeUM MSExchangeUMCR"],
    [
      "Exchange2016",
      "MSExchangeCompliance MSExchangeHMRecovery MSExchangeMitigation MSExchangeNotificationsBroker MSExchangeUM MSExchangeUMCR",
    ],
    ["Exchange2019", "MSExchangeCompliance MSExchangeHMRecovery MSExchangeMitigation MSExchangeNotificationsBroker"],
  ])("%s: services that not all have", (edition, services) =>
    expectSaid(
      createShell({ edition }),
      `(Get-Service ${differing.join(",")} -ErrorAction SilentlyContinue | % Name) -join ' '`,
      services,
    ),
  );

  test("2019 has no Unified Messaging to watch, nor to take out of service", () => {
    const watched = (edition: EditionName): string =>
      said(
        createShell({ edition }),
        "@(Get-ServerHealth BR-EX2010-MB -HealthSet UM.Protocol).Count; @(Get-ServerComponentState BR-EX2010-MB | ? { $_.Component -eq 'UMCallRouter' }).Count",
      );
    expect(watched("Exchange2016")).toBe("1\n1");
    expect(watched("Exchange2019")).toBe("0\n0");
  });
});

test("MAPI over HTTP is on from the beginning since 2016 (documented)", () => {
  const shown = (edition: EditionName): string =>
    said(createShell({ edition }), "(Get-OrganizationConfig).MapiHttpEnabled");
  expect(shown("Exchange2013")).toBe("False");
  expect(shown("Exchange2016")).toBe("True");
});
