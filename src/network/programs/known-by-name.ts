import { defineApplication } from "../../runtime/application.js";
import type { ApplicationInfo } from "../../runtime/commands.js";
import { notEmulated } from "../../runtime/errors.js";

/**
 * Programs that a server has and nobody runs here: typing one is no unknown command, it is a program that the emulator
 * does not run. Those of Windows' own folder, as administrators of Exchange use them.
 */
const windowsPrograms = `
arp auditpol bcdedit certreq certutil chkdsk cmd csvde dcdiag diskpart dsadd dsget dsmod dsquery eventcreate
expand findstr fsutil ftp getmac gpresult gpupdate klist ldifde lodctr logman manage-bde mode msg msiexec mstsc
nbtstat net1 netdom netsh netstat nltest notepad ntdsutil openfiles pathping perfmon powershell qprocess quser qwinsta
reg regedit regsvr32 repadmin robocopy route runas rundll32 sc schtasks setspn setx shutdown systeminfo takeown taskkill
tasklist telnet tsdiscon typeperf vssadmin w32tm wbadmin wevtutil where winrm winrs wmic wscript cscript wusa xcopy`;

/** Those that Exchange brings, in its folder Bin. */
const exchangePrograms = "eseutil isinteg exbpa";

let known: ReadonlyMap<string, ApplicationInfo> | null = null;

/** A program that is known by name only, by name with or without `.exe`: running it is a NotEmulated error. */
export function findProgramKnownByName(name: string): ApplicationInfo | undefined {
  known ??= new Map([
    ...named(windowsPrograms).map((program) => [program, unknownApplication(program)] as const),
    ...named(exchangePrograms).map((program) => [program, unknownApplication(program, exchangeFolder)] as const),
  ]);
  return known.get(name.toLowerCase().replace(/\.exe$/, ""));
}

const exchangeFolder = "C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Bin";

function named(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

function unknownApplication(name: string, folder?: string): ApplicationInfo {
  return defineApplication({
    name: `${name}.exe`,
    version: "",
    ...(folder === undefined ? {} : { folder }),
    run: () => {
      throw notEmulated(`the program ${name}.exe`);
    },
  });
}
