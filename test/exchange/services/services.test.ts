import { describe } from "vitest";
import { shows } from "../../cmdlets/support.js";

describe("services of Exchange 2010", () => {
  shows(
    [
      [
        "Get-Service MSExchange*",
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Running  MSExchangeAB       Microsoft Exchange Address Book       ",
          "Running  MSExchangeADTop... Microsoft Exchange Active Directory...",
          "Running  MSExchangeAntis... Microsoft Exchange Anti-spam Update   ",
          "Running  MSExchangeEdgeSync Microsoft Exchange EdgeSync           ",
          "Running  MSExchangeFBA      Microsoft Exchange Forms-Based Auth...",
          "Running  MSExchangeFDS      Microsoft Exchange File Distribution  ",
          "Stopped  MSExchangeImap4    Microsoft Exchange IMAP4              ",
          "Running  MSExchangeIS       Microsoft Exchange Information Store  ",
          "Running  MSExchangeMailb... Microsoft Exchange Mailbox Assistants ",
          "Running  MSExchangeMailb... Microsoft Exchange Mailbox Replication",
          "Running  MSExchangeMailS... Microsoft Exchange Mail Submission    ",
          "Stopped  MSExchangeMonit... Microsoft Exchange Monitoring         ",
          "Stopped  MSExchangePop3     Microsoft Exchange POP3               ",
          "Running  MSExchangeProte... Microsoft Exchange Protected Servic...",
          "Running  MSExchangeRepl     Microsoft Exchange Replication        ",
          "Running  MSExchangeRPC      Microsoft Exchange RPC Client Access  ",
          "Running  MSExchangeSA       Microsoft Exchange System Attendant   ",
          "Running  MSExchangeSearch   Microsoft Exchange Search Indexer     ",
          "Running  MSExchangeServi... Microsoft Exchange Service Host       ",
          "Running  MSExchangeThrot... Microsoft Exchange Throttling         ",
          "Running  MSExchangeTrans... Microsoft Exchange Transport          ",
          "Running  MSExchangeTrans... Microsoft Exchange Transport Log Se...",
          "",
          "",
        ],
      ],
      [
        "gsv MSExchangeIS | fl",
        [
          "",
          "",
          "Name                : MSExchangeIS",
          "DisplayName         : Microsoft Exchange Information Store",
          "Status              : Running",
          "DependentServices   : {}",
          "ServicesDependedOn  : {eventlog, LanmanServer, LanmanWorkstation, RpcSs}",
          "CanPauseAndContinue : False",
          "CanShutdown         : True",
          "CanStop             : True",
          "ServiceType         : Win32OwnProcess",
          "",
          "",
          "",
        ],
      ],
      [
        "gsv -DisplayName '*Store*' -ComputerName BR-EX2010-MB",
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Running  MSExchangeIS       Microsoft Exchange Information Store  ",
          "Running  nsi                Network Store Interface Service       ",
          "",
          "",
        ],
      ],
      [
        "gsv nope",
        [
          "Get-Service : Cannot find any service with service name 'nope'.",
          "At line:1 char:4",
          "+ gsv <<<<  nope",
          "    + CategoryInfo          : ObjectNotFound: (nope:String) [Get-Service], ServiceCommandException",
          "    + FullyQualifiedErrorId : NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand",
          " ",
        ],
      ],
      [
        "gsv w32time -ComputerName nohost",
        [
          "Get-Service : Cannot open Service Control Manager on computer 'nohost'. This operation might require other privileges.",
          "At line:1 char:4",
          "+ gsv <<<<  w32time -ComputerName nohost",
          "    + CategoryInfo          : NotSpecified: (:) [Get-Service], InvalidOperationException",
          "    + FullyQualifiedErrorId : System.InvalidOperationException,Microsoft.PowerShell.Commands.GetServiceCommand",
          " ",
        ],
      ],
      [
        "spsv MSExchangeADTopology",
        [
          "Stop-Service : Cannot stop service 'Microsoft Exchange Active Directory Topology (MSExchangeADTopology)' because it has",
          " dependent services. It can only be stopped if the Force flag is set.",
          "At line:1 char:5",
          "+ spsv <<<<  MSExchangeADTopology",
          "    + CategoryInfo          : InvalidOperation: (System.ServiceProcess.ServiceController:ServiceController) [Stop-Serv ",
          "   ice], ServiceCommandException",
          "    + FullyQualifiedErrorId : ServiceHasDependentServices,Microsoft.PowerShell.Commands.StopServiceCommand",
          " ",
        ],
      ],
      [
        "spsv MSExchangeIS -WhatIf",
        [
          'What if: Performing operation "Stop-Service" on Target "Microsoft Exchange Information Store (MSExchangeIS)".',
        ],
      ],
      [
        ["spsv MSExchangeRPC", "gsv MSExchangeRPC, MSExchangeAB"],
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Running  MSExchangeAB       Microsoft Exchange Address Book       ",
          "Stopped  MSExchangeRPC      Microsoft Exchange RPC Client Access  ",
          "",
          "",
        ],
      ],
      [
        ["spsv MSExchangeADTopology -Force", "gsv MSExchange* | ? { $_.Status -eq 'Running' } | select Name"],
        [
          "",
          "Name                                                                                                                   ",
          "----                                                                                                                   ",
          "MSExchangeFBA                                                                                                          ",
          "MSExchangeIS                                                                                                           ",
          "MSExchangeSA                                                                                                           ",
          "",
          "",
        ],
      ],
      [
        ["spsv MSExchangeADTopology -Force; sasv MSExchangeRPC", "gsv MSExchangeADTopology, MSExchangeRPC"],
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Running  MSExchangeADTop... Microsoft Exchange Active Directory...",
          "Running  MSExchangeRPC      Microsoft Exchange RPC Client Access  ",
          "",
          "",
        ],
      ],
      [
        ["Restart-Service MSExchangeADTopology -Force", "gsv MSExchangeRPC"],
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Running  MSExchangeRPC      Microsoft Exchange RPC Client Access  ",
          "",
          "",
        ],
      ],
      [
        ["Set-Service MSExchangePop3 -StartupType Disabled", "sasv MSExchangePop3"],
        [
          "Start-Service : Service 'Microsoft Exchange POP3 (MSExchangePop3)' cannot be started due to the following error: Cannot",
          " start service MSExchangePop3 on computer '.'.",
          "At line:1 char:5",
          "+ sasv <<<<  MSExchangePop3",
          "    + CategoryInfo          : OpenError: (System.ServiceProcess.ServiceController:ServiceController) [Start-Service],  ",
          "   ServiceCommandException",
          "    + FullyQualifiedErrorId : CouldNotStartService,Microsoft.PowerShell.Commands.StartServiceCommand",
          " ",
        ],
      ],
      [
        "Set-Service MSExchangePop3 -StartupType Automatic -Status Running -PassThru",
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Running  MSExchangePop3     Microsoft Exchange POP3               ",
          "",
          "",
        ],
      ],
      [
        "gsv MSExchangeRPC -RequiredServices",
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Running  MSExchangeADTop... Microsoft Exchange Active Directory...",
          "",
          "",
        ],
      ],
      [
        ["gsv MSExchange*TransportLog* | spsv -PassThru | select Status, Name"],
        [
          "",
          "                                                     Status Name                                                       ",
          "                                                     ------ ----                                                       ",
          "                                                    Stopped MSExchangeTransportLogSearch                               ",
          "",
          "",
        ],
      ],
      [
        "gsv ntds, dns, kdc -ComputerName HO-DC",
        [
          "",
          "Status   Name               DisplayName                           ",
          "------   ----               -----------                           ",
          "Running  DNS                DNS Server                            ",
          "Running  kdc                Kerberos Key Distribution Center      ",
          "Running  NTDS               Active Directory Domain Services      ",
          "",
          "",
        ],
      ],
      [
        ["spsv MSExchangeIS -Force", "gps store"],
        [
          'Get-Process : Cannot find a process with the name "store". Verify the process name and call the cmdlet again.',
          "At line:1 char:4",
          "+ gps <<<<  store",
          "    + CategoryInfo          : ObjectNotFound: (store:String) [Get-Process], ProcessCommandException",
          "    + FullyQualifiedErrorId : NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.GetProcessCommand",
          " ",
        ],
      ],
    ],
    { edition: "Exchange2010" },
  );
});

