// Which commands the version of Windows of the console's machine has, in each generation of shells.
import { describe } from "vitest";
import { session, shellOn } from "../support.js";

describe("Windows Server 2008 R2 with PowerShell 2.0", () => {
  session(
    [
      [
        "Resolve-DnsName HO-DC",
        [
          "The term 'Resolve-DnsName' is not recognized as the name of a cmdlet, function, script file, or operable program. Check",
          " the spelling of the name, or if a path was included, verify that the path is correct and try again.",
          "At line:1 char:16",
          "+ Resolve-DnsName <<<<  HO-DC",
          "    + CategoryInfo          : ObjectNotFound: (Resolve-DnsName:String) [], CommandNotFoundException",
          "    + FullyQualifiedErrorId : CommandNotFoundException",
          " ",
        ],
      ],
      [
        "Test-NetConnection HO-DC",
        [
          "The term 'Test-NetConnection' is not recognized as the name of a cmdlet, function, script file, or operable program. Ch",
          "eck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
          "At line:1 char:19",
          "+ Test-NetConnection <<<<  HO-DC",
          "    + CategoryInfo          : ObjectNotFound: (Test-NetConnection:String) [], CommandNotFoundException",
          "    + FullyQualifiedErrorId : CommandNotFoundException",
          " ",
        ],
      ],
      [
        "Import-Module DnsClient",
        [
          "Import-Module : The specified module 'DnsClient' was not loaded because no valid module file was found in any module di",
          "rectory.",
          "At line:1 char:14",
          "+ Import-Module <<<<  DnsClient",
          "    + CategoryInfo          : ResourceUnavailable: (DnsClient:String) [Import-Module], FileNotFoundException",
          "    + FullyQualifiedErrorId : Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand",
          " ",
        ],
      ],
      [
        'foreach ($name in "Resolve-DnsName", "Get-DnsClientCache", "Get-DnsServerZone", "Get-NetIPAddress", "Test-NetConnection", "tnc", "Test-Connection", "Stop-Computer") { if (Get-Command $name -ErrorAction SilentlyContinue) { $name } }',
        ["Test-Connection", "Stop-Computer"],
      ],
    ],
    shellOn("Windows Server 2008 R2", { edition: "Exchange2010" }),
  );
});

describe("Windows Server 2008 R2 with Windows PowerShell 5.1", () => {
  session(
    [
      [
        "Resolve-DnsName HO-DC",
        [
          "Resolve-DnsName : The term 'Resolve-DnsName' is not recognized as the name of a cmdlet, function, script file, or ",
          "operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try ",
          "again.",
          "At line:1 char:1",
          "+ Resolve-DnsName HO-DC",
          "+ ~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (Resolve-DnsName:String) [], CommandNotFoundException",
          "    + FullyQualifiedErrorId : CommandNotFoundException",
          " ",
        ],
      ],
      [
        "tnc HO-DC",
        [
          "tnc : The term 'tnc' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the ",
          "spelling of the name, or if a path was included, verify that the path is correct and try again.",
          "At line:1 char:1",
          "+ tnc HO-DC",
          "+ ~~~",
          "    + CategoryInfo          : ObjectNotFound: (tnc:String) [], CommandNotFoundException",
          "    + FullyQualifiedErrorId : CommandNotFoundException",
          " ",
        ],
      ],
      [
        'foreach ($name in "Resolve-DnsName", "Get-DnsClientCache", "Get-DnsServerZone", "Get-NetIPAddress", "Test-NetConnection", "tnc", "Test-Connection", "Stop-Computer") { if (Get-Command $name -ErrorAction SilentlyContinue) { $name } }',
        ["Test-Connection", "Stop-Computer"],
      ],
    ],
    shellOn("Windows Server 2008 R2"),
  );
});

