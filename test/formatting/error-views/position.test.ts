import { describe, expect, it } from "vitest";
import { positionMessage } from "../../../src/formatting/error-views/position.js";
import {
  powerShell7Formatting,
  windowsPowerShell2Formatting,
  windowsPowerShell5Formatting,
} from "../../../src/formatting/formatting-facts.js";

const at = (sourceText: string, part: string, file: string | null = null) => {
  const start = sourceText.indexOf(part);
  return { sourceText, file, start, end: start + part.length };
};
const { errors: seven } = powerShell7Formatting;

describe("position of an error", () => {
  it("underlines the extent", () => {
    expect(positionMessage(at("Get-Item -Foo bar", "-Foo"), seven)).toBe(
      "At line:1 char:10\n+ Get-Item -Foo bar\n+          ~~~~",
    );
  });

  it("counts lines, and the columns of tabs as one but shows four", () => {
    expect(positionMessage(at("if (1) {\n\t1/0 }", "1/0"), seven)).toBe("At line:2 char:2\n+     1/0 }\n+     ~~~");
  });

  it("names the file of a script", () => {
    expect(positionMessage(at("a\nb", "b", "C:\\x.ps1"), seven)).toBe("At C:\\x.ps1:2 char:1\n+ b\n+ ~");
  });

  it("ends the underline with the first line of a longer extent", () => {
    expect(positionMessage(at("x = {\n a }", "{\n a }"), seven)).toBe("At line:1 char:5\n+ x = {\n+     ~");
  });

  it("cuts long lines to a window around the extent", () => {
    const a = "a".repeat(60);
    const text = `'${a}';[int]'x';'${a}'`;
    expect(positionMessage(at(text, "[int]'x'"), seven)).toBe(
      `At line:1 char:64\n+ \u2026 ${"a".repeat(51)}';[int]'x';'aaaaaa \u2026\n+ ${" ".repeat(55)}~~~~~~~~`,
    );
    const thrown = `throw '${"a".repeat(90)}'`;
    expect(positionMessage(at(thrown, thrown), windowsPowerShell5Formatting.errors)).toBe(
      `At line:1 char:1\n+ throw '${"a".repeat(62)} ...\n+ ${"~".repeat(69)}`,
    );
  });

  it("marks the end of the token in 2.0", () => {
    expect(positionMessage(at("Get-Mailbox nobody", "Get-Mailbox"), windowsPowerShell2Formatting.errors)).toBe(
      "At line:1 char:12\n+ Get-Mailbox <<<<  nobody",
    );
  });
});
