import type { CmdletInfo } from "../runtime/commands.js";
import { addHistory } from "./core/add-history.js";
import { clearHistory } from "./core/clear-history.js";
import { forEachObject } from "./core/foreach-object.js";
import { getCommand } from "./core/get-command.js";
import { getHistory } from "./core/get-history.js";
import { invokeCommand } from "./core/invoke-command.js";
import { invokeHistory } from "./core/invoke-history.js";
import { setStrictMode } from "./core/set-strictmode.js";
import { whereObject } from "./core/where-object.js";
import { formattingCmdlets } from "./formatting/index.js";
import { getHelp, help } from "./help/get-help.js";
import { clearHost } from "./host/clear-host.js";
import { getHost } from "./host/get-host.js";
import { startTranscript } from "./host/start-transcript.js";
import { stopTranscript } from "./host/stop-transcript.js";
import { getJob } from "./jobs/get-job.js";
import { receiveJob } from "./jobs/receive-job.js";
import { removeJob } from "./jobs/remove-job.js";
import { startJob } from "./jobs/start-job.js";
import { stopJob } from "./jobs/stop-job.js";
import { waitJob } from "./jobs/wait-job.js";
import { clearContent } from "./management/clear-content.js";
import { getChildItem } from "./management/get-childitem.js";
import { getContent } from "./management/get-content.js";
import { getItem } from "./management/get-item.js";
import { getTimeZone } from "./management/get-timezone.js";
import { getItemProperty, getItemPropertyValue, setItemProperty } from "./management/item-properties.js";
import { joinPathCmdlet } from "./management/join-path.js";
import { getLocation, popLocation, pushLocation, setLocation } from "./management/locations.js";
import { makeDirectory, newItem } from "./management/new-item.js";
import { getPSDrive, getPSProvider, newPSDrive, removePSDrive } from "./management/psdrives.js";
import { removeItem } from "./management/remove-item.js";
import { convertPath, resolvePath } from "./management/resolve-path.js";
import { addContent, setContent } from "./management/set-content.js";
import { setItem } from "./management/set-item.js";
import { splitPathCmdlet } from "./management/split-path.js";
import { testPath } from "./management/test-path.js";
import { copyItem, moveItem, renameItem } from "./management/transfer-items.js";
import { exportModuleMember } from "./modules/export-module-member.js";
import { importModule } from "./modules/import-module.js";
import { newModule } from "./modules/new-module.js";
import {
  executionPoliciesKey,
  getExecutionPolicy,
  initialPolicies,
  setExecutionPolicy,
} from "./security/execution-policy.js";
import { getCredential } from "./security/get-credential.js";
import { convertFromSecureString, convertToSecureString } from "./security/secure-strings.js";
import { exportClixml } from "./serialization/export-clixml.js";
import { importClixml } from "./serialization/import-clixml.js";
import { clearVariable } from "./session/clear-variable.js";
import { exportAlias } from "./session/export-alias.js";
import { getAlias } from "./session/get-alias.js";
import { getModule } from "./session/get-module.js";
import { getVariable } from "./session/get-variable.js";
import { importAlias } from "./session/import-alias.js";
import { newAlias } from "./session/new-alias.js";
import { newVariable } from "./session/new-variable.js";
import { removeModule } from "./session/remove-module.js";
import { removeVariable } from "./session/remove-variable.js";
import { setAlias } from "./session/set-alias.js";
import { setVariable } from "./session/set-variable.js";
import { addPSSnapin, getPSSnapin, removePSSnapin } from "./session/snap-ins.js";
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
import { getError } from "./utility/get-error.js";
import { getFileHash } from "./utility/get-filehash.js";
import { getMember } from "./utility/get-member.js";
import { getRandom } from "./utility/get-random.js";
import { getUICulture } from "./utility/get-uiculture.js";
import { getUnique } from "./utility/get-unique.js";
import { getUptime } from "./utility/get-uptime.js";
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
import { setDate } from "./utility/set-date.js";
import { sortObject } from "./utility/sort-object.js";
import { startSleep } from "./utility/start-sleep.js";
import { teeObject } from "./utility/tee-object.js";
import { unblockFile } from "./utility/unblock-file.js";
import { writeError } from "./utility/write-error.js";
import { writeHost } from "./utility/write-host.js";
import { writeInformation } from "./utility/write-information.js";
import { writeDebug, writeVerbose, writeWarning } from "./utility/write-messages.js";
import { writeOutput } from "./utility/write-output.js";
import { writeProgress } from "./utility/write-progress.js";

