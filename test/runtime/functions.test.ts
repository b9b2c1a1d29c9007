import { expect, test } from "vitest";
import { typed } from "./typed.js";

test("parameters by position and name, default values, $args", () => {
  expect(
    typed(
      'function Add($a, $b = $a * 2) { "$a $b $args" }; Add 1; Add 1 2 3; Add -b 1 -a 10',
      'function K { param([string]$s, [int]$i, [bool]$b, $o) "[$s][$i][$b][$o]" }; K',
      "function Fact([int]$n) { if ($n -le 1) { 1 } else { $n * (Fact ($n - 1)) } }; Fact 10",
      "function A { $args.Count; @args }; A -foo bar",
      "function w($a, [int]$b = 5) { $a }; $function:w",
    ),
  ).toEqual(
    [
      "1 2 \n1 2 3\n10 1 \n",
      "[][0][False][]\n",
      "3628800\n",
      "At line:1 char:27\n",
      "param($a, [int]$b = 5)\n $a \n",
    ].map((text, index) => (index === 3 ? expect.stringContaining("SplattingNotPermitted") : text)),
  );
});

test("begin, process, end; objects go through one at a time, also those of a begin block", () => {
  expect(
    typed(
      "function P { begin { 'b' } process { \"p:$_\" } end { 'e' } }; 1..2 | P",
      "'x' | P | ForEach-Object { \"[$_]\" }",
      "filter Double { $_ * 2 }; 1..3 | Double",
      "function I { $input.GetType().Name; @($input).Count; @($input).Count }; 1..3 | I",
      "function U { \"[$_]\" }; 'p' | ForEach-Object { U }",
    ),
  ).toEqual(["b\np:1\np:2\ne\n", "[b]\n[p:x]\n[e]\n", "2\n4\n6\n", "ArrayListEnumeratorSimple\n3\n0\n", "[p]\n"]);
});

test("scopes: reads go out to the callers, writes stay", () => {
  expect(
    typed(
      "$v = 1; & { $v = 2; $v }; $v",
      ". { $v = 3 }; $v",
      'function SetV { $v = 4; $script:w = 5; $global:x = 6 }; SetV; "$v $w $x"',
      "function Outer { $o = 'dynamic'; Inner }; function Inner { $o }; Outer",
      "$n = 1; $sb = { $n }.GetNewClosure(); $n = 2; & $sb",
      '$private:p = 1; & { "[$p]" }; $p',
      "${env:FOO} = 'x'; $env:FOO; $function:ff = { \"ff $args\" }; ff 3",
    ),
  ).toEqual(["2\n1\n", "3\n", "3 5 6\n", "dynamic\n", "1\n", "[]\n1\n", "x\nff 3\n"]);
});

test("$PSBoundParameters, $MyInvocation, $PSCmdlet", () => {
  expect(
    typed(
      "function PSB { [CmdletBinding()] param($a, $b) $PSBoundParameters.Keys -join ','; $PSCmdlet.ParameterSetName }; PSB -a 1 -b $null",
      "function Named { $MyInvocation.MyCommand.Name; $MyInvocation.Line }; Named",
    ),
  ).toEqual([
    "a,b\n__AllParameterSets\n",
    "Named\nfunction Named { $MyInvocation.MyCommand.Name; $MyInvocation.Line }; Named\n",
  ]);
});
