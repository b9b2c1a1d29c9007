// New-, Set-, Enable-, Disable- and Remove-Mailbox: what one makes, the others show and take away.
import { describe, expect, test } from "vitest";
import { mailbox } from "../../../src/exchange/recipients/mailbox.js";
import { mailboxVerbs } from "../../../src/exchange/recipients/mailbox-verbs.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const noun = { noun: mailbox, verbs: mailboxVerbs };
const person = ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"] as const;
const people = [
  "alan.reid,sarah.jones",
  "{exchangeserverpro.net/Head Office/Alan Reid, exchangeserverpro.net/Head Office/Sarah Jones}",
] as const;

roundTripsOf(noun, {
  identity: "priya.nair",
  samples: {
    ForwardingAddress: person,
    ArbitrationMailbox: person,
    AcceptMessagesOnlyFrom: people,
    AcceptMessagesOnlyFromDLMembers: people,
    AcceptMessagesOnlyFromSendersOrMembers: people,
    BypassModerationFromSendersOrMembers: people,
    GrantSendOnBehalfTo: people,
    ModeratedBy: people,
    RejectMessagesFrom: people,
    RejectMessagesFromDLMembers: people,
    RejectMessagesFromSendersOrMembers: people,
    UserPrincipalName: ["pn@exchangeserverpro.net", "pn@exchangeserverpro.net"],
    SamAccountName: ["pn", "pn"],
    SharingPolicy: ["'Default Sharing Policy'", "Default Sharing Policy"],
    ArchiveDomain: ["archive.fabrikam.com", "archive.fabrikam.com"],
    RoleAssignmentPolicy: ["'Default Role Assignment Policy'", "Default Role Assignment Policy"],
  },
  except: [
    // Their objects come with their nouns.
    "ManagedFolderMailboxPolicy",
    "RetentionPolicy",
    "AddressBookPolicy",
    "ThrottlingPolicy",
    "OfflineAddressBook",
    // Of resources only: resource-properties.test.ts.
    "ResourceCustom",
    // After them the object is called otherwise, or only together with others; below.
    "Alias",
    "EmailAddresses",
    "IssueWarningQuota",
    "ProhibitSendQuota",
    "ProhibitSendReceiveQuota",
    "RecoverableItemsQuota",
    "RecoverableItemsWarningQuota",
  ],
});

identitiesOf(noun, {
  identity: "'Alan Reid'",
  forms: [
    "alan.reid",
    "alan.reid@exchangeserverpro.net",
    "SMTP:alan.reid@exchangeserverpro.net",
    "'exchangeserverpro.net/Head Office/Alan Reid'",
    "(Get-Mailbox alan.reid).UserPrincipalName",
    "(Get-Mailbox alan.reid).LegacyExchangeDN",
    "(Get-Mailbox alan.reid).ExchangeGuid",
  ],
});

const newRoom = "New-Mailbox 'Blue Room' -Room -UserPrincipalName blue@exchangeserverpro.net -Database MB-HO-02";

