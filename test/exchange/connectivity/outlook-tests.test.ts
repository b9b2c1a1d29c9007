// Test-OutlookConnectivity and Test-OutlookWebServices.
import { expect, test } from "vitest";
import { buildTopology } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

test("Test-OutlookConnectivity goes the way of Outlook", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "Test-OutlookConnectivity alan.reid -Protocol TCP",
    `
ClientAccessServer   ServiceEndpoint                          Scenario                            Result  Latency
                                                                                                             (MS)
------------------   ---------------                          --------                            ------  -------
HO-EX2010-MB1.exc... ho-ex2010-mb1.exchangeserverpro.net      Autodiscover: Web service request.  Failure`,
  );
  expectSaid(
    shell,
    "Test-OutlookConnectivity alan.reid -Protocol TCP -TrustAnySslCert",
    `
ClientAccessServer   ServiceEndpoint                          Scenario                            Result  Latency
                                                                                                             (MS)
------------------   ---------------                          --------                            ------  -------
HO-EX2010-MB1.exc... ho-ex2010-mb1.exchangeserverpro.net      Autodiscover: Web service request.  Success   15.62
HO-EX2010-MB1.exc... HO-EX2010-MB1.exchangeserverpro.net      RFRI::GetReferral.                  Success   15.62
HO-EX2010-MB1.exc... HO-EX2010-MB1.exchangeserverpro.net      NSPI::GetProfileDetails.            Success   15.62
HO-EX2010-MB1.exc... HO-EX2010-MB1.exchangeserverpro.net      Mailbox::Connect.                   Success   15.62
HO-EX2010-MB1.exc... HO-EX2010-MB1.exchangeserverpro.net      Mailbox::Logon.                     Success   15.62`,
  );
  expectSaid(
    shell,
    "Test-OutlookConnectivity alan.reid -Protocol HTTP -TrustAnySslCert | ft ServiceEndpoint,Scenario,Result,Error -AutoSize",
    `
ServiceEndpoint                     Scenario                            Result Error
---------------                     --------                            ------ -----
ho-ex2010-mb1.exchangeserverpro.net Autodiscover: Web service request. Success
                                    RpcProxy::VerifyRpcProxy.          Failure Outlook Anywhere is not enabled for t...`,
  );
  type(shell, "New-ClientAccessArray -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice | Out-Null");
  expectSaid(
    shell,
    "Test-OutlookConnectivity alan.reid -RpcTestType Array | fl",
    `
RunspaceId                  : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
ClientAccessServer          : HO-EX2010-MB1.exchangeserverpro.net
ServiceEndpoint             : outlook-ho.exchangeserverpro.net
Scenario                    : RFRI::GetReferral.
ScenarioDescription         : RFRI::GetReferral.
Result                      : Failure
Latency                     : 00:00:00
LatencyInMillisecondsString :
Error                       : [System.Net.Sockets.SocketException]: No such host is known
UserName                    : Alan Reid
Identity                    :
IsValid                     : True`,
  );
  type(shell, "New-LabDnsRecord outlook-ho.exchangeserverpro.net 10.1.1.11 | Out-Null");
  expectSaid(
    shell,
    "Test-OutlookConnectivity alan.reid -RpcTestType Array | ft ServiceEndpoint,Scenario,Result -AutoSize",
    `
ServiceEndpoint                  Scenario                  Result
---------------                  --------                  ------
outlook-ho.exchangeserverpro.net RFRI::GetReferral.       Success
outlook-ho.exchangeserverpro.net NSPI::GetProfileDetails. Success
outlook-ho.exchangeserverpro.net Mailbox::Connect.        Success
outlook-ho.exchangeserverpro.net Mailbox::Logon.          Success`,
  );
  type(shell, "Stop-LabHost HO-EX2010-MB2");
  expectSaid(
    shell,
    "Test-OutlookConnectivity alan.reid -RpcTestType Array | fl ServiceEndpoint,Result,Error",
    `
ServiceEndpoint : outlook-ho.exchangeserverpro.net
Result          : Failure
Error           : [System.Net.Sockets.SocketException]: A connection attempt failed because the connected party did not
                   properly respond after a period of time, or established connection failed because connected host has
                   failed to respond 10.1.1.11:135`,
  );
  expectSaid(
    shell,
    "Test-OutlookConnectivity alan.reid -RpcTestType Server -RpcProxyTestType Internal -TrustAnySslCert | ft ServiceEndpoint,Scenario,Result -AutoSize",
    `
ServiceEndpoint                     Scenario                   Result
---------------                     --------                   ------
ho-ex2010-mb1.exchangeserverpro.net RpcProxy::VerifyRpcProxy. Success
HO-EX2010-MB1.exchangeserverpro.net RFRI::GetReferral.        Success
HO-EX2010-MB1.exchangeserverpro.net NSPI::GetProfileDetails.  Success
HO-EX2010-MB1.exchangeserverpro.net Mailbox::Connect.         Success
HO-EX2010-MB1.exchangeserverpro.net Mailbox::Logon.           Success`,
  );
  expectSaid(
    shell,
    "Test-OutlookConnectivity alan.reid -GetDefaultsFromAutodiscover $true -RpcProxyServer HO-EX2010-MB1 -RpcClientAccessServer HO-EX2010-MB1 -TrustAnySslCert | ft ServiceEndpoint,Scenario,Result -AutoSize",
    `
ServiceEndpoint                     Scenario                            Result
---------------                     --------                            ------
ho-ex2010-mb1.exchangeserverpro.net Autodiscover: Web service request. Success
ho-ex2010-mb1.exchangeserverpro.net RpcProxy::VerifyRpcProxy.          Success
HO-EX2010-MB1.exchangeserverpro.net RFRI::GetReferral.                 Success
HO-EX2010-MB1.exchangeserverpro.net NSPI::GetProfileDetails.           Success
HO-EX2010-MB1.exchangeserverpro.net Mailbox::Connect.                  Success
HO-EX2010-MB1.exchangeserverpro.net Mailbox::Logon.                    Success`,
  );
});

