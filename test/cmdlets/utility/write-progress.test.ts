import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";

test.each([
  ["Write-Progress -Activity 'Moving' -Status '1 of 2' -PercentComplete 50; 'done'", "done\n"],
  [
    "1..3 | % { Write-Progress 'Counting' \"$_ of 3\" -Id 1 -ParentId 0; $_ }; Write-Progress 'Counting' 'x' -Completed",
    "1\n2\n3\n",
  ],
])("%s", (line, text) => {
  expect(createShell({ edition: "PowerShell5" }).run(line).text).toBe(text);
});

test("a part of more than all", () => {
  expect(createShell({ edition: "PowerShell7" }).run("Write-Progress 'x' -PercentComplete 101").text).toBe(
    "Write-Progress: Cannot validate argument on parameter 'PercentComplete'. The 101 argument is greater than the maximum allowed range of 100. Supply an argument that is less than or equal to 100 and then try the command again.\n",
  );
});
