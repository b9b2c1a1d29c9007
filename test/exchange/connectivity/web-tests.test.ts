// Test-ActiveSyncConnectivity and its kin: the URL of a virtual directory, whoever answers there, and a test user.
import { test } from "vitest";
import type { Shell } from "../../../src/index.js";
import { expectSaid, startShell, type } from "../support.js";

/** A shell with the test user of HO-EX2010-MB1: its name follows from the server. */
function withTestUser(): Shell {
  const shell = startShell();
  type(
    shell,
    "$password = ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force",
    "New-Mailbox extest_b42db292d8604 -UserPrincipalName extest_b42db292d8604@exchangeserverpro.net -Password $password -Database MB-HO-01 | Out-Null",
  );
  return shell;
}

test("without test users an error for each Mailbox server of the site, and nothing is tested", () => {
  expectSaid(
    startShell(),
    "Test-ActiveSyncConnectivity",
    `
WARNING: Test user 'extest_b42db292d8604' isn't accessible, so this cmdlet won't be able to test Client Access server
connectivity.
The task couldn't sign in with user ESPNET\\extest_b42db292d8604. Run Scripts\\new-TestCasConnectivityUser.ps1 to verify
that the user exists on the Mailbox server HO-EX2010-MB1.exchangeserverpro.net
    + CategoryInfo          : ObjectNotFound: (0:Int32) [Test-ActiveSyncConnectivity], CasHealthUserNotFoundException
    + FullyQualifiedErrorId : 5BB2A333,Microsoft.Exchange.Monitoring.TestActiveSyncConnectivity

WARNING: Test user 'extest_d41ee2864a524' isn't accessible, so this cmdlet won't be able to test Client Access server
connectivity.
The task couldn't sign in with user ESPNET\\extest_d41ee2864a524. Run Scripts\\new-TestCasConnectivityUser.ps1 to verify
that the user exists on the Mailbox server HO-EX2010-MB2.exchangeserverpro.net
    + CategoryInfo          : ObjectNotFound: (0:Int32) [Test-ActiveSyncConnectivity], CasHealthUserNotFoundException
    + FullyQualifiedErrorId : 5BB2A333,Microsoft.Exchange.Monitoring.TestActiveSyncConnectivity

WARNING: No Client Access servers were tested.`,
  );
});

