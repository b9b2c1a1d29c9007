// DnsServer. Tables, questions and that a record exists: consoles recorded by others; the other errors are from memory.
import { describe } from "vitest";
import { session, shellOn } from "../support.js";

describe("Get-DnsServerZone and Get-DnsServerResourceRecord", () => {
  session(
    [
      [
        "Get-DnsServerZone -ComputerName HO-DC",
        [
          "",
          "ZoneName                            ZoneType        IsAutoCreated   IsDsIntegrated  IsReverseLookupZone  IsSigned      ",
          "--------                            --------        -------------   --------------  -------------------  --------      ",
          "0.in-addr.arpa                      Primary         True            False           True                 False         ",
          "1.10.in-addr.arpa                   Primary         False           True            True                 False         ",
          "127.in-addr.arpa                    Primary         True            False           True                 False         ",
          "2.10.in-addr.arpa                   Primary         False           True            True                 False         ",
          "255.in-addr.arpa                    Primary         True            False           True                 False         ",
          "exchangeserverpro.net               Primary         False           True            False                False         ",
          "",
          "",
        ],
      ],
      [
        "Get-DnsServerZone exch* -ComputerName HO-DC | fl ZoneName,ZoneType,DynamicUpdate",
        [
          "",
          "",
          "ZoneName      : exchangeserverpro.net",
          "ZoneType      : Primary",
          "DynamicUpdate : Secure",
          "",
          "",
          "",
        ],
      ],
      [
        "Get-DnsServerZone nowhere.net -ComputerName HO-DC",
        [
          "Get-DnsServerZone : The zone nowhere.net was not found on server HO-DC.",
          "At line:1 char:1",
          "+ Get-DnsServerZone nowhere.net -ComputerName HO-DC",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (nowhere.net:root/Microsoft/...S_DnsServerZone) [Get-DnsServerZone], Cim ",
          "   Exception",
          "    + FullyQualifiedErrorId : WIN32 9601,Get-DnsServerZone",
          " ",
        ],
      ],
      [
        "Get-DnsServerZone",
        [
          "Get-DnsServerZone : Failed to enumerate zones from the server HO-EX2010-MB1.",
          "At line:1 char:1",
          "+ Get-DnsServerZone",
          "+ ~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotSpecified: (HO-EX2010-MB1:root/Microsoft/...S_DnsServerZone) [Get-DnsServerZone], Cim ",
          "   Exception",
          "    + FullyQualifiedErrorId : WIN32 1722,Get-DnsServerZone",
          " ",
        ],
      ],
      [
        "Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net",
        [
          "",
          "HostName                  RecordType Timestamp            TimeToLive      RecordData                                   ",
          "--------                  ---------- ---------            ----------      ----------                                   ",
          "@                         A          6/3/2013 12:00:00 AM 00:20:00        10.1.0.10                                    ",
          "@                         A          6/3/2013 12:00:00 AM 00:20:00        10.2.0.11                                    ",
          "@                         NS         0                    01:00:00        HO-DC.exchangeserverpro.net.                 ",
          "@                         NS         0                    01:00:00        BR-DC.exchangeserverpro.net.                 ",
          "@                         SOA        0                    01:00:00        [1][HO-DC.exchangeserverpro.net.][hostmast...",
          "BR-DC                     A          6/3/2013 12:00:00 AM 00:20:00        10.2.0.11                                    ",
          "BR-EX2010-MB              A          6/3/2013 12:00:00 AM 00:20:00        10.2.1.12                                    ",
          "HO-DC                     A          6/3/2013 12:00:00 AM 00:20:00        10.1.0.10                                    ",
          "HO-EX2010-MB1             A          6/3/2013 12:00:00 AM 00:20:00        10.1.1.10                                    ",
          "HO-EX2010-MB2             A          6/3/2013 12:00:00 AM 00:20:00        10.1.1.11                                    ",
          "",
          "",
        ],
      ],
      [
        "Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -RRType A -Name HO-DC | fl",
        [
          "",
          "",
          "DistinguishedName : DC=HO-DC,DC=exchangeserverpro.net,cn=MicrosoftDNS,DC=DomainDnsZones,DC=exchangeserverpro,DC=net",
          "HostName          : HO-DC",
          "RecordClass       : IN",
          "RecordData        : DnsServerResourceRecordA",
          "RecordType        : A",
          "Timestamp         : 6/3/2013 12:00:00 AM",
          "TimeToLive        : 00:20:00",
          "Type              : 1",
          "PSComputerName    : ",
          "",
          "",
          "",
        ],
      ],
      [
        "Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Node -RRType Ns",
        [
          "",
          "HostName                  RecordType Timestamp            TimeToLive      RecordData                                   ",
          "--------                  ---------- ---------            ----------      ----------                                   ",
          "@                         NS         0                    01:00:00        HO-DC.exchangeserverpro.net.                 ",
          "@                         NS         0                    01:00:00        BR-DC.exchangeserverpro.net.                 ",
          "",
          "",
        ],
      ],
      [
        "Get-DnsServerResourceRecord 1.10.in-addr.arpa -ComputerName HO-DC -RRType Ptr",
        [
          "",
          "HostName                  RecordType Timestamp            TimeToLive      RecordData                                   ",
          "--------                  ---------- ---------            ----------      ----------                                   ",
          "10.0                      PTR        6/3/2013 12:00:00 AM 00:20:00        HO-DC.exchangeserverpro.net.                 ",
          "10.1                      PTR        6/3/2013 12:00:00 AM 00:20:00        HO-EX2010-MB1.exchangeserverpro.net.         ",
          "11.1                      PTR        6/3/2013 12:00:00 AM 00:20:00        HO-EX2010-MB2.exchangeserverpro.net.         ",
          "",
          "",
        ],
      ],
      [
        "Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name nowhere",
        [
          "Get-DnsServerResourceRecord : Failed to get nowhere record in exchangeserverpro.net zone on HO-DC server.",
          "At line:1 char:1",
          "+ Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeser ...",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (nowhere:root/Microsoft/...rResourceRecord) [Get-DnsServerResourceRecord ",
          "   ], CimException",
          "    + FullyQualifiedErrorId : WIN32 9714,Get-DnsServerResourceRecord",
          " ",
        ],
      ],
      [
        "Get-DnsServerResourceRecord nowhere.net -ComputerName HO-DC",
        [
          "Get-DnsServerResourceRecord : Failed to get the zone information for nowhere.net on server HO-DC.",
          "At line:1 char:1",
          "+ Get-DnsServerResourceRecord nowhere.net -ComputerName HO-DC",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (nowhere.net:root/Microsoft/...rResourceRecord) [Get-DnsServerResourceRe ",
          "   cord], CimException",
          "    + FullyQualifiedErrorId : WIN32 9601,Get-DnsServerResourceRecord",
          " ",
        ],
      ],
      [
        "Get-DnsServerResourceRecord exchangeserverpro.net -ComputerName HO-DC -RRType Host",
        [
          "Get-DnsServerResourceRecord : Cannot validate argument on parameter 'RRType'. The argument \"Host\" does not belong to ",
          'the set "HInfo,Afsdb,Atma,Isdn,Key,Mb,Md,Mf,Mg,MInfo,Mr,Mx,NsNxt,Rp,Rt,Wks,X25,A,AAAA,CName,Ptr,Srv,Txt,Wins,WinsR,Ns,S',
          'oa,NasP,NasPtr,DName,Gpos,Loc,DhcId,Naptr,RRSig,DnsKey,DS,NSec,NSec3,NSec3Param" specified by the ValidateSet ',
          "attribute. Supply an argument that is in the set and then try the command again.",
          "At line:1 char:79",
          "+ ... ResourceRecord exchangeserverpro.net -ComputerName HO-DC -RRType Host",
          "+                                                                      ~~~~",
          "    + CategoryInfo          : InvalidData: (:) [Get-DnsServerResourceRecord], ParameterBindingValidationException",
          "    + FullyQualifiedErrorId : ParameterArgumentValidationError,Get-DnsServerResourceRecord",
          " ",
        ],
      ],
      [
        "Get-DnsServerZone -ComputerName nowhere",
        [
          "Get-DnsServerZone : Failed to enumerate zones from the server nowhere.",
          "At line:1 char:1",
          "+ Get-DnsServerZone -ComputerName nowhere",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotSpecified: (nowhere:root/Microsoft/...S_DnsServerZone) [Get-DnsServerZone], CimExcept ",
          "   ion",
          "    + FullyQualifiedErrorId : WIN32 1722,Get-DnsServerZone",
          " ",
        ],
      ],
      [
        "Get-DnsServerResourceRecord exchangeserverpro.net",
        [
          "Get-DnsServerResourceRecord : Failed to get the zone information for exchangeserverpro.net on server HO-EX2010-MB1.",
          "At line:1 char:1",
          "+ Get-DnsServerResourceRecord exchangeserverpro.net",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotSpecified: (exchangeserverpro.net:root/Microsoft/...rResourceRecord) [Get-DnsServerRe ",
          "   sourceRecord], CimException",
          "    + FullyQualifiedErrorId : WIN32 1722,Get-DnsServerResourceRecord",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2012 R2"),
  );
});

describe("the table of Windows Server 2016 and later", () => {
  session(
    [
      [
        'Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name "@"',
        [
          "",
          "HostName                  RecordType Type       Timestamp            TimeToLive      RecordData                        ",
          "--------                  ---------- ----       ---------            ----------      ----------                        ",
          "@                         A          1          6/3/2013 12:00:00 AM 00:20:00        10.1.0.10                         ",
          "@                         A          1          6/3/2013 12:00:00 AM 00:20:00        10.2.0.11                         ",
          "@                         NS         2          0                    01:00:00        HO-DC.exchangeserverpro.net.      ",
          "@                         NS         2          0                    01:00:00        BR-DC.exchangeserverpro.net.      ",
          "@                         SOA        6          0                    01:00:00        [1][HO-DC.exchangeserverpro.net...",
          "",
          "",
        ],
      ],
      [
        "Get-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Name BR-EX2010-MB | Remove-DnsServerResourceRecord -ComputerName HO-DC -ZoneName exchangeserverpro.net -Force -PassThru",
        [
          "",
          "HostName                  RecordType Type       Timestamp            TimeToLive      RecordData                        ",
          "--------                  ---------- ----       ---------            ----------      ----------                        ",
          "BR-EX2010-MB              A          1          6/3/2013 12:00:00 AM 00:20:00        10.2.1.12                         ",
          "",
          "",
        ],
      ],
    ],
    shellOn("Windows Server 2016"),
  );
});

describe("zones are made and removed", () => {
  session(
    [
      [
        "Add-DnsServerPrimaryZone autodiscover.contoso.com -ReplicationScope Domain -ComputerName HO-DC -WhatIf",
        ["What if: Adding DNS zone autodiscover.contoso.com on HO-DC server."],
      ],
      [
        "Add-DnsServerPrimaryZone autodiscover.contoso.com -ReplicationScope Domain -ComputerName HO-DC -PassThru",
        [
          "",
          "ZoneName                            ZoneType        IsAutoCreated   IsDsIntegrated  IsReverseLookupZone  IsSigned      ",
          "--------                            --------        -------------   --------------  -------------------  --------      ",
          "autodiscover.contoso.com            Primary         False           True            False                False         ",
          "",
          "",
        ],
      ],
      [
        'Add-DnsServerResourceRecordA autodiscover.contoso.com "@" 10.1.0.50 -ComputerName HO-DC; (Resolve-DnsName autodiscover.contoso.com).IPAddress',
        ["10.1.0.50"],
      ],
      [
        "Add-DnsServerPrimaryZone autodiscover.contoso.com -ReplicationScope Domain -ComputerName HO-DC",
        [
          "Add-DnsServerPrimaryZone : Failed to create zone autodiscover.contoso.com on server HO-DC.",
          "At line:1 char:1",
          "+ Add-DnsServerPrimaryZone autodiscover.contoso.com -ReplicationScope D ...",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceExists: (autodiscover.contoso.com:root/Microsoft/...rverPrimaryZone) [Add-DnsSer ",
          "   verPrimaryZone], CimException",
          "    + FullyQualifiedErrorId : WIN32 9609,Add-DnsServerPrimaryZone",
          " ",
        ],
      ],
      [
        "Add-DnsServerPrimaryZone -NetworkId 192.168.1.0/24 -ReplicationScope Domain -ComputerName HO-DC; (Get-DnsServerZone *168* -ComputerName HO-DC).ZoneName",
        ["1.168.192.in-addr.arpa"],
      ],
      [
        "Add-DnsServerPrimaryZone -NetworkId 192.168.1.0/25 -ReplicationScope Domain -ComputerName HO-DC",
        [
          "Add-DnsServerPrimaryZone : The emulator does not run Add-DnsServerPrimaryZone -NetworkId 192.168.1.0/25. Give one of ",
          "/8, /16, /24.",
          "At line:1 char:1",
          "+ Add-DnsServerPrimaryZone -NetworkId 192.168.1.0/25 -ReplicationScope  ...",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotImplemented: (:) [Add-DnsServerPrimaryZone], RuntimeException",
          "    + FullyQualifiedErrorId : NotEmulated,Add-DnsServerPrimaryZone",
          " ",
        ],
      ],
      [
        "Remove-DnsServerZone autodiscover.contoso.com -ComputerName HO-DC",
        [
          "",
          "Confirm",
          "Removing zone autodiscover.contoso.com from HO-DC server. Do you want to continue?",
          '[Y] Yes  [N] No  [S] Suspend  [?] Help (default is "Y"): n',
        ],
      ],
      [
        "Remove-DnsServerZone autodiscover.contoso.com -ComputerName HO-DC -Force; Clear-DnsClientCache; Resolve-DnsName autodiscover.contoso.com",
        [
          "Resolve-DnsName : autodiscover.contoso.com : DNS name does not exist",
          "At line:1 char:97",
          "+ ... Force; Clear-DnsClientCache; Resolve-DnsName autodiscover.contoso.com",
          "+                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceUnavailable: (autodiscover.contoso.com:String) [Resolve-DnsName], Win32Exception",
          "    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName",
          " ",
        ],
      ],
      [
        "Remove-DnsServerZone exchangeserverpro.net -ComputerName HO-DC -Force",
        [
          "Remove-DnsServerZone : The emulator does not run Remove-DnsServerZone for exchangeserverpro.net. The zone follows from ",
          "the domains and sites.",
          "At line:1 char:1",
          "+ Remove-DnsServerZone exchangeserverpro.net -ComputerName HO-DC -Force",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotImplemented: (:) [Remove-DnsServerZone], RuntimeException",
          "    + FullyQualifiedErrorId : NotEmulated,Remove-DnsServerZone",
          " ",
        ],
      ],
      [
        "Remove-DnsServerZone nowhere.net -ComputerName HO-DC -Force",
        [
          "Remove-DnsServerZone : Failed to get the zone information for nowhere.net on server HO-DC.",
          "At line:1 char:1",
          "+ Remove-DnsServerZone nowhere.net -ComputerName HO-DC -Force",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (nowhere.net:root/Microsoft/...S_DnsServerZone) [Remove-DnsServerZone],  ",
          "   CimException",
          "    + FullyQualifiedErrorId : WIN32 9601,Remove-DnsServerZone",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2012 R2", { edition: "PowerShell5", answers: ["n"] }),
  );
});