describe("processes of each generation", () => {
  shows(
    [
      [
        "gps store, powershell",
        [
          "",
          "Handles  NPM(K)    PM(K)      WS(K) VM(M)   CPU(s)     Id ProcessName                                                  ",
          "-------  ------    -----      ----- -----   ------     -- -----------                                                  ",
          "    174      10     4314       5176    16    55.14   1432 powershell                                                   ",
          "   1488      93   107988     129585   421   211.88   1612 store                                                        ",
          "",
          "",
        ],
      ],
      [
        "gps nope",
        [
          'Get-Process : Cannot find a process with the name "nope". Verify the process name and call the cmdlet again.',
          "At line:1 char:4",
          "+ gps <<<<  nope",
          "    + CategoryInfo          : ObjectNotFound: (nope:String) [Get-Process], ProcessCommandException",
          "    + FullyQualifiedErrorId : NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.GetProcessCommand",
          " ",
        ],
      ],
      [
        "gps -Id 99999",
        [
          "Get-Process : Cannot find a process with the process identifier 99999.",
          "At line:1 char:4",
          "+ gps <<<<  -Id 99999",
          "    + CategoryInfo          : ObjectNotFound: (99999:Int32) [Get-Process], ProcessCommandException",
          "    + FullyQualifiedErrorId : NoProcessFoundForGivenId,Microsoft.PowerShell.Commands.GetProcessCommand",
          " ",
        ],
      ],
    ],
    { edition: "Exchange2010" },
  );
});

