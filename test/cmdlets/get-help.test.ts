// What Get-Help shows, as the real engine shows it (asked of it, line by line).
import { describe, expect, test } from "vitest";
import { createShell } from "../../src/index.js";

const commented = `\
function f { <#
.SYNOPSIS
Does it.
.DESCRIPTION
Long description
of two lines.

Second paragraph.
.PARAMETER Name
The name to use.
.PARAMETER Count
How many.
.EXAMPLE
f -Name a
Does a.
.EXAMPLE
PS> f b

Does b.
More.
.INPUTS
System.String
.OUTPUTS
None
.NOTES
Author: me
.LINK
Get-Command
.LINK
https://example.com/f
#>
[CmdletBinding(SupportsShouldProcess)] param([Parameter(Mandatory,Position=0,ValueFromPipeline)][Alias("n","nn")][string]$Name,[int]$Count = 5,[ValidateSet("a","b")][string[]]$Mode,[switch]$Force) process{} }
`;
const declared =
  'function g { param([Parameter(Mandatory,ParameterSetName="A",Position=0,HelpMessage="Give it")][Alias("n","nn")][string]$Name,[Parameter(ParameterSetName="B",ValueFromPipelineByPropertyName)][int]$Count = 5,[ValidateSet("a","b")][string[]]$Mode,[System.DayOfWeek]$Day,[switch]$Force,$x) }';
const profile = `$ErrorView = "NormalView"\n${commented}\n${declared}`;
const shell = createShell({ edition: "PowerShell7", profile });
const text = (line: string): string => shell.run(line).text;

