import { describe } from "vitest";
import { shows } from "../../cmdlets/support.js";

// Consoles of PowerShell 2.0: `cd c:\a_folder` said `Set-Location : `, `dir` `Get-ChildItem : `, `gc` `Get-Content : `.
describe("PowerShell 2.0 names the command that failed, not what was typed", () => {
  shows(
    [
      [
        "cd x",
        [
          "Set-Location : Cannot find path 'C:\\x' because it does not exist.",
          "At line:1 char:3",
          "+ cd <<<<  x",
          "    + CategoryInfo          : ObjectNotFound: (C:\\x:String) [Set-Location], ItemNotFoundException",
          "    + FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.SetLocationCommand",
          " ",
        ],
      ],
      [
        ["function Fails { Write-Error 'z' }", "Set-Alias ff Fails", "ff"],
        [
          "Fails : z",
          "At line:1 char:3",
          "+ ff <<<< ",
          "    + CategoryInfo          : NotSpecified: (:) [Write-Error], WriteErrorException",
          "    + FullyQualifiedErrorId : Microsoft.PowerShell.Commands.WriteErrorException,Fails",
          " ",
        ],
      ],
      [
        "gcm nope",
        [
          "Get-Command : The term 'nope' is not recognized as the name of a cmdlet, function, script file, or operable program. Ch",
          "eck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
          "At line:1 char:4",
          "+ gcm <<<<  nope",
          "    + CategoryInfo          : ObjectNotFound: (nope:String) [Get-Command], CommandNotFoundException",
          "    + FullyQualifiedErrorId : CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand",
          " ",
        ],
      ],
    ],
    { edition: "Exchange2010" },
  );
  shows(
    [
      [
        "cd x",
        [
          "cd : Cannot find path 'C:\\x' because it does not exist.",
          "At line:1 char:1",
          "+ cd x",
          "+ ~~~~",
          "    + CategoryInfo          : ObjectNotFound: (C:\\x:String) [Set-Location], ItemNotFoundException",
          "    + FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.SetLocationCommand",
          " ",
        ],
      ],
    ],
    { edition: "Exchange2013" },
  );
});