describe("New-Mailbox", () => {
  test("shows the new mailbox as Get-Mailbox does", () => {
    expectSaid(
      startShell(),
      newRoom,
      `
Name                      Alias                ServerName       ProhibitSendQuota
----                      -----                ----------       -----------------
Blue Room                 BlueRoom             ho-ex2010-mb1    unlimited`,
    );
  });

  test("the alias is the left side of the user principal name; rooms, contacts and groups have their name's", () => {
    const shell = startShell();
    type(
      shell,
      "New-Mailbox 'Ina Bell' -UserPrincipalName i.bell@exchangeserverpro.net -Password (ConvertTo-SecureString Pa55word -AsPlainText -Force)",
      newRoom,
      "New-DistributionGroup 'North Sales'",
    );
    expectSaid(
      shell,
      "'Ina Bell','Blue Room','North Sales' | Get-Recipient | ft Name,Alias,PrimarySmtpAddress -AutoSize",
      `
Name        Alias      PrimarySmtpAddress
----        -----      ------------------
Ina Bell    i.bell     i.bell@exchangeserverpro.net
Blue Room   BlueRoom   BlueRoom@exchangeserverpro.net
North Sales NorthSales NorthSales@exchangeserverpro.net`,
    );
  });

  test("its addresses are objects, the properties in the order of an exported SmtpProxyAddress", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -EmailAddresses @{Add='X500:/o=Old/cn=alan'}");
    expectSaid(
      shell,
      "(Get-Mailbox alan.reid).EmailAddresses | fl",
      `
SmtpAddress        : alan.reid@exchangeserverpro.net
AddressString      : alan.reid@exchangeserverpro.net
ProxyAddressString : SMTP:alan.reid@exchangeserverpro.net
Prefix             : SMTP
IsPrimaryAddress   : True
PrefixString       : SMTP

AddressString      : /o=Old/cn=alan
ProxyAddressString : X500:/o=Old/cn=alan
Prefix             : X500
IsPrimaryAddress   : True
PrefixString       : X500`,
    );
    expectSaid(
      shell,
      "Get-Mailbox alan.reid | select Name,EmailAddresses | ConvertTo-Csv -NoTypeInformation",
      `
"Name","EmailAddresses"
"Alan Reid","Microsoft.Exchange.Data.ProxyAddressCollection"`,
    );
  });

  // Syntax of the reference of 2007, 2010 and 2013: -Password is needed by who logs on; the name to log on with since 2013.
  test("nobody logs on to what is shared: it needs no password, and since 2013 no name to log on with", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-Mailbox Red -Shared -UserPrincipalName red@exchangeserverpro.net",
      "$null = New-Mailbox Car -Equipment -UserPrincipalName car@exchangeserverpro.net",
      "$null = New-Mailbox Green -Room -Office Riga -ResourceCapacity 9 -UserPrincipalName green@exchangeserverpro.net",
      "$null = New-Mailbox Linked -LinkedMasterAccount FABRIKAM\\tom -LinkedDomainController dc.fabrikam.com -UserPrincipalName l@exchangeserverpro.net",
    );
    expectSaid(
      shell,
      'Get-Mailbox | select -Last 4 | % { "$($_.Name) $($_.RecipientTypeDetails) $($_.LinkedMasterAccount)" }',
      "Red SharedMailbox NT AUTHORITY\\SELF\nCar EquipmentMailbox NT AUTHORITY\\SELF\nGreen RoomMailbox NT AUTHORITY\\SELF\nLinked LinkedMailbox FABRIKAM\\tom",
    );
    expect(shell.run("New-Mailbox Blue -Room").question?.kind).toBe("parameter");
    const newer = startShell({ edition: "Exchange2016" });
    type(newer, "$null = New-Mailbox Blue -Room", "$null = New-Mailbox Red -Shared -Alias red");
    expectSaid(newer, "'Blue','Red' | Get-Mailbox | % { $_.RecipientTypeDetails }", "RoomMailbox\nSharedMailbox");
  });

  test("what it is made of", () => {
    const shell = startShell();
    type(
      shell,
      "New-Mailbox 'Nina Holt' -UserPrincipalName nina@exchangeserverpro.net -Alias nina.holt -OrganizationalUnit 'Head Office' -Database MB-HO-02 -Password (ConvertTo-SecureString Pa55word -AsPlainText -Force)",
    );
    expectSaid(
      shell,
      "Get-Mailbox nina.holt | fl Database,SamAccountName,Alias,OrganizationalUnit,DisplayName,EmailAddresses,UserPrincipalName,RecipientTypeDetails,EmailAddressPolicyEnabled",
      `
Database                  : MB-HO-02
SamAccountName            : nina.holt
Alias                     : nina.holt
OrganizationalUnit        : exchangeserverpro.net/Head Office
DisplayName               : Nina Holt
EmailAddresses            : {SMTP:nina.holt@exchangeserverpro.net}
UserPrincipalName         : nina@exchangeserverpro.net
RecipientTypeDetails      : UserMailbox
EmailAddressPolicyEnabled : True`,
    );
  });

  test("an address that is taken gets a number", () => {
    const shell = startShell();
    type(shell, "New-Mailbox 'A. R.' -Alias alan.reid -Room -UserPrincipalName ar@exchangeserverpro.net");
    expectSaid(shell, "(Get-Mailbox 'A. R.').PrimarySmtpAddress.ToString()", "alan.reid2@exchangeserverpro.net");
  });

  test("without -Database one is chosen, none that is closed to new mailboxes", () => {
    const shell = startShell();
    type(shell, "Get-MailboxDatabase MB-HO* | Set-MailboxDatabase -IsExcludedFromProvisioning $true");
    type(shell, "New-Mailbox x -Room -UserPrincipalName x@exchangeserverpro.net");
    expectSaid(shell, "(Get-Mailbox x).Database.Name", "MB-BR-01");
  });

  test.each([
    [
      "-UserPrincipalName alan.reid@exchangeserverpro.net",
      'The value "alan.reid@exchangeserverpro.net" of property "UserPrincipalName" is used',
    ],
    ["-UserPrincipalName x@y.net -OrganizationalUnit Nope", 'Organizational unit "Nope" was not found.'],
    ["-UserPrincipalName x@y.net -Database Nope", `Couldn't find database "Nope".`],
    [
      "-UserPrincipalName x@y.net -PrimarySmtpAddress alan.reid@exchangeserverpro.net",
      'The proxy address "SMTP:alan.reid@exchangeserverpro.net" is already being used',
    ],
  ])("%s", (parameters, message) => {
    expect(said(startShell(), `New-Mailbox x -Room ${parameters}`).replace(/\n/g, "")).toContain(message);
  });

  test("a name that is taken in the unit", () => {
    const shell = startShell();
    type(shell, newRoom);
    expect(said(shell, newRoom.replace("blue@", "blue2@")).replace(/\n/g, "")).toContain(
      "The object 'CN=Blue Room,CN=Users,DC=exchangeserverpro,DC=net' already exists.",
    );
  });
});