test("Test-OutlookWebServices, sentence by sentence", () => {
  const shell = startShell();
  expectSaid(
    shell,
    "Test-OutlookWebServices alan.reid",
    `
RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1019
Type       : Information
Message    : A valid Autodiscover service connection point was found. The Autodiscover URL on this object is https://ho
             -ex2010-mb1.exchangeserverpro.net/Autodiscover/Autodiscover.xml.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1006
Type       : Information
Message    : Contacted the Autodiscover service at https://ho-ex2010-mb1.exchangeserverpro.net/Autodiscover/Autodiscove
             r.xml.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1016
Type       : Information
Message    : [EXCH] The AS is configured for this user in the Autodiscover response received from https://ho-ex2010-mb1
             .exchangeserverpro.net/Autodiscover/Autodiscover.xml.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1015
Type       : Information
Message    : [EXCH] The OAB is configured for this user in the Autodiscover response received from https://ho-ex2010-mb
             1.exchangeserverpro.net/Autodiscover/Autodiscover.xml.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1014
Type       : Information
Message    : [EXCH] The UM is configured for this user in the Autodiscover response received from https://ho-ex2010-mb1
             .exchangeserverpro.net/Autodiscover/Autodiscover.xml.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1022
Type       : Success
Message    : Autodiscover was tested successfully.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1024
Type       : Success
Message    : [EXCH] Successfully contacted the AS service at https://ho-ex2010-mb1.exchangeserverpro.net/EWS/Exchange.a
             smx. The elapsed time was 15 milliseconds.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1026
Type       : Success
Message    : [EXCH] Successfully contacted the UM service at https://ho-ex2010-mb1.exchangeserverpro.net/EWS/Exchange.a
             smx. The elapsed time was 15 milliseconds.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1124
Type       : Success
Message    : [Server] Successfully contacted the AS service at https://ho-ex2010-mb1.exchangeserverpro.net/EWS/Exchange
             .asmx. The elapsed time was 15 milliseconds.

RunspaceId : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Id         : 1126
Type       : Success
Message    : [Server] Successfully contacted the UM service at https://ho-ex2010-mb1.exchangeserverpro.net/EWS/Exchange
             .asmx. The elapsed time was 15 milliseconds.`,
  );
  type(
    shell,
    "Set-ClientAccessServer HO-EX2010-MB1 -AutoDiscoverServiceInternalUri https://autodiscover.exchangeserverpro.net/Autodiscover/Autodiscover.xml",
  );
  expectSaid(
    shell,
    "Test-OutlookWebServices alan.reid | select -First 3 | fl Id,Type,Message",
    `
Id      : 1019
Type    : Information
Message : A valid Autodiscover service connection point was found. The Autodiscover URL on this object is https://autod
          iscover.exchangeserverpro.net/Autodiscover/Autodiscover.xml.

Id      : 1013
Type    : Error
Message : When contacting https://autodiscover.exchangeserverpro.net/Autodiscover/Autodiscover.xml received the error T
          he remote name could not be resolved: 'autodiscover.exchangeserverpro.net'

Id      : 1023
Type    : Error
Message : The Autodiscover service couldn't be contacted.`,
  );
  type(shell, "New-LabDnsRecord autodiscover.exchangeserverpro.net 10.1.1.11 | Out-Null");
  expectSaid(
    shell,
    "Test-OutlookWebServices alan.reid | select -First 3 | fl Id,Type,Message",
    `
Id      : 1019
Type    : Information
Message : A valid Autodiscover service connection point was found. The Autodiscover URL on this object is https://autod
          iscover.exchangeserverpro.net/Autodiscover/Autodiscover.xml.

Id      : 1104
Type    : Error
Message : The certificate for the URL https://autodiscover.exchangeserverpro.net/Autodiscover/Autodiscover.xml is incor
          rect. For SSL to work, the certificate needs to have a subject of autodiscover.exchangeserverpro.net, but the
           subject found is HO-EX2010-MB2.exchangeserverpro.net. Consider correcting service discovery, or installing a
           correct SSL certificate.

Id      : 1006
Type    : Information
Message : Contacted the Autodiscover service at https://autodiscover.exchangeserverpro.net/Autodiscover/Autodiscover.xm
          l.`,
  );
  type(shell, "Stop-Service W3SVC -Force");
  expectSaid(
    shell,
    "Test-OutlookWebServices alan.reid -ClientAccessServer HO-EX2010-MB1 | select -Last 3 | fl Id,Type,Message",
    `
Id      : 1027
Type    : Error
Message : [EXCH] Error contacting the UM service at https://ho-ex2010-mb1.exchangeserverpro.net/EWS/Exchange.asmx. The
          elapsed time was 0 milliseconds.

Id      : 1125
Type    : Error
Message : [Server] Error contacting the AS service at https://ho-ex2010-mb1.exchangeserverpro.net/EWS/Exchange.asmx. Th
          e elapsed time was 0 milliseconds.

Id      : 1127
Type    : Error
Message : [Server] Error contacting the UM service at https://ho-ex2010-mb1.exchangeserverpro.net/EWS/Exchange.asmx. Th
          e elapsed time was 0 milliseconds.`,
  );
});

