// What Windows PowerShell 5.1 lacks and says otherwise. Evidence: Microsoft's pages on the differences between Windows
// PowerShell and PowerShell, those of the cmdlets (parameters "introduced in PowerShell 6" or 7), those of .NET Framework
// (overloads that it lacks), and consoles pasted into public issues: winfsp/sshfs-win 423 (`&&`), PowerShell 8076 and
// CSS-Exchange 2427 (Test-Path of nothing), PowerShell 3424 and microsoft/AL-Go 974 (ConvertFrom-Json of an array).
import { expect, test } from "vitest";
import { createShell } from "../../src/index.js";

const rows: readonly (readonly [line: string, text: string])[] = [
  ["'abc' -replace 'b',{ $_.Value.ToUpper() }", "a abc.Value.ToUpper() c\n"],
  [
    "$true ? 1 : 2",
    "At line:1 char:7\n+ $true ? 1 : 2\n+       ~\nUnexpected token '?' in expression or statement.\n    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException\n    + FullyQualifiedErrorId : UnexpectedToken\n \n",
  ],
  [
    "echo a && echo b",
    "At line:1 char:8\n+ echo a && echo b\n+        ~~\nThe token '&&' is not a valid statement separator in this version.\n    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException\n    + FullyQualifiedErrorId : InvalidEndOfLine\n \n",
  ],
  [
    "$null ?? 5",
    "At line:1 char:7\n+ $null ?? 5\n+       ~~\nUnexpected token '??' in expression or statement.\n    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException\n    + FullyQualifiedErrorId : UnexpectedToken\n \n",
  ],
  [
    "$x ??= 5",
    "At line:1 char:4\n+ $x ??= 5\n+    ~~~\nUnexpected token '??=' in expression or statement.\n    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException\n    + FullyQualifiedErrorId : UnexpectedToken\n \n",
  ],
  [
    "${x}?.Length",
    "At line:1 char:5\n+ ${x}?.Length\n+     ~~~~~~~~\nUnexpected token '?.Length' in expression or statement.\n    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException\n    + FullyQualifiedErrorId : UnexpectedToken\n \n",
  ],
  [
    "'a'..'c'",
    'Cannot convert value "a" to type "System.Int32". Error: "Input string was not in a correct format."\nAt line:1 char:1\n+ \'a\'..\'c\'\n+ ~~~~~~~~\n    + CategoryInfo          : InvalidArgument: (:) [], RuntimeException\n    + FullyQualifiedErrorId : InvalidCastFromStringToInteger\n \n',
  ],
  ["[int]'1.5'; [int]'2.5'; [int]'1,000'", "2\n2\n1000\n"],
  [
    '"[$IsWindows]"; $PSVersionTable.PSEdition; $PSVersionTable.PSVersion.GetType().Name; $PSStyle',
    "[]\nDesktop\nVersion\n",
  ],
  ['"`u{41}"; "`e[0m".Length', "u{41}\n4\n"],
  ['@{ a = "<&\'>" } | ConvertTo-Json', '{\n    "a":  "\\u003c\\u0026\\u0027\\u003e"\n}\n'],
  ["@{ b = [datetime]'2024-01-02' } | ConvertTo-Json -Compress", '{"b":"\\/Date(1704153600000)\\/"}\n'],
  ["'[1,2]' | ConvertFrom-Json | Measure-Object | % Count", "1\n"],
  ["('[1,2]' | ConvertFrom-Json).Count", "2\n"],
  ["'[1,2]' | ConvertFrom-Json | % { \"<$_>\" }", "<1 2>\n"],
  [
    "'{\"a\":1}' | ConvertFrom-Json -AsHashtable",
    "ConvertFrom-Json : A parameter cannot be found that matches parameter name 'AsHashtable'.\nAt line:1 char:30\n+ '{\"a\":1}' | ConvertFrom-Json -AsHashtable\n+                              ~~~~~~~~~~~~\n    + CategoryInfo          : InvalidArgument: (:) [ConvertFrom-Json], ParameterBindingException\n    + FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.PowerShell.Commands.ConvertFromJsonCommand\n \n",
  ],
  [
    "Get-Nope",
    "Get-Nope : The term 'Get-Nope' is not recognized as the name of a cmdlet, function, script file, or operable program. \nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.\nAt line:1 char:1\n+ Get-Nope\n+ ~~~~~~~~\n    + CategoryInfo          : ObjectNotFound: (Get-Nope:String) [], CommandNotFoundException\n    + FullyQualifiedErrorId : CommandNotFoundException\n \n",
  ],
  [
    "[int]'abc'",
    'Cannot convert value "abc" to type "System.Int32". Error: "Input string was not in a correct format."\nAt line:1 char:1\n+ [int]\'abc\'\n+ ~~~~~~~~~~\n    + CategoryInfo          : InvalidArgument: (:) [], RuntimeException\n    + FullyQualifiedErrorId : InvalidCastFromStringToInteger\n \n',
  ],
  ["[double]::MaxValue; 1e20; 0.1 + 0.2; 1/3", "1.79769313486232E+308\n1E+20\n0.3\n0.333333333333333\n"],
  ["'a-b'.Split('-', 2); 'axbya'.Split('xy')", "a\nb\na\nb\na\n"],
  [
    "'abc'.Contains('B', [StringComparison]::OrdinalIgnoreCase)",
    "Cannot find an overload for \"Contains\" and the argument count: \"2\".\nAt line:1 char:1\n+ 'abc'.Contains('B', [StringComparison]::OrdinalIgnoreCase)\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : NotSpecified: (:) [], MethodException\n    + FullyQualifiedErrorId : MethodCountCouldNotFindBest\n \n",
  ],
  [
    "'aBc'.Replace('b', 'x', [StringComparison]::OrdinalIgnoreCase)",
    "Cannot find an overload for \"Replace\" and the argument count: \"3\".\nAt line:1 char:1\n+ 'aBc'.Replace('b', 'x', [StringComparison]::OrdinalIgnoreCase)\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : NotSpecified: (:) [], MethodException\n    + FullyQualifiedErrorId : MethodCountCouldNotFindBest\n \n",
  ],
  [
    "[math]::Clamp(5, 1, 3)",
    "Method invocation failed because [System.Math] does not contain a method named 'Clamp'.\nAt line:1 char:1\n+ [math]::Clamp(5, 1, 3)\n+ ~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (:) [], RuntimeException\n    + FullyQualifiedErrorId : MethodNotFound\n \n",
  ],
  [
    "[convert]::ToHexString([byte[]]1)",
    "Method invocation failed because [System.Convert] does not contain a method named 'ToHexString'.\nAt line:1 char:1\n+ [convert]::ToHexString([byte[]]1)\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (:) [], RuntimeException\n    + FullyQualifiedErrorId : MethodNotFound\n \n",
  ],
  [
    "$d = New-Object 'System.Collections.Generic.Dictionary[string,int]'; $d.TryAdd('a', 1)",
    "Method invocation failed because [System.Collections.Generic.Dictionary`2[System.String,System.Int32]] does not \ncontain a method named 'TryAdd'.\nAt line:1 char:70\n+ ... System.Collections.Generic.Dictionary[string,int]'; $d.TryAdd('a', 1)\n+                                                         ~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (:) [], RuntimeException\n    + FullyQualifiedErrorId : MethodNotFound\n \n",
  ],
  [
    "3,1,2 | Sort-Object -Top 2",
    "Sort-Object : A parameter cannot be found that matches parameter name 'Top'.\nAt line:1 char:21\n+ 3,1,2 | Sort-Object -Top 2\n+                     ~~~~\n    + CategoryInfo          : InvalidArgument: (:) [Sort-Object], ParameterBindingException\n    + FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.PowerShell.Commands.SortObjectCommand\n \n",
  ],
  [
    "1..3 | ForEach-Object -Parallel { $_ }",
    "ForEach-Object : Parameter set cannot be resolved using the specified named parameters.\nAt line:1 char:8\n+ 1..3 | ForEach-Object -Parallel { $_ }\n+        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : MetadataError: (:) [ForEach-Object], ParameterBindingException\n    + FullyQualifiedErrorId : AmbiguousParameterSet,Microsoft.PowerShell.Commands.ForEachObjectCommand\n \n",
  ],
  [
    "Join-Path a b c",
    "Join-Path : A positional parameter cannot be found that accepts argument 'c'.\nAt line:1 char:1\n+ Join-Path a b c\n+ ~~~~~~~~~~~~~~~\n    + CategoryInfo          : InvalidArgument: (:) [Join-Path], ParameterBindingException\n    + FullyQualifiedErrorId : PositionalParameterNotFound,Microsoft.PowerShell.Commands.JoinPathCommand\n \n",
  ],
  [
    "Test-Path $null",
    "Test-Path : Cannot bind argument to parameter 'Path' because it is null.\nAt line:1 char:11\n+ Test-Path $null\n+           ~~~~~\n    + CategoryInfo          : InvalidData: (:) [Test-Path], ParameterBindingValidationException\n    + FullyQualifiedErrorId : ParameterArgumentValidationErrorNullNotAllowed,Microsoft.PowerShell.Commands.TestPathCom \n   mand\n \n",
  ],
  [
    "Test-Path ''",
    "Test-Path : Cannot bind argument to parameter 'Path' because it is an empty string.\nAt line:1 char:11\n+ Test-Path ''\n+           ~~\n    + CategoryInfo          : InvalidData: (:) [Test-Path], ParameterBindingValidationException\n    + FullyQualifiedErrorId : ParameterArgumentValidationErrorEmptyStringNotAllowed,Microsoft.PowerShell.Commands.Test \n   PathCommand\n \n",
  ],
  [
    '"a" | Out-String -NoNewline',
    "Out-String : A parameter cannot be found that matches parameter name 'NoNewline'.\nAt line:1 char:18\n+ \"a\" | Out-String -NoNewline\n+                  ~~~~~~~~~~\n    + CategoryInfo          : InvalidArgument: (:) [Out-String], ParameterBindingException\n    + FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.PowerShell.Commands.OutStringCommand\n \n",
  ],
  [
    "Get-Uptime",
    "Get-Uptime : The term 'Get-Uptime' is not recognized as the name of a cmdlet, function, script file, or operable \nprogram. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\nAt line:1 char:1\n+ Get-Uptime\n+ ~~~~~~~~~~\n    + CategoryInfo          : ObjectNotFound: (Get-Uptime:String) [], CommandNotFoundException\n    + FullyQualifiedErrorId : CommandNotFoundException\n \n",
  ],
  [
    "Get-Error",
    "Get-Error : The term 'Get-Error' is not recognized as the name of a cmdlet, function, script file, or operable \nprogram. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\nAt line:1 char:1\n+ Get-Error\n+ ~~~~~~~~~\n    + CategoryInfo          : ObjectNotFound: (Get-Error:String) [], CommandNotFoundException\n    + FullyQualifiedErrorId : CommandNotFoundException\n \n",
  ],
  [
    "Remove-Alias x",
    "Remove-Alias : The term 'Remove-Alias' is not recognized as the name of a cmdlet, function, script file, or operable \nprogram. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\nAt line:1 char:1\n+ Remove-Alias x\n+ ~~~~~~~~~~~~\n    + CategoryInfo          : ObjectNotFound: (Remove-Alias:String) [], CommandNotFoundException\n    + FullyQualifiedErrorId : CommandNotFoundException\n \n",
  ],
  [
    "[semver]'1.2.3'",
    "Unable to find type [semver].\nAt line:1 char:2\n+ [semver]'1.2.3'\n+  ~~~~~~\n    + CategoryInfo          : InvalidOperation: (semver:TypeName) [], RuntimeException\n    + FullyQualifiedErrorId : TypeNotFound\n \n",
  ],
];

test.each(rows)("%s", (line, text) => {
  expect(createShell({ edition: "PowerShell5" }).run(line).text).toBe(text);
});

test("Test-Path of nothing is an error of its own in PowerShell 7 (PowerShell issue 24468)", () => {
  const shell = createShell({ edition: "PowerShell7" });
  expect(
    ["Test-Path $null", "Test-Path ''", "$Error[0].FullyQualifiedErrorId; $Error[0].CategoryInfo.Category"].map(
      (line) => shell.run(line).text,
    ),
  ).toEqual([
    "Test-Path: Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')\n",
    "False\n",
    "NullPathNotPermitted,Microsoft.PowerShell.Commands.TestPathCommand\nInvalidArgument\n",
  ]);
});
