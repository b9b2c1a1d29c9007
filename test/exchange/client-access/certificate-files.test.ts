// Certificates that leave a server and come to another one; requests.
import { describe, expect, test } from "vitest";
import { armored, fileBytes, fileOf, readFile } from "../../../src/exchange/client-access/certificate-files.js";
import { toBase64, utf8Bytes } from "../../../src/values/bytes.js";
import { expectSaid, said, startShell, type } from "../support.js";

const password = (text: string): string => `(ConvertTo-SecureString ${text} -AsPlainText -Force)`;
const make =
  "$made = New-ExchangeCertificate -SubjectName CN=mail.contoso.com -DomainName mail.contoso.com -PrivateKeyExportable $true -Force";
const file = "([byte[]]$(Get-Content C:\\mail.pfx -Encoding Byte -ReadCount 0))";

/** The message of a line's error. */
const failure = (shell: ReturnType<typeof startShell>, line: string): string | undefined =>
  shell.run(line).errors[0]?.message;

/** A shell whose certificate lies in C:\mail.pfx. */
function exported() {
  const shell = startShell();
  type(
    shell,
    make,
    `$file = Export-ExchangeCertificate $made.Thumbprint -BinaryEncoded:$true -Password ${password("secret")}`,
    "Set-Content C:\\mail.pfx -Value $file.FileData -Encoding Byte",
  );
  return shell;
}

describe("Export- and Import-ExchangeCertificate", () => {
  test("to another server, with the thumbprint it had", () => {
    const shell = exported();
    type(
      shell,
      `$there = Import-ExchangeCertificate -Server HO-EX2010-MB2 -FileData ${file} -Password ${password("secret")} -PrivateKeyExportable $true`,
    );
    expectSaid(shell, "$there.Thumbprint -eq $made.Thumbprint", "True");
    expectSaid(
      shell,
      'Get-ExchangeCertificate -Server HO-EX2010-MB2 | % { "$($_.Subject): $($_.Services)" }',
      "CN=HO-EX2010-MB2: IMAP, POP, IIS, SMTP\nCN=mail.contoso.com: None",
    );
    type(shell, "Enable-ExchangeCertificate $made.Thumbprint -Server HO-EX2010-MB2 -Services IIS");
    expectSaid(shell, "(Get-ExchangeCertificate $made.Thumbprint -Server HO-EX2010-MB2).Services.ToString()", "IIS");
  });

  test("facts/captures.jsonl, import-exchangecertificate.1: another password, or no certificate at all", () => {
    const shell = exported();
    expectSaid(
      shell,
      `Import-ExchangeCertificate -Server HO-EX2010-MB2 -FileData ${file} -Password ${password("wrong")}`,
      `
A special Rpc error occurs on server HO-EX2010-MB2: The source data cannot be imported or the wrong password was specif
ied.
    + CategoryInfo          : ReadError: (0:Int32) [Import-ExchangeCertificate], InvalidOperationException
    + FullyQualifiedErrorId : A39CF339,Microsoft.Exchange.Management.SystemConfigurationTasks.ImportExchangeCertificat
   e`,
    );
    expect(failure(shell, "Import-ExchangeCertificate -FileData ([byte[]](1,2,3))")).toBe(
      "A special Rpc error occurs on server HO-EX2010-MB1: The source data cannot be imported or the wrong password was specified.",
    );
  });

  test("one that is there already; one whose key stays", () => {
    const shell = exported();
    expect(failure(shell, `Import-ExchangeCertificate -FileData ${file} -Password ${password("secret")}`)).toMatch(
      /A certificate with the thumbprint [0-9A-F]{40} already exists/,
    );
    expect(
      failure(shell, "Get-ExchangeCertificate | select -first 1 | % { Export-ExchangeCertificate $_.Thumbprint }"),
    ).toContain("The private key couldn't be exported as PKCS-12.");
  });
});

describe("requests", () => {
  const request =
    "New-ExchangeCertificate -GenerateRequest -SubjectName 'C=US, CN=mail.contoso.com' -DomainName mail.contoso.com";

  test("text between dashes; the request waits among the certificates", () => {
    const shell = startShell();
    const lines = said(shell, request).split("\n");
    expect([lines[0], lines.at(-1)]).toEqual([
      "-----BEGIN NEW CERTIFICATE REQUEST-----",
      "-----END NEW CERTIFICATE REQUEST-----",
    ]);
    expect(lines.slice(1, -1).every((line) => /^[A-Za-z0-9+/]{1,64}=*$/.test(line))).toBe(true);
    expectSaid(
      shell,
      "Get-ExchangeCertificate | ? { $_.Status -eq 'PendingRequest' } | fl Subject,Services,Status",
      "Subject  : C=US, CN=mail.contoso.com\nServices : None\nStatus   : PendingRequest",
    );
    const waiting = "(Get-ExchangeCertificate | ? { $_.Status -eq 'PendingRequest' }).Thumbprint";
    expect(failure(shell, `Enable-ExchangeCertificate ${waiting} -Services IIS`)).toMatch(
      /was found but is not valid for use with Exchange Server \(reason: PrivateKeyMissing\)\.$/,
    );
  });

  test("the same organization makes the same request; -BinaryEncoded gives its bytes", () => {
    expect(said(startShell(), request)).toBe(said(startShell(), request));
    expectSaid(startShell(), `(${request} -BinaryEncoded).FileData.GetType().FullName`, "System.Byte[]");
  });
});

describe("the bytes of a file", () => {
  const certificate = { name: "AB", properties: { Subject: "CN=x", NotBefore: 5n, NotAfter: 9n } };
  const bytes = fileBytes(fileOf(certificate, 7));

  test("are read again, as they are, in Base64, and between dashes", () => {
    for (const each of [bytes, utf8Bytes(toBase64(bytes)), utf8Bytes(armored("CERTIFICATE", bytes))]) {
      expect(readFile(each)).toEqual({
        thumbprint: "AB",
        subject: "CN=x",
        issuer: "",
        serialNumber: "",
        domains: [],
        notBefore: "5",
        notAfter: "9",
        keySize: 2048,
        friendlyName: "",
        seal: 7,
      });
    }
  });

  test.each([
    "",
    "x",
    "AAAA",
    "EMS-CERTIFICATE\n",
    "EMS-CERTIFICATE\n{}",
    "EMS-CERTIFICATE\n[1]",
    'EMS-CERTIFICATE\n{"seal":1}',
  ])("%j holds none", (text) => {
    expect(readFile(utf8Bytes(text))).toBeNull();
  });
});
