import { type Organization, organizationOf } from "../../exchange/organization.js";
import { localMachine, type ServiceState, servicesOf } from "../../exchange/services/machines.js";
import { runningDependents, started, stopped } from "../../exchange/services/service-control.js";
import { type ApplicationRun, defineApplication } from "../../runtime/application.js";
import { notEmulated } from "../../runtime/errors.js";

/** net.exe as far as services go: `net start` and `net stop`, with the texts of Windows Server 2008 R2. */
export const net = defineApplication({
  name: "net.exe",
  version: "6.1.7600.16385",
  run(run) {
    const organization = organizationOf(run.context);
    const machine = localMachine(run.context);
    const [verb = "", ...rest] = run.arguments;
    const names = rest.filter((word) => !/^\/y(es)?$/i.test(word));
    const services = machine === undefined ? [] : servicesOf(organization.current, machine);
    switch (verb.toLowerCase()) {
      case "start":
        return names.length === 0 ? list(run, services) : start(run, organization, find(services, names.join(" ")));
      case "stop":
        return stop(run, organization, find(services, names.join(" ")), names.length < rest.length);
      default:
        throw notEmulated(`net ${verb}`.trimEnd(), "net start and net stop it does.");
    }
  },
});

function find(services: readonly ServiceState[], name: string): ServiceState | undefined {
  const wanted = name.toLowerCase();
  return (
    services.find((service) => service.name.toLowerCase() === wanted) ??
    services.find((service) => service.displayName.toLowerCase() === wanted)
  );
}

function list({ print }: ApplicationRun, services: readonly ServiceState[]): number {
  const names = services.filter(({ status }) => status === "Running").map(({ displayName }) => displayName);
  print("These Windows services are started:");
  print("");
  for (const name of [...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))) print(`   ${name}`);
  print("");
  print("The command completed successfully.");
  print("");
  return 0;
}

/** A failure with the number under which `net helpmsg` explains it. */
function fail({ printError }: ApplicationRun, text: string, number: number): number {
  printError(text);
  printError("");
  printError(`More help is available by typing NET HELPMSG ${number}.`);
  printError("");
  return 2;
}

function start(run: ApplicationRun, organization: Organization, service: ServiceState | undefined): number {
  if (service === undefined) return fail(run, "The service name is invalid.", 2185);
  if (service.status === "Running") return fail(run, "The requested service has already been started.", 2182);
  const { topology, obstacle } = started(organization.current, service);
  if (obstacle !== null) return disabled(run);
  organization.current = topology;
  run.print(`The ${service.displayName} service is starting.`);
  run.print(`The ${service.displayName} service was started successfully.`);
  run.print("");
  return 0;
}

function disabled({ printError }: ApplicationRun): number {
  printError("System error 1058 has occurred.");
  printError("");
  printError(
    "The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.",
  );
  printError("");
  return 2;
}

function stop(
  run: ApplicationRun,
  organization: Organization,
  service: ServiceState | undefined,
  isYes: boolean,
): number {
  if (service === undefined) return fail(run, "The service name is invalid.", 2185);
  if (service.status === "Stopped") return fail(run, `The ${service.displayName} service is not started.`, 3521);
  const dependents = runningDependents(organization.current, service);
  if (dependents.length > 0 && !tellDependents(run, service, dependents, isYes)) return 1;
  const { topology, switched, obstacle } = stopped(organization.current, service, true);
  organization.current = topology;
  for (const { displayName } of switched) {
    run.print(`The ${displayName} service is stopping.`);
    run.print(`The ${displayName} service was stopped successfully.`);
    run.print("");
  }
  if (obstacle === null) return 0;
  return fail(run, "The requested pause, continue, or stop is not valid for this service.", 2191);
}

/** Names the services that will stop, too, and asks unless `/y` was given. `false`: they shall not. */
function tellDependents(
  { print, context }: ApplicationRun,
  { displayName }: ServiceState,
  dependents: readonly ServiceState[],
  isYes: boolean,
): boolean {
  print(`The following services are dependent on the ${displayName} service.`);
  print(`Stopping the ${displayName} service will also stop these services.`);
  print("");
  for (const dependent of dependents) print(`   ${dependent.displayName}`);
  print("");
  if (isYes) return true;
  const prompt = "Do you want to continue this operation? (Y/N) [N]: ";
  const answer = context.host.ask({ kind: "line", prompt, caption: "", message: "", choices: [], defaultChoice: -1 });
  return /^y/i.test(answer.trim());
}
