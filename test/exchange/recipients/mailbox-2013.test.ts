// What mailboxes have since Exchange 2013, and the mailboxes that Exchange keeps for itself.
import { describe, expect, test } from "vitest";
import { buildTopology, createShell } from "../../../src/index.js";
import { expectSaid, said, type } from "../support.js";

const start = () => createShell({ edition: "Exchange2016" });

describe("mailboxes that Exchange keeps for itself", () => {
  test("those for arbitration, in the order of capture get-mailbox.2, and two more since 2016 (documented)", () => {
    const names = "(Get-Mailbox -Arbitration).DisplayName -join '; '";
    const of2013 =
      "Microsoft Exchange; Microsoft Exchange Approval Assistant; Microsoft Exchange; Microsoft Exchange Federation Mailbox; Microsoft Exchange Migration";
    expectSaid(createShell({ edition: "Exchange2013" }), names, of2013);
    expectSaid(start(), names, `${of2013}; Microsoft Exchange; Microsoft Exchange`);
    expectSaid(start(), "(Get-Mailbox -Arbitration)[3].Alias", "FederatedEmail.4c1f4d8b-8179-4148-93bf-00a95fa1e042");
    expectSaid(createShell(), "Get-Mailbox -Arbitration", "");
  });

  test("the one for discovery is shown as others are (facts/nouns.json, Get-Mailbox)", () =>
    expectSaid(
      start(),
      "Get-Mailbox Disc*",
      `
Name                      Alias                ServerName       ProhibitSendQuota
----                      -----                ----------       -----------------
DiscoverySearchMailbox... DiscoverySearchMa... ho-ex2010-mb1    50 GB (53,687,091,200 bytes)`,
    ));

  test("those that are monitored: of each database and each server", () =>
    expectSaid(
      start(),
      "Get-Mailbox -Monitoring | ft DisplayName,Database -auto",
      `
DisplayName                          Database
-----------                          --------
HealthMailbox-HO-EX2010-MB1-MB-HO-01 MB-HO-01
HealthMailbox-HO-EX2010-MB1-MB-HO-02 MB-HO-02
HealthMailbox-HO-EX2010-MB1-MB-HO-03 MB-HO-03
HealthMailbox-HO-EX2010-MB1-001      MB-HO-01
HealthMailbox-HO-EX2010-MB2-001      MB-HO-01
HealthMailbox-BR-EX2010-MB-MB-BR-01  MB-BR-01
HealthMailbox-BR-EX2010-MB-001       MB-HO-01`,
    ));

  test("Get-Recipient and Get-User show none of them unasked", () => {
    const shell = start();
    expect(said(shell, "(Get-Recipient).Count")).toBe("11");
    expect(said(shell, "(Get-User).Count")).toBe("11");
    expect(said(shell, "(Get-User -Arbitration).Count")).toBe("7");
  });

  test("an organization that is described has them when it says so; in 2010 four", () => {
    const topology = buildTopology({
      domain: "contoso.com",
      systemMailboxes: true,
      servers: ["EX01"],
      databases: [{ name: "DB01", server: "EX01" }],
    });
    const shell = createShell({ topology });
    expectSaid(
      shell,
      "Get-Mailbox -Arbitration | % { $_.DisplayName }",
      "Microsoft Exchange Approval Assistant\nMicrosoft Exchange\nMicrosoft Exchange Federation Mailbox",
    );
    expectSaid(shell, "Get-Mailbox | % { $_.DisplayName }", "Discovery Search Mailbox");
  });
});

describe("the version of a mailbox is that of its server's release", () => {
  test.each([
    ["15.1.2507.6", "0.20 (15.0.0.0)"],
    ["14.3.123.4", "0.10 (14.0.100.0)"],
  ])("%s", (version, shown) => {
    const topology = buildTopology({
      domain: "contoso.com",
      servers: [{ name: "EX01", version }],
      databases: [{ name: "DB01", server: "EX01" }],
      mailboxes: ["Alan Reid"],
    });
    expectSaid(createShell({ edition: "Exchange2016", topology }), '"$((Get-Mailbox).ExchangeVersion)"', shown);
  });
});

