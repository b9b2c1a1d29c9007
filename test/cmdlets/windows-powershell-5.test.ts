import { shows } from "./support.js";

shows(
  [
    // A custom object got Count and Length with PowerShell 6.
    ["$x = [pscustomobject]@{ a = 1 }; $x.Count; $x.Length; 'a'.Count; (5).Length", ["1", "1"]],
    ["[pscustomobject]@{ a = 1 } | Select-Object Typo*", ["", "Typo*", "-----", "     ", "", ""]],
    ["[pscustomobject]@{ a = 1 } | Select-Object a, b* -ExcludeProperty b*", ["", "a", "-", "1", "", ""]],
    ["$b = New-Object Text.StringBuilder; [void]$b.AppendLine('a'); $b.Length", ["2"]],
  ],
  { edition: "PowerShell5" },
);
shows([["$x = [pscustomobject]@{ a = 1 }; $x.Count; $x.Length", ["1", "1"]]]);
