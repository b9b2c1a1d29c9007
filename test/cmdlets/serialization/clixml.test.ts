import { describe } from "vitest";
import { shows } from "../support.js";

const inObjs = (...lines: readonly string[]) => [
  '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
  ...lines.map((line) => `  ${line}`),
  "</Objs>",
];
const serialized = (expression: string, depth = 2) =>
  `[System.Management.Automation.PSSerializer]::Serialize(${expression}, ${depth})`;

describe("values as the engine writes them", () => {
  const rows: readonly (readonly [expression: string, ...lines: readonly string[]])[] = [
    ["5", "<I32>5</I32>"],
    ["$null", "<Nil />"],
    ["$true", "<B>true</B>"],
    ["[long]5", "<I64>5</I64>"],
    ["[byte]200", "<By>200</By>"],
    ["[char]'x'", "<C>120</C>"],
    ["1e300", "<Db>1E+300</Db>"],
    ["[double]::PositiveInfinity", "<Db>INF</Db>"],
    ["[decimal]::MaxValue", "<D>79228162514264337593543950335</D>"],
    ["[datetime]'2020-01-02 03:04:05'", "<DT>2020-01-02T03:04:05</DT>"],
    ["[datetime]::new([long]637135310450000000, 'Utc')", "<DT>2020-01-02T03:04:05Z</DT>"],
    ["[datetime]::new([long]637135310451234567, 'Local')", "<DT>2020-01-02T03:04:05.1234567+00:00</DT>"],
    ["[timespan]'-1.00:00:01.5'", "<TS>-P1DT1.5S</TS>"],
    ["[timespan]::Zero", "<TS>PT0S</TS>"],
    ["[version]'1.2.3.4'", "<Version>1.2.3.4</Version>"],
    ["[byte[]](1, 2, 3)", "<BA>AQID</BA>"],
    ["{dir $x}", "<SBK>dir $x</SBK>"],
    ["[xml]'<a b=\"1\"><c/></a>'", '<XD>&lt;a b="1"&gt;&lt;c /&gt;&lt;/a&gt;</XD>'],
    ['"a`nb`tc<&>`"\'_x0041_"', "<S>a_x000A_b_x0009_c&lt;&amp;&gt;\"'_x005F_x0041_</S>"],
    [
      "[dayofweek]::Monday",
      '<Obj RefId="0">',
      '  <TN RefId="0">',
      "    <T>System.DayOfWeek</T>",
      "    <T>System.Enum</T>",
      "    <T>System.ValueType</T>",
      "    <T>System.Object</T>",
      "  </TN>",
      "  <ToString>Monday</ToString>",
      "  <I32>1</I32>",
      "</Obj>",
    ],
    [
      "[System.Collections.Generic.List[int]](1, 2)",
      '<Obj RefId="0">',
      '  <TN RefId="0">',
      "    <T>System.Collections.Generic.List`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]</T>",
      "    <T>System.Object</T>",
      "  </TN>",
      "  <LST>",
      "    <I32>1</I32>",
      "    <I32>2</I32>",
      "  </LST>",
      "</Obj>",
    ],
    [
      "[System.Text.StringBuilder]'abc'",
      '<Obj RefId="0">',
      '  <TN RefId="0">',
      "    <T>System.Text.StringBuilder</T>",
      "    <T>System.Object</T>",
      "  </TN>",
      "  <ToString>abc</ToString>",
      "  <Props>",
      '    <I32 N="Capacity">16</I32>',
      '    <I32 N="MaxCapacity">2147483647</I32>',
      '    <I32 N="Length">3</I32>',
      "  </Props>",
      "</Obj>",
    ],
  ];
  shows(rows.map(([expression, ...lines]) => [serialized(expression), inObjs(...lines)]));

  shows([
    [
      ["$h = @{ x = 1 }", serialized("[pscustomobject]@{ h = $h; h2 = $h }")],
      inObjs(
        '<Obj RefId="0">',
        '  <TN RefId="0">',
        "    <T>System.Management.Automation.PSCustomObject</T>",
        "    <T>System.Object</T>",
        "  </TN>",
        "  <MS>",
        '    <Obj N="h" RefId="1">',
        '      <TN RefId="1">',
        "        <T>System.Collections.Hashtable</T>",
        "        <T>System.Object</T>",
        "      </TN>",
        "      <DCT>",
        "        <En>",
        '          <S N="Key">x</S>',
        '          <I32 N="Value">1</I32>',
        "        </En>",
        "      </DCT>",
        "    </Obj>",
        '    <Ref N="h2" RefId="1" />',
        "  </MS>",
        "</Obj>",
      ),
    ],
    [
      ["$c = [pscustomobject]@{ A = 1; me = $null }; $c.me = $c", serialized("$c")],
      inObjs(
        '<Obj RefId="0">',
        '  <TN RefId="0">',
        "    <T>System.Management.Automation.PSCustomObject</T>",
        "    <T>System.Object</T>",
        "  </TN>",
        "  <MS>",
        '    <I32 N="A">1</I32>',
        '    <Ref N="me" RefId="0" />',
        "  </MS>",
        "</Obj>",
      ),
    ],
  ]);
});

