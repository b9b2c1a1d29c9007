import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { commonFormatParameters, formatBody } from "./format-cmdlet.js";

/** SPEC A.7. */
export const formatCustom = defineCmdlet({
  name: "Format-Custom",
  typeName: "Microsoft.PowerShell.Commands.FormatCustomCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Shows objects as their views describe, or as nested classes.",
  parameters: {
    Property: { type: "object[]", position: 0 },
    Depth: {
      type: "int",
      validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }],
    },
    ...commonFormatParameters,
  },
  create: (bound, cmdlet) => formatBody(cmdlet, bound, "custom", () => ({ depth: bound.Depth ?? 5 })),
});
