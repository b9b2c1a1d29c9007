import { describe } from "vitest";
import { shows } from "../support.js";

const head = '<?xml version="1.0" encoding="utf-8"?><Configuration><ViewDefinitions>';
const tail = "</ViewDefinitions></Configuration>";
const table =
  '<View><Name>v1</Name><ViewSelectedBy><TypeName>My.Type</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader><Label>L</Label><Width>5</Width><Alignment>Right</Alignment></TableColumnHeader><TableColumnHeader /></TableHeaders><TableRowEntries><TableRowEntry><Wrap /><TableColumnItems><TableColumnItem><FormatString>{0:N2}</FormatString><PropertyName>A</PropertyName></TableColumnItem><TableColumnItem><ScriptBlock>$_.B -lt "1"</ScriptBlock></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View>';
const list =
  "<View><Name>v7</Name><ViewSelectedBy><TypeName>My.Seven</TypeName></ViewSelectedBy><GroupBy><ScriptBlock>$_.X</ScriptBlock><Label>L2</Label></GroupBy><ListControl><ListEntries><ListEntry><ListItems><ListItem><Label>Lab</Label><FormatString>{0:d}</FormatString><PropertyName>A</PropertyName></ListItem><ListItem><Label>Two</Label><ScriptBlock>1+1</ScriptBlock></ListItem></ListItems></ListEntry><ListEntry><EntrySelectedBy><TypeName>My.Sub</TypeName></EntrySelectedBy><ListItems><ListItem><PropertyName>C</PropertyName></ListItem></ListItems></ListEntry></ListEntries></ListControl></View>";
const wide =
  "<View><Name>v3</Name><ViewSelectedBy><TypeName>My.Four</TypeName></ViewSelectedBy><WideControl><ColumnNumber>3</ColumnNumber><WideEntries><WideEntry><WideItem><PropertyName>A</PropertyName></WideItem></WideEntry></WideEntries></WideControl></View>";
const custom =
  "<View><Name>v6</Name><ViewSelectedBy><TypeName>My.Six</TypeName></ViewSelectedBy><CustomControl><CustomEntries><CustomEntry><CustomItem><ExpressionBinding><ItemSelectionCondition><ScriptBlock>$_.P</ScriptBlock></ItemSelectionCondition><PropertyName>P</PropertyName></ExpressionBinding><ExpressionBinding><CustomControl><CustomEntries><CustomEntry><EntrySelectedBy><TypeName>Sub.T</TypeName></EntrySelectedBy><CustomItem><Text>in</Text></CustomItem></CustomEntry></CustomEntries></CustomControl></ExpressionBinding></CustomItem></CustomEntry></CustomEntries></CustomControl></View>";
const files = { "C:\\all.format.ps1xml": head + table + list + wide + custom + tail };
const load = "Update-FormatData C:\\all.format.ps1xml";

// What the engine's own writer (7.6) makes of such views.
describe("Export-FormatData", () => {
  shows(
    [
      [
        [
          load,
          "Get-FormatData My.Type | Export-FormatData -Path C:\\x.ps1xml -IncludeScriptBlock; Get-Content C:\\x.ps1xml",
        ],
        [head + table + tail],
      ],
      [
        [load, "Get-FormatData My.Type | Export-FormatData -Path C:\\x.ps1xml; Get-Content C:\\x.ps1xml"],
        [head + table.replace('$_.B -lt "1"', ";") + tail],
      ],
      [
        [
          load,
          "Get-FormatData My.Seven, My.Four, My.Six | Export-FormatData -LiteralPath C:\\x.ps1xml -IncludeScriptBlock; Get-Content C:\\x.ps1xml",
        ],
        [head + list + wide + custom + tail],
      ],
      [
        "Get-FormatData *FileHashInfo | Export-FormatData -Path C:\\x.ps1xml; (Get-Content C:\\x.ps1xml).Length -gt 300; Update-FormatData -PrependPath C:\\x.ps1xml; $Error.Count",
        ["True", "0"],
      ],
      [
        [load, "Get-FormatData My.Type | Export-FormatData -Path C:\\all.format.ps1xml -NoClobber"],
        [
          "Export-FormatData : The file 'C:\\all.format.ps1xml' already exists.",
          "At line:1 char:26",
          "+ … ata My.Type | Export-FormatData -Path C:\\all.format.ps1xml -NoClobber",
          "+                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ResourceExists: (C:\\all.format.ps1xml:String) [Export-FormatData], IOException",
          "+ FullyQualifiedErrorId : NoClobber,Microsoft.PowerShell.Commands.ExportFormatDataCommand",
        ],
      ],
    ],
    { files },
  );
});
