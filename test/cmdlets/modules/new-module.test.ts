// Modules in memory; asked of the running engine (7.6).
import { describe, expect, test } from "vitest";
import { createShell, restoreShell } from "../../../src/index.js";
import { shows } from "../support.js";

describe("New-Module", () => {
  shows([
    [
      [
        "$m = New-Module -Name foo { $x = 1; function f { $x; $script:x }; function g { $script:x++ } }",
        '$m; f; g; f; "[$x]"; & $m { $x }; & $m { $x = 5 }; f; . $m { $x = 7 }; f',
      ],
      [
        "",
        "ModuleType Version    PreRelease Name                                ExportedCommands",
        "---------- -------    ---------- ----                                ----------------",
        "Script     0.0                   foo                                 {f, g}",
        "1",
        "1",
        "2",
        "2",
        "[]",
        "2",
        "2",
        "2",
        "7",
        "7",
        "",
      ],
    ],
    [
      [
        "$null = New-Module -Name foo { function f { 1 } }",
        "Get-Command f; Get-Command -Module foo; (Get-Command f).Module.Name; Get-Module foo; Remove-Module foo",
      ],
      [
        "",
        "CommandType     Name                                               Version    Source",
        "-----------     ----                                               -------    ------",
        "Function        f                                                  0.0        foo",
        "Function        f                                                  0.0        foo",
        "foo",
        "Remove-Module : No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
        "At line:1 char:86",
        "+ … e foo; (Get-Command f).Module.Name; Get-Module foo; Remove-Module foo",
        "+                                                       ~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : ResourceUnavailable: (:) [Remove-Module], InvalidOperationException",
        "+ FullyQualifiedErrorId : Modules_NoModulesRemoved,Microsoft.PowerShell.Commands.RemoveModuleCommand",
        "",
      ],
    ],
    [
      [
        "$m = New-Module { $a = 1; $b = 2; function f { $a }; Export-ModuleMember -Variable a }",
        '"$a|$b"; $m.ExportedVariables.Keys; $m.ExportedFunctions.Count; f',
      ],
      [
        "1|",
        "a",
        "0",
        "f : The term 'f' is not recognized as a name of a cmdlet, function, script file, or executable program.",
        "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
        "At line:1 char:65",
        '+ "$a|$b"; $m.ExportedVariables.Keys; $m.ExportedFunctions.Count; f',
        "+                                                                 ~",
        "+ CategoryInfo          : ObjectNotFound: (f:String) [], CommandNotFoundException",
        "+ FullyQualifiedErrorId : CommandNotFoundException",
      ],
    ],
    [
      "$m = New-Module -Name z { function Get-Z { 'z' } } | Import-Module -PassThru; Get-Module z; $m.OnRemove = { 'removing' }; Remove-Module z; Get-Z",
      [
        "",
        "ModuleType Version    PreRelease Name                                ExportedCommands",
        "---------- -------    ---------- ----                                ----------------",
        "Script     0.0                   z                                   Get-Z",
        "removing",
        "Get-Z : The term 'Get-Z' is not recognized as a name of a cmdlet, function, script file, or executable program.",
        "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
        "At line:1 char:140",
        "+ … u; Get-Module z; $m.OnRemove = { 'removing' }; Remove-Module z; Get-Z",
        "+                                                                   ~~~~~",
        "+ CategoryInfo          : ObjectNotFound: (Get-Z:String) [], CommandNotFoundException",
        "+ FullyQualifiedErrorId : CommandNotFoundException",
        "",
      ],
    ],
    [
      [
        '$o = New-Module { $a = 5; function Get-A($q) { "$a $q" }; Export-ModuleMember -Variable a -Function * } -AsCustomObject',
        "$o; $o.a = 7; $o.'Get-A'(3)",
      ],
      ["", "a", "-", "5", "7 3", ""],
    ],
    ["New-Module { 'out'; function zip { } } -ReturnResult", ["out"]],
    ["New-Module { param($x) function Get-It { $x } } -ArgumentList 42 | Out-Null; Get-It", ["42"]],
    [
      "New-Module -Function a, b { function a { 1 }; function b { 2 }; function c { 3 } } -Verbose | Out-Null; a; c",
      [
        "VERBOSE: Exporting function 'a'.",
        "VERBOSE: Exporting function 'b'.",
        "VERBOSE: Importing function 'a'.",
        "VERBOSE: Importing function 'b'.",
        "1",
        "c : The term 'c' is not recognized as a name of a cmdlet, function, script file, or executable program.",
        "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
        "At line:1 char:108",
        "+ … { 1 }; function b { 2 }; function c { 3 } } -Verbose | Out-Null; a; c",
        "+                                                                       ~",
        "+ CategoryInfo          : ObjectNotFound: (c:String) [], CommandNotFoundException",
        "+ FullyQualifiedErrorId : CommandNotFoundException",
      ],
    ],
    [
      "New-Module { throw 'oops' }",
      [
        "oops",
        "At line:1 char:14",
        "+ New-Module { throw 'oops' }",
        "+              ~~~~~~~~~~~~",
        "+ CategoryInfo          : OperationStopped: (oops:String) [], RuntimeException",
        "+ FullyQualifiedErrorId : oops",
      ],
    ],
    [
      "Export-ModuleMember -Function x",
      [
        "Export-ModuleMember : The Export-ModuleMember cmdlet can only be called from inside a module.",
        "At line:1 char:1",
        "+ Export-ModuleMember -Function x",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : PermissionDenied: (:) [Export-ModuleMember], InvalidOperationException",
        "+ FullyQualifiedErrorId : Modules_CanOnlyExecuteExportModuleMemberInsideAModule,Microsoft.PowerShell.Commands.ExportModuleMemberCommand",
      ],
    ],
    [
      "$m = New-Module { $v = 1 }; $m.SessionState.PSVariable.Set('v', 9); $m.Invoke({ $v }); $m.SessionState.PSVariable.GetValue('v'); \"$m\".StartsWith('__DynamicModule_'); {}.Module -eq $null",
      ["9", "9", "True", "True"],
    ],
    [
      "function outer { [CmdletBinding()]param() $null = New-Module { function inner { [CmdletBinding()]param() $PSCmdlet.SessionState.PSVariable.Set('set', 'by the module') } }; inner; $set }; outer",
      ["by the module"],
    ],
  ]);
});

test("a module's state is undone, forked and kept in snapshots with the session", () => {
  const shell = createShell({ files: { "C:\\m\\a.psm1": "$n = 0; function Get-A { $script:n++; $n }" } });
  shell.run("Import-Module C:\\m\\a.psm1; Get-A");
  expect(shell.run("Get-A").text).toBe("2\n");
  shell.undo();
  expect(shell.run("Get-A").text).toBe("2\n");
  const fork = shell.fork();
  expect(fork.run("Get-A").text).toBe("3\n");
  expect(shell.run("Get-A; Get-A").text).toBe("3\n4\n");
  const restored = restoreShell(JSON.parse(JSON.stringify(shell.snapshot())));
  expect(restored.run("Get-A; & (Get-Module a) { $n }").text).toBe("5\n5\n");
});