describe("Windows Server 2012", () => {
  session(
    [
      [
        'foreach ($name in "Resolve-DnsName", "Get-DnsClientCache", "Get-DnsServerZone", "Get-NetIPAddress", "Test-NetConnection", "tnc", "Test-Connection", "Stop-Computer") { if (Get-Command $name -ErrorAction SilentlyContinue) { $name } }',
        [
          "Resolve-DnsName",
          "Get-DnsClientCache",
          "Get-DnsServerZone",
          "Get-NetIPAddress",
          "Test-Connection",
          "Stop-Computer",
        ],
      ],
      [
        "Test-NetConnection HO-DC",
        [
          "Test-NetConnection : The term 'Test-NetConnection' is not recognized as the name of a cmdlet, function, script file, ",
          "or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and ",
          "try again.",
          "At line:1 char:1",
          "+ Test-NetConnection HO-DC",
          "+ ~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (Test-NetConnection:String) [], CommandNotFoundException",
          "    + FullyQualifiedErrorId : CommandNotFoundException",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2012"),
  );
});

describe("Windows Server 2012 R2", () => {
  session(
    [
      [
        'foreach ($name in "Resolve-DnsName", "Get-DnsClientCache", "Get-DnsServerZone", "Get-NetIPAddress", "Test-NetConnection", "tnc", "Test-Connection", "Stop-Computer") { if (Get-Command $name -ErrorAction SilentlyContinue) { $name } }',
        [
          "Resolve-DnsName",
          "Get-DnsClientCache",
          "Get-DnsServerZone",
          "Get-NetIPAddress",
          "Test-NetConnection",
          "tnc",
          "Test-Connection",
          "Stop-Computer",
        ],
      ],
      [
        "Get-Command Resolve-DnsName, Test-NetConnection, tnc",
        [
          "",
          "CommandType     Name                                               Version    Source                                   ",
          "-----------     ----                                               -------    ------                                   ",
          "Cmdlet          Resolve-DnsName                                    1.0.0.0    DnsClient                                ",
          "Function        Test-NetConnection                                 1.0.0.0    NetTCPIP                                 ",
          "Alias           tnc -> Test-NetConnection                                                                              ",
          "",
          "",
        ],
      ],
      [
        "Get-Command -Noun DnsClientCache, DnsServer* | % { $_.Name }",
        [
          "Add-DnsServerPrimaryZone",
          "Add-DnsServerResourceRecord",
          "Add-DnsServerResourceRecordA",
          "Add-DnsServerResourceRecordCName",
          "Add-DnsServerResourceRecordMX",
          "Add-DnsServerResourceRecordPtr",
          "Clear-DnsClientCache",
          "Clear-DnsServerCache",
          "Get-DnsClientCache",
          "Get-DnsServerResourceRecord",
          "Get-DnsServerZone",
          "Remove-DnsServerResourceRecord",
          "Remove-DnsServerZone",
          "Set-DnsServerResourceRecord",
        ],
      ],
      [
        'Get-Module -ListAvailable Dns*, Net* | % { "$($_.Name) $($_.ExportedCommands.Count)" }',
        ["DnsClient 4", "DnsServer 12", "NetTCPIP 3", "NetworkLoadBalancingClusters 8"],
      ],
    ],
    shellOn("Windows Server 2012 R2"),
  );
});

describe("Windows Server 2012 R2 with PowerShell 2.0: after Import-Module", () => {
  session(
    [
      [
        'foreach ($name in "Resolve-DnsName", "Get-DnsClientCache", "Get-DnsServerZone", "Get-NetIPAddress", "Test-NetConnection", "tnc", "Test-Connection", "Stop-Computer") { if (Get-Command $name -ErrorAction SilentlyContinue) { $name } }',
        ["Test-Connection", "Stop-Computer"],
      ],
      ["Import-Module DnsClient, NetTCPIP", []],
      [
        'foreach ($name in "Resolve-DnsName", "Get-DnsClientCache", "Get-DnsServerZone", "Get-NetIPAddress", "Test-NetConnection", "tnc", "Test-Connection", "Stop-Computer") { if (Get-Command $name -ErrorAction SilentlyContinue) { $name } }',
        [
          "Resolve-DnsName",
          "Get-DnsClientCache",
          "Get-NetIPAddress",
          "Test-NetConnection",
          "tnc",
          "Test-Connection",
          "Stop-Computer",
        ],
      ],
      ["(Resolve-DnsName HO-DC).IPAddress", ["10.1.0.10"]],
      [
        '(Get-Command -Noun Dns* | % { $_.Name }) -join ","',
        ["Clear-DnsClientCache,Get-DnsClientCache,Get-DnsClientServerAddress,Resolve-DnsName"],
      ],
    ],
    shellOn("Windows Server 2012 R2", { edition: "Exchange2010" }),
  );
});

describe("Windows Server 2019 with PowerShell 7", () => {
  session(
    [
      [
        'foreach ($name in "Resolve-DnsName", "Get-DnsClientCache", "Get-DnsServerZone", "Get-NetIPAddress", "Test-NetConnection", "tnc", "Test-Connection", "Stop-Computer") { if (Get-Command $name -ErrorAction SilentlyContinue) { $name } }',
        [
          "Resolve-DnsName",
          "Get-DnsClientCache",
          "Get-DnsServerZone",
          "Get-NetIPAddress",
          "Test-NetConnection",
          "tnc",
          "Test-Connection",
          "Stop-Computer",
        ],
      ],
      [
        "Resolve-DnsName HO-DC",
        [
          "",
          "Name                                           Type   TTL   Section    IPAddress",
          "----                                           ----   ---   -------    ---------",
          "HO-DC.exchangeserverpro.net                    A      1200  Answer     10.1.0.10",
          "",
        ],
      ],
    ],
    shellOn("Windows Server 2019", { edition: "PowerShell7" }),
  );
});
