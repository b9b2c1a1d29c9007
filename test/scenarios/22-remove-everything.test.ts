// Scenario 22: the array goes, for a later version.
import { test } from "vitest";
import { expectSaid, startShell, type } from "../exchange/support.js";

test("databases pointed elsewhere, then Remove-ClientAccessArray with its confirmation", () => {
  const shell = startShell({ answers: ["y"] });
  type(
    shell,
    "New-ClientAccessArray -Name cas-headoffice -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null",
    "Get-MailboxDatabase MB-HO-* | Set-MailboxDatabase -RpcClientAccessServer cas-headoffice",
    "Get-MailboxDatabase | ? { $_.RpcClientAccessServer -eq 'outlook-ho.exchangeserverpro.net' } | Set-MailboxDatabase -RpcClientAccessServer HO-EX2010-MB2",
  );
  expectSaid(
    shell,
    "Get-MailboxDatabase | ft Name,RpcClientAccessServer -auto",
    `
Name      RpcClientAccessServer
----      ---------------------
MB-HO-01  HO-EX2010-MB2.exchangeserverpro.net
MB-HO-02  HO-EX2010-MB2.exchangeserverpro.net
MB-BR-01  BR-EX2010-MB.exchangeserverpro.net
MB-HO-03  HO-EX2010-MB2.exchangeserverpro.net
RDB-HO-01 HO-EX2010-MB1.exchangeserverpro.net`,
  );
  expectSaid(
    shell,
    "Remove-ClientAccessArray cas-headoffice",
    `
Confirm
Are you sure you want to perform this action?
Removing Client Access array "cas-headoffice".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
  );
  expectSaid(shell, "Get-ClientAccessArray", "");
});
