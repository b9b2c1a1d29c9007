// Since 2013 repairs of mailboxes are jobs of the store.
import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { expectSaid, said, type } from "../support.js";

test("they wait, run and succeed, and are found by mailbox, database and identity", () => {
  const shell = createShell({ edition: "Exchange2013", answers: ["y"], width: 200 });
  type(shell, "$job = New-MailboxRepairRequest -Mailbox alan.reid -CorruptionType SearchFolder,FolderView");
  const identity = said(shell, "$job.Identity");
  expect(identity).toMatch(/^[0-9a-f-]{36}\\[0-9a-f-]{36}\\[0-9a-f-]{36}$/);
  expectSaid(
    shell,
    "Get-MailboxRepairRequest -Mailbox alan.reid | ft Tasks,DetectOnly,JobState,Progress -auto",
    `
Tasks                      DetectOnly JobState Progress
-----                      ---------- -------- --------
{SearchFolder, FolderView}      False   Queued        0`,
  );
  type(shell, "Start-Sleep 15");
  expectSaid(
    shell,
    "Get-MailboxRepairRequest -Database MB-HO-01",
    `
Identity                                                                                                                                        Task                 Detect Only  Job State    Progress
--------                                                                                                                                        ----                 -----------  ---------    --------
${identity.padEnd(144)}{SearchFolder, Fo... False        Running      50`,
  );
  type(shell, "Start-Sleep 15");
  expectSaid(
    shell,
    `Get-MailboxRepairRequest -Identity ${identity} | fl JobState,Progress,FinishTime,TimeInServer,CorruptionsDetected`,
    `
JobState            : Succeeded
Progress            : 100
FinishTime          : 6/3/2013 9:00:25 AM
TimeInServer        : 00:00:20
CorruptionsDetected : 0`,
  );
  expectSaid(
    shell,
    "Get-MailboxRepairRequest -Mailbox alan.reid | Remove-MailboxRepairRequest",
    `
Confirm
Are you sure you want to perform this action?
Removing mailbox repair request "${identity}".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
  );
  expectSaid(shell, "Get-MailboxRepairRequest -Database MB-HO-01", "");
  shell.run(`Get-MailboxRepairRequest ${identity}`);
  expectSaid(shell, "$Error[0].Exception.Message", `The mailbox repair request "${identity}" couldn't be found.`);
});

test("of a whole database, without a mailbox", () => {
  const shell = createShell({ edition: "Exchange2019" });
  type(shell, "$null = New-MailboxRepairRequest -Database MB-HO-02 -CorruptionType ProvisionedFolder -DetectOnly");
  expectSaid(
    shell,
    "$j = Get-MailboxRepairRequest -Database MB-HO-02; $j.Mailbox -eq $null; $j.DetectOnly",
    "True\nTrue",
  );
});
