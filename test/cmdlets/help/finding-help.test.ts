// What Get-Help shows, as the real engine shows it (asked of it, line by line).
import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { shell, text } from "./support.js";

describe("finding", () => {
  test("several topics", () => {
    expect(text("Get-Help *-history")).toBe(`\

Name                              Category  Module                    Synopsis
----                              --------  ------                    --------
Add-History                       Cmdlet    Microsoft.PowerShell.Core …
Clear-History                     Cmdlet    Microsoft.PowerShell.Core …
Get-History                       Cmdlet    Microsoft.PowerShell.Core …
Invoke-History                    Cmdlet    Microsoft.PowerShell.Core …

`);
  });

  test("a part of a name", () => {
    expect(text("Get-Help histor")).toBe(`\

Name                              Category  Module                    Synopsis
----                              --------  ------                    --------
history                           Alias                               Get-History
Add-History                       Cmdlet    Microsoft.PowerShell.Core …
Clear-History                     Cmdlet    Microsoft.PowerShell.Core …
Get-History                       Cmdlet    Microsoft.PowerShell.Core …
Invoke-History                    Cmdlet    Microsoft.PowerShell.Core …

`);
  });

  test("nothing", () => {
    expect(text("Get-Help zzz")).toBe(`\
Get-Help : Get-Help could not find zzz in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.
At line:1 char:1
+ Get-Help zzz
+ ~~~~~~~~~~~~
+ CategoryInfo          : ResourceUnavailable: (:) [Get-Help], HelpNotFoundException
+ FullyQualifiedErrorId : HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand
`);
  });
});

test("-? shows the help of a command; a simple function takes it as an argument", () => {
  expect(text("f -?")).toBe(text("Get-Help f"));
  expect(text("Get-History -?")).toBe(text("Get-Help Get-History"));
  expect(text('function simple { "args: $args" }; simple -?')).toBe("args: -?\n");
});

test("the parts of help are objects", () => {
  expect(
    text("(Get-Help f).Synopsis; (Get-Help f).examples.example[1].code; (Get-Help f).parameters.parameter[0].required"),
  ).toBe("Does it.\nf b\ntrue\n");
});

test("what is not emulated says so", () => {
  expect(shell.run("Get-Help about_if").errors[0]?.message).toBe(
    "The emulator does not run the help topic about_if. Get-Help shows the help of commands: Get-Help Get-Command.",
  );
  expect(shell.run("Get-Help f -Online").errors[0]?.message).toBe(
    "The emulator does not run a browser for -Online. Get-Help f shows what there is here.",
  );
});

describe("where help may stand", () => {
  const synopsisOf = (source: string): string =>
    createShell({ edition: "PowerShell7" }).run(`${source}\n(Get-Help x).Synopsis`).text.trim();
  test.each([
    ["above the function", "# .SYNOPSIS\n# found\nfunction x { 1 }"],
    ["above it with an empty line between", "<#\n.SYNOPSIS\nfound\n#>\n\nfunction x { 1 }"],
    ["at the beginning", "function x {\n<# .SYNOPSIS\nfound #>\n 1 }"],
    ["beside the brace", "function x { # .SYNOPSIS\n# found\n}"],
    ["at the end", 'function x { "a"\n# .SYNOPSIS\n# found\n}'],
    ["above rather than inside", "# .SYNOPSIS\n# found\nfunction x {\n# .SYNOPSIS\n# inside\n}"],
    ["at the beginning rather than at the end", 'function x {\n# .SYNOPSIS\n# found\n"a"\n# .SYNOPSIS\n# end\n}'],
    ["the last of two", "function x {\n<#\n.SYNOPSIS\none\n.SYNOPSIS\nfound\n#>\n}"],
    ["with indentation", "function x {\n  <#\n    .Synopsis\n      found\n  #>\n}"],
  ])("%s", (_case, source) => {
    expect(synopsisOf(source)).toBe("found");
  });
  test.each([
    ["two empty lines above", "<#\n.SYNOPSIS\nfound\n#>\n\n\nfunction x { 1 }"],
    ["behind other text", "function x {\n<#\ntext\n.SYNOPSIS\nfound\n#>\n}"],
    ["with an unknown keyword", "function x {\n<#\n.SYNOPSIS\nfound\n.BOGUS\n#>\n}"],
    ["with text behind the keyword", "function x {\n<#\n.SYNOPSIS found\n#>\n}"],
    ["in the second comment", "function x {\n# other\n\n# .SYNOPSIS\n# found\n 1 }"],
  ])("not %s", (_case, source) => {
    expect(synopsisOf(source)).toBe("x");
  });
});

// PowerShell 7.6, asked.
describe("by component, role and functionality", () => {
  const session = createShell({
    edition: "PowerShell7",
    profile: `$ErrorView = "NormalView"
<#
.SYNOPSIS
 Does it
.COMPONENT
 Exchange
.ROLE
 Admin
.FUNCTIONALITY
 Mail
#>
function Get-Foo{}
<#
.SYNOPSIS
 Does bar
.COMPONENT
 Lync
#>
function Get-Foobar{}`,
  });
  const summary = `
Name                              Category  Module                    Synopsis
----                              --------  ------                    --------
Get-Foo                           Function                            Does it
Get-Foobar                        Function                            Does bar

`;
  const notFound = (name: string, line: string): string => `\
get-help : Get-Help could not find ${name} in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.
At line:1 char:1
+ ${line}
+ ${"~".repeat(line.length)}
+ CategoryInfo          : ResourceUnavailable: (:) [Get-Help], HelpNotFoundException
+ FullyQualifiedErrorId : HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand
`;
  test.each([
    ["get-help get-fo* -component exchange, lync", summary],
    ["(get-help get-foo -component exch*).Name", "Get-Foo\n"],
    ["(get-help get-foo -role admin,x -functionality m*).Name", "Get-Foo\n"],
    ["(get-help -component exchange).Name", "Get-Foo\n"],
    ["(get-help foo -component l*).Name", "Get-Foobar\n"],
    ["(get-help get-command -component *).Name", "Get-Command\n"],
    ['(get-help get-command -role "").Name', "Get-Command\n"],
    ["get-help -component nosuch", ""],
    ["(get-help -role Admin -category cmdlet).Name", ""],
    ["(get-help * -component exchange, lync).Component -join ' '", "Exchange Lync\n"],
    ["get-help get-foo -component exch", notFound("get-foo", "get-help get-foo -component exch")],
    ["get-help gcm -component exchange", notFound("gcm", "get-help gcm -component exchange")],
    ["(get-help get-foo -Path nowhere).Name", "Get-Foo\n"],
  ])("%s", (line, shown) => {
    expect(session.run(line).text).toBe(shown);
  });

  test("a window of its own leaves the console empty", () => {
    expect(session.run("get-help get-foo -showwindow").text).toBe("");
    expect(session.run("get-help nosuch -showwindow").text).toBe(notFound("nosuch", "get-help nosuch -showwindow"));
  });
});
