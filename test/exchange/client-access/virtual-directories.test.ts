// The virtual directories beside that of Outlook Web App: what setup gives each server, and what each kind has of its own.
import { describe, expect, test } from "vitest";
import { nouns } from "../../../src/exchange/nouns.js";
import { buildTopology, topologies } from "../../../src/index.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const newer = buildTopology({
  domain: "customer.local",
  organization: "lamna",
  domainControllers: ["DC1"],
  servers: [{ name: "EXCHANGE2013", version: "15.0.1497.2" }],
});
const shell2013 = () => startShell({ edition: "Exchange2013", topology: newer });

const on2010 = {
  Ecp: "ecp",
  WebServices: "EWS",
  Autodiscover: "Autodiscover",
  ActiveSync: "Microsoft-Server-ActiveSync",
  Oab: "OAB",
  PowerShell: "PowerShell",
} as const;

for (const [kind, name] of Object.entries({ ...on2010, Mapi: "mapi" })) {
  const registered = nouns.find(({ noun }) => noun.noun === `${kind}VirtualDirectory`);
  if (registered === undefined) throw new Error(`${kind} is not registered`);
  const later = {
    edition: "Exchange2013",
    topology: newer,
    identity: `'EXCHANGE2013\\${name} (Default Web Site)'`,
  } as const;
  const first = kind === "Mapi" ? later : { identity: `'HO-EX2010-MB1\\${name} (Default Web Site)'` };
  roundTripsOf(registered, first);
  if (kind !== "Mapi") roundTripsOf(registered, later);
  identitiesOf(registered, { ...first, forms: [`'*\\${name}*'`] });
}

describe("what setup gives each Client Access server", () => {
  test.each(Object.entries(on2010))("Get-%sVirtualDirectory: %s", (kind, name) => {
    expect(said(startShell(), `(Get-${kind}VirtualDirectory | % { $_.Identity.ToString() }) -join '; '`)).toBe(
      ["HO-EX2010-MB1", "HO-EX2010-MB2", "BR-EX2010-MB"]
        .map((server) => `${server}\\${name} (Default Web Site)`)
        .join("; "),
    );
  });

  test("servers of 2010 have no MAPI over HTTP, those of 2013 have", () => {
    expectSaid(
      startShell({ edition: "Exchange2013", topology: topologies.headOffice }),
      "Get-MapiVirtualDirectory",
      "",
    );
    expectSaid(
      shell2013(),
      "Get-MapiVirtualDirectory",
      `
Name                                                        Server
----                                                        ------
mapi (Default Web Site)                                     EXCHANGE2013`,
    );
  });

  test("URLs", () => {
    const urls = (kinds: readonly string[]): string =>
      kinds.map((kind) => `Get-${kind}VirtualDirectory -Server $server | select Name,InternalUrl`).join("; ");
    const shell = startShell({ width: 140 });
    type(shell, "$server = 'BR-EX2010-MB'");
    expectSaid(
      shell,
      `& { ${urls(Object.keys(on2010))} } | ft -auto`,
      `
Name                                           InternalUrl
----                                           -----------
ecp (Default Web Site)                         https://br-ex2010-mb.exchangeserverpro.net/ecp
EWS (Default Web Site)                         https://br-ex2010-mb.exchangeserverpro.net/EWS/Exchange.asmx
Autodiscover (Default Web Site)
Microsoft-Server-ActiveSync (Default Web Site) https://br-ex2010-mb.exchangeserverpro.net/Microsoft-Server-ActiveSync
OAB (Default Web Site)                         http://br-ex2010-mb.exchangeserverpro.net/OAB
PowerShell (Default Web Site)                  http://br-ex2010-mb.exchangeserverpro.net/powershell`,
    );
  });
});

