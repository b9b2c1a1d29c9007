import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type DirectoryObject, listObjects, type Topology } from "../../topology/index.js";
import type { DateTime } from "../../values/date-time.js";
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
import { connectHttps, type HttpsClient, httpsClientOf, webProtocols } from "../https-client.js";
import { LabError } from "../lab-error.js";
import { networkOf } from "../network.js";
import { connectOutlook } from "../outlook.js";
import { type Outlook, outlookOf, outlookVersions } from "../outlook-client.js";
import { type ConnectionRow, outlookStatus } from "../status.js";
import { labType } from "./lab-object.js";
import { change, given, labSource, labTypeName, localTime, named, oneOf, settledTopology, wordOf } from "./task.js";

/** A client of either kind. */
export type Client =
  | { readonly kind: "outlook"; readonly name: string; readonly outlook: Outlook }
  | { readonly kind: "web"; readonly name: string; readonly web: HttpsClient };

/** All clients, Outlooks first. */
export function clientsOf(evaluation: Evaluation): readonly Client[] {
  const { topology } = evaluation.network;
  const outlooks = listObjects(topology, "OutlookClient").flatMap((object): Client[] => {
    const outlook = outlookOf(evaluation, object);
    return outlook === null ? [] : [{ kind: "outlook", name: outlook.name, outlook }];
  });
  const others = listObjects(topology, "HttpsClient").flatMap((object): Client[] => {
    const web = httpsClientOf(evaluation, object);
    return web === null ? [] : [{ kind: "web", name: web.name, web }];
  });
  return [...outlooks, ...others];
}

interface ClientRow {
  readonly name: string;
  readonly application: string;
  readonly mailbox: DirectoryObject | null;
  readonly computer: string;
  readonly address: string;
  readonly location: string;
  readonly site: string;
  readonly status: "Connected" | "Disconnected" | "Closed";
  readonly server: string;
  readonly profileServer: string;
  readonly profileProxy: string;
  readonly since: DateTime | null;
}

const clientType = labType<ClientRow>("Client", [
  { name: "Name", width: 20, value: ({ name }) => name },
  { name: "Application", width: 13, value: ({ application }) => application },
  { name: "Mailbox", value: ({ mailbox }) => mailbox?.name ?? "" },
  { name: "ComputerName", value: ({ computer }) => computer },
  { name: "IPAddress", value: ({ address }) => address },
  { name: "Location", width: 9, value: ({ location }) => location },
  { name: "Site", value: ({ site }) => site },
  { name: "Status", width: 13, value: ({ status }) => status },
  { name: "ConnectedTo", width: 16, value: ({ server }) => server },
  { name: "ServerName", width: 0, value: ({ profileServer }) => profileServer },
  { name: "ProxyServer", value: ({ profileProxy }) => profileProxy },
  { name: "Since", typeName: "datetime", value: ({ since }) => since },
]);

function rowOf(cmdlet: CmdletRuntime, evaluation: Evaluation, client: Client): ClientRow {
  const { machine, mailbox, name } = client.kind === "outlook" ? client.outlook : client.web;
  const place = {
    name,
    mailbox,
    computer: machine.name,
    address: machine.address,
    location: machine.location,
    site: machine.site?.name ?? "",
  };
  if (client.kind === "web") {
    const { isConnected, server, url } = connectHttps(evaluation, client.web);
    return {
      ...place,
      application: client.web.protocol,
      status: isConnected ? "Connected" : "Disconnected",
      server: server?.name ?? "",
      profileServer: url ?? "",
      profileProxy: "",
      since: null,
    };
  }
  const { outlook } = client;
  const server = evaluation.network.host(outlook.connection?.server ?? null);
  return {
    ...place,
    application: `Outlook ${outlook.version}`,
    status: !outlook.isOpen ? "Closed" : server === null ? "Disconnected" : "Connected",
    server: server?.name ?? "",
    profileServer: outlook.profileServer ?? "",
    profileProxy: outlook.profileProxy ?? "",
    since: localTime(cmdlet, outlook.since),
  };
}

