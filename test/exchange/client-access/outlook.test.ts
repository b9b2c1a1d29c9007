// What Outlook connects through: Outlook Anywhere, the RPC Client Access service, the providers of Autodiscover.
import { describe, test } from "vitest";
import { outlookAnywhere, outlookAnywhereVerbs } from "../../../src/exchange/client-access/outlook-anywhere.js";
import { outlookProvider, outlookProviderVerbs } from "../../../src/exchange/client-access/outlook-provider.js";
import { rpcClientAccess, rpcClientAccessVerbs } from "../../../src/exchange/client-access/rpc-client-access.js";
import { buildTopology } from "../../../src/index.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const enable =
  "$null = Enable-OutlookAnywhere -Server BR-EX2010-MB -ExternalHostname mail.contoso.com -SSLOffloading $false -DefaultAuthenticationMethod NTLM -WarningAction SilentlyContinue";
const anywhere = { noun: outlookAnywhere, verbs: outlookAnywhereVerbs };
const enabled = { before: [enable], identity: "'BR-EX2010-MB\\Rpc (Default Web Site)'" };
roundTripsOf(anywhere, {
  ...enabled,
  samples: { SSLOffloading: ["$true", "True"], ClientAuthenticationMethod: ["Fba", "Fba"] },
});
identitiesOf(anywhere, enabled);

const newer = buildTopology({
  domain: "contoso.local",
  domainControllers: ["DC01"],
  servers: [{ name: "EX01", version: "15.0.775.38" }],
});
const later = { edition: "Exchange2013", topology: newer } as const;
roundTripsOf(anywhere, {
  ...later,
  identity: "'EX01\\Rpc (Default Web Site)'",
  samples: { SSLOffloading: ["$false", "False"] },
});

describe("Outlook Anywhere in Exchange 2010", () => {
  test("is off until it is enabled, and off again once it is disabled", () => {
    const shell = startShell();
    expectSaid(shell, "Get-OutlookAnywhere", "");
    type(shell, enable);
    const servers = "Get-ClientAccessServer | ft Name,OutlookAnywhereEnabled -auto";
    expectSaid(
      shell,
      servers,
      `
Name          OutlookAnywhereEnabled
----          ----------------------
HO-EX2010-MB1                  False
HO-EX2010-MB2                  False
BR-EX2010-MB                    True`,
    );
    type(shell, "Disable-OutlookAnywhere -Server BR-EX2010-MB -Confirm:$false");
    expectSaid(shell, "Get-OutlookAnywhere", "");
  });

  test("Enable shows what it made; a method for clients alone is that of IIS as well", () => {
    expectSaid(
      startShell({ width: 160 }),
      "Enable-OutlookAnywhere -ExternalHostname mail.contoso.com -SSLOffloading $true -ClientAuthenticationMethod Basic | fl Identity,SSL*,*Host*,*Method*,Path",
      `
WARNING: Outlook Anywhere will be enabled on your Client Access server after a configuration period of approximately 15 minutes. To verify that Outlook
Anywhere has been enabled, check the application event log on the Client Access server.


Identity                   : HO-EX2010-MB1\\Rpc (Default Web Site)
SSLOffloading              : True
ExternalHostname           : mail.contoso.com
ClientAuthenticationMethod : Basic
IISAuthenticationMethods   : {Basic}
Path                       : C:\\Windows\\System32\\RpcProxy`,
    );
  });

  test("one is enough", () => {
    const shell = startShell();
    type(shell, enable);
    expectSaid(
      shell,
      enable,
      `
The virtual directory 'Rpc' already exists under 'BR-EX2010-MB.exchangeserverpro.net/Default Web Site'.
Parameter name: VirtualDirectoryName
    + CategoryInfo          : InvalidArgument: (BR-EX2010-MB\\Rpc (Default Web Site):ADObjectId) [Enable-OutlookAnywher
   e], ArgumentException
    + FullyQualifiedErrorId : F41FE8F8,Microsoft.Exchange.Management.SystemConfigurationTasks.EnableOutlookAnywhere`,
    );
  });

  test("a default method is that of clients and of IIS", () => {
    const shell = startShell();
    type(shell, enable, "Set-OutlookAnywhere BR-EX2010-MB\\Rpc* -DefaultAuthenticationMethod Basic");
    expectSaid(
      shell,
      "Get-OutlookAnywhere | fl *Method*",
      `
ClientAuthenticationMethod : Basic
IISAuthenticationMethods   : {Basic}`,
    );
  });
});

