import { expect, it } from "vitest";
import { createShell } from "../../src/index.js";

const line = "'{0:C} {0:P0}' -f 2.5; [cultureinfo]::CurrentCulture.Name; ([datetime]'2024-03-05').ToString('D')";

it("the culture is an input: en-US when nothing is said, the invariant one for an empty name", () => {
  expect(createShell({ edition: "PowerShell7" }).run(line).text).toBe("$2.50 250%\nen-US\nTuesday, March 5, 2024\n");
  expect(createShell({ edition: "PowerShell7", culture: "" }).run(line).text).toBe(
    "¤2.50 250 %\n\nTuesday, 05 March 2024\n",
  );
});

it("another culture is refused by name", () => {
  expect(() => createShell({ culture: "de-DE" })).toThrow(
    new RangeError('The cultures en-US and "" (the invariant one) are emulated; this one is not: de-DE.'),
  );
});
