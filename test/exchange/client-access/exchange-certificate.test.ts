// ExchangeCertificate: what setup makes, which services a certificate has, and the question before the default changes.
import { describe, expect, test } from "vitest";
import { buildTopology } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const newer = buildTopology({ domain: "contoso.local", servers: [{ name: "EX01", version: "15.1.2375.7" }] });
const shell2016 = () => startShell({ edition: "Exchange2016", topology: newer });
const make =
  "$made = New-ExchangeCertificate -SubjectName CN=mail.contoso.com -DomainName mail.contoso.com,autodiscover.contoso.com";

/** Thumbprints are made up: in their place stands what they begin with. */
const masked = (text: string): string =>
  text.replace(/[0-9A-F]{40}/g, (digits) => `${digits.slice(0, 4)}${"*".repeat(36)}`);

describe("Get-ExchangeCertificate", () => {
  test("Exchange 2010: one of setup on the server of the session", () => {
    expect(masked(said(startShell(), "Get-ExchangeCertificate"))).toBe(
      `
Thumbprint                                Services   Subject
----------                                --------   -------
F8BC************************************  IP.WS.     CN=HO-EX2010-MB1`.slice(1),
    );
  });

  test("facts/captures.jsonl, get-exchangecertificate.4: columns and letters of 2016", () => {
    const lines = said(shell2016(), "Get-ExchangeCertificate").split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "Thumbprint                                Services   Subject",
      "----------                                --------   -------",
    ]);
    expect(lines.slice(2).map((line) => line.slice(42))).toEqual([
      "....S..    CN=Microsoft Exchange Server Auth Certificate",
      "IP.WS..    CN=EX01",
      ".......    CN=WMSvc-EX01",
    ]);
  });

  test("facts/captures.jsonl, get-exchangecertificate.1: the list has fourteen properties, and no RunspaceId", () => {
    const list = masked(said(startShell(), "Get-ExchangeCertificate -Server BR-EX2010-MB | fl"));
    expect(list.replace(/(SerialNumber {7}: |Thumbprint {9}: ).*/g, "$1…")).toBe(
      `
AccessRules        : {System.Security.AccessControl.CryptoKeyAccessRule, System.Security.AccessControl.CryptoKeyAccessR
                     ule, System.Security.AccessControl.CryptoKeyAccessRule}
CertificateDomains : {BR-EX2010-MB, BR-EX2010-MB.exchangeserverpro.net}
HasPrivateKey      : True
IsSelfSigned       : True
Issuer             : CN=BR-EX2010-MB
NotAfter           : 6/3/2018 9:00:00 AM
NotBefore          : 6/3/2013 9:00:00 AM
PublicKeySize      : 2048
RootCAType         : None
SerialNumber       : …
Services           : IMAP, POP, IIS, SMTP
Status             : Valid
Subject            : CN=BR-EX2010-MB
Thumbprint         : …`.slice(1),
    );
  });

  test("by thumbprint in any writing, by domain, by server and thumbprint since 2013", () => {
    const shell = startShell();
    type(shell, "$t = (Get-ExchangeCertificate).Thumbprint");
    expectSaid(shell, "(Get-ExchangeCertificate $t.ToLower()).Subject", "CN=HO-EX2010-MB1");
    expectSaid(shell, "(Get-ExchangeCertificate -DomainName ho-ex2010-mb1).Subject", "CN=HO-EX2010-MB1");
    expectSaid(shell, "Get-ExchangeCertificate -DomainName nowhere.example", "");
    const later = shell2016();
    type(later, "$t = (Get-ExchangeCertificate)[1].Thumbprint");
    expectSaid(later, '(Get-ExchangeCertificate -Identity "EX01\\$t").Subject', "CN=EX01");
  });

  test("a thumbprint that is not there (facts/nouns.json)", () => {
    expectSaid(
      startShell(),
      "Get-ExchangeCertificate -Thumbprint 61F200EE",
      `
A special Rpc error occurs on server HO-EX2010-MB1: The certificate with thumbprint 61F200EE was not found.
    + CategoryInfo          : NotSpecified: (0:Int32) [Get-ExchangeCertificate], InvalidOperationException
    + FullyQualifiedErrorId : 71D7F7B0,Microsoft.Exchange.Management.SystemConfigurationTasks.GetExchangeCertificate`,
    );
  });

  test("a new one is valid for five years", () => {
    const shell = startShell();
    type(shell, "$null = New-ExchangeCertificate -Services None");
    expectSaid(
      shell,
      "(Get-ExchangeCertificate)[1] | fl Status,NotAfter",
      "Status   : Valid\nNotAfter : 6/3/2018 9:00:00 AM",
    );
  });
});

describe("services", () => {
  test("the web server has one certificate, transport may have several", () => {
    const shell = startShell();
    type(shell, `${make} -Services IIS,SMTP -Force`);
    expectSaid(shell, "Get-ExchangeCertificate | % { $_.Services.ToString() }", "IMAP, POP, SMTP\nIIS, SMTP");
  });

  test("without -Services a new one is for mail programs and transport", () => {
    const shell = startShell();
    type(shell, `${make} -Force`);
    expectSaid(
      shell,
      "$made.Services.ToString() + '|' + $made.CertificateDomains",
      "IMAP, POP, SMTP|mail.contoso.com autodiscover.contoso.com",
    );
  });

  test("names that switches ask for", () => {
    const shell = startShell();
    type(
      shell,
      "$made = New-ExchangeCertificate -Services None -IncludeServerFQDN -IncludeAutoDiscover -FriendlyName Mine -KeySize 4096",
    );
    expectSaid(
      shell,
      "$made | fl FriendlyName,PublicKeySize,CertificateDomains",
      `
FriendlyName       : Mine
PublicKeySize      : 4096
CertificateDomains : {HO-EX2010-MB1.exchangeserverpro.net, autodiscover.exchangeserverpro.net}`,
    );
  });

  test("the question before another becomes the default (facts/captures.jsonl, enable-exchangecertificate.1)", () => {
    const shell = startShell({ answers: ["y", "n"] });
    type(shell, `${make} -Services None`);
    expect(
      masked(said(shell, "Enable-ExchangeCertificate $made.Thumbprint -Services SMTP")).replace(
        /[0-9A-F]{4}\*/g,
        "*****",
      ),
    ).toBe(
      `
Confirm
Overwrite the existing default SMTP certificate?

Current certificate: '****************************************' (expires 6/3/2018 9:00:00 AM)
Replace it with certificate: '****************************************' (expires 6/3/2018 9:00:00 AM)
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`.slice(1),
    );
    type(shell, "$old = (Get-ExchangeCertificate)[0].Thumbprint", "Enable-ExchangeCertificate $old -Services SMTP");
    // The answer was no: the new one still is the default, and stays.
    expect(said(shell, "Remove-ExchangeCertificate $made.Thumbprint -Confirm:$false")).toContain(
      "The internal transport certificate cannot be removed",
    );
    type(shell, "Remove-ExchangeCertificate $old -Confirm:$false");
    expectSaid(shell, "(Get-ExchangeCertificate).Subject", "CN=mail.contoso.com");
  });

  test("-WhatIf changes nothing", () => {
    const shell = startShell();
    type(shell, "$t = (Get-ExchangeCertificate).Thumbprint");
    expect(masked(said(shell, "Remove-ExchangeCertificate $t -WhatIf"))).toBe(
      "What if: Remove certificate with thumbprint F8BC************************************?",
    );
    expectSaid(shell, "@(Get-ExchangeCertificate).Count", "1");
  });
});
