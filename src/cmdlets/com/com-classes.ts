import type { Value } from "../../values/index.js";
import { ComDictionary } from "./dictionary.js";
import { FileSystemObject } from "./file-system-object.js";
import { ScriptNetwork, ScriptShell } from "./script-host.js";

/** The COM classes that scripts find here, by their program id in lower case. */
const classes: Readonly<Record<string, () => Value>> = {
  "scripting.dictionary": () => new ComDictionary(),
  "scripting.filesystemobject": () => new FileSystemObject(),
  "wscript.network": () => new ScriptNetwork(),
  "wscript.shell": () => new ScriptShell(),
};

/** Program ids of classes that every Windows has, and that are not emulated. */
const windowsClasses: ReadonlySet<string> = new Set(
  (
    "adodb.connection adodb.recordset adodb.stream capicom.store cdo.message htmlfile internetexplorer.application " +
    "iads msxml2.domdocument msxml2.serverxmlhttp msxml2.xmlhttp mmc20.application nametranslate " +
    "schedule.service scriptlet.typelib shell.application shell.explorer winhttp.winhttprequest.5.1 " +
    "wbemscripting.swbemlocator wbemscripting.swbemdatetime windowsinstaller.installer microsoft.xmlhttp " +
    "microsoft.update.autoupdate microsoft.update.searcher microsoft.update.session microsoft.update.systeminfo " +
    "hnetcfg.fwpolicy2 hnetcfg.fwmgr sapi.spvoice vbscript.regexp microsoft.xmldom adsysteminfo wmplayer.ocx"
  ).split(" "),
);

/** An object of the class; `known`: Windows has the class and it is not emulated; `undefined`: nobody has it. */
export function comObject(programId: string): { readonly made: Value } | "known" | undefined {
  const full = programId.toLowerCase();
  // The version may stand behind the name.
  const key = windowsClasses.has(full) ? full : full.replace(/\.\d+$/, "");
  const make = Object.hasOwn(classes, key) ? classes[key] : undefined;
  if (make !== undefined) return { made: make() };
  return windowsClasses.has(key) ? "known" : undefined;
}
