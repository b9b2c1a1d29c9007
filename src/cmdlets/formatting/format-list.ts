import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { commonFormatParameters, formatBody } from "./format-cmdlet.js";

/** SPEC A.6. */
export const formatList = defineCmdlet({
  name: "Format-List",
  typeName: "Microsoft.PowerShell.Commands.FormatListCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Shows objects as lists of their properties.",
  parameters: {
    Property: { type: "object[]", position: 0 },
    ...commonFormatParameters,
  },
  create: (bound, cmdlet) => formatBody(cmdlet, bound, "list", () => ({})),
});
