import { describe, expect, it } from "vitest";
import { readFormatFile } from "../../../src/formatting/views/format-file.js";
import { ViewTable } from "../../../src/formatting/views/view-table.js";

const file = `<?xml version="1.0" encoding="utf-8"?>
<!-- a comment -->
<Configuration>
  <SelectionSets><SelectionSet><Name>S</Name><Types><TypeName>T.Y</TypeName><TypeName>T.Z</TypeName></Types></SelectionSet></SelectionSets>
  <ViewDefinitions>
    <View>
      <Name>caa</Name>
      <ViewSelectedBy><TypeName>T.A</TypeName></ViewSelectedBy>
      <GroupBy><PropertyName>Site</PropertyName></GroupBy>
      <TableControl>
        <AutoSize/>
        <TableHeaders>
          <TableColumnHeader><Label>Name &amp; more</Label><Width>19</Width></TableColumnHeader>
          <TableColumnHeader><Alignment>Right</Alignment></TableColumnHeader>
        </TableHeaders>
        <TableRowEntries><TableRowEntry><Wrap/><TableColumnItems>
          <TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>
          <TableColumnItem><ScriptBlock>$_.Size / 2</ScriptBlock><FormatString>{0:N2}</FormatString></TableColumnItem>
        </TableColumnItems></TableRowEntry></TableRowEntries>
      </TableControl>
    </View>
    <View>
      <Name>sv</Name>
      <ViewSelectedBy><SelectionSetName>S</SelectionSetName></ViewSelectedBy>
      <ListControl><ListEntries><ListEntry><ListItems>
        <ListItem><Label>Big</Label><ItemSelectionCondition><PropertyName>On</PropertyName></ItemSelectionCondition><PropertyName>Size</PropertyName></ListItem>
      </ListItems></ListEntry></ListEntries></ListControl>
    </View>
  </ViewDefinitions>
</Configuration>`;

describe("format files", () => {
  it("reads tables with their headers, cells and grouping", () => {
    expect(readFormatFile(file)[0]).toEqual({
      kind: "table",
      name: "caa",
      typeNames: ["T.A"],
      groupBy: { property: "Site" },
      autoSize: true,
      wrap: true,
      columns: [
        { label: "Name & more", width: 19, property: "Name" },
        { alignment: "right", script: "$_.Size / 2", format: "{0:N2}" },
      ],
    });
  });

  it("resolves selection sets and conditions", () => {
    expect(readFormatFile(file)[1]).toEqual({
      kind: "list",
      name: "sv",
      typeNames: ["T.Y", "T.Z"],
      entries: [{ items: [{ label: "Big", property: "Size", condition: { property: "On" } }] }],
    });
  });

  it("says what is wrong with a text that is not XML", () => {
    expect(() => readFormatFile("<Configuration><View></Configuration>")).toThrow(
      "The 'View' start tag does not match the end tag of 'Configuration'.",
    );
  });
});

describe("the table of views", () => {
  const views = new ViewTable(readFormatFile(file));
  it("finds views by type name, also behind Deserialized.", () => {
    expect(views.find(["Deserialized.T.A", "T.B"], () => true)?.name).toBe("caa");
    expect(views.find(["t.z"], () => true)?.name).toBe("sv");
    expect(views.find(["T.B"], () => true)).toBeUndefined();
  });
  it("prefers what was loaded first, and is not changed by adding", () => {
    const more = views.prepend([{ kind: "list", name: "mine", typeNames: ["T.A"], entries: [] }]);
    expect(more.find(["T.A"], () => true)?.name).toBe("mine");
    expect(views.find(["T.A"], () => true)?.name).toBe("caa");
  });
});
