// MailboxDatabase: views, every setting there and back, identities, failures.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "./support.js";

describe("Get-MailboxDatabase", () => {
  test("the default table", () => {
    expectSaid(
      startShell(),
      "Get-MailboxDatabase",
      `
Name                           Server          Recovery        ReplicationType
----                           ------          --------        ---------------
MB-HO-01                       HO-EX2010-MB1   False           None
MB-HO-02                       HO-EX2010-MB1   False           None
MB-BR-01                       BR-EX2010-MB    False           None
MB-HO-03                       HO-EX2010-MB1   False           None
RDB-HO-01                      HO-EX2010-MB1   True            None`,
    );
  });

  test("fl shows RunspaceId first and the properties in Exchange's order", () => {
    const labels = said(startShell(), "Get-MailboxDatabase MB-HO-01 | fl")
      .split("\n")
      .filter((line) => /^\S/.test(line))
      .map((line) => line.split(" ", 1)[0]);
    expect(labels.slice(0, 9)).toEqual([
      "RunspaceId",
      "JournalRecipient",
      "MailboxRetention",
      "OfflineAddressBook",
      "OriginalDatabase",
      "PublicFolderDatabase",
      "ProhibitSendReceiveQuota",
      "RecoverableItemsQuota",
      "RecoverableItemsWarningQuota",
    ]);
    expect(labels.slice(-13)).toEqual([
      "ExchangeVersion",
      "DistinguishedName",
      "Identity",
      "Guid",
      "ObjectCategory",
      "ObjectClass",
      "WhenChanged",
      "WhenCreated",
      "WhenChangedUTC",
      "WhenCreatedUTC",
      "OrganizationId",
      "OriginatingServer",
      "IsValid",
    ]);
    expect(labels).not.toContain("CalendarLoggingQuota");
  });

  test("2013 adds a quota, Id and ObjectState", () => {
    const text = said(startShell({ edition: "Exchange2013" }), "Get-MailboxDatabase MB-HO-01 | fl");
    expect(text).toMatch(/^CalendarLoggingQuota +: 6 GB \(6,442,450,944 bytes\)$/m);
    expect(text).toMatch(/^Id +: MB-HO-01$/m);
    expect(text).toMatch(/^ObjectState +: Unchanged$/m);
  });

  test("the defaults of a database", () => {
    expectSaid(
      startShell(),
      "Get-MailboxDatabase MB-HO-01 | fl *Quota,*Retention*,LogF*,EdbFilePath,DataMove*,*Lag*,Servers",
      `
ProhibitSendReceiveQuota      : 2.3 GB (2,469,396,480 bytes)
RecoverableItemsQuota         : 30 GB (32,212,254,720 bytes)
RecoverableItemsWarningQuota  : 20 GB (21,474,836,480 bytes)
ProhibitSendQuota             : 2 GB (2,147,483,648 bytes)
IssueWarningQuota             : 1.899 GB (2,039,480,320 bytes)
MailboxRetention              : 30.00:00:00
DeletedItemRetention          : 14.00:00:00
EventHistoryRetentionPeriod   : 7.00:00:00
LogFolderPath                 : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\MB-HO-01
LogFilePrefix                 : E00
LogFileSize                   : 1024
EdbFilePath                   : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\MB-HO-01\\MB-HO-01.edb
DataMoveReplicationConstraint : None
ReplayLagTimes                : {[HO-EX2010-MB1, 00:00:00]}
TruncationLagTimes            : {[HO-EX2010-MB1, 00:00:00]}
Servers                       : {HO-EX2010-MB1}`,
    );
  });

  test("-Status asks the server; without it what only the server knows is empty", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-01 | fl Mounted*,DatabaseSize",
      "MountedOnServer :\nMounted         :\nDatabaseSize    :",
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase -Status | ft Name,Mounted,MountedOnServer -auto",
      `
Name      Mounted MountedOnServer
----      ------- ---------------
MB-HO-01     True HO-EX2010-MB1.exchangeserverpro.net
MB-HO-02     True HO-EX2010-MB1.exchangeserverpro.net
MB-BR-01     True BR-EX2010-MB.exchangeserverpro.net
MB-HO-03     True HO-EX2010-MB1.exchangeserverpro.net
RDB-HO-01   False`,
    );
  });

  test.each([
    ["name", "MB-HO-02"],
    ["name, other case", "mb-ho-02"],
    ["distinguished name", "(Get-MailboxDatabase MB-HO-02).DistinguishedName"],
    ["GUID", "(Get-MailboxDatabase MB-HO-02).Guid"],
    ["GUID as text", "(Get-MailboxDatabase MB-HO-02).Guid.ToString()"],
    ["identity", "(Get-MailboxDatabase MB-HO-02).Identity"],
    ["the object", "(Get-MailboxDatabase MB-HO-02)"],
    ["a pattern", "*HO-02"],
  ])("is found by %s", (_form, identity) => {
    const argument = identity.startsWith("(") ? identity : `"${identity}"`;
    expectSaid(startShell(), `(Get-MailboxDatabase ${argument}).Name`, "MB-HO-02");
    expectSaid(startShell(), `(Get-MailboxDatabase -Identity ${argument}).Name`, "MB-HO-02");
    expectSaid(startShell(), `(${argument} | Get-MailboxDatabase).Name`, "MB-HO-02");
  });

  test("of a server; of servers that come through the pipeline", () => {
    const shell = startShell();
    const names = "MB-HO-01\nMB-HO-02\nMB-HO-03\nRDB-HO-01";
    expectSaid(shell, "Get-MailboxDatabase -Server HO-EX2010-MB1 | % {$_.Name}", names);
    expectSaid(shell, "Get-MailboxDatabase -Server ho-ex2010-mb1.exchangeserverpro.net | % {$_.Name}", names);
    expectSaid(shell, "Get-ExchangeServer HO-EX2010-MB1 | Get-MailboxDatabase | % {$_.Name}", names);
  });

  test("what is not there, and a pattern that matches nothing", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-09",
      `
The operation couldn't be performed because object 'MB-HO-09' couldn't be found on 'HO-DC.exchangeserverpro.net'.
    + CategoryInfo          : NotSpecified: (0:Int32) [Get-MailboxDatabase], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 7AE036E6,Microsoft.Exchange.Management.SystemConfigurationTasks.GetMailboxDatabase`,
    );
    expectSaid(shell, "Get-MailboxDatabase X*", "");
  });
});