describe("processes of 5.1", () => {
  shows(
    [
      [
        "gps store, powershell",
        [
          "",
          "Handles  NPM(K)    PM(K)      WS(K)     CPU(s)     Id  SI ProcessName                                                  ",
          "-------  ------    -----      -----     ------     --  -- -----------                                                  ",
          "    174      10     4314       5176      55.14   1432   1 powershell                                                   ",
          "   1488      93   107988     129585     211.88   1612   0 store                                                        ",
          "",
          "",
        ],
      ],
      [
        "gps powershell | fl",
        [
          "",
          "",
          "Id      : 1432",
          "Handles : 174",
          "CPU     : 55.14",
          "SI      : 1",
          "Name    : powershell",
          "",
          "",
          "",
        ],
      ],
    ],
    { edition: "PowerShell5" },
  );
});

describe("processes of 7", () => {
  shows(
    [
      [
        "gps store, powershell",
        [
          "",
          " NPM(K)    PM(M)      WS(M)     CPU(s)      Id  SI ProcessName",
          " ------    -----      -----     ------      --  -- -----------",
          "     10     4.21       5.06      55.14    1432   1 powershell",
          "     93   105.46     126.55     211.88    1612   0 store",
          "",
        ],
      ],
      [
        "gsv w32time -ComputerName HO-DC",
        [
          "Get-Service : A parameter cannot be found that matches parameter name 'ComputerName'.",
          "At line:1 char:13",
          "+ gsv w32time -ComputerName HO-DC",
          "+             ~~~~~~~~~~~~~",
          "+ CategoryInfo          : InvalidArgument: (:) [Get-Service], ParameterBindingException",
          "+ FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.PowerShell.Commands.GetServiceCommand",
        ],
      ],
    ],
    { edition: "PowerShell7" },
  );
});
