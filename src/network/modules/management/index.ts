import { windowsModule } from "../windows-module.js";
import { restartComputer, stopComputer } from "./stop-computer.js";
import { testConnection } from "./test-connection.js";
import { testConnection7 } from "./test-connection-7.js";

const name = "Microsoft.PowerShell.Management";
const everyWindows = "Windows Server 2003";

/** What of PowerShell's own cmdlets needs a network, up to Windows PowerShell 5.1. */
export const managementModule = windowsModule(name, everyWindows, [testConnection, stopComputer, restartComputer], {
  isBuiltIn: true,
  languages: { from: 2, to: 5 },
});

/** The same in PowerShell 7. */
export const managementModule7 = windowsModule(name, everyWindows, [testConnection7, stopComputer, restartComputer], {
  isBuiltIn: true,
  languages: { from: 7, to: 7 },
});