describe("Set-Mailbox", () => {
  test("addresses come and go; the primary one is in capitals", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -EmailAddresses @{Add='alan@contoso.com','X400:c=US'}");
    expectSaid(
      shell,
      "(Get-Mailbox alan.reid).EmailAddresses | % { $_.ToString() }",
      "SMTP:alan.reid@exchangeserverpro.net\nsmtp:alan@contoso.com\nX400:c=US",
    );
    type(shell, "Set-Mailbox alan.reid -EmailAddressPolicyEnabled $false -PrimarySmtpAddress alan@contoso.com");
    expectSaid(
      shell,
      "(Get-Mailbox alan@contoso.com).EmailAddresses | % { $_.ToString() }",
      "SMTP:alan@contoso.com\nsmtp:alan.reid@exchangeserverpro.net\nX400:c=US",
    );
  });

  test("while the policy makes them, the primary one can't be set", () => {
    expect(said(startShell(), "Set-Mailbox alan.reid -PrimarySmtpAddress a@contoso.com").replace(/\n/g, "")).toContain(
      "you must disable automatic updating of e-mail addresses",
    );
  });

  test("an address of somebody else", () => {
    expectSaid(
      startShell(),
      "Set-Mailbox sarah.jones -EmailAddresses @{Add='alan.reid@exchangeserverpro.net'}",
      `
The proxy address "smtp:alan.reid@exchangeserverpro.net" is already being used by the proxy addresses or LegacyExchange
DN of "exchangeserverpro.net/Head Office/Alan Reid". Please choose another proxy address.
    + CategoryInfo          : InvalidData: (exchangeserverp...ffice/Alan Reid:ADObjectId) [Set-Mailbox], ProxyAddressE
   xistsException
    + FullyQualifiedErrorId : A6E03D0A,Microsoft.Exchange.Management.RecipientTasks.SetMailbox`,
    );
  });

  test("a new alias brings a new primary address", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -Alias ar");
    expectSaid(
      shell,
      "(Get-Mailbox ar).EmailAddresses -join ';'",
      "SMTP:ar@exchangeserverpro.net;smtp:alan.reid@exchangeserverpro.net",
    );
  });

  test("quotas in their order", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -IssueWarningQuota 1GB -ProhibitSendQuota 2GB -UseDatabaseQuotaDefaults $false");
    expectSaid(shell, "(Get-Mailbox alan.reid).ProhibitSendQuota.Value.ToMB()", "2048");
    expect(said(shell, "Set-Mailbox alan.reid -IssueWarningQuota 3GB").replace(/\n/g, "")).toContain(
      "The value of property 'IssueWarningQuota' must be less than or equal to that of property 'ProhibitSendQuota'.",
    );
  });

  test.each([
    ["Shared", "SharedMailbox"],
    ["Room", "RoomMailbox"],
    ["Equipment", "EquipmentMailbox"],
  ])("-Type %s", (given, details) => {
    const shell = startShell();
    type(shell, `Set-Mailbox alan.reid -Type ${given}`);
    expectSaid(shell, `(Get-Mailbox alan.reid).RecipientTypeDetails`, details);
    type(shell, "Set-Mailbox alan.reid -Type Regular");
    expectSaid(shell, `(Get-Mailbox alan.reid).RecipientTypeDetails`, "UserMailbox");
  });
});

