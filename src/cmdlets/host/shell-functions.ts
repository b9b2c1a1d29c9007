import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { goTo } from "../management/locations.js";

/** A function of the real shell that goes to a place: `cd..`, `cd\`, `C:`. */
function goingTo(name: string, path: string): CmdletInfo {
  return defineCmdlet({
    name,
    typeName: "Microsoft.PowerShell.Commands.SetLocationCommand",
    source: "",
    synopsis: `Goes to ${path}`,
    parameters: {},
    create: (_parameters, cmdlet) => ({ end: () => void goTo(cmdlet, path, false) }),
  });
}

const pause = defineCmdlet({
  name: "Pause",
  typeName: "Microsoft.PowerShell.Commands.ReadHostCommand",
  source: "",
  synopsis: "Waits for Enter.",
  parameters: {},
  create: (_parameters, { context }) => ({
    end: () =>
      void context.host.ask({
        kind: "line",
        prompt: "Press Enter to continue...: ",
        caption: "",
        message: "",
        choices: [],
        defaultChoice: -1,
      }),
  }),
});

const fixed: ReadonlyMap<string, CmdletInfo> = new Map([
  ["cd..", goingTo("cd..", "..")],
  ["cd\\", goingTo("cd\\", "\\")],
  ["pause", pause],
]);

/** The functions with which the real shell starts, as far as they are not cmdlets here; `C:` is one for each letter. */
export function findShellFunction(name: string): CmdletInfo | undefined {
  const known = fixed.get(name.toLowerCase());
  if (known !== undefined) return known;
  return /^[A-Za-z]:$/.test(name) ? goingTo(name, `${name}\\`) : undefined;
}
