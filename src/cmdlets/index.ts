import type { CmdletInfo } from "../runtime/commands.js";
import { forEachObject } from "./core/foreach-object.js";
import { getCommand } from "./core/get-command.js";
import { getHistory } from "./core/get-history.js";
import { clearHistory, invokeHistory } from "./core/history.js";
import { invokeCommand } from "./core/invoke-command.js";
import { setStrictMode } from "./core/set-strictmode.js";
import { whereObject } from "./core/where-object.js";
import { formattingCmdlets } from "./formatting/index.js";
import { getHelp, help } from "./help/get-help.js";
import { clearHost } from "./host/clear-host.js";
import { clearContent } from "./management/clear-content.js";
import { getChildItem } from "./management/get-childitem.js";
import { getContent } from "./management/get-content.js";
import { getItem } from "./management/get-item.js";
import { joinPathCmdlet } from "./management/join-path.js";
import { getLocation, popLocation, pushLocation, resolvePath, setLocation } from "./management/locations.js";
import { newItem } from "./management/new-item.js";
import { removeItem } from "./management/remove-item.js";
import { addContent, setContent } from "./management/set-content.js";
import { setItem } from "./management/set-item.js";
import { splitPathCmdlet } from "./management/split-path.js";
import { testPath } from "./management/test-path.js";
import { copyItem, moveItem, renameItem } from "./management/transfer-items.js";
import { exportClixml } from "./serialization/export-clixml.js";
import { importClixml } from "./serialization/import-clixml.js";
import { clearVariable } from "./session/clear-variable.js";
import { getAlias } from "./session/get-alias.js";
import { getVariable } from "./session/get-variable.js";
import { newAlias } from "./session/new-alias.js";
import { newVariable } from "./session/new-variable.js";
import { removeVariable } from "./session/remove-variable.js";
import { setAlias } from "./session/set-alias.js";
import { setVariable } from "./session/set-variable.js";
import { addMemberCmdlet } from "./utility/add-member.js";
import { compareObject } from "./utility/compare-object.js";
import { convertFromCsv } from "./utility/convertfrom-csv.js";
import { convertFromJson } from "./utility/convertfrom-json.js";
import { convertFromStringData } from "./utility/convertfrom-stringdata.js";
import { convertToCsv } from "./utility/convertto-csv.js";
import { convertToHtml } from "./utility/convertto-html.js";
import { convertToJson } from "./utility/convertto-json.js";
import { convertToXml } from "./utility/convertto-xml.js";
import { exportCsv } from "./utility/export-csv.js";
import { getCulture } from "./utility/get-culture.js";
import { getDate } from "./utility/get-date.js";
import { getMember } from "./utility/get-member.js";
import { getRandom } from "./utility/get-random.js";
import { getUnique } from "./utility/get-unique.js";
import { getVerb } from "./utility/get-verb.js";
import { groupObject } from "./utility/group-object.js";
import { importCsv } from "./utility/import-csv.js";
import { invokeExpression } from "./utility/invoke-expression.js";
import { joinString } from "./utility/join-string.js";
import { measureCommand } from "./utility/measure-command.js";
import { measureObject } from "./utility/measure-object.js";
import { newGuid } from "./utility/new-guid.js";
import { newObject } from "./utility/new-object.js";
import { newTimeSpan } from "./utility/new-timespan.js";
import { readHost } from "./utility/read-host.js";
import { selectObject } from "./utility/select-object.js";
import { selectString } from "./utility/select-string.js";
import { selectXml } from "./utility/select-xml.js";
import { sortObject } from "./utility/sort-object.js";
import { startSleep } from "./utility/start-sleep.js";
import { teeObject } from "./utility/tee-object.js";
import { writeError } from "./utility/write-error.js";
import { writeHost } from "./utility/write-host.js";
import { writeInformation } from "./utility/write-information.js";
import { writeDebug, writeVerbose, writeWarning } from "./utility/write-messages.js";
import { writeOutput } from "./utility/write-output.js";

export { defaultAliases, exchangeAliases } from "./default-aliases.js";
export { openRedirection } from "./formatting/index.js";
export { type FileSystem, fileSystemKey, fileSystemOf } from "./management/file-system.js";
export { findNotEmulatedCommand } from "./not-emulated.js";
export {
  type CommandHistory,
  clockKey,
  type EmulatedClock,
  type HistoryEntry,
  historyKey,
} from "./session-services.js";

/** The cmdlets of PowerShell itself. */
export const coreCmdlets: readonly CmdletInfo[] = [
  ...formattingCmdlets,
  addContent,
  addMemberCmdlet,
  clearContent,
  clearHistory,
  clearHost,
  clearVariable,
  compareObject,
  convertFromCsv,
  convertFromJson,
  convertFromStringData,
  convertToCsv,
  convertToHtml,
  convertToJson,
  convertToXml,
  copyItem,
  exportClixml,
  exportCsv,
  forEachObject,
  getAlias,
  getChildItem,
  getCommand,
  getContent,
  getCulture,
  getDate,
  getHelp,
  getHistory,
  help,
  getItem,
  getLocation,
  getMember,
  getRandom,
  getUnique,
  getVariable,
  getVerb,
  groupObject,
  importClixml,
  importCsv,
  invokeCommand,
  invokeExpression,
  invokeHistory,
  joinPathCmdlet,
  joinString,
  measureCommand,
  measureObject,
  moveItem,
  newAlias,
  newGuid,
  newItem,
  newObject,
  newTimeSpan,
  newVariable,
  popLocation,
  pushLocation,
  readHost,
  removeItem,
  removeVariable,
  renameItem,
  resolvePath,
  selectObject,
  selectString,
  selectXml,
  setAlias,
  setContent,
  setItem,
  setLocation,
  setStrictMode,
  setVariable,
  sortObject,
  splitPathCmdlet,
  startSleep,
  teeObject,
  testPath,
  whereObject,
  writeDebug,
  writeError,
  writeHost,
  writeInformation,
  writeOutput,
  writeVerbose,
  writeWarning,
];
export { setCurrentLocation } from "./management/locations.js";