test("Outlook Anywhere in Exchange 2013 is always there, and shows its list without being asked (facts/nouns.json)", () => {
  expectSaid(
    startShell({ ...later, width: 300 }),
    "Get-OutlookAnywhere -Server EX01 | select * -ExcludeProperty RunspaceId,PS*,When*,Guid",
    `
ServerName                         : EX01
SSLOffloading                      : True
ExternalHostname                   :
InternalHostname                   : ex01.contoso.local
ExternalClientAuthenticationMethod : Negotiate
InternalClientAuthenticationMethod : Ntlm
IISAuthenticationMethods           : {Basic, Ntlm, Negotiate}
XropUrl                            :
ExternalClientsRequireSsl          : False
InternalClientsRequireSsl          : False
MetabasePath                       : IIS://EX01.contoso.local/W3SVC/1/ROOT/Rpc
Path                               : C:\\Program Files\\Microsoft\\Exchange Server\\V15\\FrontEnd\\HttpProxy\\rpc
ExtendedProtectionTokenChecking    : None
ExtendedProtectionFlags            : {}
ExtendedProtectionSPNList          : {}
AdminDisplayVersion                : Version 15.0 (Build 775.38)
Server                             : EX01
AdminDisplayName                   :
ExchangeVersion                    : 0.20 (15.0.0.0)
Name                               : Rpc (Default Web Site)
DistinguishedName                  : CN=Rpc (Default Web Site),CN=HTTP,CN=Protocols,CN=EX01,CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=local
Identity                           : EX01\\Rpc (Default Web Site)
ObjectCategory                     : contoso.local/Configuration/Schema/ms-Exch-Rpc-Http-Virtual-Directory
ObjectClass                        : {top, msExchVirtualDirectory, msExchRpcHttpVirtualDirectory}
OrganizationId                     :
Id                                 : EX01\\Rpc (Default Web Site)
OriginatingServer                  : DC01.contoso.local
IsValid                            : True
ObjectState                        : Changed`,
  );
});

roundTripsOf({ noun: rpcClientAccess, verbs: rpcClientAccessVerbs }, { identity: "-Server BR-EX2010-MB" });

describe("RpcClientAccess", () => {
  test("one on each server", () => {
    expectSaid(
      startShell(),
      "Get-RpcClientAccess -Server HO-EX2010-MB2",
      `
Server                  Responsibility          MaximumConnections      EncryptionRequired      BlockedClientVersions
------                  --------------          ------------------      ------------------      ---------------------
HO-EX2010-MB2           Mailboxes, PublicFol... 65536                   True`,
    );
  });

  test("removed and made anew", () => {
    const shell = startShell();
    type(shell, "Remove-RpcClientAccess -Server BR-EX2010-MB -Confirm:$false");
    expectSaid(shell, "@(Get-RpcClientAccess).Count", "2");
    type(shell, "$made = New-RpcClientAccess -Server BR-EX2010-MB -EncryptionRequired $false");
    expectSaid(shell, '"$($made.Identity) $($made.EncryptionRequired)"', "BR-EX2010-MB\\RpcClientAccess False");
  });
});

const provider = { noun: outlookProvider, verbs: outlookProviderVerbs };
roundTripsOf(provider, { identity: "EXPR" });
identitiesOf(provider, { identity: "EXPR" });

describe("OutlookProvider", () => {
  test("three from the beginning", () => {
    expectSaid(
      startShell(),
      "Get-OutlookProvider",
      `
Name                          Server                        CertPrincipalName             TTL
----                          ------                        -----------------             ---
EXCH                                                                                      1
EXPR                                                                                      1
WEB                                                                                       1`,
    );
  });

  test("a further one", () => {
    const shell = startShell();
    type(shell, "$null = New-OutlookProvider Contoso", "Set-OutlookProvider Contoso -Name Fabrikam -TTL 0");
    expectSaid(shell, 'Get-OutlookProvider Fabrikam | % { "$($_.Name) $($_.TTL)" }', "Fabrikam 0");
    type(shell, "Remove-OutlookProvider Fabrikam -Confirm:$false");
    expectSaid(shell, "@(Get-OutlookProvider).Count", "3");
  });
});
