import { expect, test } from "vitest";
import { typed } from "./typed.js";

const divided = (line: string, at: number, length: number) =>
  `Attempted to divide by zero.\nAt line:1 char:${at}\n+ ${line}\n+ ${" ".repeat(at - 1)}${"~".repeat(length)}\n` +
  "+ CategoryInfo          : NotSpecified: (:) [], RuntimeException\n+ FullyQualifiedErrorId : RuntimeException\n";

test("an error of an expression is shown at its statement, and the next statement runs", () => {
  expect(typed("1/0; 'after'", "$x = 5 + (1/0)", "if (1/0) { 5 } else { 6 }", '"a$(1/0)b"')).toEqual([
    `${divided("1/0; 'after'", 1, 3)}after\n`,
    divided("$x = 5 + (1/0)", 1, 14),
    divided("if (1/0) { 5 } else { 6 }", 5, 3),
    `${divided('"a$(1/0)b"', 5, 3)}ab\n`,
  ]);
});

test("try hands the errors of calls to catch, by type and by the exception inside; finally runs in every case", () => {
  expect(
    typed(
      "function f { 1/0; 'next' }; try { f } catch { \"c: $_\" } finally { 'fin' }",
      "try { [int]'x' } catch [System.FormatException] { 'format' } catch { 'other' }",
      "try { 1/0 } catch [System.DivideByZeroException] { 'inner' }",
      "function z { try { return 1 } finally { 'f' } }; z",
      'foreach ($i in 1..2) { try { continue } finally { "f$i" } }',
      "try { throw 'a' } catch { try { throw 'b' } catch { \"$_\" }; \"$_\" }",
    ),
  ).toEqual(["c: Attempted to divide by zero.\nfin\n", "other\n", "inner\n", "1\nf\n", "f1\nf2\n", "b\na\n"]);
});

test("trap handles the errors of its block and of what it calls", () => {
  expect(
    typed(
      "trap { \"T: $_\"; continue }; 1/0; 'next'",
      "function q { trap { 'T'; return 'rv' }; 1/0; 'next' }; q; 'after'",
      "trap { 'outer'; continue } function w { 1/0; 'w after' }; w; 'end'",
    ),
  ).toEqual(["T: Attempted to divide by zero.\nnext\n", "T\nrv\nafter\n", "outer\nend\n"]);
});

test("throw ends the line; a preference can silence it; $? and $Error tell", () => {
  expect(
    typed(
      "throw 'boom'; 'no'",
      "$?",
      "$Error.Count; $Error[0].Exception.Message",
      "$ErrorActionPreference = 'SilentlyContinue'; throw 'x'; 1/0; 'still'",
    ),
  ).toEqual([
    "boom\nAt line:1 char:1\n+ throw 'boom'; 'no'\n+ ~~~~~~~~~~~~\n" +
      "+ CategoryInfo          : OperationStopped: (boom:String) [], RuntimeException\n+ FullyQualifiedErrorId : boom\n",
    "False\n",
    "1\nboom\n",
    "still\n",
  ]);
});

test("an error that leaves an advanced function is the function's", () => {
  expect(typed("function g { [CmdletBinding()] param() 1/0; 'after' }; g", "g -ErrorAction Stop; 'next'")[1]).toBe(
    "g : Attempted to divide by zero.\nAt line:1 char:1\n+ g -ErrorAction Stop; 'next'\n+ ~~~~~~~~~~~~~~~~~~~\n" +
      "+ CategoryInfo          : NotSpecified: (:) [g], RuntimeException\n+ FullyQualifiedErrorId : RuntimeException,g\nnext\n",
  );
});
