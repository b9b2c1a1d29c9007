import { windowsModule } from "../windows-module.js";
import { getNetIpAddress, getNetIpConfiguration } from "./net-ip.js";
import { testNetConnection } from "./test-net-connection.js";

/** NetTCPIP, as far as it shows how a machine is in the network: since Windows Server 2012. */
export const netTcpIpModule = windowsModule("NetTCPIP", "Windows Server 2012", [
  getNetIpAddress,
  getNetIpConfiguration,
]);

/** What came to NetTCPIP with Windows Server 2012 R2. */
export const netTcpIpModuleR2 = windowsModule("NetTCPIP", "Windows Server 2012 R2", [testNetConnection]);
