import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { formattingOf } from "../../formatting/formatting.js";
import type { FormatView } from "../../formatting/views/view.js";
import { WildcardPattern } from "../../values/wildcard.js";
import { namesOf } from "../session/scopes.js";
import { formatData } from "./format-data.js";

/** The views of the session; those of a type together. */
export const getFormatData = defineCmdlet({
  name: "Get-FormatData",
  typeName: "Microsoft.PowerShell.Commands.GetFormatDataCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives the views by which objects of types are shown.",
  parameters: {
    TypeName: { type: "string[]", position: 0, validate: [{ kind: "ValidateNotNullOrEmpty" }] },
    // What older clients could not read is not left out.
    PowerShellVersion: { since: 5, type: "version", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const patterns =
        parameters.TypeName === undefined
          ? null
          : namesOf(cmdlet, parameters.TypeName).map((name) => new WildcardPattern(name, true));
      const byTypes = new Map<string, FormatView[]>();
      for (const view of formattingOf(cmdlet.context).views.views) {
        const names = view.typeNames.filter((name) => patterns?.some((pattern) => pattern.isMatch(name)) ?? true);
        if (names.length === 0) continue;
        const key = view.typeNames.join("\n");
        const views = byTypes.get(key);
        if (views === undefined) byTypes.set(key, [view]);
        else views.push(view);
      }
      for (const [names, views] of byTypes) cmdlet.writeObject(formatData(names.split("\n"), views));
    },
  }),
});