describe("Disable-, Enable- and Remove-Mailbox", () => {
  test("the user stays, without a mailbox; and can get another", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -CustomAttribute1 x", "Disable-Mailbox alan.reid -Confirm:$false");
    expect(said(shell, "Get-Mailbox alan.reid")).toContain("object 'alan.reid' couldn't be found on");
    expectSaid(
      shell,
      "Enable-Mailbox 'Alan Reid' -Alias alan -Database MB-HO-03",
      `
Name                      Alias                ServerName       ProhibitSendQuota
----                      -----                ----------       -----------------
Alan Reid                 alan                 ho-ex2010-mb1    unlimited`,
    );
    expectSaid(shell, "(Get-Mailbox alan).CustomAttribute1 -eq ''", "True");
  });

  test("who has a mailbox can't be given one, but an archive", () => {
    const shell = startShell();
    expect(said(shell, "Enable-Mailbox alan.reid").replace(/\n/g, "")).toContain(
      "The specified recipient exchangeserverpro.net/Head Office/Alan Reid is of type UserMailbox.",
    );
    type(shell, "Enable-Mailbox alan.reid -Archive");
    expectSaid(shell, "(Get-Mailbox -Archive).ArchiveName", "Personal Archive - Alan Reid");
    type(shell, "Disable-Mailbox alan.reid -Archive -Confirm:$false");
    expectSaid(shell, "@(Get-Mailbox -Archive).Count", "0");
    expectSaid(shell, "(Get-Mailbox alan.reid).Alias", "alan.reid");
  });

  test("Remove-Mailbox takes the user too", () => {
    const shell = startShell({ answers: ["y"] });
    expectSaid(
      shell,
      "Remove-Mailbox alan.reid",
      `
Confirm
Are you sure you want to perform this action?
Removing mailbox "exchangeserverpro.net/Head Office/Alan Reid" will remove the Active Directory user object and mark
the mailbox and the archive (if present) in the database for removal.
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    expect(said(shell, "Enable-Mailbox 'Alan Reid'")).toContain("couldn't be found on");
  });
});

describe("addresses that are none", () => {
  // The words are from memory.
  const none =
    'Cannot convert value "foo" to type "Microsoft.Exchange.Data.ProxyAddress". Error: "The address \'foo\' is invalid: "foo" isn\'t a valid SMTP address. The domain name can\'t contain spaces and it has to have a prefix and a suffix, such as example.com."';
  test.each([
    [
      "New-MailContact x -ExternalEmailAddress foo",
      `Cannot process argument transformation on parameter 'ExternalEmailAddress'. ${none}`,
    ],
    [
      "Set-Mailbox alan.reid -ForwardingSmtpAddress foo",
      `Cannot process argument transformation on parameter 'ForwardingSmtpAddress'. ${none}`,
    ],
    ["Set-Mailbox alan.reid -EmailAddresses @{Add='foo'}", none],
  ])("%s", (line, message) => {
    expect(
      startShell()
        .run(line)
        .errors.map((error) => error.message),
    ).toEqual([message]);
  });

  test("other systems' addresses are taken as they are; a CSV file names the class of the list", () => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -EmailAddresses @{Add='x500:/o=Old/cn=alan','FAX:123'}");
    expectSaid(
      shell,
      "(Get-Mailbox alan.reid).EmailAddresses -join ','; Get-Mailbox alan.reid | select Name,EmailAddresses | ConvertTo-Csv -NoTypeInformation",
      `
SMTP:alan.reid@exchangeserverpro.net,x500:/o=Old/cn=alan,FAX:123
"Name","EmailAddresses"
"Alan Reid","Microsoft.Exchange.Data.ProxyAddressCollection"`,
    );
  });
});

// documented: ...FromSendersOrMembers is what persons and groups are together
test.each(["AcceptMessagesOnlyFrom", "RejectMessagesFrom"])("%s: persons, groups, and both", (name) => {
  const shell = startShell({ width: 200 });
  const shown = `$m = Get-Mailbox alan.reid; "$($m.${name})|$($m.${name}DLMembers)|$($m.${name}SendersOrMembers)"`;
  const [tom, sales] = ["exchangeserverpro.net/Head Office/Tom Okafor", "exchangeserverpro.net/Users/Sales"];
  type(shell, "$null = New-DistributionGroup Sales", `Set-Mailbox alan.reid -${name} tom.okafor`);
  expectSaid(shell, shown, `${tom}||${tom}`);
  type(shell, `Set-Mailbox alan.reid -${name}SendersOrMembers @{Add='Sales'}`);
  expectSaid(shell, shown, `${tom}|${sales}|${tom} ${sales}`);
  type(shell, `Set-Mailbox alan.reid -${name}SendersOrMembers @{Remove='tom.okafor'}`);
  expectSaid(shell, shown, `|${sales}|${sales}`);
  type(shell, `Set-Mailbox alan.reid -${name}DLMembers $null`);
  expectSaid(shell, shown, "||");
});
