// Certificates.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const certificates: readonly Row[] = [
  {
    evidence: ["get-exchangecertificate.1", "prompts.3"],
    organization: "contoso",
    before: [
      "$c = New-ExchangeCertificate -SubjectName CN=mail.contoso.com -PrivateKeyExportable:$true -Force",
      "New-ExchangeCertificate -Services SMTP -Force -SubjectName CN=old.contoso.com | Out-Null",
    ],
    line: "Enable-ExchangeCertificate $c.Thumbprint -Services SMTP",
    answers: ["n"],
    text: shown`

Confirm
Overwrite the existing default SMTP certificate?

Current certificate: '896FD70132F946B181B71DA699C7FDB4E49496FD' (expires 6/3/2018 9:00:00 AM)
Replace it with certificate: 'B85E01B7071B4EF8940D321213A4007B1B321694' (expires 6/3/2018 9:00:00 AM)
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    names: { "12/30/2027 2:39:08 PM": "<t>", "1/5/2028 9:04:48 AM": "<t>" },
  },
  {
    evidence: ["get-exchangecertificate.2", "errors.25"],
    edition: "Exchange2019",
    organization: "exchange2019",
    line: "Get-ExchangeCertificate -Thumbprint 61F200EE91CD798DE7600EBD4E3D6F4BCC76520F | Format-List *",
    text: shown`
A special Rpc error occurs on server EX01: The certificate with thumbprint 61F200EE91CD798DE7600EBD4E3D6F4BCC76520F 
was not found.
    + CategoryInfo          : NotSpecified: (:) [Get-ExchangeCertificate], InvalidOperationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-InvalidOperationException] 71D7F7B0,Microsoft.Exchange.Management.SystemConfigurationTa  
  sks.GetExchangeCertificate
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["get-exchangecertificate.3", "errors.24"],
    edition: "Exchange2016",
    organization: "exchange2016",
    before: ["New-ExchangeCertificate -GenerateRequest -SubjectName CN=mail.contoso.com | Out-Null"],
    line: "Get-ExchangeCertificate | ? { $_.Subject -eq 'CN=mail.contoso.com' } | % { Enable-ExchangeCertificate $_.Thumbprint -Services IIS }",
    text: shown`
A special Rpc error occurs on server EX01: The certificate with thumbprint 917F8F3C99D2472DA1E0BBE145BE98AA37732CD7 
was found but is not valid for use with Exchange Server (reason: PrivateKeyMissing).
    + CategoryInfo          : NotSpecified: (:) [Enable-ExchangeCertificate], InvalidOperationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-InvalidOperationException] DA6D9EA1,Microsoft.Exchange.Management.SystemConfigurationTa  
  sks.EnableExchangeCertificate
    + PSComputerName        : ex01.contoso.com
 
`,
    names: { "<status>": "PrivateKeyMissing" },
  },
  {
    evidence: ["get-exchangecertificate.4", "errors.26"],
    edition: "Exchange2016",
    organization: "exchange2016",
    files: { "C:\\Cert\\cert.pfx": "no certificate" },
    line: "Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes('C:\\Cert\\cert.pfx')) -Password (ConvertTo-SecureString -String 'Password' -AsPlainText -Force)",
    text: shown`
A special Rpc error occurs on server EX01: The source data cannot be imported or the wrong password was specified.
    + CategoryInfo          : ReadError: (:) [Import-ExchangeCertificate], InvalidOperationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-InvalidOperationException] A39CF339,Microsoft.Exchange.Management.SystemConfigurationTa  
  sks.ImportExchangeCertificate
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["get-exchangecertificate.5"],
    edition: "Exchange2016",
    organization: "exchange2016",
    before: [
      "$c = New-ExchangeCertificate -SubjectName CN=mail.contoso.com -PrivateKeyExportable:$true -Force",
      "$p = ConvertTo-SecureString -String 'Password' -AsPlainText -Force",
      "$f = Export-ExchangeCertificate $c.Thumbprint -BinaryEncoded -Password $p",
    ],
    line: "Import-ExchangeCertificate -FileData $f.FileData -Password $p",
    text: shown`
A special Rpc error occurs on server EX01: Cannot import certificate. A certificate with the thumbprint 
917F8F3C99D2472DA1E0BBE145BE98AA37732CD7 already exists.
    + CategoryInfo          : WriteError: (:) [Import-ExchangeCertificate], InvalidOperationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-InvalidOperationException] 538B9F3F,Microsoft.Exchange.Management.SystemConfigurationTa  
  sks.ImportExchangeCertificate
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["get-exchangecertificate.6"],
    edition: "Exchange2016",
    organization: "exchange2016",
    before: ["$c = New-ExchangeCertificate -SubjectName CN=mail.contoso.com -Force"],
    line: "Export-ExchangeCertificate $c.Thumbprint -BinaryEncoded -Password (ConvertTo-SecureString Password -AsPlainText -Force)",
    text: shown`
A special Rpc error occurs on server EX01: The private key couldn't be exported as PKCS-12. It either couldn't be 
accessed or isn't exportable.
    + CategoryInfo          : InvalidOperation: (:) [Export-ExchangeCertificate], InvalidOperationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-InvalidOperationException] 1D7FD3A6,Microsoft.Exchange.Management.SystemConfigurationTa  
  sks.ExportExchangeCertificate
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["get-exchangecertificate.7"],
    edition: "Exchange2016",
    organization: "exchange2016",
    before: [
      "$c = New-ExchangeCertificate -SubjectName CN=mail.contoso.com -PrivateKeyExportable:$true -Force",
      "New-ExchangeCertificate -Services SMTP -Force | Out-Null",
      "New-SendConnector Internet -AddressSpaces * | Out-Null",
      'Set-SendConnector Internet -TlsCertificateName "<I>$($c.Issuer)<S>$($c.Subject)"',
    ],
    line: "Remove-ExchangeCertificate $c.Thumbprint -Confirm:$false",
    text: shown`
A special Rpc error occurs on server EX01: These certificates are tagged with following Send Connectors : Internet. 
Removing and replacing certificates from Send Connector would break the mail flow. If you still want to proceed then 
replace or remove these certificates from Send Connector and then try this command.
    + CategoryInfo          : InvalidOperation: (:) [Remove-ExchangeCertificate], InvalidOperationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-InvalidOperationException] 21FC610,Microsoft.Exchange.Management.SystemConfigurationTas  
  ks.RemoveExchangeCertificate
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["get-exchangecertificate.8"],
    organization: "contoso",
    before: ["$c = New-ExchangeCertificate -SubjectName CN=mail.contoso.com -PrivateKeyExportable:$true -Force"],
    line: "Remove-ExchangeCertificate $c.Thumbprint",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Remove certificate with thumbprint B85E01B7071B4EF8940D321213A4007B1B321694?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    names: { "<THUMB>": "<t>" },
  },
];
