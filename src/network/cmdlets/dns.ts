import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { addRecord, changeRecord, removeRecord } from "../change/dns.js";
import { type DnsView, nameServiceOf, type ResourceRecord } from "../dns.js";
import { networkOf } from "../network.js";
import { labType } from "./lab-object.js";
import { change, given, labSource, labTypeName, named, oneOf, settledTopology, wordOf } from "./task.js";

const views: readonly DnsView[] = ["Inside", "Outside"];
const types = ["A", "CNAME", "PTR", "SRV", "MX", "TXT"] as const;

const recordType = labType<ResourceRecord & { readonly view: DnsView }>("DnsRecord", [
  { name: "Name", width: 44, value: ({ name }) => name },
  { name: "Type", width: 6, value: ({ type }) => type },
  { name: "TimeToLive", typeName: "int", width: 10, value: ({ timeToLive }) => timeToLive },
  { name: "View", width: 8, value: ({ view }) => view },
  { name: "Data", width: 0, value: ({ data }) => data },
]);

const choice = {
  Name: { type: "string", mandatory: true, position: 0, pipeline: "name" },
  Type: { ...oneOf(types), pipeline: "name" },
  Data: { type: "string", pipeline: "name" },
  View: { ...oneOf(views), pipeline: "name" },
} as const;

const getLabDnsRecord = defineCmdlet({
  name: "Get-LabDnsRecord",
  typeName: labTypeName("Get-LabDnsRecord"),
  source: labSource,
  synopsis: "Gives the records of the inner and the outer name service.",
  parameters: { Name: { type: "string[]", position: 0, pipeline: "value" }, Type: oneOf(types), View: oneOf(views) },
  create: (parameters, cmdlet) => ({
    process(): void {
      const service = nameServiceOf(networkOf(settledTopology(cmdlet)));
      const type = wordOf(types, parameters.Type);
      const all = views
        .filter((view) => parameters.View === undefined || view === wordOf(views, parameters.View))
        .flatMap((view) => service.records(view).map((record) => ({ ...record, view })))
        .filter((record) => type === undefined || record.type === type);
      for (const record of named(cmdlet, "DNS record", all, parameters.Name)) {
        cmdlet.writeObject(recordType.make(record));
      }
    },
  }),
});

const newLabDnsRecord = defineCmdlet({
  name: "New-LabDnsRecord",
  typeName: labTypeName("New-LabDnsRecord"),
  source: labSource,
  synopsis: "Adds a record to the inner or the outer name service; an A record inside unless said otherwise.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string", mandatory: true, position: 0 },
    Data: { type: "string", mandatory: true, position: 1, aliases: ["IPAddress"] },
    Type: oneOf(types),
    View: oneOf(views),
    TimeToLive: { type: "int", aliases: ["Ttl"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Name: name = "", Data: data = "", TimeToLive } = parameters;
      const view = wordOf(views, parameters.View) ?? "Inside";
      if (!cmdlet.shouldProcess(name)) return;
      const spec = { name, data, view, ...given({ type: wordOf(types, parameters.Type), timeToLive: TimeToLive }) };
      if (!change(cmdlet, (topology) => addRecord(topology, spec))) return;
      const service = nameServiceOf(networkOf(settledTopology(cmdlet)));
      const made = service.recordsOf(view, name, spec.type ?? "A").find((record) => record.data === data);
      if (made !== undefined) cmdlet.writeObject(recordType.make({ ...made, view }));
    },
  }),
});

const setLabDnsRecord = defineCmdlet({
  name: "Set-LabDnsRecord",
  typeName: labTypeName("Set-LabDnsRecord"),
  source: labSource,
  synopsis: "Changes records of a name: what they hold, how long they may be kept.",
  supportsShouldProcess: true,
  parameters: {
    ...choice,
    NewData: { type: "string", aliases: ["NewIPAddress"] },
    TimeToLive: { type: "int", aliases: ["Ttl"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { NewData, TimeToLive } = parameters;
      const chosen = choiceOf(parameters);
      if (!cmdlet.shouldProcess(chosen.name)) return;
      const wanted = given({ data: NewData, timeToLive: TimeToLive });
      change(cmdlet, (topology) => changeRecord(topology, chosen, wanted));
    },
  }),
});

const removeLabDnsRecord = defineCmdlet({
  name: "Remove-LabDnsRecord",
  typeName: labTypeName("Remove-LabDnsRecord"),
  source: labSource,
  synopsis: "Removes records of a name.",
  supportsShouldProcess: true,
  parameters: choice,
  create: (parameters, cmdlet) => ({
    process(): void {
      const chosen = choiceOf(parameters);
      if (cmdlet.shouldProcess(chosen.name)) change(cmdlet, (topology) => removeRecord(topology, chosen));
    },
  }),
});

interface Choice {
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly Data?: string | undefined;
  readonly View?: string | undefined;
}

function choiceOf({ Name = "", Type, Data, View }: Choice) {
  return { name: Name, ...given({ type: Type, data: Data, view: wordOf(views, View) }) };
}

export const dnsCmdlets = [getLabDnsRecord, newLabDnsRecord, setLabDnsRecord, removeLabDnsRecord];
export const dnsViews = recordType.views;