describe("help in comments", () => {
  test("the default view", () => {
    expect(text("Get-Help f")).toBe(`\

NAME
    f
    
SYNOPSIS
    Does it.
    
    
SYNTAX
    f [-Name] <String> [-Count <Int32>] [-Mode <String[]>] [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]
    
    
DESCRIPTION
    Long description
    of two lines.
    
    Second paragraph.
    

RELATED LINKS
    Get-Command 
    https://example.com/f

REMARKS
    To see the examples, type: "Get-Help f -Examples"
    For more information, type: "Get-Help f -Detailed"
    For technical information, type: "Get-Help f -Full"
    For online help, type: "Get-Help f -Online"


`);
  });

  test("everything", () => {
    expect(text("Get-Help f -Full")).toBe(`\

NAME
    f
    
SYNOPSIS
    Does it.
    
    
SYNTAX
    f [-Name] <String> [-Count <Int32>] [-Mode <String[]>] [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]
    
    
DESCRIPTION
    Long description
    of two lines.
    
    Second paragraph.
    

PARAMETERS
    -Name <String>
        The name to use.
        
        Required?                    true
        Position?                    1
        Default value                
        Accept pipeline input?       true (ByValue)
        Aliases                      
        Accept wildcard characters?  false
        
    -Count <Int32>
        How many.
        
        Required?                    false
        Position?                    named
        Default value                5
        Accept pipeline input?       false
        Aliases                      
        Accept wildcard characters?  false
        
    -Mode <String[]>
        
        Required?                    false
        Position?                    named
        Default value                
        Accept pipeline input?       false
        Aliases                      
        Accept wildcard characters?  false
        
    -Force [<SwitchParameter>]
        
        Required?                    false
        Position?                    named
        Default value                False
        Accept pipeline input?       false
        Aliases                      
        Accept wildcard characters?  false
        
    -WhatIf [<SwitchParameter>]
        
        Required?                    false
        Position?                    named
        Default value                
        Accept pipeline input?       false
        Aliases                      
        Accept wildcard characters?  false
        
    -Confirm [<SwitchParameter>]
        
        Required?                    false
        Position?                    named
        Default value                
        Accept pipeline input?       false
        Aliases                      
        Accept wildcard characters?  false
        
    <CommonParameters>
        This cmdlet supports the common parameters: Verbose, Debug,
        ErrorAction, ErrorVariable, WarningAction, WarningVariable,
        OutBuffer, PipelineVariable, and OutVariable. For more information, see
        about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). 
    
INPUTS
    System.String
    
    
OUTPUTS
    None
    
    
NOTES
    
    
        Author: me
    
    -------------------------- EXAMPLE 1 --------------------------
    
    PS > f -Name a
    Does a.
    
    
    
    
    
    
    -------------------------- EXAMPLE 2 --------------------------
    
    PS>f b
    
    Does b.
    More.
    
    
    
    
    
RELATED LINKS
    Get-Command 
    https://example.com/f



`);
  });

  test("details", () => {
    expect(text("Get-Help f -Detailed")).toBe(`\

NAME
    f
    
SYNOPSIS
    Does it.
    
    
SYNTAX
    f [-Name] <String> [-Count <Int32>] [-Mode <String[]>] [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]
    
    
DESCRIPTION
    Long description
    of two lines.
    
    Second paragraph.
    

PARAMETERS
    -Name <String>
        The name to use.
        
    -Count <Int32>
        How many.
        
    -Mode <String[]>
        
    -Force [<SwitchParameter>]
        
    -WhatIf [<SwitchParameter>]
        
    -Confirm [<SwitchParameter>]
        
    <CommonParameters>
        This cmdlet supports the common parameters: Verbose, Debug,
        ErrorAction, ErrorVariable, WarningAction, WarningVariable,
        OutBuffer, PipelineVariable, and OutVariable. For more information, see
        about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). 
    
    -------------------------- EXAMPLE 1 --------------------------
    
    PS > f -Name a
    Does a.
    
    
    
    
    
    
    -------------------------- EXAMPLE 2 --------------------------
    
    PS>f b
    
    Does b.
    More.
    
    
    
    
REMARKS
    To see the examples, type: "Get-Help f -Examples"
    For more information, type: "Get-Help f -Detailed"
    For technical information, type: "Get-Help f -Full"
    For online help, type: "Get-Help f -Online"


`);
  });

  test("examples", () => {
    expect(text("Get-Help f -Examples")).toBe(`\

NAME
    f
    
SYNOPSIS
    Does it.
    
    
    -------------------------- EXAMPLE 1 --------------------------
    
    PS > f -Name a
    Does a.
    
    
    
    
    
    
    -------------------------- EXAMPLE 2 --------------------------
    
    PS>f b
    
    Does b.
    More.
    
    
    
    



`);
  });

  test("one parameter", () => {
    expect(text("Get-Help f -Parameter Name")).toBe(`\

-Name <String>
    The name to use.
    
    Required?                    true
    Position?                    1
    Default value                
    Accept pipeline input?       true (ByValue)
    Aliases                      
    Accept wildcard characters?  false
    


`);
  });

  test("no such parameter", () => {
    expect(text("Get-Help f -Parameter zz")).toBe(`\
Get-Help : No parameter matches criteria zz.
At line:1 char:1
+ Get-Help f -Parameter zz
+ ~~~~~~~~~~~~~~~~~~~~~~~~
+ CategoryInfo          : InvalidArgument: (System.Management.A…iderCommandHelpInfo:ProviderCommandHelpInfo) [Get-Help], PSArgumentException
+ FullyQualifiedErrorId : NoParmsFound,Microsoft.PowerShell.Commands.GetHelpCommand
`);
  });
});

