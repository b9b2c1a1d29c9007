import { describe } from "vitest";
import { shows } from "../support.js";

// The engine's serializer (7.6) under the same type data.
const write =
  'function S($x) { [System.Management.Automation.PSSerializer]::Serialize($x, 2) -replace "(?s)<TN .*?</TN>","<TN/>" -replace "\\r?\\n\\s*","" -replace "^<Objs[^>]*>|</Objs>$" }';
const own =
  '$o = [pscustomobject]@{ A = 1; C = "x" }; $o.pstypenames.Insert(0, "T1"); $n = [Net.NetworkCredential]::new("u", "p", "d")';
const net = "System.Net.NetworkCredential";
const all =
  '<Obj RefId="0"><TN/><ToString>System.Net.NetworkCredential</ToString><Props><S N="UserName">u</S><S N="Password">p</S><SS N="SecurePassword"';

describe("Update-TypeData says how objects are written", () => {
  shows([
    [[write, own, `(S $n).StartsWith('${all}')`], ["True"]],
    [
      [
        write,
        own,
        `Update-TypeData -TypeName ${net} -SerializationMethod SpecificProperties -PropertySerializationSet UserName, Domain, Nope; S $n`,
      ],
      [
        '<Obj RefId="0"><TN/><ToString>System.Net.NetworkCredential</ToString><Props><S N="UserName">u</S><S N="Domain">d</S></Props></Obj>',
      ],
    ],
    [
      [write, own, `Update-TypeData -TypeName ${net} -SerializationMethod SpecificProperties; S $n`],
      ['<Obj RefId="0"><TN/><ToString>System.Net.NetworkCredential</ToString></Obj>'],
    ],
    [
      [write, own, `Update-TypeData -TypeName ${net} -SerializationMethod String; S $n`],
      ["<S>System.Net.NetworkCredential</S>"],
    ],
    [
      [
        write,
        own,
        `Update-TypeData -TypeName ${net} -SerializationMethod String -StringSerializationSource UserName; S $n`,
      ],
      ["<S>u</S>"],
    ],
    [
      [
        write,
        own,
        "Update-TypeData -TypeName T1 -SerializationMethod SpecificProperties -PropertySerializationSet A; S $o",
      ],
      ['<Obj RefId="0"><TN/><MS><I32 N="A">1</I32><S N="C">x</S></MS></Obj>'],
    ],
    [
      [write, own, "Update-TypeData -TypeName T1 -SerializationMethod String -StringSerializationSource C; S $o"],
      ['<Obj RefId="0"><TN/><S>x</S><MS><I32 N="A">1</I32><S N="C">x</S></MS></Obj>'],
    ],
    [
      [
        write,
        own,
        `Update-TypeData -TypeName Sub -SerializationMethod SpecificProperties -PropertySerializationSet UserName; Update-TypeData -TypeName ${net} -PropertySerializationSet Domain; $n.pstypenames.Insert(0, 'Sub'); S $n`,
      ],
      [
        '<Obj RefId="0"><TN/><ToString>System.Net.NetworkCredential</ToString><Props><S N="UserName">u</S><S N="Domain">d</S></Props></Obj>',
      ],
    ],
    [
      [
        "Update-TypeData -TypeName Deserialized.My.Cred -TargetTypeForDeserialization ([Net.NetworkCredential])",
        '$o = [pscustomobject]@{ UserName = "u"; Password = "p" }; $o.pstypenames.Insert(0, "My.Cred"); $o | Export-Clixml C:\\c.xml; $x = Import-Clixml C:\\c.xml; $x.GetType().FullName; $x.UserName',
      ],
      ["System.Net.NetworkCredential", "u"],
    ],
    [
      [
        "Update-TypeData -TypeName T1 -SerializationMethod SpecificProperties -PropertySerializationSet A, B -SerializationDepth 1",
        "Get-TypeData T1 | Format-List Ser*, Prop*; (Get-TypeData T1).PropertySerializationSet.ReferencedProperties",
      ],
      [
        "",
        "SerializationMethod      : SpecificProperties",
        "SerializationDepth       : 1",
        "PropertySerializationSet : System.Management.Automation.Runspaces.PropertySetData",
        "",
        "A",
        "B",
      ],
    ],
    [
      [
        "Update-TypeData -TypeName T1 -MemberType ScriptProperty -MemberName Twice -Value { 2 * $this.A } -DefaultDisplayPropertySet A, Twice",
        "$data = Get-TypeData T1; Remove-TypeData T1; [pscustomobject]@{ PSTypeName = 'T1'; A = 1 }",
        "Update-TypeData -TypeData $data; [pscustomobject]@{ PSTypeName = 'T1'; A = 4; B = 5 }",
      ],
      ["", "A Twice", "- -----", "4     8", ""],
    ],
  ]);
});