export { defaultAliases, exchangeAliases } from "./default-aliases.js";
export { addDisplaySets } from "./display-sets.js";
export { openRedirection } from "./formatting/index.js";
export { findShellFunction } from "./host/shell-functions.js";
export { invocationText } from "./host/transcript-text.js";
export { type Transcription, type Transcripts, transcriptsKey } from "./host/transcription.js";
export { initialJobs, type JobsState, jobsKey } from "./jobs/job.js";
export { driveOf } from "./management/drives.js";
export { type FileSystem, fileSystemKey, fileSystemOf, filesOf } from "./management/file-system.js";
export { appendToFile } from "./management/paths.js";
export { findNotEmulatedCommand } from "./not-emulated.js";
export {
  type LoadedModules,
  loadedModulesKey,
} from "./session/loaded-modules.js";
export { requirable } from "./session/modules.js";
export {
  type CommandHistory,
  clockKey,
  type EmulatedClock,
  type HistoryEntry,
  historyKey,
  type Remoting,
  remotingKey,
  type SeededNumbers,
  seededNumbersKey,
} from "./session-services.js";
export { executionPoliciesKey, initialPolicies };

/** The cmdlets of PowerShell itself. */
export const coreCmdlets: readonly CmdletInfo[] = [
  ...formattingCmdlets,
  addContent,
  addHistory,
  addMemberCmdlet,
  addPSSnapin,
  clearContent,
  convertFromSecureString,
  convertToSecureString,
  getCredential,
  getExecutionPolicy,
  getHost,
  getUICulture,
  importModule,
  unblockFile,
  newModule,
  exportModuleMember,
  setDate,
  setExecutionPolicy,
  clearHistory,
  clearHost,
  clearVariable,
  compareObject,
  convertFromCsv,
  convertFromJson,
  convertFromStringData,
  convertPath,
  convertToCsv,
  convertToHtml,
  convertToJson,
  convertToXml,
  copyItem,
  exportClixml,
  exportAlias,
  exportCsv,
  forEachObject,
  getAlias,
  getChildItem,
  getCommand,
  getContent,
  getCulture,
  getDate,
  getError,
  getFileHash,
  getHelp,
  getHistory,
  help,
  getItem,
  getItemProperty,
  getItemPropertyValue,
  getLocation,
  getMember,
  getModule,
  getPSDrive,
  getPSProvider,
  getPSSnapin,
  removePSSnapin,
  getRandom,
  getTimeZone,
  getUnique,
  getUptime,
  getVariable,
  getVerb,
  groupObject,
  importClixml,
  importAlias,
  importCsv,
  invokeCommand,
  getJob,
  receiveJob,
  removeJob,
  startJob,
  stopJob,
  waitJob,
  invokeExpression,
  invokeHistory,
  joinPathCmdlet,
  joinString,
  makeDirectory,
  measureCommand,
  measureObject,
  moveItem,
  newAlias,
  newGuid,
  newItem,
  newObject,
  newPSDrive,
  newTimeSpan,
  newVariable,
  popLocation,
  pushLocation,
  readHost,
  removeItem,
  removeModule,
  removePSDrive,
  removeVariable,
  renameItem,
  resolvePath,
  selectObject,
  selectString,
  selectXml,
  setAlias,
  setContent,
  setItem,
  setItemProperty,
  setLocation,
  setStrictMode,
  setVariable,
  sortObject,
  splitPathCmdlet,
  startSleep,
  startTranscript,
  stopTranscript,
  teeObject,
  testPath,
  whereObject,
  writeDebug,
  writeError,
  writeHost,
  writeInformation,
  writeOutput,
  writeProgress,
  writeVerbose,
  writeWarning,
];
export { addFileMembers } from "./management/file-members.js";
export { setCurrentLocation } from "./management/locations.js";
