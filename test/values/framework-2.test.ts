import { describe } from "vitest";
import { shows } from "../cmdlets/support.js";

const said = (expression: string) => `try { ${expression} } catch { $_.Exception.Message }`;

/** Documented by the pages of .NET's members, "Applies to". */
describe("what .NET 2.0, under PowerShell 2.0, does not have", () => {
  shows(
    [
      [
        said("[string]::IsNullOrWhiteSpace('')"),
        ["Method invocation failed because [System.String] doesn't contain a method named 'IsNullOrWhiteSpace'."],
      ],
      [said("[string]::IsNullOrEmpty('')"), ["True"]],
      [
        said("[guid]::Parse('x')"),
        ["Method invocation failed because [System.Guid] doesn't contain a method named 'Parse'."],
      ],
      [said("[IO.Path]::Combine('a', 'b')"), ["a\\b"]],
      [
        said("[IO.Path]::Combine('a', 'b', 'c')"),
        ['Cannot find an overload for "Combine" and the argument count: "3".'],
      ],
      [
        said("[timespan]::FromHours(1).ToString('hh')"),
        ['Cannot find an overload for "ToString" and the argument count: "1".'],
      ],
      [said("[timespan]::FromHours(1).ToString()"), ["01:00:00"]],
      ["[environment]::Is64BitOperatingSystem -eq $null", ["True"]],
      [
        said("[System.Tuple]::Create(1)"),
        ["Unable to find type [System.Tuple]: make sure that the assembly containing this type is loaded."],
      ],
      [
        said("[bigint]5"),
        ["Unable to find type [bigint]: make sure that the assembly containing this type is loaded."],
      ],
    ],
    { edition: "Exchange2010" },
  );
  shows([[said("[string]::IsNullOrWhiteSpace('')"), ["True"]]], { edition: "Exchange2013" });
});
