import { describe } from "vitest";
import { shows } from "../support.js";

describe("credentials and secure strings", () => {
  shows(
    [
      [
        "Get-Credential",
        [
          "",
          "Windows PowerShell credential request",
          "Enter your credentials.",
          "User: bob",
          "Password for user bob: ******",
          "",
          "",
          "UserName                     Password",
          "--------                     --------",
          "bob      System.Security.SecureString",
          "",
          "",
        ],
      ],
      [
        ["$c = Get-Credential ESPNET\\bob", "$c.GetNetworkCredential()"],
        [
          "",
          "UserName                                           Domain                                            ",
          "--------                                           ------                                            ",
          "bob                                                ESPNET                                            ",
          "",
          "",
        ],
      ],
      ["(Read-Host Password -AsSecureString).Length", ["Password: ***", "3"]],
      [
        "ConvertTo-SecureString Secret123!",
        [
          "ConvertTo-SecureString : Input string was not in a correct format.",
          "At line:1 char:1",
          "+ ConvertTo-SecureString Secret123!",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotSpecified: (:) [ConvertTo-SecureString], FormatException",
          "    + FullyQualifiedErrorId : System.FormatException,Microsoft.PowerShell.Commands.ConvertToSecureStringCommand",
          " ",
        ],
      ],
      [
        "ConvertTo-SecureString abc -AsPlainText",
        [
          "ConvertTo-SecureString : The system cannot protect plain text input. To suppress this warning and convert the plain ",
          "text to a SecureString, reissue the command specifying the Force parameter. For more information, type: get-help ",
          "ConvertTo-SecureString.",
          "At line:1 char:1",
          "+ ConvertTo-SecureString abc -AsPlainText",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (:) [ConvertTo-SecureString], ArgumentException",
          "    + FullyQualifiedErrorId : ImportSecureString_ForceRequired,Microsoft.PowerShell.Commands.ConvertToSecureStringComm ",
          "   and",
          " ",
        ],
      ],
      [
        "'abc' | ConvertTo-SecureString -AsPlainText -Force | ConvertFrom-SecureString",
        ["01000000d08c9ddf0115d1118c7a00c04fc297eb01000000454d532d456d756c61746f7200000000610062006300"],
      ],
      [
        "$e = ConvertTo-SecureString abc -AsPlainText -Force | ConvertFrom-SecureString; (New-Object PSCredential a, (ConvertTo-SecureString $e)).GetNetworkCredential().Password",
        ["abc"],
      ],
    ],
    { edition: "PowerShell5", answers: ["bob", "s3cret"] },
  );
});

describe("of 7", () => {
  shows(
    [
      [
        "Get-Credential -UserName ann -Message 'For the lab' -Title Lab",
        [
          "",
          "Lab",
          "For the lab",
          "Password for user ann: ******",
          "",
          "",
          "UserName                     Password",
          "--------                     --------",
          "ann      System.Security.SecureString",
          "",
        ],
      ],
      ["ConvertTo-SecureString abc -AsPlainText | ConvertFrom-SecureString -AsPlainText", ["abc"]],
    ],
    { edition: "PowerShell7", answers: ["s3cret"] },
  );
});

describe("execution policy, snap-ins, modules", () => {
  shows(
    [
      ["Get-ExecutionPolicy", ["RemoteSigned"]],
      [["Set-ExecutionPolicy Unrestricted", "Get-ExecutionPolicy"], ["Unrestricted"]],
      [
        "Get-ExecutionPolicy -List",
        [
          "",
          "                                                      Scope                                             ExecutionPolicy",
          "                                                      -----                                             ---------------",
          "                                              MachinePolicy                                                   Undefined",
          "                                                 UserPolicy                                                   Undefined",
          "                                                    Process                                                   Undefined",
          "                                                CurrentUser                                                   Undefined",
          "                                               LocalMachine                                                RemoteSigned",
          "",
          "",
        ],
      ],
      ["Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010; 'go'", ["go"]],
      [
        "Add-PSSnapin Nope",
        [
          "Add-PSSnapin : The Windows PowerShell snap-in 'Nope' is not installed on this computer.",
          "At line:1 char:13",
          "+ Add-PSSnapin <<<<  Nope",
          "    + CategoryInfo          : InvalidArgument: (Nope:String) [Add-PSSnapin], PSArgumentException",
          "    + FullyQualifiedErrorId : AddPSSnapInRead,Microsoft.PowerShell.Commands.AddPSSnapinCommand",
          " ",
        ],
      ],
      ["Import-Module ActiveDirectory; 'go'", ["go"]],
      [
        "Import-Module Nope",
        [
          "Import-Module : The specified module 'Nope' was not loaded because no valid module file was found in any module directo",
          "ry.",
          "At line:1 char:14",
          "+ Import-Module <<<<  Nope",
          "    + CategoryInfo          : ResourceUnavailable: (Nope:String) [Import-Module], FileNotFoundException",
          "    + FullyQualifiedErrorId : Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand",
          " ",
        ],
      ],
    ],
    { edition: "Exchange2010", answers: ["y"] },
  );
});

describe("host and cultures", () => {
  shows(
    [
      [
        "Get-Host",
        [
          "",
          "",
          "Name             : ConsoleHost",
          "Version          : 5.1.17763.1",
          "InstanceId       : 5a0c1de2-7f43-4b8e-9d61-2c83e4a97b10",
          "UI               : System.Management.Automation.Internal.Host.InternalHostUserInterface",
          "CurrentCulture   : en-US",
          "CurrentUICulture : en-US",
          "PrivateData      : Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy",
          "DebuggerEnabled  : True",
          "IsRunspacePushed : False",
          "Runspace         : System.Management.Automation.Runspaces.LocalRunspace",
          "",
          "",
          "",
        ],
      ],
      [
        "Get-Culture; Get-UICulture",
        [
          "",
          "LCID             Name             DisplayName                                                                          ",
          "----             ----             -----------                                                                          ",
          "1033             en-US            English (United States)                                                              ",
          "1033             en-US            English (United States)                                                              ",
          "",
          "",
        ],
      ],
      [
        "Set-Date 1/1/2020",
        [
          "Set-Date : The emulator does not run Set-Date. Start-Sleep moves the emulated clock on.",
          "At line:1 char:1",
          "+ Set-Date 1/1/2020",
          "+ ~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : NotImplemented: (:) [Set-Date], RuntimeException",
          "    + FullyQualifiedErrorId : NotEmulated,Microsoft.PowerShell.Commands.SetDateCommand",
          " ",
        ],
      ],
    ],
    { edition: "PowerShell5" },
  );
});
