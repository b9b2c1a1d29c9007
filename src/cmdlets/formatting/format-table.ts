import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { commonFormatParameters, formatBody } from "./format-cmdlet.js";

/** SPEC A.3, A.5. */
export const formatTable = defineCmdlet({
  name: "Format-Table",
  typeName: "Microsoft.PowerShell.Commands.FormatTableCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Shows objects as rows of a table.",
  parameters: {
    AutoSize: { type: "switch" },
    RepeatHeader: { since: 7, type: "switch" },
    HideTableHeaders: { type: "switch" },
    Wrap: { type: "switch" },
    Property: { type: "object[]", position: 0 },
    ...commonFormatParameters,
  },
  create: (bound, cmdlet) =>
    formatBody(cmdlet, bound, "table", () => ({
      autoSize: cmdlet.isBound("AutoSize") ? bound.AutoSize : null,
      hideHeaders: bound.HideTableHeaders,
      repeatHeader: bound.RepeatHeader,
      wrap: bound.Wrap,
    })),
});
