import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { Topology } from "../../topology/index.js";
import {
  addHttpsClient,
  addOutlook,
  closeOutlook,
  moveOutlook,
  openOutlook,
  removeClient,
  repairOutlook,
} from "../change/clients.js";
import { flushResolverCache } from "../change/names.js";
import { Evaluation } from "../evaluation.js";
import { webProtocols } from "../https-client.js";
import { LabError } from "../lab-error.js";
import { networkOf } from "../network.js";
import { type Outlook, outlookVersions } from "../outlook-client.js";
import { type Client, clientNames, clientsOf, clientType, locations, writeClients } from "./client-rows.js";
import { change, given, labSource, labTypeName, named, oneOf, settledTopology, wordOf } from "./task.js";

const getLabClient = defineCmdlet({
  name: "Get-LabClient",
  typeName: labTypeName("Get-LabClient"),
  source: labSource,
  synopsis: "Gives the clients of the lab: who is connected where.",
  parameters: { Name: { type: "string[]", position: 0, pipeline: "value,name" } },
  create: (parameters, cmdlet) => ({
    process: () => writeClients(cmdlet, (clients) => named(cmdlet, "client", clients, parameters.Name)),
  }),
});

const newLabOutlook = defineCmdlet({
  name: "New-LabOutlook",
  typeName: labTypeName("New-LabOutlook"),
  source: labSource,
  synopsis: "Makes an Outlook for a mailbox and starts it; -Closed leaves it closed and without a profile.",
  supportsShouldProcess: true,
  parameters: {
    Mailbox: { type: "string", mandatory: true, position: 0, pipeline: "value,name", aliases: ["Alias", "Identity"] },
    Name: { type: "string" },
    Version: oneOf(outlookVersions),
    Location: oneOf(locations),
    Site: { type: "string" },
    ComputerName: { type: "string" },
    ServerName: { type: "string" },
    ProxyServer: { type: "string" },
    OnlineMode: { type: "switch" },
    Closed: { type: "switch" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Mailbox: mailbox = "", Name, ComputerName, ServerName, ProxyServer, OnlineMode, Site } = parameters;
      if (!cmdlet.shouldProcess(mailbox)) return;
      let name = "";
      const make = (topology: Topology): Topology => {
        const added = addOutlook(topology, {
          mailbox,
          isCached: !OnlineMode,
          ...given({
            name: Name,
            version: wordOf(outlookVersions, parameters.Version),
            location: wordOf(locations, parameters.Location),
            site: Site,
            computer: ComputerName,
            profileServer: ServerName,
            profileProxy: ProxyServer,
          }),
        });
        ({ name } = added.object);
        return parameters.Closed ? added.topology : openOutlook(added.topology, name).topology;
      };
      if (change(cmdlet, make)) writeClients(cmdlet, (all) => all.filter((client) => client.name === name));
    },
  }),
});

const newLabClient = defineCmdlet({
  name: "New-LabClient",
  typeName: labTypeName("New-LabClient"),
  source: labSource,
  synopsis: "Makes a client of a web service: a telephone with ActiveSync, a browser with OWA, …",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string", mandatory: true, position: 0 },
    Protocol: { ...oneOf(webProtocols), mandatory: true, position: 1 },
    Mailbox: { type: "string", mandatory: true, position: 2 },
    Url: { type: "string" },
    Location: oneOf(locations),
    Site: { type: "string" },
    ComputerName: { type: "string" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Name: name = "", Mailbox: mailbox = "", Url, Site, ComputerName } = parameters;
      const protocol = wordOf(webProtocols, parameters.Protocol) ?? "OWA";
      if (!cmdlet.shouldProcess(name)) return;
      const optional = given({
        url: Url,
        location: wordOf(locations, parameters.Location),
        site: Site,
        computer: ComputerName,
      });
      const isDone = change(cmdlet, (topology) => addHttpsClient(topology, { name, protocol, mailbox, ...optional }));
      if (isDone) writeClients(cmdlet, (all) => all.filter((client) => client.name === name));
    },
  }),
});

/** A cmdlet that does something with the clients of some names. */
function onClients(
  name: string,
  synopsis: string,
  act: (topology: Topology, client: Client) => Topology,
): ReturnType<typeof defineCmdlet> {
  return defineCmdlet({
    name,
    typeName: labTypeName(name),
    source: labSource,
    synopsis,
    supportsShouldProcess: true,
    parameters: { Name: clientNames, PassThru: { type: "switch" } },
    create: (parameters, cmdlet) => ({
      process(): void {
        const evaluation = new Evaluation(networkOf(settledTopology(cmdlet)));
        for (const client of named(cmdlet, "client", clientsOf(evaluation), parameters.Name)) {
          if (!cmdlet.shouldProcess(client.name)) continue;
          const isDone = change(cmdlet, (topology) => act(topology, client));
          if (isDone && parameters.PassThru) {
            writeClients(cmdlet, (all) => all.filter((each) => each.name === client.name));
          }
        }
      },
    }),
  });
}

/** Web clients have no profile and no connection that stands. */
function outlookOnly(client: Client): Outlook {
  if (client.kind === "outlook") return client.outlook;
  throw new LabError("NotAllowed", `${client.name} is no Outlook.`, client.name);
}

const startLabOutlook = onClients("Start-LabOutlook", "Starts Outlooks.", (topology, client) => {
  return openOutlook(topology, outlookOnly(client).name).topology;
});
const stopLabOutlook = onClients("Stop-LabOutlook", "Ends Outlooks; their profiles stay.", (topology, client) => {
  return closeOutlook(topology, outlookOnly(client).name);
});
const repairLabOutlook = onClients(
  "Repair-LabOutlook",
  "Repairs the profiles of Outlooks by Autodiscover.",
  (topology, client) => {
    const repaired = repairOutlook(topology, outlookOnly(client).name);
    if (repaired.isRepaired) return repaired.topology;
    throw new LabError("NotAllowed", `The profile of ${client.name} stays: Autodiscover does not answer.`, client.name);
  },
);
const removeLabClient = onClients("Remove-LabClient", "Removes clients and their machines.", (topology, client) => {
  return removeClient(topology, client.kind === "outlook" ? client.outlook.object : client.web.object);
});
const clearLabResolverCache = onClients(
  "Clear-LabResolverCache",
  "Ends what the machines of clients remember of names, as ipconfig /flushdns does.",
  (topology, client) => {
    const { machine } = client.kind === "outlook" ? client.outlook : client.web;
    return flushResolverCache(topology, machine.name);
  },
);

const moveLabOutlook = defineCmdlet({
  name: "Move-LabOutlook",
  typeName: labTypeName("Move-LabOutlook"),
  source: labSource,
  synopsis: "Takes the machines of Outlooks to another place: inside, outside, the VPN, another site.",
  supportsShouldProcess: true,
  parameters: { Name: clientNames, Location: oneOf(locations), Site: { type: "string" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const place = given({ location: wordOf(locations, parameters.Location), site: parameters.Site });
      const evaluation = new Evaluation(networkOf(settledTopology(cmdlet)));
      for (const client of named(cmdlet, "client", clientsOf(evaluation), parameters.Name)) {
        if (!cmdlet.shouldProcess(client.name)) continue;
        change(cmdlet, (topology) => moveOutlook(topology, outlookOnly(client).name, place));
      }
    },
  }),
});

export const clientCmdlets = [
  getLabClient,
  newLabOutlook,
  newLabClient,
  startLabOutlook,
  stopLabOutlook,
  repairLabOutlook,
  removeLabClient,
  clearLabResolverCache,
  moveLabOutlook,
];
export const clientViews = clientType.views;
