import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cultureOfName, emulatedCultures, englishCulture, invariantCulture } from "../../values/culture.js";
import { CultureInfo } from "../../values/types/culture-info.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";

export const getCulture = defineCmdlet({
  name: "Get-Culture",
  typeName: "Microsoft.PowerShell.Commands.GetCultureCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the culture of the session, or others by name.",
  defaultParameterSet: "CurrentCulture",
  parameters: {
    Name: { since: 7, type: "string[]", position: 0, pipeline: "value", sets: ["Name"] },
    NoUserOverrides: { since: 7, type: "switch", sets: ["CurrentCulture", "Name"], coverage: "accepted" },
    ListAvailable: { since: 7, type: "switch", sets: ["ListAvailable"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      const { facts } = context;
      if (parameters.Name !== undefined) {
        for (const name of namesOf(cmdlet, parameters.Name)) {
          const culture = name === "" ? invariantCulture : cultureOfName(name, facts);
          if (culture === undefined) cmdlet.writeError(notEmulatedCulture(name));
          else cmdlet.writeObject(new CultureInfo(culture));
        }
        return;
      }
      if (parameters.ListAvailable) {
        // Those that the emulator has; the invariant one, which has no name, comes first as it does there.
        const named = emulatedCultures().filter((name) => name !== "");
        const all = [invariantCulture, ...named.flatMap((name) => cultureOfName(name, facts) ?? [])];
        for (const culture of new Set(all)) cmdlet.writeObject(new CultureInfo(culture));
        return;
      }
      cmdlet.writeObject(new CultureInfo(context.currentCulture ?? englishCulture(facts)));
    },
  }),
});

/** Whether there is a culture of that name, Windows knows; here there are some of them. */
function notEmulatedCulture(name: string) {
  return cmdletError({
    id: "NotEmulated",
    category: "NotImplemented",
    exception: "NotSupportedException",
    message: `The emulator has no culture '${name}'. It has ${emulatedCultures().join(", ")}.`,
    target: name,
  });
}
