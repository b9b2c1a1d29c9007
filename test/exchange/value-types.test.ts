import { describe, test } from "vitest";
import { expectSaid, startShell, type } from "./support.js";

/** What values are made of, in the order in which exported objects of Exchange 2016 and 2019 hold it. */
const parts: readonly [value: string, text: string][] = [
  [
    "(Get-Mailbox alan.reid).Database",
    `
IsDeleted         : False
Rdn               : CN=MB-HO-01
Parent            : Databases
Depth             : 8
DistinguishedName : CN=MB-HO-01,CN=Databases,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Group
                    s,CN=Exchange Server Pro,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=exchangeserverpro,DC
                    =net
IsRelativeDn      : False
DomainId          : exchangeserverpro.net
PartitionGuid     : 59ce2f71-eaa2-4ddf-a4fa-f25069d0b324
PartitionFQDN     : exchangeserverpro.net
ObjectGuid        : GUID
Name              : MB-HO-01`,
  ],
  [
    "(Get-MailboxDatabase MB-HO-01).MailboxRetention",
    `
Days              : 30
Hours             : 0
Milliseconds      : 0
Minutes           : 0
Seconds           : 0
Ticks             : 25920000000000
TotalDays         : 30
TotalHours        : 720
TotalMilliseconds : 2592000000
TotalMinutes      : 43200
TotalSeconds      : 2592000
Sign              : 1`,
  ],
  [
    "(Get-ExchangeServer HO-EX2010-MB1).AdminDisplayVersion",
    `
Major                     : 14
Minor                     : 3
Build                     : 123
Revision                  : 4
FilePatchLevelDescription :`,
  ],
  [
    "(Get-ExchangeServer HO-EX2010-MB1).ExchangeVersion",
    `
NextMajorVersion : 1.0 (0.0.0.0)
NextMinorVersion : 0.2 (0.0.0.0)
Major            : 0
Minor            : 1
ExchangeBuild    : 8.0.535.0`,
  ],
  [
    "(Get-Mailbox alan.reid).PrimarySmtpAddress",
    `
Length         : 31
Local          : alan.reid
Domain         : exchangeserverpro.net
Address        : alan.reid@exchangeserverpro.net
IsUTF8         : False
IsValidAddress : True`,
  ],
  [
    "(Get-ReceiveConnector 'HO-EX2010-MB1\\Default HO-EX2010-MB1').Bindings[1]",
    `
Port          : 25
AddressFamily : InterNetwork
Address       : 0.0.0.0`,
  ],
  [
    "(New-SendConnector Out -AddressSpaces 'SMTP:*.contoso.com;7' -DNSRoutingEnabled $false -SmartHosts 10.1.1.1).AddressSpaces",
    `
Address           : *.contoso.com
Type              : SMTP
Cost              : 7
IncludeSubDomains : True
Domain            : contoso.com
IsSmtpType        : True
IsX400Type        : False
X400Address       :
IsLocal           : False`,
  ],
];

describe("the parts of Exchange's values", () => {
  test.each(parts)("%s", (value, text) => {
    const shell = startShell();
    type(shell, `$shown = ${value} | fl | Out-String`);
    expectSaid(shell, "$shown -replace '(?m)^(ObjectGuid +: ).+$', '$1GUID'", text);
  });
});
