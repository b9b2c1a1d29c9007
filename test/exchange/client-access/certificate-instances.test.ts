// Certificates that one cmdlet hands to another: how they are renewed.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const shown = "fl Subject,CertificateDomains,Services,FriendlyName,PublicKeySize";

test("a certificate is renewed with its names and services", () => {
  const shell = startShell({ width: 160 });
  type(
    shell,
    "$old = New-ExchangeCertificate -SubjectName 'cn=mail.contoso.com' -DomainName mail.contoso.com,autodiscover.contoso.com -FriendlyName Webmail -Services IIS,POP -KeySize 4096 -Force",
    "$new = $old | New-ExchangeCertificate -Force",
  );
  expectSaid(
    shell,
    `$new | ${shown}`,
    `
Subject            : cn=mail.contoso.com
CertificateDomains : {mail.contoso.com, autodiscover.contoso.com}
Services           : POP, IIS
FriendlyName       : Webmail
PublicKeySize      : 4096`,
  );
  expectSaid(shell, "$old.Thumbprint -eq $new.Thumbprint", "False");
  expectSaid(shell, "($old | Get-ExchangeCertificate).Services.ToString()", "None");
});

test("or a request for it is made", () => {
  const shell = startShell();
  expect(said(shell, "Get-ExchangeCertificate | New-ExchangeCertificate -GenerateRequest")).toMatch(
    /^-----BEGIN NEW CERTIFICATE REQUEST-----\n/,
  );
});

test("what is no certificate can't be handed over", () => {
  expect(said(startShell({ width: 200 }), "New-ExchangeCertificate -Instance 5")).toContain(
    "Cannot process argument transformation on parameter 'Instance'.",
  );
});

test("a file's lines in Base64 are taken from the pipeline", () => {
  const shell = startShell();
  type(
    shell,
    "$own = New-ExchangeCertificate -SubjectName 'cn=x.contoso.com' -PrivateKeyExportable $true -Force",
    "$text = Export-ExchangeCertificate $own.Thumbprint",
    "$there = Import-ExchangeCertificate -Instance $text -Server HO-EX2010-MB2",
  );
  expectSaid(shell, "$there.Thumbprint -eq $own.Thumbprint", "True");
});
