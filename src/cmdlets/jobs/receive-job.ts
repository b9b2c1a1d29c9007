import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { engineOf } from "../../runtime/script-command.js";
import { ErrorRecord } from "../../values/errors.js";
import { PSCustomObject, type Value } from "../../values/index.js";
import { type CmdletErrorInit, cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { type Job, type JobEvent, jobsOf } from "./job.js";
import { JobStateInfo } from "./job-types.js";
import { jobParameters, selectedJobs } from "./selected-jobs.js";

const { Id, Name, InstanceId, Job: jobParameter } = jobParameters;

const parameters = {
  Job: { ...jobParameter, sets: ["Location", "ComputerName", "Session"] },
  Id,
  Name,
  InstanceId,
  ComputerName: { type: "string[]", position: 1, pipeline: "name", aliases: ["Cn"], sets: ["ComputerName"] },
  Location: { type: "string[]", position: 1, sets: ["Location"] },
  Session: { type: "object[]", position: 1, pipeline: "name", sets: ["Session"], coverage: "refused" },
  Keep: { type: "switch" },
  NoRecurse: { type: "switch" },
  Force: { since: 3, type: "switch", coverage: "accepted" },
  Wait: { since: 3, type: "switch" },
  AutoRemoveJob: { since: 3, type: "switch" },
  WriteEvents: { since: 3, type: "switch" },
  WriteJobInResults: { since: 3, type: "switch" },
} as const satisfies ParameterDeclarations;

/** What jobs wrote, as if it were written now. */
export const receiveJob = defineCmdlet({
  name: "Receive-Job",
  typeName: "Microsoft.PowerShell.Commands.ReceiveJobCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Gets what jobs have written.",
  defaultParameterSet: "Location",
  parameters,
  create: (bound, cmdlet) => new Receiving(bound, cmdlet),
});

class Receiving {
  private readonly jobs: Job[] = [];

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  begin(): void {
    const { bound, cmdlet } = this;
    const refuse = (init: Pick<CmdletErrorInit, "message"> & Partial<CmdletErrorInit>): never =>
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "InvalidOperation",
          category: "InvalidOperation",
          exception: "PSInvalidOperationException",
          ...init,
        }),
      );
    if (bound.Wait && bound.Keep)
      refuse({
        id: "ParameterBindingFailed",
        category: "WriteError",
        exception: "ParameterBindingException",
        message: `Cannot bind parameter 'Keep' to the target. Exception setting "Keep": "The Wait and Keep parameters cannot be used together in the same command."`,
      });
    if (bound.Wait) return;
    if (bound.AutoRemoveJob)
      refuse({ message: "The -AutoRemoveJob parameter cannot be used without the -Wait parameter" });
    if (bound.WriteEvents) refuse({ message: "The WriteEvents parameter cannot be used without the Wait parameter." });
    if (bound.WriteJobInResults)
      refuse({ message: "The -WriteJobInResults parameter cannot be used without the -Wait parameter" });
  }

  process(): void {
    const { cmdlet, bound } = this;
    for (const job of selectedJobs(cmdlet, bound)) {
      if (bound.ComputerName !== undefined && job.kind !== "RemoteJob" && job.kind !== "")
        cmdlet.writeError(notRemote(job));
      else if (!this.jobs.includes(job)) this.jobs.push(job);
    }
  }

  end(): void {
    const { cmdlet, bound } = this;
    for (const job of this.jobs) if (bound.Wait) job.finish();
    if (bound.WriteJobInResults) for (const job of this.jobs) cmdlet.writeObject(job);
    for (const job of this.jobs) this.receive(job);
    const jobs = jobsOf(cmdlet.context);
    if (bound.AutoRemoveJob)
      jobs.state = { ...jobs.state, jobs: jobs.state.jobs.filter((job) => !this.jobs.includes(job)) };
  }

  private receive(job: Job): void {
    const { cmdlet, bound } = this;
    // Nothing has come yet of a job that runs.
    if (job.stateAt(cmdlet.context.now()) === "Running") return;
    const wanted = bound.ComputerName ?? bound.Location;
    const places = wanted === undefined ? null : namesOf(cmdlet, wanted).map((name) => name.toLowerCase());
    const isHere = (each: Job): boolean => places === null || places.includes(each.location.toLowerCase());
    const parts = job.children.length === 0 ? [job] : bound.NoRecurse ? [] : job.children;
    for (const part of parts.filter(isHere)) {
      const events = part.pending;
      if (!bound.Keep) part.markReceived();
      for (const event of events) this.write(event);
      if (bound.WriteEvents) cmdlet.writeObject(stateEvent(part, cmdlet));
    }
    if (bound.WriteEvents && job.children.length > 0) cmdlet.writeObject(stateEvent(job, cmdlet));
  }

  private write([kind, value]: JobEvent): void {
    const { cmdlet } = this;
    const { context, streams } = cmdlet;
    switch (kind) {
      case "output":
        cmdlet.writeObject(value);
        break;
      case "error":
        if (value instanceof ErrorRecord) this.writeFailure(value);
        break;
      case "host":
        context.host.write(String(value));
        break;
      default:
        if (streams[kind] === null) context.host.writeMessage(kind, String(value));
        else if (kind === "warning") cmdlet.writeWarning(String(value));
        else if (kind === "verbose") cmdlet.writeVerbose(String(value));
        else cmdlet.writeDebug(String(value));
    }
  }

  /** The error is the session's from now on. */
  private writeFailure(record: ErrorRecord): void {
    const { cmdlet } = this;
    record.amend({ isKept: false });
    engineOf(cmdlet.context).keepError(record);
    cmdlet.streams.error.write(record);
  }
}

/** What -WriteEvents tells of the end of a job. */
function stateEvent(job: Job, { context }: CmdletRuntime): Value {
  return new PSCustomObject([
    ["PSEventObject", true],
    ["PSSourceJobInstanceId", job.instance],
    ["JobStateInfo", new JobStateInfo(job.stateAt(context.now()), job.reason)],
    ["PreviousJobStateInfo", null],
  ]);
}

function notRemote(job: Job) {
  return cmdletError({
    id: "ComputerNameParameterNotSupported",
    category: "InvalidArgument",
    exception: "ArgumentException",
    message:
      "The command cannot retrieve the jobs of the specified computers. The ComputerName parameter can be used only with jobs created by using PowerShell remoting.",
    target: job,
  });
}
