// What Get-Help shows, as the real engine shows it (asked of it, line by line).
import { describe, expect, test } from "vitest";
import { text } from "./support.js";

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