// Columns and header: test-outlookwebservices.1.
test("since Exchange 2013 a row for each service", () => {
  const shell = startShell({ edition: "Exchange2016" });
  expectSaid(
    shell,
    "Test-OutlookWebServices alan.reid -TrustAnySSLCertificate",
    `
Source                              ServiceEndpoint                     Scenario                       Result  Latency
                                                                                                                  (MS)
------                              ---------------                     --------                       ------  -------
HO-EX2010-MB1.exchangeserverpro.net ho-ex2010-mb1.exchangeserverpro.net AutoDiscover: Outlook Provider Success      15
HO-EX2010-MB1.exchangeserverpro.net ho-ex2010-mb1.exchangeserverpro.net Exchange Web Services          Success      15
HO-EX2010-MB1.exchangeserverpro.net ho-ex2010-mb1.exchangeserverpro.net Availability Service           Success      15
HO-EX2010-MB1.exchangeserverpro.net ho-ex2010-mb1.exchangeserverpro.net Offline Address Book           Success      15`,
  );
  expectSaid(
    shell,
    "Test-OutlookWebServices alan.reid | fl Scenario,Result,Error",
    `
Scenario : AutoDiscover: Outlook Provider
Result   : Failure
Error    : [System.Net.WebException]: The underlying connection was closed: Could not establish trust relationship for
           the SSL/TLS secure channel. Inner error [System.Security.Authentication.AuthenticationException]: The
           remote certificate is invalid according to the validation procedure.

Scenario : Exchange Web Services
Result   : Skipped
Error    :

Scenario : Availability Service
Result   : Skipped
Error    :

Scenario : Offline Address Book
Result   : Skipped
Error    :`,
  );
  type(shell, "Get-LogonStatistics -Server HO-EX2010-MB1");
  expectSaid(
    shell,
    "Test-OutlookWebServices alan.reid -ClientAccessServer HO-EX2010-MB2 -TrustAnySSLCertificate",
    `
Source                              ServiceEndpoint                     Scenario                       Result  Latency
                                                                                                                  (MS)
------                              ---------------                     --------                       ------  -------
HO-EX2010-MB1.exchangeserverpro.net ho-ex2010-mb2.exchangeserverpro.net AutoDiscover: Outlook Provider Success      15
HO-EX2010-MB1.exchangeserverpro.net ho-ex2010-mb2.exchangeserverpro.net Exchange Web Services          Success      15
HO-EX2010-MB1.exchangeserverpro.net ho-ex2010-mb2.exchangeserverpro.net Availability Service           Success      15
HO-EX2010-MB1.exchangeserverpro.net ho-ex2010-mb2.exchangeserverpro.net Offline Address Book           Success      15`,
  );
});

