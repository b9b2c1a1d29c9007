// Blocks on machines of the network (documented: about_Remote_Output, what consoles show of machines that do not answer).
import { describe } from "vitest";
import { shows } from "../support.js";

const files = {
  "C:\\s.ps1": '"script on $env:COMPUTERNAME $($args[0])"',
};

describe("Invoke-Command -ComputerName", () => {
  shows(
    [
      [
        "Invoke-Command -ComputerName BR-EX2010-MB { $env:COMPUTERNAME; hostname }; $env:COMPUTERNAME",
        ["BR-EX2010-MB", "BR-EX2010-MB", "HO-EX2010-MB1"],
      ],
      [
        '$x = 5; icm HO-EX2010-MB1, BR-EX2010-MB { param($a) "$a $x $env:COMPUTERNAME" } -Args 1',
        ["1  HO-EX2010-MB1", "1  BR-EX2010-MB"],
      ],
      [
        "Invoke-Command BR-EX2010-MB { Get-Service W32Time } | select Name, Status, PSComputerName",
        [
          "",
          "Name                                    Status                                  PSComputerName                         ",
          "----                                    ------                                  --------------                         ",
          "W32Time                                 Running                                 BR-EX2010-MB                           ",
          "",
          "",
        ],
      ],
      [
        "Invoke-Command BR-EX2010-MB { nosuch; throw 'x' }; $Error.Count",
        [
          "The term 'nosuch' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spel",
          "ling of the name, or if a path was included, verify that the path is correct and try again.",
          "    + CategoryInfo          : ObjectNotFound: (nosuch:String) [], CommandNotFoundException",
          "    + FullyQualifiedErrorId : CommandNotFoundException",
          "    + PSComputerName        : BR-EX2010-MB",
          " ",
          "x",
          "    + CategoryInfo          : OperationStopped: (x:String) [], RuntimeException",
          "    + FullyQualifiedErrorId : x",
          "    + PSComputerName        : BR-EX2010-MB",
          " ",
          "2",
        ],
      ],
      [
        "Invoke-Command EX99 { 1 }",
        [
          "[EX99] Connecting to remote server EX99 failed with the following error message : The WinRM client cannot process the r",
          "equest because the server name cannot be resolved. For more information, see the about_Remote_Troubleshooting Help topi",
          "c.",
          "    + CategoryInfo          : OpenError: (EX99:String) [], PSRemotingTransportException",
          "    + FullyQualifiedErrorId : ComputerNotFound,PSSessionStateBroken",
          " ",
        ],
      ],
      ["Invoke-Command BR-EX2010-MB -FilePath C:\\s.ps1 -Args 7", ["script on BR-EX2010-MB 7"]],
      [
        "(Invoke-Command BR-EX2010-MB { Get-Service W32Time }).psobject.TypeNames[0]",
        ["Deserialized.System.ServiceProcess.ServiceController"],
      ],
      ["icm { 1 + 1 }", ["2"]],
      [
        "Invoke-Command localhost { [pscustomobject]@{ a = 1 } }",
        [
          "",
          "Name                           Value                                                                                   ",
          "----                           -----                                                                                   ",
          "a                              1                                                                                       ",
          "",
          "",
        ],
      ],
      [
        "Invoke-Command BR-EX2010-MB { Stop-Service MSExchangeIS }; (Get-Service MSExchangeIS -ComputerName BR-EX2010-MB).Status",
        ["Stopped"],
      ],
      [
        "$o = Invoke-Command BR-EX2010-MB { New-Object psobject -Property @{ A = 1 } }; $o; $o.PSComputerName",
        [
          "",
          "                                      A PSComputerName                          RunspaceId                             ",
          "                                      - --------------                          ----------                             ",
          "                                      1 BR-EX2010-MB                            a08ff49b-6f77-4632-a16c-43069c43a8c3   ",
          "BR-EX2010-MB",
          "",
          "",
        ],
      ],
    ],
    { edition: "Exchange2010", files },
  );
});
