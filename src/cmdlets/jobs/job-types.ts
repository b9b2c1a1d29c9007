import { PSList } from "../../values/collections.js";
import { DateTime } from "../../values/date-time.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { defineType, genericTypeOf, property, typeNamed, type Value } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { DotNetObject } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import type { Job, JobEvent, JobState } from "./job.js";

const automation = "System.Management.Automation.";

function stateValue(state: JobState): EnumValue {
  const type = typeNamed(`${automation}JobState`);
  return new EnumValue(type, type.definition.enumValues?.find(([name]) => name === state)?.[1] ?? 0n);
}

/** How far a job is: its text is the state. */
export class JobStateInfo extends DotNetObject {
  constructor(
    readonly state: JobState,
    readonly reason: Value,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${automation}JobStateInfo`);
  }
  toNetText(): string {
    return this.state;
  }
}
heapClass("JobStateInfo", JobStateInfo);

defineType({
  fullName: `${automation}JobStateInfo`,
  members: () => [
    property(`${automation}JobState State`, (info: JobStateInfo) => stateValue(info.state)),
    property("System.Exception Reason", (info: JobStateInfo) => info.reason),
  ],
});

const collection = (element: string, items: readonly Value[]): Value =>
  new PSList(genericTypeOf("System.Collections.ObjectModel.Collection`1", [typeNamed(element)]) as DotNetType, [
    ...items,
  ]);

/** What lies in one of a job's streams and was not received. A job with children has nothing itself. */
const stream = (name: string, element: string, kind: JobEvent[0] | null) =>
  property(`System.Collections.ObjectModel.Collection[${element}] ${name}`, (job: Job) => {
    const own = kind === null || job.children.length > 0 ? [] : job.pending.filter(([each]) => each === kind);
    return collection(
      element,
      own.map(([, value]) => value),
    );
  });

const stateOf = (job: Job, context: ValueContext): JobState => job.stateAt(context.now());

defineType({
  fullName: `${automation}Job`,
  members: () => [
    property("string State", stateOf),
    property("bool HasMoreData", (job: Job, context) => job.pending.length > 0 || stateOf(job, context) === "Running"),
    property("string StatusMessage", () => ""),
    property("string Location", (job: Job) => job.location),
    property("string Command", (job: Job) => job.command),
    property(
      `${automation}JobStateInfo JobStateInfo`,
      (job: Job, context) => new JobStateInfo(stateOf(job, context), job.reason),
    ),
    property("guid InstanceId", (job: Job) => job.instance),
    property("int Id", (job: Job) => job.id),
    property("string Name", (job: Job) => job.name),
    property(`System.Collections.Generic.IList[${automation}Job] ChildJobs`, (job: Job) => {
      const element = typeNamed(`${automation}Job`);
      return new PSList(
        genericTypeOf("System.Collections.Generic.List`1", [element]) as DotNetType,
        [...job.children],
        element,
      );
    }),
    property("System.Nullable[datetime] PSBeginTime", (job: Job) => new DateTime(job.begin, "Local")),
    property("System.Nullable[datetime] PSEndTime", (job: Job, context) =>
      stateOf(job, context) === "Running" ? null : new DateTime(job.end, "Local"),
    ),
    property("string PSJobTypeName", (job: Job) => job.kind),
    stream("Output", "System.Management.Automation.PSObject", "output"),
    stream("Error", `${automation}ErrorRecord`, "error"),
    stream("Progress", "System.Object", null),
    stream("Verbose", "System.Object", "verbose"),
    stream("Debug", "System.Object", "debug"),
    stream("Warning", "System.Object", "warning"),
    stream("Information", "System.Object", "host"),
  ],
});
for (const name of ["PSRemotingJob", "PSRemotingChildJob", "PSTasks.PSTaskJob", "PSTasks.PSTaskChildJob"])
  defineType({ fullName: `${automation}${name}`, base: `${automation}Job` });
