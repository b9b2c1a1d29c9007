import { describe } from "vitest";
import { shows } from "../support.js";

// The form of the file is documented (about_Types.ps1xml); its members asked of the engine.
const typesFile = `<?xml version="1.0"?>
<Types>
  <Type>
    <Name>System.String</Name>
    <Members>
      <ScriptProperty><Name>Twice</Name><GetScriptBlock>$this * 2</GetScriptBlock></ScriptProperty>
      <AliasProperty><Name>Len</Name><ReferencedMemberName>Length</ReferencedMemberName></AliasProperty>
      <NoteProperty><Name>Kind</Name><Value>text</Value></NoteProperty>
      <NoteProperty><Name>Num</Name><Value>5</Value><TypeName>System.Int32</TypeName></NoteProperty>
      <ScriptMethod><Name>Shout</Name><Script>$this.ToUpper() + $args[0]</Script></ScriptMethod>
      <PropertySet>
        <Name>Both</Name>
        <ReferencedProperties><Name>Len</Name><Name>Twice</Name></ReferencedProperties>
      </PropertySet>
    </Members>
  </Type>
  <Type>
    <Name>My.Thing</Name>
    <Members>
      <MemberSet>
        <Name>PSStandardMembers</Name>
        <Members>
          <PropertySet>
            <Name>DefaultDisplayPropertySet</Name>
            <ReferencedProperties><Name>B</Name><Name>A</Name></ReferencedProperties>
          </PropertySet>
        </Members>
      </MemberSet>
    </Members>
  </Type>
</Types>`;
const files = {
  "C:\\my.types.ps1xml": typesFile,
  "C:\\wrong.ps1xml": "<Types>",
  "C:\\converter.ps1xml": "<Types><Type><Name>N</Name><TypeConverter/></Type></Types>",
};
const load = "Update-TypeData C:\\my.types.ps1xml";

describe("Update-TypeData with files", () => {
  shows(
    [
      [
        [load, "'abc'.Twice; 'abc'.Len; 'abc'.Num.GetType().Name; 'abc'.Shout('!'); 'abc'.Kind"],
        ["abcabc", "3", "Int32", "ABC!", "text"],
      ],
      [
        [load, "'abc' | Select-Object Both"],
        ["", "Len Twice", "--- -----", "  3 abcabc", ""],
      ],
      [
        [
          "Update-TypeData -PrependPath C:\\my.*.ps1xml",
          "[pscustomobject]@{ A = 1; B = 2; C = 3; PSTypeName = 'My.Thing' }",
        ],
        ["", "B A", "- -", "2 1", ""],
      ],
      [
        "Update-TypeData C:\\my.types.ps1xml -WhatIf; 'abc'.Len",
        ['What if: Performing the operation "Update-TypeData" on target "FileName: C:\\my.types.ps1xml".'],
      ],
      ["Update-TypeData", []],
      [
        "Update-TypeData C:\\wrong.ps1xml",
        [
          "Update-TypeData : There were errors in loading the type data file: ",
          "C:\\wrong.ps1xml : The file was skipped because of the following validation exception: Unexpected end of file has occurred.",
          "At line:1 char:1",
          "+ Update-TypeData C:\\wrong.ps1xml",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : InvalidOperation: (:) [Update-TypeData], RuntimeException",
          "+ FullyQualifiedErrorId : TypesXmlUpdateException,Microsoft.PowerShell.Commands.UpdateTypeDataCommand",
        ],
      ],
      [
        "Update-TypeData C:\\none.ps1xml",
        [
          "Update-TypeData : Cannot find path 'C:\\none.ps1xml' because it does not exist.",
          "At line:1 char:1",
          "+ Update-TypeData C:\\none.ps1xml",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : ObjectNotFound: (C:\\none.ps1xml:String) [Update-TypeData], ItemNotFoundException",
          "+ FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.UpdateTypeDataCommand",
        ],
      ],
    ],
    { files },
  );
});

describe("sets of members on one object", () => {
  const made = "$o = [pscustomobject]@{ A = 1; B = 2 }";
  shows([
    [
      [made, "$o | Add-Member PropertySet ps B; $o | Format-Table ps"],
      ["", "B", "-", "2", ""],
    ],
    [
      [made, "$o | Add-Member PropertySet ps B; $o | Select-Object ps"],
      ["", "B", "-", "2", ""],
    ],
    [[made, '$o | Add-Member PropertySet ps B; "$($o.ps)"'], ["ps {B}"]],
    [
      [
        made,
        "$o | Add-Member MemberSet ms ([System.Management.Automation.PSMemberInfo[]]@([psnoteproperty]::new('x', 5))); $o.ms.x; $o",
      ],
      ["5", "", "A B", "- -", "1 2", ""],
    ],
    [
      [
        made,
        "$set = [System.Management.Automation.PSPropertySet]::new('DefaultDisplayPropertySet', [string[]]'B')",
        "$o | Add-Member MemberSet PSStandardMembers ([System.Management.Automation.PSMemberInfo[]]@($set)); $o",
      ],
      ["", "B", "-", "2", ""],
    ],
    ["[System.Management.Automation.PSMemberSet]::new('ms').ToString()", ["ms {}"]],
  ]);
});
