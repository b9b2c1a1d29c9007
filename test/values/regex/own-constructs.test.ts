import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";

const shown = (line: string): string => createShell({ edition: "PowerShell7" }).run(line).text;

describe("what only .NET's regular expressions have", () => {
  test.each([
    // Balancing groups: brackets that match.
    ["'((a)(b))' -match '^(?:[^()]|(?<o>\\()|(?<-o>\\)))*(?(o)(?!))$'", "True\n"],
    ["'((a)(b)' -match '^(?:[^()]|(?<o>\\()|(?<-o>\\)))*(?(o)(?!))$'", "False\n"],
    [
      "[regex]::Match('(x+(y*z))','\\((?>[^()]+|(?<d>\\()|(?<c-d>\\)))*(?(d)(?!))\\)').Groups['c'].Captures | % Value",
      "y*z\n",
    ],
    ["'ab' -match '(?<a>a)(?<-a>b)'; $Matches.Keys", "True\n0\n"],
    // Conditions: on a group, and on what comes next.
    ["'aab' -match '^(a)?(?(1)a|b)'; $Matches[0]", "True\naa\n"],
    ["[regex]::Match('aab','(?(a|b)a|b)').Value", "a\n"],
    ["[regex]::Match('aab','(?(n)a|b)').Value", "b\n"],
    // Where the search began.
    ["[regex]::Matches('aaba','\\Ga') | % Index", "0\n1\n"],
    ["[regex]::Matches('aab','\\Ga*') | % Index", "0\n2\n"],
    ["'abc' -replace '\\G[a-b]','x'", "xxc\n"],
    // From the end of the text.
    ["[regex]::Matches('abcb','b','RightToLeft') | % Index", "3\n1\n"],
    ["[regex]::new('\\d{2}','RightToLeft').Match('a12b345c').Value", "45\n"],
    ["[regex]::new('X','RightToLeft').Replace('aXbXc','-',1)", "aXb-c\n"],
    ["[regex]::new('(X)','RightToLeft').Split('aXbXc') -join '|'", "a|X|b|X|c\n"],
    ["[regex]::new('a*','RightToLeft').Matches('baab') | % { \"$($_.Index):$($_.Length)\" }", "4:0\n1:2\n1:0\n0:0\n"],
    ["[regex]::new('\\1(a)','RightToLeft').Match('aaa').Index", "1\n"],
  ])("%s", (line, text) => {
    expect(shown(line)).toBe(text);
  });

  test("all captures of a group", () => {
    expect(shown("[regex]::Match('a1b22','(?:([a-z])(\\d+))+').Groups[2].Captures | % { \"$($_.Index) $_\" }")).toBe(
      "1 1\n3 22\n",
    );
    expect(shown("[regex]::Match('abcd','(?<a>.)(?<b>.)(?<a>.)').Groups['a'].Captures | % Value")).toBe("a\nc\n");
  });

  test.each([
    ["(?(3)a|b)", "at offset 5. Conditional alternation refers to an undefined group number 3."],
    ["(?(a)a|b|c)", "at offset 11. Too many | in (?()|)."],
    ["(?<n-m>a)", "at offset 6. Reference to undefined group name 'm'."],
  ])("%s is refused", (pattern, reason) => {
    expect(shown(`try { [regex]::new('${pattern}') } catch { $_.Exception.InnerException.Message }`)).toBe(
      `Invalid pattern '${pattern}' ${reason}\n`,
    );
  });
});
