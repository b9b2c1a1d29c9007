import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { Job } from "./job.js";
import { jobParameters, jobSets, selectedJobs } from "./selected-jobs.js";

/** Every job ends as soon as it is waited for: its code has run. */
export const waitJob = defineCmdlet({
  name: "Wait-Job",
  typeName: "Microsoft.PowerShell.Commands.WaitJobCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Waits until jobs have ended.",
  defaultParameterSet: jobSets.id,
  parameters: {
    ...jobParameters,
    Any: { type: "switch" },
    Timeout: {
      type: "int",
      aliases: ["TimeoutSec"],
      validate: [{ kind: "ValidateRange", min: -1, max: 2147483647 }],
      coverage: "accepted",
    },
    Force: { since: 3, type: "switch", coverage: "accepted" },
  },
  create: (parameters, cmdlet) => {
    const waited: Job[] = [];
    return {
      process(): void {
        for (const job of selectedJobs(cmdlet, parameters)) if (!waited.includes(job)) waited.push(job);
      },
      end(): void {
        for (const job of parameters.Any ? waited.slice(0, 1) : waited) {
          job.finish();
          cmdlet.writeObject(job);
        }
      },
    };
  },
});
