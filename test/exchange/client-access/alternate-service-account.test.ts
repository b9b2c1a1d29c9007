// The account that the Client Access servers of an array share, for Kerberos.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const credential = (name: string): string =>
  `(New-Object System.Management.Automation.PSCredential 'ESPNET\\${name}$', (ConvertTo-SecureString x -AsPlainText -Force))`;
const shown =
  "(Get-ClientAccessServer HO-EX2010-MB1 -IncludeAlternateServiceAccountCredentialStatus).AlternateServiceAccountConfiguration";

test("is set, followed by another, and taken away", () => {
  const shell = startShell();
  expectSaid(shell, shown, "Latest: <Not set>\nPrevious: <Not set>");
  type(shell, `Set-ClientAccessServer HO-EX2010-MB1 -AlternateServiceAccountCredential ${credential("ASA")}`);
  expectSaid(shell, shown, "Latest: 6/3/2013 9:00:00 AM, ESPNET\\ASA$\nPrevious: <Not set>");
  expectSaid(shell, "(Get-ClientAccessServer HO-EX2010-MB1).AlternateServiceAccountConfiguration", "");
  type(
    shell,
    "Start-Sleep 60",
    `Get-ClientAccessServer HO-EX2010-MB1 | Set-ClientAccessServer -AlternateServiceAccountCredential ${credential("NEW")} -CleanUpInvalidAlternateServiceAccountCredentials`,
  );
  expectSaid(shell, shown, "Latest: 6/3/2013 9:01:00 AM, ESPNET\\NEW$\nPrevious: 6/3/2013 9:00:00 AM, ESPNET\\ASA$");
  type(shell, "Set-ClientAccessServer HO-EX2010-MB1 -RemoveAlternateServiceAccountCredentials");
  expectSaid(shell, shown, "Latest: <Not set>\nPrevious: <Not set>");
  expect(said(shell, "Set-ClientAccessServer HO-EX2010-MB1 -RemoveAlternateServiceAccountCredentials")).toContain(
    "no settings of 'HO-EX2010-MB1' have been modified.",
  );
});
