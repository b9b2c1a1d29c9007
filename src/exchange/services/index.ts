/** The Windows services and processes of the emulated servers: cmdlets that every edition has, and their views. */
import type { FormatView } from "../../formatting/index.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { restartService, startService, stopService } from "./change-services.js";
import { getProcess } from "./get-process.js";
import { getService } from "./get-service.js";
import { processViews } from "./process-views.js";
import { serviceViews } from "./service-controller.js";
import { setService } from "./set-service.js";

export const serverCmdlets: readonly CmdletInfo[] = [
  getProcess,
  getService,
  restartService,
  setService,
  startService,
  stopService,
];

/** The views of an edition's language version. */
export function serverViews(languageVersion: number): readonly FormatView[] {
  return [...serviceViews, ...processViews(languageVersion)];
}
