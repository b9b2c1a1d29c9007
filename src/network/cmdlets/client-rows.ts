import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { type DirectoryObject, listObjects } from "../../topology/index.js";
import type { DateTime } from "../../values/date-time.js";
import { Evaluation } from "../evaluation.js";
import { connectHttps, type HttpsClient, httpsClientOf } from "../https-client.js";
import { networkOf } from "../network.js";
import { type Outlook, outlookOf } from "../outlook-client.js";
import { labType } from "./lab-object.js";
import { localTime, settledTopology } from "./task.js";

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

/** The objects of clients. */
export const clientType = labType<ClientRow>("Client", [
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
export function writeClients(cmdlet: CmdletRuntime, wanted: (clients: readonly Client[]) => readonly Client[]): void {
  const evaluation = new Evaluation(networkOf(settledTopology(cmdlet)));
  for (const client of wanted(clientsOf(evaluation))) {
    cmdlet.writeObject(clientType.make(rowOf(cmdlet, evaluation, client)));
  }
}

/** The clients that a cmdlet is for. */
export const clientNames = { type: "string[]", position: 0, pipeline: "value,name", mandatory: true } as const;
/** Where a client's machine may be. */
export const locations = ["Inside", "Outside", "VPN"] as const;
