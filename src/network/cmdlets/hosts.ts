import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { namesOf } from "../../cmdlets/session/scopes.js";
import { rolesOf as rolesOfServer } from "../../exchange/servers/roles.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { Topology } from "../../topology/index.js";
import type { PSArray } from "../../values/index.js";
import { moveServer, setAddresses, setRoles, setWindowsVersion } from "../change/hosts.js";
import { setPower } from "../change/power.js";
import type { Host } from "../machines.js";
import { networkOf } from "../network.js";
import { labType, textList } from "./lab-object.js";
import { change, labSource, labTypeName, named, oneOf, settledTopology, wordOf } from "./task.js";

const hostType = labType<Host>("Host", [
  { name: "Name", width: 16, value: ({ name }) => name },
  { name: "Fqdn", value: ({ fqdn }) => fqdn },
  { name: "State", width: 5, value: ({ isUp }) => (isUp ? "Up" : "Down") },
  { name: "IPAddress", typeName: "string[]", width: 16, value: ({ addresses }) => textList(addresses) },
  { name: "Site", width: 16, value: ({ site }) => site?.name ?? "" },
  { name: "Role", typeName: "string[]", width: 38, value: (host) => textList(rolesOf(host)) },
  { name: "WindowsVersion", width: 0, value: ({ windowsVersion }) => windowsVersion },
]);

function rolesOf({ object }: Host): readonly string[] {
  return object.class === "ExchangeServer" ? rolesOfServer(object) : ["DomainController"];
}

const getLabHost = defineCmdlet({
  name: "Get-LabHost",
  typeName: labTypeName("Get-LabHost"),
  source: labSource,
  synopsis: "Gives the servers and domain controllers as the network sees them.",
  parameters: { Name: { type: "string[]", position: 0, pipeline: "value,name" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { hosts } = networkOf(settledTopology(cmdlet));
      for (const host of named(cmdlet, "server or domain controller", hosts, parameters.Name)) {
        cmdlet.writeObject(hostType.make(host));
      }
    },
  }),
});

const states = ["Up", "Down"] as const;
const roles = ["Mailbox", "ClientAccess", "UnifiedMessaging", "HubTransport", "Edge"] as const;

interface HostSettings {
  readonly State?: string | undefined;
  readonly IPAddress?: PSArray | undefined;
  readonly Site?: string | undefined;
  readonly WindowsVersion?: string | undefined;
  readonly Role?: PSArray | undefined;
}

/** All changes of one command at a host, the move first, because an address belongs to a site. */
function changed(cmdlet: CmdletRuntime, settings: HostSettings, name: string): (topology: Topology) => Topology {
  const { State, IPAddress, Site, WindowsVersion, Role } = settings;
  const steps: ((topology: Topology) => Topology)[] = [];
  if (Site !== undefined) steps.push((topology) => moveServer(topology, name, Site));
  if (IPAddress !== undefined) steps.push((topology) => setAddresses(topology, name, namesOf(cmdlet, IPAddress)));
  if (WindowsVersion !== undefined) steps.push((topology) => setWindowsVersion(topology, name, WindowsVersion));
  if (Role !== undefined) {
    const given = namesOf(cmdlet, Role).map((role) => role.toLowerCase());
    const wanted = roles.filter((role) => given.includes(role.toLowerCase()));
    steps.push((topology) => setRoles(topology, name, wanted));
  }
  if (State !== undefined) steps.push((topology) => setPower(topology, name, wordOf(states, State) === "Up"));
  return (topology) => steps.reduce((state, step) => step(state), topology);
}

const setLabHost = defineCmdlet({
  name: "Set-LabHost",
  typeName: labTypeName("Set-LabHost"),
  source: labSource,
  synopsis: "Changes servers and domain controllers: up or down, address, site, roles, version of Windows.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string[]", mandatory: true, position: 0, pipeline: "value,name" },
    State: oneOf(states),
    IPAddress: { type: "string[]" },
    Site: { type: "string" },
    Role: { ...oneOf(roles), type: "string[]", allowEmptyCollection: true },
    WindowsVersion: { type: "string" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { hosts } = networkOf(settledTopology(cmdlet));
      for (const { name } of named(cmdlet, "server or domain controller", hosts, parameters.Name)) {
        if (cmdlet.shouldProcess(name)) change(cmdlet, changed(cmdlet, parameters, name));
      }
    },
  }),
});

/** Start- and Stop-LabHost. */
function switching(name: string, synopsis: string, isUp: boolean) {
  return defineCmdlet({
    name,
    typeName: labTypeName(name),
    source: labSource,
    synopsis,
    supportsShouldProcess: true,
    parameters: { Name: { type: "string[]", mandatory: true, position: 0, pipeline: "value,name" } },
    create: (parameters, cmdlet) => ({
      process(): void {
        const { hosts } = networkOf(settledTopology(cmdlet));
        for (const host of named(cmdlet, "server or domain controller", hosts, parameters.Name)) {
          if (cmdlet.shouldProcess(host.name)) change(cmdlet, (topology) => setPower(topology, host.name, isUp));
        }
      },
    }),
  });
}

export const hostCmdlets = [
  getLabHost,
  setLabHost,
  switching("Start-LabHost", "Switches servers and domain controllers on.", true),
  switching("Stop-LabHost", "Switches servers and domain controllers off.", false),
];
export const hostViews = hostType.views;
