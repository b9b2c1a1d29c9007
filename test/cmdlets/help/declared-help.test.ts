// What Get-Help shows, as the real engine shows it (asked of it, line by line).
import { describe, expect, test } from "vitest";
import { text } from "./support.js";

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
