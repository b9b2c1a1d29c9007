import { notEmulated } from "../../runtime/errors.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { extensionOf } from "../../runtime/extension.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property, type Value } from "../../values/index.js";
import type { ValueContext } from "../../values/value-context.js";
import { fileSystemKey, homeDirectory } from "../management/file-system.js";
import { fullPath } from "../management/paths.js";
import { ComObject, defineComInterface } from "./com-object.js";

// WScript.Network and WScript.Shell: interfaces of the Windows Script Host, as documented.

const text = (value: Value | undefined): string => (value === null || value === undefined ? "" : String(value));
/** Methods of values run in a session. */
const sessionOf = (context: ValueContext): ExecutionContext => context as ExecutionContext;
const environmentOf = (context: ValueContext, name: string): string =>
  context.services?.environment?.get(name.toUpperCase()) ?? "";

const other = (name: string, instead: string) =>
  method([
    name,
    () => {
      throw notEmulated(`${name.slice(name.indexOf(" ") + 1, name.indexOf("("))} of this COM class`, instead);
    },
  ]);

const network = defineComInterface("24be5a31-edfe-11d2-b933-00104b365c9f", () => [
  property("string ComputerName", (_, c) => environmentOf(c, "COMPUTERNAME")),
  property("string UserDomain", (_, c) => environmentOf(c, "USERDOMAIN")),
  property("string UserName", (_, c) => environmentOf(c, "USERNAME")),
  other("void MapNetworkDrive(string LocalName, string RemoteName)", "New-PSDrive makes drives."),
  other("void RemoveNetworkDrive(string Name)", "Remove-PSDrive removes drives."),
  other("System.Object EnumNetworkDrives()", "Get-PSDrive gets drives."),
  other("System.Object EnumPrinterConnections()", "There are no printers."),
]);

/** WScript.Network: who is where. */
export class ScriptNetwork extends ComObject {
  constructor() {
    super(network);
  }
}
heapClass("ScriptNetwork", ScriptNetwork);

const specialFolders: Readonly<Record<string, string>> = {
  desktop: `${homeDirectory}\\Desktop`,
  mydocuments: `${homeDirectory}\\Documents`,
  appdata: `${homeDirectory}\\AppData\\Roaming`,
  favorites: `${homeDirectory}\\Favorites`,
  alluserdesktop: "C:\\Users\\Public\\Desktop",
  allusersdesktop: "C:\\Users\\Public\\Desktop",
  startmenu: `${homeDirectory}\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu`,
};

const shell = defineComInterface("41904400-be18-11d3-a28b-00104bd35090", () => [
  property(
    "string CurrentDirectory",
    (_, c) => extensionOf(sessionOf(c), fileSystemKey).location,
    (_, value, c) => {
      extensionOf(sessionOf(c), fileSystemKey).location = fullPath({ context: sessionOf(c) }, text(value));
    },
  ),
  method([
    "string ExpandEnvironmentStrings(string Src)",
    (c, _, [source]) => text(source).replace(/%([^%]+)%/g, (whole, name: string) => environmentOf(c, name) || whole),
  ]),
  {
    kind: "ParameterizedProperty",
    name: "Environment",
    signature: "string Environment(Variant) {get}",
    get: () => new ScriptEnvironment(),
    set: null,
  },
  {
    kind: "ParameterizedProperty",
    name: "SpecialFolders",
    signature: "string SpecialFolders(Variant) {get}",
    get: (_c, _self, [name]) => specialFolders[text(name).toLowerCase()] ?? "",
    set: null,
  },
  other("System.Object RegRead(string Name)", "There is no registry."),
  other("void RegWrite(string Name, System.Object Value)", "There is no registry."),
  other("void RegDelete(string Name)", "There is no registry."),
  other("int Popup(string Text)", "Write-Host shows texts, Read-Host asks."),
  other("int Run(string Command)", "Type the program's name to run it."),
  other("System.Object Exec(string Command)", "Type the program's name to run it."),
  other("System.Object CreateShortcut(string PathLink)", "There is no desktop."),
  other("void SendKeys(string Keys)", "There are no windows."),
  other("bool AppActivate(System.Object App)", "There are no windows."),
  other("bool LogEvent(System.Object Type, string Message)", "There is no event log to write to."),
]);

/** WScript.Shell. */
export class ScriptShell extends ComObject {
  constructor() {
    super(shell);
  }
}
heapClass("ScriptShell", ScriptShell);

const environment = defineComInterface("f935dc29-1cf0-11d0-adb9-00c04fd58a0b", () => [
  {
    kind: "ParameterizedProperty",
    name: "Item",
    signature: "string Item(string) {get} {set}",
    get: (c, _self, [name]) => environmentOf(c, text(name)),
    set: (c, _self, [name], value) => c.services?.environment?.set(text(name), text(value)),
  },
]);

/** What WScript.Shell's Environment gives; here the process's, whichever was asked for. */
class ScriptEnvironment extends ComObject {
  constructor() {
    super(environment);
  }
}
heapClass("ScriptEnvironment", ScriptEnvironment);
