import type { ExecutionContext } from "../../runtime/execution-context.js";
import { ExtensionKey, extensionOf } from "../../runtime/extension.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import type { ExceptionObject } from "../../values/errors.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { epoch, keepFields } from "../../values/journal.js";
import { Guid } from "../../values/simple-values.js";
import { typeNamed } from "../../values/types.js";
import { DotNetObject, type Value } from "../../values/value.js";

/** System.Management.Automation.JobState, as far as jobs here get. */
export type JobState = "Running" | "Completed" | "Failed" | "Stopped";

/** What a job wrote, in its order: an object, an error record, or text for the console. */
export type JobEvent = readonly [kind: "output" | "error" | "host" | "warning" | "verbose" | "debug", value: Value];

/** Which command made a job, and what its objects are called. */
export type JobKind = "BackgroundJob" | "RemoteJob" | "PSTaskJob" | "PSTaskChildJob" | "";

const typeNames: Readonly<Record<JobKind, string>> = {
  BackgroundJob: "System.Management.Automation.PSRemotingJob",
  RemoteJob: "System.Management.Automation.PSRemotingJob",
  PSTaskJob: "System.Management.Automation.PSTasks.PSTaskJob",
  PSTaskChildJob: "System.Management.Automation.PSTasks.PSTaskChildJob",
  "": "System.Management.Automation.PSRemotingChildJob",
};

/** How a job ran. */
export interface JobRun {
  readonly events: readonly JobEvent[];
  readonly hasFailed: boolean;
  /** Why it failed, where the job says so. */
  readonly reason?: ExceptionObject | null;
}

/** What is known of a job before it runs. */
export interface JobFacts {
  readonly id: number;
  readonly name: string;
  readonly kind: JobKind;
  readonly location: string;
  readonly command: string;
  readonly instance: string;
  /** Ticks of the emulated local time. */
  readonly begin: bigint;
  readonly end: bigint;
}

/**
 * A job. Its code has run when the job is made, so that the same lines always give the same text; it counts as running
 * until the emulated clock moves, somebody waits for it, or the line that started it has ended.
 */
export class Job extends DotNetObject {
  readonly id: number;
  readonly name: string;
  readonly kind: JobKind;
  readonly location: string;
  readonly command: string;
  readonly instance: Guid;
  readonly begin: bigint;
  readonly end: bigint;
  private readonly epoch = epoch;
  private isOver = false;
  private wasStopped = false;
  private received = 0;
  private events: readonly JobEvent[];

  constructor(
    facts: JobFacts,
    private readonly run: JobRun,
    readonly children: readonly Job[] = [],
  ) {
    super();
    this.id = facts.id;
    this.name = facts.name;
    this.kind = facts.kind;
    this.location = facts.location;
    this.command = facts.command;
    this.instance = new Guid(facts.instance);
    this.begin = facts.begin;
    this.end = facts.end;
    this.events = run.events;
  }
  get type(): DotNetType {
    return typeNamed(typeNames[this.kind]);
  }
  toNetText(): string {
    return this.type.fullName;
  }
  get reason(): ExceptionObject | null {
    return this.run.reason ?? null;
  }
  stateAt(now: bigint): JobState {
    if (this.wasStopped) return "Stopped";
    if (!this.isOver && this.epoch === epoch && now <= this.end) return "Running";
    return this.run.hasFailed || this.children.some(({ run }) => run.hasFailed) ? "Failed" : "Completed";
  }
  /** Somebody waited for its end. */
  finish(): void {
    keepFields(this);
    this.isOver = true;
    for (const child of this.children) child.finish();
  }
  /** It wrote nothing more, and what it wrote is lost. */
  stop(): void {
    keepFields(this);
    this.wasStopped = true;
    this.events = [];
    for (const child of this.children) child.stop();
  }
  /** What nobody has received yet, its children's after its own. */
  get pending(): readonly JobEvent[] {
    return [...this.events.slice(this.received), ...this.children.flatMap(({ pending }) => pending)];
  }
  /** What was written so far counts as received. */
  markReceived(): void {
    keepFields(this);
    this.received = this.events.length;
    for (const child of this.children) child.markReceived();
  }
}
heapClass("Job", Job);

/** The jobs of a session: one immutable value. */
export interface JobsState {
  /** The last number that was given out. */
  readonly latest: number;
  readonly jobs: readonly Job[];
}

export interface Jobs {
  /** Replaced as a whole. */
  state: JobsState;
}

/** Under this key the shell keeps its jobs. */
export const jobsKey = new ExtensionKey<Jobs>("jobs");
export const initialJobs = (): Jobs => ({ state: { latest: 0, jobs: [] } });
export const jobsOf = (context: ExecutionContext): Jobs => extensionOf(context, jobsKey);

/** A job of one child or more, to be made. */
export interface NewJob {
  readonly name: string | undefined;
  readonly kind: JobKind;
  readonly childKind: JobKind;
  readonly command: string;
  readonly children: readonly { readonly location: string; readonly run: () => JobRun }[];
}

/** Runs the children and adds the job to the session's. Its number comes first, then theirs. */
export function addJob(context: ExecutionContext, { name, kind, childKind, command, children }: NewJob): Job {
  const jobs = jobsOf(context);
  const id = jobs.state.latest + 1;
  jobs.state = { ...jobs.state, latest: id + children.length };
  const begin = context.now();
  const made = children.map(({ location, run }, i) => {
    const childBegin = context.now();
    const done = run();
    const number = id + i + 1;
    const own = { id: number, name: `Job${number}`, kind: childKind, location, command, instance: context.newGuid() };
    return new Job({ ...own, begin: childBegin, end: context.now() }, done);
  });
  const location = [...new Set(children.map((child) => child.location))].join(",");
  const own = { id, name: name ?? `Job${id}`, kind, location, command, instance: context.newGuid() };
  const job = new Job({ ...own, begin, end: context.now() }, { events: [], hasFailed: false }, made);
  jobs.state = { ...jobs.state, jobs: [...jobs.state.jobs, job] };
  return job;
}
