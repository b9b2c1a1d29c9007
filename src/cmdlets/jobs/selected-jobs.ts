import type { ParameterDeclarations } from "../../binding/declaration.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { PSDictionary } from "../../values/collections.js";
import { toItems } from "../../values/enumeration.js";
import { type Value, WildcardPattern } from "../../values/index.js";
import { getProperty } from "../../values/member-access/index.js";
import { displayText } from "../../values/text.js";
import { cmdletError } from "../error-record.js";
import { Job, jobsOf } from "./job.js";

const sets = {
  id: "SessionIdParameterSet",
  job: "JobParameterSet",
  name: "NameParameterSet",
  instance: "InstanceIdParameterSet",
  state: "StateParameterSet",
  filter: "FilterParameterSet",
  command: "CommandParameterSet",
} as const;
export const jobSets = sets;

const notEmpty = [{ kind: "ValidateNotNullOrEmpty" }] as const;

/** How cmdlets of jobs are told which jobs they mean; Get-Job takes no jobs, Receive-Job no states. */
export const jobParameters = {
  Id: { type: "int[]", position: 0, mandatory: true, pipeline: "name", sets: [sets.id], validate: notEmpty },
  Job: {
    type: "System.Management.Automation.Job[]",
    position: 0,
    mandatory: true,
    pipeline: "value,name",
    sets: [sets.job],
    validate: notEmpty,
  },
  Name: { type: "string[]", position: 0, mandatory: true, pipeline: "name", sets: [sets.name], validate: notEmpty },
  InstanceId: {
    type: "guid[]",
    position: 0,
    mandatory: true,
    pipeline: "name",
    sets: [sets.instance],
    validate: notEmpty,
  },
  State: {
    type: "System.Management.Automation.JobState",
    position: 0,
    mandatory: true,
    pipeline: "name",
    sets: [sets.state],
  },
  Filter: {
    since: 3,
    type: "hashtable",
    position: 0,
    mandatory: true,
    pipeline: "name",
    sets: [sets.filter],
    validate: notEmpty,
  },
} as const satisfies ParameterDeclarations;

/** What was given of them. */
export interface JobSelection {
  readonly Id?: Value | undefined;
  readonly Job?: Value | undefined;
  readonly Name?: Value | undefined;
  readonly InstanceId?: Value | undefined;
  readonly State?: Value | undefined;
  readonly Filter?: Value | undefined;
  readonly Command?: Value | undefined;
}

/** The jobs that are meant, all when nothing is said; those that are not there are errors. */
export function selectedJobs(cmdlet: CmdletRuntime, selection: JobSelection): readonly Job[] {
  const { context } = cmdlet;
  const { jobs } = jobsOf(context).state;
  const all = jobs.flatMap((job) => [job, ...job.children]);
  const text = (value: Value): string => displayText(context, value);
  const given = (value: Value | undefined): readonly Value[] => toItems(value ?? null);
  if (selection.Job !== undefined) return given(selection.Job).filter((item) => item instanceof Job);
  if (selection.Id !== undefined)
    return given(selection.Id).flatMap((id) => found(cmdlet, all, "Id", id, (job) => job.id === id));
  if (selection.InstanceId !== undefined)
    return given(selection.InstanceId).flatMap((id) =>
      found(cmdlet, all, "InstanceId", id, (job) => text(job.instance) === text(id)),
    );
  if (selection.Name !== undefined)
    return given(selection.Name).flatMap((name) => {
      const pattern = new WildcardPattern(text(name), true);
      return found(cmdlet, jobs, "Name", name, (job) => pattern.isMatch(job.name));
    });
  if (selection.State !== undefined && selection.State !== null) {
    const wanted = text(selection.State);
    return jobs.filter((job) => job.stateAt(context.now()) === wanted);
  }
  if (selection.Command !== undefined) {
    const patterns = given(selection.Command).map((command) => new WildcardPattern(text(command), true));
    return jobs.filter((job) => patterns.some((pattern) => pattern.isMatch(job.command.trim())));
  }
  if (selection.Filter instanceof PSDictionary) {
    const { Filter } = selection;
    return jobs.filter((job) =>
      [...Filter.entries()].every(({ key, value }) =>
        new WildcardPattern(text(value), true).isMatch(text(getProperty(context, job, text(key)) ?? null)),
      ),
    );
  }
  return jobs;
}

function found(
  cmdlet: CmdletRuntime,
  jobs: readonly Job[],
  parameter: "Id" | "Name" | "InstanceId",
  wanted: Value,
  fits: (job: Job) => boolean,
): readonly Job[] {
  const fitting = jobs.filter(fits);
  const text = displayText(cmdlet.context, wanted);
  if (fitting.length === 0 && !(parameter === "Name" && WildcardPattern.containsWildcardCharacters(text)))
    cmdlet.writeError(jobNotFound(parameter, text, wanted));
  return fitting;
}

function jobNotFound(parameter: "Id" | "Name" | "InstanceId", text: string, target: Value) {
  const { id, message } = {
    Id: {
      id: "JobWithSpecifiedSessionNotFound",
      message: `The command cannot find a job with the job ID ${text}. Verify the value of the Id parameter and then try the command again.`,
    },
    Name: {
      id: "JobWithSpecifiedNameNotFound",
      message: `The command cannot find the job because the job name ${text} was not found. Verify the value of the Name parameter, and then try the command again.`,
    },
    InstanceId: {
      id: "JobWithSpecifiedInstanceIdNotFound",
      message: `The command cannot find a job with the instance identifier ${text}. Verify the value of the InstanceId parameter, and then try the command again.`,
    },
  }[parameter];
  return cmdletError({ id, category: "ObjectNotFound", exception: "PSArgumentException", message, target });
}
