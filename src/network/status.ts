import type { Evaluation } from "./evaluation.js";
import type { Host } from "./machines.js";
import { connectOutlook } from "./outlook.js";
import type { Outlook, OutlookAttempt } from "./outlook-client.js";
import { connectPublicFolders } from "./public-folders.js";

/** A row of Outlook's window "Connection Status". */
export interface ConnectionRow {
  /** The name as the profile has it. */
  readonly serverName: string;
  readonly type: "Directory" | "Mail" | "Public Folders";
  /** `TCP/IP` or `HTTPS`; empty while there is no connection. */
  readonly conn: "TCP/IP" | "HTTPS" | "";
  readonly status: "Established" | "Connecting" | "Disconnected";
  /** The server that answers, whatever the name. */
  readonly servedBy: string;
}

/** What Outlook's window "Connection Status" shows, and how the mailbox was reached. */
export interface OutlookStatus {
  readonly isConnected: boolean;
  readonly rows: readonly ConnectionRow[];
  readonly attempt: OutlookAttempt;
}

/** The status of an Outlook now. It changes nothing: the connection that stands is looked at, or an attempt is made. */
export function outlookStatus(evaluation: Evaluation, outlook: Outlook): OutlookStatus {
  if (!outlook.isOpen) {
    const { profileServer, profileProxy } = outlook;
    const none = { isConnected: false, connection: null, server: null, via: null, seconds: 0, steps: [] };
    return { isConnected: false, rows: [], attempt: { ...none, profileServer, profileProxy } };
  }
  const attempt = connectOutlook(evaluation, outlook);
  return { isConnected: attempt.isConnected, rows: rowsOf(evaluation, outlook, attempt), attempt };
}

function rowsOf(evaluation: Evaluation, outlook: Outlook, attempt: OutlookAttempt): readonly ConnectionRow[] {
  const { profileServer, server, connection } = attempt;
  if (profileServer === null) return [];
  const conn = connection?.type ?? "";
  const lost = outlook.connection === null ? "Disconnected" : "Connecting";
  const rows: ConnectionRow[] = [
    directoryRow(evaluation, attempt, profileServer),
    {
      serverName: profileServer,
      type: "Mail",
      conn,
      status: attempt.isConnected ? "Established" : lost,
      servedBy: server?.name ?? "",
    },
  ];
  const folders = connectPublicFolders(evaluation, outlook);
  if (folders !== null) {
    rows.push({
      serverName: folders.server?.fqdn ?? "",
      type: "Public Folders",
      conn: folders.isConnected ? conn || "TCP/IP" : "",
      status: folders.isConnected ? "Established" : "Connecting",
      servedBy: folders.isConnected ? (folders.server?.name ?? "") : "",
    });
  }
  return rows;
}

/**
 * The address book: since Exchange 2010 by the service Address Book of the Client Access server; before, from a global
 * catalog.
 */
function directoryRow(evaluation: Evaluation, attempt: OutlookAttempt, profileServer: string): ConnectionRow {
  const { server, connection } = attempt;
  const by: Host | null = (server?.major ?? 0) >= 14 ? server : globalCatalog(evaluation, server);
  const answers = by?.isUp === true && (by.major !== 14 || by.runs("MSExchangeAB"));
  return {
    serverName: by !== null && by.major === null ? by.fqdn : profileServer,
    type: "Directory",
    conn: answers ? (connection?.type ?? "") : "",
    status: answers && attempt.isConnected ? "Established" : "Disconnected",
    servedBy: answers ? by.name : "",
  };
}

function globalCatalog({ network }: Evaluation, near: Host | null): Host | null {
  if (near === null) return null;
  const all = network.hosts.filter(({ object, isUp }) => object.class === "DomainController" && isUp);
  return all.find(({ site }) => site?.guid === near.site?.guid) ?? all[0] ?? null;
}
