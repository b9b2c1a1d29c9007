// Mailbox: identities, filters, order and limits of Get-Mailbox.
import { describe, expect, test } from "vitest";
import { buildTopology } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const names = (line: string) => `${line} | % { $_.Name }`;

describe("Get-Mailbox", () => {
  test("the default table", () => {
    expectSaid(
      startShell(),
      "Get-Mailbox -Database MB-BR-01",
      `
Name                      Alias                ServerName       ProhibitSendQuota
----                      -----                ----------       -----------------
Lucas Brandt              lucas.brandt         br-ex2010-mb     unlimited
Anne-Marie Weber          anne-marie.weber     br-ex2010-mb     unlimited`,
    );
  });

  test("an address book of properties", () => {
    expectSaid(
      startShell(),
      "Get-Mailbox boardroom | fl Name,Alias,DisplayName,Database,EmailAddresses,PrimarySmtpAddress,RecipientTypeDetails,ResourceType,IsResource,OrganizationalUnit,Identity,UMDtmfMap",
      `
Name                 : Board Room
Alias                : boardroom
DisplayName          : Board Room
Database             : MB-HO-03
EmailAddresses       : {SMTP:boardroom@exchangeserverpro.net}
PrimarySmtpAddress   : boardroom@exchangeserverpro.net
RecipientTypeDetails : RoomMailbox
ResourceType         : Room
IsResource           : True
OrganizationalUnit   : exchangeserverpro.net/Head Office
Identity             : exchangeserverpro.net/Head Office/Board Room
UMDtmfMap            : {emailAddress:262737666, lastNameFirstName:766626273, firstNameLastName:262737666}`,
    );
  });

  test.each([
    '"Alan Reid"',
    "alan.reid",
    "ALAN.REID@exchangeserverpro.net",
    '"exchangeserverpro.net/Head Office/Alan Reid"',
    '"CN=Alan Reid,OU=Head Office,DC=exchangeserverpro,DC=net"',
    "(Get-Mailbox alan.reid).Guid",
    "(Get-Mailbox alan.reid).Identity",
    "(Get-Mailbox alan.reid).LegacyExchangeDN",
    "(Get-Mailbox alan.reid)",
    "*Reid",
  ])("is found by %s", (identity) => {
    expectSaid(startShell(), names(`Get-Mailbox ${identity}`), "Alan Reid");
  });

  test("identities come through the pipeline, objects too", () => {
    const shell = startShell();
    expectSaid(shell, names("'lucas.brandt','Alan Reid' | Get-Mailbox"), "Lucas Brandt\nAlan Reid");
    expectSaid(shell, names("Get-MailboxDatabase MB-BR-01 | Get-Mailbox"), "Lucas Brandt\nAnne-Marie Weber");
  });

  test.each([
    ["-Database MB-BR-01", "Lucas Brandt\nAnne-Marie Weber"],
    ["-Server BR-EX2010-MB", "Lucas Brandt\nAnne-Marie Weber"],
    ["-Anr ann", "Anne-Marie Weber"],
    ["-OrganizationalUnit 'Branch Office'", "Lucas Brandt\nAnne-Marie Weber"],
    ["-RecipientTypeDetails RoomMailbox,SharedMailbox", "Help Desk\nBoard Room"],
    ["-Filter { Name -like 'A*' -and Database -eq 'MB-BR-01' }", "Anne-Marie Weber"],
    ["-Filter \"Alias -eq 'helpdesk'\"", "Help Desk"],
    ["-Database MB-HO-03 -SortBy Name", "Board Room\nHelp Desk\nPriya Nair"],
    ["-Archive", ""],
    ["-Arbitration", ""],
  ])("%s", (parameters, expected) => {
    expectSaid(startShell(), names(`Get-Mailbox ${parameters}`), expected);
  });

  test.each([
    [
      "nobody",
      "The operation couldn't be performed because object 'nobody' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    ],
    ["-Database NODB", 'Couldn\'t find database "NODB". Make sure you have typed it correctly.'],
    [
      "-Server NOSRV",
      'Couldn\'t find object "NOSRV". Please make sure that it was spelled correctly or specify a different object.',
    ],
    [
      "-OrganizationalUnit Nowhere",
      'Organizational unit "Nowhere" was not found. Please make sure you have typed it correctly.',
    ],
    ["-SortBy Nothing", 'The property "Nothing" can\'t be used to sort: a mailbox has no property of this name.'],
  ])("%s fails", (parameters, message) => {
    const { errors } = startShell().run(`Get-Mailbox ${parameters}`);
    expect(errors.map((error) => error.message)).toEqual([message]);
  });

  test("shows the first 1000, and says that there are more", () => {
    const mailboxes = Array.from({ length: 1005 }, (_, index) => `User ${index}`);
    const shell = startShell({
      topology: buildTopology({
        domain: "contoso.com",
        servers: ["EX01"],
        databases: [{ name: "DB1", server: "EX01" }],
        mailboxes,
      }),
    });
    expect(said(shell, "@(Get-Mailbox -WarningAction SilentlyContinue).Count")).toBe("1000");
    expect(said(shell, "@(Get-Mailbox -ResultSize Unlimited).Count")).toBe("1005");
    expect(shell.run("$null = Get-Mailbox").warnings[0]).toContain("only the first 1000 items are returned");
    expect(shell.run("$null = Get-Mailbox -ResultSize 3").warnings[0]).toContain(
      "increase the value for the ResultSize parameter",
    );
  });

  test("2013 writes Unlimited, and knows the server's version", () => {
    const shell = startShell({ edition: "Exchange2013" });
    expectSaid(shell, '"$((Get-Mailbox alan.reid).ProhibitSendQuota)"', "Unlimited");
    expectSaid(shell, '"$((Get-Mailbox alan.reid).AdminDisplayVersion)"', "Version 15.0 (Build 1497.2)");
  });

  test("a change to the copy stays in the copy", () => {
    const shell = startShell();
    type(shell, "$m = Get-Mailbox alan.reid; $m.DisplayName = 'Changed'");
    expectSaid(shell, "$m.DisplayName", "Changed");
    expectSaid(shell, "(Get-Mailbox alan.reid).DisplayName", "Alan Reid");
  });

  // facts/nouns.json, (general) errors: raised before the command is known
  test("a unit that is not there", () => {
    for (const line of [
      "Get-Mailbox -OrganizationalUnit Nowhere",
      "New-Mailbox x -Room -UserPrincipalName x@exchangeserverpro.net -OrganizationalUnit Nowhere",
    ])
      expectSaid(
        startShell(),
        line,
        `
Organizational unit "Nowhere" was not found. Please make sure you have typed it correctly.
    + CategoryInfo          : NotSpecified: (:) [], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 382C1DB8`,
      );
  });
});

describe("arbitration mailboxes", () => {
  const made = ["Arb1", "Arb2"].map(
    (name) => `$null = New-Mailbox ${name} -Arbitration -UserPrincipalName ${name}@exchangeserverpro.net`,
  );
  const refused = (line: string): readonly string[] => {
    const shell = startShell();
    type(shell, ...made);
    return shell.run(line).errors.map(({ message }) => message);
  };

  test.each(["Get-Mailbox Arb1", "Set-Mailbox Arb1 -Office x", "Disable-Mailbox Arb1", "Remove-Mailbox Arb1"])(
    "%s finds none unless -Arbitration says that one is meant",
    (line) => {
      expect(refused(line)).toEqual([
        "The operation couldn't be performed because object 'Arb1' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
      ]);
      expect(refused(line.replace("Arb1", "alan.reid -Arbitration"))).toHaveLength(1);
    },
  );

  test("the last one goes only when a switch says so", () => {
    const shell = startShell();
    type(
      shell,
      ...made,
      "Set-Mailbox Arb1 -Arbitration -Office Riga",
      "Remove-Mailbox Arb1 -Arbitration -Confirm:$false",
    );
    for (const verb of ["Remove", "Disable"]) {
      const line = `${verb}-Mailbox Arb2 -Arbitration -Confirm:$false`;
      expect(shell.run(line).errors.map(({ message }) => message)).toEqual([
        'The arbitration mailbox "Arb2" is used by Exchange and can\'t be removed.',
      ]);
    }
    type(shell, "Disable-Mailbox Arb2 -Arbitration -DisableLastArbitrationMailboxAllowed -Confirm:$false");
    expectSaid(shell, "Get-Mailbox -Arbitration", "");
  });
});
