import { expect, test } from "vitest";
import { typed } from "./typed.js";

test("multiple targets, compound assignment, steps", () => {
  expect(
    typed(
      '$a, $b, $c = 1, 2, 3, 4; "$a | $b | $c"',
      "($a, $b) = 'x', 'y'; \"$a $b\"",
      "$x = 10; $x += 5; $x -= 3; $x *= 2; $x /= 5; $x %= 3; $x",
      "$h = @{}; $h.n += 2; $h['n'] += 3; $h.n; $l = 1, 2, 3; $l[1]++; \"$l\"",
      '$i = 5; $j = $i++; "$i $j $(++$i)"; $i++; ($i++)',
      "$y ??= 7; $y ??= 8; $y",
    ),
  ).toEqual(["1 | 2 | 3 4\n", "x y\n", "1.8\n", "5\n1 3 3\n", "6 5 \n8\n", "7\n"]);
});

test("declared variables keep converting and validating", () => {
  const [, failed, , invalid] = typed(
    "[int]$n = '42'; $n + 1",
    "$n = 'abc'",
    "[ValidateRange(1,5)]$q = 3; $q",
    "$q = 9",
  );
  expect(failed).toContain('Cannot convert value "abc" to type "System.Int32".');
  expect(failed).toContain("MetadataError: (:) [], ArgumentTransformationMetadataException");
  expect(invalid).toContain(
    "The variable cannot be validated because the value 9 is not a valid value for the q variable.",
  );
});

test("what statements give can be assigned", () => {
  expect(
    typed(
      "$r = if ($true) { 'yes' }; $r; $f = foreach ($i in 1..3) { $i * 2 }; \"$f\"",
      "$x = @(1); $x.GetType().Name; $e = & { }; $null -eq $e; @($e).Count",
      "$sb = { 1; 2 }; (& $sb).Count",
    ),
  ).toEqual(["yes\n2 4 6\n", "Object[]\nTrue\n0\n", "2\n"]);
});
