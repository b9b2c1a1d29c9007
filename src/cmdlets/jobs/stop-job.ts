import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { Job } from "./job.js";
import { jobParameters, jobSets, selectedJobs } from "./selected-jobs.js";

const targetText = ({ command, id }: Job): string =>
  `Remote Command: ${command}, associated with a job that has an ID of "${id}".`;

export const stopJob = defineCmdlet({
  name: "Stop-Job",
  typeName: "Microsoft.PowerShell.Commands.StopJobCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Stops jobs that have not ended.",
  defaultParameterSet: jobSets.id,
  supportsShouldProcess: true,
  parameters: { ...jobParameters, PassThru: { type: "switch" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      for (const job of selectedJobs(cmdlet, parameters)) {
        const isRunning = job.stateAt(cmdlet.context.now()) === "Running";
        if (isRunning && cmdlet.shouldProcess(targetText(job), "Stop")) job.stop();
        if (parameters.PassThru) cmdlet.writeObject(job);
      }
    },
  }),
});
