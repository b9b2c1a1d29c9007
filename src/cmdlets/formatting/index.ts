import type { CmdletInfo } from "../../runtime/commands.js";
import { exportFormatData } from "./export-format-data.js";
import { formatCustom } from "./format-custom.js";
import { formatList } from "./format-list.js";
import { formatTable } from "./format-table.js";
import { formatWide } from "./format-wide.js";
import { getFormatData } from "./get-format-data.js";
import { getTypeData } from "./get-type-data.js";
import { outDefault, outHost } from "./out-default.js";
import { outFile } from "./out-file.js";
import { outNull } from "./out-null.js";
import { outString } from "./out-string.js";
import { removeTypeData } from "./remove-type-data.js";
import { updateFormatData } from "./update-format-data.js";
import { updateTypeData } from "./update-type-data.js";

export { openRedirection } from "./out-file.js";

/** The cmdlets that make console text. */
export const formattingCmdlets: readonly CmdletInfo[] = [
  exportFormatData,
  formatCustom,
  formatList,
  formatTable,
  formatWide,
  getFormatData,
  getTypeData,
  outDefault,
  outHost,
  outFile,
  outNull,
  outString,
  removeTypeData,
  updateFormatData,
  updateTypeData,
];