describe("Set-MailboxDatabase", () => {
  test.each([
    ["AllowFileRestore", "$true", "True"],
    ["BackgroundDatabaseMaintenance", "$false", "False"],
    ["CircularLoggingEnabled", "$true", "True"],
    ["DataMoveReplicationConstraint", "AllCopies", "AllCopies"],
    ["DeletedItemRetention", "20.00:00:00", "20.00:00:00"],
    ["DeletedItemRetention", "21", "21.00:00:00"],
    ["EventHistoryRetentionPeriod", "12:00:00", "12:00:00"],
    ["IndexEnabled", "$false", "False"],
    ["IsExcludedFromProvisioning", "$true", "True"],
    ["IsSuspendedFromProvisioning", "$true", "True"],
    ["IssueWarningQuota", "1GB", "1 GB (1,073,741,824 bytes)"],
    ["IssueWarningQuota", '"512 MB"', "512 MB (536,870,912 bytes)"],
    ["MailboxRetention", "60.00:00:00", "60.00:00:00"],
    [
      "MaintenanceSchedule",
      '"Sun.1:00 AM-Sun.5:00 AM","Saturday.22:00-Saturday.23:30"',
      "{Sun.1:00 AM-Sun.5:00 AM, Sat.10:00 PM-Sat.11:30 PM}",
    ],
    ["MountAtStartup", "$false", "False"],
    ["Name", "MB-HO-01-NEW", "MB-HO-01-NEW"],
    ["ProhibitSendQuota", "2.2GB", "2.2 GB (2,362,232,012 bytes)"],
    ["ProhibitSendReceiveQuota", "unlimited", "unlimited"],
    ["QuotaNotificationSchedule", "Never", "{}"],
    ["RecoverableItemsQuota", "40GB", "40 GB (42,949,672,960 bytes)"],
    ["RecoverableItemsWarningQuota", "10GB", "10 GB (10,737,418,240 bytes)"],
    ["RetainDeletedItemsUntilBackup", "$true", "True"],
    ["RpcClientAccessServer", "HO-EX2010-MB2", "HO-EX2010-MB2.exchangeserverpro.net"],
    ["RpcClientAccessServer", "ho-ex2010-mb2.exchangeserverpro.net", "HO-EX2010-MB2.exchangeserverpro.net"],
  ])("-%s %s", (property, given, shown) => {
    const shell = startShell();
    type(shell, "$id = (Get-MailboxDatabase MB-HO-01).Guid", `Set-MailboxDatabase MB-HO-01 -${property} ${given}`);
    expectSaid(shell, `Get-MailboxDatabase $id | fl ${property}`, `${property} : ${shown}`);
    expect(said(shell, `Set-MailboxDatabase $id -${property} ${given}`).replace(/\n/g, "")).toMatch(
      /^WARNING: The command completed successfully but no settings of 'MB-HO-01(-NEW)?' have been modified\.$/,
    );
  });

  test("-JournalRecipient takes a mailbox, $null takes it away", () => {
    const shell = startShell();
    type(shell, "$mailbox = @(Get-Mailbox)[0]", "Set-MailboxDatabase MB-HO-01 -JournalRecipient $mailbox.Alias");
    expectSaid(shell, '"$((Get-MailboxDatabase MB-HO-01).JournalRecipient)" -eq "$($mailbox.Identity)"', "True");
    type(shell, "Set-MailboxDatabase MB-HO-01 -JournalRecipient $null");
    expectSaid(shell, "Get-MailboxDatabase MB-HO-01 | fl JournalRecipient", "JournalRecipient :");
  });

  test("several settings in one line; WhenChanged follows", () => {
    const shell = startShell();
    type(
      shell,
      "Set-MailboxDatabase MB-HO-01 -IssueWarningQuota unlimited -ProhibitSendQuota unlimited -ProhibitSendReceiveQuota unlimited",
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-01 | fl *SendQuota,*ReceiveQuota,*WarningQuota",
      `
ProhibitSendQuota            : unlimited
ProhibitSendReceiveQuota     : unlimited
RecoverableItemsWarningQuota : 20 GB (21,474,836,480 bytes)
IssueWarningQuota            : unlimited`,
    );
  });

  test("2013 spells unlimited with a capital letter", () => {
    const shell = startShell({ edition: "Exchange2013" });
    type(shell, "Set-MailboxDatabase MB-HO-01 -ProhibitSendReceiveQuota unlimited");
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-01 | fl ProhibitSendReceiveQuota",
      "ProhibitSendReceiveQuota : Unlimited",
    );
  });

  test.each([
    ["-MountAtStartup yes", "Cannot process argument transformation on parameter 'MountAtStartup'."],
    ["-IssueWarningQuota much", "Cannot process argument transformation on parameter 'IssueWarningQuota'."],
    ["-IssueWarningQuota $null", "Cannot process argument transformation on parameter 'IssueWarningQuota'."],
    ["-DeletedItemRetention long", "Cannot process argument transformation on parameter 'DeletedItemRetention'."],
    ["-MaintenanceSchedule Someday", "Cannot process argument transformation on parameter 'MaintenanceSchedule'."],
    [
      "-MaintenanceSchedule Sun.1:07AM-Sun.2:00AM",
      "Cannot process argument transformation on parameter 'MaintenanceSchedule'.",
    ],
    [
      "-DataMoveReplicationConstraint Some",
      "Cannot process argument transformation on parameter 'DataMoveReplicationConstraint'.",
    ],
    ["-OfflineAddressBook Nowhere", 'Couldn\'t find object "Nowhere".'],
    ["-RpcClientAccessServer Nowhere", 'Couldn\'t find object "Nowhere".'],
    [
      "-IssueWarningQuota 10GB",
      "The value of property 'IssueWarningQuota' must be less than or equal to that of property 'ProhibitSendQuota'.",
    ],
    ["-Name MB-HO-02", "Active Directory operation failed on HO-DC.exchangeserverpro.net. The object 'CN=MB-HO-02,"],
  ])("refuses %s and changes nothing", (given, message) => {
    const shell = startShell();
    const before = shell.topology;
    const result = shell.run(`Set-MailboxDatabase MB-HO-01 ${given}`);
    expect(result.errors.map((error) => error.message.slice(0, message.length))).toEqual([message]);
    expect(shell.topology).toBe(before);
  });
});

