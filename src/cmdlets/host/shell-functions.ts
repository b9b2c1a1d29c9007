import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import { goTo } from "../management/locations.js";
import { notEmulatedCommand } from "../not-emulated.js";

/** A function of the real shell that goes to a place: `cd..`, `cd\`, `C:`. */
function goingTo(name: string, path: string): CmdletInfo {
  return defineCmdlet({
    name,
    typeName: "Microsoft.PowerShell.Commands.SetLocationCommand",
    source: "",
    synopsis: `Goes to ${path}`,
    isFunction: true,
    parameters: {},
    create: (_parameters, cmdlet) => ({ end: () => void goTo(cmdlet, path, false) }),
  });
}

const pause = defineCmdlet({
  name: "Pause",
  typeName: "Microsoft.PowerShell.Commands.ReadHostCommand",
  source: "",
  synopsis: "Waits for Enter.",
  isFunction: true,
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

const pathFunctions = [goingTo("cd..", ".."), goingTo("cd\\", "\\")];

const driveFunctions = Array.from({ length: 26 }, (_, k) => {
  const drive = `${String.fromCharCode(65 + k)}:`;
  return goingTo(drive, `${drive}\\`);
});

/** Functions of the console that are not run here, by the language versions that have them. */
const furtherFunctions: readonly (readonly [name: string, since: number, until: number])[] = [
  ["more", 2, 5],
  ["oss", 2, 7],
  ["prompt", 2, 7],
  ["TabExpansion", 2, 2],
  ["TabExpansion2", 3, 7],
];

/** The functions with which a console of a language version starts, besides those that are cmdlets here. */
export function shellFunctions(languageVersion: number): readonly CmdletInfo[] {
  const further = furtherFunctions
    .filter(([, since, until]) => since <= languageVersion && languageVersion <= until)
    .map(([name]): CmdletInfo => ({ ...notEmulatedCommand(name, ""), isFunction: true }));
  return [...driveFunctions, ...pathFunctions, ...(languageVersion < 3 ? [] : [pause]), ...further];
}

const fixed: ReadonlyMap<string, CmdletInfo> = new Map(
  [...pathFunctions, ...driveFunctions, pause].map((info) => [info.name.toLowerCase(), info]),
);

/** The function of the console of this name, as far as it is run here and no cmdlet; `C:` is one for each letter. */
export function findShellFunction(name: string): CmdletInfo | undefined {
  return fixed.get(name.toLowerCase());
}
