import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { notEmulated } from "../../runtime/errors.js";

/** The clock is the organization's: what administrators want of Set-Date here is an option of the shell. */
export const setDate = defineCmdlet({
  name: "Set-Date",
  typeName: "Microsoft.PowerShell.Commands.SetDateCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Not emulated: the clock of the organization is set from outside.",
  defaultParameterSet: "Date",
  supportsShouldProcess: true,
  parameters: {
    Date: { type: "datetime", position: 0, mandatory: true, pipeline: "value,name", sets: ["Date"] },
    Adjust: { type: "timespan", position: 0, mandatory: true, pipeline: "value,name", sets: ["Adjust"] },
    DisplayHint: { type: "object", coverage: "accepted" },
  },
  create: () => ({
    process(): void {
      throw notEmulated("Set-Date", "Start-Sleep moves the emulated clock on.");
    },
  }),
});
