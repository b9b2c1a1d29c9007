/** Cmdlets that users of the library write in JavaScript. */
import type { CmdletSource } from "../../runtime/commands.js";
import type { CustomCmdlet } from "./custom-cmdlet.js";

export {
  type CustomBound,
  CustomCmdlet,
  type CustomCmdletBody,
  type CustomCmdletDefinition,
  type CustomCmdletRun,
  type CustomError,
  type CustomParameter,
  type CustomParameters,
  defineCmdlet,
} from "./custom-cmdlet.js";
export type { PlainInput } from "./plain-input.js";

/** The cmdlets that a shell is given, for its session; of one name the last. */
export function customCmdletSource(cmdlets: readonly CustomCmdlet[]): CmdletSource {
  const byName = new Map(cmdlets.map(({ name, info }) => [name.toLowerCase(), info]));
  return { all: [...byName.values()], find: (name) => byName.get(name.toLowerCase()) };
}
