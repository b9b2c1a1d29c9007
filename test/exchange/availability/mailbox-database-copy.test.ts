// Copies of databases: made, changed, suspended, seeded, activated.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";
import { shellWithGroup } from "./support.js";

const status = "Get-MailboxDatabaseCopyStatus MB-HO-01 | ft Name,Status,ContentIndexState -auto";
const messages = (line: string): readonly string[] =>
  shellWithGroup()
    .run(line)
    .errors.map((error) => error.message);

describe("Get-MailboxDatabaseCopyStatus", () => {
  test("the default table (get-mailboxdatabasecopystatus.2)", () => {
    expectSaid(
      shellWithGroup(),
      "Get-MailboxDatabaseCopyStatus MB-HO-01",
      `
Name                                          Status          CopyQueue ReplayQueue LastInspectedLogTime   ContentIndex
                                                              Length    Length                             State
----                                          ------          --------- ----------- --------------------   ------------
MB-HO-01\\HO-EX2010-MB1                        Mounted         0         0                                  Healthy
MB-HO-01\\HO-EX2010-MB2                        Healthy         0         0           6/3/2013 9:00:00 AM    Healthy
MB-HO-01\\BR-EX2010-MB                         Healthy         0         0           6/3/2013 9:00:00 AM    Healthy`,
    );
  });

  test.each([
    ["MB-BR-01\\HO-EX2010-MB1", "MB-BR-01\\HO-EX2010-MB1"],
    ["MB-BR-01", "MB-BR-01\\BR-EX2010-MB MB-BR-01\\HO-EX2010-MB1"],
    ["*\\HO-EX2010-MB2", "MB-HO-01\\HO-EX2010-MB2"],
    ["MB-*\\BR-*", "MB-HO-01\\BR-EX2010-MB MB-BR-01\\BR-EX2010-MB"],
    ["-Server HO-EX2010-MB2", "MB-HO-01\\HO-EX2010-MB2"],
    ["MB-HO-01 -Active", "MB-HO-01\\HO-EX2010-MB1"],
    ["MB-HO-01 -Local", "MB-HO-01\\HO-EX2010-MB1"],
    ["(Get-MailboxDatabase MB-BR-01)", "MB-BR-01\\BR-EX2010-MB MB-BR-01\\HO-EX2010-MB1"],
    ["(Get-MailboxDatabaseCopyStatus MB-BR-01\\HO-EX2010-MB1)", "MB-BR-01\\HO-EX2010-MB1"],
  ])("%s", (identity, names) => {
    expectSaid(shellWithGroup(), `(Get-MailboxDatabaseCopyStatus ${identity} | % { $_.Name }) -join " "`, names);
  });

  test("a stand-alone database has its one copy", () => {
    expectSaid(
      startShell(),
      "Get-MailboxDatabaseCopyStatus MB-HO-02 | fl Name,Status,MailboxServer,ActiveDatabaseCopy,ActiveCopy",
      `
Name               : MB-HO-02\\HO-EX2010-MB1
Status             : Mounted
MailboxServer      : HO-EX2010-MB1
ActiveDatabaseCopy : ho-ex2010-mb1
ActiveCopy         : True`,
    );
  });

  test("one that is not there", () => {
    expect(messages("Get-MailboxDatabaseCopyStatus MB-HO-02\\BR-EX2010-MB")).toEqual([
      "The operation couldn't be performed because object 'MB-HO-02\\BR-EX2010-MB' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    ]);
  });
});

describe("copies", () => {
  test("the database lists them by preference", () => {
    const shell = shellWithGroup();
    const lists = "Get-MailboxDatabase MB-HO-01 | fl DatabaseCopies,Servers,ActivationPreference,ReplayLagTimes";
    type(shell, "Set-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -ActivationPreference 1 -ReplayLagTime 1.00:00:00");
    expectSaid(
      shell,
      lists,
      `
DatabaseCopies       : {MB-HO-01\\BR-EX2010-MB, MB-HO-01\\HO-EX2010-MB1, MB-HO-01\\HO-EX2010-MB2}
Servers              : {BR-EX2010-MB, HO-EX2010-MB1, HO-EX2010-MB2}
ActivationPreference : {[BR-EX2010-MB, 1], [HO-EX2010-MB1, 2], [HO-EX2010-MB2, 3]}
ReplayLagTimes       : {[BR-EX2010-MB, 1.00:00:00], [HO-EX2010-MB1, 00:00:00], [HO-EX2010-MB2, 00:00:00]}`,
    );
    expectSaid(
      shell,
      "Remove-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -Confirm:$false",
      `
WARNING: The copy of mailbox database "MB-HO-01" on server "BR-EX2010-MB" has been removed. If necessary, manually
delete the database copy's files located at C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\MB-HO-01 on this
server.`,
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-01 | fl ActivationPreference",
      "ActivationPreference : {[HO-EX2010-MB1, 1], [HO-EX2010-MB2, 2]}",
    );
  });

  test("suspended, resumed, seeded", () => {
    const shell = shellWithGroup();
    type(shell, "Suspend-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -SuspendComment 'new disks' -Confirm:$false");
    expectSaid(
      shell,
      status,
      `
Name                      Status ContentIndexState
----                      ------ -----------------
MB-HO-01\\HO-EX2010-MB1   Mounted           Healthy
MB-HO-01\\HO-EX2010-MB2 Suspended         Suspended
MB-HO-01\\BR-EX2010-MB    Healthy           Healthy`,
    );
    expectSaid(shell, "(Get-MailboxDatabaseCopyStatus MB-HO-01\\HO-EX2010-MB2).SuspendComment", "new disks");
    type(shell, "Resume-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2");
    type(shell, "Suspend-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -ActivationOnly -Confirm:$false");
    expectSaid(
      shell,
      "Get-MailboxDatabaseCopyStatus MB-HO-01 | ft Name,Status,ActivationSuspended,ActionInitiator -auto",
      `
Name                    Status ActivationSuspended ActionInitiator
----                    ------ ------------------- ---------------
MB-HO-01\\HO-EX2010-MB1 Mounted               False         Unknown
MB-HO-01\\HO-EX2010-MB2 Healthy               False         Unknown
MB-HO-01\\BR-EX2010-MB  Healthy                True   Administrator`,
    );
    type(
      shell,
      "Add-MailboxDatabaseCopy MB-HO-02 -MailboxServer HO-EX2010-MB2 -SeedingPostponed",
      "Update-MailboxDatabaseCopy MB-HO-02\\HO-EX2010-MB2 -Confirm:$false",
    );
    expectSaid(shell, "(Get-MailboxDatabaseCopyStatus MB-HO-02\\HO-EX2010-MB2).Status", "Healthy");
  });

  test.each([
    [
      "Add-MailboxDatabaseCopy RDB-HO-01 -MailboxServer HO-EX2010-MB2",
      'The recovery database "RDB-HO-01" can\'t have copies.',
    ],
    [
      "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer BR-EX2010-MB",
      'The server "BR-EX2010-MB" already has a copy of the database "MB-HO-01".',
    ],
    [
      "Remove-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB1 -Confirm:$false",
      'The copy "MB-HO-01\\HO-EX2010-MB1" is the active one, and this needs a passive copy.',
    ],
    [
      "Update-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -Confirm:$false",
      'The copy "MB-HO-01\\BR-EX2010-MB" must be suspended before it is seeded. Use Suspend-MailboxDatabaseCopy.',
    ],
    [
      "Set-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -ActivationPreference 4",
      "The activation preference 4 isn't possible: the database has 3 copies.",
    ],
    [
      "Set-MailboxDatabase MB-HO-02 -CircularLoggingEnabled $true; Add-MailboxDatabaseCopy MB-HO-02 -MailboxServer BR-EX2010-MB",
      'Circular logging of the database "MB-HO-02" must be off before its first copy is added and before its last is removed.',
    ],
    [
      "Move-DatabasePath MB-HO-01 -EdbFilePath D:\\x.edb -Force -Confirm:$false",
      'The files of database "MB-HO-01" can\'t be moved because it has more than one copy. Remove the other copies first.',
    ],
  ])("refused: %s", (line, message) => {
    expect(messages(line)).toEqual([message]);
  });

  test("nothing to change", () => {
    expectSaid(
      shellWithGroup(),
      "Set-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -ActivationPreference 3",
      `
WARNING: The command completed successfully but no settings of 'MB-HO-01\\BR-EX2010-MB' have been modified.`,
    );
  });
});

describe("Move-ActiveMailboxDatabase", () => {
  test("to a server: the table, and where the database is afterwards", () => {
    const shell = shellWithGroup();
    expectSaid(
      shell,
      "Move-ActiveMailboxDatabase MB-HO-01 -ActivateOnServer BR-EX2010-MB -Confirm:$false",
      `
Identity        ActiveServerAtS ActiveServerAtE Status     NumberOfLogsLost   RecoveryPoint MountStatus MountStatus
                tart            nd                                            Objective     AtMoveStart AtMoveEnd
--------        --------------- --------------- ------     ----------------   ------------- ----------- -----------
MB-HO-01        ho-ex2010-mb1   br-ex2010-mb    Succeeded  0                  6/3/2013 9... Mounted     Mounted`,
    );
    expectSaid(
      shell,
      status,
      `
Name                    Status ContentIndexState
----                    ------ -----------------
MB-HO-01\\HO-EX2010-MB1 Healthy           Healthy
MB-HO-01\\HO-EX2010-MB2 Healthy           Healthy
MB-HO-01\\BR-EX2010-MB  Mounted           Healthy`,
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-01 -Status | fl Server,MountedOnServer,RpcClientAccessServer",
      `
Server                : BR-EX2010-MB
MountedOnServer       : BR-EX2010-MB.exchangeserverpro.net
RpcClientAccessServer : HO-EX2010-MB1.exchangeserverpro.net`,
    );
  });

  test("Active Manager chooses by preference, without copies that are suspended or blocked", () => {
    const shell = shellWithGroup();
    const move = "(Move-ActiveMailboxDatabase MB-HO-01 -Confirm:$false).ActiveServerAtEnd";
    expectSaid(shell, move, "ho-ex2010-mb2");
    type(shell, "Set-MailboxServer HO-EX2010-MB1 -DatabaseCopyAutoActivationPolicy Blocked");
    expectSaid(shell, move, "br-ex2010-mb");
    type(shell, "Suspend-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -ActivationOnly -Confirm:$false");
    expect(shell.run(move).errors.map((error) => error.message)).toEqual([
      "An Active Manager operation failed. Error: The database action failed. Error: No copy of the database 'MB-HO-01' can be activated. [Database: MB-HO-01, Server: BR-EX2010-MB.exchangeserverpro.net]",
    ]);
  });

  test("a whole server", () => {
    const shell = shellWithGroup();
    type(shell, "Move-ActiveMailboxDatabase -Server HO-EX2010-MB1 -Confirm:$false | Out-Null");
    expectSaid(
      shell,
      "Get-MailboxDatabase | ft Name,Server -auto",
      `
Name      Server
----      ------
MB-HO-01  HO-EX2010-MB2
MB-HO-02  HO-EX2010-MB1
MB-BR-01  BR-EX2010-MB
MB-HO-03  HO-EX2010-MB1
RDB-HO-01 HO-EX2010-MB1`,
    );
  });

  test.each([
    ["MB-HO-02", "The database 'MB-HO-02' has no other copy that could be activated."],
    [
      "MB-HO-01 -ActivateOnServer HO-EX2010-MB1",
      "The database 'MB-HO-01' is already active on server 'HO-EX2010-MB1'.",
    ],
    ["MB-BR-01 -ActivateOnServer HO-EX2010-MB2", "The database 'MB-BR-01' has no copy on server 'HO-EX2010-MB2'."],
  ])("refused: %s", (given, reason) => {
    expect(messages(`Move-ActiveMailboxDatabase ${given} -Confirm:$false`).join()).toContain(reason);
  });

  test("asks", () => {
    expect(said(shellWithGroup(), "Move-ActiveMailboxDatabase MB-BR-01 HO-EX2010-MB1 -WhatIf")).toBe(
      'What if: Moving mailbox database "MB-BR-01" from server "BR-EX2010-MB.exchangeserverpro.net" to server "HO-EX2010-MB1.exchangeserverpro.net".',
    );
  });
});