describe("New-MailboxDatabase", () => {
  test("gives the database, not mounted, in paths of its own", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-MailboxDatabase MB-HO-04 -Server HO-EX2010-MB1",
      `
Name                           Server          Recovery        ReplicationType
----                           ------          --------        ---------------
MB-HO-04                       HO-EX2010-MB1   False           None`,
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-04 -Status | fl Mounted,DatabaseCreated,*Path,LogFilePrefix,Servers,ActivationPreference",
      `
Mounted              : False
DatabaseCreated      : False
EdbFilePath          : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\MB-HO-04\\MB-HO-04.edb
LogFolderPath        : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\MB-HO-04
LogFilePrefix        : E04
Servers              : {HO-EX2010-MB1}
ActivationPreference : {[HO-EX2010-MB1, 1]}`,
    );
  });

  test("-Recovery, paths, and the server through the pipeline", () => {
    const shell = startShell();
    type(
      shell,
      "Get-ExchangeServer BR-EX2010-MB | New-MailboxDatabase -Name RDB-BR -Recovery -EdbFilePath D:\\R\\r.edb -LogFolderPath E:\\Logs\\",
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase RDB-BR | fl Recovery,Server,EdbFilePath,LogFolderPath,RpcClientAccessServer",
      `
Recovery              : True
Server                : BR-EX2010-MB
EdbFilePath           : D:\\R\\r.edb
LogFolderPath         : E:\\Logs
RpcClientAccessServer : BR-EX2010-MB.exchangeserverpro.net`,
    );
  });

  test("-IsExcludedFromProvisioning, -IsSuspendedFromProvisioning", () => {
    const shell = startShell();
    type(
      shell,
      "New-MailboxDatabase X -Server BR-EX2010-MB -IsExcludedFromProvisioning $true -IsSuspendedFromProvisioning $true",
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase X | fl Is*Prov*",
      "IsExcludedFromProvisioning  : True\nIsSuspendedFromProvisioning : True",
    );
  });

  test.each([
    ["MB-HO-01 -Server HO-EX2010-MB1", "Active Directory operation failed on "],
    ["MB-HO-01 -Server BR-EX2010-MB", "Active Directory operation failed on "],
    ["X -Server HO-EX2010-MB1 -EdbFilePath (Get-MailboxDatabase MB-HO-01).EdbFilePath", "The path "],
    ["X -Server NOWHERE", 'Couldn\'t find object "NOWHERE".'],
    ["X -Server BR-EX2010-MB -EdbFilePath x.edb", "Cannot process argument transformation on parameter 'EdbFilePath'."],
    [
      "X -Server BR-EX2010-MB -EdbFilePath C:\\x\\x.txt",
      "Cannot process argument transformation on parameter 'EdbFilePath'.",
    ],
    [
      "X -Server BR-EX2010-MB -LogFolderPath C:\\",
      "Cannot process argument transformation on parameter 'LogFolderPath'.",
    ],
    [`${"x".repeat(65)} -Server BR-EX2010-MB`, "The name "],
    [
      "X -Server BR-EX2010-MB -Recovery -IsExcludedFromProvisioning $true",
      "Parameter set cannot be resolved using the specified named parameters.",
    ],
  ])("refuses %s", (given, message) => {
    const shell = startShell();
    const before = shell.topology;
    const result = shell.run(`New-MailboxDatabase ${given}`);
    expect(result.errors.map((error) => error.message.slice(0, message.length))).toEqual([message]);
    expect(shell.topology).toBe(before);
  });

  test("2013 and later ask for a restart of the store", () => {
    expect(
      said(startShell({ edition: "Exchange2013" }), "New-MailboxDatabase X -Server BR-EX2010-MB").replace(/\n/g, " "),
    ).toContain(
      "WARNING: Please restart the Microsoft Exchange Information Store service on server BR-EX2010-MB after adding new mailbox databases.",
    );
  });
});

