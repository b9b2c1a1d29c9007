import type { CommandMetadata } from "../../../runtime/command-metadata.js";
import type { CmdletInfo } from "../../../runtime/commands.js";
import { snapIn } from "../../noun/remote-command.js";
import type { AllowedCmdlet, SessionRights } from "./session-rights.js";

/** Parts that were made, by what is allowed of the cmdlet. */
const parts = new WeakMap<AllowedCmdlet, CmdletInfo>();

/**
 * What the rights of a session leave of a cmdlet: nothing of one of Exchange's that no role of the user has, the
 * parameters that his roles name of the others. PowerShell's own cmdlets are everybody's.
 */
export function allowedPart(cmdlet: CmdletInfo, rights: SessionRights | null): CmdletInfo | undefined {
  if (rights === null || cmdlet.source !== snapIn) return cmdlet;
  const allowed = rights.cmdlets.get(cmdlet.name.toLowerCase());
  if (allowed === undefined) return undefined;
  let part = parts.get(allowed);
  if (part === undefined) {
    part = partOf(cmdlet, allowed);
    parts.set(allowed, part);
  }
  return part;
}

function partOf(cmdlet: CmdletInfo, { parameters }: AllowedCmdlet): CmdletInfo {
  let metadata: CommandMetadata | null = null;
  const narrowed = (): CommandMetadata => {
    metadata ??= {
      ...cmdlet.metadata,
      parameters: cmdlet.metadata.parameters.filter(
        ({ name, isCommon }) => isCommon || parameters.has(name.toLowerCase()),
      ),
    };
    return metadata;
  };
  return {
    commandType: "Cmdlet",
    name: cmdlet.name,
    aliases: cmdlet.aliases ?? [],
    source: cmdlet.source,
    since: cmdlet.since,
    version: cmdlet.version,
    synopsis: cmdlet.synopsis,
    isFunction: cmdlet.isFunction ?? false,
    moduleName: cmdlet.moduleName,
    get metadata() {
      return narrowed();
    },
    start: (invocation) => cmdlet.start({ ...invocation, metadata: narrowed() }),
  };
}
