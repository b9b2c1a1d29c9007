// Tokens as objects, and the errors of a parsed text; each line as the engine answers it.
import { expect, test } from "vitest";
import { createShell, restoreShell } from "../../src/index.js";
import { typed } from "./typed.js";

const rows: readonly (readonly [lines: readonly string[], shown: readonly string[]])[] = [
  [
    [
      "$t=$null;$e=$null;$a=[System.Management.Automation.Language.Parser]::ParseInput('foo -a:1 $x 5 \"a $b\" > x.txt 2>&1 @y :l',[ref]$t,[ref]$e)",
      "$t | ft",
      "$t[0]",
      "$t[1]",
      "$t[2]",
      "$t[3]",
      "$t[5]",
      "$t[6]",
      "$t[8]",
      "$t[9]",
      "$t",
      "$t[10]",
      "$t.Count; $t.GetType().FullName; $t[0].GetType().FullName; $t[5].NestedTokens[0]; $t[5].NestedTokens.GetType().FullName",
      '"$t"',
      "$t[0].Extent",
      "$t[-1].Extent.StartOffset; $t[-1].Extent.Text.Length",
      "$t[3].VariablePath",
      "$t | % { '{0,-20} {1,-40} {2}' -f $_.Kind, $_.TokenFlags, $_.Text }",
      "($t | ? Kind -eq 'Variable').Name",
      "$t[0].Kind -eq [System.Management.Automation.Language.TokenKind]::Identifier",
      "[int]$t[0].Kind",
      "$t[0].TokenFlags -band 'CommandName'",
      "[int]$t[0].TokenFlags",
      "$t[0] | ft -auto",
    ],
    [
      "",
      '\nText                   TokenFlags             Kind HasError Extent\n----                   ----------             ---- -------- ------\nfoo                   CommandName       Identifier    False foo\n-a:                          None        Parameter    False -a:\n1                            None           Number    False 1\n$x                           None         Variable    False $x\n5                            None           Number    False 5\n"a $b"         ParseModeInvariant StringExpandable    False "a $b"\n>      DisallowedInRestrictedMode      Redirection    False >\nx.txt                        None          Generic    False x.txt\n2>&1   DisallowedInRestrictedMode      Redirection    False 2>&1\n@y                           None SplattedVariable    False @y\n:l                           None          Generic    False :l\n               ParseModeInvariant       EndOfInput    False \n\n',
      "\nText       : foo\nTokenFlags : CommandName\nKind       : Identifier\nHasError   : False\nExtent     : foo\n\n",
      "\nParameterName : a\nUsedColon     : True\nText          : -a:\nTokenFlags    : None\nKind          : Parameter\nHasError      : False\nExtent        : -a:\n\n",
      "\nValue      : 1\nText       : 1\nTokenFlags : None\nKind       : Number\nHasError   : False\nExtent     : 1\n\n",
      "\nName         : x\nVariablePath : x\nText         : $x\nTokenFlags   : None\nKind         : Variable\nHasError     : False\nExtent       : $x\n\n",
      '\nNestedTokens : {b}\nValue        : a $b\nText         : "a $b"\nTokenFlags   : ParseModeInvariant\nKind         : StringExpandable\nHasError     : False\nExtent       : "a $b"\n\n',
      "\nFromStream : Output\nAppend     : False\nText       : >\nTokenFlags : DisallowedInRestrictedMode\nKind       : Redirection\nHasError   : False\nExtent     : >\n\n",
      "\nFromStream : Error\nToStream   : Output\nText       : 2>&1\nTokenFlags : DisallowedInRestrictedMode\nKind       : Redirection\nHasError   : False\nExtent     : 2>&1\n\n",
      "\nName         : y\nVariablePath : y\nText         : @y\nTokenFlags   : None\nKind         : SplattedVariable\nHasError     : False\nExtent       : @y\n\n",
      '\nText       : foo\nTokenFlags : CommandName\nKind       : Identifier\nHasError   : False\nExtent     : foo\n\nParameterName : a\nUsedColon     : True\nText          : -a:\nTokenFlags    : None\nKind          : Parameter\nHasError      : False\nExtent        : -a:\n\nValue      : 1\nText       : 1\nTokenFlags : None\nKind       : Number\nHasError   : False\nExtent     : 1\n\nName         : x\nVariablePath : x\nText         : $x\nTokenFlags   : None\nKind         : Variable\nHasError     : False\nExtent       : $x\n\nValue      : 5\nText       : 5\nTokenFlags : None\nKind       : Number\nHasError   : False\nExtent     : 5\n\nNestedTokens : {b}\nValue        : a $b\nText         : "a $b"\nTokenFlags   : ParseModeInvariant\nKind         : StringExpandable\nHasError     : False\nExtent       : "a $b"\n\nFromStream : Output\nAppend     : False\nText       : >\nTokenFlags : DisallowedInRestrictedMode\nKind       : Redirection\nHasError   : False\nExtent     : >\n\nValue      : x.txt\nText       : x.txt\nTokenFlags : None\nKind       : Generic\nHasError   : False\nExtent     : x.txt\n\nFromStream : Error\nToStream   : Output\nText       : 2>&1\nTokenFlags : DisallowedInRestrictedMode\nKind       : Redirection\nHasError   : False\nExtent     : 2>&1\n\nName         : y\nVariablePath : y\nText         : @y\nTokenFlags   : None\nKind         : SplattedVariable\nHasError     : False\nExtent       : @y\n\nLabelText  : l\nText       : :l\nTokenFlags : None\nKind       : Generic\nHasError   : False\nExtent     : :l\n\nText       : \nTokenFlags : ParseModeInvariant\nKind       : EndOfInput\nHasError   : False\nExtent     : \n\n',
      "\nLabelText  : l\nText       : :l\nTokenFlags : None\nKind       : Generic\nHasError   : False\nExtent     : :l\n\n",
      "12\nSystem.Management.Automation.Language.Token[]\nSystem.Management.Automation.Language.Token\n\nName         : b\nVariablePath : b\nText         : $b\nTokenFlags   : None\nKind         : Variable\nHasError     : False\nExtent       : $b\n\nSystem.Collections.ObjectModel.ReadOnlyCollection`1[[System.Management.Automation.Language.Token, System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]\n",
      'foo -a: 1 $x 5 "a $b" > x.txt 2>&1 @y :l <eof>\n',
      "\nFile                : \nStartScriptPosition : System.Management.Automation.Language.InternalScriptPosition\nEndScriptPosition   : System.Management.Automation.Language.InternalScriptPosition\nStartLineNumber     : 1\nStartColumnNumber   : 1\nEndLineNumber       : 1\nEndColumnNumber     : 4\nText                : foo\nStartOffset         : 0\nEndOffset           : 3\n\n",
      "40\n0\n",
      "\nUserPath           : x\nIsGlobal           : False\nIsLocal            : False\nIsPrivate          : False\nIsScript           : False\nIsUnqualified      : True\nIsUnscopedVariable : True\nIsVariable         : True\nIsDriveQualified   : False\nDriveName          : \n\n",
      'Identifier           CommandName                              foo\nParameter            None                                     -a:\nNumber               None                                     1\nVariable             None                                     $x\nNumber               None                                     5\nStringExpandable     ParseModeInvariant                       "a $b"\nRedirection          DisallowedInRestrictedMode               >\nGeneric              None                                     x.txt\nRedirection          DisallowedInRestrictedMode               2>&1\nSplattedVariable     None                                     @y\nGeneric              None                                     :l\nEndOfInput           ParseModeInvariant                       \n',
      "x\n",
      "True\n",
      "6\n",
      "CommandName\n",
      "524288\n",
      "\nText  TokenFlags       Kind HasError Extent\n----  ----------       ---- -------- ------\nfoo  CommandName Identifier    False foo\n\n",
    ],
  ],
  [
    [
      "$e=$null; $x=[System.Management.Automation.PSParser]::Tokenize('foo -a:1 ($x)',[ref]$e)",
      "$x.GetType().Name",
      "$x[0]",
      "$x | ft",
      "$x | ? { $_.Type -eq 'Variable' } | % Content",
      '$x=[System.Management.Automation.PSParser]::Tokenize("foo -a:1 (`n`$x",[ref]$e)',
      "$e",
      "$e[0].Token",
      '$e[0].Message; "$($e[0])"',
      "[System.Management.Automation.PSParser]::Tokenize(@('a b','c d'),[ref]$null) | ft",
      "[System.Management.Automation.PSParser]::Tokenize($null,[ref]$null)",
      "$e.Count",
    ],
    [
      "",
      "Collection`1\n",
      "\nContent     : foo\nType        : Command\nStart       : 0\nLength      : 3\nStartLine   : 1\nStartColumn : 1\nEndLine     : 1\nEndColumn   : 4\n\n",
      "\nContent             Type Start Length StartLine StartColumn EndLine EndColumn\n-------             ---- ----- ------ --------- ----------- ------- ---------\nfoo              Command     0      3         1           1       1         4\n-a:     CommandParameter     4      3         1           5       1         8\n1                 Number     7      1         1           8       1         9\n(             GroupStart     9      1         1          10       1        11\nx               Variable    10      2         1          11       1        13\n)               GroupEnd    12      1         1          13       1        14\n\n",
      "x\n",
      "",
      "\nToken                                Message\n-----                                -------\nSystem.Management.Automation.PSToken Missing closing ')' in expression.\n\n",
      "\nContent     : \nType        : Position\nStart       : 13\nLength      : 0\nStartLine   : 2\nStartColumn : 3\nEndLine     : 2\nEndColumn   : 3\n\n",
      "Missing closing ')' in expression.\nSystem.Management.Automation.PSParseError\n",
      "\nContent            Type Start Length StartLine StartColumn EndLine EndColumn\n-------            ---- ----- ------ --------- ----------- ------- ---------\na               Command     0      1         1           1       1         2\nb       CommandArgument     2      1         1           3       1         4\n…               NewLine     3      1         1           4       2         1\nc               Command     4      1         2           1       2         2\nd       CommandArgument     6      1         2           3       2         4\n…               NewLine     7      1         2           4       3         1\n\n",
      'Exception calling "Tokenize" with "2" argument(s): "Cannot process argument because the value of argument "script" is null. Change the value of argument "script" to a non-null value."\nAt line:1 char:1\n+ [System.Management.Automation.PSParser]::Tokenize($null,[ref]$null)\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : PSArgumentNullException\n',
      "1\n",
    ],
  ],
  [
    [
      "try { [scriptblock]::Create('(') } catch { $_.Exception.InnerException.Errors[0].ErrorId; $_.Exception.InnerException.Errors | fl }",
    ],
    [
      "ExpectedExpression\n\nExtent          : \nErrorId         : ExpectedExpression\nMessage         : An expression was expected after '('.\nIncompleteInput : True\n\nExtent          : \nErrorId         : MissingEndParenthesisInExpression\nMessage         : Missing closing ')' in expression.\nIncompleteInput : True\n\n",
    ],
  ],
  [
    [
      '$e=$null; [void][System.Management.Automation.Language.Parser]::ParseInput("a (`n",[ref]$null,[ref]$e)',
      "$e",
      '"$($e[0])"',
      "$e[0].Extent.StartLineNumber",
      "$e[0] | fl",
    ],
    [
      "",
      "\nExtent ErrorId                           Message                               IncompleteInput\n------ -------                           -------                               ---------------\n       ExpectedExpression                An expression was expected after '('.           False\n       MissingEndParenthesisInExpression Missing closing ')' in expression.              False\n\n",
      "At line:1 char:4\n+ a (\n+    ~\nAn expression was expected after '('.\n",
      "1\n",
      "\nExtent          : \nErrorId         : ExpectedExpression\nMessage         : An expression was expected after '('.\nIncompleteInput : False\n\n",
    ],
  ],
  [
    [
      '$t=$null; [void][System.Management.Automation.Language.Parser]::ParseInput("a`nb # c`n<# d #>",[ref]$t,[ref]$null); $t | ft Kind, Text, HasError',
    ],
    [
      "\n      Kind Text    HasError\n      ---- ----    --------\nIdentifier a          False\n   NewLine …          False\nIdentifier b          False\n   Comment # c        False\n   NewLine …          False\n   Comment <# d #>    False\nEndOfInput            False\n\n",
    ],
  ],
  [
    [
      "$t=$null; [void][System.Management.Automation.Language.Parser]::ParseInput('1.5kb 0x1f 3L 2d',[ref]$t,[ref]$null); $t | % { \"$($_.Value) $($_.Value.GetType().Name)\" } 2>$null",
    ],
    ["1536 Double\n31 Int32\n3 Int64\n2 Decimal\n \n"],
  ],
  [
    [
      "$t=$null; [void][System.Management.Automation.Language.Parser]::ParseInput('a','f.ps1',[ref]$t,[ref]$null); $t[0].Extent.File; $t[0].Extent",
    ],
    [
      "f.ps1\n\nFile                : f.ps1\nStartScriptPosition : System.Management.Automation.Language.InternalScriptPosition\nEndScriptPosition   : System.Management.Automation.Language.InternalScriptPosition\nStartLineNumber     : 1\nStartColumnNumber   : 1\nEndLineNumber       : 1\nEndColumnNumber     : 2\nText                : a\nStartOffset         : 0\nEndOffset           : 1\n\n",
    ],
  ],
  [
    [
      "{ a; b }.Ast.Extent.EndScriptPosition",
      "{ a; b }.Ast.Extent.EndScriptPosition.GetFullScript()",
      "{ a }.Ast.Extent | fl",
    ],
    [
      "\nFile         : \nLineNumber   : 1\nColumnNumber : 9\nLine         : { a; b }.Ast.Extent.EndScriptPosition\nOffset       : 8\n\n",
      "{ a; b }.Ast.Extent.EndScriptPosition.GetFullScript()\n",
      "\nFile                : \nStartScriptPosition : System.Management.Automation.Language.InternalScriptPosition\nEndScriptPosition   : System.Management.Automation.Language.InternalScriptPosition\nStartLineNumber     : 1\nStartColumnNumber   : 1\nEndLineNumber       : 1\nEndColumnNumber     : 6\nText                : { a }\nStartOffset         : 0\nEndOffset           : 5\n\n",
    ],
  ],
  [
    [
      "[System.Management.Automation.Language.TokenKind]::Foreach",
      "[enum]::GetNames([System.Management.Automation.Language.TokenKind]).Count",
      "[System.Management.Automation.Language.TokenKind]'if'",
      "[enum]::GetNames([System.Management.Automation.Language.TokenFlags]) -join ' '",
      "[System.Management.Automation.Language.TokenFlags]74",
      "[System.Management.Automation.PSTokenType]::Keyword",
    ],
    [
      "Foreach\n",
      "157\n",
      "If\n",
      "None BinaryPrecedenceLogical BinaryPrecedenceBitwise BinaryPrecedenceComparison BinaryPrecedenceCoalesce BinaryPrecedenceAdd BinaryPrecedenceMultiply BinaryPrecedenceFormat BinaryPrecedenceRange BinaryPrecedenceMask Keyword ScriptBlockBlockName BinaryOperator UnaryOperator CaseSensitiveOperator TernaryOperator SpecialOperator AssignmentOperator ParseModeInvariant TokenInError DisallowedInRestrictedMode PrefixOrPostfixOperator CommandName MemberName TypeName AttributeName CanConstantFold StatementDoesntSupportAttributes\n",
      'Cannot convert value "74" to type "System.Management.Automation.Language.TokenFlags" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "None,BinaryPrecedenceLogical,BinaryPrecedenceBitwise,BinaryPrecedenceComparison,BinaryPrecedenceCoalesce,BinaryPrecedenceAdd,BinaryPrecedenceMultiply,BinaryPrecedenceFormat,BinaryPrecedenceRange,BinaryPrecedenceMask,Keyword,ScriptBlockBlockName,BinaryOperator,UnaryOperator,CaseSensitiveOperator,TernaryOperator,SpecialOperator,AssignmentOperator,ParseModeInvariant,TokenInError,DisallowedInRestrictedMode,PrefixOrPostfixOperator,CommandName,MemberName,TypeName,AttributeName,CanConstantFold,StatementDoesntSupportAttributes".\nAt line:1 char:1\n+ [System.Management.Automation.Language.TokenFlags]74\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : InvalidArgument: (:) [], RuntimeException\n+ FullyQualifiedErrorId : UndefinedIntegerToEnum\n',
      "Keyword\n",
    ],
  ],
  [
    [
      "using namespace System.Management.Automation.Language\n$t = $e = $null; $ast = [Parser]::ParseInput('Get-X | ? { $_.a -eq 1 }', [ref]$t, [ref]$e); $t | ? { $_.TokenFlags.HasFlag([TokenFlags]::CommandName) } | % Text; $t.Kind -join ','",
    ],
    ["Get-X\n?\nGeneric,Pipe,Generic,LCurly,Variable,Dot,Identifier,Ieq,Number,RCurly,EndOfInput\n"],
  ],
  [
    [
      "$t=$null; [void][System.Management.Automation.Language.Parser]::ParseInput('$x = \"a\" #',[ref]$t,[ref]$null); $t[0] -is [System.Management.Automation.Language.VariableToken]; $t[2] -is [System.Management.Automation.Language.StringToken]; $t | ? { $_ -is [System.Management.Automation.Language.StringToken] } | % Value; $t[3].Kind",
    ],
    ["True\nTrue\na\nComment\n"],
  ],
  [
    ["[System.Management.Automation.Language.TokenTraits]::GetTraits('If')"],
    ["Keyword, StatementDoesntSupportAttributes\n"],
  ],
  [["try { Invoke-Expression '1 +' } catch { $_.Exception.Errors.Count }"], ["1\n"]],
];

test.each(rows)("%j", (lines, shown) => {
  expect(typed(...lines)).toEqual(shown);
});

test("tokens live on in a fork and a snapshot", () => {
  const shell = createShell({ edition: "PowerShell7" });
  shell.run(
    `$t = $null; [void][System.Management.Automation.Language.Parser]::ParseInput('"a $b" 5', [ref]$t, [ref]$null)`,
  );
  const line = "$t[0].NestedTokens.Name; $t[1].Value + 1; $t[0].Kind";
  expect([shell.fork().run(line).text, restoreShell(shell.snapshot()).run(line).text]).toEqual([
    "b\n6\nStringExpandable\n",
    "b\n6\nStringExpandable\n",
  ]);
});