describe("Remove-MailboxDatabase", () => {
  test("asks, removes, and tells that the file stays", () => {
    const shell = startShell({ answers: ["y"] });
    type(shell, "New-MailboxDatabase OLD -Server BR-EX2010-MB");
    expectSaid(
      shell,
      "Remove-MailboxDatabase OLD",
      `
Confirm
Are you sure you want to perform this action?
Removing mailbox database "OLD".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y
WARNING: The specified database has been removed. You must remove the database file located in C:\\Program
Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\OLD\\OLD.edb from your computer manually if it exists. Specified database:
OLD`,
    );
    expectSaid(shell, "Get-MailboxDatabase OLD*", "");
  });

  test("no keeps it; -Confirm:$false does not ask; -WhatIf only tells", () => {
    const shell = startShell({ answers: ["n"] });
    type(shell, "New-MailboxDatabase OLD -Server BR-EX2010-MB", "Remove-MailboxDatabase OLD");
    expectSaid(shell, "(Get-MailboxDatabase OLD).Name", "OLD");
    expectSaid(shell, "Remove-MailboxDatabase OLD -WhatIf", 'What if: Removing mailbox database "OLD".');
    type(shell, "Remove-MailboxDatabase OLD -Confirm:$false");
    expectSaid(shell, "Get-MailboxDatabase OLD*", "");
  });

  test("a database with mailboxes stays", () => {
    const shell = startShell();
    const before = shell.topology;
    expect(said(shell, "Remove-MailboxDatabase MB-HO-01")).toBe(
      `
This mailbox database contains one or more mailboxes, mailbox plans, archive mailboxes, or arbitration mailboxes. To ge
t a list of all mailboxes in this database, run the command Get-Mailbox -Database <Database ID>. To get a list of all m
ailbox plans in this database, run the command Get-MailboxPlan. To get a list of archive mailboxes in this database, ru
n the command Get-Mailbox -Database <Database ID> -Archive. To get a list of all arbitration mailboxes in this database
, run the command Get-Mailbox -Database <Database ID> -Arbitration. To disable a non-arbitration mailbox so that you ca
n delete the mailbox database, run the command Disable-Mailbox <Mailbox ID>. To disable an archive mailbox so you can d
elete the mailbox database, run the command Disable-Mailbox <Mailbox ID> -Archive. Arbitration mailboxes should be move
d to another server; to do this, run the command New-MoveRequest <parameters>. If this is the last server in the organi
zation, run the command Disable-Mailbox <Mailbox ID> -Arbitration -DisableLastArbitrationMailboxAllowed to disable the
arbitration mailbox. Mailbox plans should be moved to another server; to do this, run the command Set-MailboxPlan <Mail
boxPlan ID> -Database <Database ID>.
    + CategoryInfo          : InvalidOperation: (MB-HO-01:DatabaseIdParameter) [Remove-MailboxDatabase], AssociatedUse
   rMailboxExistException
    + FullyQualifiedErrorId : 6AB6236D,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveMailboxDatabase`.trimStart(),
    );
    expect(shell.topology).toBe(before);
  });
});