describe("Set-Mailbox since 2013", () => {
  test("holds last for a time, or without end", () => {
    const shell = start();
    expectSaid(shell, '"$((Get-Mailbox alan.reid).LitigationHoldDuration)"', "Unlimited");
    type(shell, "Set-Mailbox alan.reid -LitigationHoldEnabled $true -LitigationHoldDuration 2555");
    expectSaid(
      shell,
      "Get-Mailbox alan.reid | fl LitigationHoldEnabled,LitigationHoldDuration",
      `
LitigationHoldEnabled  : True
LitigationHoldDuration : 2555.00:00:00`,
    );
  });

  test("copies of what is sent for a shared mailbox", () => {
    const shell = start();
    type(shell, "Set-Mailbox helpdesk -MessageCopyForSentAsEnabled $true -MessageCopyForSendOnBehalfEnabled $true");
    expectSaid(
      shell,
      "Get-Mailbox helpdesk | fl MessageCopy*",
      `
MessageCopyForSentAsEnabled       : True
MessageCopyForSendOnBehalfEnabled : True`,
    );
  });

  test("somebody can log on to a room that has an account", () => {
    const shell = start();
    const line = "Get-Mailbox boardroom | fl RoomMailboxAccountEnabled,AccountDisabled";
    expectSaid(shell, line, "RoomMailboxAccountEnabled : False\nAccountDisabled           : True");
    type(
      shell,
      "Set-Mailbox boardroom -EnableRoomMailboxAccount $true -RoomMailboxPassword (ConvertTo-SecureString 'P@ssw0rd' -AsPlainText -Force)",
    );
    expectSaid(shell, line, "RoomMailboxAccountEnabled : True\nAccountDisabled           : False");
    type(shell, "Set-Mailbox boardroom -AccountDisabled $true");
    expectSaid(shell, line, "RoomMailboxAccountEnabled : False\nAccountDisabled           : True");
  });

  test("what an arbitration mailbox does is a capability (documented: re-creating arbitration mailboxes)", () => {
    const shell = start();
    const line = "(Get-Mailbox -Arbitration Migration*).PersistedCapabilities -join ', '";
    expectSaid(shell, line, "OrganizationCapabilityManagement");
    type(
      shell,
      "Set-Mailbox -Arbitration Migration.8f3e7716-2011-43e4-96b1-aba62d229136 -Management $false -OABGen $true -Force",
    );
    expectSaid(shell, line, "OrganizationCapabilityOABGen");
  });
});

describe("public folder mailboxes", () => {
  test("the first one has the hierarchy; Get-Mailbox shows them when asked", () => {
    const shell = start();
    type(
      shell,
      "$null = New-Mailbox -PublicFolder -Name PF-Master -Database MB-HO-01",
      "$null = New-Mailbox -PublicFolder PF-02 -IsExcludedFromServingHierarchy $true",
    );
    expectSaid(
      shell,
      "Get-Mailbox -PublicFolder | ft Name,IsRootPublicFolderMailbox,IsExcludedFromServingHierarchy,RecipientTypeDetails -auto",
      `
Name      IsRootPublicFolderMailbox IsExcludedFromServingHierarchy RecipientTypeDetails
----      ------------------------- ------------------------------ --------------------
PF-Master                      True                          False  PublicFolderMailbox
PF-02                         False                           True  PublicFolderMailbox`,
    );
    expectSaid(shell, "Get-Mailbox PF*", "");
    expectSaid(shell, "(Get-Mailbox alan.reid).EffectivePublicFolderMailbox.Name", "PF-Master");
    type(shell, "Set-Mailbox alan.reid -DefaultPublicFolderMailbox PF-Master");
    expectSaid(shell, "(Get-Mailbox alan.reid).DefaultPublicFolderMailbox.Name", "PF-Master");
  });
});
