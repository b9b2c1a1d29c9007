import { describe, expect, it, test } from "vitest";
import { formatFileMistakes } from "../../../src/formatting/views/format-file-check.js";
import { readXml } from "../../../src/formatting/views/xml-reader.js";
import { shown } from "../../cmdlets/support.js";

/** Asked of the engine of PowerShell 7.6, which lists the last mistake first. */
const rows: readonly (readonly [
  what: string,
  file: string,
  mistakes: readonly (readonly [path: string, text: string])[],
])[] = [
  [
    "no control",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy></View>\n<View><Name>v2</Name><ViewSelectedBy><TypeName>U</TypeName></ViewSelectedBy><TableControl><TableHeaders/><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
    ],
  ],
  [
    "no name",
    "<Configuration><ViewDefinitions><View><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><TableControl><TableHeaders/><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      ["/Configuration/ViewDefinitions/View[1]", "The view cannot be loaded."],
      ["/Configuration/ViewDefinitions/View[1]", "Node Name is missing."],
    ],
  ],
  [
    "no type",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy/><TableControl><TableHeaders/><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      ["/Configuration/ViewDefinitions/View[1]", "The view cannot be loaded."],
      [
        "/Configuration/ViewDefinitions/View[1]/ViewSelectedBy",
        "No type or condition is specified for applying the view.",
      ],
    ],
  ],
  [
    "fewer headers than columns",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader/></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName></TableColumnItem><TableColumnItem><PropertyName>b</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl",
        "The header item count = 1 does not match default row item count = 2.",
      ],
    ],
  ],
  [
    "an empty property",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><TableControl><TableHeaders/><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName/></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
      ["/Configuration/ViewDefinitions/View[1]/TableControl/TableRowEntries", "TableRowEntry failed to load."],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl/TableRowEntries/TableRowEntry[1]/TableColumnItems/TableColumnItem[1]",
        "A property is missing.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl/TableRowEntries/TableRowEntry[1]/TableColumnItems/TableColumnItem[1]",
        "PropertyName is an empty node.",
      ],
    ],
  ],
  [
    "a width that is none",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader><Width>x</Width></TableColumnHeader></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl/TableHeaders",
        "The column header definition is not valid; all headers are discarded.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl/TableHeaders/TableColumnHeader[1]",
        "The Width value is not valid.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl/TableHeaders/TableColumnHeader[1]",
        "A positive integer is expected.",
      ],
    ],
  ],
  [
    "an alignment that is none",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader><Alignment>Middle</Alignment></TableColumnHeader></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl/TableHeaders",
        "The column header definition is not valid; all headers are discarded.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl/TableHeaders/TableColumnHeader[1]",
        '"Middle" is not a valid alignment value.',
      ],
    ],
  ],
  [
    "unknown nodes",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><Foo/><TableControl><Bar/><TableHeaders/><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName><Baz/></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      ["/Configuration/ViewDefinitions/View[1]", "Foo is an unknown node."],
      [
        "/Configuration/ViewDefinitions/View[1]/TableControl/TableRowEntries/TableRowEntry[1]/TableColumnItems/TableColumnItem[1]",
        "Baz is an unknown node.",
      ],
      ["/Configuration/ViewDefinitions/View[1]/TableControl", "Bar is an unknown node."],
    ],
  ],
  [
    "two names",
    "<Configuration><ViewDefinitions><View><Name>v</Name><Name>w</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><TableControl><TableHeaders/><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName><ScriptBlock>1</ScriptBlock></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl><ListControl/></View></ViewDefinitions></Configuration>",
    [
      ["/Configuration/ViewDefinitions/View[1]", "The view cannot be loaded."],
      ["/Configuration/ViewDefinitions/View[1]", "A duplicate node exists."],
    ],
  ],
  ["another root", "<Foo/>", [["", "Foo is an unknown node."]]],
  [
    "a list without items",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><ListControl><ListEntries><ListEntry><ListItems/></ListEntry></ListEntries></ListControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
      ["/Configuration/ViewDefinitions/View[1]/ListControl/ListEntries", "ListEntry failed to load."],
      [
        "/Configuration/ViewDefinitions/View[1]/ListControl/ListEntries/ListEntry[1]",
        "The definition list is missing.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/ListControl/ListEntries/ListEntry[1]/ListItems",
        "At least one list view item must be specified.",
      ],
    ],
  ],
  [
    "both AutoSize and ColumnNumber",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><WideControl><AutoSize/><ColumnNumber>2</ColumnNumber><WideEntries><WideEntry><WideItem><PropertyName>a</PropertyName></WideItem></WideEntry></WideEntries></WideControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
      ["/Configuration/ViewDefinitions/View[1]/WideControl", "AutoSize and ColumnNumber are mutually exclusive."],
    ],
  ],
  [
    "an empty text",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><CustomControl><CustomEntries><CustomEntry><CustomItem><Text/><Frame/><ExpressionBinding/></CustomItem></CustomEntry></CustomEntries></CustomControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
      ["/Configuration/ViewDefinitions/View[1]/CustomControl/CustomEntries", "CustomEntry failed to load."],
      [
        "/Configuration/ViewDefinitions/View[1]/CustomControl/CustomEntries/CustomEntry[1]",
        "Node CustomItem is missing.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/CustomControl/CustomEntries/CustomEntry[1]/CustomItem",
        "Text failed to load.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/CustomControl/CustomEntries/CustomEntry[1]/CustomItem/Text[1]",
        "Text is an empty node.",
      ],
    ],
  ],
  [
    "an indentation that is none",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><CustomControl><CustomEntries><CustomEntry><CustomItem><Frame><LeftIndent>x</LeftIndent><CustomItem><Text>a</Text></CustomItem></Frame></CustomItem></CustomEntry></CustomEntries></CustomControl></View></ViewDefinitions></Configuration>",
    [
      [
        "/Configuration/ViewDefinitions/View[1]",
        "A node is missing from TableControl, ListControl, WideControl, CustomControl.",
      ],
      ["/Configuration/ViewDefinitions/View[1]/CustomControl/CustomEntries", "CustomEntry failed to load."],
      [
        "/Configuration/ViewDefinitions/View[1]/CustomControl/CustomEntries/CustomEntry[1]",
        "Node CustomItem is missing.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/CustomControl/CustomEntries/CustomEntry[1]/CustomItem",
        "Frame failed to load.",
      ],
      [
        "/Configuration/ViewDefinitions/View[1]/CustomControl/CustomEntries/CustomEntry[1]/CustomItem/Frame[1]/LeftIndent",
        "An integer is expected.",
      ],
    ],
  ],
  [
    "groups by nothing",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><GroupBy/><TableControl><TableHeaders/><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      ["/Configuration/ViewDefinitions/View[1]", "The view cannot be loaded."],
      ["/Configuration/ViewDefinitions/View[1]/GroupBy", "An expression is expected."],
    ],
  ],
  [
    "a control and a label",
    "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy><GroupBy><PropertyName>a</PropertyName><CustomControlName>Nope</CustomControlName><Label>x</Label></GroupBy><TableControl><TableHeaders/><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>a</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
    [
      ["/Configuration/ViewDefinitions/View[1]", "The view cannot be loaded."],
      ["/Configuration/ViewDefinitions/View[1]/GroupBy", "Cannot have control and Label at the same time."],
    ],
  ],
  [
    "nameless sets and controls",
    "<Configuration><SelectionSets><SelectionSet><Types><TypeName>T</TypeName></Types></SelectionSet><SelectionSet><Name>x</Name></SelectionSet><Zip/></SelectionSets><Controls><Control/><Control><Name>q</Name></Control></Controls></Configuration>",
    [
      ["/Configuration/Controls/Control[2]", "Node CustomControl is missing."],
      ["/Configuration/Controls/Control[1]", "Node Name is missing."],
      ["/Configuration/SelectionSets", "Zip is an unknown node."],
      ["/Configuration/SelectionSets/SelectionSet[1]", "Node Name is missing."],
    ],
  ],
];

describe("mistakes of format files", () => {
  test.each(rows.map(([what, file, mistakes]) => ({ what, file, mistakes })))("$what", ({ file, mistakes }) => {
    expect(formatFileMistakes(readXml(file)).map(({ path, text }) => [path, text])).toEqual(mistakes);
  });

  it("are told by Update-FormatData, and the file is not loaded", () => {
    const file = "<Configuration><Foo/></Configuration>";
    expect(shown("Update-FormatData C:\\x.ps1xml", { files: { "C:\\x.ps1xml": file } })).toEqual([
      "Update-FormatData : Errors occurred while loading the format data file: ",
      "C:\\x.ps1xml, Error at XPath /Configuration in file C:\\x.ps1xml: Foo is an unknown node.",
      "",
      "At line:1 char:1",
      "+ Update-FormatData C:\\x.ps1xml",
      "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
      "+ CategoryInfo          : InvalidOperation: (:) [Update-FormatData], RuntimeException",
      "+ FullyQualifiedErrorId : FormatXmlUpdateException,Microsoft.PowerShell.Commands.UpdateFormatDataCommand",
    ]);
  });
});
