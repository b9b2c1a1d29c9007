// SendConnector: the table of its properties, its identities, address spaces, what New makes of what is left out.
import { describe, test } from "vitest";
import { sendConnector, sendConnectorVerbs } from "../../../src/exchange/transport/send-connector.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const noun = { noun: sendConnector, verbs: sendConnectorVerbs };
const made = { before: ["New-SendConnector Internet -AddressSpaces *"], identity: "Internet" };

roundTripsOf(noun, {
  ...made,
  samples: {
    AddressSpaces: ["'*.fabrikam.com;5',contoso.com", "{SMTP:*.fabrikam.com;5, SMTP:contoso.com;1}"],
    SmartHosts: ["10.1.1.1,relay.fabrikam.com", "{[10.1.1.1], relay.fabrikam.com}"],
    SourceTransportServers: ["BR-EX2010-MB,HO-EX2010-MB1", "{BR-EX2010-MB, HO-EX2010-MB1}"],
    SourceIPAddress: ["10.1.1.9", "10.1.1.9"],
    Fqdn: ["mail.fabrikam.com", "mail.fabrikam.com"],
    LinkedReceiveConnector: ["'HO-EX2010-MB1\\Client HO-EX2010-MB1'", "HO-EX2010-MB1\\Client HO-EX2010-MB1"],
  },
  // Without smart hosts DNS cannot be given up; the credential is an object: below.
  except: ["DNSRoutingEnabled", "AuthenticationCredential"],
});
identitiesOf(noun, made);

describe("New-SendConnector", () => {
  test("routes by DNS when it gets no smart hosts, from the server it runs on", () => {
    expectSaid(
      startShell(),
      "New-SendConnector -Name Internet -Usage Internet -AddressSpaces *",
      `
Identity                                AddressSpaces                           Enabled
--------                                -------------                           -------
Internet                                {SMTP:*;1}                              True`,
    );
  });

  test("with smart hosts it does not; the whole list", () => {
    const shell = startShell();
    type(
      shell,
      "New-SendConnector Relay -Custom -AddressSpaces 'SMTP:*.fabrikam.com;10',Local:contoso.com -SmartHosts 10.10.1.1,relay.fabrikam.com -SourceTransportServers HO-EX2010-MB2,BR-EX2010-MB -Comment 'Partners'",
    );
    expectSaid(
      shell,
      "Get-SendConnector Relay | fl",
      `
AddressSpaces                : {SMTP:*.fabrikam.com;10, Local:SMTP:contoso.com;1}
AuthenticationCredential     :
Comment                      : Partners
ConnectedDomains             : {}
ConnectionInactivityTimeOut  : 00:10:00
DNSRoutingEnabled            : False
DomainSecureEnabled          : False
Enabled                      : True
ErrorPolicies                : Default
ForceHELO                    : False
Fqdn                         :
HomeMTA                      : Microsoft MTA
HomeMtaServerId              : HO-EX2010-MB2
Identity                     : Relay
IgnoreSTARTTLS               : False
IsScopedConnector            : False
IsSmtpConnector              : True
LinkedReceiveConnector       :
MaxMessageSize               : 10 MB (10,485,760 bytes)
Name                         : Relay
Port                         : 25
ProtocolLoggingLevel         : None
RequireOorg                  : False
RequireTLS                   : False
SmartHostAuthMechanism       : None
SmartHosts                   : {[10.10.1.1], relay.fabrikam.com}
SmartHostsString             : [10.10.1.1],relay.fabrikam.com
SmtpMaxMessagesPerConnection : 20
SourceIPAddress              : 0.0.0.0
SourceRoutingGroup           : Exchange Routing Group (DWBGZMFD01QNBJR)
SourceTransportServers       : {HO-EX2010-MB2, BR-EX2010-MB}
TlsAuthLevel                 :
TlsDomain                    :
UseExternalDNSServersEnabled : False`,
    );
    expectSaid(
      shell,
      "(Get-SendConnector Relay).AddressSpaces | ft Type,Address,Cost,IncludeSubDomains -auto",
      `
Type Address        Cost IncludeSubDomains
---- -------        ---- -----------------
SMTP *.fabrikam.com   10              True
SMTP contoso.com       1             False`,
    );
    expectSaid(
      shell,
      "Get-SendConnector Relay | select DistinguishedName | fl",
      `
DistinguishedName : CN=Relay,CN=Connections,CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing Groups,CN=Exchange A
                    dministrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=Exchange Server Pro,CN=Microsoft
                    Exchange,CN=Services,CN=Configuration,DC=exchangeserverpro,DC=net`,
    );
  });

  test("what won't do", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-SendConnector X -AddressSpaces * -DNSRoutingEnabled $false",
      `
If you don't use DNS routing, you must specify at least one smart host with the SmartHosts parameter.
    + CategoryInfo          : InvalidArgument: (0:Int32) [New-SendConnector], SendConnectorSmartHostsNotFoundException
    + FullyQualifiedErrorId : 49CD14A7,Microsoft.Exchange.Management.SystemConfigurationTasks.NewSendConnector`,
    );
  });
});

describe("the others", () => {
  test("-SmartHosts together with -DNSRoutingEnabled; $null is refused while DNS is not used", () => {
    const shell = startShell();
    type(shell, ...made.before, "Set-SendConnector Internet -SmartHosts 10.1.1.1 -DNSRoutingEnabled $false");
    expectSaid(
      shell,
      "Get-SendConnector | ft DNSRoutingEnabled,SmartHosts -auto",
      `
DNSRoutingEnabled SmartHosts
----------------- ----------
            False {[10.1.1.1]}`,
    );
  });

  test("the credential keeps the account", () => {
    const shell = startShell();
    type(
      shell,
      ...made.before,
      "$c = New-Object System.Management.Automation.PSCredential 'relay\\exch',(ConvertTo-SecureString x -AsPlainText -Force)",
      "Set-SendConnector Internet -AuthenticationCredential $c -SmartHostAuthMechanism BasicAuth -SmartHosts 10.1.1.1",
    );
    expectSaid(shell, "(Get-SendConnector Internet).AuthenticationCredential.UserName", "relay\\exch");
  });

  test("Remove asks; the question is from memory", () => {
    const shell = startShell({ answers: ["y"] });
    type(shell, ...made.before);
    expectSaid(
      shell,
      "Remove-SendConnector Internet",
      `
Confirm
Are you sure you want to perform this action?
Removing Send connector "Internet".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    expectSaid(shell, "Get-SendConnector", "");
  });
});