describe("help from the declaration", () => {
  test("the default view", () => {
    expect(text("Get-Help g")).toBe(`\

NAME
    g
    
SYNTAX
    g [-Name] <string> [-Mode {a | b}] [-Day {Sunday | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday}] 
    [-Force] [-x <Object>] [<CommonParameters>]
    
    g [-Count <int>] [-Mode {a | b}] [-Day {Sunday | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday}] 
    [-Force] [-x <Object>] [<CommonParameters>]
    

ALIASES
    None
    

REMARKS
    None



`);
  });

  test("everything", () => {
    expect(text("Get-Help g -Full")).toBe(`\

NAME
    g
    
SYNTAX
    g [-Name] <string> [-Mode {a | b}] [-Day {Sunday | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday}] 
    [-Force] [-x <Object>] [<CommonParameters>]
    
    g [-Count <int>] [-Mode {a | b}] [-Day {Sunday | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday}] 
    [-Force] [-x <Object>] [<CommonParameters>]
    
    
PARAMETERS
    -Count <int>
        
        Required?                    false
        Position?                    Named
        Accept pipeline input?       true (ByPropertyName)
        Parameter set name           B
        Aliases                      None
        Dynamic?                     false
        Accept wildcard characters?  false
        
    -Day <DayOfWeek>
        
        Required?                    false
        Position?                    Named
        Accept pipeline input?       false
        Parameter set name           (All)
        Aliases                      None
        Dynamic?                     false
        Accept wildcard characters?  false
        
    -Force
        
        Required?                    false
        Position?                    Named
        Accept pipeline input?       false
        Parameter set name           (All)
        Aliases                      None
        Dynamic?                     false
        Accept wildcard characters?  false
        
    -Mode <string[]>
        
        Required?                    false
        Position?                    Named
        Accept pipeline input?       false
        Parameter set name           (All)
        Aliases                      None
        Dynamic?                     false
        Accept wildcard characters?  false
        
    -Name <string>
        Give it
        
        Required?                    true
        Position?                    0
        Accept pipeline input?       false
        Parameter set name           A
        Aliases                      n, nn
        Dynamic?                     false
        Accept wildcard characters?  false
        
    -x <Object>
        
        Required?                    false
        Position?                    Named
        Accept pipeline input?       false
        Parameter set name           (All)
        Aliases                      None
        Dynamic?                     false
        Accept wildcard characters?  false
        
    <CommonParameters>
        This cmdlet supports the common parameters: Verbose, Debug,
        ErrorAction, ErrorVariable, WarningAction, WarningVariable,
        OutBuffer, PipelineVariable, and OutVariable. For more information, see
        about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). 
    
    
INPUTS
    System.Int32
    
    
OUTPUTS
    System.Object
    
ALIASES
    None
    

REMARKS
    None



`);
  });

  test("details", () => {
    expect(text("Get-Help g -Detailed")).toBe(`\

NAME
    g
    
SYNTAX
    g [-Name] <string> [-Mode {a | b}] [-Day {Sunday | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday}] 
    [-Force] [-x <Object>] [<CommonParameters>]
    
    g [-Count <int>] [-Mode {a | b}] [-Day {Sunday | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday}] 
    [-Force] [-x <Object>] [<CommonParameters>]
    
    
PARAMETERS
    -Count <int>
    
    -Day <DayOfWeek>
    
    -Force
    
    -Mode <string[]>
    
    -Name <string>
    
    -x <Object>
    
    <CommonParameters>
        This cmdlet supports the common parameters: Verbose, Debug,
        ErrorAction, ErrorVariable, WarningAction, WarningVariable,
        OutBuffer, PipelineVariable, and OutVariable. For more information, see
        about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). 
    

ALIASES
    None
    

REMARKS
    None



`);
  });

  test("examples", () => {
    expect(text("Get-Help g -Examples")).toBe(`\

NAME
    g

ALIASES
    None
    

REMARKS
    None



`);
  });

  test("parameters by wildcard", () => {
    expect(text("Get-Help g -Parameter C*")).toBe(`\

-Count <int>
    
    Required?                    false
    Position?                    Named
    Accept pipeline input?       true (ByPropertyName)
    Parameter set name           B
    Aliases                      None
    Dynamic?                     false
    Accept wildcard characters?  false
    


`);
  });

  test("a cmdlet", () => {
    expect(text("Get-Help Get-History")).toBe(`\

NAME
    Get-History
    
SYNTAX
    Get-History [[-Id] <long[]>] [[-Count] <int>] [<CommonParameters>]
    

ALIASES
    ghy
    h
    history
    

REMARKS
    Get-Help cannot find the Help files for this cmdlet on this computer. It is displaying only partial help.
        -- To download and install Help files for the module that includes this cmdlet, use Update-Help.
        -- To view the Help topic for this cmdlet online, type: "Get-Help Get-History -Online" or
           go to https://go.microsoft.com/fwlink/?LinkID=2096788.



`);
  });
});

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
