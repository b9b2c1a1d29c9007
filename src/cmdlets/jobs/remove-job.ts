import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../error-record.js";
import { type Job, jobsOf } from "./job.js";
import { jobParameters, jobSets, selectedJobs } from "./selected-jobs.js";

const targetText = ({ command, id }: Job): string =>
  `Remote Command: ${command}, associated with the job that has an ID of "${id}".`;

export const removeJob = defineCmdlet({
  name: "Remove-Job",
  typeName: "Microsoft.PowerShell.Commands.RemoveJobCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Removes jobs that have ended.",
  defaultParameterSet: jobSets.id,
  supportsShouldProcess: true,
  parameters: {
    ...jobParameters,
    Command: { type: "string[]", pipeline: "name", sets: [jobSets.command] },
    Force: {
      type: "switch",
      aliases: ["F"],
      sets: [jobSets.id, jobSets.job, jobSets.instance, jobSets.name, jobSets.filter],
    },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      const jobs = jobsOf(context);
      for (const job of selectedJobs(cmdlet, parameters)) {
        if (!cmdlet.shouldProcess(targetText(job), "Remove")) continue;
        if (job.stateAt(context.now()) === "Running" && !parameters.Force) {
          cmdlet.writeError(notFinished(job, context.facts.exceptionTexts === "core"));
          continue;
        }
        jobs.state = { ...jobs.state, jobs: jobs.state.jobs.filter((each) => each !== job) };
      }
    },
  }),
});

function notFinished(job: Job, isCore: boolean) {
  const message = `The command cannot remove the job with the job ID ${job.id} because the job is not finished. To remove the job, first stop the job, or use the Force parameter.`;
  return cmdletError({
    id: "JobObjectNotFinishedCannotBeRemoved",
    category: "InvalidOperation",
    exception: "ArgumentException",
    message: isCore ? `${message} (Parameter 'Job')` : `${message}\nParameter name: Job`,
    target: job,
  });
}
