import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../../cmdlets/error-record.js";
import { defineResultType, ResultObject } from "../../cmdlets/result-type.js";
import { namesOf } from "../../cmdlets/session/scopes.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, Double, PSArray, typeNamed, WildcardPattern } from "../../values/index.js";
import { machineNamed } from "./machines.js";
import { type EmulatedProcess, processesOf } from "./processes.js";

const fullName = "System.Diagnostics.Process";
defineResultType(fullName, [
  { name: "Name", typeName: "string" },
  { name: "SI", typeName: "int" },
  { name: "Handles", typeName: "int" },
  { name: "VM", typeName: "long" },
  { name: "WS", typeName: "long" },
  { name: "PM", typeName: "long" },
  { name: "NPM", typeName: "long" },
  { name: "Path", typeName: "System.Object" },
  { name: "CPU", typeName: "System.Object" },
  { name: "Id", typeName: "int" },
  { name: "ProcessName", typeName: "string" },
  { name: "MachineName", typeName: "string" },
  { name: "HandleCount", typeName: "int" },
  { name: "SessionId", typeName: "int" },
  { name: "WorkingSet64", typeName: "long" },
  { name: "PrivateMemorySize64", typeName: "long" },
  { name: "VirtualMemorySize64", typeName: "long" },
  { name: "NonpagedSystemMemorySize64", typeName: "long" },
  { name: "Responding", typeName: "bool" },
  { name: "HasExited", typeName: "bool" },
]);

/** System.Diagnostics.Process: a process of an emulated server. */
class Process extends ResultObject {
  constructor(
    private readonly process: EmulatedProcess,
    machineName: string,
  ) {
    super();
    const { name, id, handles, memory, cpuSeconds, path } = process;
    const working = BigInt(Math.round(memory * 1.2));
    this.setField("Name", name);
    this.setField("SI", process.session);
    this.setField("Handles", handles);
    this.setField("VM", BigInt(memory * 4));
    this.setField("WS", working);
    this.setField("PM", BigInt(memory));
    this.setField("NPM", BigInt(handles * 64));
    this.setField("Path", path);
    this.setField("CPU", new Double(cpuSeconds));
    this.setField("Id", id);
    this.setField("ProcessName", name);
    this.setField("MachineName", machineName);
    this.setField("HandleCount", handles);
    this.setField("SessionId", process.session);
    this.setField("WorkingSet64", working);
    this.setField("PrivateMemorySize64", BigInt(memory));
    this.setField("VirtualMemorySize64", BigInt(memory * 4));
    this.setField("NonpagedSystemMemorySize64", BigInt(handles * 64));
    this.setField("Responding", true);
    this.setField("HasExited", false);
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return `${fullName} (${this.process.name})`;
  }
}
heapClass("Process", Process);

function notFound(id: string, message: string, target: string | number) {
  return cmdletError({ id, category: "ObjectNotFound", exception: "ProcessCommandException", message, target });
}

export const getProcess = defineCmdlet({
  name: "Get-Process",
  typeName: "Microsoft.PowerShell.Commands.GetProcessCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives the processes of the emulated servers: those of their services, and the shell's own.",
  defaultParameterSet: "Name",
  parameters: {
    Name: { type: "string[]", position: 0, pipeline: "name", sets: ["Name"], aliases: ["ProcessName"] },
    Id: { type: "int[]", mandatory: true, pipeline: "name", sets: ["Id"], aliases: ["PID"] },
    InputObject: {
      type: "System.Diagnostics.Process[]",
      mandatory: true,
      pipeline: "value",
      sets: ["InputObject"],
    },
    IncludeUserName: { since: 4, type: "switch", coverage: "refused" },
    ComputerName: { until: 5, type: "string[]", pipeline: "name", aliases: ["Cn"] },
    Module: { type: "switch", coverage: "refused" },
    FileVersionInfo: { type: "switch", aliases: ["FV", "FVI"], coverage: "refused" },
  },
  create: (parameters, cmdlet) => {
    return {
      process(): void {
        const { ComputerName: computers, InputObject: objects } = parameters;
        if (objects instanceof PSArray) {
          for (const object of objects.items) cmdlet.writeObject(object);
          return;
        }
        const names = computers instanceof PSArray ? namesOf(cmdlet, computers) : ["."];
        for (const computer of names) {
          const machine = machineNamed(cmdlet.context, computer);
          if (machine === undefined) cmdlet.writeError(noComputer(computer));
          else writeFrom(processesOf(cmdlet.context, machine), computer);
        }
      },
    };

    function writeFrom(all: readonly EmulatedProcess[], machineName: string): void {
      const chosen = new Set<EmulatedProcess>();
      for (const id of parameters.Id?.items ?? []) {
        const found = all.find((process) => process.id === id);
        if (found !== undefined) chosen.add(found);
        else {
          const message = `Cannot find a process with the process identifier ${String(id)}.`;
          cmdlet.writeError(notFound("NoProcessFoundForGivenId", message, Number(id)));
        }
      }
      const given = parameters.Name === undefined ? ["*"] : namesOf(cmdlet, parameters.Name);
      for (const name of parameters.Id === undefined ? given : []) {
        const pattern = new WildcardPattern(name, true);
        const found = all.filter((process) => pattern.isMatch(process.name));
        for (const process of found) chosen.add(process);
        if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
          const message = `Cannot find a process with the name "${name}". Verify the process name and call the cmdlet again.`;
          cmdlet.writeError(notFound("NoProcessFoundForGivenName", message, name));
        }
      }
      for (const process of all) if (chosen.has(process)) cmdlet.writeObject(new Process(process, machineName));
    }
  },
});

/** From memory of 2.0 to 5.1. */
function noComputer(name: string) {
  return cmdletError({
    id: "System.InvalidOperationException",
    category: "NotSpecified",
    exception: "InvalidOperationException",
    message: `Couldn't connect to remote machine.`,
    target: name,
  });
}
