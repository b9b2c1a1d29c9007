import { expect, it } from "vitest";
import { verify } from "../../src/transcripts/index.js";

const page = (sum: string): string =>
  [
    "# Sums",
    "",
    "```powershell",
    "PS C:\\>$a = 2",
    "PS C:\\>$a + 1",
    sum,
    "```",
    "",
    "1. In a list:",
    "",
    "   ```",
    "   PS C:\\>1..2 | % {",
    "   >> $_ * $a",
    "   >> }",
    ...(sum === "3" ? ["   2", "   4"] : ["   nothing"]),
    "",
    "   PS C:\\>'end'",
    "   end",
    "   ```",
    "",
    "> ```",
    "> PS C:\\>'quoted'",
    ...(sum === "3" ? ["> quoted"] : []),
    "> ```",
    "",
  ].join("\n");

it("finds nothing to change in a page that is true", () => {
  const { same, report, updated } = verify(page("3"), { edition: "PowerShell7" });
  expect({ same, report, updated }).toEqual({ same: true, report: "", updated: page("3") });
});

it("makes a page true, in every place and with its line ends, and leaves it then as it is", () => {
  const { same, updated } = verify(page("4").replaceAll("\n", "\r\n"), { edition: "PowerShell7" });
  expect(same).toBe(false);
  expect(updated).toBe(page("3").replaceAll("\n", "\r\n"));
  expect(verify(updated, { edition: "PowerShell7" }).same).toBe(true);
});
