import "../../src/vitest/index.js";
import { expect, it } from "vitest";
import { createShell } from "../../src/index.js";

const shell = createShell({ edition: "PowerShell7" });

it("toShow compares what a line shows, blanks that copying loses apart", () => {
  expect(shell).toShow("'a  '; 'b'", "a\nb");
  expect(shell).not.toShow("1 + 1", "3");
});

it("toShow shows both texts side by side", () => {
  expect(() => expect(shell).toShow("1 + 1", "3")).toThrow(
    ["PS C:\\>1 + 1", "expected   shown", "--------   --------", "3        | 2"].join("\n"),
  );
});

it("toReplay types a transcript", () => {
  expect(shell).toReplay("PS C:\\>$a = 2\nPS C:\\>$a * 2\n4\n");
  expect(() => expect(shell).toReplay("PS C:\\>1\n1\nPS C:\\>2\n5\n")).toThrow("line 3: PS C:\\>2");
});
