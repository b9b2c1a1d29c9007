import type { EnvironmentVariables } from "../runtime/execution-context.js";
import type { Edition } from "./editions.js";
import { exchangeFolder } from "./exchange-folders.js";

/** The machine that a shell runs on, and its domain. */
export interface EmulatedHost {
  readonly computerName: string;
  /** A domain controller, by its short name. */
  readonly logonServer: string;
  readonly domain: string;
  readonly netBIOSName: string;
}

/** The environment that a shell starts with: of an administrator on a server of the domain, nothing of the real host. */
export function defineEnvironment(target: EnvironmentVariables, edition: Edition, host: EmulatedHost): void {
  const system = "C:\\Windows";
  const profile = "C:\\Users\\Administrator";
  const variables: Readonly<Record<string, string>> = {
    ALLUSERSPROFILE: "C:\\ProgramData",
    APPDATA: `${profile}\\AppData\\Roaming`,
    CommonProgramFiles: "C:\\Program Files\\Common Files",
    COMPUTERNAME: host.computerName,
    ComSpec: `${system}\\system32\\cmd.exe`,
    HOMEDRIVE: "C:",
    HOMEPATH: "\\Users\\Administrator",
    LOCALAPPDATA: `${profile}\\AppData\\Local`,
    LOGONSERVER: `\\\\${host.logonServer}`,
    NUMBER_OF_PROCESSORS: "4",
    OS: "Windows_NT",
    Path: [
      `${system}\\system32`,
      system,
      `${system}\\System32\\Wbem`,
      `${system}\\System32\\WindowsPowerShell\\v1.0\\`,
      // Exchange's setup puts its programs there.
      ...(edition.exchange === null ? [] : [`${exchangeFolder(edition.exchange)}\\bin`]),
    ].join(";"),
    PATHEXT: ".COM;.EXE;.BAT;.CMD;.VBS;.VBE;.JS;.JSE;.WSF;.WSH;.MSC;.CPL",
    PROCESSOR_ARCHITECTURE: "AMD64",
    ProgramData: "C:\\ProgramData",
    ProgramFiles: "C:\\Program Files",
    "ProgramFiles(x86)": "C:\\Program Files (x86)",
    PSModulePath: modulePath(edition.values.languageVersion, profile, `${system}\\system32`),
    PUBLIC: "C:\\Users\\Public",
    SystemDrive: "C:",
    SystemRoot: system,
    TEMP: `${profile}\\AppData\\Local\\Temp`,
    TMP: `${profile}\\AppData\\Local\\Temp`,
    USERDNSDOMAIN: host.domain.toUpperCase(),
    USERDOMAIN: host.netBIOSName,
    USERNAME: "Administrator",
    USERPROFILE: profile,
    windir: system,
  };
  for (const [name, value] of Object.entries(variables)) target.setEnvironment(name, value);
}

/** Where modules are looked for (documented: about_PSModulePath; of 2.0 to 4.0 from memory). */
function modulePath(version: number, profile: string, system32: string): string {
  const own = `${profile}\\Documents`;
  const shared = "C:\\Program Files\\WindowsPowerShell\\Modules";
  const windows = `${system32}\\WindowsPowerShell\\v1.0\\Modules`;
  if (version < 4) return [`${own}\\WindowsPowerShell\\Modules`, `${windows}\\`].join(";");
  if (version < 6) return [`${own}\\WindowsPowerShell\\Modules`, shared, windows].join(";");
  const core = "C:\\Program Files\\PowerShell";
  return [`${own}\\PowerShell\\Modules`, `${core}\\Modules`, `${core}\\7\\Modules`, shared, windows].join(";");
}
