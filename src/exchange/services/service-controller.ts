import { defineResultType, ResultObject } from "../../cmdlets/result-type.js";
import type { FormatView } from "../../formatting/index.js";
import { listOf } from "../../formatting/views/dotnet-views.js";
import { heapClass } from "../../values/heap/heap-class.js";
import {
  type DotNetType,
  defineType,
  enumValueNamed,
  findTypeByFullName,
  PSArray,
  typeNamed,
} from "../../values/index.js";
import { keepFields } from "../../values/journal.js";
import type { ServiceState } from "./machines.js";

const fullName = "System.ServiceProcess.ServiceController";
const startModeType = "System.ServiceProcess.ServiceStartMode";
const statusType = "System.ServiceProcess.ServiceControllerStatus";
const serviceTypeName = "System.ServiceProcess.ServiceType";

function defineEnum(name: string, values: readonly (readonly [string, bigint])[], isFlags = false): void {
  if (findTypeByFullName(name) === undefined) defineType({ fullName: name, kind: "enum", enumValues: values, isFlags });
}
defineEnum(startModeType, [
  ["Boot", 0n],
  ["System", 1n],
  ["Automatic", 2n],
  ["Manual", 3n],
  ["Disabled", 4n],
]);
defineEnum(serviceTypeName, [
  ["Win32OwnProcess", 16n],
  ["Win32ShareProcess", 32n],
]);

defineResultType(fullName, [
  { name: "Name", typeName: "string" },
  { name: "RequiredServices", typeName: "System.ServiceProcess.ServiceController[]" },
  { name: "CanPauseAndContinue", typeName: "bool" },
  { name: "CanShutdown", typeName: "bool" },
  { name: "CanStop", typeName: "bool" },
  { name: "DisplayName", typeName: "string" },
  { name: "DependentServices", typeName: "System.ServiceProcess.ServiceController[]" },
  { name: "MachineName", typeName: "string" },
  { name: "ServiceName", typeName: "string" },
  { name: "ServicesDependedOn", typeName: "System.ServiceProcess.ServiceController[]" },
  { name: "ServiceHandle", typeName: "System.Runtime.InteropServices.SafeHandle" },
  { name: "Status", typeName: statusType },
  { name: "ServiceType", typeName: serviceTypeName },
  { name: "StartType", typeName: startModeType },
  { name: "Site", typeName: "System.ComponentModel.ISite" },
  { name: "Container", typeName: "System.ComponentModel.IContainer" },
]);

const arrayType = () => typeNamed(fullName);

/** System.ServiceProcess.ServiceController: a service as Get-Service gives it. */
export class ServiceController extends ResultObject {
  private isErrorTarget = false;

  /** @param others all services of the machine, by which those that need it, and that it needs, are known */
  constructor(
    readonly service: ServiceState,
    others: readonly ServiceState[],
    isLocal: boolean,
  ) {
    super();
    const { name, displayName, status, startType, machine, process } = service;
    const isUp = status === "Running";
    const needed = list(neededBy(service, others));
    this.setField("Name", name);
    this.setField("RequiredServices", needed);
    this.setField("CanPauseAndContinue", isUp && name === "Netlogon");
    this.setField("CanShutdown", isUp);
    this.setField("CanStop", isUp && !unstoppable.has(name.toLowerCase()));
    this.setField("DisplayName", displayName);
    this.setField("DependentServices", list(dependentsOf(service, others)));
    this.setField("MachineName", isLocal ? "." : machine.name);
    this.setField("ServiceName", name);
    this.setField("ServicesDependedOn", needed);
    this.setField("Status", enumValueNamed(typeNamed(statusType), status) ?? null);
    const kind = process === "svchost" || process === "lsass" ? "Win32ShareProcess" : "Win32OwnProcess";
    this.setField("ServiceType", enumValueNamed(typeNamed(serviceTypeName), kind) ?? null);
    this.setField("StartType", enumValueNamed(typeNamed(startModeType), startType) ?? null);
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  /** PowerShell's types.ps1xml makes the name its text; errors show .NET's. */
  override text(): string {
    return this.isErrorTarget ? fullName : this.service.name;
  }
  asErrorTarget(): this {
    keepFields(this);
    this.isErrorTarget = true;
    return this;
  }
}
heapClass("ServiceController", ServiceController);

/** Windows does not let go of these. */
export const unstoppable: ReadonlySet<string> = new Set([
  "rpcss",
  "dcomlaunch",
  "rpceptmapper",
  "plugplay",
  "samss",
  "power",
]);

function list(services: readonly ServiceState[]): PSArray {
  const items = services.map((service) => new ServiceController(service, [], true));
  return new PSArray(items, arrayType());
}

/** The services that a service cannot run without, as far as they are services and not drivers. */
export function neededBy({ needs }: ServiceState, others: readonly ServiceState[]): readonly ServiceState[] {
  const names = new Set(needs.map((name) => name.toLowerCase()));
  return others.filter(({ name }) => names.has(name.toLowerCase()));
}

/** The services that cannot run without a service. */
export function dependentsOf({ name }: ServiceState, others: readonly ServiceState[]): readonly ServiceState[] {
  const key = name.toLowerCase();
  return others.filter(({ needs }) => needs.some((needed) => needed.toLowerCase() === key));
}

/** How services are shown; the same in all editions. */
export const serviceViews: readonly FormatView[] = [
  {
    kind: "table",
    name: "service",
    typeNames: [fullName],
    columns: [
      { property: "Status", width: 8 },
      { property: "Name", width: 18 },
      { property: "DisplayName", width: 38 },
    ],
  },
  listOf(
    "System.ServiceProcess.ServiceController",
    [fullName],
    "Name",
    "DisplayName",
    "Status",
    "DependentServices",
    "ServicesDependedOn",
    "CanPauseAndContinue",
    "CanShutdown",
    "CanStop",
    "ServiceType",
  ),
];