/** Writes clients as they are now. */
function writeClients(cmdlet: CmdletRuntime, wanted: (clients: readonly Client[]) => readonly Client[]): void {
  const evaluation = new Evaluation(networkOf(settledTopology(cmdlet)));
  for (const client of wanted(clientsOf(evaluation))) {
    cmdlet.writeObject(clientType.make(rowOf(cmdlet, evaluation, client)));
  }
}

const clientNames = { type: "string[]", position: 0, pipeline: "value,name", mandatory: true } as const;
const locations = ["Inside", "Outside", "VPN"] as const;

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

const connectionType = labType<ConnectionRow & { readonly client: string; readonly proxy: string }>("Connection", [
  { name: "Client", width: 20, value: ({ client }) => client },
  { name: "ServerName", width: 38, value: ({ serverName }) => serverName },
  { name: "Type", width: 14, value: ({ type }) => type },
  { name: "Conn", width: 6, value: ({ conn }) => conn },
  { name: "Status", width: 12, value: ({ status }) => status },
  { name: "ServedBy", width: 0, value: ({ servedBy }) => servedBy },
  { name: "ProxyServer", value: ({ proxy, conn }) => (conn === "HTTPS" ? proxy : "") },
]);

const getLabConnection = defineCmdlet({
  name: "Get-LabConnection",
  typeName: labTypeName("Get-LabConnection"),
  source: labSource,
  synopsis: 'Gives the connections of Outlooks that are open, as their window "Connection Status" shows them.',
  parameters: { Client: { type: "string[]", position: 0, pipeline: "value,name", aliases: ["Name"] } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const evaluation = new Evaluation(networkOf(settledTopology(cmdlet)));
      for (const client of named(cmdlet, "client", clientsOf(evaluation), parameters.Client)) {
        if (client.kind === "web") continue;
        const { rows, attempt } = outlookStatus(evaluation, client.outlook);
        const proxy = attempt.profileProxy ?? "";
        for (const row of rows) cmdlet.writeObject(connectionType.make({ ...row, client: client.name, proxy }));
      }
    },
  }),
});

const stepType = labType<{
  readonly client: string;
  readonly index: number;
  readonly kind: string;
  readonly ok: boolean;
  readonly text: string;
  readonly seconds: number;
}>("ConnectionStep", [
  { name: "Client", value: ({ client }) => client },
  { name: "Number", typeName: "int", width: 6, value: ({ index }) => index },
  { name: "Result", width: 6, value: ({ ok }) => (ok ? "OK" : "Failed") },
  { name: "Seconds", typeName: "int", width: 7, value: ({ seconds }) => seconds },
  { name: "Step", value: ({ kind }) => kind },
  { name: "Description", width: 0, value: ({ text }) => text },
]);

const testLabConnection = defineCmdlet({
  name: "Test-LabConnection",
  typeName: labTypeName("Test-LabConnection"),
  source: labSource,
  synopsis: "Tells step by step how clients would connect if they were started now.",
  parameters: { Client: { ...clientNames, aliases: ["Name"] } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const evaluation = new Evaluation(networkOf(settledTopology(cmdlet)));
      for (const client of named(cmdlet, "client", clientsOf(evaluation), parameters.Client)) {
        const { steps } =
          client.kind === "outlook"
            ? connectOutlook(evaluation, client.outlook, { anew: true })
            : connectHttps(evaluation, client.web);
        for (const [index, { kind, ok, text, seconds = 0 }] of steps.entries()) {
          const row = { client: client.name, index: index + 1, kind, ok, text, seconds };
          cmdlet.writeObject(stepType.make(row));
        }
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
  getLabConnection,
  testLabConnection,
];
export const clientViews = [...clientType.views, ...connectionType.views, ...stepType.views];
