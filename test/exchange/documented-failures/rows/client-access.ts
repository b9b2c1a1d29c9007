// Client access: arrays, virtual directories, tests of web services.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const clientAccess: readonly Row[] = [
  {
    evidence: ["get-clientaccessarray.1"],
    before: ["New-ClientAccessArray -Name outlook -Fqdn outlook.exchangeserverpro.net -Site HeadOffice | Out-Null"],
    line: "New-ClientAccessArray -Name second -Fqdn second.exchangeserverpro.net -Site HeadOffice",
    text: shown`
The Active Directory site "HeadOffice" already has the Client Access array "outlook". There can be only one array in a 
site.
    + CategoryInfo          : InvalidOperation: (0:Int32) [New-ClientAccessArray], ClientAccessArrayAlreadyExistsExcep 
   tion
    + FullyQualifiedErrorId : 9AD80270,Microsoft.Exchange.Management.SystemConfigurationTasks.NewClientAccessArray
 
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["get-clientaccessarray.2"],
    before: ["New-ClientAccessArray -Name outlook -Fqdn outlook.exchangeserverpro.net -Site HeadOffice | Out-Null"],
    line: "Remove-ClientAccessArray outlook",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing Client Access array "outlook".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    differs: "the sentence is not known",
  },
  {
    evidence: ["get-clientaccessserver.1"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "Set-ClientAccessServer EX01 -AutoDiscoverServiceInternalUri https://mail.contoso.com/Autodiscover/Autodiscover.xml",
    text: shown`
WARNING: The Set-ClientAccessServer cmdlet will be removed in a future version of Exchange. Use the 
Set-ClientAccessService cmdlet instead. If you have any scripts that use the Set-ClientAccessServer cmdlet, update them
 to use the Set-ClientAccessService cmdlet.  For more information, see http://go.microsoft.com/fwlink/p/?LinkId=254711.
`,
    names: { "<Get|Set>": "Set", "<..>": "<>" },
  },
  {
    evidence: ["errors.14"],
    edition: "Exchange2016",
    organization: "coexistence",
    line: "Set-ClientAccessService -Identity EX10 -AutoDiscoverServiceInternalUri $null",
    text: shown`
You can't make this change because 'CN=EX10,CN=Servers,CN=Exchange Administrative Group 
(FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,CN=Microsoft 
Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com' is read-only to the current version of Exchange.
    + CategoryInfo          : InvalidOperation: (:) [Set-ClientAccessService], CannotModifyCrossVersionObjectException
    + FullyQualifiedErrorId : [Server=EX16,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-CannotModifyCrossVersionObjectException] C84E4D3D,Microsoft.Exchange.Management.SystemC  
  onfigurationTasks.SetClientAccessService
    + PSComputerName        : ex16.contoso.com
 
`,
  },
  {
    evidence: ["get-owavirtualdirectory.1"],
    organization: "contoso",
    line: "Set-OwaVirtualDirectory 'EX01\\owa (Default Web Site)' -InternalUrl https://mail.contoso.com/owa",
    text: shown`
WARNING: You've changed the InternalURL or ExternalURL for the OWA virtual directory. Please make the same change for 
the ECP virtual directory in the same website.
`,
  },
  {
    evidence: ["get-owavirtualdirectory.2"],
    organization: "contoso",
    line: "Set-EcpVirtualDirectory 'EX01\\ecp (Default Web Site)' -ExternalUrl https://mail.contoso.com/ecp",
    text: shown`
WARNING: You've changed the InternalURL or ExternalURL for the ECP virtual directory. Please make the same change for 
the OWA virtual directory in the same website.
`,
  },
  {
    evidence: ["get-owavirtualdirectory.3"],
    organization: "contoso",
    line: "Set-OwaVirtualDirectory 'EX01\\owa (Default Web Site)' -FormsAuthentication $false -BasicAuthentication $true",
    text: shown`
WARNING: Changes of authentication take effect after Internet Information Services restarts: run "iisreset /noforce". 
Make the same change for the ECP virtual directory in the same website.
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["get-webservicesvirtualdirectory.1"],
    organization: "contoso",
    line: "Set-WebServicesVirtualDirectory 'EX01\\EWS (Default Web Site)' -GzipLevel Low",
    text: shown`
WARNING: With GzipLevel Low static content is compressed and dynamic content is not. Clients that understand 
compression get more data than with High.
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["get-webservicesvirtualdirectory.2"],
    because: "nobody is sure that it is asked, nor of its words; the address is taken as with -Force",
  },
  {
    evidence: ["general.11"],
    organization: "pair",
    before: ["Stop-Computer EX02 -Force"],
    line: "Get-OwaVirtualDirectory -Server EX02",
    text: shown`
An IIS directory entry couldn't be created. The error message is The RPC server is unavailable.
. HResult = -2147023174
    + CategoryInfo          : NotInstalled: (EX02\\owa (Default Web Site):ADObjectId) [Get-OwaVirtualDirectory], IISGen 
   eralCOMException
    + FullyQualifiedErrorId : 401839E9,Microsoft.Exchange.Management.SystemConfigurationTasks.GetOwaVirtualDirectory
 
`,
    names: { "Access is denied.": "The RPC server is unavailable.", "-2147024891": "-2147023174" },
  },
  {
    evidence: ["test-outlookwebservices.1"],
    organization: "contoso",
    line: "Test-OutlookWebServices alan.reid | ? { $_.Id -eq 1019 } | fl Id,Message",
    text: shown`


Id      : 1019
Message : A valid Autodiscover service connection point was found. The Autodiscover URL on this object is https://ex01.
          contoso.com/Autodiscover/Autodiscover.xml.



`,
  },
  {
    evidence: ["test-outlookwebservices.2"],
    because: "Exchange 2007 says it; the test of 2010 begins with the service connection point",
  },
  {
    evidence: ["test-outlookwebservices.3", "test-outlookwebservices.6"],
    organization: "contoso",
    line: "Test-OutlookWebServices alan.reid | ? { 1006, 1024 -contains $_.Id } | fl Id,Message",
    text: shown`


Id      : 1006
Message : Contacted the Autodiscover service at https://ex01.contoso.com/Autodiscover/Autodiscover.xml.

Id      : 1024
Message : [EXCH] Successfully contacted the AS service at https://ex01.contoso.com/EWS/Exchange.asmx. The elapsed time 
          was 15 milliseconds.



`,
    differs: "those are the words of Exchange 2007; 2010 has others, from memory too",
  },
  {
    evidence: ["test-outlookwebservices.5"],
    organization: "contoso",
    before: [
      "dnscmd DC01 /RecordAdd contoso.com mail A 10.1.1.10",
      "Set-WebServicesVirtualDirectory 'EX01\\EWS (Default Web Site)' -InternalUrl https://mail.contoso.com/EWS/Exchange.asmx",
    ],
    line: "Test-OutlookWebServices alan.reid | ? { $_.Id -eq 1104 } | fl Id,Message",
    text: shown`


Id      : 1104
Message : The certificate for the URL https://mail.contoso.com/EWS/Exchange.asmx is incorrect. For SSL to work, the cer
          tificate needs to have a subject of mail.contoso.com, but the subject found is EX01.contoso.com. Consider cor
          recting service discovery, or installing a correct SSL certificate.



`,
  },
  {
    evidence: ["test-outlookwebservices.4"],
    organization: "contoso",
    before: [
      "Set-WebServicesVirtualDirectory 'EX01\\EWS (Default Web Site)' -InternalUrl https://mail.fabrikam.com/EWS/Exchange.asmx -Force",
    ],
    line: "Test-OutlookWebServices alan.reid | ? { $_.Id -eq 1013 } | fl Id,Message",
    text: shown`


Id      : 1013
Message : When contacting https://mail.fabrikam.com/EWS/Exchange.asmx received the error The remote name could not be r
          esolved: 'mail.fabrikam.com'



`,
  },
  {
    evidence: ["test-outlookconnectivity.1", "general.24"],
    organization: "contoso",
    line: "Test-OwaConnectivity",
    text: shown`
WARNING: Test user 'extest_38888283d9d04' isn't accessible, so this cmdlet won't be able to test Client Access server 
connectivity.
The task couldn't sign in with user CONTOSO\\extest_38888283d9d04. Run Scripts\\new-TestCasConnectivityUser.ps1 to verify
 that the user exists on the Mailbox server EX01.contoso.com
    + CategoryInfo          : ObjectNotFound: (0:Int32) [Test-OwaConnectivity], CasHealthUserNotFoundException
    + FullyQualifiedErrorId : B8EFA0F9,Microsoft.Exchange.Monitoring.TestOwaConnectivity
 
WARNING: No Client Access servers were tested.
`,
  },
  {
    evidence: ["test-mapiconnectivity.1"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "Test-MapiConnectivity EX09",
    text: shown`
The operation couldn't be performed because object 'EX09' couldn't be found on 'DC01.contoso.com'.
    + CategoryInfo          : NotSpecified: (:) [Test-MAPIConnectivity], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] 186247B,Microsoft.Exchange.Monitoring.TestMapiConnec  
  tivity
    + PSComputerName        : ex01.contoso.com
 
`,
  },
];
