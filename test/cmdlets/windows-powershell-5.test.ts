import { expect, test } from "vitest";
import { failure, shows } from "./support.js";

shows(
  [
    // A custom object got Count and Length with PowerShell 6.
    ["$x = [pscustomobject]@{ a = 1 }; $x.Count; $x.Length; 'a'.Count; (5).Length", ["1", "1"]],
    ["[pscustomobject]@{ a = 1 } | Select-Object Typo*", ["", "Typo*", "-----", "     ", "", ""]],
    ["[pscustomobject]@{ a = 1 } | Select-Object a, b* -ExcludeProperty b*", ["", "a", "-", "1", "", ""]],
    ["$b = New-Object Text.StringBuilder; [void]$b.AppendLine('a'); $b.Length", ["2"]],
    // -Exception and -ErrorRecord have no position, so an error becomes text; a missing text is .NET's own.
    [
      ["function k { try { 1/0 } catch { Write-Error $_ } }", "k"],
      [
        "k : Attempted to divide by zero.",
        "At line:1 char:1",
        "+ k",
        "+ ~",
        "    + CategoryInfo          : NotSpecified: (:) [Write-Error], WriteErrorException",
        "    + FullyQualifiedErrorId : Microsoft.PowerShell.Commands.WriteErrorException,k",
        " ",
      ],
    ],
    [
      "Write-Error $null -CategoryActivity Act -RecommendedAction 'none'",
      [
        "Write-Error $null -CategoryActivity Act -RecommendedAction 'none' : Exception of type ",
        "'Microsoft.PowerShell.Commands.WriteErrorException' was thrown.",
        "    + CategoryInfo          : NotSpecified: (:) [Write-Error], WriteErrorException",
        "    + FullyQualifiedErrorId : Microsoft.PowerShell.Commands.WriteErrorException",
      ],
    ],
    ['Write-Output 1,2 3 | ForEach-Object { "[$_]" }', ["[1]", "[2]", "[3]"]],
    [
      "Get-Variable -Name $null",
      [
        "Get-Variable : Cannot validate argument on parameter 'Name'. The argument is null. Provide a valid value for the ",
        "argument, and then try running the command again.",
        "At line:1 char:20",
        "+ Get-Variable -Name $null",
        "+                    ~~~~~",
        "    + CategoryInfo          : InvalidData: (:) [Get-Variable], ParameterBindingValidationException",
        "    + FullyQualifiedErrorId : ParameterArgumentValidationError,Microsoft.PowerShell.Commands.GetVariableCommand",
        " ",
      ],
    ],
    [
      "ConvertTo-Json -Depth 200 1",
      [
        "ConvertTo-Json : The maximum depth allowed for serialization is 100.",
        "At line:1 char:1",
        "+ ConvertTo-Json -Depth 200 1",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "    + CategoryInfo          : InvalidOperation: (:) [ConvertTo-Json], InvalidOperationException",
        "    + FullyQualifiedErrorId : ReachedMaximumDepthAllowed,Microsoft.PowerShell.Commands.ConvertToJsonCommand",
        " ",
      ],
    ],
    // What is not quoted by another message keeps the form of the recordings.
    [
      "$l = [System.Collections.ArrayList]@(1); $l[3] = 1",
      [
        "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
        "At line:1 char:42",
        "+ $l = [System.Collections.ArrayList]@(1); $l[3] = 1",
        "+                                          ~~~~~~~~~",
        "    + CategoryInfo          : OperationStopped: (:) [], ArgumentOutOfRangeException",
        "    + FullyQualifiedErrorId : System.ArgumentOutOfRangeException",
        " ",
      ],
    ],
    [
      "$WarningPreference = 'Suspend'",
      [
        "The value Suspend is not supported for an ActionPreference variable. The provided value should be used only as a value ",
        'for a preference parameter. For more information, see the Help topic, "about_Preference_Variables."',
        "At line:1 char:1",
        "+ $WarningPreference = 'Suspend'",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "    + CategoryInfo          : MetadataError: (:) [], ArgumentTransformationMetadataException",
        "    + FullyQualifiedErrorId : RuntimeException",
        " ",
      ],
    ],
    [
      "#requires -modules x",
      [
        "An error occurred while creating the pipeline.",
        "    + CategoryInfo          : NotSpecified: (:) [], ParentContainsErrorRecordException",
        "    + FullyQualifiedErrorId : RuntimeException",
        " ",
      ],
    ],
    [
      "foreach ($i of 1) { }",
      [
        "At line:1 char:12",
        "+ foreach ($i of 1) { }",
        "+            ~",
        "Missing 'in' after variable in foreach loop.",
        "",
        "At line:1 char:17",
        "+ foreach ($i of 1) { }",
        "+                 ~",
        "Unexpected token ')' in expression or statement.",
        "    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException",
        "    + FullyQualifiedErrorId : MissingInInForeach",
        " ",
      ],
    ],
  ],
  { edition: "PowerShell5" },
);
shows([["$x = [pscustomobject]@{ a = 1 }; $x.Count; $x.Length", ["1", "1"]]]);

test.each(["PowerShell5", "PowerShell7"] as const)("$null is a filter before it is a name, in %s", (edition) => {
  const [message] = failure("1 | Where-Object $null", { edition });
  expect(message).toBe("Where-Object : Cannot bind argument to parameter 'FilterScript' because it is null.");
});

shows([
  ["Set-Alias sort Get-Date -Scope Global; (Get-Alias sort).Definition", ["Get-Date"]],
  ["Set-Alias gci Get-Date -ErrorAction SilentlyContinue; (Get-Alias gci).Definition", ["Get-ChildItem"]],
]);
