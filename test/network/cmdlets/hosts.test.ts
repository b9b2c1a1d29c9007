// What the cmdlets of the lab show of servers and domain controllers, whole.
import { describe } from "vitest";
import { session } from "../support.js";

describe("cmdlets of the lab: hosts", () => {
  session([
    [
      "Get-LabHost",
      [
        "",
        "Name             State IPAddress        Site             Role                                   WindowsVersion         ",
        "----             ----- ---------        ----             ----                                   --------------         ",
        "HO-EX2010-MB1    Up    {10.1.1.10}      HeadOffice       {Mailbox, ClientAccess, HubTransport}  Windows Server 2008 R2 ",
        "HO-EX2010-MB2    Up    {10.1.1.11}      HeadOffice       {Mailbox, ClientAccess, HubTransport}  Windows Server 2008 R2 ",
        "BR-EX2010-MB     Up    {10.2.1.12}      BranchOffice     {Mailbox, ClientAccess, HubTransport}  Windows Server 2008 R2 ",
        "HO-DC            Up    {10.1.0.10}      HeadOffice       {DomainController}                     Windows Server 2008 R2 ",
        "BR-DC            Up    {10.2.0.11}      BranchOffice     {DomainController}                     Windows Server 2008 R2 ",
        "",
        "",
      ],
    ],
    [
      "Get-LabHost HO-EX2010-MB1 | fl",
      [
        "",
        "",
        "Name           : HO-EX2010-MB1",
        "Fqdn           : HO-EX2010-MB1.exchangeserverpro.net",
        "State          : Up",
        "IPAddress      : {10.1.1.10}",
        "Site           : HeadOffice",
        "Role           : {Mailbox, ClientAccess, HubTransport}",
        "WindowsVersion : Windows Server 2008 R2",
        "",
        "",
        "",
      ],
    ],
    ["Set-LabHost HO-EX2010-MB2 -Site BranchOffice -WindowsVersion 'Windows Server 2008'", []],
    [
      "Get-LabHost *-MB*",
      [
        "",
        "Name             State IPAddress        Site             Role                                   WindowsVersion         ",
        "----             ----- ---------        ----             ----                                   --------------         ",
        "HO-EX2010-MB1    Up    {10.1.1.10}      HeadOffice       {Mailbox, ClientAccess, HubTransport}  Windows Server 2008 R2 ",
        "HO-EX2010-MB2    Up    {10.2.1.11}      BranchOffice     {Mailbox, ClientAccess, HubTransport}  Windows Server 2008    ",
        "BR-EX2010-MB     Up    {10.2.1.12}      BranchOffice     {Mailbox, ClientAccess, HubTransport}  Windows Server 2008 R2 ",
        "",
        "",
      ],
    ],
    [
      "Set-LabHost HO-EX2010-MB1 -IPAddress 10.2.1.11",
      [
        "Set-LabHost : The address 10.2.1.11 is in use: HO-EX2010-MB2 answers there.",
        "At line:1 char:12",
        "+ Set-LabHost <<<<  HO-EX2010-MB1 -IPAddress 10.2.1.11",
        "    + CategoryInfo          : ResourceExists: (10.2.1.11:String) [Set-LabHost], InvalidOperationException",
        "    + FullyQualifiedErrorId : AddressTaken,EmsEmulator.Lab.SetLabHostCommand",
        " ",
      ],
    ],
    ["Set-LabHost HO-EX2010-MB1 -IPAddress 10.1.1.90", []],
    ["Set-LabHost HO-EX2010-MB1 -Role Mailbox", []],
    ["Stop-LabHost HO-EX2010-MB1", []],
    [
      "Get-LabHost HO-EX2010-MB1",
      [
        "",
        "Name             State IPAddress        Site             Role                                   WindowsVersion         ",
        "----             ----- ---------        ----             ----                                   --------------         ",
        "HO-EX2010-MB1    Down  {10.1.1.90}      HeadOffice       {Mailbox}                              Windows Server 2008 R2 ",
        "",
        "",
      ],
    ],
    [
      "Get-Service MSExchangeIS -ComputerName HO-EX2010-MB1",
      [
        "Get-Service : Cannot open Service Control Manager on computer 'HO-EX2010-MB1'. This operation might require other privi",
        "leges.",
        "At line:1 char:12",
        "+ Get-Service <<<<  MSExchangeIS -ComputerName HO-EX2010-MB1",
        "    + CategoryInfo          : NotSpecified: (:) [Get-Service], InvalidOperationException",
        "    + FullyQualifiedErrorId : System.InvalidOperationException,Microsoft.PowerShell.Commands.GetServiceCommand",
        " ",
      ],
    ],
    ["Start-LabHost HO-EX2010-MB1", []],
    ["(Get-LabHost HO-EX2010-MB1).State", ["Up"]],
    [
      "Set-LabHost HO-DC -Site BranchOffice",
      [
        "Set-LabHost : HO-DC is a domain controller; only Exchange servers can be moved.",
        "At line:1 char:12",
        "+ Set-LabHost <<<<  HO-DC -Site BranchOffice",
        "    + CategoryInfo          : InvalidOperation: (HO-DC:String) [Set-LabHost], InvalidOperationException",
        "    + FullyQualifiedErrorId : NotAllowed,EmsEmulator.Lab.SetLabHostCommand",
        " ",
      ],
    ],
    [
      "Stop-LabHost EX99",
      [
        'Stop-LabHost : There is no server or domain controller "EX99".',
        "At line:1 char:13",
        "+ Stop-LabHost <<<<  EX99",
        "    + CategoryInfo          : ObjectNotFound: (EX99:String) [Stop-LabHost], InvalidOperationException",
        "    + FullyQualifiedErrorId : NotFound,EmsEmulator.Lab.StopLabHostCommand",
        " ",
      ],
    ],
    ["Stop-LabHost HO-DC -WhatIf", ['What if: Performing operation "Stop-LabHost" on Target "HO-DC".']],
  ]);
});
