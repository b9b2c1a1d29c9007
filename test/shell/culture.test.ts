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
  expect(() => createShell({ culture: "fi-FI" })).toThrow(
    new RangeError(
      "The cultures en-US, de-DE, fr-FR, en-GB, it-IT, es-ES, nl-NL, sv-SE, pt-BR, ja-JP" +
        ' and "" (the invariant one) are emulated; this one is not: fi-FI.',
    ),
  );
});

it("a German shell", () => {
  const shell = createShell({ edition: "PowerShell7", culture: "de-DE" });
  const shown = (typed: string) => shell.run(typed).text;
  expect(shown("1.5; \"$(1.5)\"; '{0:N}' -f 1234.5; 1234.5.ToString(); (1.5,2.25) -join ' '")).toBe(
    "1,5\n1.5\n1.234,500\n1234,5\n1,5 2,25\n",
  );
  expect(shown("[datetime]'2024-03-05'")).toBe("\nDienstag, 5. März 2024 00:00:00\n\n");
  expect(shown("[double]::Parse('1,5') + [double]'1.5'")).toBe("3\n");
  expect(shown("[pscustomobject]@{A=1.5;B=[datetime]'2024-03-05'} | Format-List")).toBe(
    "\nA : 1,5\nB : 05.03.2024 00:00:00\n\n",
  );
});

it.each([
  ["(-1234.5).ToString('C',[cultureinfo]'de-DE')", "-1.234,50 €"],
  ["(-1234567.891).ToString('N2',[cultureinfo]'sv-SE')", "−1\u00a0234\u00a0567,89"],
  ["(-1234.5).ToString('C',[cultureinfo]'nl-NL')", "€ -1.234,50"],
  ["(1234.5).ToString('C',[cultureinfo]'ja-JP')", "￥1,234"],
  ["(0.1234).ToString('P',[cultureinfo]'de-DE')", "12,340 %"],
  ["(-1234.5).ToString('#,##0.00;(#,##0.00)',[cultureinfo]'fr-FR')", "(1\u202f234,50)"],
  ["[double]::Parse('1.234,5',[cultureinfo]'de-DE')", "1234.5"],
  ["([datetime]'2024-03-05 14:07:09').ToString('f',[cultureinfo]'fr-FR')", "mardi 5 mars 2024 14:07"],
  ["([datetime]'2024-03-05 14:07:09').ToString('dd/MM/yyyy',[cultureinfo]'de-DE')", "05.03.2024"],
  ["([datetime]'2024-03-05').ToString('MMM yyyy',[cultureinfo]'de-DE')", "Mär 2024"],
  ["([datetime]'2024-03-05').ToString('d MMM',[cultureinfo]'de-DE')", "5 März"],
  ["[string]::Format([cultureinfo]'de-DE','{0:N2} {1:d}',1234.5,[datetime]'2024-03-05')", "1.234,50 05.03.2024"],
])("%s", (typed, text) => {
  expect(createShell({ edition: "PowerShell7" }).run(typed).text).toBe(`${text}\n`);
});
