import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { NameFilter, namesOf } from "../../cmdlets/session/scopes.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type PSArray, PSArray as PSArrayValue, WildcardPattern } from "../../values/index.js";
import { organizationOf } from "../organization.js";
import { localMachine, type Machine, machineNamed, type ServiceState, servicesOf } from "./machines.js";
import { dependentsOf, neededBy, ServiceController } from "./service-controller.js";
import { noServiceManager, noServiceOfDisplayName, noServiceOfName } from "./service-failures.js";

/** Which services a command means. */
export interface ServiceChoice {
  readonly Name?: PSArray | undefined;
  readonly DisplayName?: PSArray | undefined;
  readonly Include?: PSArray | undefined;
  readonly Exclude?: PSArray | undefined;
  readonly InputObject?: unknown;
}

/** The services of a machine that a command means, each once, by name; names without any are errors. */
export function chosenServices(
  cmdlet: CmdletRuntime,
  machine: Machine,
  choice: ServiceChoice,
): readonly ServiceState[] {
  const all = servicesOf(organizationOf(cmdlet.context).current, machine);
  const chosen = new Set<ServiceState>();
  const byDisplayName = choice.DisplayName !== undefined;
  const given = choice.DisplayName ?? choice.Name;
  for (const name of given === undefined ? ["*"] : namesOf(cmdlet, given)) {
    const pattern = new WildcardPattern(name, true);
    const found = all.filter((service) => pattern.isMatch(byDisplayName ? service.displayName : service.name));
    for (const service of found) chosen.add(service);
    if (found.length === 0 && !WildcardPattern.containsWildcardCharacters(name)) {
      cmdlet.writeError(byDisplayName ? noServiceOfDisplayName(name) : noServiceOfName(name));
    }
  }
  const filter = new NameFilter(namesOf(cmdlet, choice.Include), namesOf(cmdlet, choice.Exclude));
  const isIn = (service: ServiceState): boolean => filter.accepts(byDisplayName ? service.displayName : service.name);
  return all.filter((service) => chosen.has(service) && isIn(service));
}

/** The services that objects of the pipeline stand for, as they are now. */
export function servicesOfObjects(cmdlet: CmdletRuntime, objects: PSArray): readonly ServiceState[] {
  const { current } = organizationOf(cmdlet.context);
  return objects.items.flatMap((item) => {
    if (!(item instanceof ServiceController)) return [];
    const { machine, name } = item.service;
    return servicesOf(current, machine).filter((service) => service.name === name);
  });
}

/** The object of a service as it is now. */
export function serviceObject(cmdlet: CmdletRuntime, service: ServiceState): ServiceController {
  const { context } = cmdlet;
  const all = servicesOf(organizationOf(context).current, service.machine);
  const now = all.find(({ name }) => name === service.name) ?? service;
  return new ServiceController(now, all, localMachine(context)?.name === service.machine.name);
}

export const getService = defineCmdlet({
  name: "Get-Service",
  typeName: "Microsoft.PowerShell.Commands.GetServiceCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives the services of the emulated servers.",
  defaultParameterSet: "Default",
  parameters: {
    Name: {
      type: "string[]",
      position: 0,
      pipeline: "value,name",
      sets: ["Default"],
      aliases: ["ServiceName"],
    },
    ComputerName: {
      until: 5,
      type: "string[]",
      pipeline: "name",
      aliases: ["Cn"],
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
    DependentServices: { type: "switch", aliases: ["DS"] },
    RequiredServices: { type: "switch", aliases: ["SDO", "ServicesDependedOn"] },
    DisplayName: { type: "string[]", mandatory: true, sets: ["DisplayName"] },
    Include: { type: "string[]" },
    Exclude: { type: "string[]" },
    InputObject: { type: "System.ServiceProcess.ServiceController[]", pipeline: "value", sets: ["InputObject"] },
  },
  create: (parameters, cmdlet) => {
    return {
      process(): void {
        const objects = parameters.InputObject;
        if (objects instanceof PSArrayValue) {
          for (const service of servicesOfObjects(cmdlet, objects)) write(service);
          return;
        }
        const given = parameters.ComputerName;
        for (const name of given instanceof PSArrayValue ? namesOf(cmdlet, given) : ["."]) {
          const machine = machineNamed(cmdlet.context, name);
          if (machine === undefined) cmdlet.throwTerminatingError(noServiceManager(name));
          else for (const service of chosenServices(cmdlet, machine, parameters)) write(service);
        }
      },
    };

    function write(service: ServiceState): void {
      const { DependentServices, RequiredServices } = parameters;
      const all = servicesOf(organizationOf(cmdlet.context).current, service.machine);
      if (DependentServices)
        for (const other of dependentsOf(service, all)) cmdlet.writeObject(serviceObject(cmdlet, other));
      if (RequiredServices)
        for (const other of neededBy(service, all)) cmdlet.writeObject(serviceObject(cmdlet, other));
      if (!DependentServices && !RequiredServices) cmdlet.writeObject(serviceObject(cmdlet, service));
    }
  },
});
