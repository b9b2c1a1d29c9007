import { expect, it } from "vitest";
import { createShell } from "../../src/index.js";

function shown(...lines: readonly string[]): string {
  const shell = createShell({ edition: "PowerShell7", profile: "$ErrorView = 'NormalView'" });
  return lines.map((line) => shell.run(line).text).join("");
}

it("an array of two dimensions is read, written and enumerated row by row", () => {
  expect(
    shown(
      "$m = [int[,]]::new(2,3); $m[0,0] = 1; $m[1,2] = '9'; $m[-1,0]++",
      `"$m"; $m.Rank; $m.GetLength(1); $m.Length; $m[1,2]; $m[5,5]; $m[(0,0),(1,2)]; $m.GetType().FullName`,
    ),
  ).toBe("1 0 0 1 0 9\n2\n3\n6\n9\n1\n9\nSystem.Int32[,]\n");
});

it("as many indexes as dimensions", () => {
  expect(shown("$m = [int[,]]::new(2,3)", "$m[0]")).toBe(`You cannot index into a 2 dimensional array with index [0].
At line:1 char:1
+ $m[0]
+ ~~~~~
+ CategoryInfo          : InvalidOperation: (:) [], RuntimeException
+ FullyQualifiedErrorId : NeedMultidimensionalIndex
`);
});

it("[array]::Resize puts another array into the variable", () => {
  expect(shown('$a = 1,2,3; [array]::Resize([ref]$a, 2); "$a"; $a.Count')).toBe("1 2\n2\n");
});
