/** The lab at the prompt: cmdlets with names of their own, in all editions with Exchange. */
import type { FormatView } from "../../formatting/index.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { advisorCmdlets, advisorViews } from "./advisor.js";
import { clientCmdlets, clientViews } from "./clients.js";
import { connectionCmdlets, connectionViews } from "./connections.js";
import { dnsCmdlets, dnsViews } from "./dns.js";
import { equipmentCmdlets, equipmentViews } from "./equipment.js";
import { hostCmdlets, hostViews } from "./hosts.js";

export const labCmdlets: readonly CmdletInfo[] = [
  ...clientCmdlets,
  ...connectionCmdlets,
  ...hostCmdlets,
  ...equipmentCmdlets,
  ...dnsCmdlets,
  ...advisorCmdlets,
];

export const labViews: readonly FormatView[] = [
  ...clientViews,
  ...connectionViews,
  ...hostViews,
  ...equipmentViews,
  ...dnsViews,
  ...advisorViews,
];
