import { type Plays, reflowed, shellOf } from "../play.js";

const urls = ["ActiveSync", "Autodiscover", "Ecp", "Mapi", "Oab", "Owa", "PowerShell", "WebServices"].map(
  (name) => `Get-${name}VirtualDirectory | fl Server,Name,InternalUrl,ExternalUrl`,
);
const inside = (name: string, path: string): string =>
  `Get-${name}VirtualDirectory | Set-${name}VirtualDirectory -InternalUrl https://oldowa.mydomain.com/${path} -WarningAction SilentlyContinue`;
const anywhere = (server: string, internal: string): string =>
  `Set-OutlookAnywhere '${server}\\Rpc (Default Web Site)' -ExternalHostname mydomain.contoso.ru -InternalHostname ${internal} -ExternalClientsRequireSsl $true -InternalClientsRequireSsl $true -ExternalClientAuthenticationMethod Basic -InternalClientAuthenticationMethod Ntlm -IISAuthenticationMethods Basic,Ntlm`;

/** Virtual directories, and what clients find. */
export const clientAccess: Plays = {
  "get-owavirtualdirectory.1": {
    shell: () =>
      shellOf(
        "2013",
        { domain: "mydomain.com", servers: ["LABEXC008"], domainControllers: ["mydc"], version: "15.0.1497.2" },
        { lines: ["Get-OwaVirtualDirectory | Set-OwaVirtualDirectory -GzipLevel Low -WarningAction SilentlyContinue"] },
      ),
  },
  "get-autodiscovervirtualdirectory.1": {
    shell: () =>
      shellOf("2013", {
        domain: "customer.local",
        organization: "lamna",
        domainControllers: ["DC1"],
        servers: ["EXCHANGE2013"],
        version: "15.0.1497.2",
      }),
    // The name of the administrative group is the same everywhere, and was altered; Exchange was on another drive.
    told: (text) => text.replace("FYDIBOHF21SPDLT", "FYDIBOHF23SPDLT").replace("D:\\", "C:\\"),
    tolerances: reflowed,
  },
  "get-ecpvirtualdirectory.1": {
    shell: () => shellOf("2019", { domain: "tstad.int", servers: ["MAIL"] }),
    // The page has eaten the asterisks.
    line: "Get-EcpVirtualDirectory | fl name,*auth*,*url*",
  },
  "get-activesyncvirtualdirectory.1": {
    shell: () =>
      shellOf(
        "2016",
        { domain: "internal.local", servers: ["EXCH16"] },
        {
          lines: [
            inside("ActiveSync", "Microsoft-Server-ActiveSync"),
            inside("Ecp", "ecp"),
            inside("Mapi", "mapi"),
            inside("Oab", "OAB"),
            inside("Owa", "owa"),
            inside("WebServices", "EWS/Exchange.asmx"),
            "Set-ClientAccessService EXCH16 -AutoDiscoverServiceInternalUri $null",
            "Get-OutlookAnywhere | Set-OutlookAnywhere -InternalHostname oldowa.mydomain.com -InternalClientsRequireSsl $true -ExternalClientAuthenticationMethod Ntlm",
          ],
        },
      ),
    line: [
      ...urls,
      "Get-ClientAccessService | fl Name,AutoDiscoverServiceInternalUri",
      "Get-OutlookAnywhere | fl Server,ExternalHostname,InternalHostname,ExternalClientsRequireSsl,InternalClientsRequireSsl,ExternalClientAuthenticationMethod,InternalClientAuthenticationMethod",
    ].join("; "),
  },
  "get-oabvirtualdirectory.1": {
    shell: () =>
      shellOf(
        "2013",
        { domain: "mydomain.com", servers: ["ex01", "ex02", "ex03"] },
        {
          lines: [
            "Get-OabVirtualDirectory | Set-OabVirtualDirectory -InternalUrl https://webmail.mydomain.com/OAB -ExternalUrl https://webmail.mydomain.com/OAB",
          ],
        },
      ),
    line: "Get-OabVirtualDirectory | sort Server | fl identity,internalurl,externalurl",
  },
  "get-outlookanywhere.1": {
    shell: () =>
      shellOf(
        "2016",
        { domain: "local.mydomain.ru", servers: ["MAIL10", "MAIL16"] },
        { lines: [anywhere("MAIL10", "$null"), anywhere("MAIL16", "mail16.local.mydomain.ru")] },
      ),
    line: "Get-OutlookAnywhere | fl Identity,ExternalHostname,InternalHostname,ExternalClientAuthenticationMethod,InternalClientAuthenticationMethod,IISAuthenticationMethods",
  },
  "get-throttlingpolicy.2": {
    shell: () => shellOf("2013", { domain: "mydomain.com", domainControllers: ["ex"] }),
    line: "Get-ThrottlingPolicy | fl",
    both: (text) => text.replaceAll(/(?<=GlobalThrottlingPolicy_)[0-9a-f-]{36}/g, "{guid}"),
  },
};
