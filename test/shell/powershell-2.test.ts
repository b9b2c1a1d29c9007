import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createShell, type EditionName } from "../../src/index.js";
import { languageHistory } from "../../src/shell/language-history.js";
import { commandTable, historyTable, parameterTable } from "../docs/history-tables.js";

/** What a line shows in a fresh session. */
function shown(edition: EditionName, line: string): string {
  return createShell({ edition, profile: "$ErrorView = 'NormalView'" }).run(line).text;
}

/** An edition that is new enough. */
function withFeature(since: string): EditionName {
  return since === "7.0" ? "PowerShell7" : since === "5.0" ? "Exchange2016" : "Exchange2013";
}

describe("what came after PowerShell 2.0", () => {
  it.each(languageHistory)("$feature: $line", ({ since, line }) => {
    expect(shown("Exchange2010", line)).not.toBe(shown(withFeature(since), line));
  });

  it("is what the page says", () => {
    const file = new URL("../../docs/powershell-2.md", import.meta.url);
    const page = readFileSync(file, "utf8");
    const tables = [historyTable(), commandTable(), parameterTable()];
    // The tables of the page, in its order; UPDATE_PAGES=1 writes them anew.
    const current = page.replace(/^\|.*(?:\n\|.*)*/gm, (old) => tables.shift() ?? old);
    if (process.env.UPDATE_PAGES === "1") writeFileSync(file, current);
    else expect(page).toBe(current);
  });
});

describe("Windows PowerShell 4.0", () => {
  it("has what 3.0 and 4.0 brought and lacks what 5.0 brought", () => {
    expect(shown("Exchange2013", "1 -in 1,2; (1,2).Where({ $_ -eq 2 }); ([ordered]@{ b = 1; a = 2 }).Keys")).toBe(
      "True\n2\nb\na\n",
    );
    expect(shown("Exchange2013", "[datetime]::new(2010, 1, 1)")).toBe(
      `Method invocation failed because [System.DateTime] does not contain a method named 'new'.
At line:1 char:1
+ [datetime]::new(2010, 1, 1)
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidOperation: (:) [], RuntimeException
    + FullyQualifiedErrorId : MethodNotFound
 
`,
    );
    expect(shown("Exchange2013", "Write-Information x")).toBe(
      `Write-Information : The term 'Write-Information' is not recognized as the name of a cmdlet, function, script file, or 
operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try 
again.
At line:1 char:1
+ Write-Information x
+ ~~~~~~~~~~~~~~~~~
    + CategoryInfo          : ObjectNotFound: (Write-Information:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException
 
`,
    );
  });
});

describe("errors of PowerShell 2.0", () => {
  const cases: readonly (readonly [line: string, text: string])[] = [
    [
      "$object = New-Object PSObject; $object.Size = 5",
      `Property 'Size' cannot be found on this object; make sure it exists and is settable.
At line:1 char:40
+ $object = New-Object PSObject; $object. <<<< Size = 5
    + CategoryInfo          : InvalidOperation: (Size:String) [], RuntimeException
    + FullyQualifiedErrorId : PropertyAssignmentException
`,
    ],
    [
      "[int]$number = 1; $number = 'many'",
      `Cannot convert value "many" to type "System.Int32". Error: "Input string was not in a correct format."
At line:1 char:26
+ [int]$number = 1; $number <<<<  = 'many'
    + CategoryInfo          : MetadataError: (:) [], ArgumentTransformationMetadataException
    + FullyQualifiedErrorId : RuntimeException
`,
    ],
    [
      "Set-StrictMode -Version 2; (Get-Date).Nope",
      `Property 'Nope' cannot be found on this object. Make sure that it exists.
At line:1 char:39
+ Set-StrictMode -Version 2; (Get-Date). <<<< Nope
    + CategoryInfo          : InvalidOperation: (.:OperatorToken) [], RuntimeException
    + FullyQualifiedErrorId : PropertyNotFoundStrict
`,
    ],
    [
      "New-Object Missing.Type",
      `New-Object : Cannot find type [Missing.Type]: make sure the assembly containing this type is loaded.
At line:1 char:11
+ New-Object <<<<  Missing.Type
    + CategoryInfo          : InvalidType: (:) [New-Object], PSArgumentException
    + FullyQualifiedErrorId : TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand
`,
    ],
    [
      "try { 'a'.Nope() } catch { $_.CategoryInfo.ToString(); $_.InvocationInfo.PositionMessage }",
      `InvalidOperation: (Nope:String) [], RuntimeException
At line:1 char:15
+ try { 'a'.Nope <<<< () } catch { $_.CategoryInfo.ToString(); $_.InvocationInfo.PositionMessage }
`,
    ],
    [
      "$a = 5 5",
      `Unexpected token '5' in expression or statement.
At line:1 char:9
+ $a = 5 5 <<<< 
    + CategoryInfo          : ParserError: (5:String) [], ParentContainsErrorRecordException
    + FullyQualifiedErrorId : UnexpectedToken
`,
    ],
  ];
  it.each(cases)("%s", (line, text) => {
    expect(shown("Exchange2010", line).replace(/ \n$/, "")).toBe(text);
  });
});