test("web services: certificates, URLs, names, what the directory has", () => {
  const shell = withTestUser();
  expectSaid(
    shell,
    "Test-ActiveSyncConnectivity -ClientAccessServer HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1",
    `
CasServer  LocalSite     Scenario        Result  Latency(MS) Error
---------  ---------     --------        ------  ----------- -----
ho-ex20... HeadOffice    Options         Failure             [System.Net.WebException]: The underlying connection wa...
ho-ex20... HeadOffice    FolderSync      Skipped
ho-ex20... HeadOffice    First Sync      Skipped
ho-ex20... HeadOffice    GetItemEstimate Skipped
ho-ex20... HeadOffice    Sync Data       Skipped
ho-ex20... HeadOffice    Ping            Skipped
ho-ex20... HeadOffice    Sync Test Item  Skipped`,
  );
  expectSaid(
    shell,
    "Test-ActiveSyncConnectivity -ClientAccessServer HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 -TrustAnySSLCertificate",
    `
CasServer  LocalSite     Scenario        Result  Latency(MS) Error
---------  ---------     --------        ------  ----------- -----
ho-ex20... HeadOffice    Options         Success       15.62
ho-ex20... HeadOffice    FolderSync      Success       15.62
ho-ex20... HeadOffice    First Sync      Success       15.62
ho-ex20... HeadOffice    GetItemEstimate Success       15.62
ho-ex20... HeadOffice    Sync Data       Success       15.62
ho-ex20... HeadOffice    Ping            Success       15.62
ho-ex20... HeadOffice    Sync Test Item  Success       15.62`,
  );
  expectSaid(
    shell,
    "Test-OwaConnectivity -ClientAccessServer HO-EX2010-MB2 -MailboxServer HO-EX2010-MB1 -TrustAnySSLCertificate | fl",
    `
RunspaceId                  : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
LocalSite                   : HeadOffice
SecureAccess                : True
VirtualDirectoryName        : owa (Default Web Site)
Url                         : https://ho-ex2010-mb2.exchangeserverpro.net/owa
UrlType                     : Internal
Port                        : 0
ConnectionType              : Plaintext
ClientAccessServerShortName : ho-ex2010-mb2
LocalSiteShortName          : HeadOffice
ClientAccessServer          : HO-EX2010-MB2.exchangeserverpro.net
Scenario                    : Logon
ScenarioDescription         : Sign in to the service and verify the response page.
PerformanceCounterName      :
Result                      : Success
Error                       :
UserName                    : extest_b42db292d8604
StartTime                   : 6/3/2013 9:00:00 AM
Latency                     : 00:00:00.0156200
EventType                   : Success
LatencyInMillisecondsString : 15.62
Identity                    :
IsValid                     : True`,
  );
  type(
    shell,
    'Set-OwaVirtualDirectory "HO-EX2010-MB2\\owa (Default Web Site)" -InternalUrl https://mail.exchangeserverpro.net/owa -WarningAction SilentlyContinue',
  );
  expectSaid(
    shell,
    "Test-OwaConnectivity -ClientAccessServer HO-EX2010-MB2 -MailboxServer HO-EX2010-MB1 -TrustAnySSLCertificate | fl Url,Result,Error",
    `
Url    : https://mail.exchangeserverpro.net/owa
Result : Failure
Error  : [System.Net.WebException]: The remote name could not be resolved: 'mail.exchangeserverpro.net'`,
  );
  type(shell, "New-LabDnsRecord mail.exchangeserverpro.net 10.1.1.99 | Out-Null");
  expectSaid(
    shell,
    "Test-OwaConnectivity -ClientAccessServer HO-EX2010-MB2 -MailboxServer HO-EX2010-MB1 -TrustAnySSLCertificate | fl Result,Error",
    `
Result : Failure
Error  : [System.Net.WebException]: Unable to connect to the remote server. Inner error [System.Net.Sockets.SocketExcep
         tion]: A connection attempt failed because the connected party did not properly respond after a period of time
         , or established connection failed because connected host has failed to respond 10.1.1.99:443`,
  );
  expectSaid(
    shell,
    "Test-EcpConnectivity -ClientAccessServer HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 -TrustAnySSLCertificate",
    `
CasServer  LocalSite     Scenario        Result  Latency(MS) Error
---------  ---------     --------        ------  ----------- -----
ho-ex20... HeadOffice    Logon           Success       15.62`,
  );
  expectSaid(
    shell,
    "Test-EcpConnectivity -ClientAccessServer HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 -TestType External | fl UrlType,Result,Error",
    `
UrlType : External
Result  : Failure
Error   : The virtual directory doesn't have a URL to test.`,
  );
  expectSaid(
    shell,
    "Test-PowerShellConnectivity HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1",
    `
CasServer  LocalSite     Scenario        Result  Latency(MS) Error
---------  ---------     --------        ------  ----------- -----
ho-ex20... HeadOffice    Logon User      Success       15.62`,
  );
  expectSaid(
    shell,
    "Test-WebServicesConnectivity HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 -TrustAnySSLCertificate",
    `
CasServer  LocalSite     Scenario        Result  Latency(MS) Error
---------  ---------     --------        ------  ----------- -----
ho-ex20... HeadOffice    GetFolder       Success       15.62
ho-ex20... HeadOffice    SyncFolderItems Success       15.62
ho-ex20... HeadOffice    CreateItem      Success       15.62
ho-ex20... HeadOffice    SyncFolderItems Success       15.62
ho-ex20... HeadOffice    DeleteItem      Success       15.62
ho-ex20... HeadOffice    SyncFolderItems Success       15.62`,
  );
  expectSaid(
    shell,
    "Test-WebServicesConnectivity HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 -TrustAnySSLCertificate -LightMode",
    `
CasServer  LocalSite     Scenario        Result  Latency(MS) Error
---------  ---------     --------        ------  ----------- -----
ho-ex20... HeadOffice    ConvertId       Success       15.62`,
  );
  expectSaid(
    shell,
    "Test-OwaConnectivity https://ho-ex2010-mb2.exchangeserverpro.net/owa -MailboxCredential (New-Object PSCredential alan.reid,$password) -TrustAnySSLCertificate",
    `
CasServer  LocalSite     Scenario        Result  Latency(MS) Error
---------  ---------     --------        ------  ----------- -----
ho-ex20... HeadOffice    Logon           Success       15.62`,
  );
  expectSaid(
    shell,
    "Test-OwaConnectivity http://ho-ex2010-mb2.exchangeserverpro.net/owa -MailboxCredential (New-Object PSCredential alan.reid,$password) | fl Result,Error",
    `
Result : Failure
Error  : The URL isn't secure. Use AllowUnsecureAccess to test it all the same.`,
  );
  type(shell, "Dismount-Database MB-HO-01 -Confirm:$false");
  expectSaid(
    shell,
    'Test-ActiveSyncConnectivity HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 -TrustAnySSLCertificate | where { $_.Scenario -eq "Options" } | fl Result,Error',
    `
Result : Failure
Error  : [System.Net.WebException]: The remote server returned an error: (503) Server Unavailable.`,
  );
});

test("remote PowerShell under a URL, as somebody", () => {
  const shell = withTestUser();
  expectSaid(
    shell,
    "Test-PowerShellConnectivity -ConnectionUri http://ho-ex2010-mb2.exchangeserverpro.net/powershell -TestCredential (New-Object PSCredential alan.reid,$password) | fl Url,Scenario,Result,UserName",
    `
Url      : http://ho-ex2010-mb2.exchangeserverpro.net/powershell
Scenario : Logon User
Result   : Success
UserName : Alan Reid`,
  );
});

test("POP3 and IMAP4: services that are not started by themselves, and their ports", () => {
  const shell = withTestUser();
  expectSaid(
    shell,
    "Test-ImapConnectivity HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 | fl Port,ConnectionType,Result,Error",
    `
Port           : 143
ConnectionType : Tls
Result         : Failure
Error          : [System.Net.Sockets.SocketException]: No connection could be made because the target machine actively
                 refused it 10.1.1.10:143`,
  );
  type(shell, "Start-Service MSExchangeIMAP4");
  expectSaid(
    shell,
    "Test-ImapConnectivity HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 -ConnectionType Ssl | fl Scenario,Port,ConnectionType,SecureAccess,Result",
    `
Scenario       : Test IMAP4 Connectivity
Port           : 993
ConnectionType : Ssl
SecureAccess   : True
Result         : Success`,
  );
  expectSaid(
    shell,
    "Test-PopConnectivity HO-EX2010-MB1 -MailboxServer HO-EX2010-MB1 -PortClientAccessServer 1110 | fl Scenario,Port,Result,Error",
    `
Scenario : Test POP3 Connectivity
Port     : 1110
Result   : Failure
Error    : Nothing answers at port 1110.`,
  );
});
