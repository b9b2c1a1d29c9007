import { expect, test } from "vitest";
import { createShell } from "../../src/index.js";

// Texts asked of the engine.
test.each([
  ['$l = [System.Collections.ArrayList](1,2); $l.Item(0) = 7; "$l"', "7 2\n"],
  ['$l = [System.Collections.ArrayList](1,2); $l.Item(0) += 3; "$l"', "4 2\n"],
  ["$h = @{a=1}; $h.Item('b') = 2; $h.Item('b')++; $h.b", "3\n"],
])("%s", (line, text) => {
  expect(createShell({ edition: "PowerShell7" }).run(line).text).toBe(text);
});

test.each([
  ["$n = $null; $n.x(1) = 5", "InvokeMethodOnNull"],
  ["$s = 'abc'; $s.Chars(0) = 'z'", "MethodCountCouldNotFindBest"],
  ["$s = 'abc'; $s.Length() = 3", "MethodNotFound"],
  ["[math]::Abs(1) += 2", "MethodNotFound"],
])("%s fails", (line, id) => {
  expect(
    createShell({ edition: "PowerShell7" })
      .run(line)
      .errors.map((error) => error.id),
  ).toEqual([id]);
});
