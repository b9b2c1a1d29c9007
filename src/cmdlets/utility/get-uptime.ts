import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { DateTime, TimeSpan } from "../../values/date-time.js";
import { clockKey } from "../session-services.js";

/** The emulated machine started when the day began on which the session began. */
export const getUptime = defineCmdlet({
  name: "Get-Uptime",
  since: 7,
  typeName: "Microsoft.PowerShell.Commands.GetUptimeCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Tells for how long the machine has been running.",
  defaultParameterSet: "Timespan",
  parameters: {
    Since: { type: "switch", sets: ["Since"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { startOfMachine } = extensionOf(cmdlet.context, clockKey);
      if (parameters.Since) cmdlet.writeObject(new DateTime(startOfMachine, "Local"));
      else cmdlet.writeObject(new TimeSpan(wholeSeconds(cmdlet.context.now() - startOfMachine)));
    },
  }),
});

function wholeSeconds(ticks: bigint): bigint {
  return ticks - (ticks % 10_000_000n);
}
