import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { enumText } from "../../values/enumerations.js";
import { defineType, findTypeByFullName, PSArray, toText } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { organizationOf } from "../organization.js";
import { serviceObject } from "./get-service.js";
import { changeService, machineNamed, type ServiceChange, servicesOf } from "./machines.js";
import { ServiceController } from "./service-controller.js";
import { noServiceManager, noServiceOfName, serviceLabel } from "./service-failures.js";

const startupType = "Microsoft.PowerShell.Commands.ServiceStartupType";
if (findTypeByFullName(startupType) === undefined) {
  defineType({
    fullName: startupType,
    kind: "enum",
    enumValues: [
      ["Automatic", 2n],
      ["Manual", 3n],
      ["Disabled", 4n],
    ],
  });
}
const startTypes = ["Automatic", "Manual", "Disabled"] as const;
const statuses = ["Paused", "Running", "Stopped"] as const;

/** SPEC has nothing of it: documented parameters; its text of -WhatIf is that of the other service cmdlets. */
export const setService = defineCmdlet({
  name: "Set-Service",
  typeName: "Microsoft.PowerShell.Commands.SetServiceCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Changes how a service starts, its names, and whether it runs.",
  defaultParameterSet: "Name",
  supportsShouldProcess: true,
  parameters: {
    ComputerName: { until: 5, type: "string[]", pipeline: "name", aliases: ["cn"] },
    Name: {
      type: "string",
      position: 0,
      mandatory: true,
      pipeline: "value,name",
      sets: ["Name"],
      aliases: ["ServiceName", "SN"],
    },
    DisplayName: { type: "string", aliases: ["DN"] },
    Credential: { since: 7, type: "pscredential", coverage: "refused" },
    Description: { type: "string" },
    StartupType: { type: startupType, aliases: ["StartMode", "SM", "ST"] },
    Status: {
      type: "string",
      validate: [{ kind: "ValidateSet", values: statuses, ignoreCase: true, errorMessage: null }],
    },
    SecurityDescriptorSddl: { since: 7, type: "string", coverage: "refused" },
    InputObject: { type: "System.ServiceProcess.ServiceController", pipeline: "value", sets: ["InputObject"] },
    Force: { since: 7, type: "switch", coverage: "accepted" },
    PassThru: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      const { ComputerName: computers, InputObject: object, StartupType } = parameters;
      const startText = StartupType instanceof EnumValue ? enumText(StartupType) : undefined;
      const startType = startTypes.find((value) => value === startText);
      const status = statuses.find((value) => value.toLowerCase() === parameters.Status?.toLowerCase());
      const change: ServiceChange = {
        ...(parameters.DisplayName === undefined ? {} : { displayName: parameters.DisplayName }),
        ...(parameters.Description === undefined ? {} : { description: parameters.Description }),
        ...(startType === undefined ? {} : { startType }),
        ...(status === undefined ? {} : { status }),
      };
      const name = object instanceof ServiceController ? object.service.name : (parameters.Name ?? "");
      const own = object instanceof ServiceController ? object.service.machine.name : ".";
      const names = computers instanceof PSArray ? computers.items.map((item) => toText(context, item)) : [own];
      for (const computer of names) {
        const machine = machineNamed(context, computer);
        if (machine === undefined) {
          cmdlet.writeError(noServiceManager(computer));
          continue;
        }
        const services = servicesOf(organizationOf(context).current, machine);
        const service = services.find((each) => each.name.toLowerCase() === name.toLowerCase());
        if (service === undefined) {
          cmdlet.writeError(noServiceOfName(name));
          continue;
        }
        if (!cmdlet.shouldProcess(serviceLabel(service))) continue;
        if (Object.keys(change).length > 0) changeService(context, service, change);
        if (parameters.PassThru) cmdlet.writeObject(serviceObject(cmdlet, service));
      }
    },
  }),
});
