import { expect, test } from "vitest";
import { typed } from "./typed.js";

test("loops, labels, break and continue", () => {
  expect(
    typed(
      "for ($i = 0; $i -lt 3; $i++) { $i }",
      "foreach ($x in 'a', 'b') { \"item $x\" }; foreach ($x in $null) { 'never' }",
      "$i = 5; do { $i; $i-- } while ($i -gt 3); do { 'once' } until ($true)",
      ':outer foreach ($i in 1..3) { foreach ($j in 1..3) { if ($j -eq 2) { continue outer }; "$i$j" } }',
      ":outer while ($true) { while ($true) { break outer } }; 'out'",
    ),
  ).toEqual(["0\n1\n2\n", "item a\nitem b\n", "5\n4\nonce\n", "11\n21\n31\n", "out\n"]);
});

test("a break without a loop ends the line, also out of a function or a pipeline", () => {
  expect(
    typed(
      "function F { 'a'; break; 'b' }; F; 'next'",
      "foreach ($i in 1..3) { F }; 'after loop'",
      "1..3 | ForEach-Object { if ($_ -eq 2) { break }; $_ }; 'same line'",
      "1..3 | ForEach-Object { if ($_ -eq 2) { return }; $_ }; 'after return'",
    ),
  ).toEqual(["a\n", "a\nafter loop\n", "1\n", "1\n3\nafter return\n"]);
});

test("switch compares texts, runs every matching clause, and goes through collections", () => {
  expect(
    typed(
      "switch (3) { 1 { 'one' } 3 { 'three' } default { 'other' } }",
      "switch ('a', 'b') { 'a' { 'x'; continue; 'no' } default { 'd' } }",
      "switch -regex ('abc') { 'a(.)' { $Matches[1] } 'c' { $Matches[0] } }",
      "switch -wildcard ('abc') { 'a*' { 1 } '*C' { 2 } }",
      "switch ($true) { 1 { 'number' } 'True' { 'text' } }",
      "switch ([DayOfWeek]'Monday') { 1 { 'number' } 'monday' { 'name' } }",
      'switch (1..4) { 1 { [void]$switch.MoveNext(); $switch.Current } default { "d$_" } }',
    ),
  ).toEqual(["three\n", "x\nd\n", "b\nc\n", "1\n2\n", "text\n", "name\n", "2\nd3\nd4\n"]);
});

test("&& and || follow $?", () => {
  expect(
    typed(
      "'a' && 'b'",
      "Write-Error x -ErrorAction SilentlyContinue && 'no'; 'end'",
      "Write-Error x -ea SilentlyContinue || 'yes'",
    ),
  ).toEqual(["a\nb\n", "end\n", "yes\n"]);
});