test("a probe of Managed Availability, run by hand: the view of test-outlookconnectivity.2", () => {
  const topology = buildTopology({
    domain: "contoso.com",
    servers: [{ name: "ContosoMail", version: "15.1.1415.2" }],
    databases: [{ name: "DB1", server: "ContosoMail" }],
  });
  const shell = startShell({ edition: "Exchange2016", topology, width: 150 });
  const head = `
MonitorIdentity                                          StartTime              EndTime                Result      Error     Exception
---------------                                          ---------              -------                ------      -----     ---------`;
  expectSaid(
    shell,
    "Test-OutlookConnectivity -RunFromServerId ContosoMail -ProbeIdentity OutlookMapiHttpSelfTestProbe",
    `${head}
OutlookMapiHttp.Protocol\\OutlookMapiHttpSelfTestProbe    6/3/2013 9:00:00 AM    6/3/2013 9:00:10 AM    Succeeded`,
  );
  type(shell, "Dismount-Database DB1 -Confirm:$false");
  expectSaid(
    shell,
    "Test-OutlookConnectivity Outlook.Protocol\\OutlookRpcDeepTestProbe | select MonitorIdentity,Result,Error | fl",
    `
MonitorIdentity : Outlook.Protocol\\OutlookRpcDeepTestProbe
Result          : Failed
Error           : No mailbox database is mounted on the server.`,
  );
  expect(said(shell, "Test-OutlookConnectivity NoProbe")).toContain(
    "a Watson dump is being generated: Sequence contains no elements",
  );
});