describe("lists", () => {
  test("facts/captures.jsonl, get-autodiscovervirtualdirectory.1: Exchange 2013", () => {
    expect(said(shell2013(), "Get-AutodiscoverVirtualDirectory | fl").split("\n").slice(1, 24).join("\n")).toBe(
      `
Name                            : Autodiscover (Default Web Site)
InternalAuthenticationMethods   : {Basic, Ntlm, WindowsIntegrated, WSSecurity, OAuth}
ExternalAuthenticationMethods   : {Basic, Ntlm, WindowsIntegrated, WSSecurity, OAuth}
LiveIdNegotiateAuthentication   : False
WSSecurityAuthentication        : True
LiveIdBasicAuthentication       : False
BasicAuthentication             : True
DigestAuthentication            : False
WindowsAuthentication           : True
OAuthAuthentication             : True
AdfsAuthentication              : False
MetabasePath                    : IIS://EXCHANGE2013.customer.local/W3SVC/1/ROOT/Autodiscover
Path                            : C:\\Program Files\\Microsoft\\Exchange Server\\V15\\FrontEnd\\HttpProxy\\Autodiscover
ExtendedProtectionTokenChecking : None
ExtendedProtectionFlags         : {}
ExtendedProtectionSPNList       : {}
AdminDisplayVersion             : Version 15.0 (Build 1497.2)
Server                          : EXCHANGE2013
InternalUrl                     :
ExternalUrl                     :
AdminDisplayName                :
ExchangeVersion                 : 0.10 (14.0.100.0)
DistinguishedName               : CN=Autodiscover (Default Web`.slice(1),
    );
  });

  test("facts/captures.jsonl, get-webservicesvirtualdirectory.1 with setup's values: Exchange 2019", () => {
    const topology = buildTopology({ domain: "tstad.int", servers: [{ name: "TSTMAIL01", version: "15.2.595.3" }] });
    expect(
      said(startShell({ edition: "Exchange2019", topology }), "Get-WebServicesVirtualDirectory | fl")
        .split("\n")
        .slice(1, 24)
        .join("\n"),
    ).toBe(
      `
CertificateAuthentication       :
InternalNLBBypassUrl            :
GzipLevel                       : Low
MRSProxyEnabled                 : False
Name                            : EWS (Default Web Site)
InternalAuthenticationMethods   : {Ntlm, WindowsIntegrated, WSSecurity, OAuth}
ExternalAuthenticationMethods   : {Ntlm, WindowsIntegrated, WSSecurity, OAuth}
LiveIdNegotiateAuthentication   :
WSSecurityAuthentication        : True
LiveIdBasicAuthentication       : False
BasicAuthentication             : False
DigestAuthentication            : False
WindowsAuthentication           : True
OAuthAuthentication             : True
AdfsAuthentication              : False
MetabasePath                    : IIS://TSTMAIL01.tstad.int/W3SVC/1/ROOT/EWS
Path                            : C:\\Program Files\\Microsoft\\Exchange Server\\V15\\FrontEnd\\HttpProxy\\EWS
ExtendedProtectionTokenChecking : None
ExtendedProtectionFlags         : {}
ExtendedProtectionSPNList       : {}
AdminDisplayVersion             : Version 15.2 (Build 595.3)
Server                          : TSTMAIL01
InternalUrl                     : https://tstmail01.tstad.int/EWS/Exchange.asmx`.slice(1),
    );
  });

  test("facts/captures.jsonl, get-ecpvirtualdirectory.1: Exchange 2019", () => {
    const topology = buildTopology({ domain: "tstad.int", servers: [{ name: "MAIL", version: "15.2.595.3" }] });
    expectSaid(
      startShell({ edition: "Exchange2019", topology }),
      "Get-EcpVirtualDirectory | fl name,*auth*,*url*",
      `
Name                          : ecp (Default Web Site)
InternalAuthenticationMethods : {Basic, Fba}
BasicAuthentication           : True
WindowsAuthentication         : False
DigestAuthentication          : False
FormsAuthentication           : True
LiveIdAuthentication          : False
AdfsAuthentication            : False
OAuthAuthentication           : False
ExternalAuthenticationMethods : {Fba}
InternalUrl                   : https://mail.tstad.int/ecp
ExternalUrl                   :`,
    );
  });
});

describe("related values", () => {
  test("the switches of sign-in make the list of methods", () => {
    const shell = startShell();
    type(
      shell,
      "Set-WebServicesVirtualDirectory HO-EX2010-MB1\\EWS* -BasicAuthentication $true -WSSecurityAuthentication $false",
    );
    expectSaid(
      shell,
      "Get-WebServicesVirtualDirectory HO-EX2010-MB1\\EWS* | fl *Methods",
      `
InternalAuthenticationMethods : {Basic, Ntlm, WindowsIntegrated}
ExternalAuthenticationMethods : {Basic, Ntlm, WindowsIntegrated}`,
    );
  });

  test("ActiveSyncServer is the external URL; the flags are the switches", () => {
    const shell = startShell();
    type(
      shell,
      "Set-ActiveSyncVirtualDirectory HO-EX2010-MB1\\Micro* -ExternalUrl https://mail.contoso.com/EAS -SendWatsonReport $false",
    );
    expectSaid(
      shell,
      "Get-ActiveSyncVirtualDirectory HO-EX2010-MB1\\Micro* | fl ActiveSyncServer,MobileClientFlags",
      `
ActiveSyncServer  : https://mail.contoso.com/EAS
MobileClientFlags : BadItemReportingEnabled`,
    );
  });

  test("New on another server, after Remove", () => {
    const shell = startShell();
    type(
      shell,
      "Remove-OabVirtualDirectory 'BR-EX2010-MB\\OAB*' -Confirm:$false",
      "New-OabVirtualDirectory -Server BR-EX2010-MB -PollInterval 60 -ExternalUrl https://mail.contoso.com/OAB",
    );
    expectSaid(
      shell,
      "Get-OabVirtualDirectory -Server BR-EX2010-MB | fl Identity,PollInterval,*Url",
      `
Identity     : BR-EX2010-MB\\OAB (Default Web Site)
PollInterval : 60
InternalUrl  : http://br-ex2010-mb.exchangeserverpro.net/OAB
ExternalUrl  : https://mail.contoso.com/OAB`,
    );
  });

  test("ECP asks for the same change of Outlook Web App", () => {
    expectSaid(
      startShell(),
      "Set-EcpVirtualDirectory HO-EX2010-MB1\\ecp* -ExternalUrl https://mail.contoso.com/ecp",
      `
WARNING: You've changed the InternalURL or ExternalURL for the ECP virtual directory. Please make the same change for
the OWA virtual directory in the same website.`,
    );
  });
});

// facts/nouns.json: the warning is documented, its text is not known
test("little compression of Web Services", () => {
  const line = "Set-WebServicesVirtualDirectory 'HO-EX2010-MB1\\EWS (Default Web Site)' -GzipLevel";
  const shell = startShell();
  expect(shell.run(`${line} Low`).warnings).toEqual([
    "With GzipLevel Low static content is compressed and dynamic content is not. Clients that understand compression get more data than with High.",
  ]);
  expect(shell.run(`${line} Off`).warnings).toEqual([]);
});
