import { setCurrentLocation } from "../cmdlets/index.js";
import type { Engine } from "../runtime/engine.js";
import type { Edition } from "./editions.js";
import { exchangeFolder } from "./exchange-folders.js";

/** Variables that name the host's files: what scripts begin with (`$home`, `$pwd`, `$exscripts`). */
export function defineSessionVariables(engine: Engine, edition: Edition, location: string): void {
  const scope = engine.session.globalScope;
  const home = `C:\\Users\\${engine.userName}`;
  const isCore = edition.runtime.psEdition === "Core";
  scope.setVariable("HOME", home);
  scope.setVariable(
    "PSHOME",
    isCore ? "C:\\Program Files\\PowerShell\\7" : "C:\\Windows\\System32\\WindowsPowerShell\\v1.0",
  );
  const profiles = isCore ? "PowerShell" : "WindowsPowerShell";
  scope.setVariable("PROFILE", `${home}\\Documents\\${profiles}\\Microsoft.PowerShell_profile.ps1`);
  if (isCore) {
    for (const [name, value] of [
      ["IsWindows", true],
      ["IsLinux", false],
      ["IsMacOS", false],
      ["IsCoreCLR", true],
    ] as const) {
      scope.setVariable(name, value);
    }
  }
  if (edition.exchange !== null) {
    const folder = exchangeFolder(edition.exchange);
    engine.drives.setEnvironment("ExchangeInstallPath", `${folder}\\`);
    scope.setVariable("exinstall", `${folder}\\`);
    scope.setVariable("exbin", `${folder}\\bin\\`);
    scope.setVariable("exscripts", `${folder}\\scripts\\`);
  }
  setCurrentLocation(engine, location);
}