describe("what comes back", () => {
  const define =
    "function D($v) { ,[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($v, 2)) }";
  shows([
    [
      [define, "$o = D ([pscustomobject]@{ Name = 'n'; Size = 5 }); $o; $o.psobject.TypeNames; \"$o\""],
      [
        "",
        "Name Size",
        "---- ----",
        "n       5",
        "Deserialized.System.Management.Automation.PSCustomObject",
        "Deserialized.System.Object",
        "@{Name=n; Size=5}",
        "",
      ],
    ],
    [
      [
        define,
        "D ([System.Text.StringBuilder]'abc') | % { \"$_\"; $_.Length; $_.ToString(); $_.psobject.TypeNames[0] }",
      ],
      ["abc", "3", "abc", "Deserialized.System.Text.StringBuilder"],
    ],
    [
      [
        define,
        "$d = D ([pscustomobject]@{ A = 1, 2; H = [ordered]@{ z = 1 } }); $d.A.GetType().Name; $d.H.GetType().Name",
      ],
      ["ArrayList", "OrderedDictionary"],
    ],
    [[define, "$c = [pscustomobject]@{ A = 1; me = $null }; $c.me = $c; (D $c).me.me.me.A"], ["1"]],
    [
      [define, "(D ([ipaddress]'1.2.3.4')).GetType().FullName; (D ([datetime]'2020-01-02')).Kind; D \"a`nb_x0041_\""],
      ["System.Net.IPAddress", "Unspecified", "a", "b_x0041_"],
    ],
    [
      "[System.Management.Automation.PSSerializer]::Deserialize('<a/>')",
      [
        `Exception calling "Deserialize" with "1" argument(s): "Element 'Objs' with namespace name 'http://schemas.microsoft.com/powershell/2004/04' was not found. Line 1, position 2."`,
        "At line:1 char:1",
        "+ [System.Management.Automation.PSSerializer]::Deserialize('<a/>')",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : NotSpecified: (:) [], MethodInvocationException",
        "+ FullyQualifiedErrorId : XmlException",
      ],
    ],
  ]);
});

describe("Export-Clixml and Import-Clixml", () => {
  shows([
    [
      [
        "[pscustomobject]@{ Name = 'db1'; Size = 5 }, 'text' | Export-Clixml C:\\x.xml",
        "$i = Import-Clixml C:\\x.xml; $i[0].Name; $i[0].psobject.TypeNames[0]; $i[1]",
      ],
      ["db1", "Deserialized.System.Management.Automation.PSCustomObject", "text"],
    ],
    [["1..3 | Export-Clixml m.xml", "Import-Clixml m.xml -First 1 -Skip 1"], ["2"]],
    [
      [
        "5 | Add-Member note 1 -PassThru | Export-Clixml C:\\n.xml",
        "Get-Content C:\\n.xml; (Import-Clixml C:\\n.xml).note",
      ],
      [...inObjs('<Obj RefId="0">', "  <I32>5</I32>", "  <MS>", '    <I32 N="note">1</I32>', "  </MS>", "</Obj>"), "1"],
    ],
    [
      "Import-Clixml C:\\nope.xml",
      [
        "Import-Clixml : Could not find file 'C:\\nope.xml'.",
        "At line:1 char:1",
        "+ Import-Clixml C:\\nope.xml",
        "+ ~~~~~~~~~~~~~~~~~~~~~~~~~",
        "+ CategoryInfo          : NotSpecified: (:) [Import-Clixml], FileNotFoundException",
        "+ FullyQualifiedErrorId : System.IO.FileNotFoundException,Microsoft.PowerShell.Commands.ImportClixmlCommand",
      ],
    ],
  ]);
});

describe("files as objects", () => {
  shows([
    [["'x' > C:\\a.txt; Get-Item C:\\a.txt | Export-Clixml C:\\f.xml", "(Import-Clixml C:\\f.xml).Name"], ["a.txt"]],
  ]);
});
