import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { TimeSpan, ticksPerMillisecond } from "../../values/date-time.js";
import { Double } from "../../values/numbers.js";
import { clockKey } from "../session-services.js";

/** Nobody waits: the emulated clock moves on. */
export const startSleep = defineCmdlet({
  name: "Start-Sleep",
  typeName: "Microsoft.PowerShell.Commands.StartSleepCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Lets the emulated clock move on.",
  defaultParameterSet: "Seconds",
  parameters: {
    Seconds: {
      type: "double",
      mandatory: true,
      position: 0,
      pipeline: "value,name",
      sets: ["Seconds"],
      validate: [{ kind: "ValidateRange", min: new Double(0), max: new Double(2147483.647) }],
    },
    Milliseconds: {
      type: "int",
      mandatory: true,
      pipeline: "name",
      sets: ["Milliseconds"],
      aliases: ["ms"],
      validate: [{ kind: "ValidateRange", min: 0, max: 2147483647 }],
    },
    Duration: {
      since: 7,
      type: "timespan",
      mandatory: true,
      pipeline: "name",
      sets: ["FromTimeSpan"],
      aliases: ["ts"],
    },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Duration, Milliseconds, Seconds } = parameters;
      const milliseconds = Seconds instanceof Double ? Math.trunc(Seconds.value * 1000) : (Milliseconds ?? 0);
      const ticks = Duration instanceof TimeSpan ? Duration.ticks : BigInt(milliseconds) * ticksPerMillisecond;
      if (ticks > 0n) extensionOf(cmdlet.context, clockKey).advance(ticks);
    },
  }),
});
