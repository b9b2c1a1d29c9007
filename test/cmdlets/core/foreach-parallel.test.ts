// Tasks one after another; asked of the running engine (7.6).
import { describe } from "vitest";
import { shows } from "../support.js";

describe("ForEach-Object -Parallel", () => {
  shows([
    ["1..3 | ForEach-Object -Parallel { $_ * 2 } -ThrottleLimit 1", ["2", "4", "6"]],
    ['$y = 5; 1 | % -Parallel { "$y|$using:y" }', ["|5"]],
    ["1 | % -Parallel { $script:z = 1; $global:z = 2; $z }; $z", ["2"]],
    [
      "function foo { 1 }; 1 | % -Parallel { foo }",
      [
        "foo : The term 'foo' is not recognized as a name of a cmdlet, function, script file, or executable program.",
        "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
        "At line:1 char:2",
        "+  foo",
        "+  ~~~",
        "+ CategoryInfo          : ObjectNotFound: (foo:String) [], CommandNotFoundException",
        "+ FullyQualifiedErrorId : CommandNotFoundException",
      ],
    ],
    [
      "1 | % -Parallel { throw 'x' }; 'after'",
      [
        "x",
        "+ CategoryInfo          : InvalidOperation: (System.Management.A…tion.PSTasks.PSTask:PSTask) [], RuntimeException",
        "+ FullyQualifiedErrorId : PSTaskException",
        "after",
      ],
    ],
    [
      "1 | % -Parallel { $_ } -ThrottleLimit 0",
      [
        "ForEach-Object : Cannot validate argument on parameter 'ThrottleLimit'. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than or equal to 1 and then try the command again.",
        "At line:1 char:39",
        "+ 1 | % -Parallel { $_ } -ThrottleLimit 0",
        "+                                       ~",
        "+ CategoryInfo          : InvalidData: (:) [ForEach-Object], ParameterBindingValidationException",
        "+ FullyQualifiedErrorId : ParameterArgumentValidationError,Microsoft.PowerShell.Commands.ForEachObjectCommand",
      ],
    ],
    [
      "1 | % -Parallel { $_ } -Begin { 1 }",
      [
        "ForEach-Object : Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.",
        "At line:1 char:5",
        "+ 1 | % -Parallel { $_ } -Begin { 1 }",
        "+     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidArgument: (:) [ForEach-Object], ParameterBindingException",
        "+ FullyQualifiedErrorId : AmbiguousParameterSet,Microsoft.PowerShell.Commands.ForEachObjectCommand",
      ],
    ],
    [
      "1 | % -Parallel { $using:nope }",
      [
        "% : The value of the using variable '$using:nope' cannot be retrieved because it has not been set in the local session.",
        "At line:1 char:5",
        "+ 1 | % -Parallel { $using:nope }",
        "+     ~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidOperation: (:) [ForEach-Object], RuntimeException",
        "+ FullyQualifiedErrorId : UsingVariableIsUndefined,Microsoft.PowerShell.Commands.ForEachObjectCommand",
      ],
    ],
    [
      "{ 1 } | % -Parallel { $_ }",
      [
        "% : A ForEach-Object -Parallel piped input object cannot be a script block. Passed-in script block variables are not supported with ForEach-Object -Parallel, and can result in undefined behavior.",
        "At line:1 char:9",
        "+ { 1 } | % -Parallel { $_ }",
        "+         ~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : InvalidType: (Microsoft.PowerShel…orEachObjectCommand:ForEachObjectCommand) [ForEach-Object], PSArgumentException",
        "+ FullyQualifiedErrorId : ParallelPipedInputObjectCannotBeScriptBlock,Microsoft.PowerShell.Commands.ForEachObjectCommand",
      ],
    ],
    [
      "1..3 | % -Parallel { if ($_ -eq 2) { break }; $_ }; 1 | % -Parallel { exit 3 }; 1 | % -Parallel { return 4; 5 }",
      ["1", "3", "4"],
    ],
    ["$h = @{ a = @(7, 8) }; 1 | % -Parallel { function q { $using:h.a[1] }; q; & { ($using:h).Count } }", ["8", "1"]],
    [
      "1 | % -Parallel { 1 } -ErrorAction Stop",
      [
        "% : The following common parameters are not currently supported in the Parallel parameter set:",
        "ErrorAction, WarningAction, InformationAction, PipelineVariable",
        "At line:1 char:5",
        "+ 1 | % -Parallel { 1 } -ErrorAction Stop",
        "+     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : NotImplemented: (Microsoft.PowerShel…orEachObjectCommand:ForEachObjectCommand) [ForEach-Object], PSNotSupportedException",
        "+ FullyQualifiedErrorId : ParallelCommonParametersNotSupported,Microsoft.PowerShell.Commands.ForEachObjectCommand",
      ],
    ],
    [
      "1..2 | % -Parallel { $_; 1/0; 3 }; $Error.Count",
      [
        "1",
        "Attempted to divide by zero.",
        "At line:1 char:6",
        "+  $_; 1/0; 3",
        "+      ~~~",
        "+ CategoryInfo          : NotSpecified: (:) [], RuntimeException",
        "+ FullyQualifiedErrorId : RuntimeException",
        "3",
        "2",
        "Attempted to divide by zero.",
        "At line:1 char:6",
        "+  $_; 1/0; 3",
        "+      ~~~",
        "+ CategoryInfo          : NotSpecified: (:) [], RuntimeException",
        "+ FullyQualifiedErrorId : RuntimeException",
        "3",
        "2",
      ],
    ],
    [
      "$using:y",
      [
        "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.",
        "At line:1 char:1",
        "+ $using:y",
        "+ ~~~~~~~~",
        "+ CategoryInfo          : InvalidOperation: (:) [], RuntimeException",
        "+ FullyQualifiedErrorId : UsingWithoutInvokeCommand",
      ],
    ],
  ]);
});
