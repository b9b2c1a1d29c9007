// Syntax trees as objects, each line as the engine answers it.
import { expect, test } from "vitest";
import { createShell, restoreShell } from "../../src/index.js";
import { typed } from "./typed.js";

const rows: readonly (readonly [line: string, text: string])[] = [
  ["{ $a = 1 }.Ast.Extent.Text", "{ $a = 1 }\n"],
  ["{ $a = 1 }.Ast.ToString()", "{ $a = 1 }\n"],
  [
    "$b = { foo 1; bar 2 }; $b.Ast.FindAll({ param($n) $n -is [System.Management.Automation.Language.CommandAst] }, $true) | % { $_.GetCommandName() }",
    "foo\nbar\n",
  ],
  [
    "$b = { foo 1; bar 2 }; $b.Ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true).Count",
    "2\n",
  ],
  [
    "$b = { $x = $y + 1 }; $b.Ast.FindAll({ $args[0] -is [System.Management.Automation.Language.VariableExpressionAst] }, $true) | % { $_.VariablePath.UserPath }",
    "x\ny\n",
  ],
  [
    "$b = { $x = $y + 1 }; $b.Ast.Find({ $args[0] -is [System.Management.Automation.Language.BinaryExpressionAst] }, $true).Operator",
    "Plus\n",
  ],
  [
    '{ param($a, [int]$b = 5) $a }.Ast.ParamBlock.Parameters | % { "$($_.Name) $($_.StaticType) $($_.DefaultValue)" }',
    "$a System.Object \n$b int 5\n",
  ],
  ["function f($x) { $x }; (Get-Command f).ScriptBlock.Ast.GetType().Name", "FunctionDefinitionAst\n"],
  [
    "function f { param($x) $x }; ${function:f}.Ast.GetType().Name; ${function:f}.Ast.Name; ${function:f}.Ast.Body.Extent.Text",
    "FunctionDefinitionAst\nf\n{ param($x) $x }\n",
  ],
  ["{ 'a' }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.Value", "a\n"],
  ["{ 'a' }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.StaticType.FullName", "System.String\n"],
  ["{ 'a' }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.StringConstantType", "SingleQuoted\n"],
  ["{ 5 }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.Value.GetType().Name", "Int32\n"],
  [
    '{ 5 }.Ast.Extent | % { "$($_.StartOffset) $($_.EndOffset) $($_.StartLineNumber) $($_.StartColumnNumber) $($_.EndLineNumber) $($_.EndColumnNumber) $($_.File)" }',
    "0 5 1 1 1 6 \n",
  ],
  ["{ 5 }.Ast.EndBlock.Statements[0].Parent.GetType().Name", "NamedBlockAst\n"],
  ["{ 5 }.Ast.Parent.GetType().Name", "ScriptBlockExpressionAst\n"],
  ["[scriptblock]::Create('1 + 2').Ast.Extent.Text", "1 + 2\n"],
  ["[scriptblock]::Create('1 + 2').Ast.Parent", ""],
  [
    "[scriptblock]::Create(\"throw 'x'\").Invoke()",
    'Exception calling "Invoke" with "0" argument(s): "x"\nAt line:1 char:1\n+ [scriptblock]::Create("throw \'x\'").Invoke()\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException\n+ FullyQualifiedErrorId : RuntimeException\n',
  ],
  [
    '& ([scriptblock]::Create("`n`n1/0"))',
    "Attempted to divide by zero.\nAt line:3 char:1\n+ 1/0\n+ ~~~\n+ CategoryInfo          : NotSpecified: (:) [], RuntimeException\n+ FullyQualifiedErrorId : RuntimeException\n",
  ],
  [
    "{ foo -Bar 1 }.Ast.EndBlock.Statements[0].PipelineElements[0].CommandElements | % { $_.GetType().Name + ' ' + $_ }",
    "StringConstantExpressionAst foo\nCommandParameterAst -Bar\nConstantExpressionAst 1\n",
  ],
  [
    "{ foo -Bar:1 }.Ast.EndBlock.Statements[0].PipelineElements[0].CommandElements[1] | % { $_.ParameterName; $_.Argument.Value }",
    "Bar\n1\n",
  ],
  [
    "{ [int]$a }.Ast.Find({ $args[0] -is [Management.Automation.Language.ConvertExpressionAst] }, $true).Type.TypeName.FullName",
    "int\n",
  ],
  ["{ if ($a) { 1 } else { 2 } }.Ast.EndBlock.Statements[0].Clauses[0].Item1.Extent.Text", "$a\n"],
  [
    "{ @{ a = 1 } }.Ast.Find({ $args[0] -is [Management.Automation.Language.HashtableAst] }, $true).KeyValuePairs[0].Item1.Value",
    "a\n",
  ],
  [
    "{ $a.b() }.Ast.Find({ $args[0] -is [Management.Automation.Language.InvokeMemberExpressionAst] }, $true).Member.Value",
    "b\n",
  ],
  [
    "{ { 1 } }.Ast.FindAll({ $args[0] -is [Management.Automation.Language.ConstantExpressionAst] }, $false).Count",
    "0\n",
  ],
  [
    "{ { 1 } }.Ast.FindAll({ $args[0] -is [Management.Automation.Language.ConstantExpressionAst] }, $true).Count",
    "1\n",
  ],
  [
    "{ foo }.Ast.FindAll({ $true }, $true) | % { $_.GetType().Name }",
    "ScriptBlockAst\nNamedBlockAst\nPipelineAst\nCommandAst\nStringConstantExpressionAst\n",
  ],
  ["{ 1 }.Ast -is [System.Management.Automation.Language.Ast]", "True\n"],
  ["{ 1 }.Ast.EndBlock.Unnamed", "True\n"],
  ["{ begin { 1 } process { 2 } }.Ast.ProcessBlock.Extent.Text", "process { 2 }\n"],
  ['{ "a $b" }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.NestedExpressions[0].Extent.Text', "$b\n"],
  ["{ 1 }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.SafeGetValue()", "1\n"],
  ["{ @{ a = 1, 2 } }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.SafeGetValue().a", "1\n2\n"],
  ["{ 1 }.Ast.GetScriptBlock().Invoke()", "1\n"],
  [
    "{ 1 }.Ast.EndBlock.Statements",
    "\nPipelineElements Background Extent Parent\n---------------- ---------- ------ ------\n{1}                   False 1      1\n\n",
  ],
  [
    "{ 1 }.Ast",
    "\nAttributes         : {}\nUsingStatements    : {}\nParamBlock         : \nBeginBlock         : \nProcessBlock       : \nEndBlock           : 1\nCleanBlock         : \nDynamicParamBlock  : \nScriptRequirements : \nExtent             : { 1 }\nParent             : { 1 }\n\n",
  ],
  [
    "{ try { a } catch [System.IO.IOException] { b } }.Ast.EndBlock.Statements[0].CatchClauses[0].CatchTypes[0].TypeName.Name",
    "System.IO.IOException\n",
  ],
  [
    "{ foreach ($i in 1..3) { $i } }.Ast.EndBlock.Statements[0] | % { $_.Variable; $_.Condition.Extent.Text; $_.Body.Extent.Text; $_.Label; $_.Flags }",
    "\nVariablePath : i\nSplatted     : False\nStaticType   : System.Object\nExtent       : $i\nParent       : foreach ($i in 1..3) { $i }\n\n1..3\n{ $i }\nNone\n",
  ],
  [
    "{ $x | foo > a.txt }.Ast.EndBlock.Statements[0].PipelineElements[1].Redirections[0] | % { $_.FromStream; $_.Append; $_.Location.Value }",
    "Output\nFalse\na.txt\n",
  ],
  ["{ return 5 }.Ast.EndBlock.Statements[0].Pipeline.Extent.Text", "5\n"],
  [
    "{ $a += 1 }.Ast.EndBlock.Statements[0] | % { $_.Operator; $_.Left.Extent.Text; $_.Right.Extent.Text }",
    "PlusEquals\n$a\n1\n",
  ],
  ["{ -not $a }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.TokenKind", "Not\n"],
  ["{ & foo }.Ast.EndBlock.Statements[0].PipelineElements[0].InvocationOperator", "Ampersand\n"],
  ["{ foo }.Ast.EndBlock.Statements[0].PipelineElements[0].GetCommandName()", "foo\n"],
  ["{ & $x }.Ast.EndBlock.Statements[0].PipelineElements[0].GetCommandName()", ""],
  [
    '{ $global:x }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.VariablePath | % { $_.UserPath; $_.IsGlobal; $_.IsVariable; $_.DriveName; "$_" }',
    "global:x\nTrue\nTrue\nglobal:x\n",
  ],
];

test.each(rows)("%s", (line, text) => {
  expect(typed(line)).toEqual([text]);
});

test("errors of a text that is parsed, and the tree all the same", () => {
  expect(
    typed(
      "$e = $null; $a = [System.Management.Automation.Language.Parser]::ParseInput('if (', [ref]$null, [ref]$e); $e.Count; $e[0].Message; $e[0].ErrorId; $e[0].Extent.StartOffset; $e[0].IncompleteInput",
      "$a.GetType().Name",
    ),
  ).toEqual([
    "1\nMissing condition in if statement after 'if ('.\nIfStatementMissingCondition\n4\nTrue\n",
    "ScriptBlockAst\n",
  ]);
});

test("a node lives on in a fork and a snapshot", () => {
  const shell = createShell({ edition: "PowerShell7" });
  shell.run("$c = { foo 1; bar 2 }.Ast.EndBlock.Statements[1]");
  expect([
    shell.fork().run('"$c"').text,
    restoreShell(shell.snapshot()).run('"$c"; $c.Parent.GetType().Name').text,
  ]).toEqual(["bar 2\n", "bar 2\nNamedBlockAst\n"]);
});
