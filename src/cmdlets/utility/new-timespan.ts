import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  DateTime,
  TimeSpan,
  ticksPerDay,
  ticksPerHour,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
} from "../../values/date-time.js";

export const newTimeSpan = defineCmdlet({
  name: "New-TimeSpan",
  typeName: "Microsoft.PowerShell.Commands.NewTimeSpanCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Makes a time span.",
  defaultParameterSet: "Date",
  parameters: {
    Start: { type: "datetime", position: 0, pipeline: "value,name", sets: ["Date"], aliases: ["LastWriteTime"] },
    End: { type: "datetime", position: 1, pipeline: "name", sets: ["Date"] },
    Days: { type: "int", sets: ["Time"] },
    Hours: { type: "int", sets: ["Time"] },
    Minutes: { type: "int", sets: ["Time"] },
    Seconds: { type: "int", sets: ["Time"] },
    Milliseconds: { since: 7, type: "int", sets: ["Time"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Start, End, Days = 0, Hours = 0, Minutes = 0, Seconds = 0, Milliseconds = 0 } = parameters;
      if (cmdlet.parameterSetName === "Time") {
        const ticks =
          BigInt(Days) * ticksPerDay +
          BigInt(Hours) * ticksPerHour +
          BigInt(Minutes) * ticksPerMinute +
          BigInt(Seconds) * ticksPerSecond +
          BigInt(Milliseconds) * ticksPerMillisecond;
        cmdlet.writeObject(new TimeSpan(ticks));
        return;
      }
      const now = cmdlet.context.now();
      const from = Start instanceof DateTime ? Start.ticks : now;
      const to = End instanceof DateTime ? End.ticks : now;
      cmdlet.writeObject(new TimeSpan(to - from));
    },
  }),
});
