import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { DateTime } from "../../values/date-time.js";
import { displayText } from "../../values/text.js";
import type { Job } from "./job.js";
import { jobParameters, jobSets, selectedJobs } from "./selected-jobs.js";

const { Id, Name, InstanceId, State, Filter } = jobParameters;
const listed = [jobSets.id, jobSets.instance, jobSets.name, jobSets.state, jobSets.command];

export const getJob = defineCmdlet({
  name: "Get-Job",
  typeName: "Microsoft.PowerShell.Commands.GetJobCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Gets the jobs of the session.",
  defaultParameterSet: jobSets.id,
  parameters: {
    Id: { ...Id, mandatory: false },
    InstanceId,
    Name,
    State,
    IncludeChildJob: { since: 3, type: "switch", sets: listed },
    ChildJobState: { since: 3, type: "System.Management.Automation.JobState", sets: listed },
    HasMoreData: { since: 3, type: "bool", sets: listed },
    Before: { since: 3, type: "datetime", sets: listed },
    After: { since: 3, type: "datetime", sets: listed },
    Newest: { since: 3, type: "int", sets: listed },
    Command: { type: "string[]", pipeline: "name", sets: [jobSets.command] },
    Filter,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      const now = context.now();
      const isWanted = (job: Job): boolean => {
        const { Before, After, HasMoreData } = parameters;
        if (Before instanceof DateTime && job.end >= Before.ticks) return false;
        if (After instanceof DateTime && job.end <= After.ticks) return false;
        return HasMoreData === undefined || job.pending.length > 0 === HasMoreData;
      };
      let jobs = [...selectedJobs(cmdlet, parameters)].filter(isWanted).sort((a, b) => a.id - b.id);
      if (parameters.Newest !== undefined) jobs = jobs.slice(-parameters.Newest);
      const childState = parameters.ChildJobState === undefined ? null : displayText(context, parameters.ChildJobState);
      for (const job of jobs) {
        cmdlet.writeObject(job);
        const children = job.children.filter((child) => childState === null || child.stateAt(now) === childState);
        if (parameters.IncludeChildJob || childState !== null) for (const child of children) cmdlet.writeObject(child);
      }
    },
  }),
});
