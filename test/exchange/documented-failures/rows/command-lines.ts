// Command lines that are wrong before a cmdlet runs.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const commandLines: readonly Row[] = [
  {
    evidence: ["general.13"],
    line: "Get-EcpVirtualDirectory (1, 2)",
    text: shown`
Cannot process argument transformation on parameter 'Identity'. Cannot convert the "System.Collections.ArrayList" value
 of type "System.Collections.ArrayList" to type "Microsoft.Exchange.Configuration.Tasks.VirtualDirectoryIdParameter".
    + CategoryInfo          : InvalidData: (:) [Get-EcpVirtualDirectory], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,Get-EcpVirtualDirectory
 
`,
    differs: "a log of setup has it, whose cmdlets run without a session; through a session an array arrives as a list",
  },
  {
    evidence: ["general.14"],
    line: "Set-Mailbox alan.reid -IssueWarningQuota banana",
    text: shown`
Cannot process argument transformation on parameter 'IssueWarningQuota'. Cannot convert value "banana" to type "Microso
ft.Exchange.Data.Unlimited\`1[Microsoft.Exchange.Data.ByteQuantifiedSize]". Error: ""banana" isn't a size. Write a numbe
r with B, KB, MB, GB or TB, or "unlimited"."
    + CategoryInfo          : InvalidData: (:) [Set-Mailbox], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,Set-Mailbox
 
`,
    names: { "<full .NET type>": "<t>" },
  },
  {
    evidence: ["general.15"],
    line: "Get-EcpVirtualDirectory @{Name='owa'}",
    text: shown`
Cannot process argument transformation on parameter 'Identity'. Cannot convert the "System.Collections.Hashtable" value
 of type "System.Collections.Hashtable" to type "Microsoft.Exchange.Configuration.Tasks.VirtualDirectoryIdParameter".
    + CategoryInfo          : InvalidData: (:) [Get-EcpVirtualDirectory], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,Get-EcpVirtualDirectory
 
`,
  },
  {
    evidence: ["general.16"],
    line: "New-ClientAccessArray outlook -Fqdn 'out look' -Site HeadOffice",
    text: shown`
Cannot process argument transformation on parameter 'Fqdn'. Cannot convert value "out look" to type "Microsoft.Exchange
.Data.Fqdn". Error: ""out look" isn't a fully qualified domain name, such as outlook.contoso.com."
    + CategoryInfo          : InvalidData: (:) [New-ClientAccessArray], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,New-ClientAccessArray
 
`,
    names: { "<inner text UNKNOWN>": "<text>" },
  },
  {
    evidence: ["general.17"],
    line: "New-ClientAccessArray",
    answers: ["outlook.exchangeserverpro.net", "HeadOffice"],
    text: shown`

cmdlet New-ClientAccessArray at command pipeline position 1
Supply values for the following parameters:
Fqdn: outlook.exchangeserverpro.net
Site: HeadOffice

Name                Site                 Fqdn                           Members                                        
----                ----                 ----                           -------                                        
outlook             HeadOffice           outlook.exchangeserverpro.net  {HO-EX2010-MB1, HO-EX2010-MB2}                 


`,
    names: { "<Param>: ": "Fqdn: outlook.exchangeserverpro.net\nSite: " },
  },
  {
    evidence: ["general.18", "shell.1"],
    line: "Get-ExchangeServerz",
    text: shown`
The term 'Get-ExchangeServerz' is not recognized as the name of a cmdlet, function, script file, or operable program. C
heck the spelling of the name, or if a path was included, verify that the path is correct and try again.
At line:1 char:20
+ Get-ExchangeServerz <<<< 
    + CategoryInfo          : ObjectNotFound: (Get-ExchangeServerz:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException
 
`,
    names: { "<len+1>": "20" },
  },
  {
    evidence: ["general.19"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "Get-ExternalInOutlook",
    text: shown`
Get-ExternalInOutlook : The term 'Get-ExternalInOutlook' is not recognized as the name of a cmdlet, function, script 
file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct 
and try again.
At line:1 char:1
+ Get-ExternalInOutlook
+ ~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : ObjectNotFound: (Get-ExternalInOutlook:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException
 
`,
    names: { "~~~~~": "~~~~~~~~~~~~~~~~~~~~~" },
  },
  {
    evidence: ["general.20"],
    line: "Get-ChildItem -Foo",
    text: shown`
Get-ChildItem : A parameter cannot be found that matches parameter name 'Foo'.
At line:1 char:19
+ Get-ChildItem -Foo <<<< 
    + CategoryInfo          : InvalidArgument: (:) [Get-ChildItem], ParameterBindingException
    + FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.PowerShell.Commands.GetChildItemCommand
 
`,
    names: { "<rest>": "" },
  },
  {
    evidence: ["general.21", "shell.2"],
    line: "Get-Mailbox alan.reid -Foo",
    text: shown`
A positional parameter cannot be found that accepts argument '-Foo'.
    + CategoryInfo          : InvalidArgument: (:) [Get-Mailbox], ParameterBindingException
    + FullyQualifiedErrorId : PositionalParameterNotFound,Get-Mailbox
 
`,
  },
  {
    evidence: ["general.22"],
    line: "Get-Mailbox alan.reid sarah.jones",
    text: shown`
A positional parameter cannot be found that accepts argument 'sarah.jones'.
    + CategoryInfo          : InvalidArgument: (:) [Get-Mailbox], ParameterBindingException
    + FullyQualifiedErrorId : PositionalParameterNotFound,Get-Mailbox
 
`,
  },
  {
    evidence: ["shell.3"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "New-EmailAddressPolicy Policy -RecipientFilter \"(RecipientType -eq 'MailUser') -andalso (Alias -like 'a*')\" -EnabledEmailAddressTemplates 'SMTP:@contoso.com'",
    text: shown`
Cannot bind parameter 'RecipientFilter' to the target. Exception setting "RecipientFilter": "Invalid filter syntax. 
For a description of the filter parameter syntax see the command help.
"(RecipientType -eq 'MailUser') -andalso (Alias -like 'a*')" at position 32."
    + CategoryInfo          : WriteError: (:) [New-EmailAddressPolicy], ParameterBindingException
    + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.NewEmailAd 
   dressPolicy
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["shell.4"],
    line: "Remove-Mailbox -Identity $null",
    text: shown`
Cannot bind argument to parameter 'Identity' because it is null.
    + CategoryInfo          : InvalidData: (:) [Remove-Mailbox], ParameterBindingValidationException
    + FullyQualifiedErrorId : ParameterArgumentValidationErrorNullNotAllowed,Remove-Mailbox
 
`,
  },
  {
    evidence: ["shell.5"],
    line: "New-RemoteDomain Fabrikam -DomainName 'fabri kam'",
    text: shown`
Cannot process argument transformation on parameter 'DomainName'. Cannot convert value "fabri kam" to type "Microsoft.E
xchange.Data.SmtpDomainWithSubdomains". Error: ""fabri kam" isn't a valid SMTP domain."
    + CategoryInfo          : InvalidData: (:) [New-RemoteDomain], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,New-RemoteDomain
 
`,
  },
  {
    evidence: ["shell.6"],
    because:
      "it takes Exchange's own types beside objects without methods: in this shell's sessions objects keep their types, and where they lose them the types aren't there",
  },
  {
    evidence: ["shell.9"],
    because: "a shell runs one line at a time, to its end: there is no second pipeline beside it",
  },
];
