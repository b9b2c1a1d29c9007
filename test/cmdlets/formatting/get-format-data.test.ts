// Views as objects: classes, properties and texts as the engine has them (asked of it, over views made there).
import { shows } from "../support.js";

const view = "(Get-FormatData *FileHashInfo).FormatViewDefinition";

shows([
  [
    "Get-FormatData System.TimeSpan",
    [
      "",
      "TypeNames         FormatViewDefinition",
      "---------         --------------------",
      "{System.TimeSpan} {System.TimeSpan, System.TimeSpan}",
      "",
    ],
  ],
  [view, ["", "Name     Control", "----     -------", "FileHash System.Management.Automation.TableControl", ""]],
  [
    `${view}[0].Control.Headers`,
    [
      "",
      "Label Alignment Width",
      "----- --------- -----",
      "      Undefined    15",
      "      Undefined    70",
      "      Undefined     0",
      "",
    ],
  ],
  [
    `${view}[0].Control.Rows[0].Columns[0]`,
    [
      "",
      "Alignment DisplayEntry        FormatString",
      "--------- ------------        ------------",
      "Undefined property: Algorithm ",
      "",
    ],
  ],
  [
    "(Get-FormatData *.Version).FormatViewDefinition[0].Control | fl",
    [
      "",
      "Headers          : {System.Management.Automation.TableControlColumnHeader, ",
      "                   System.Management.Automation.TableControlColumnHeader, ",
      "                   System.Management.Automation.TableControlColumnHeader, ",
      "                   System.Management.Automation.TableControlColumnHeader}",
      "Rows             : {System.Management.Automation.TableControlRow}",
      "AutoSize         : False",
      "HideTableHeaders : False",
      "GroupBy          : ",
      "OutOfBand        : False",
      "",
    ],
  ],
  ["Get-FormatData nope", []],
]);
