// How a session begins, and what no line provokes.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const sessions: readonly Row[] = [
  {
    evidence: ["warnings.6"],
    because: "a script of setup's says it, and setup's scripts aren't there",
  },
  {
    evidence: ["warnings.7"],
    because: "services start and stop at once here, so that nobody waits for them",
  },
  {
    evidence: ["errors.31", "errors.32"],
    because: "federation trusts have no behaviour, which their cmdlets say",
    without: ["Remove-FederationTrust", "Set-FederationTrust"],
  },
  {
    evidence: ["errors.40"],
    because: "the search of mailboxes' audit logs has no behaviour, which its cmdlet says",
    without: ["Search-MailboxAuditLog"],
  },
  {
    evidence: ["errors.41"],
    because: "collections of classification rules have no behaviour, which their cmdlets say",
    without: ["New-ClassificationRuleCollection"],
  },
  {
    evidence: ["errors.42"],
    because:
      "cmdlets run on the server of the session, whichever server an object belongs to; none is handed on to another",
  },
  {
    evidence: ["warnings.11"],
    because: "it is a fault in the counters of two builds, and no state of an organization",
  },
  {
    evidence: ["warnings.12"],
    edition: "Exchange2013",
    organization: "exchange2013",
    line: "Test-OutlookConnectivity -ProbeIdentity OutlookNoSuchProbe",
    text: shown`
WARNING: An unexpected error has occurred and a Watson dump is being generated: Sequence contains no elements
Sequence contains no elements
    + CategoryInfo          : NotSpecified: (:) [Test-OutlookConnectivity], InvalidOperationException
    + FullyQualifiedErrorId : System.InvalidOperationException,Microsoft.Exchange.Management.Tasks.TestOutlookConnecti 
   vity
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["prompts.4"],
    because: "apps for Outlook have no behaviour, which their cmdlets say",
    without: ["Remove-App"],
  },
  {
    evidence: ["shell.7"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex09.contoso.com/PowerShell/ -Authentication Kerberos",
    text: shown`
New-PSSession : [ex09.contoso.com] Connecting to remote server ex09.contoso.com failed with the following error 
message : WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is 
accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from 
this computer. By default, the WinRM firewall exception for public profiles limits access to remote computers within 
the same local subnet. For more information, see the about_Remote_Troubleshooting Help topic.
At line:1 char:1
+ New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri ht ...
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : OpenError: (System.Manageme....RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotin 
   gTransportException
    + FullyQualifiedErrorId : WinRMOperationTimeout,PSSessionOpenFailed
 
`,
  },
  {
    evidence: ["shell.8"],
    edition: "Exchange2013",
    organization: "exchange2013",
    before: ["Stop-Service W3SVC -Force"],
    line: "Connect-ExchangeServer -auto -ClientApplication:ManagementShell",
    answers: [""],
    text: shown`
VERBOSE: Connecting to EX01.contoso.com.
New-PSSession : [ex01.contoso.com] Connecting to remote server ex01.contoso.com failed with the following error 
message : WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is 
accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from 
this computer. By default, the WinRM firewall exception for public profiles limits access to remote computers within 
the same local subnet. For more information, see the about_Remote_Troubleshooting Help topic.
At line:1 char:1
+ New-PSSession -ConnectionURI "$connectionUri" -ConfigurationName Microsoft.Excha ...
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : OpenError: (System.Manageme....RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotin 
   gTransportException
    + FullyQualifiedErrorId : WinRMOperationTimeout,PSSessionOpenFailed
 
Failed to connect to an Exchange server in the current site.
Enter the server FQDN where you want to connect.: 
`,
  },
  {
    evidence: ["warnings.14"],
    organization: "headOffice",
    before: [
      "Get-Service W3SVC -ComputerName HO-EX2010-MB1 | Stop-Service -Force",
      "Get-Service W3SVC -ComputerName HO-EX2010-MB2 | Stop-Service -Force",
    ],
    line: "Connect-ExchangeServer -auto",
    text: shown`
VERBOSE: Connecting to HO-EX2010-MB1.exchangeserverpro.net.
New-PSSession : [ho-ex2010-mb1.exchangeserverpro.net] Connecting to remote server failed with the following error messa
ge : WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is access
ible over the network, and that a firewall exception for the WinRM service is enabled and allows access from this compu
ter. By default, the WinRM firewall exception for public profiles limits access to remote computers within the same loc
al subnet. For more information, see the about_Remote_Troubleshooting Help topic.
At line:1 char:14
+ New-PSSession <<<<  -ConnectionURI "$connectionUri" -ConfigurationName Microsoft.Exchange -SessionOption $so
    + CategoryInfo          : OpenError: (System.Manageme....RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotin 
   gTransportException
    + FullyQualifiedErrorId : WinRMOperationTimeout,PSSessionOpenFailed
 
VERBOSE: Connecting to HO-EX2010-MB2.exchangeserverpro.net.
New-PSSession : [ho-ex2010-mb2.exchangeserverpro.net] Connecting to remote server failed with the following error messa
ge : WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is access
ible over the network, and that a firewall exception for the WinRM service is enabled and allows access from this compu
ter. By default, the WinRM firewall exception for public profiles limits access to remote computers within the same loc
al subnet. For more information, see the about_Remote_Troubleshooting Help topic.
At line:1 char:14
+ New-PSSession <<<<  -ConnectionURI "$connectionUri" -ConfigurationName Microsoft.Exchange -SessionOption $so
    + CategoryInfo          : OpenError: (System.Manageme....RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotin 
   gTransportException
    + FullyQualifiedErrorId : WinRMOperationTimeout,PSSessionOpenFailed
 
WARNING: No Exchange servers are available in the Active Directory site HeadOffice. Connecting to an Exchange server in
 another Active Directory site.
VERBOSE: Connecting to BR-EX2010-MB.exchangeserverpro.net.
VERBOSE: Connected to BR-EX2010-MB.exchangeserverpro.net.
`,
  },
];
