// Stop-Computer, Restart-Computer, and services of other machines: what they say, and what becomes of those who are connected. Words of Restart-Computer since 3.0: consoles recorded by others; the others are from memory.
import { describe } from "vitest";
import { session, shellOn } from "../support.js";

describe("Stop-Computer and Restart-Computer in 5.1", () => {
  session(
    [
      // Outlook Anywhere wants a certificate that clients trust.
      ["Install-LabCertificate HO-EX2010-MB1 ho-ex2010-mb1.exchangeserverpro.net", []],
      [
        'New-LabOutlook alan.reid -Version 2010 | Out-Null; Get-LabConnection | % { "$($_.Type) $($_.Status) $($_.ServedBy)" }',
        ["Directory Established HO-EX2010-MB1", "Mail Established HO-EX2010-MB1"],
      ],
      [
        "Stop-Computer HO-EX2010-MB2 -WhatIf",
        ['What if: Performing the operation "Stop-Computer" on target "HO-EX2010-MB2".'],
      ],
      [
        "Stop-Computer -WhatIf",
        ['What if: Performing the operation "Stop-Computer" on target "localhost (HO-EX2010-MB1)".'],
      ],
      [
        "Restart-Computer HO-EX2010-MB2 -WhatIf",
        [
          'What if: Performing the operation "Enable the Remote shutdown access rights and restart the computer." on target "HO-EX2010-MB2".',
        ],
      ],
      ["Restart-Computer HO-EX2010-MB2; (Get-LabHost HO-EX2010-MB2).State", ["Down"]],
      [
        "Restart-Computer HO-EX2010-MB2",
        [
          "Restart-Computer : Failed to restart the computer HO-EX2010-MB2 with the following error message: The RPC server is ",
          "unavailable. (Exception from HRESULT: 0x800706BA).",
          "At line:1 char:1",
          "+ Restart-Computer HO-EX2010-MB2",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : OperationStopped: (HO-EX2010-MB2:String) [Restart-Computer], InvalidOperationException",
          "    + FullyQualifiedErrorId : RestartcomputerFailed,Microsoft.PowerShell.Commands.RestartComputerCommand",
          " ",
        ],
      ],
      ["Start-Sleep 119; (Get-LabHost HO-EX2010-MB2).State", ["Down"]],
      ["Start-Sleep 1; (Get-LabHost HO-EX2010-MB2).State", ["Up"]],
      [
        "$before = Get-Date; Restart-Computer HO-EX2010-MB2 -Wait -Force; ((Get-Date) - $before).TotalSeconds; (Get-LabHost HO-EX2010-MB2).State",
        ["120", "Up"],
      ],
      [
        "Restart-Computer HO-EX2010-MB2 -Wait -Timeout 60",
        [
          "Restart-Computer : Failed to restart the computer HO-EX2010-MB2 with the following error message: it was not back ",
          "after 60 seconds.",
          "At line:1 char:1",
          "+ Restart-Computer HO-EX2010-MB2 -Wait -Timeout 60",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : OperationTimeout: (HO-EX2010-MB2:String) [Restart-Computer], InvalidOperationException",
          "    + FullyQualifiedErrorId : RestartComputerTimeout,Microsoft.PowerShell.Commands.RestartComputerCommand",
          " ",
        ],
      ],
      [
        'Start-Sleep 60; Stop-Computer HO-EX2010-MB2, BR-EX2010-MB; Get-LabHost | % { "$($_.Name) $($_.State)" }',
        ["HO-EX2010-MB1 Up", "HO-EX2010-MB2 Down", "BR-EX2010-MB Down", "HO-DC Up", "BR-DC Up"],
      ],
      [
        "Stop-Computer HO-EX2010-MB2",
        [
          "Stop-Computer : The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)",
          "At line:1 char:1",
          "+ Stop-Computer HO-EX2010-MB2",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidOperation: (HO-EX2010-MB2:String) [Stop-Computer], COMException",
          "    + FullyQualifiedErrorId : StopComputerException,Microsoft.PowerShell.Commands.StopComputerCommand",
          " ",
        ],
      ],
      [
        "Restart-Computer nowhere",
        [
          "Restart-Computer : Failed to restart the computer nowhere with the following error message: The RPC server is ",
          "unavailable. (Exception from HRESULT: 0x800706BA).",
          "At line:1 char:1",
          "+ Restart-Computer nowhere",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : OperationStopped: (nowhere:String) [Restart-Computer], InvalidOperationException",
          "    + FullyQualifiedErrorId : RestartcomputerFailed,Microsoft.PowerShell.Commands.RestartComputerCommand",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2012 R2", { edition: "Exchange2016" }),
  );
});

describe("in 2.0", () => {
  session(
    [
      [
        "Restart-Computer BR-EX2010-MB -WhatIf",
        ['What if: Performing operation "Restart-Computer" on Target "BR-EX2010-MB".'],
      ],
      [
        "Stop-Computer BR-EX2010-MB; Restart-Computer BR-EX2010-MB",
        [
          "Restart-Computer : The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)",
          "At line:1 char:45",
          "+ Stop-Computer BR-EX2010-MB; Restart-Computer <<<<  BR-EX2010-MB",
          "    + CategoryInfo          : InvalidOperation: (BR-EX2010-MB:String) [Restart-Computer], COMException",
          "    + FullyQualifiedErrorId : RestartComputerException,Microsoft.PowerShell.Commands.RestartComputerCommand",
          " ",
        ],
      ],
      [
        "Stop-Computer BR-EX2010-MB",
        [
          "Stop-Computer : The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)",
          "At line:1 char:14",
          "+ Stop-Computer <<<<  BR-EX2010-MB",
          "    + CategoryInfo          : InvalidOperation: (BR-EX2010-MB:String) [Stop-Computer], COMException",
          "    + FullyQualifiedErrorId : StopComputerException,Microsoft.PowerShell.Commands.StopComputerCommand",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2008 R2", { edition: "Exchange2010" }),
  );
});

describe("a restart takes those who are connected with it, and gives them back", () => {
  session(
    [
      [
        "New-LabOutlook alan.reid | Out-Null; Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer HO-EX2010-MB2.exchangeserverpro.net; Repair-LabOutlook alan.reid | Out-Null; (Get-LabClient alan.reid).ConnectedTo",
        ["HO-EX2010-MB2"],
      ],
      ["Restart-Computer HO-EX2010-MB2; (Get-LabClient alan.reid).Status", ["Disconnected"]],
      ["Start-Sleep 120; (Get-LabClient alan.reid).Status", ["Connected"]],
    ],
    shellOn("Windows Server 2008 R2", { edition: "Exchange2010" }),
  );
});

describe("services of another machine", () => {
  session(
    [
      [
        "New-LabOutlook alan.reid | Out-Null; Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer HO-EX2010-MB2.exchangeserverpro.net; Repair-LabOutlook alan.reid | Out-Null; (Get-LabClient alan.reid).ConnectedTo",
        ["HO-EX2010-MB2"],
      ],
      [
        "Get-Service MSExchangeRPC -ComputerName HO-EX2010-MB2 | Stop-Service -PassThru",
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Stopped  MSExchangeRPC      Microsoft Exchange RPC Client Access  ",
          "",
          "",
        ],
      ],
      ["(Get-LabClient alan.reid).Status", ["Disconnected"]],
      [
        "$service = Get-Service MSExchangeRPC -ComputerName HO-EX2010-MB2; $service | Start-Service; (Get-LabClient alan.reid).Status",
        ["Connected"],
      ],
      [
        "Set-Service MSExchangeRPC -ComputerName HO-EX2010-MB2 -Status Stopped; (Get-LabClient alan.reid).Status",
        ["Disconnected"],
      ],
      ["$service | Restart-Service; (Get-LabClient alan.reid).Status", ["Connected"]],
      [
        "Get-Service RpcSs -ComputerName HO-EX2010-MB2 | Stop-Service -Force",
        [
          "Stop-Service : Service 'Remote Procedure Call (RPC) (RpcSs)' cannot be stopped due to the following error: Cannot stop ",
          "RpcSs service on computer 'HO-EX2010-MB2'.",
          "At line:1 char:61",
          "+ Get-Service RpcSs -ComputerName HO-EX2010-MB2 | Stop-Service <<<<  -Force",
          "    + CategoryInfo          : CloseError: (System.ServiceProcess.ServiceController:ServiceController) [Stop-Service],  ",
          "   ServiceCommandException",
          "    + FullyQualifiedErrorId : CouldNotStopService,Microsoft.PowerShell.Commands.StopServiceCommand",
          " ",
        ],
      ],
      [
        "Set-Service MSExchangePOP3 -ComputerName HO-EX2010-MB2 -StartupType Disabled; Get-Service MSExchangePOP3 -ComputerName HO-EX2010-MB2 | Start-Service",
        [
          "Start-Service : Service 'Microsoft Exchange POP3 (MSExchangePop3)' cannot be started due to the following error: Cannot",
          " start service MSExchangePop3 on computer 'HO-EX2010-MB2'.",
          "At line:1 char:149",
          "+ Set-Service MSExchangePOP3 -ComputerName HO-EX2010-MB2 -StartupType Disabled; Get-Service MSExchangePOP3 -ComputerNam",
          "e HO-EX2010-MB2 | Start-Service <<<< ",
          "    + CategoryInfo          : OpenError: (System.ServiceProcess.ServiceController:ServiceController) [Start-Service],  ",
          "   ServiceCommandException",
          "    + FullyQualifiedErrorId : CouldNotStartService,Microsoft.PowerShell.Commands.StartServiceCommand",
          " ",
        ],
      ],
      [
        "Stop-Computer HO-EX2010-MB2; $service | Stop-Service",
        [
          "Stop-Service : Service 'Microsoft Exchange RPC Client Access (MSExchangeRPC)' cannot be stopped due to the following er",
          "ror: Cannot open Service Control Manager on computer 'HO-EX2010-MB2'. This operation might require other privileges.",
          "At line:1 char:53",
          "+ Stop-Computer HO-EX2010-MB2; $service | Stop-Service <<<< ",
          "    + CategoryInfo          : CloseError: (System.ServiceProcess.ServiceController:ServiceController) [Stop-Service],  ",
          "   ServiceCommandException",
          "    + FullyQualifiedErrorId : CouldNotStopService,Microsoft.PowerShell.Commands.StopServiceCommand",
          " ",
        ],
      ],
      [
        "$service | Start-Service",
        [
          "Start-Service : Service 'Microsoft Exchange RPC Client Access (MSExchangeRPC)' cannot be started due to the following e",
          "rror: Cannot open Service Control Manager on computer 'HO-EX2010-MB2'. This operation might require other privileges.",
          "At line:1 char:25",
          "+ $service | Start-Service <<<< ",
          "    + CategoryInfo          : OpenError: (System.ServiceProcess.ServiceController:ServiceController) [Start-Service],  ",
          "   ServiceCommandException",
          "    + FullyQualifiedErrorId : CouldNotStartService,Microsoft.PowerShell.Commands.StartServiceCommand",
          " ",
        ],
      ],
      [
        "Get-Service MSExchangeRPC -ComputerName HO-EX2010-MB2",
        [
          "Get-Service : Cannot open Service Control Manager on computer 'HO-EX2010-MB2'. This operation might require other privi",
          "leges.",
          "At line:1 char:12",
          "+ Get-Service <<<<  MSExchangeRPC -ComputerName HO-EX2010-MB2",
          "    + CategoryInfo          : NotSpecified: (:) [Get-Service], InvalidOperationException",
          "    + FullyQualifiedErrorId : System.InvalidOperationException,Microsoft.PowerShell.Commands.GetServiceCommand",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2008 R2", { edition: "Exchange2010" }),
  );
});
