import { clientAccessCommands } from "./client-access-commands.js";
import type { Commands } from "./command.js";
import { organizationCommands } from "./organization-commands.js";
import { rarerCommands } from "./rarer-commands.js";
import { recipientCommands } from "./recipient-commands.js";
import { transportCommands } from "./transport-commands.js";

export const commands: Commands = {
  ...clientAccessCommands,
  ...organizationCommands,
  ...rarerCommands,
  ...recipientCommands,
  ...transportCommands,
};
