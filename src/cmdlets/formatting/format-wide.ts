import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { commonFormatParameters, exclusive, formatBody } from "./format-cmdlet.js";

/** SPEC A.7. */
export const formatWide = defineCmdlet({
  name: "Format-Wide",
  typeName: "Microsoft.PowerShell.Commands.FormatWideCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Shows one property of each object, side by side.",
  parameters: {
    Property: { type: "object", position: 0 },
    AutoSize: { type: "switch" },
    Column: {
      type: "int",
      validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }],
    },
    ...commonFormatParameters,
  },
  create: (bound, cmdlet) =>
    formatBody(cmdlet, bound, "wide", () => {
      if (bound.AutoSize && bound.Column !== undefined) {
        throw exclusive("AutoSize", "Column", "FormatCannotSpecifyAutosizeAndColumns");
      }
      return {
        autoSize: cmdlet.isBound("AutoSize") ? bound.AutoSize : null,
        columns: bound.Column ?? 0,
      };
    }),
});
