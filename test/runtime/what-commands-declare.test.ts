// What a command declares: obsolete, paged, restricted to drives, wrong; its parameters as objects; the origin of what runs. As the engine answers.
import { expect, test } from "vitest";
import { typed } from "./typed.js";

const rows: readonly (readonly [lines: readonly string[], shown: readonly string[]])[] = [
  [
    [
      "function f { param([Obsolete()]$a, [Obsolete('use b')]$b, [Obsolete('x',$true)]$c) \"f $a $b $c\" }",
      "f -a 1",
      "f -b 2",
      "f -c 3",
      "f 1 2",
      "f",
    ],
    [
      "",
      "WARNING: Parameter 'a' is obsolete. \nf 1  \n",
      "WARNING: Parameter 'b' is obsolete. use b\nf  2 \n",
      "WARNING: Parameter 'c' is obsolete. x\nf   3\n",
      "WARNING: Parameter 'a' is obsolete. \nWARNING: Parameter 'b' is obsolete. use b\nf 1 2 \n",
      "f   \n",
    ],
  ],
  [
    [
      "function g { [CmdletBinding()] param([Parameter()][Obsolete('old')]$a, [Alias('z')][Obsolete()]$b) 'g' }",
      "g -a 1",
      "g -z 1",
      "g 1",
      "g -a 1 -WarningAction SilentlyContinue",
      'g -a 1 -WarningVariable w; "$w"',
    ],
    [
      "",
      "WARNING: Parameter 'a' is obsolete. old\ng\n",
      "WARNING: Parameter 'b' is obsolete. \ng\n",
      "WARNING: Parameter 'a' is obsolete. old\ng\n",
      "g\n",
      "WARNING: Parameter 'a' is obsolete. old\ng\n\n",
    ],
  ],
  [
    ["function h { [Obsolete('whole')] param($a) 'h' }", "h"],
    [
      "",
      "\n  Id     Duration CommandLine\n  --     -------- -----------\n   1        0.000 function h { [Obsolete('whole')] param($a) 'h' }\n\n",
    ],
  ],
  [
    ["function h2 { [CmdletBinding()][Obsolete('whole')] param($a) 'h2' }", "h2", "h2 -a 1"],
    ["", "WARNING: The command 'h2' is obsolete. whole\nh2\n", "WARNING: The command 'h2' is obsolete. whole\nh2\n"],
  ],
  [
    ['function d { param([ValidateDrive()]$p) "d $p" }', "d 'E:\\x'"],
    [
      "",
      "d : Cannot validate argument on parameter 'p'. Cannot find drive. A drive with the name 'E' does not exist.\nAt line:1 char:3\n+ d 'E:\\x'\n+   ~~~~~~\n+ CategoryInfo          : InvalidData: (:) [d], ParameterBindingValidationException\n+ FullyQualifiedErrorId : ParameterArgumentValidationError,d\n",
    ],
  ],
  [
    [
      'function p { [CmdletBinding(SupportsPaging)] param() $PSCmdlet.PagingParameters; "$($PSCmdlet.PagingParameters.First) $($PSCmdlet.PagingParameters.Skip) $($PSCmdlet.PagingParameters.IncludeTotalCount)" }',
      "p",
      "p -First 3",
      "p -Skip 2 -IncludeTotalCount",
      "p -First -1",
      "(Get-Command p).Parameters.Keys -join ','",
      "Get-Command p -Syntax",
      "p -Fi 2",
      "p -First x",
    ],
    [
      "",
      "\nIncludeTotalCount Skip                First\n----------------- ----                -----\nFalse                0 18446744073709551615\n18446744073709551615 0 False\n\n",
      "\nIncludeTotalCount Skip First\n----------------- ---- -----\nFalse                0     3\n3 0 False\n\n",
      "\nIncludeTotalCount Skip                First\n----------------- ----                -----\nTrue                 2 18446744073709551615\n18446744073709551615 2 True\n\n",
      'p : Cannot bind parameter \'First\'. Cannot convert value "-1" to type "System.UInt64". Error: "Value was either too large or too small for a UInt64."\nAt line:1 char:10\n+ p -First -1\n+          ~~\n+ CategoryInfo          : InvalidArgument: (:) [p], ParameterBindingException\n+ FullyQualifiedErrorId : CannotConvertArgumentNoMessage,p\n',
      "Verbose,Debug,ErrorAction,WarningAction,InformationAction,ProgressAction,ErrorVariable,WarningVariable,InformationVariable,OutVariable,OutBuffer,PipelineVariable,IncludeTotalCount,Skip,First\n",
      "\np [-IncludeTotalCount] [-Skip <ulong>] [-First <ulong>] [<CommonParameters>]\n\n",
      "\nIncludeTotalCount Skip First\n----------------- ---- -----\nFalse                0     2\n2 0 False\n\n",
      'p : Cannot bind parameter \'First\'. Cannot convert value "x" to type "System.UInt64". Error: "The input string \'x\' was not in a correct format."\nAt line:1 char:10\n+ p -First x\n+          ~\n+ CategoryInfo          : InvalidArgument: (:) [p], ParameterBindingException\n+ FullyQualifiedErrorId : CannotConvertArgumentNoMessage,p\n',
    ],
  ],
  [
    ["function p { [CmdletBinding()] param() $PSCmdlet.PagingParameters }", "p"],
    ["", ""],
  ],
  [
    ["function p { [CmdletBinding(SupportsPaging)] param($First) 1 }", "p"],
    [
      "",
      "p : A parameter with the name 'First' was defined multiple times for the command.\nAt line:1 char:1\n+ p\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : ParameterNameAlreadyExistsForCommand\n",
    ],
  ],
  [
    ["function x { param([Parameter(ParameterSetName='a')][Parameter(ParameterSetName='a')]$q) 1 }", "x -q 1"],
    [
      "",
      'x : The parameter "q" is declared in parameter-set "a" multiple times.\nAt line:1 char:1\n+ x -q 1\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : ParameterDeclaredInParameterSetMultipleTimes\n',
    ],
  ],
  [
    ["function x { param([Parameter()][Parameter()]$q) 1 }", "x -q 1", "x"],
    [
      "",
      'x : The parameter "q" is declared in parameter-set "__AllParameterSets" multiple times.\nAt line:1 char:1\n+ x -q 1\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : ParameterDeclaredInParameterSetMultipleTimes\n',
      'x : The parameter "q" is declared in parameter-set "__AllParameterSets" multiple times.\nAt line:1 char:1\n+ x\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : ParameterDeclaredInParameterSetMultipleTimes\n',
    ],
  ],
  [
    ["function x { param([Parameter(Position=0)]$q, [Parameter(Position=0)]$r) 1 }", "x 1"],
    [
      "",
      "x : Cannot bind positional parameters because no names were given.\nAt line:1 char:1\n+ x 1\n+ ~~~\n+ CategoryInfo          : InvalidArgument: (:) [x], ParameterBindingException\n+ FullyQualifiedErrorId : AmbiguousPositionalParameterNoName,x\n",
    ],
  ],
  [
    ["function x { [CmdletBinding()] param($q, [Alias('q')]$r) 1 }", "x -q 1"],
    [
      "",
      "x : The parameter 'q' cannot be specified because it conflicts with the parameter alias of the same name for parameter 'r'.\nAt line:1 char:1\n+ x -q 1\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : ParameterNameConflictsWithAlias\n",
    ],
  ],
  [
    ["function x { [CmdletBinding()] param([Alias('a','a')]$r) 1 }", "x -a 1"],
    [
      "",
      'x : The alias "a" is declared multiple times.\nAt line:1 char:1\n+ x -a 1\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : AliasDeclaredMultipleTimes\n',
    ],
  ],
  [
    ["function x { [CmdletBinding()] param($Verbose) 1 }", "x", "x -Verbose"],
    [
      "",
      "x : A parameter with the name 'Verbose' was defined multiple times for the command.\nAt line:1 char:1\n+ x\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : ParameterNameAlreadyExistsForCommand\n",
      "x : A parameter with the name 'Verbose' was defined multiple times for the command.\nAt line:1 char:1\n+ x -Verbose\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : ParameterNameAlreadyExistsForCommand\n",
    ],
  ],
  [
    ["function x { [CmdletBinding()] param([Alias('vb')]$r) 1 }", "x -vb 1"],
    [
      "",
      "x : The parameter alias cannot be specified because an alias with the name 'vb' was already defined multiple times for the command.\nAt line:1 char:1\n+ x -vb 1\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : AliasParameterNameAlreadyExistsForCommand\n",
    ],
  ],
  [
    ["function x { [CmdletBinding(SupportsShouldProcess)] param($WhatIf) 1 }", "x"],
    [
      "",
      "x : A parameter with the name 'WhatIf' was defined multiple times for the command.\nAt line:1 char:1\n+ x\n+ ~\n+ CategoryInfo          : MetadataError: (:) [], MetadataException\n+ FullyQualifiedErrorId : ParameterNameAlreadyExistsForCommand\n",
    ],
  ],
  [
    ['function x { param([ValidateTrustedData()]$r) "x $r" }', "x 1"],
    ["", "x 1\n"],
  ],
  [
    ["function x { param([ArgumentCompletions('a','b')]$r) \"x $r\" }", "x 1"],
    ["", "x 1\n"],
  ],
  [
    ["function x { param([ArgumentCompleter({ 'a' })]$r) \"x $r\" }", "x 1"],
    ["", "x 1\n"],
  ],
  [
    ["function x { param([PSDefaultValue(Help='h', Value=5)]$r = 5) \"x $r\" }", "x"],
    ["", "x 5\n"],
  ],
  [
    ['function x { param([SupportsWildcards()]$r) "x $r" }', "x 'a*'"],
    ["", "x a*\n"],
  ],
  [
    ['function x { param([AllowNull()][Parameter(Mandatory)][string]$r) "x [$r]" }', "x -r $null"],
    [
      "",
      "x : Cannot bind argument to parameter 'r' because it is an empty string.\nAt line:1 char:6\n+ x -r $null\n+      ~~~~~\n+ CategoryInfo          : InvalidData: (:) [x], ParameterBindingValidationException\n+ FullyQualifiedErrorId : ParameterArgumentValidationErrorEmptyStringNotAllowed,x\n",
    ],
  ],
  [
    ['function x { param([Nope()]$r) "x $r" }', "x 1"],
    [
      "",
      "Cannot find the type for custom attribute 'Nope'. Make sure that the assembly that contains this type is loaded.\nAt line:1 char:20\n+ function x { param([Nope()]$r) \"x $r\" }\n+                    ~~~~~~~~\n+ CategoryInfo          : InvalidOperation: ([Nope()]:AttributeAst) [], RuntimeException\n+ FullyQualifiedErrorId : CustomAttributeTypeNotFound\n",
    ],
  ],
  [
    ['function x { param([Parameter(Nope=1)]$r) "x $r" }', "x 1"],
    [
      "",
      "Property 'Nope' cannot be found for type 'System.Management.Automation.CmdletBindingAttribute'.\nAt line:1 char:31\n+ function x { param([Parameter(Nope=1)]$r) \"x $r\" }\n+                               ~~~~~~\n+ CategoryInfo          : InvalidOperation: (Nope=1:NamedAttributeArgumentAst) [], RuntimeException\n+ FullyQualifiedErrorId : PropertyNotFoundForType\n",
    ],
  ],
  [
    ['function x { param([Parameter(5)]$r) "x $r" }', "x 1"],
    [
      "",
      'Cannot find an overload for ".ctor" and the argument count: "1".\nAt line:1 char:20\n+ function x { param([Parameter(5)]$r) "x $r" }\n+                    ~~~~~~~~~~~~~~\n+ CategoryInfo          : InvalidOperation: (:) [], RuntimeException\n+ FullyQualifiedErrorId : MethodCountCouldNotFindBest\n',
    ],
  ],
  [
    ['function x { param([ValidateRange(1)]$r) "x $r" }', "x 1"],
    ["", "x 1\n"],
  ],
  [
    ['function x { param([ValidateSet()]$r) "x $r" }', "x 1"],
    [
      "",
      'Cannot process argument because the value of argument "validValues" is out of range. Change argument "validValues" to a value that is within range. (Parameter \'validValues\')\nActual value was System.String[].\nAt line:1 char:1\n+ x 1\n+ ~~~\n+ CategoryInfo          : InvalidArgument: (:) [], RuntimeException\n+ FullyQualifiedErrorId : ArgumentOutOfRange\n',
    ],
  ],
  [
    ['function x { param([Credential()]$r) "x $r" }', "x 1"],
    [
      "",
      "Cannot find the type for custom attribute 'Credential'. Make sure that the assembly that contains this type is loaded.\nAt line:1 char:20\n+ function x { param([Credential()]$r) \"x $r\" }\n+                    ~~~~~~~~~~~~~~\n+ CategoryInfo          : InvalidOperation: ([Credential()]:AttributeAst) [], RuntimeException\n+ FullyQualifiedErrorId : CustomAttributeTypeNotFound\n",
    ],
  ],
  [
    ['function x { param([ValidateCount(1,2)][string[]]$r) "x $r" }', "x a,b,c"],
    [
      "",
      "x : Cannot validate argument on parameter 'r'. The parameter requires at least 1 value(s) and no more than 2 value(s) - 3 value(s) were provided.\nAt line:1 char:3\n+ x a,b,c\n+   ~~~~~\n+ CategoryInfo          : InvalidData: (:) [x], ParameterBindingValidationException\n+ FullyQualifiedErrorId : ParameterArgumentValidationError,x\n",
    ],
  ],
  [
    ['function x { [OutputType([int])] param($r) "x $r" }', "x 1", "(Get-Command x).OutputType"],
    [
      "",
      "x 1\n",
      "\nName         Type         TypeDefinitionAst\n----         ----         -----------------\nSystem.Int32 System.Int32 \n\n",
    ],
  ],
  [
    [
      "function x { [CmdletBinding(DefaultParameterSetName='b')] param([Parameter(ParameterSetName='a')]$r,[Parameter(ParameterSetName='b')]$s) $PSCmdlet.ParameterSetName }",
      "x",
      "x -r 1",
    ],
    ["", "b\n", "a\n"],
  ],
  [
    ["function x { [CmdletBinding(PositionalBinding=$false)] param($r) 'x' }", "x 1"],
    [
      "",
      "x : A positional parameter cannot be found that accepts argument '1'.\nAt line:1 char:1\n+ x 1\n+ ~~~\n+ CategoryInfo          : InvalidArgument: (:) [x], ParameterBindingException\n+ FullyQualifiedErrorId : PositionalParameterNotFound,x\n",
    ],
  ],
  [
    [
      "function x { [CmdletBinding(HelpUri='http://a', ConfirmImpact='High')] param($r) 'x' }",
      "x 1",
      "(Get-Command x).HelpUri",
    ],
    ["", "x\n", "http://a\n"],
  ],
  [
    ["function x { [CmdletBinding(RemotingCapability='None')] param($r) 'x' }", "x 1"],
    ["", "x\n"],
  ],
  [
    [
      "function x { param([Parameter(HelpMessage='hm', Mandatory)]$r) 'x' }",
      "x -r 1",
      "(Get-Command x).Parameters.r.Attributes.HelpMessage",
    ],
    ["", "x\n", "hm\n"],
  ],
  [
    ["function x { param([DontShow()]$r) 'x' }", "x 1"],
    [
      "",
      "Cannot find the type for custom attribute 'DontShow'. Make sure that the assembly that contains this type is loaded.\nAt line:1 char:20\n+ function x { param([DontShow()]$r) 'x' }\n+                    ~~~~~~~~~~~~\n+ CategoryInfo          : InvalidOperation: ([DontShow()]:AttributeAst) [], RuntimeException\n+ FullyQualifiedErrorId : CustomAttributeTypeNotFound\n",
    ],
  ],
  [
    ["function x { param([Parameter(DontShow)]$r) 'x' }", "x -r 1"],
    ["", "x\n"],
  ],
  [
    [
      "$MyInvocation.GetType().FullName",
      "$MyInvocation.MyCommand.GetType().Name",
      "$MyInvocation",
      "$MyInvocation.Line",
      "$MyInvocation.CommandOrigin",
      "$MyInvocation.MyCommand.Name",
    ],
    [
      "System.Management.Automation.InvocationInfo\n",
      "ScriptInfo\n",
      "\nMyCommand             : $MyInvocation\nBoundParameters       : {}\nUnboundArguments      : {}\nScriptLineNumber      : 0\nOffsetInLine          : 0\nHistoryId             : 3\nScriptName            : \nLine                  : \nStatement             : \nPositionMessage       : \nPSScriptRoot          : \nPSCommandPath         : \nInvocationName        : \nPipelineLength        : 2\nPipelinePosition      : 1\nExpectingInput        : False\nCommandOrigin         : Runspace\nDisplayScriptPosition : \n\n",
      "\n",
      "Runspace\n",
      "\n",
    ],
  ],
  [
    [
      "function o { $MyInvocation.CommandOrigin }",
      "o",
      "function o2 { o }",
      "o2",
      "& { $MyInvocation.CommandOrigin }",
      "function o3 { $MyInvocation }",
      "o3",
      "& { $MyInvocation }",
      "1 | % { $MyInvocation.MyCommand.Name }",
      "o3 1 2 -x 3 | % { $_.UnboundArguments.Count; $_.BoundParameters.Count; $_.PipelineLength; $_.PipelinePosition; $_.ExpectingInput; $_.HistoryId }",
    ],
    [
      "",
      "Runspace\n",
      "",
      "Internal\n",
      "Internal\n",
      "",
      "\nMyCommand             : o3\nBoundParameters       : {}\nUnboundArguments      : {}\nScriptLineNumber      : 1\nOffsetInLine          : 1\nHistoryId             : 7\nScriptName            : \nLine                  : o3\nStatement             : o3\nPositionMessage       : At line:1 char:1\n                        + o3\n                        + ~~\nPSScriptRoot          : \nPSCommandPath         : \nInvocationName        : o3\nPipelineLength        : 1\nPipelinePosition      : 1\nExpectingInput        : False\nCommandOrigin         : Runspace\nDisplayScriptPosition : \n\n",
      "\nMyCommand             :  $MyInvocation \nBoundParameters       : {}\nUnboundArguments      : {}\nScriptLineNumber      : 1\nOffsetInLine          : 1\nHistoryId             : 8\nScriptName            : \nLine                  : & { $MyInvocation }\nStatement             : & { $MyInvocation }\nPositionMessage       : At line:1 char:1\n                        + & { $MyInvocation }\n                        + ~~~~~~~~~~~~~~~~~~~\nPSScriptRoot          : \nPSCommandPath         : \nInvocationName        : &\nPipelineLength        : 1\nPipelinePosition      : 1\nExpectingInput        : False\nCommandOrigin         : Internal\nDisplayScriptPosition : \n\n",
      "\n",
      "4\n0\n2\n1\nFalse\n10\n",
    ],
  ],
  [
    [
      'function y { param([Alias("z")][ValidateSet("a","b")][string]$n="q",[switch]$s,[int[]]$k) }; $c=Get-Command y',
      "$c.Parameters.s | fl",
      '$c.Parameters.n.ParameterSets["__AllParameterSets"]',
      "$c.ParameterSets | fl",
      "$c.ParameterSets[0].Parameters | ft Name",
      '$c.Parameters["s"].SwitchParameter; $c.Parameters.ContainsKey("N"); $c.Parameters.Count; $c.CmdletBinding; $c.DefaultParameterSet; $c.Parameters.n.ParameterType.Name',
      "$c.Parameters.GetEnumerator() | % { $_.Key }",
      "$c.Parameters.n.Aliases",
      "$c.Parameters.n.Attributes[1]",
      '"$($c.ParameterSets[0])"',
      "$c.Verb; $c.Visibility; $c.OutputType.Count",
      "$c.Parameters.n.Attributes.ValidValues",
      "$c.Parameters.Keys -contains 'N'",
    ],
    [
      "",
      "\nName            : s\nParameterType   : System.Management.Automation.SwitchParameter\nParameterSets   : {[__AllParameterSets, System.Management.Automation.ParameterSetMetadata]}\nIsDynamic       : False\nAliases         : {}\nAttributes      : {, System.Management.Automation.ArgumentTypeConverterAttribute}\nSwitchParameter : True\n\n",
      "\nIsMandatory                     : False\nPosition                        : 0\nValueFromPipeline               : False\nValueFromPipelineByPropertyName : False\nValueFromRemainingArguments     : False\nHelpMessage                     : \nHelpMessageBaseName             : \nHelpMessageResourceId           : \n\n",
      "\nName       : __AllParameterSets\nIsDefault  : False\nParameters : {n, s, k}\n\n",
      "\nName\n----\nn\ns\nk\n\n",
      "True\nTrue\n3\nFalse\nString\n",
      "n\ns\nk\n",
      "z\n",
      "\nErrorMessage IgnoreCase ValidValues TypeId\n------------ ---------- ----------- ------\n                   True {a, b}      System.Management.Automation.ValidateSetAttribute\n\n",
      "[[-n] <string>] [[-k] <int[]>] [-s]\n",
      "\nPublic\n0\n",
      "a\nb\n",
      "True\n",
    ],
  ],
  [
    [
      'function z { [CmdletBinding(DefaultParameterSetName="b")] param([Parameter(Mandatory,ParameterSetName="a")]$p,[Parameter(ParameterSetName="b",ValueFromPipeline)]$q,$r) }; $d=Get-Command z',
      '$d.ParameterSets | % { "$($_.Name) $($_.IsDefault) $_" }',
      "$d.ParameterSets | fl",
      "$d.Parameters.p.ParameterSets",
      '$d.Parameters.r.ParameterSets.Keys; $d.DefaultParameterSet; $d.CmdletBinding; $d.ParameterSets[0].Parameters.Name -join ","',
      "$d.Parameters.p.Attributes.Mandatory",
      "$d.ParameterSets | ? IsDefault | % Name",
      "$d.Parameters.Keys | ? { $_ -notin [System.Management.Automation.PSCmdlet]::CommonParameters }",
      "$d.Parameters.Values | ? { $_.Attributes.Mandatory } | % Name",
    ],
    [
      "",
      "b True [-q <Object>] [-r <Object>] [<CommonParameters>]\na False -p <Object> [-r <Object>] [<CommonParameters>]\n",
      "\nName       : b\nIsDefault  : True\nParameters : {q, r, Verbose, Debug…}\n\nName       : a\nIsDefault  : False\nParameters : {p, r, Verbose, Debug…}\n\n",
      "\nKey Value\n--- -----\na   System.Management.Automation.ParameterSetMetadata\n\n",
      "__AllParameterSets\nb\nTrue\nq,r,Verbose,Debug,ErrorAction,WarningAction,InformationAction,ProgressAction,ErrorVariable,WarningVariable,InformationVariable,OutVariable,OutBuffer,PipelineVariable\n",
      "True\n",
      "b\n",
      "p\nq\nr\n",
      "p\n",
    ],
  ],
  [
    [
      "function Get-Y { [OutputType([int])] param() }",
      "(Get-Command Get-Y).OutputType.Name",
      "(Get-Command Get-Y).Verb; (Get-Command Get-Y).Noun",
    ],
    ["", "System.Int32\n", "Get\nY\n"],
  ],
  [
    [
      "(Get-Command ForEach-Object).Parameters.Process.ParameterType.FullName",
      "(Get-Command ForEach-Object).Parameters.ContainsKey('WhatIf')",
      "(gcm foreach-object).Parameters['Process'].ParameterSets.ScriptBlockSet.IsMandatory",
    ],
    ["System.Management.Automation.ScriptBlock[]\n", "True\n", "True\n"],
  ],
  [
    ["function q([string]$a,[int]$b) { $PSBoundParameters.Keys; $MyInvocation.MyCommand.Parameters.Keys }", "q x"],
    ["", "a\na\nb\n"],
  ],
  [
    [
      'function w { foreach ($p in $MyInvocation.MyCommand.Parameters.Keys) { Get-Variable $p -ea 0 | out-null; "$p" } }',
      "w",
    ],
    ["", ""],
  ],
  [
    ["$MyInvocation.MyCommand.CommandType", "& { $MyInvocation.MyCommand.CommandType }"],
    ["Script\n", "Script\n"],
  ],
  [
    [
      "function p { [CmdletBinding(SupportsPaging)] param([int]$n) $a = 1..20; $f=[int]$PSCmdlet.PagingParameters.Skip; if ($PSCmdlet.PagingParameters.IncludeTotalCount) { $PSCmdlet.PagingParameters.NewTotalCount(20, 1.0) }; $l=[math]::Min($PSCmdlet.PagingParameters.First, 20 - $f); if ($l -gt 0) { $a[$f..($f+$l-1)] -join ',' } }",
      "p -First 3 -Skip 2 -IncludeTotalCount",
      "p -Skip 15",
      "Get-Command p -Syntax",
    ],
    [
      "",
      "Total count: 20\n3,4,5\n",
      "16,17,18,19,20\n",
      "\np [[-n] <int>] [-IncludeTotalCount] [-Skip <ulong>] [-First <ulong>] [<CommonParameters>]\n\n",
    ],
  ],
];

test.each(rows)("%j", (lines, shown) => {
  expect(typed(...lines)).toEqual(shown);
});

test("ValidateDrive looks at the drives of the session, and at that of the location for relative paths", () => {
  expect(
    typed(
      "function d { param([ValidateDrive('C', 'Env')]$p) \"d $p\" }; d 'c:\\y'; d 'relative'; d 'env:x'",
      "d 'function:x'",
    ),
  ).toEqual([
    "d c:\\y\nd relative\nd env:x\n",
    `d : Cannot validate argument on parameter 'p'. The path argument drive function does not belong to the set of approved drives: C,Env. Supply a path argument with an approved drive.
At line:1 char:3
+ d 'function:x'
+   ~~~~~~~~~~~~
+ CategoryInfo          : InvalidData: (:) [d], ParameterBindingValidationException
+ FullyQualifiedErrorId : ParameterArgumentValidationError,d
`,
  ]);
});
