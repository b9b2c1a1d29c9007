// DnsServer. Tables, questions and that a record exists: consoles recorded by others; the other errors are from memory.
import { describe } from "vitest";
import { session, shellOn } from "../support.js";

describe("records are added, changed and removed", () => {
  session(
    [
      [
        "Add-DnsServerResourceRecordA -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name outlook -IPv4Address 10.1.0.50 -TimeToLive 00:05:00 -WhatIf",
        ["What if: Adding DNS resource record outlook of type A in zone exchangeserverpro.net on HO-DC server."],
      ],
      [
        "Add-DnsServerResourceRecordA -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name outlook -IPv4Address 10.1.0.50, 10.1.0.51 -TimeToLive 00:05:00 -CreatePtr -PassThru",
        [
          "",
          "HostName                  RecordType Timestamp            TimeToLive      RecordData                                   ",
          "--------                  ---------- ---------            ----------      ----------                                   ",
          "outlook                   A          0                    00:05:00        10.1.0.50                                    ",
          "outlook                   A          0                    00:05:00        10.1.0.51                                    ",
          "",
          "",
        ],
      ],
      [
        "Resolve-DnsName outlook",
        [
          "",
          "Name                                           Type   TTL   Section    IPAddress                                ",
          "----                                           ----   ---   -------    ---------                                ",
          "outlook.exchangeserverpro.net                  A      300   Answer     10.1.0.50                                ",
          "outlook.exchangeserverpro.net                  A      300   Answer     10.1.0.51                                ",
          "",
          "",
        ],
      ],
      ["Resolve-DnsName 10.1.0.50 | % { $_.NameHost }", ["outlook.exchangeserverpro.net"]],
      [
        "Add-DnsServerResourceRecordA -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name outlook -IPv4Address 10.1.0.50",
        [
          "Add-DnsServerResourceRecordA : Failed to create resource record outlook in zone exchangeserverpro.net on server HO-DC.",
          "At line:1 char:1",
          "+ Add-DnsServerResourceRecordA -ComputerName HO-DC -ZoneName exchangese ...",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceExists: (outlook:root/Microsoft/...ResourceRecordA) [Add-DnsServerResourceRecord ",
          "   A], CimException",
          "    + FullyQualifiedErrorId : WIN32 9711,Add-DnsServerResourceRecordA",
          " ",
        ],
      ],
      [
        "Add-DnsServerResourceRecordA -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name far -IPv4Address 192.168.0.1 -CreatePtr",
        [
          "Add-DnsServerResourceRecordA : Failed to create PTR record. Resource record far in zone exchangeserverpro.net on ",
          "server HO-DC is created successfully, but corresponding PTR record could not be created.",
          "At line:1 char:1",
          "+ Add-DnsServerResourceRecordA -ComputerName HO-DC -ZoneName exchangese ...",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (far:root/Microsoft/...ResourceRecordA) [Add-DnsServerResourceRecordA],  ",
          "   CimException",
          "    + FullyQualifiedErrorId : WIN32 9601,Add-DnsServerResourceRecordA",
          " ",
        ],
      ],
      [
        "Add-DnsServerResourceRecordCName -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name mail -HostNameAlias outlook.exchangeserverpro.net.",
        [],
      ],
      [
        "Add-DnsServerResourceRecordCName -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name outlook -HostNameAlias mail.exchangeserverpro.net",
        [
          "Add-DnsServerResourceRecordCName : Failed to create resource record outlook in zone exchangeserverpro.net on server ",
          "HO-DC.",
          "At line:1 char:1",
          "+ Add-DnsServerResourceRecordCName -ComputerName HO-DC -ZoneName exchan ...",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotSpecified: (outlook:root/Microsoft/...urceRecordCName) [Add-DnsServerResourceRecordCN ",
          "   ame], CimException",
          "    + FullyQualifiedErrorId : WIN32 9709,Add-DnsServerResourceRecordCName",
          " ",
        ],
      ],
      [
        'Add-DnsServerResourceRecord -CName -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name webmail -HostNameAlias mail.exchangeserverpro.net; Add-DnsServerResourceRecord -MX -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name "@" -MailExchange mail.exchangeserverpro.net -Preference 10; Add-DnsServerResourceRecord -Srv -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name _autodiscover._tcp -DomainName mail.exchangeserverpro.net -Priority 0 -Weight 0 -Port 443; Add-DnsServerResourceRecord -Txt -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name "@" -DescriptiveText "v=spf1 mx -all"',
        [],
      ],
      [
        'Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net | ? { "Mx", "Srv", "Txt", "CName" -contains $_.RecordType }',
        [
          "",
          "HostName                  RecordType Timestamp            TimeToLive      RecordData                                   ",
          "--------                  ---------- ---------            ----------      ----------                                   ",
          "@                         MX         0                    01:00:00        [10][mail.exchangeserverpro.net.]            ",
          "@                         TXT        0                    01:00:00        v=spf1 mx -all                               ",
          "_autodiscover._tcp        SRV        0                    01:00:00        [0][0][443][mail.exchangeserverpro.net.]     ",
          "mail                      CNAME      0                    01:00:00        outlook.exchangeserverpro.net.               ",
          "webmail                   CNAME      0                    01:00:00        mail.exchangeserverpro.net.                  ",
          "",
          "",
        ],
      ],
      [
        "Resolve-DnsName _autodiscover._tcp.exchangeserverpro.net -Type SRV",
        [
          "",
          "Name                                     Type   TTL   Section    NameTarget                     Priority Weight Port",
          "----                                     ----   ---   -------    ----------                     -------- ------ ----",
          "_autodiscover._tcp.exchangeserverpro.net SRV    3600  Answer     mail.exchangeserverpro.net     0        0      443 ",
          "",
          "",
        ],
      ],
      [
        "Resolve-DnsName exchangeserverpro.net -Type TXT",
        [
          "",
          "Name                                     Type   TTL   Section    Strings                                  ",
          "----                                     ----   ---   -------    -------                                  ",
          "exchangeserverpro.net                    TXT    3600  Answer     {v=spf1 mx -all}                         ",
          "",
          "",
        ],
      ],
      [
        '$old = Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name outlook | ? { $_.RecordData.IPv4Address -eq "10.1.0.50" }; $new = $old.Clone(); $new.TimeToLive = [timespan]::FromMinutes(1); $new.RecordData.IPv4Address = [ipaddress]"10.1.0.60"; $old.RecordData.IPv4Address.IPAddressToString',
        ["10.1.0.50"],
      ],
      [
        "Set-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -NewInputObject $new -OldInputObject $old -PassThru",
        [
          "",
          "HostName                  RecordType Timestamp            TimeToLive      RecordData                                   ",
          "--------                  ---------- ---------            ----------      ----------                                   ",
          "outlook                   A          0                    00:01:00        10.1.0.60                                    ",
          "",
          "",
        ],
      ],
      [
        "Set-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -NewInputObject $new -OldInputObject $old",
        [
          "Set-DnsServerResourceRecord : Failed to update resource record outlook in zone exchangeserverpro.net on server HO-DC.",
          "At line:1 char:1",
          "+ Set-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeser ...",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (outlook:root/Microsoft/...rResourceRecord) [Set-DnsServerResourceRecord ",
          "   ], CimException",
          "    + FullyQualifiedErrorId : WIN32 9714,Set-DnsServerResourceRecord",
          " ",
        ],
      ],
      [
        "Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name outlook -RRType A -RecordData 10.1.0.60 -Force -PassThru",
        [
          "",
          "HostName                  RecordType Timestamp            TimeToLive      RecordData                                   ",
          "--------                  ---------- ---------            ----------      ----------                                   ",
          "outlook                   A          0                    00:01:00        10.1.0.60                                    ",
          "",
          "",
        ],
      ],
      [
        "Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name mail | Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Force; Resolve-DnsName mail -Type CNAME",
        [
          "Resolve-DnsName : mail : DNS name does not exist",
          "At line:1 char:185",
          "+ ... neName exchangeserverpro.net -Force; Resolve-DnsName mail -Type CNAME",
          "+                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceUnavailable: (mail:String) [Resolve-DnsName], Win32Exception",
          "    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName",
          " ",
        ],
      ],
      [
        "Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name mail -RRType CName -Force",
        [
          "Remove-DnsServerResourceRecord : Failed to get mail record in exchangeserverpro.net zone on HO-DC server.",
          "At line:1 char:1",
          "+ Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchange ...",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (mail:root/Microsoft/...rResourceRecord) [Remove-DnsServerResourceRecord ",
          "   ], CimException",
          "    + FullyQualifiedErrorId : WIN32 9714,Remove-DnsServerResourceRecord",
          " ",
        ],
      ],
      [
        "Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -RRType Soa | Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Force",
        [
          "Remove-DnsServerResourceRecord : The emulator does not run Remove-DnsServerResourceRecord for SOA records. They follow ",
          "from the domain controllers.",
          "At line:1 char:95",
          "+ ... RType Soa | Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneN ...",
          "+                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotImplemented: (:) [Remove-DnsServerResourceRecord], RuntimeException",
          "    + FullyQualifiedErrorId : NotEmulated,Remove-DnsServerResourceRecord",
          " ",
        ],
      ],
      ["Clear-DnsServerCache -ComputerName HO-DC -Force", []],
      [
        "Clear-DnsServerCache -Force",
        [
          "Clear-DnsServerCache : Failed to clear the cache of DNS server HO-EX2010-MB1.",
          "At line:1 char:1",
          "+ Clear-DnsServerCache -Force",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotSpecified: (HO-EX2010-MB1:root/Microsoft/..._DnsServerCache) [Clear-DnsServerCache],  ",
          "   CimException",
          "    + FullyQualifiedErrorId : WIN32 1722,Clear-DnsServerCache",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2012 R2"),
  );
});

describe("a removal is asked for", () => {
  session(
    [
      [
        "Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name HO-EX2010-MB2 -RRType A",
        [
          "",
          "Confirm",
          "Removing DNS resource record set by name HO-EX2010-MB2 of type A from zone exchangeserverpro.net on HO-DC server. Do ",
          "you want to continue?",
          '[Y] Yes  [N] No  [S] Suspend  [?] Help (default is "Y"): n',
        ],
      ],
      [
        "(Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name HO-EX2010-MB2).HostName",
        ["HO-EX2010-MB2"],
      ],
      [
        "Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name HO-EX2010-MB2 -RRType A",
        [
          "",
          "Confirm",
          "Removing DNS resource record set by name HO-EX2010-MB2 of type A from zone exchangeserverpro.net on HO-DC server. Do ",
          "you want to continue?",
          '[Y] Yes  [N] No  [S] Suspend  [?] Help (default is "Y"): y',
        ],
      ],
      [
        "Resolve-DnsName HO-EX2010-MB2",
        [
          "Resolve-DnsName : HO-EX2010-MB2 : DNS name does not exist",
          "At line:1 char:1",
          "+ Resolve-DnsName HO-EX2010-MB2",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceUnavailable: (HO-EX2010-MB2:String) [Resolve-DnsName], Win32Exception",
          "    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2012 R2", { edition: "PowerShell5", answers: ["n", "y"] }),
  );
});
