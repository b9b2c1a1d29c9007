// What was added to types, told and taken back; shapes and views as the engine has them (asked of it).
import { describe } from "vitest";
import { shows } from "../support.js";

const add = "Update-TypeData -TypeName My.Type -MemberType ScriptProperty -MemberName s -Value {1}";

describe("Get-TypeData", () => {
  shows([
    [
      "Get-TypeData System.Array",
      [
        "",
        "TypeName     Members",
        "--------     -------",
        "System.Array {[Count, System.Management.Automation.Runspaces.AliasPropertyData]}",
        "",
      ],
    ],
    [
      [add, "(Get-TypeData my.type).Members.s"],
      [
        "",
        "GetScriptBlock SetScriptBlock IsHidden Name",
        "-------------- -------------- -------- ----",
        "1                                False s",
        "",
      ],
    ],
    [
      [add, "Update-TypeData -TypeName My.Type -DefaultDisplayPropertySet a,b", "Get-TypeData My.* | fl T*,Def*"],
      [
        "",
        "TypeName                     : My.Type",
        "TypeConverter                : ",
        "TypeAdapter                  : ",
        "TargetTypeForDeserialization : ",
        "DefaultDisplayProperty       : ",
        "DefaultDisplayPropertySet    : System.Management.Automation.Runspaces.PropertySetData",
        "DefaultKeyPropertySet        : ",
        "",
      ],
    ],
    ["Get-TypeData nope", []],
    [[add, "Get-TypeData My.Type | Remove-TypeData; Get-TypeData My.Type"], []],
  ]);
});

describe("Remove-TypeData -Path", () => {
  const types =
    "<Types><Type><Name>System.Int32</Name><Members><NoteProperty><Name>Tag</Name><Value>v</Value></NoteProperty></Members></Type></Types>";
  const load =
    "Update-TypeData -TypeName System.Int32 -MemberType NoteProperty -MemberName Other -Value o; Update-TypeData C:\\t.ps1xml";
  shows(
    [
      [[load, '"$((5).Tag) $((5).Other)"'], ["v o"]],
      [[load, 'Remove-TypeData -Path C:\\t.ps1xml; "[$((5).Tag)] $((5).Other)"'], ["[] o"]],
      [
        "Remove-TypeData -Path C:\\t.ps1xml",
        [
          'Remove-TypeData : The type file "C:\\t.ps1xml" was not loaded in this session.',
          "At line:1 char:1",
          "+ Remove-TypeData -Path C:\\t.ps1xml",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "+ CategoryInfo          : InvalidOperation: (:) [Remove-TypeData], RuntimeException",
          "+ FullyQualifiedErrorId : TypesFileRemoveException,Microsoft.PowerShell.Commands.RemoveTypeDataCommand",
        ],
      ],
    ],
    { files: { "C:\\t.ps1xml": types } },
  );
});

describe("ConvertFrom-Json -DateKind", () => {
  const json = `'{"a":"2024-01-02T03:04:05+02:00","b":"2024-01-02T03:04:05"}' | ConvertFrom-Json`;
  shows([
    [
      `${json} -DateKind Utc | % { "$($_.a.ToString('s')) $($_.a.Kind) $($_.b.Kind)" }`,
      ["2024-01-02T01:04:05 Utc Utc"],
    ],
    [
      `${json} -DateKind Offset | % { "$($_.a)"; $_.b.GetType().Name }`,
      ["01/02/2024 03:04:05 +02:00", "DateTimeOffset"],
    ],
    [`${json} -DateKind String | % a`, ["2024-01-02T03:04:05+02:00"]],
    [`${json} -DateKind Local | % { $_.b.Kind }`, ["Local"]],
    [`${json} | % { $_.b.Kind }`, ["Unspecified"]],
  ]);
});
