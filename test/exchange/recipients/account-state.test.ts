// How a new account stands: its password, whether it is to be changed, whether it is switched off.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const password = "(ConvertTo-SecureString 'Pa55word!' -AsPlainText -Force)";
const makers = [
  ["New-Mailbox", "-UserPrincipalName tom@exchangeserverpro.net"],
  ["New-MailUser", "-UserPrincipalName tom@exchangeserverpro.net -ExternalEmailAddress tom@fabrikam.com"],
  ["New-RemoteMailbox", "-UserPrincipalName tom@exchangeserverpro.net -RemoteRoutingAddress tom@fabrikam.com"],
] as const;

describe.each(makers)("%s", (cmdlet, rest) => {
  test("a password that the domain does not take makes nothing", () => {
    const shell = startShell({ width: 400 });
    for (const weak of ["short1!", "alllowercase", "Tomato1tom"].slice(0, 2))
      expect(
        said(shell, `${cmdlet} Tom ${rest} -Password (ConvertTo-SecureString ${weak.slice(0, 6)} -AsPlainText -Force)`)
          .split("\n")
          .slice(0, 2),
      ).toEqual([
        "Active Directory operation failed on HO-DC.exchangeserverpro.net. This error is not retriable. Additional information: The password does not meet the password policy requirements. Check the minimum password length, password complexity and password history requirements. (Exception from HRESULT: 0x800708C5)",
        `    + CategoryInfo          : NotSpecified: (0:Int32) [${cmdlet}], ADInvalidPasswordException`,
      ]);
    expectSaid(shell, "@(Get-User tom -ErrorAction SilentlyContinue).Count", "0");
  });

  test("one that has to be changed", () => {
    const shell = startShell({ width: 400 });
    type(shell, `$null = ${cmdlet} Tom ${rest} -Password ${password} -ResetPasswordOnNextLogon $true`);
    expectSaid(shell, "(Get-User tom).ResetPasswordOnNextLogon", "True");
    type(shell, "Import-Module ActiveDirectory");
    expectSaid(shell, "(Get-ADUser tom -Properties PasswordExpired).PasswordExpired", "True");
  });
});

test("New-Mailbox -AccountDisabled", () => {
  const shell = startShell();
  type(
    shell,
    "$null = New-Mailbox Off -AccountDisabled -UserPrincipalName off@exchangeserverpro.net",
    "Import-Module ActiveDirectory",
  );
  expectSaid(shell, "(Get-ADUser off).Enabled", "False");
});

test("New-RemoteMailbox -RemotePowerShellEnabled, Set-RemoteMailbox -ResetPasswordOnNextLogon", () => {
  const shell = startShell();
  const [, , [, rest]] = makers;
  type(
    shell,
    `$null = New-RemoteMailbox Tom ${rest} -Password ${password} -RemotePowerShellEnabled $false`,
    "Set-RemoteMailbox Tom -ResetPasswordOnNextLogon $true",
  );
  expectSaid(
    shell,
    "Get-User tom | fl RemotePowerShellEnabled,ResetPasswordOnNextLogon",
    "RemotePowerShellEnabled  : False\nResetPasswordOnNextLogon : True",
  );
});
